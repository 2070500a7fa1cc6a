//! What is simulated: a plan, and what is believed of each of its figures.

use super::metalog::Distribution;
use super::series::{HEADLINES, headlines};
use crate::model::{Curve, Domain, Error as ModelError, Evaluation, Lanes, Plain, Plan, smaller};

/// The draws' probabilities are never nearer to 0 or 1 than this.
const NEAREST_TO_END: f64 = 1.0 / 8_589_934_592.0;

/// A plan, the shape of its rollout, the likely figures, and what is uncertain. Legal in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub(super) plan: Plan,
    pub(super) curve: Curve,
    pub(super) likely: Vec<f64>,
    pub(super) beliefs: Vec<Option<Distribution>>,
}

/// Why a case cannot be calculated.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Model(#[from] ModelError),
    #[error("{found} distributions: the plan has {expected} parameters")]
    Length { found: usize, expected: usize },
    /// All draws must go over the same years.
    #[error("horizon: cannot be uncertain")]
    UncertainHorizon,
    #[error("{parameter}: may become {}, must be between {} and {}", Plain(*value), Plain(domain.min), Plain(domain.max))]
    OutOfRange {
        parameter: String,
        value: f64,
        domain: Domain,
    },
}

impl Case {
    /// `values` has a figure for every parameter, `beliefs` a distribution for those that are uncertain; the likely
    /// value of these is their P50.
    ///
    /// # Errors
    /// If the likely figures are not legal, or if some draw could be illegal.
    pub fn new(
        plan: Plan,
        curve: Curve,
        values: &[f64],
        beliefs: Vec<Option<Distribution>>,
    ) -> Result<Self, Error> {
        if beliefs.len() != plan.parameters.len() {
            return Err(Error::Length {
                found: beliefs.len(),
                expected: plan.parameters.len(),
            });
        }
        if beliefs[plan.roles.horizon].is_some() {
            return Err(Error::UncertainHorizon);
        }
        let likely: Vec<f64> = std::iter::zip(values, &beliefs)
            .map(|(&value, belief)| belief.map_or(value, |belief| belief.figures()[1]))
            .collect();
        plan.check(&curve, &likely)?;
        let case = Self {
            plan,
            curve,
            likely,
            beliefs,
        };
        for (parameter, belief) in case.uncertain() {
            let ends = [NEAREST_TO_END, 1.0 - NEAREST_TO_END];
            case.check(parameter, ends.map(|y| belief.quantile(y)))?;
        }
        Ok(case)
    }

    /// Whether a parameter may vary between two values.
    pub(super) fn check(&self, parameter: usize, ends: [f64; 2]) -> Result<(), Error> {
        if parameter == self.plan.roles.horizon {
            return Err(Error::UncertainHorizon);
        }
        let domain = self.plan.domains()[parameter];
        match ends.into_iter().find(|&value| !domain.contains(value)) {
            None => Ok(()),
            Some(value) => Err(Error::OutOfRange {
                parameter: self.plan.parameters[parameter].clone(),
                value,
                domain,
            }),
        }
    }

    /// The parameters that vary, in the plan's order, and what is believed of them.
    pub fn uncertain(&self) -> impl Iterator<Item = (usize, Distribution)> + '_ {
        let beliefs = self.beliefs.iter().enumerate();
        beliefs.filter_map(|(index, belief)| match belief {
            Some(metalog @ Distribution::Metalog(_)) => Some((index, *metalog)),
            _ => None,
        })
    }

    /// Years calculated.
    pub(super) fn years(&self) -> usize {
        self.likely[self.plan.roles.horizon] as usize
    }
}

/// The model with room for a block of scenarios of a case.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Each parameter's values: everything likely, until something else is put there.
    pub values: Vec<Lanes>,
    pub evaluation: Evaluation<Lanes>,
}

impl Block {
    pub fn new(case: &Case) -> Self {
        let likely = case.likely.iter();
        Self {
            values: likely.map(|&value| Lanes::splat(value)).collect(),
            evaluation: Evaluation::new(&case.plan, case.years()),
        }
    }

    /// Evaluates the values as they are, and gives every headline. The pilot is part of the potential: where the
    /// values say otherwise, what is too much of it is cut off.
    pub fn evaluate(&mut self, case: &Case) -> [Lanes; HEADLINES] {
        let Case { plan, curve, .. } = case;
        let roles = &plan.roles;
        let pilot = self.values[roles.pilot];
        self.values[roles.pilot] = smaller(pilot, self.values[roles.potential]);
        self.evaluation.fill(plan, curve, &self.values);
        let full_effect = self.evaluation.at_full_effect(plan, &self.values);
        self.values[roles.pilot] = pilot;
        headlines(plan, &self.evaluation, &full_effect)
    }
}
