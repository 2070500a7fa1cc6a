//! A finished drawing as plain data: shapes, their inks, and where the data are.

use super::axis::Axis;
use super::ink::Ink;
use super::measure;

/// Units of the view box for each CSS pixel. Coordinates are whole numbers, so the drawing is ten times as large.
pub const UNITS_PER_PX: i32 = 10;

/// The size of a drawing on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
}

impl Size {
    /// The size that is drawn in: a frame that a host page gave no room at all still gets a drawing, which scales.
    pub(super) fn drawable(self) -> Size {
        Size {
            width: self.width.clamp(240, 10_000),
            height: self.height.clamp(120, 10_000),
        }
    }
}

/// A drawing in view box units (ten for each CSS pixel), the origin at the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width of the view box.
    pub width: i32,
    /// Height of the view box.
    pub height: i32,
    /// From the back to the front.
    pub shapes: Vec<Shape>,
    /// Where the data are: the first year is at its left edge and the last at its right.
    pub plot: PlotArea,
}

impl Drawing {
    /// The value of SVG's `viewBox`.
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", self.width, self.height)
    }
}

/// One element of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line or an area, for the `d` attribute of an SVG path.
    Path { d: String, ink: Ink, paint: Paint },
    /// One line of text.
    Text {
        /// Where the anchor is.
        x: i32,
        /// The baseline.
        y: i32,
        anchor: Anchor,
        /// Font size in view box units.
        size: i32,
        ink: Ink,
        weight: Weight,
        content: String,
    },
}

/// How the ink of a path is put on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The inside, in full colour.
    Fill,
    /// The inside, in a tint of the ink: uncertainty.
    Tint,
    /// The line; its width in view box units.
    Stroke(u32),
    /// The line in dashes; its width in view box units.
    Dashed(u32),
}

impl Paint {
    /// The CSS classes of the paint.
    pub const fn class(self) -> &'static str {
        match self {
            Paint::Fill => "fill",
            Paint::Tint => "tint",
            Paint::Stroke(_) => "stroke",
            Paint::Dashed(_) => "stroke dashed",
        }
    }

    /// The line's width in view box units; areas have none.
    pub const fn width(self) -> Option<u32> {
        match self {
            Paint::Fill | Paint::Tint => None,
            Paint::Stroke(width) | Paint::Dashed(width) => Some(width),
        }
    }

    /// The lengths of dash and gap, for `stroke-dasharray`, in view box units.
    pub const fn dashes(self) -> Option<[u32; 2]> {
        match self {
            Paint::Dashed(width) => Some([30 + width, 25 + width / 2]),
            Paint::Fill | Paint::Tint | Paint::Stroke(_) => None,
        }
    }
}

/// Which end of a text is at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub const fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Normal,
    Bold,
}

impl Weight {
    /// The value of SVG's `font-weight`.
    pub const fn value(self) -> &'static str {
        match self {
            Weight::Normal => "400",
            Weight::Bold => "600",
        }
    }
}

/// A box in view box units; `right` and `bottom` are the far edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Bounds {
    /// Whether the two share more than an edge.
    pub const fn overlaps(self, other: Bounds) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether all of this box is inside the other.
    pub const fn inside(self, other: Bounds) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }
}

impl Shape {
    /// The box that a text is reckoned to need, from the room's own table of widths. Paths have none.
    pub fn text_bounds(&self) -> Option<Bounds> {
        let Shape::Text {
            x,
            y,
            anchor,
            size,
            weight,
            content,
            ..
        } = self
        else {
            return None;
        };
        Some(measure::bounds(content, (*x, *y), *anchor, *size, *weight))
    }
}

/// The rectangle of the data, in view box units.
pub type PlotArea = Bounds;

impl PlotArea {
    /// Which of `count` years is nearest to `x`, in view box units; 0 is the first. Outside the plot: the nearest end.
    pub fn index_at(self, x: f64, count: usize) -> usize {
        let last = count.saturating_sub(1) as f64;
        let share = (x - f64::from(self.left)) / f64::from((self.right - self.left).max(1));
        // A float becomes the nearest whole number that fits: below zero is zero, and so is NaN.
        (share.clamp(0.0, 1.0) * last).round() as usize
    }

    /// The value on the axis at `y`, in view box units. Outside the plot: the axis's nearest end.
    pub fn value_at(self, y: f64, axis: &Axis) -> f64 {
        let share = (f64::from(self.bottom) - y) / f64::from((self.bottom - self.top).max(1));
        axis.min() + share.clamp(0.0, 1.0) * (axis.max() - axis.min())
    }
}
