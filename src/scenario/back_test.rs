//! How far the modelled rollout is from the one that was observed.

use super::Scenario;
use crate::model::{Curve, Results};
use crate::solution::Solution;

/// The textbook's Bass coefficients of innovation and imitation (per year): the averages of 213 applications, most of
/// them consumer goods (Sultan, Farley and Lehmann 1990).
pub const TEXTBOOK: [f64; 2] = [0.03, 0.38];

/// Mean absolute deviations of the units in place from those observed (units).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BackTest {
    /// How many of the observed years are within the horizon.
    pub years: usize,
    pub of_scenario: f64,
    /// Of the same scenario with a Bass curve of the textbook's coefficients.
    pub of_textbook: f64,
}

impl Scenario {
    /// Compares the rollout with the solution's observed points; none where it has none within the horizon.
    pub fn back_test(&self, solution: &Solution, results: &Results) -> Option<BackTest> {
        let mut textbook = self.clone();
        textbook.curve = Curve::Bass;
        let roles = &solution.plan.roles;
        for (role, value) in [roles.innovation, roles.imitation]
            .into_iter()
            .zip(TEXTBOOK)
        {
            textbook.values[role] = value;
        }
        let (years, of_scenario) = deviation(solution, results)?;
        let (_, of_textbook) = deviation(solution, &textbook.results(solution).ok()?)?;
        Some(BackTest {
            years,
            of_scenario,
            of_textbook,
        })
    }
}

/// The observed points within the horizon, by place in the series.
pub fn observed(solution: &Solution, years: usize) -> impl Iterator<Item = (usize, f64)> {
    let points = solution.observed.iter().flat_map(|path| &path.points);
    let first = solution.plan.first_year;
    points.filter_map(move |&(year, count)| {
        let place = usize::try_from(year - first).ok()?;
        (place < years).then_some((place, count))
    })
}

fn deviation(solution: &Solution, results: &Results) -> Option<(usize, f64)> {
    let e = &results.evaluation;
    let off = |(place, count): (usize, f64)| (e.installed[place] - count).abs();
    let off: Vec<f64> = observed(solution, e.years).map(off).collect();
    let mean = off.iter().sum::<f64>() / off.len() as f64;
    (!off.is_empty()).then_some((off.len(), mean))
}
