//! What the calculation starts from: the cells of the sheet of assumptions, by name, with what stands in them.

use super::formula::{Condition, Formula, Range, in_quotes};
use super::names::Names;
use crate::model::{Curve, Roles, Timing};
use crate::scenario::Scenario;
use crate::solution::Solution;
use std::cell::Cell;

/// Everything that a formula can refer to.
pub struct Inputs<'a> {
    pub solution: &'a Solution,
    pub scenario: &'a Scenario,
    /// Columns of the calculation: the longest horizon that may be chosen.
    pub years: usize,
    /// The shape of the rollout.
    pub curve: String,
    pub first_year: String,
    /// The share completed, drawn by hand: at the start, and at the end of every year from then on.
    pub drawn: Range,
    /// The carbon price's path: years, and prices.
    pub carbon: [Range; 2],
    /// In the order of the solution's parameters; whether a formula has asked for it.
    parameters: Vec<(String, Cell<bool>)>,
    /// Of the streams that convert their factors' units.
    scales: Vec<Option<String>>,
    /// Of the costs that fall once: years after the first.
    moments: Vec<Option<(String, f64)>>,
}

/// What the shapes of the rollout are called, here and on the command line.
pub const CURVES: [&str; 3] = [BASS, LINEAR, DRAWN];
pub const BASS: &str = "bass";
pub const LINEAR: &str = "linear";
const DRAWN: &str = "drawn";

impl<'a> Inputs<'a> {
    pub fn new(solution: &'a Solution, scenario: &'a Scenario) -> Self {
        let mut names = Names::default();
        let mut give = |id: &str| names.give(id);
        let plan = &solution.plan;
        let horizon = plan.roles.horizon;
        let years = solution.parameters[horizon].bounds[1].max(scenario.value(horizon)) as usize;
        let parameters = solution.parameters.iter();
        let parameters = parameters.map(|parameter| (give(&parameter.id), Cell::new(false)));
        let parameters = parameters.collect();
        let (curve, first_year) = (give("curve"), give("first_year"));
        let drawn = Range {
            text: give("drawn_curve"),
            values: drawn(scenario.curve(), years),
        };
        let [path_years, path_prices] = ["carbon_years", "carbon_prices"].map(&mut give);
        let path = &plan.carbon_price;
        let scale = |benefit: &crate::solution::Benefit| {
            let own = benefit.scale.is_some();
            own.then(|| format!("{}_scale", benefit.id))
        };
        let scales = solution.benefits.iter().map(scale);
        let scales = scales.map(|id| id.map(|id| give(&id))).collect();
        let costs = plan.costs.iter().zip(&solution.costs);
        let moments = costs.map(|(cost, about)| match cost.timing {
            Timing::Once { year, .. } => Some((give(&format!("{}_year", about.id)), year as f64)),
            _ => None,
        });
        Self {
            moments: moments.collect(),
            carbon: [
                Range {
                    text: path_years,
                    values: path.iter().map(|(year, _)| f64::from(*year)).collect(),
                },
                Range {
                    text: path_prices,
                    values: path.iter().map(|(_, price)| *price).collect(),
                },
            ],
            solution,
            scenario,
            years,
            curve,
            first_year,
            drawn,
            parameters,
            scales,
        }
    }

    pub fn roles(&self) -> &Roles {
        &self.solution.plan.roles
    }

    /// A parameter's cell.
    pub fn parameter(&self, index: usize) -> Formula {
        let (name, asked) = &self.parameters[index];
        asked.set(true);
        Formula::one(name, self.scenario.value(index))
    }

    /// A parameter's name, if a formula has asked for it.
    pub fn name(&self, index: usize) -> Option<&str> {
        let (name, asked) = &self.parameters[index];
        asked.get().then_some(name)
    }

    pub fn first_year(&self) -> Formula {
        Formula::one(&self.first_year, f64::from(self.solution.plan.first_year))
    }

    /// Whether the rollout has this shape.
    pub fn curve_is(&self, curve: &str) -> Condition {
        Condition {
            text: format!("{}={}", self.curve, in_quotes(curve)),
            holds: self.curve_chosen() == curve,
        }
    }

    pub fn curve_chosen(&self) -> &'static str {
        match self.scenario.curve() {
            Curve::Bass => BASS,
            Curve::Linear => LINEAR,
            Curve::Drawn(_) => DRAWN,
        }
    }

    /// What converts the units of a stream's factors.
    pub fn scale(&self, stream: usize) -> Option<Formula> {
        let name = self.scales[stream].as_ref()?;
        Some(Formula::one(
            name,
            self.solution.plan.benefits[stream].scale,
        ))
    }

    /// When a cost falls that falls once: years after the first.
    pub fn moment(&self, cost: usize) -> Option<Formula> {
        let (name, year) = self.moments[cost].as_ref()?;
        Some(Formula::one(name, *year))
    }
}

/// The share completed at the start and at the ends of so many years. Where nothing is drawn, something to begin with:
/// a straight line over ten years.
fn drawn(curve: &Curve, years: usize) -> Vec<f64> {
    let at_end = |year: usize| match curve {
        _ if year == 0 => 0.0,
        Curve::Drawn(points) => points[year.min(points.len()) - 1],
        _ => (year as f64 / 10.0).min(1.0),
    };
    (0..=years).map(at_end).collect()
}
