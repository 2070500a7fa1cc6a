//! How many units are in place (model.md, section 1).
//!
//! Models how a solution spreads among those who could have it. Leaves out units that are taken out of
//! service again, and competition between solutions.

use super::check::Error;
use super::evaluation::Evaluation;
use super::lanes::Lanes;
use super::plan::Plan;

/// The shape of the rollout: which `F(s)`, the share completed `s` years after it started.
#[derive(Clone, Debug, PartialEq)]
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

    /// `F(s)` in every lane; `F(0) = 0`.
    fn share<const W: usize>(&self, plan: &Plan, values: &[Lanes<W>], s: Lanes<W>) -> Lanes<W> {
        match self {
            Curve::Bass => bass(
                values[plan.roles.innovation],
                values[plan.roles.imitation],
                s,
            ),
            Curve::Linear => s.zip(values[plan.roles.rollout_years], |s, years| {
                if s <= 0.0 {
                    0.0
                } else {
                    (s / years.abs()).min(1.0)
                }
            }),
            Curve::Drawn(points) => s.map(|s| drawn(points, s)),
        }
    }
}

/// The Bass curve's share of eventual adopters after `s` years (Bass 1969, the solution of equation 3).
fn bass<const W: usize>(p: Lanes<W>, q: Lanes<W>, s: Lanes<W>) -> Lanes<W> {
    let decay = (-(p + q) * s).exp();
    (1.0 - decay) / (1.0 + q / p * decay)
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
    libm::log(2.0 + imitation / innovation) / (innovation + imitation)
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
pub(super) fn fill<const W: usize>(
    plan: &Plan,
    curve: &Curve,
    values: &[Lanes<W>],
    out: &mut Evaluation<W>,
) {
    let pilot = values[plan.roles.pilot];
    let delay = values[plan.roles.delay];
    let target = pilot.max(values[plan.roles.reach] * values[plan.roles.potential]);
    let mut before = pilot;
    out.target = target;
    for year in 0..out.years {
        let started = (year as f64 + 1.0 - delay).max(Lanes::ZERO);
        let share = curve.share(plan, values, started);
        let installed = pilot + (target - pilot) * share;
        out.completed[year] = share;
        out.installed[year] = installed;
        out.new[year] = installed - before;
        out.in_service[year] = (before + installed) * 0.5;
        before = installed;
    }
}
