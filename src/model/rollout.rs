//! How many units are in place (model.md, section 1).
//!
//! Models how a solution spreads among those who could have it. Leaves out units that are taken out of
//! service again, and competition between solutions.

use super::check::Error;
use super::evaluation::Evaluation;
use super::lanes::{Lanes, exp2_each, greater, ln_of, smaller};
use super::plan::Plan;
use borsh::{BorshDeserialize, BorshSerialize};

/// The shape of the rollout: which `F(s)`, the share completed `s` years after it started.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub enum Curve {
    /// Bass (1969), "A new product growth for model consumer durables", Management Science 15(5).
    Bass,
    /// The same number of units every year.
    Linear,
    /// The share completed at the end of rollout year 1, 2, …: piecewise linear, constant after the last.
    Drawn(Vec<f64>),
}

impl Curve {
    /// Whether a drawn curve is a share that never falls.
    ///
    /// # Errors
    /// The first point that is not, with what is allowed.
    pub fn check(&self) -> Result<(), Error> {
        let Curve::Drawn(points) = self else {
            return Ok(());
        };
        if points.is_empty() {
            return Err(Error::NothingDrawn);
        }
        let mut min = 0.0;
        for (index, &value) in points.iter().enumerate() {
            if !(min..=1.0).contains(&value) {
                return Err(Error::DrawnPoint {
                    position: index + 1,
                    value,
                    min,
                });
            }
            min = value;
        }
        Ok(())
    }

    /// Fills in `F(s)` at the end of each year; `F(0) = 0`.
    fn fill(&self, plan: &Plan, values: &[Lanes], completed: &mut [Lanes]) {
        let delay = values[plan.roles.delay];
        let ends = completed.iter_mut().enumerate();
        let ends =
            ends.map(|(year, share)| (greater(year as f64 + 1.0 - delay, Lanes::ZERO), share));
        match self {
            Curve::Bass => {
                let [p, q] = [plan.roles.innovation, plan.roles.imitation].map(|role| values[role]);
                bass(p, q, delay, completed);
            }
            Curve::Linear => {
                let years = values[plan.roles.rollout_years].abs();
                let done = |s: Lanes| smaller(s / years, Lanes::ONE);
                ends.for_each(|(s, share)| *share = s.simd_gt(0.0).select(done(s), Lanes::ZERO));
            }
            Curve::Drawn(points) => {
                ends.for_each(|(s, share)| *share = s.to_array().map(|s| drawn(points, s)).into());
            }
        }
    }
}

/// Fills in the Bass curve's share of eventual adopters (Bass 1969, the solution of equation 3). `e^{−(p+q)s}`, with `s`
/// the years since the start, is a product from year to year: the first year is most often not a whole one.
fn bass(p: Lanes, q: Lanes, delay: Lanes, completed: &mut [Lanes]) {
    let ratio = q / p;
    let start = delay.floor();
    let each_year = (p + q) * -std::f64::consts::LOG2_E;
    let mut steps = [each_year * (1.0 - (delay - start)), each_year];
    exp2_each(&mut steps);
    let [first, whole] = steps;
    let share = |decay: Lanes| (1.0 - decay) / (1.0 + ratio * decay);
    let mut decay = Lanes::ONE;
    // Until the last of the lanes has started.
    let last = start.to_array().map(|year| year as usize);
    let last = last.into_iter().max().unwrap_or_default();
    let (starting, later) = completed.split_at_mut(completed.len().min(last + 1));
    for (year, completed) in starting.iter_mut().enumerate() {
        let year = Lanes::splat(year as f64);
        let started = start.simd_eq(year).select(first, whole);
        decay *= start.simd_gt(year).select(Lanes::ONE, started);
        *completed = share(decay);
    }
    for completed in later {
        decay *= whole;
        *completed = share(decay);
    }
}

fn drawn(points: &[f64], s: f64) -> f64 {
    let whole = s.floor() as usize;
    let at = |year: usize| match year {
        0 => 0.0,
        year => points[year.min(points.len()) - 1],
    };
    let (before, after) = (at(whole), at(whole + 1));
    before + (after - before) * (s - s.floor())
}

/// Years until half of the rollout is done: the Bass curve solved for `F = ½`.
pub fn half_time(innovation: f64, imitation: f64) -> f64 {
    ln_of(2.0 + imitation / innovation) / (innovation + imitation)
}

/// The coefficient of imitation with which half of the rollout is done after `years`, given `innovation`.
/// Never below zero: without imitation at all, half is reached in `ln 2 / innovation` years.
pub fn imitation_for_half_time(innovation: f64, years: f64) -> f64 {
    let (mut low, mut high) = (0.0, 3.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if half_time(innovation, middle) > years {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Fills in the rollout: share completed, installed, new and in service, each year.
pub(super) fn fill(plan: &Plan, curve: &Curve, values: &[Lanes], out: &mut Evaluation<Lanes>) {
    let pilot = values[plan.roles.pilot];
    let target = greater(
        pilot,
        values[plan.roles.reach] * values[plan.roles.potential],
    );
    let mut before = pilot;
    out.target = target;
    let completed = &mut out.completed[..out.years];
    curve.fill(plan, values, completed);
    let changes = out.new.iter_mut().zip(&mut out.in_service);
    let years = out.installed.iter_mut().zip(changes).zip(completed);
    for ((installed, (new, in_service)), &mut share) in years {
        let now = pilot + (target - pilot) * share;
        *installed = now;
        *new = now - before;
        *in_service = (before + now) * 0.5;
        before = now;
    }
}
