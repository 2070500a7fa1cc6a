//! What is simulated: a plan, and what is believed of each of its figures.

use super::metalog::Distribution;
use crate::model::{Curve, Domain, Error as ModelError, Lanes, Plain, Plan};

/// Scenarios that are evaluated side by side. Eight were fastest of 1, 4, 8, 16, 32 and 64 (natively: 644 ns a draw of
/// the monitor plan, against 691 with 16 and 733 with 4).
pub(super) const WIDTH: usize = 8;

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
    IllegalDraw {
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
        for (index, domain) in plan.domains().into_iter().enumerate() {
            let Some(belief) = beliefs[index] else {
                continue;
            };
            for value in [NEAREST_TO_END, 1.0 - NEAREST_TO_END].map(|y| belief.quantile(y)) {
                if !domain.contains(value) {
                    return Err(Error::IllegalDraw {
                        parameter: plan.parameters[index].clone(),
                        value,
                        domain,
                    });
                }
            }
        }
        let likely: Vec<f64> = std::iter::zip(values, &beliefs)
            .map(|(&value, belief)| belief.map_or(value, |belief| belief.figures()[1]))
            .collect();
        plan.check(&curve, &likely)?;
        Ok(Self {
            plan,
            curve,
            likely,
            beliefs,
        })
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

    /// Everything likely, in every lane.
    pub(super) fn lanes(&self) -> Vec<Lanes<WIDTH>> {
        self.likely
            .iter()
            .map(|&value| Lanes::splat(value))
            .collect()
    }

    /// The pilot is part of the potential: where both are drawn, what is too much of it is cut off.
    pub(super) fn make_legal(&self, lanes: &mut [Lanes<WIDTH>]) {
        let roles = &self.plan.roles;
        lanes[roles.pilot] = lanes[roles.pilot].min(lanes[roles.potential]);
    }
}
