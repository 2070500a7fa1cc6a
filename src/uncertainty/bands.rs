//! What the draws say: P10, P50 and P90, how likely a gain is, and how the figures spread.

use super::run::Simulation;
use super::series::{Headline, Series};
use crate::model::{Lanes, WHOLE, WIDTH, greater, smaller};
use wide::bytemuck::cast;

/// The figure that a tenth, half and nine tenths of the draws are below.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
}

impl Band {
    /// The band of some draws; no draws at all give zeros.
    pub fn of(draws: &[f64]) -> Self {
        Self::at(Self::SHARES, draws)
    }

    /// What these shares of some draws are below, in the place of a tenth, half and nine tenths; else as [`Band::of`].
    pub fn at(shares: [f64; 3], draws: &[f64]) -> Self {
        let [p10, p50, p90] = quantiles(draws, shares);
        Self { p10, p50, p90 }
    }

    /// What is below each, by what they are.
    pub const SHARES: [f64; 3] = [0.1, 0.5, 0.9];
}

/// The quantiles at some shares by the nearest rank: the k-th of n draws, from 0, stands for the share (k + ½)/n. One
/// program for all that ask.
#[inline(never)]
fn quantiles(draws: &[f64], shares: [f64; 3]) -> [f64; 3] {
    if draws.is_empty() {
        return [0.0; 3];
    }
    let last = draws.len() - 1;
    let mut parts = Parts::of(draws);
    let wanted = shares.map(|share| parts.find(last.min((share * draws.len() as f64) as usize)));
    for (part, _) in wanted {
        parts.counts[part] |= WANTED;
    }
    // Only the draws that are in the parts with these ranks are sorted.
    let mut sorted: [Vec<f64>; 3] = Default::default();
    let place = |part| wanted.iter().position(|&(of_rank, _)| of_rank == part);
    parts.each(draws, |part, draw, count| {
        if *count & WANTED != 0
            && let Some(place) = place(part)
        {
            sorted[place].push(draw);
        }
    });
    for draws in &mut sorted {
        draws.sort_unstable_by(f64::total_cmp);
    }
    wanted.map(|(part, rank)| sorted[place(part).unwrap_or_default()][rank])
}

/// Draws in parts between the smallest and the largest, all of the same width but the first and the last, which have half of
/// it: what is in one is not above anything in the next. Where there is no such width, as with infinite draws, all are in the
/// first.
///
/// To find quantiles of a year so takes two thirds of the time that selecting them by comparing draws does.
struct Parts {
    smallest: f64,
    /// Parts per unit.
    density: f64,
    /// How many draws each has.
    counts: [u32; PARTS],
}

/// A power of two.
const PARTS: usize = 1024;

/// Set in the count of a part whose draws are asked for: there are never so many.
const WANTED: u32 = 1 << 31;

impl Parts {
    fn of(draws: &[f64]) -> Self {
        let [mut smallest, mut largest] = [f64::INFINITY, f64::NEG_INFINITY].map(Lanes::splat);
        let (blocks, rest) = draws.as_chunks();
        let rest = rest.iter().map(|&draw| Lanes::splat(draw));
        for draws in blocks.iter().copied().map(Lanes::from).chain(rest) {
            smallest = smaller(smallest, draws);
            largest = greater(largest, draws);
        }
        let smallest = smallest
            .to_array()
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        let largest = largest
            .to_array()
            .into_iter()
            .fold(f64::NEG_INFINITY, f64::max);
        let mut parts = Self {
            smallest,
            density: (PARTS - 1) as f64 / (largest - smallest),
            counts: [0; PARTS],
        };
        parts.each(draws, |_, _, count| *count += 1);
        parts
    }

    /// Hands on each draw with the part that it is in and the count of that.
    #[inline(always)]
    fn each(&mut self, draws: &[f64], mut take: impl FnMut(usize, f64, &mut u32)) {
        let (smallest, density) = (self.smallest, self.density);
        // The number of the part is in the last bits of a number that has no others. What is no number has zeros there.
        let parts = |draws: Lanes| -> [u64; WIDTH] { cast((draws - smallest) * density + WHOLE) };
        let mut each = |part: u64, draw: f64| {
            let part = part as usize % PARTS;
            take(part, draw, &mut self.counts[part]);
        };
        let (blocks, rest) = draws.as_chunks::<WIDTH>();
        for &block in blocks {
            let parts = parts(block.into());
            parts
                .into_iter()
                .zip(block)
                .for_each(|(part, draw)| each(part, draw));
        }
        for &draw in rest {
            each(parts(Lanes::splat(draw))[0], draw);
        }
    }

    /// The part that the draw with a rank is in, and its rank among those there.
    fn find(&self, mut rank: usize) -> (usize, usize) {
        let mut counts = self.counts.iter();
        let part = counts.position(|&count| match rank.checked_sub(count as usize) {
            Some(above) => {
                rank = above;
                false
            }
            None => true,
        });
        (part.unwrap_or(PARTS - 1), rank)
    }
}

impl Simulation {
    /// The band of a year of a series, to single precision. Zeros if the series is not kept.
    pub fn band(&self, series: Series, year: usize) -> Band {
        Band::of(&self.year(series, year))
    }

    /// The band of each year of a series.
    pub fn bands(&self, series: Series) -> Vec<Band> {
        let years = 0..self.years();
        years.map(|year| self.band(series, year)).collect()
    }

    /// The band of a headline; infinite where there is none.
    pub fn headline_band(&self, headline: Headline) -> Band {
        Band::of(self.headline(headline))
    }

    /// The share of the draws in which the net present value is above zero; 0 before any draw.
    pub fn chance_of_gain(&self) -> f64 {
        chance_of_gain(self.headline(Headline::Npv))
    }

    /// How the net present value spreads, in so many bins.
    pub fn npv_histogram(&self, bins: usize) -> Histogram {
        Histogram::of(self.headline(Headline::Npv), bins)
    }
}

/// The share of some draws of the net present value that are above zero; 0 of none. One program for all that ask.
#[inline(never)]
pub fn chance_of_gain(npv: &[f64]) -> f64 {
    let gains = npv.iter().filter(|&&npv| npv > 0.0).count();
    gains as f64 / npv.len().max(1) as f64
}

/// The shares of the draws in bins of equal width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Where the first bin begins.
    pub from: f64,
    /// The width of a bin; zero where nothing varies.
    pub width: f64,
    /// The share of the draws in each bin, 1 in all (0 without draws). The first and the last also hold what is outside.
    pub shares: Vec<f64>,
}

impl Histogram {
    /// Bins between P1 and P99 of the draws: a few far out do not squeeze the rest together.
    pub fn of(draws: &[f64], bins: usize) -> Self {
        let bins = bins.max(1);
        let [from, _, to] = quantiles(draws, [0.01, 0.5, 0.99]);
        let width = (to - from) / bins as f64;
        let mut shares = vec![0.0; bins];
        for draw in draws.iter() {
            // Where the width is zero this is no number, infinite or below zero: the first bin or the last.
            let bin = ((draw - from) / width) as usize;
            shares[bin.min(bins - 1)] += 1.0 / draws.len() as f64;
        }
        Self {
            from,
            width,
            shares,
        }
    }
}
