//! Lines over years, labelled at their ends.

use super::axis::Axis;
use super::canvas::{Canvas, Drawn, Margins, drawing, text_size, width};
use super::drawing::{Drawing, Ink, Size, UNITS};
use plotters::style::text_anchor::{HPos, VPos};

/// From this width on, in CSS pixels, the lines' labels stand beside the plot; below it, inside.
const WIDE: u32 = 440;

/// A line chart over years. Values are one a year, from `first_year` on.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    pub first_year: i32,
    pub lines: Vec<Line>,
    /// A level to compare with: a published claim, a target.
    pub reference: Option<Reference>,
    /// The place of a year that the title speaks of, on the first line.
    pub event: Option<usize>,
    pub axis: Axis,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub label: String,
    pub ink: Ink,
    pub values: Vec<f64>,
    /// P10 and P90 of each year.
    pub band: Option<Vec<(f64, f64)>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    pub label: String,
    pub value: f64,
    pub ink: Ink,
}

/// A label at the end of a line, at the height `y` of its middle, in drawing units.
struct EndLabel<'a> {
    text: &'a str,
    ink: Ink,
    y: i32,
}

impl LineChart {
    /// The axis that all of the chart fits on.
    pub fn fitting_axis(&self) -> Axis {
        let bands = self
            .lines
            .iter()
            .flat_map(|line| line.band.iter().flatten());
        let values = self
            .lines
            .iter()
            .flat_map(|line| line.values.iter().copied());
        Axis::covering(
            values
                .chain(bands.flat_map(|&(low, high)| [low, high]))
                .chain(self.reference.iter().map(|reference| reference.value)),
        )
    }

    /// Years on the chart.
    pub fn years(&self) -> usize {
        self.lines
            .iter()
            .map(|line| line.values.len())
            .max()
            .unwrap_or(0)
    }

    /// Draws the chart, with the year at `marker` picked out. `tick` writes the numbers of the axis.
    pub fn draw(&self, size: Size, marker: Option<usize>, tick: &dyn Fn(f64) -> String) -> Drawing {
        let text = text_size(size);
        let wide = size.width >= WIDE;
        let longest = self.lines.iter().map(|line| width(&line.label, text)).max();
        let margins = Margins {
            left: UNITS,
            right: if wide {
                longest.unwrap_or(0) + text
            } else {
                text / 2
            },
            top: text * 3 / 2,
            bottom: text * 2,
        };
        let last = (self.years().max(2) - 1) as f64;
        drawing(size, margins, 0.0..last, &self.axis, |canvas| {
            canvas.grid(&self.axis, 0.0..last)?;
            self.year_labels(canvas)?;
            self.draw_lines(canvas)?;
            canvas.ticks(&self.axis, tick)?;
            self.draw_reference(canvas, last, tick)?;
            self.end_labels(canvas, wide)?;
            self.picked(canvas, marker)
        })
    }

    /// The first and last year always, and as many between as fit, at round years.
    fn year_labels(&self, canvas: &mut Canvas) -> Drawn {
        let count = self.years();
        let Some(last) = count.checked_sub(1) else {
            return Ok(());
        };
        let y = canvas.plot.bottom + canvas.text * 3 / 4;
        let room = width("2000", canvas.text) + canvas.text * 3 / 4;
        let x_of = |canvas: &Canvas, index: usize| canvas.place(index as f64, 0.0).0;
        let (left, right) = (x_of(canvas, 0), x_of(canvas, last));
        let fits = |step: usize| (right - left) / (last.max(1) as i32) * step as i32 >= room;
        let step = [1, 2, 5, 10, 20, 50]
            .into_iter()
            .find(|&step| fits(step))
            .unwrap_or(100);
        let label = |canvas: &mut Canvas, index: usize, h: HPos| {
            let x = x_of(canvas, index);
            let year = (self.first_year + index as i32).to_string();
            canvas.text(&year, (x, y), h, VPos::Top, Ink::Tick)
        };
        label(canvas, 0, HPos::Left)?;
        for index in 1..last {
            let x = x_of(canvas, index);
            let round = (self.first_year + index as i32) % step as i32 == 0;
            if round && x - left >= room * 3 / 2 && right - x >= room * 3 / 2 {
                label(canvas, index, HPos::Center)?;
            }
        }
        if last > 0 && right - left >= room * 3 / 2 {
            label(canvas, last, HPos::Right)?;
        }
        Ok(())
    }

    fn draw_lines(&self, canvas: &mut Canvas) -> Drawn {
        for line in &self.lines {
            if let Some(band) = &line.band {
                let low = band
                    .iter()
                    .enumerate()
                    .map(|(year, &(low, _))| (year as f64, low));
                let high = band
                    .iter()
                    .enumerate()
                    .rev()
                    .map(|(year, &(_, high))| (year as f64, high));
                canvas.band(low.chain(high).collect(), line.ink)?;
            }
            canvas.line(points(&line.values), line.ink, 25)?;
            if let [only] = line.values[..] {
                canvas.dot((0.0, only), 35, line.ink)?;
            }
        }
        if let (Some(year), Some(line)) = (self.event, self.lines.first())
            && let Some(&value) = line.values.get(year)
        {
            canvas.dot((year as f64, value), 45, line.ink)?;
        }
        Ok(())
    }

    /// The level to compare with, its label above it and clear of the axis' own labels.
    fn draw_reference(
        &self,
        canvas: &mut Canvas,
        last: f64,
        tick: &dyn Fn(f64) -> String,
    ) -> Drawn {
        let Some(reference) = &self.reference else {
            return Ok(());
        };
        canvas.dashed(
            [(0.0, reference.value), (last, reference.value)],
            reference.ink,
            12,
        )?;
        let ticks = self
            .axis
            .ticks()
            .map(|value| width(&tick(value), canvas.text))
            .max();
        let (_, y) = canvas.place(0.0, reference.value);
        let at = (
            canvas.plot.left + ticks.unwrap_or(0) + canvas.text,
            y - canvas.text / 8,
        );
        canvas.text(
            &reference.label,
            at,
            HPos::Left,
            VPos::Bottom,
            reference.ink,
        )
    }

    /// The lines' names at their ends: beside the plot, or inside it above the line's end.
    fn end_labels(&self, canvas: &mut Canvas, wide: bool) -> Drawn {
        let lift = if wide { 0 } else { canvas.text * 3 / 4 };
        let mut labels: Vec<EndLabel> = self
            .lines
            .iter()
            .filter_map(|line| {
                let end = *line.values.last()?;
                let (_, y) = canvas.place(0.0, end);
                Some(EndLabel {
                    text: &line.label,
                    ink: line.ink,
                    y: y - lift,
                })
            })
            .collect();
        let half = canvas.text * 2 / 3;
        spread(
            &mut labels,
            canvas.text * 5 / 4,
            canvas.plot.top - half,
            canvas.plot.bottom - lift / 2,
        );
        let x = canvas.plot.right;
        for label in labels {
            if wide {
                canvas.text(
                    label.text,
                    (x + canvas.text / 2, label.y),
                    HPos::Left,
                    VPos::Center,
                    label.ink,
                )?;
            } else {
                canvas.text(
                    label.text,
                    (x, label.y),
                    HPos::Right,
                    VPos::Center,
                    label.ink,
                )?;
            }
        }
        Ok(())
    }

    /// The year that is being read off: a thin line, and a dot on each line.
    fn picked(&self, canvas: &mut Canvas, marker: Option<usize>) -> Drawn {
        let Some(year) = marker.filter(|&year| year < self.years()) else {
            return Ok(());
        };
        let x = year as f64;
        canvas.line([(x, self.axis.min), (x, self.axis.max)], Ink::Marker, 10)?;
        for line in &self.lines {
            if let Some(&value) = line.values.get(year) {
                canvas.dot((x, value), 40, line.ink)?;
            }
        }
        Ok(())
    }
}

fn points(values: &[f64]) -> impl Iterator<Item = (f64, f64)> + '_ {
    values
        .iter()
        .enumerate()
        .map(|(year, &value)| (year as f64, value))
}

/// Moves labels apart until they are `gap` from each other and between `top` and `bottom`, keeping their order.
fn spread(labels: &mut [EndLabel], gap: i32, top: i32, bottom: i32) {
    labels.sort_by_key(|label| label.y);
    let mut least = top;
    for label in labels.iter_mut() {
        label.y = label.y.max(least);
        least = label.y + gap;
    }
    let mut most = bottom;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(most);
        most = label.y - gap;
    }
}
