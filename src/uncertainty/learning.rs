//! What a parameter explains, and what it is worth to know it, from draws that are there already.
//!
//! Models the decision between going ahead, for the net benefit, and not, for nothing. Leaves out learning about
//! several parameters at once, and measurements that are not exact.
//!
//! Both need the net benefit's mean given the parameter, `g(x)`. It is fitted by regression: polynomials of `x` that are
//! orthogonal over the draws (Forsythe 1957, "Generation and use of orthogonal polynomials for data-fitting", J. SIAM
//! 5(2)). Then the share of variance is `Var g / Var y`, the first-order Sobol' index from given data (Plischke,
//! Borgonovo and Smith 2013, EJOR 226(3)), and the value of learning is `E max(0, g) − max(0, E y)` (Strong, Oakley and
//! Brennan 2014, Medical Decision Making 34(3); Strong and Oakley 2013 cut `x` into bins instead).
//!
//! Why not bins: with so few as keep the chance in their means small, what varies within them is lost, and the other way
//! round. A polynomial needs ten numbers for what would take some fifty bins. What chance adds all the same, ten
//! times the variance left over a draw, is taken off the explained variance (as in adjusted R², Ezekiel 1930), and `g` is
//! drawn together to have just what is left; else chance alone would give every parameter a value.

use super::run::Simulation;
use super::series::Headline;

/// The highest power of the parameter.
const DEGREE: usize = 10;

/// With fewer draws, a parameter is said to explain nothing: twice as many as the polynomial has powers.
pub const FEWEST_DRAWS: usize = 2 * DEGREE;

/// A polynomial of so small a norm, beside the one before, is rounding: the parameter has no more different values.
const VANISHING: f64 = 1e-12;

/// What knowing one parameter would explain and be worth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Explained {
    /// First-order Sobol' index, 0–1: the share of the variance of `y` that goes away when `x` is known.
    pub share_of_variance: f64,
    /// EVPPI, in the unit of `y`: at least 0, at most [`value_of_knowing_all`].
    pub value_of_learning: f64,
}

impl Explained {
    /// What `x` explains of `y`, draw by draw. Nothing where either is the same in all draws, or where there are fewer
    /// than [`FEWEST_DRAWS`].
    pub fn of(xs: &[f64], ys: &[f64]) -> Self {
        let mut learning = Learning::new(xs, ys);
        while learning.advance(ys) {}
        learning.explained(ys)
    }
}

/// EVPI, in the unit of `y`: what it is worth to know everything before deciding, `E max(0, y) − max(0, E y)`.
pub fn value_of_knowing_all(ys: &[f64]) -> f64 {
    let decided: f64 = ys.iter().copied().map(gain).sum();
    (decided / ys.len().max(1) as f64 - mean(ys).max(0.0)).max(0.0)
}

/// What a decision gives: nothing, where it would lose. Of many draws, not by `f64::max`, which is a function that a
/// browser calls for each.
fn gain(y: f64) -> f64 {
    if y > 0.0 { y } else { 0.0 }
}

fn mean(ys: &[f64]) -> f64 {
    ys.iter().sum::<f64>() / ys.len().max(1) as f64
}

/// The regression of `y` on `x` on its way: with each step `g` has a power of `x` more. Going through many draws ten times
/// takes longer than a page may be held.
pub struct Learning {
    mean: f64,
    /// `x` of every draw, from −1 to 1.
    x: Vec<f64>,
    /// The last two polynomials of every draw, how large they are, and `Σ x·p²` of the last.
    before: Vec<f64>,
    current: Vec<f64>,
    norm_before: f64,
    norm: f64,
    moment: f64,
    /// `g(x) − mean` of every draw but for the last polynomial, of which this share is in it; of the first nothing,
    /// because the mean is left out.
    fit: Vec<f64>,
    share: f64,
    powers: usize,
    /// Whether `x` has more values than the powers that there are can tell apart.
    varies: bool,
}

impl Learning {
    /// The mean alone. `xs` and `ys` are draw by draw.
    fn new(xs: &[f64], ys: &[f64]) -> Self {
        let ends = [f64::INFINITY, f64::NEG_INFINITY];
        let [low, high] = xs.iter().fold(ends, |[low, high], &x| {
            [
                if x < low { x } else { low },
                if x > high { x } else { high },
            ]
        });
        let x: Vec<f64> = xs
            .iter()
            .map(|x| (2.0 * x - low - high) / (high - low))
            .collect();
        let count = x.len();
        Self {
            mean: mean(ys),
            moment: x.iter().sum(),
            before: vec![0.0; count],
            current: vec![1.0; count],
            norm_before: 1.0,
            norm: count as f64,
            fit: vec![0.0; count],
            share: 0.0,
            powers: 0,
            varies: low < high,
            x,
        }
    }

    /// Takes a step; whether there is another.
    fn advance(&mut self, ys: &[f64]) -> bool {
        if !self.varies {
            return false;
        }
        if self.powers == DEGREE {
            for (fit, p) in self.fit.iter_mut().zip(&self.current) {
                *fit += self.share * p;
            }
            return false;
        }
        let middle = self.moment / self.norm;
        let ratio = match self.powers {
            0 => 0.0,
            _ => self.norm / self.norm_before,
        };
        let (mean, share) = (self.mean, self.share);
        let (mut norm, mut moment, mut product) = (0.0, 0.0, 0.0);
        // All in one pass: there may be many draws, and going through them takes longer than what is done with each.
        let polynomials = self.before.iter_mut().zip(&self.current);
        let draws = polynomials.zip(&mut self.fit).zip(self.x.iter().zip(ys));
        for (((before, p), fit), (x, y)) in draws {
            *fit += share * p;
            let next = (x - middle) * p - ratio * *before;
            *before = next;
            norm += next * next;
            moment += x * next * next;
            product += next * (y - mean);
        }
        std::mem::swap(&mut self.before, &mut self.current);
        self.varies = norm > VANISHING * self.norm;
        if self.varies {
            (self.norm_before, self.norm, self.moment) = (self.norm, norm, moment);
            self.share = product / norm;
            self.powers += 1;
        }
        self.varies
    }

    /// What has been found out, when no step is left.
    fn explained(&self, ys: &[f64]) -> Explained {
        let Self {
            mean, fit, powers, ..
        } = self;
        let count = fit.len().min(ys.len());
        let total: f64 = ys.iter().map(|y| (y - mean) * (y - mean)).sum();
        let fitted: f64 = fit.iter().map(|g| g * g).sum();
        if count < FEWEST_DRAWS || total <= 0.0 || fitted <= 0.0 {
            return Explained::default();
        }
        let left = (total - fitted).max(0.0) / (count - powers - 1) as f64;
        let explained = (fitted - *powers as f64 * left).max(0.0);
        let shrink = (explained / fitted).sqrt();
        let decided = fit.iter().map(|g| gain(mean + shrink * g));
        let value = decided.sum::<f64>() / count as f64 - mean.max(0.0);
        Explained {
            share_of_variance: (explained / total).min(1.0),
            value_of_learning: value.max(0.0).min(value_of_knowing_all(ys)),
        }
    }
}

impl Simulation {
    /// What knowing a parameter would explain and be worth (NOK) for the net present value.
    pub fn explained(&self, parameter: usize) -> Explained {
        Explained::of(&self.values(parameter), self.headline(Headline::Npv))
    }

    /// Begins to find the same out in steps.
    pub fn learning(&self, parameter: usize) -> Learning {
        Learning::new(&self.values(parameter), self.headline(Headline::Npv))
    }

    /// Takes a step; what was found when it was the last. There must be as many draws as at the beginning.
    pub fn learn(&self, learning: &mut Learning) -> Option<Explained> {
        let npv = self.headline(Headline::Npv);
        (!learning.advance(npv)).then(|| learning.explained(npv))
    }

    /// What it would be worth (NOK) to know everything before deciding: EVPI.
    pub fn value_of_knowing_all(&self) -> f64 {
        value_of_knowing_all(self.headline(Headline::Npv))
    }
}
