//! A distribution from three figures: the metalog through P10, P50 and P90 (Keelin 2016).
//!
//! Models what somebody believes who can say low, likely and high. Leaves out more figures than three, and what
//! two parameters have to do with one another.
//!
//! Source: T. W. Keelin (2016), "The metalog distributions", Decision Analysis 13(4): the symmetric-percentile
//! triplet with three terms (his section 4), on a log or logit scale where bounded (his section 3.3).

use crate::model::{Domain, Lanes, Plain, exp2_each, lane, ln_of, log2_each, smaller};
use borsh::{BorshDeserialize, BorshSerialize};
use std::f64::consts::{LN_2, LOG2_E};

/// `ln((1 − α)/α)` with `α = 0.1`: the standard logistic distribution's P90.
const LOGIT_P90: f64 = 2.197_224_577_336_219_6;

/// The largest size of the third coefficient over the second that still gives a distribution: Keelin's
/// 1.66711, rounded down.
const STEEPEST: f64 = 1.667;

/// Blocks of quantiles that are found together, so that their logits need no allocation.
const AT_A_TIME: usize = 16;

/// Which of the three figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Low,
    Likely,
    High,
}

/// Why three figures are not a distribution. All figures in the parameter's own unit.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum TripletError {
    #[error("bounds {} to {}: the first must be below the second", Plain(bounds.min), Plain(bounds.max))]
    NoRoom { bounds: Domain },
    #[error("{figure:?} = {}: must be between {} and {}, and off both", Plain(*value), Plain(bounds.min), Plain(bounds.max))]
    OutOfBounds {
        figure: Figure,
        value: f64,
        bounds: Domain,
    },
    #[error("{}, {}, {}: must rise", Plain(*low), Plain(*likely), Plain(*high))]
    NotRising { low: f64, likely: f64, high: f64 },
    /// The likely figure is too near one of the others for the distance to the third.
    #[error("likely = {}: too lopsided between {} and {}; the nearest that would do is {}", Plain(*likely), Plain(*low), Plain(*high), Plain(*nearest))]
    TooSkewed {
        low: f64,
        likely: f64,
        high: f64,
        /// The likely figure closest to the one given that would be accepted.
        nearest: f64,
    },
}

/// What is believed of a parameter.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Known for sure.
    Constant(f64),
    Metalog(Metalog),
}

/// A three-term metalog.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub struct Metalog {
    figures: [f64; 3],
    coefficients: [f64; 3],
    scale: Scale,
}

impl Metalog {
    /// The distribution with these figures as P10, P50 and P90. An infinite bound is none; three equal figures,
    /// on their bounds or between, are a constant.
    ///
    /// # Errors
    /// If a figure touches or leaves the bounds, if the figures do not rise, or if the likely one is so near the
    /// low or the high one that no metalog goes through them.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(
        low: f64,
        likely: f64,
        high: f64,
        bounds: Domain,
    ) -> Result<Distribution, TripletError> {
        let scale = Scale::new(bounds).ok_or(TripletError::NoRoom { bounds })?;
        let constant = low == likely && likely == high;
        let named = [
            (Figure::Low, low),
            (Figure::Likely, likely),
            (Figure::High, high),
        ];
        for (figure, value) in named {
            let inside = bounds.min < value && value < bounds.max;
            if !(inside || constant && bounds.contains(value) && value.is_finite()) {
                return Err(TripletError::OutOfBounds {
                    figure,
                    value,
                    bounds,
                });
            }
        }
        if constant {
            return Ok(Distribution::Constant(likely));
        }
        if !(low < likely && likely < high) {
            return Err(TripletError::NotRising { low, likely, high });
        }
        let [z10, z50, z90] = [low, likely, high].map(|figure| scale.unbound(figure));
        let spread = z90 - z10;
        let second = spread / (2.0 * LOGIT_P90);
        let third = (z10 + z90 - 2.0 * z50) / (0.8 * LOGIT_P90);
        let feasible = third.abs() <= STEEPEST * second;
        if !feasible {
            // |third / second| is 2.5·|1 − 2k|; a hair inside, so that rounding cannot push it out again.
            let margin = 0.5 * (1.0 - STEEPEST / 2.5 * (1.0 - 1e-6));
            let k = ((z50 - z10) / spread).clamp(margin, 1.0 - margin);
            return Err(TripletError::TooSkewed {
                low,
                likely,
                high,
                nearest: scale.bound(z10 + k * spread),
            });
        }
        Ok(Distribution::Metalog(Metalog {
            figures: [low, likely, high],
            coefficients: [z50, second, third],
            scale,
        }))
    }
}

impl Distribution {
    /// P10, P50 and P90.
    pub fn figures(&self) -> [f64; 3] {
        match self {
            Distribution::Constant(value) => [*value; 3],
            Distribution::Metalog(metalog) => metalog.figures,
        }
    }

    /// The same belief around another likely figure: moved on the scale on which it has no bounds, so that its range goes
    /// along in proportion and never leaves them. At a bound nothing is left to vary.
    pub fn around(self, likely: f64) -> Self {
        let Distribution::Metalog(metalog) = self else {
            return Distribution::Constant(likely);
        };
        let Metalog {
            figures: [low, _, high],
            coefficients: [middle, second, third],
            scale,
        } = metalog;
        if likely == metalog.figures[1] {
            return self;
        }
        let moved = scale.unbound(likely);
        if !moved.is_finite() {
            return Distribution::Constant(likely);
        }
        let [low, high] =
            [low, high].map(|figure| scale.bound(scale.unbound(figure) + (moved - middle)));
        Distribution::Metalog(Metalog {
            figures: [low, likely, high],
            coefficients: [moved, second, third],
            scale,
        })
    }

    /// The value below which the share `y` of the distribution lies, `0 < y < 1`.
    pub fn quantile(&self, y: f64) -> f64 {
        let mut quantile = [Lanes::splat(y)];
        self.quantiles(&mut quantile);
        lane(&quantile[0], 0)
    }

    /// Puts the quantiles where the shares are: a logarithm and at most an exponential each.
    pub fn quantiles(&self, shares: &mut [Lanes]) {
        let Distribution::Metalog(metalog) = self else {
            return shares.fill(Lanes::splat(self.figures()[1]));
        };
        let [first, second, third] = metalog.coefficients.map(|it| metalog.scale.factor() * it);
        // The logits are binary logarithms.
        let [second, third] = [second * LN_2, third * LN_2];
        for shares in shares.chunks_mut(AT_A_TIME) {
            let mut room = [Lanes::ZERO; AT_A_TIME];
            let logits = &mut room[..shares.len()];
            for (logit, &y) in logits.iter_mut().zip(&*shares) {
                *logit = y / (1.0 - y);
            }
            log2_each(logits);
            for (y, &logit) in shares.iter_mut().zip(&*logits) {
                *y = first + logit * (second + third * (*y - 0.5));
            }
            metalog.scale.bind(shares);
        }
    }
}

/// The scale on which the metalog has no bounds. `z` rises with the value on all of them.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
enum Scale {
    Plain,
    /// `z = ln(value − min)`.
    Above(f64),
    /// `z = −ln(max − value)`.
    Below(f64),
    /// `z = ln((value − min)/(max − value))`.
    Between(f64, f64),
}

impl Scale {
    fn new(bounds: Domain) -> Option<Self> {
        let Domain { min, max } = bounds;
        (min < max).then_some(match (min.is_finite(), max.is_finite()) {
            (false, false) => Scale::Plain,
            (true, false) => Scale::Above(min),
            (false, true) => Scale::Below(max),
            (true, true) => Scale::Between(min, max),
        })
    }

    fn unbound(self, value: f64) -> f64 {
        match self {
            Scale::Plain => value,
            Scale::Above(min) => ln_of(value - min),
            Scale::Below(max) => -ln_of(max - value),
            Scale::Between(min, max) => ln_of((value - min) / (max - value)),
        }
    }

    /// One figure, back on the parameter's own scale.
    fn bound(self, z: f64) -> f64 {
        let mut one = [Lanes::splat(self.factor() * z)];
        self.bind(&mut one);
        lane(&one[0], 0)
    }

    /// By what `z` is multiplied for [`Scale::bind`].
    fn factor(self) -> f64 {
        match self {
            Scale::Plain => 1.0,
            Scale::Above(_) => LOG2_E,
            Scale::Below(_) | Scale::Between(..) => -LOG2_E,
        }
    }

    /// Puts figures, times this factor, back on the parameter's own scale; rounding never leaves the bounds.
    fn bind(self, figures: &mut [Lanes]) {
        if self != Scale::Plain {
            exp2_each(figures);
        }
        let each = figures.iter_mut();
        match self {
            Scale::Plain => {}
            Scale::Above(min) => each.for_each(|e| *e += min),
            Scale::Below(max) => each.for_each(|e| *e = max - *e),
            Scale::Between(min, max) => {
                let (width, most) = (Lanes::splat(max - min), Lanes::splat(max));
                each.for_each(|e| *e = smaller(min + width / (1.0 + *e), most));
            }
        }
    }
}
