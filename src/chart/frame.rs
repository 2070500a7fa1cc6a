//! What a chart of lines has around its data: sizes of type, margins, gridlines and their labels.

use super::axis::Axis;
use super::canvas::{Canvas, Failure, Lettering, Margins};
use super::drawing::{Anchor, Bounds, Size, UNITS_PER_PX, Weight};
use super::ink::Ink;
use super::labels::{self, Wish};
use super::measure;

/// Sizes that follow from how wide a drawing is, in view box units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// Labels of lines and bars.
    pub text: i32,
    /// Numbers along the axes.
    pub small: i32,
    /// A CSS pixel on a page, more on a stage.
    px: i32,
}

impl Scale {
    /// For a drawing of this many CSS pixels: a phone's, a page's, or a stage's, seen from ten metres.
    pub fn for_width(width: u32) -> Scale {
        let (text, small, px) = match width {
            ..440 => (13, 12, 10),
            440..1500 => (14, 13, 10),
            _ => (22, 20, 15),
        };
        Scale {
            text: text * UNITS_PER_PX,
            small: small * UNITS_PER_PX,
            px,
        }
    }

    /// `tenths` of a pixel.
    pub const fn tenths(self, tenths: i32) -> i32 {
        tenths * self.px / 10
    }

    /// `count` pixels.
    pub const fn px(self, count: i32) -> i32 {
        count * self.px
    }
}

/// A gridline and its number.
pub(super) struct Gridline {
    pub value: f64,
    pub label: String,
}

/// The gridlines of an axis that is `height` high, fewer where their numbers would touch.
pub(super) fn gridlines(
    axis: &Axis,
    height: i32,
    scale: Scale,
    number: &dyn Fn(f64) -> String,
) -> Vec<Gridline> {
    let values: Vec<f64> = axis.gridlines().collect();
    let zero = values.iter().position(|&value| value == 0.0).unwrap_or(0);
    let steps = values.len().saturating_sub(1).max(1) as i32;
    let every = 1 + (scale.small * 3 / 2 * steps / height.max(1)).unsigned_abs() as usize;
    let kept = values
        .iter()
        .enumerate()
        .filter(|(index, _)| index.abs_diff(zero).is_multiple_of(every));
    kept.map(|(_, &value)| Gridline {
        value,
        label: number(value),
    })
    .collect()
}

/// Everything around the data of a line chart.
pub(super) struct Frame {
    pub scale: Scale,
    pub margins: Margins,
    pub gridlines: Vec<Gridline>,
    /// Whether the labels of the lines are inside the plot, because there is no room beside it.
    pub labels_inside: bool,
}

/// Drawings narrower than this, in CSS pixels, have the labels of their lines inside the plot.
const NARROW: u32 = 440;

/// Widths are rounded up to whole steps, so that the plot does not move when a number gets a digit more.
const MARGIN_STEP: i32 = 80;

impl Frame {
    /// Whether a drawing of this size has the labels of its lines inside the plot.
    pub const fn labels_inside(size: Size) -> bool {
        size.width < NARROW
    }

    pub fn new(size: Size, axis: &Axis, number: &dyn Fn(f64) -> String, labels: &[Wish]) -> Frame {
        let scale = Scale::for_width(size.width);
        let labels_inside = Frame::labels_inside(size);
        let (width, height) = (
            size.width as i32 * UNITS_PER_PX,
            size.height as i32 * UNITS_PER_PX,
        );
        // A number stands on the topmost gridline, or a label above a line there.
        let top = scale.text + scale.px(if labels_inside { 10 } else { 6 });
        let bottom = scale.small + scale.px(12);
        let gridlines = gridlines(axis, height - top - bottom, scale, number);
        let right = if labels_inside {
            scale.px(6)
        } else {
            let widest = labels
                .iter()
                .map(|label| label.block.width)
                .max()
                .unwrap_or(0);
            (measure::rounded_up(widest, MARGIN_STEP) + labels::gap(scale)).max(scale.px(16))
        };
        let margins = Margins {
            left: left_margin(&gridlines, width, scale),
            top,
            right,
            bottom,
        };
        Frame {
            scale,
            margins,
            gridlines,
            labels_inside,
        }
    }

    /// The gridlines, from edge to edge, and the zero line over them.
    pub fn draw_grid(&self, canvas: &Canvas, x: f64, right: i32) -> Result<(), Failure> {
        let rule = |value: f64, ink: Ink, width: i32| {
            let (_, y) = canvas.at((x, value));
            canvas.rule((0, y), (right, y), ink, width)
        };
        for gridline in self
            .gridlines
            .iter()
            .filter(|gridline| gridline.value != 0.0)
        {
            rule(gridline.value, Ink::Grid, self.scale.px(1))?;
        }
        rule(0.0, Ink::Zero, self.scale.tenths(15))
    }

    /// The numbers of the gridlines, each standing on its line at the left.
    pub fn draw_numbers(&self, canvas: &Canvas, x: f64) -> Result<(), Failure> {
        self.numbers(canvas, x).try_for_each(|(baseline, label)| {
            let lettering = Lettering {
                size: self.scale.small,
                ink: Ink::Tick,
                weight: Weight::Normal,
                anchor: Anchor::Start,
            };
            canvas.text(label, (0, baseline), lettering)
        })
    }

    /// The boxes of the numbers.
    pub fn number_bounds(&self, canvas: &Canvas, x: f64) -> Vec<Bounds> {
        let bounds = |(baseline, label): (i32, &str)| {
            measure::bounds(
                label,
                (0, baseline),
                Anchor::Start,
                self.scale.small,
                Weight::Normal,
            )
        };
        self.numbers(canvas, x).map(bounds).collect()
    }

    fn numbers<'f>(&'f self, canvas: &'f Canvas, x: f64) -> impl Iterator<Item = (i32, &'f str)> {
        let rise = self.scale.px(4);
        self.gridlines
            .iter()
            .map(move |line| (canvas.at((x, line.value)).1 - rise, line.label.as_str()))
    }
}

/// Room for the numbers of the gridlines. The topmost may reach into the plot, where there is seldom anything: so it
/// can say the unit. On a narrow drawing so may the others, rather than take more than a sixth of it.
fn left_margin(gridlines: &[Gridline], width: i32, scale: Scale) -> i32 {
    let but_topmost = gridlines.split_last().map_or(gridlines, |(_, below)| below);
    let widths = but_topmost
        .iter()
        .map(|line| measure::width(&line.label, scale.small, Weight::Normal));
    let widest = measure::rounded_up(widths.max().unwrap_or(0) + scale.px(8), MARGIN_STEP);
    widest.clamp(scale.px(20), width / 6)
}
