//! Labels of lines: beside the plot at the lines' right ends where there is room, else inside it, near the ends.

use super::canvas::{Canvas, Failure};
use super::drawing::{Anchor, Bounds, PlotArea, Weight};
use super::frame::Scale;
use super::ink::Ink;
use super::measure::{self, Block};
use super::place::{self, Candidate, Surroundings};

/// A label that wants to be at a line's end.
pub(super) struct Wish<'a> {
    pub block: Block<'a>,
    pub ink: Ink,
}

impl<'a> Wish<'a> {
    /// The label of a series, broken to fit the width.
    pub fn new(label: &'a str, ink: Ink, weight: Weight, scale: Scale, max_width: i32) -> Wish<'a> {
        Wish {
            block: Block::wrapped(label, scale.text, weight, max_width),
            ink,
        }
    }
}

/// Between the plot and the labels beside it.
pub(super) const fn gap(scale: Scale) -> i32 {
    scale.px(9)
}

/// Labels beside the plot, each as near as possible to the height of its line's end. The last of them go without
/// when there is not room for all.
pub(super) fn draw_beside(
    canvas: &Canvas,
    wishes: &[Wish],
    ends: &[i32],
    plot: PlotArea,
    scale: Scale,
) -> Result<(), Failure> {
    let between = scale.px(3);
    let tops: Vec<(i32, i32)> = wishes
        .iter()
        .zip(ends)
        .map(|(wish, end)| {
            (
                end - (wish.block.height + between) / 2,
                wish.block.height + between,
            )
        })
        .collect();
    let tops = place::spread(&tops, 0, plot.bottom + scale.px(4));
    for (wish, top) in wishes.iter().zip(tops) {
        if let Some(top) = top {
            let left = plot.right + gap(scale);
            let bounds = Bounds {
                left,
                top: top + between / 2,
                right: left + wish.block.width,
                bottom: top + between / 2 + wish.block.height,
            };
            canvas.block(&wish.block, bounds, wish.ink, Anchor::Start)?;
        }
    }
    Ok(())
}

/// A label inside the plot, above or below its line and as near as possible to its right end.
pub(super) fn draw_inside(
    canvas: &Canvas,
    wish: &Wish,
    line: &[(i32, i32)],
    surroundings: &mut Surroundings,
    scale: Scale,
) -> Result<(), Failure> {
    let candidates = along(&wish.block, line, surroundings.within, scale);
    let end = line.last().copied().unwrap_or_default();
    let taken = surroundings.take_best(candidates);
    let taken = taken
        .or_else(|| surroundings.take_best(anywhere(&wish.block, end, surroundings.within, scale)));
    match taken {
        Some(bounds) => canvas.block(&wish.block, bounds, wish.ink, Anchor::End),
        None => Ok(()),
    }
}

/// A label near a point of the plot.
pub(super) fn draw_near(
    canvas: &Canvas,
    wish: &Wish,
    point: (i32, i32),
    surroundings: &mut Surroundings,
    scale: Scale,
) -> Result<(), Failure> {
    let candidates = around(&wish.block, point, scale);
    let taken = surroundings.take_best(candidates);
    let taken = taken.or_else(|| {
        surroundings.take_best(anywhere(&wish.block, point, surroundings.within, scale))
    });
    match taken {
        Some(bounds) => {
            let anchor = if bounds.left >= point.0 {
                Anchor::Start
            } else if bounds.right <= point.0 {
                Anchor::End
            } else {
                Anchor::Middle
            };
            canvas.block(&wish.block, bounds, wish.ink, anchor)
        }
        None => Ok(()),
    }
}

const PLACES_ALONG: i32 = 8;

/// Right above and below the line, and one or two labels' heights further off, for labels under each other.
fn along(block: &Block, line: &[(i32, i32)], within: Bounds, scale: Scale) -> Vec<Candidate> {
    let (width, height, clear) = (block.width, block.height, scale.px(6));
    let slack = (within.right - within.left - width).max(0);
    let mut candidates = Vec::with_capacity(6 * PLACES_ALONG as usize);
    for place in 0..PLACES_ALONG {
        let away = slack * place / (PLACES_ALONG - 1);
        let (left, right) = (within.right - away - width, within.right - away);
        let Some((highest, lowest)) = place::extent(line, left, right) else {
            continue;
        };
        for off in 0..3 {
            let off_line = clear + off * (height + clear);
            let cost = away + (lowest - highest) / 2 + 400 * off;
            for top in [highest - off_line - height, lowest + off_line] {
                let bounds = Bounds {
                    left,
                    top,
                    right,
                    bottom: top + height,
                };
                candidates.push(Candidate { bounds, cost });
            }
        }
    }
    candidates
}

/// The places right and left of, above and below a point, near it and further away.
fn around(block: &Block, (x, y): (i32, i32), scale: Scale) -> Vec<Candidate> {
    let (width, height) = (block.width, block.height);
    let mut candidates = Vec::with_capacity(42);
    for (away, ring) in [scale.px(9), scale.px(20), scale.px(36)]
        .into_iter()
        .zip(0..)
    {
        let lefts = [
            x - width,
            x,
            x - width / 2,
            x - width * 3 / 4,
            x - width / 4,
            x - away - width,
            x + away,
        ];
        let tops = [y - away - height, y + away];
        for (top, below) in tops.into_iter().zip(0..) {
            for (left, aside) in lefts.into_iter().zip(0..) {
                let bounds = Bounds {
                    left,
                    top,
                    right: left + width,
                    bottom: top + height,
                };
                let cost = 600 * ring + 100 * below + 30 * aside;
                candidates.push(Candidate { bounds, cost });
            }
        }
    }
    candidates
}

/// All over the plot, for when it is crowded near the point.
fn anywhere(block: &Block, (x, y): (i32, i32), within: Bounds, scale: Scale) -> Vec<Candidate> {
    let (width, height) = (block.width, block.height);
    let slack = (within.right - within.left - width).max(0);
    let step = measure::line_height(scale.text) / 2;
    let mut candidates = Vec::new();
    for row in 0..=((within.bottom - within.top - height) / step).max(0) {
        for place in 0..PLACES_ALONG {
            let (left, top) = (
                within.left + slack * place / (PLACES_ALONG - 1),
                within.top + row * step,
            );
            let cost = (left + width / 2 - x).abs() / 2 + (top + height / 2 - y).abs();
            candidates.push(Candidate {
                bounds: Bounds {
                    left,
                    top,
                    right: left + width,
                    bottom: top + height,
                },
                cost,
            });
        }
    }
    candidates
}
