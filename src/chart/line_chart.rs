//! Lines over the years, with bands, a claim to measure them by and a moment worth naming.

use super::axis::Axis;
use super::drawing::{Drawing, Size};
use super::ink::Ink;
use layout::Layout;

mod layout;
mod texts;

/// A chart of lines, one value for each year. Values are in whatever unit the axis's numbers are written in.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// The year of each line's first value.
    pub first_year: i32,
    /// From the back to the front. In a crowd the first get their labels first.
    pub lines: Vec<Line>,
    /// A level to compare with.
    pub reference: Option<Reference>,
    /// A moment worth naming.
    pub event: Option<Event>,
    /// Values that were observed, to compare the first line with.
    pub dots: Option<Dots>,
    /// What the drawing has room for; values beyond it are drawn at its end. See [`LineChart::fitting_axis`].
    pub axis: Axis,
}

/// One line of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Written at the line's right end. A line feed breaks it, and so does a space where there is little room.
    pub label: String,
    pub ink: Ink,
    /// One for each year, finite.
    pub values: Vec<f64>,
    pub dashed: bool,
    /// The low and high end of uncertainty (P10 and P90) of each year.
    pub band: Option<Vec<(f64, f64)>>,
}

/// A thin dashed line across the chart, such as a published claim. Drawn only if the axis reaches it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    pub label: String,
    pub ink: Ink,
    pub value: f64,
}

/// Observed values, a dot each.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// Written near the last of them.
    pub label: String,
    pub ink: Ink,
    /// The place of the year along the lines, and the value; in rising years.
    pub points: Vec<(usize, f64)>,
}

/// A moment worth naming, such as the break-even year. Drawn only if it is on the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Written near it; may be empty.
    pub label: String,
    /// A year, or a moment in it.
    pub year: f64,
    /// Where its dot is; without a value it is a thin line from top to bottom.
    pub value: Option<f64>,
}

impl LineChart {
    /// A chart of lines, with an axis that fits them.
    pub fn new(first_year: i32, lines: Vec<Line>) -> LineChart {
        let axis = Axis::covering([]);
        let mut chart = LineChart {
            first_year,
            lines,
            reference: None,
            event: None,
            dots: None,
            axis,
        };
        chart.axis = chart.fitting_axis();
        chart
    }

    /// The axis that fits all lines, bands and the reference. While a slider moves, let it be [`Axis::holding`] the
    /// one before.
    pub fn fitting_axis(&self) -> Axis {
        let lines = self
            .lines
            .iter()
            .flat_map(|line| line.values.iter().copied());
        let bands = self
            .lines
            .iter()
            .filter_map(|line| line.band.as_ref())
            .flatten();
        let ends = bands.flat_map(|&(low, high)| [low, high]);
        let dots = self.dots.iter().flat_map(|dots| &dots.points);
        Axis::covering(
            lines
                .chain(ends)
                .chain(dots.map(|&(_, value)| value))
                .chain(self.reference.iter().map(|reference| reference.value)),
        )
    }

    /// How many years the longest line has.
    pub fn years(&self) -> usize {
        self.lines
            .iter()
            .map(|line| line.values.len())
            .max()
            .unwrap_or(0)
    }

    /// A year to point out, by its index, with a dot on the first line and no words: the title has them.
    pub fn moment(&self, index: usize) -> Event {
        Event {
            label: String::new(),
            year: f64::from(self.first_year) + index as f64,
            value: self
                .lines
                .first()
                .and_then(|line| line.values.get(index))
                .copied(),
        }
    }

    /// Draws the chart. `marker` is the index of the selected year, which gets a thin line with a dot on each line of
    /// the chart. `number` writes the numbers of the axis: the topmost, [`Axis::max`], has room for a unit.
    pub fn draw(
        &self,
        size: Size,
        marker: Option<usize>,
        number: &dyn Fn(f64) -> String,
    ) -> Drawing {
        Layout::new(self, size.drawable(), number).draw(marker)
    }
}
