//! What a visitor chose: a value for every parameter and the shape of the rollout.
//!
//! `control` says how a parameter is shown and moved, `back_test` how far the rollout is from what was observed. A scenario never holds an illegal figure: a change that
//! would make one is refused and leaves it as it was.

mod back_test;
mod control;

use crate::model::{Curve, Error, Plain, Results};
use crate::solution::Solution;
pub use back_test::{BackTest, TEXTBOOK, observed};
pub use control::{Control, Scale, controls, matters};

/// One value a parameter, in the order of [`Solution::parameters`].
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    values: Vec<f64>,
    curve: Curve,
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
