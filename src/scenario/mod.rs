//! What a visitor chose: a value for every parameter and the shape of the rollout.
//!
//! `control` says how a parameter is shown and moved, `back_test` how far the rollout is from what was observed,
//! `outlook` what may come of it, given how sure its figures are. `story` makes a scenario of another by a story from the
//! field, `drawn` has the points of a rollout that is drawn, `link` writes one into an address and reads it again, and `history` remembers what was before. A scenario
//! never holds an illegal figure: a change that would make one is refused and leaves it as it was.

mod back_test;
mod between;
mod control;
mod digest;
mod drawn;
mod history;
mod link;
mod migrations;
mod outlook;
mod steady;
mod story;

use crate::model::{Curve, Error, Plain, Results};
use crate::solution::Solution;
use crate::uncertainty::{self, Case, Distribution};
pub use back_test::{BackTest, TEXTBOOK, observed};
pub use control::{Control, Scale, controls, matters};
pub use digest::Digest;
pub use drawn::with_point;
pub use history::History;
pub use link::{Compared, Ignored, Kept, Link, Reason, curve_text, wishes};
pub use migrations::Pair;
pub use outlook::{FIRST_DRAWS, Found, Outlook, Reached};
pub use story::{ClaimGoal, Story, Told};

/// One value a parameter, in the order of [`Solution::parameters`].
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    values: Vec<f64>,
    curve: Curve,
    /// The parameters that the visitor takes for certain.
    certain: Vec<bool>,
}

/// Why a value was refused. The scenario is as it was.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error("must be between {} and {}", Plain(*min), Plain(*max))]
    OutOfRange { min: f64, max: f64 },
    /// Legal alone, but not with the rest of the scenario.
    #[error(transparent)]
    Illegal(#[from] Error),
}

impl Scenario {
    /// The solution as its file has it.
    pub fn new(solution: &Solution) -> Self {
        Self {
            values: solution.parameters.iter().map(|p| p.likely).collect(),
            curve: solution.curve.clone(),
            certain: vec![false; solution.parameters.len()],
        }
    }

    pub fn value(&self, parameter: usize) -> f64 {
        self.values[parameter]
    }

    pub fn values(&self) -> &[f64] {
        &self.values
    }

    pub fn curve(&self) -> &Curve {
        &self.curve
    }

    /// Chooses a value.
    ///
    /// # Errors
    /// If it is outside the parameter's bounds or does not go with the rest.
    pub fn set(
        &mut self,
        solution: &Solution,
        parameter: usize,
        value: f64,
    ) -> Result<(), Refusal> {
        let [min, max] = solution.parameters[parameter].bounds;
        if !(min..=max).contains(&value) {
            return Err(Refusal::OutOfRange { min, max });
        }
        let before = std::mem::replace(&mut self.values[parameter], value);
        solution
            .plan
            .check(&self.curve, &self.values)
            .inspect_err(|_| self.values[parameter] = before)?;
        Ok(())
    }

    /// Chooses several values. One that does not go with the others as they are may go once these are chosen too.
    /// Gives those that were refused, each with its parameter.
    pub fn set_all(
        &mut self,
        solution: &Solution,
        wishes: &[(usize, f64)],
    ) -> Vec<(usize, f64, Refusal)> {
        let mut waiting = wishes.to_vec();
        loop {
            let before = waiting.len();
            let mut refused = Vec::new();
            waiting.retain(|&(parameter, value)| {
                let refusal = self.set(solution, parameter, value).err();
                let again = refusal.is_some();
                refused.extend(refusal.map(|refusal| (parameter, value, refusal)));
                again
            });
            if refused.is_empty() || refused.len() == before {
                return refused;
            }
        }
    }

    /// Chooses the shape of the rollout.
    ///
    /// # Errors
    /// If a drawn curve is empty, falls or leaves 0–1.
    pub fn set_curve(&mut self, solution: &Solution, curve: Curve) -> Result<(), Refusal> {
        solution.plan.check(&curve, &self.values)?;
        self.curve = curve;
        Ok(())
    }

    /// Goes back to the file's figure; stays if that does not go with the rest.
    pub fn reset(&mut self, solution: &Solution, parameter: usize) -> Result<(), Refusal> {
        self.set(solution, parameter, solution.parameters[parameter].likely)
    }

    /// Whether the parameter has another value than the file gives it.
    pub fn changed(&self, solution: &Solution, parameter: usize) -> bool {
        self.values[parameter] != solution.parameters[parameter].likely
    }

    /// The parameters in which two scenarios differ: in value, or in whether they are certain.
    pub fn differing<'a>(&'a self, other: &'a Scenario) -> impl Iterator<Item = usize> + 'a {
        (0..self.values.len()).filter(|&parameter| {
            self.values[parameter] != other.values[parameter]
                || self.certain[parameter] != other.certain[parameter]
        })
    }

    /// Whether the visitor takes the parameter for certain.
    pub fn is_certain(&self, parameter: usize) -> bool {
        self.certain[parameter]
    }

    /// Takes a parameter for certain, or no longer.
    pub fn set_certain(&mut self, parameter: usize, certain: bool) {
        self.certain[parameter] = certain;
    }

    /// What is believed of a parameter: the file's range, gone along with the value; none where it is certain, a
    /// choice, or of no consequence.
    pub fn belief(&self, solution: &Solution, parameter: usize) -> Option<Distribution> {
        let belief = solution.parameters[parameter].belief?;
        let varies = !self.certain[parameter] && matters(solution, self, parameter);
        varies.then(|| belief.around(self.values[parameter]))
    }

    /// The scenario as a case for the uncertainty engine.
    ///
    /// # Errors
    /// Never for a scenario of this solution: its bounds are legal.
    pub fn case(&self, solution: &Solution) -> Result<Case, uncertainty::Error> {
        let parameters = 0..solution.parameters.len();
        let beliefs = parameters.map(|parameter| self.belief(solution, parameter));
        let (plan, curve) = (solution.plan.clone(), self.curve.clone());
        Case::new(plan, curve, &self.values, beliefs.collect())
    }

    /// All results of the model.
    ///
    /// # Errors
    /// Never for a scenario of this solution: what would be illegal has been refused before.
    pub fn results(&self, solution: &Solution) -> Result<Results, Error> {
        solution.plan.results(&self.curve, &self.values)
    }

    /// The same scenario with everything that could hold the benefit back let go: rolled out to all, fully
    /// used, all of the benefit taken out. What published potentials speak of.
    pub fn at_full_potential(&self, solution: &Solution) -> Scenario {
        let mut full = self.clone();
        let roles = &solution.plan.roles;
        for parameter in [roles.reach, roles.adoption, roles.realisation] {
            full.values[parameter] = solution.parameters[parameter].bounds[1];
        }
        full
    }
}
