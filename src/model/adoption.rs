//! How many units are really used (model.md, section 2).
//!
//! Models each unit's way from being in place to being used. Leaves out units that fall out of use again.

use super::evaluation::Evaluation;
use super::lanes::{Lanes, exp2};
use super::plan::Plan;

/// Fills in the units in use, each year.
///
/// A unit of age `x` is used `u(x) = a·(1 − 0.1^{x/τ})`; its first calendar year, from the middle on, counts
/// `½·u(¼)`. With `g = 0.1^{1/τ}` the sum over all earlier years' units is `a·(Σ new − lag)`, where
/// `lag(t) = g·(lag(t−1) + new(t−1))`: one step a year.
pub(super) fn fill(plan: &Plan, values: &[Lanes], out: &mut Evaluation<Lanes>) {
    let adoption = values[plan.roles.adoption];
    let log_gap = -std::f64::consts::LOG2_10 / values[plan.roles.ramp].abs();
    let quarter = exp2(log_gap * 0.25);
    let half = quarter * quarter;
    let gap = half * half;
    let first_year_use = 0.5 * (1.0 - quarter);
    let pilot = values[plan.roles.pilot];
    let (mut earlier, mut lag) = (Lanes::ZERO, Lanes::ZERO);
    let news = &out.new[..out.years];
    for (in_use, &new) in out.in_use.iter_mut().zip(news) {
        *in_use = adoption * (pilot + (earlier - lag) + new * first_year_use);
        earlier += new;
        lag = gap * (lag + new);
    }
}
