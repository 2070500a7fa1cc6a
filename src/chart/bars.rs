//! Who pays and who gains: bars to both sides of zero, one pair a row.

use super::axis::Axis;
use super::canvas::{Drawn, Margins, drawing, text_size, width};
use super::drawing::{Drawing, Ink, Size, UNITS};
use plotters::style::text_anchor::{HPos, VPos};

/// Rows of bars. `axis` is the scale along the bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub rows: Vec<BarRow>,
    pub axis: Axis,
}

/// What an actor pays (to the left of zero) and gains (to the right), with texts ready to read.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    pub label: String,
    /// Not negative.
    pub paid: f64,
    pub gained: f64,
    pub paid_label: String,
    pub gained_label: String,
}

impl Bars {
    /// The axis that all bars fit on.
    pub fn fitting_axis(rows: &[BarRow]) -> Axis {
        Axis::covering(rows.iter().flat_map(|row| [-row.paid, row.gained]))
    }

    /// The height that the rows need, in CSS pixels, for a drawing of this width.
    pub fn height(&self, width: u32) -> u32 {
        let text = text_size(Size { width, height: 1 }) / UNITS;
        (text as u32 * 4) * self.rows.len() as u32 + text as u32
    }

    /// Draws the bars.
    pub fn draw(&self, size: Size) -> Drawing {
        let text = text_size(size);
        let room = |labels: Vec<&String>| {
            labels
                .into_iter()
                .map(|label| width(label, text))
                .max()
                .unwrap_or(0)
                + text
        };
        let margins = Margins {
            left: room(self.rows.iter().map(|row| &row.paid_label).collect()),
            right: room(self.rows.iter().map(|row| &row.gained_label).collect()),
            top: 0,
            bottom: text / 2,
        };
        let rows = self.rows.len().max(1) as f64;
        let upright = Axis {
            min: 0.0,
            max: rows,
            step: 1.0,
        };
        drawing(
            size,
            margins,
            self.axis.min..self.axis.max,
            &upright,
            |canvas| {
                for (index, row) in self.rows.iter().enumerate() {
                    let top = rows - index as f64;
                    let (high, low, middle) = (top - 0.46, top - 0.82, top - 0.64);
                    let (_, label_y) = canvas.place(0.0, top - 0.24);
                    canvas.text(
                        &row.label,
                        (0, label_y),
                        HPos::Left,
                        VPos::Center,
                        Ink::Label,
                    )?;
                    canvas.bar((-row.paid, high), (0.0, low), Ink::Cost)?;
                    canvas.bar((0.0, high), (row.gained, low), Ink::Benefit)?;
                    let gap = text / 2;
                    let (x, y) = canvas.place(-row.paid, middle);
                    canvas.text(
                        &row.paid_label,
                        (x - gap, y),
                        HPos::Right,
                        VPos::Center,
                        Ink::Cost,
                    )?;
                    let (x, y) = canvas.place(row.gained, middle);
                    canvas.text(
                        &row.gained_label,
                        (x + gap, y),
                        HPos::Left,
                        VPos::Center,
                        Ink::Benefit,
                    )?;
                }
                zero_line(canvas, rows)
            },
        )
    }
}

fn zero_line(canvas: &mut super::canvas::Canvas, rows: f64) -> Drawn {
    canvas.line([(0.0, 0.0), (0.0, rows - 0.4)], Ink::Zero, 12)
}
