//! Where everything in a chart of bars is.

use super::paint::Painter;
use super::{Bars, Row};
use crate::chart::canvas::{self, Margins};
use crate::chart::drawing::{Drawing, Size, UNITS_PER_PX, Weight};
use crate::chart::frame::Scale;
use crate::chart::measure::{self, Block};

/// Drawings narrower than this, in CSS pixels, have the labels of the rows above the bars and not at their left.
const NARROW: u32 = 560;

pub(super) struct Layout<'a> {
    pub bars: &'a Bars,
    pub scale: Scale,
    /// One for each row.
    pub labels: Vec<Block<'a>>,
    /// Or else at the left.
    pub labels_above: bool,
    /// Of the whole drawing; this and all that follow in view box units.
    pub width: i32,
    /// Room for the labels at the left.
    pub label_column: i32,
    /// Room for the names of the sides.
    pub head: i32,
    /// In each row: room for the label above the bar, the bar itself, the mark's text, and the gap to the next row.
    pub above: i32,
    pub thickness: i32,
    pub below: i32,
    pub gap: i32,
}

impl<'a> Layout<'a> {
    pub fn new(bars: &'a Bars, size: Size) -> Layout<'a> {
        let scale = Scale::for_width(size.width);
        let labels_above = size.width < NARROW;
        let width = size.width as i32 * UNITS_PER_PX;
        let max_width = if labels_above {
            width
        } else {
            width * 35 / 100
        };
        let labels: Vec<Block> = bars
            .rows
            .iter()
            .map(|row| Block::wrapped(&row.label, scale.text, Weight::Normal, max_width))
            .collect();
        let widest = labels.iter().map(|label| label.width).max().unwrap_or(0);
        let highest = labels.iter().map(|label| label.height).max().unwrap_or(0);
        let marked = bars.rows.iter().any(|row| row.mark.is_some());
        let below = if marked { scale.px(5) + scale.small } else { 0 };
        let thickness = scale.px(20);
        Layout {
            bars,
            scale,
            labels,
            labels_above,
            width,
            label_column: if labels_above {
                0
            } else {
                widest + scale.px(14)
            },
            head: measure::line_height(scale.small) + scale.px(8),
            above: if labels_above {
                highest + scale.px(5)
            } else {
                0
            },
            thickness,
            below,
            gap: scale.px(12)
                + if labels_above {
                    0
                } else {
                    (highest - thickness - below).max(0)
                },
        }
    }

    pub fn natural_height(&self) -> i32 {
        let height = self.head + self.labels.len() as i32 * self.pitch();
        measure::rounded_up(height, UNITS_PER_PX)
    }

    fn pitch(&self) -> i32 {
        self.above + self.thickness + self.below + self.gap
    }

    /// `size` is at least as high as the rows need; what it has more is shared among them.
    pub fn draw(&self, size: Size) -> Drawing {
        let height = size.height as i32 * UNITS_PER_PX;
        let rows = (self.labels.len() as i32).max(1);
        let extra = ((height - self.natural_height()) / rows).max(0);
        let (first_bar, pitch) = (self.head + extra / 2 + self.above, self.pitch() + extra);
        let [left, right] = self.reserves();
        let margins = Margins {
            left: self.label_column + left,
            top: 0,
            right,
            bottom: 0,
        };
        let x = (self.bars.axis.min(), self.bars.axis.max());
        // Downwards, in view box units: so that the data's y is the drawing's.
        canvas::draw(size, margins, x, (f64::from(height), 0.0), &|canvas| {
            Painter {
                layout: self,
                canvas,
                first_bar,
                pitch,
                height,
            }
            .paint()
        })
    }

    /// Room at both sides for the texts at the ends of the bars, at most a third of the drawing each, or half for two
    /// texts. It follows from the texts and not from how long the bars are, so that zero stays where it is while a
    /// slider moves; only two texts on one side of zero may have part of their room inside the plot.
    fn reserves(&self) -> [i32; 2] {
        let most = (self.width - self.label_column) / 3;
        let mut reserves = [self.scale.px(4); 2];
        for row in &self.bars.rows {
            for (bar, leftwards) in row.bars.iter().zip(row.leftwards()) {
                let reserve = &mut reserves[usize::from(!leftwards)];
                *reserve = (*reserve).max(self.text_width(&bar.text)).min(most);
            }
        }
        for row in &self.bars.rows {
            let [leftwards, also] = row.leftwards();
            if leftwards == also {
                let both = row
                    .bars
                    .iter()
                    .map(|bar| self.text_width(&bar.text))
                    .sum::<i32>();
                let inside = self.beyond(
                    row,
                    leftwards,
                    self.width - self.label_column - reserves[0] - reserves[1],
                );
                let reserve = &mut reserves[usize::from(!leftwards)];
                *reserve = (*reserve).max(both - inside).min(most * 3 / 2);
            }
        }
        reserves
    }

    /// How much of a plot of this width is beyond the bars of the row, at the one side or the other.
    fn beyond(&self, row: &Row, leftwards: bool, width: i32) -> i32 {
        let axis = &self.bars.axis;
        let ends = row
            .spans(self.bars.stacked)
            .map(|(_, end)| axis.clamped(end));
        let free = if leftwards {
            ends[0].min(ends[1]).min(0.0) - axis.min()
        } else {
            axis.max() - ends[0].max(ends[1]).max(0.0)
        };
        (f64::from(width) * 0.6 * (free / (axis.max() - axis.min()))) as i32
    }

    /// With the gap between the bar and it.
    fn text_width(&self, text: &str) -> i32 {
        if text.is_empty() {
            return 0;
        }
        measure::width(text, self.scale.small, Weight::Normal) + self.scale.px(6)
    }
}
