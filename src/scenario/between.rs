//! The way from one scenario to another, to be shown as it happens.

use super::Scenario;
use crate::solution::Solution;

impl Scenario {
    /// The scenario so much of the way from this one to another: 0 is this one, 1 the other. Its curve, and what counts
    /// in whole years, are the other's from half the way on. Where a figure on the way does not go with the rest, it is
    /// the other's.
    pub fn towards(&self, other: &Scenario, solution: &Solution, way: f64) -> Scenario {
        let mut between = if way < 0.5 {
            self.clone()
        } else {
            other.clone()
        };
        let whole = solution.plan.roles.horizon;
        for parameter in self.differing(other).filter(|&it| it != whole) {
            let (from, to) = (self.values[parameter], other.values[parameter]);
            let value = from + (to - from) * way;
            if between.set(solution, parameter, value).is_err() {
                between.values[parameter] = to;
            }
        }
        match solution.plan.check(&between.curve, &between.values) {
            Ok(()) => between,
            Err(_) => other.clone(),
        }
    }
}
