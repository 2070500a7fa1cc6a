//! How a figure spreads: upright bars along an axis of values, losses in one ink and gains in another.

use super::axis::Axis;
use super::canvas::{self, Canvas, Failure, Lettering, Margins};
use super::drawing::{Anchor, Drawing, Size, UNITS_PER_PX, Weight};
use super::frame::Scale;
use super::ink::Ink;
use super::measure;

/// A distribution in bins of equal width, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct HistogramChart {
    /// Where the first bin begins, and the width of each.
    pub from: f64,
    pub width: f64,
    /// How much is in each bin, from 0.
    pub shares: Vec<f64>,
    /// What is between these is drawn in full, the rest in a tint.
    pub middle: [f64; 2],
}

impl HistogramChart {
    /// Draws the chart. `number` writes the values along its axis.
    pub fn draw(&self, size: Size, number: &dyn Fn(f64) -> String) -> Drawing {
        let size = size.drawable();
        let scale = Scale::for_width(size.width);
        let margins = Margins {
            left: scale.px(4),
            top: scale.px(4),
            right: scale.px(4),
            bottom: scale.small + scale.px(14),
        };
        // Nothing that varies is one bar in the middle.
        let width = if self.width > 0.0 { self.width } else { 1.0 };
        let to = self.from + width * self.shares.len() as f64;
        let highest = self
            .shares
            .iter()
            .copied()
            .fold(f64::MIN_POSITIVE, f64::max);
        canvas::draw(size, margins, (self.from, to), (0.0, highest), &|canvas| {
            for (place, &share) in self.shares.iter().enumerate() {
                let left = self.from + width * place as f64;
                self.draw_bar(canvas, [left, left + width * 0.92], share)?;
            }
            let edge = |x| canvas.at((x, 0.0));
            canvas.rule(edge(self.from), edge(to), Ink::Zero, scale.tenths(15))?;
            if self.from < 0.0 && 0.0 < to {
                let (top, foot) = (canvas.at((0.0, highest)), edge(0.0));
                canvas.rule(top, foot, Ink::Zero, scale.tenths(15))?;
            }
            draw_numbers(canvas, [self.from, to], size, scale, number)
        })
    }

    fn draw_bar(
        &self,
        canvas: &Canvas,
        [left, right]: [f64; 2],
        share: f64,
    ) -> Result<(), Failure> {
        let centre = (left + right) / 2.0;
        let ink = if centre < 0.0 {
            Ink::Cost
        } else {
            Ink::Benefit
        };
        let inside = self.middle[0] <= centre && centre <= self.middle[1];
        if share <= 0.0 {
            return Ok(());
        }
        if inside {
            return canvas.rectangle((left, share), (right, 0.0), ink);
        }
        let corners = [(left, 0.0), (left, share), (right, share), (right, 0.0)];
        canvas.tint(corners.to_vec(), ink)
    }
}

/// Round values along the foot, as many as have room.
fn draw_numbers(
    canvas: &Canvas,
    [from, to]: [f64; 2],
    size: Size,
    scale: Scale,
    number: &dyn Fn(f64) -> String,
) -> Result<(), Failure> {
    let axis = Axis::covering([from, to]);
    let (width, foot) = (size.width as i32 * UNITS_PER_PX, canvas.at((from, 0.0)).1);
    let mut taken = i32::MIN;
    for value in axis.gridlines().filter(|value| (from..=to).contains(value)) {
        let label = number(value);
        let wide = measure::width(&label, scale.small, Weight::Normal);
        let (x, _) = canvas.at((value, 0.0));
        let centre = x.max(wide / 2).min(width - wide / 2);
        if centre - wide / 2 < taken {
            continue;
        }
        taken = centre + wide / 2 + scale.px(8);
        canvas.rule((x, foot), (x, foot + scale.px(4)), Ink::Tick, scale.px(1))?;
        let lettering = Lettering {
            size: scale.small,
            ink: Ink::Tick,
            weight: Weight::Normal,
            anchor: Anchor::Middle,
        };
        canvas.text(
            &label,
            (centre, foot + scale.small + scale.px(6)),
            lettering,
        )?;
    }
    Ok(())
}
