//! The drawing of a chart of bars, from the back to the front.

use super::layout::Layout;
use super::{Bar, Row};
use crate::chart::canvas::{Canvas, Failure, Lettering};
use crate::chart::drawing::{Anchor, Bounds, Weight};
use crate::chart::ink::Ink;
use crate::chart::measure::{self, Block};

pub(super) struct Painter<'a, 's> {
    pub layout: &'a Layout<'a>,
    pub canvas: &'a Canvas<'s>,
    /// The top of the first bar, in view box units.
    pub first_bar: i32,
    /// From one bar to the next.
    pub pitch: i32,
    /// Of the whole drawing.
    pub height: i32,
}

impl Painter<'_, '_> {
    pub fn paint(&self) -> Result<(), Failure> {
        for (row, top) in self.rows() {
            self.draw_bars(row, top)?;
        }
        self.draw_zero()?;
        for (row, top) in self.rows() {
            self.draw_mark(row, top)?;
        }
        self.draw_heads()?;
        for ((row, top), label) in self.rows().zip(&self.layout.labels) {
            self.draw_label(label, top)?;
            self.draw_values(row, top)?;
            if let Some(mark) = &row.mark {
                self.draw_mark_text(mark, top)?;
            }
        }
        Ok(())
    }

    /// Each row and the top of its bars.
    fn rows(&self) -> impl Iterator<Item = (&Row, i32)> {
        let top = |number: i32| self.first_bar + number * self.pitch;
        self.layout.bars.rows.iter().zip((0..).map(top))
    }

    fn draw_bars(&self, row: &Row, top: i32) -> Result<(), Failure> {
        let bars = self.layout.bars;
        let (from_y, to_y) = (f64::from(top), f64::from(top + self.layout.thickness));
        let spans = row.spans(bars.stacked);
        // The longer first: alternatives on the same side are both to be seen.
        let longer_first = if spans[0].1.abs() >= spans[1].1.abs() {
            [0, 1]
        } else {
            [1, 0]
        };
        for side in longer_first {
            let (from, to) = (
                bars.axis.clamped(spans[side].0),
                bars.axis.clamped(spans[side].1),
            );
            self.canvas
                .rectangle((from, from_y), (to, to_y), bars.sides[side].ink)?;
        }
        Ok(())
    }

    /// One line from top to bottom, or where there are labels above the bars, a line in each row between them.
    fn draw_zero(&self) -> Result<(), Failure> {
        let (x, scale) = (self.x(0.0), self.layout.scale);
        let rule = |top: i32, bottom: i32| {
            self.canvas
                .rule((x, top), (x, bottom), Ink::Zero, scale.tenths(15))
        };
        if !self.layout.labels_above {
            return rule(self.layout.head - scale.px(4), self.height);
        }
        let (over, below) = (
            scale.px(3),
            self.layout.thickness + self.layout.below + scale.px(3),
        );
        self.rows()
            .try_for_each(|(_, top)| rule(top - over, top + below))
    }

    fn draw_mark(&self, row: &Row, top: i32) -> Result<(), Failure> {
        let Some(mark) = &row.mark else {
            return Ok(());
        };
        let (x, over) = (self.x(mark.value), self.layout.scale.px(3));
        let ends = ((x, top - over), (x, top + self.layout.thickness + over));
        self.canvas
            .rule(ends.0, ends.1, Ink::Label, self.layout.scale.px(3))
    }

    /// Over the bars, from the left: a square of each side's ink, and the side's name.
    fn draw_heads(&self) -> Result<(), Failure> {
        let Layout {
            bars, scale, width, ..
        } = self.layout;
        let (square, baseline) = (scale.px(10), measure::ascent(scale.small) + scale.px(2));
        let mut left = self.layout.label_column;
        for (side, sides_left) in bars.sides.iter().zip([2, 1]) {
            let text_left = left + square + scale.px(6);
            let room = (width - left) / sides_left + left - text_left - scale.px(16);
            let text = measure::shorten(&side.label, scale.small, Weight::Bold, room);
            let corners = [(left, baseline - square), (left + square, baseline)];
            self.canvas.square(corners, side.ink)?;
            let lettering = Lettering {
                size: scale.small,
                ink: Ink::Label,
                weight: Weight::Bold,
                anchor: Anchor::Start,
            };
            self.canvas.text(&text, (text_left, baseline), lettering)?;
            left = text_left + measure::width(&text, scale.small, Weight::Bold) + scale.px(16);
        }
        Ok(())
    }

    fn draw_label(&self, label: &Block, bar_top: i32) -> Result<(), Failure> {
        let top = if self.layout.labels_above {
            bar_top - self.layout.scale.px(5) - label.height
        } else {
            bar_top + (self.layout.thickness - label.height) / 2
        };
        let bounds = Bounds {
            left: 0,
            top,
            right: label.width,
            bottom: top + label.height,
        };
        self.canvas.block(label, bounds, Ink::Label, Anchor::Start)
    }

    /// The texts of a row's bars, outside of the end that is furthest out on their side.
    fn draw_values(&self, row: &Row, bar_top: i32) -> Result<(), Failure> {
        let Layout {
            bars,
            scale,
            width,
            label_column,
            thickness,
            ..
        } = self.layout;
        let (gap, zero) = (scale.px(6), self.x(0.0));
        let ends = row.spans(bars.stacked).map(|(_, end)| self.x(end));
        let mark = row.mark.as_ref().map_or(zero, |mark| self.x(mark.value));
        let mut left = ends[0].min(ends[1]).min(zero).min(mark);
        let mut right = ends[0].max(ends[1]).max(zero).max(mark);
        let baseline = bar_top
            + (thickness + measure::ascent(scale.small) - measure::descent(scale.small)) / 2;
        for ((bar, leftwards), side) in row.bars.iter().zip(row.leftwards()).zip(&bars.sides) {
            let room = if leftwards {
                left - label_column
            } else {
                width - right
            } - gap;
            let text = measure::shorten(&bar.text, scale.small, Weight::Normal, room);
            let taken = measure::width(&text, scale.small, Weight::Normal) + gap;
            if leftwards {
                self.text(&text, (left - gap, baseline), side.ink, Anchor::End)?;
                left -= taken;
            } else {
                self.text(&text, (right + gap, baseline), side.ink, Anchor::Start)?;
                right += taken;
            }
        }
        Ok(())
    }

    /// The text of a mark, below the bar and from the mark outwards.
    fn draw_mark_text(&self, mark: &Bar, bar_top: i32) -> Result<(), Failure> {
        let Layout {
            scale,
            width: drawing_width,
            label_column,
            thickness,
            ..
        } = *self.layout;
        let text = measure::shorten(
            &mark.text,
            scale.small,
            Weight::Normal,
            drawing_width - label_column,
        );
        let width = measure::width(&text, scale.small, Weight::Normal);
        let (x, zero, gap, half_mark) = (self.x(mark.value), self.x(0.0), scale.px(6), scale.px(2));
        let left = if mark.value < 0.0 {
            (x + half_mark).min(zero - gap) - width
        } else {
            (x - half_mark).max(zero + gap)
        };
        let left = left.min(drawing_width - width).max(label_column);
        let baseline = bar_top + thickness + scale.px(5) + measure::ascent(scale.small);
        self.text(&text, (left, baseline), Ink::Label, Anchor::Start)
    }

    fn text(&self, content: &str, at: (i32, i32), ink: Ink, anchor: Anchor) -> Result<(), Failure> {
        let lettering = Lettering {
            size: self.layout.scale.small,
            ink,
            weight: Weight::Normal,
            anchor,
        };
        self.canvas.text(content, at, lettering)
    }

    /// Where a value is along the bars.
    fn x(&self, value: f64) -> i32 {
        self.canvas
            .at((self.layout.bars.axis.clamped(value), 0.0))
            .0
    }
}
