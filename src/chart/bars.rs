//! Bars to both sides of zero: who pays and who gains, or what matters most.

use super::axis::Axis;
use super::drawing::{Drawing, Size, UNITS_PER_PX};
use super::ink::Ink;
use layout::Layout;

mod layout;
mod paint;

/// A chart of rows, each with two bars that start at zero and a mark. What is paid goes to the left and what is
/// gained to the right, when the values have those signs.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The first and the second bar of each row.
    pub sides: [Side; 2],
    /// From the top.
    pub rows: Vec<Row>,
    /// Two bars on the same side of zero: whether the second goes on where the first ends, because they are parts of
    /// a sum, or starts at zero too, because they are alternatives.
    pub stacked: bool,
    /// What the drawing has room for; values beyond it are drawn at its end. See [`Bars::fitting_axis`].
    pub axis: Axis,
}

/// What the first, or the second, bars of all rows have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Written once, over the bars.
    pub label: String,
    pub ink: Ink,
}

/// One actor, or one parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub label: String,
    pub bars: [Bar; 2],
    /// The sum of the two: a short upright line with its text below, in the ink of words so that it is seen on
    /// either bar.
    pub mark: Option<Bar>,
}

/// A value and how it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Finite, in whatever unit the text says.
    pub value: f64,
    /// Written at the end of the bar; may be empty.
    pub text: String,
}

/// No numbers are written along the axis of bars: it may end where the longest bar does, give or take a twelfth.
const STEPS: i32 = 12;

impl Bars {
    /// A chart with an axis that fits its rows.
    pub fn new(sides: [Side; 2], rows: Vec<Row>, stacked: bool) -> Bars {
        let mut bars = Bars {
            sides,
            rows,
            stacked,
            axis: Axis::covering([]),
        };
        bars.axis = bars.fitting_axis();
        bars
    }

    /// The axis that fits all rows. While a slider moves, let it be [`Axis::holding`] the one before.
    pub fn fitting_axis(&self) -> Axis {
        let ends = self.rows.iter().flat_map(|row| {
            let spans = row.spans(self.stacked);
            [
                spans[0].1,
                spans[1].1,
                row.mark.as_ref().map_or(0.0, |mark| mark.value),
            ]
        });
        Axis::in_steps(ends, STEPS)
    }

    /// How high a drawing of this width is when its rows are no further apart than they need to be, in CSS pixels.
    pub fn height(&self, width: u32) -> u32 {
        let size = Size { width, height: 0 }.drawable();
        (Layout::new(self, size).natural_height() / UNITS_PER_PX).unsigned_abs()
    }

    /// Which share of that height is above the first row; the rows share the rest.
    pub fn head_share(&self, width: u32) -> f64 {
        let size = Size { width, height: 0 }.drawable();
        let layout = Layout::new(self, size);
        f64::from(layout.head) / f64::from(layout.natural_height().max(1))
    }

    /// Draws the chart, as high as it needs to be and at least as high as `size` says: then its rows are further
    /// apart.
    pub fn draw(&self, size: Size) -> Drawing {
        let height = size.height.max(self.height(size.width));
        let size = Size {
            width: size.width,
            height,
        }
        .drawable();
        Layout::new(self, size).draw(size)
    }
}

impl Row {
    /// Where each bar starts and ends.
    fn spans(&self, stacked: bool) -> [(f64, f64); 2] {
        let [first, second] = [self.bars[0].value, self.bars[1].value];
        let same_side = (first < 0.0 && second < 0.0) || (first > 0.0 && second > 0.0);
        let start = if stacked && same_side { first } else { 0.0 };
        [(0.0, first), (start, start + second)]
    }

    /// Whether each bar's text is left of zero. A bar that is nothing leaves the other its side.
    fn leftwards(&self) -> [bool; 2] {
        let [first, second] = [self.bars[0].value, self.bars[1].value];
        [
            first < 0.0 || (first == 0.0 && second >= 0.0),
            second < 0.0 || (second == 0.0 && first > 0.0),
        ]
    }
}
