//! How far a parameter must go for a figure to reach a target.
//!
//! Models one parameter at a time, the rest likely. Looks at signs only, so a figure may jump, turn, or have no value: a
//! grid over the whole range, then the interval where the sign changes cut into five parts, and again. The model takes
//! four scenarios at once anyway; no root finder that asks for one value after the other is quicker.

use super::case::{Block, Case, Error};
use super::series::Headline;
use crate::model::{Lanes, WIDTH};

/// Blocks of the grid.
const BLOCKS: usize = 18;

/// Times that the interval is cut into five parts: 5⁻²⁴ is below what a number can tell apart.
const CUTS: usize = 24;

/// Where a figure reaches its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Threshold {
    At {
        /// The parameter's value: the last one, seen from where the target is reached, at which it still is.
        value: f64,
        /// Whether the target is reached above the value rather than below.
        reached_above: bool,
        /// How many times the figure crosses the target in the range, as far as a grid of 72 values tells. Where
        /// there are several, this is the one nearest to the likely value.
        crossings: usize,
    },
    /// The figure is at or above the target wherever in the range.
    AlwaysReached,
    /// The figure is below the target wherever in the range.
    NeverReached,
}

/// The value of a parameter, from `range[0]` to `range[1]`, at which a headline reaches a target, the rest likely. For
/// the net present value the target is as a rule 0; for a published claim it is what is claimed.
///
/// # Errors
/// If the range is not legal for the parameter, or if the parameter is the horizon.
pub fn threshold(
    case: &Case,
    parameter: usize,
    range: [f64; 2],
    headline: Headline,
    target: f64,
) -> Result<Threshold, Error> {
    case.check(parameter, range)?;
    let mut block = Block::new(case);
    let mut reached = |values: [f64; WIDTH]| {
        block.values[parameter] = Lanes::from(values);
        block.evaluate(case)[headline as usize]
            .to_array()
            .map(|figure| figure >= target)
    };
    let last = BLOCKS * WIDTH - 1;
    let at = |step: usize| {
        let share = step as f64 / last as f64;
        (range[0] + (range[1] - range[0]) * share).min(range[1])
    };
    let mut grid = Vec::with_capacity(BLOCKS * WIDTH);
    for block in 0..BLOCKS {
        let values = std::array::from_fn(|lane| at(block * WIDTH + lane));
        grid.extend(values.into_iter().zip(reached(values)));
    }
    let likely = case.likely[parameter];
    let distance = |pair: &[(f64, bool)]| {
        let nearest = likely.max(pair[0].0).min(pair[1].0);
        (likely - nearest).abs()
    };
    let changes = || grid.windows(2).filter(|pair| pair[0].1 != pair[1].1);
    let nearest = changes().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let Some(&[mut below, mut above]) = nearest else {
        return Ok(match grid[0].1 {
            true => Threshold::AlwaysReached,
            false => Threshold::NeverReached,
        });
    };
    for _ in 0..CUTS {
        let step = (above.0 - below.0) / (WIDTH + 1) as f64;
        let values = std::array::from_fn(|lane| below.0 + step * (lane + 1) as f64);
        let inner = values.into_iter().zip(reached(values));
        // The first that differs from the lower end closes the interval, the one before it opens it.
        for point in inner {
            if point.1 != below.1 {
                above = point;
                break;
            }
            below = point;
        }
    }
    Ok(Threshold::At {
        value: if above.1 { above.0 } else { below.0 },
        reached_above: above.1,
        crossings: changes().count(),
    })
}
