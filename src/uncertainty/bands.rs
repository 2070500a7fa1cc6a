//! What the draws say: P10, P50 and P90, how likely a gain is, and how the figures spread.

use super::run::Simulation;
use super::series::{Headline, Series};

/// The figure that a tenth, half and nine tenths of the draws are below.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
}

impl Band {
    /// The band of some draws; no draws at all give zeros. Leaves `draws` in no certain order.
    pub fn of(draws: &mut [f64]) -> Self {
        Self::at(Self::SHARES, draws)
    }

    /// What these shares of some draws are below, in the place of a tenth, half and nine tenths; else as [`Band::of`].
    pub fn at(shares: [f64; 3], draws: &mut [f64]) -> Self {
        let [p10, p50, p90] = quantiles(draws, shares);
        Self { p10, p50, p90 }
    }

    /// What is below each, by what they are.
    pub const SHARES: [f64; 3] = [0.1, 0.5, 0.9];
}

/// The quantiles at rising shares by the nearest rank, found without sorting: the k-th of n draws, from 0, stands for
/// the share (k + ½)/n. One program for all that ask.
#[inline(never)]
fn quantiles(draws: &mut [f64], shares: [f64; 3]) -> [f64; 3] {
    if draws.is_empty() {
        return [0.0; 3];
    }
    let last = draws.len() - 1;
    let [low, middle, high] = shares.map(|share| last.min((share * draws.len() as f64) as usize));
    let (below, &mut at, above) = draws.select_nth_unstable_by(middle, f64::total_cmp);
    let nth = |part: &mut [f64], rank: usize| *part.select_nth_unstable_by(rank, f64::total_cmp).1;
    [
        if low < middle { nth(below, low) } else { at },
        at,
        if high > middle {
            nth(above, high - middle - 1)
        } else {
            at
        },
    ]
}

impl Simulation {
    /// The band of a year of a series, to single precision. Zeros if the series is not kept.
    pub fn band(&self, series: Series, year: usize) -> Band {
        Band::of(&mut self.year(series, year))
    }

    /// The band of each year of a series.
    pub fn bands(&self, series: Series) -> Vec<Band> {
        let years = 0..self.years();
        years.map(|year| self.band(series, year)).collect()
    }

    /// The band of a headline; infinite where there is none.
    pub fn headline_band(&self, headline: Headline) -> Band {
        Band::of(&mut self.headline(headline).to_vec())
    }

    /// The share of the draws in which the net present value is above zero; 0 before any draw.
    pub fn chance_of_gain(&self) -> f64 {
        chance_of_gain(self.headline(Headline::Npv))
    }

    /// How the net present value spreads, in so many bins.
    pub fn npv_histogram(&self, bins: usize) -> Histogram {
        Histogram::of(&mut self.headline(Headline::Npv).to_vec(), bins)
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
    pub fn of(draws: &mut [f64], bins: usize) -> Self {
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
