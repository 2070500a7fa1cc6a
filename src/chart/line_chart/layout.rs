//! Where everything in a chart of lines is, and the drawing of its data.

use super::{Event, Line, LineChart, Reference, texts};
use crate::chart::canvas::{self, Canvas, Failure};
use crate::chart::drawing::{Drawing, Size};
use crate::chart::frame::Frame;
use crate::chart::ink::Ink;
use crate::chart::labels::Wish;

pub(super) struct Layout<'a> {
    pub chart: &'a LineChart,
    pub size: Size,
    pub frame: Frame,
    /// The labels of the lines that are drawn, and of the reference after them.
    pub wishes: Vec<Wish<'a>>,
    /// Only if it is on the chart.
    pub reference: Option<&'a Reference>,
    /// Only if it is on the chart.
    pub event: Option<&'a Event>,
    /// The years at the edges of the plot.
    pub first: f64,
    pub last: f64,
}

impl<'a> Layout<'a> {
    pub fn new(chart: &'a LineChart, size: Size, number: &dyn Fn(f64) -> String) -> Layout<'a> {
        let axis = &chart.axis;
        let (first, last) = year_range(chart);
        let reference = chart
            .reference
            .as_ref()
            .filter(|reference| axis.contains(reference.value));
        let event = chart.event.as_ref().filter(|event| {
            event.year >= first
                && event.year <= last
                && event.value.is_none_or(|value| axis.contains(value))
        });
        let wishes = texts::wishes(chart, reference, size);
        let frame = Frame::new(size, axis, number, &wishes);
        Layout {
            chart,
            size,
            frame,
            wishes,
            reference,
            event,
            first,
            last,
        }
    }

    pub fn draw(&self, marker: Option<usize>) -> Drawing {
        let y = (self.chart.axis.min(), self.chart.axis.max());
        canvas::draw(
            self.size,
            self.frame.margins,
            (self.first, self.last),
            y,
            &|canvas| {
                let plot = canvas.plot((self.first, y.1), (self.last, y.0));
                self.draw_bands(canvas)?;
                self.frame.draw_grid(canvas, self.first, plot.right)?;
                self.draw_lines(canvas)?;
                self.draw_dots(canvas)?;
                self.draw_event(canvas)?;
                self.frame.draw_numbers(canvas, self.first)?;
                self.draw_years(canvas, plot)?;
                self.draw_labels(canvas, plot)?;
                self.draw_marker(canvas, marker)
            },
        )
    }

    /// Where a value is, in the chart's coordinates.
    pub fn point(&self, index: usize, value: f64) -> (f64, f64) {
        (
            f64::from(self.chart.first_year) + index as f64,
            self.chart.axis.clamped(value),
        )
    }

    pub fn points(&self, line: &'a Line) -> impl Iterator<Item = (f64, f64)> {
        line.values
            .iter()
            .enumerate()
            .map(|(index, &value)| self.point(index, value))
    }

    fn draw_bands(&self, canvas: &Canvas) -> Result<(), Failure> {
        for line in &self.chart.lines {
            if let Some(band) = line.band.as_ref().filter(|band| !band.is_empty()) {
                let low = band
                    .iter()
                    .enumerate()
                    .map(|(index, &(low, _))| self.point(index, low));
                let high = band
                    .iter()
                    .enumerate()
                    .map(|(index, &(_, high))| self.point(index, high));
                canvas.tint(low.chain(high.rev()).collect(), line.ink)?;
            }
        }
        Ok(())
    }

    /// The reference, the lines over it, and a dot at the end of each.
    fn draw_lines(&self, canvas: &Canvas) -> Result<(), Failure> {
        let scale = self.frame.scale;
        if let Some(Reference { ink, value, .. }) = self.reference {
            let ends = vec![(self.first, *value), (self.last, *value)];
            canvas.line(ends, *ink, true, scale.tenths(12))?;
        }
        for line in drawn_lines(self.chart) {
            canvas.line(
                self.points(line).collect(),
                line.ink,
                line.dashed,
                scale.tenths(25),
            )?;
        }
        for line in drawn_lines(self.chart) {
            if let Some(end) = self.points(line).last() {
                canvas.dot(end, scale.px(3), line.ink)?;
            }
        }
        Ok(())
    }

    fn draw_dots(&self, canvas: &Canvas) -> Result<(), Failure> {
        if let Some(dots) = &self.chart.dots {
            for &(place, value) in &dots.points {
                canvas.dot(self.point(place, value), self.frame.scale.px(4), dots.ink)?;
            }
        }
        Ok(())
    }

    fn draw_event(&self, canvas: &Canvas) -> Result<(), Failure> {
        match self.event {
            Some(Event {
                year,
                value: Some(value),
                ..
            }) => canvas.dot((*year, *value), self.frame.scale.tenths(45), Ink::Event),
            Some(Event {
                year, value: None, ..
            }) => self.draw_upright(canvas, *year, Ink::Event),
            None => Ok(()),
        }
    }

    /// A thin line from top to bottom.
    fn draw_upright(&self, canvas: &Canvas, year: f64, ink: Ink) -> Result<(), Failure> {
        let [top, bottom] = self.upright(canvas, year);
        canvas.rule(top, bottom, ink, self.frame.scale.px(1))
    }

    pub fn upright(&self, canvas: &Canvas, year: f64) -> [(i32, i32); 2] {
        let axis = &self.chart.axis;
        [axis.max(), axis.min()].map(|value| canvas.at((year, value)))
    }

    pub fn level(&self, canvas: &Canvas, value: f64) -> [(i32, i32); 2] {
        [self.first, self.last].map(|year| canvas.at((year, value)))
    }

    fn draw_marker(&self, canvas: &Canvas, marker: Option<usize>) -> Result<(), Failure> {
        let Some(index) = marker.filter(|&index| index < self.chart.years()) else {
            return Ok(());
        };
        let (year, _) = self.point(index, 0.0);
        self.draw_upright(canvas, year, Ink::Marker)?;
        for line in drawn_lines(self.chart) {
            if let Some(&value) = line.values.get(index) {
                canvas.dot(self.point(index, value), self.frame.scale.px(4), line.ink)?;
            }
        }
        Ok(())
    }
}

/// From the first year to the last; a single year is in the middle of a year's width.
fn year_range(chart: &LineChart) -> (f64, f64) {
    let first = f64::from(chart.first_year);
    match chart.years() {
        0 | 1 => (first - 0.5, first + 0.5),
        years => (first, first + (years - 1) as f64),
    }
}

pub(super) fn drawn_lines(chart: &LineChart) -> impl Iterator<Item = &Line> {
    chart.lines.iter().filter(|line| !line.values.is_empty())
}
