//! Drawing the rollout: its points, one for the end of each rollout year, and what moving one does to the others.

use super::Scenario;
use crate::model::Curve;
use crate::solution::Solution;

/// A point stands on whole hundredths.
const PARTS: f64 = 100.0;

impl Scenario {
    /// The rollout as points that can be moved: the share completed at the end of rollout year 1, 2, … to the end of the
    /// horizon, whatever the curve is now.
    pub fn points(&self, solution: &Solution) -> Vec<f64> {
        let roles = &solution.plan.roles;
        let delay = self.value(roles.delay);
        let years = (self.value(roles.horizon) - delay.floor()).max(1.0) as usize;
        if let Curve::Drawn(points) = &self.curve {
            let last = points.last().copied().unwrap_or(0.0);
            let point = |place: usize| points.get(place).copied().unwrap_or(last);
            return (0..years).map(point).collect();
        }
        let mut at_once = self.clone();
        at_once.values[roles.delay] = 0.0;
        let results = at_once.results(solution);
        let completed = results.map_or_else(
            |_| vec![0.0; years],
            |results| results.evaluation.completed[..years].to_vec(),
        );
        completed.into_iter().map(on_step).collect()
    }
}

/// The points with one of them moved: those before it go down with it and those after it up, as far as they must, so
/// that the rollout never falls.
pub fn with_point(points: &[f64], place: usize, share: f64) -> Vec<f64> {
    let share = on_step(share);
    let moved = |(at, &point): (usize, &f64)| match at.cmp(&place) {
        std::cmp::Ordering::Less => point.min(share),
        std::cmp::Ordering::Equal => share,
        std::cmp::Ordering::Greater => point.max(share),
    };
    points.iter().enumerate().map(moved).collect()
}

fn on_step(share: f64) -> f64 {
    (share.clamp(0.0, 1.0) * PARTS).round() / PARTS
}
