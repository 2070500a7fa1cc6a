//! Which figures are legal. Outside of these the formulas have no meaning; inside, every result is finite.

use super::plain::Plain;
use super::plan::{Kind, ParameterIndex, Plan, Timing};
use super::rollout::Curve;

/// The largest magnitude that a figure may have; products of a dozen such still fit.
const LARGEST: f64 = 1e15;

/// The legal values of a parameter, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    pub min: f64,
    pub max: f64,
}

impl Domain {
    pub const ANY: Domain = Domain::new(-LARGEST, LARGEST);
    pub const NOT_NEGATIVE: Domain = Domain::new(0.0, LARGEST);
    pub const SHARE: Domain = Domain::new(0.0, 1.0);

    pub const fn new(min: f64, max: f64) -> Self {
        Self { min, max }
    }

    pub fn contains(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }

    fn narrow(&mut self, other: Domain) {
        self.min = self.min.max(other.min);
        self.max = self.max.min(other.max);
    }
}

/// Why a scenario cannot be calculated.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    #[error("{parameter} = {}: must be between {} and {}", Plain(*value), Plain(*min), Plain(*max))]
    OutOfRange {
        parameter: String,
        value: f64,
        min: f64,
        max: f64,
    },
    #[error("horizon = {}: must be a whole number of years", Plain(*value))]
    FractionalHorizon { value: f64 },
    #[error("pilot = {}: must be at most the potential, {}", Plain(*pilot), Plain(*potential))]
    PilotAbovePotential { pilot: f64, potential: f64 },
    #[error(
        "drawn rollout, point {position} = {}: must be between {} (the point before) and 1",
        Plain(*value),
        Plain(*min)
    )]
    DrawnPoint {
        position: usize,
        value: f64,
        min: f64,
    },
    #[error("drawn rollout: needs at least one point")]
    NothingDrawn,
    #[error("{found} values: the plan has {expected} parameters")]
    Length { found: usize, expected: usize },
}

impl Plan {
    /// The legal values of every parameter, in the order of the values. A parameter that plays several parts
    /// must be legal in all of them.
    pub fn domains(&self) -> Vec<Domain> {
        let mut domains = vec![Domain::ANY; self.parameters.len()];
        let mut narrow = |index: ParameterIndex, domain| domains[index].narrow(domain);
        let r = &self.roles;
        for index in [r.potential, r.pilot] {
            narrow(index, Domain::NOT_NEGATIVE);
        }
        for index in [r.reach, r.adoption, r.realisation, r.tax_financing] {
            narrow(index, Domain::SHARE);
        }
        for index in [r.delay, r.rollout_years, r.ramp] {
            narrow(index, Domain::new(0.0, 100.0));
        }
        narrow(r.innovation, Domain::new(1e-6, 1.0));
        narrow(r.imitation, Domain::new(0.0, 3.0));
        narrow(r.horizon, Domain::new(1.0, 100.0));
        for index in r.discount_rates {
            narrow(index, Domain::SHARE);
        }
        for index in [r.wage_growth, r.income_growth] {
            narrow(index, Domain::new(-0.2, 0.2));
        }
        narrow(r.hours_per_person_year, Domain::new(1.0, 8784.0));
        narrow(r.optimism, Domain::new(0.0, 100.0));
        for stream in &self.benefits {
            match stream.kind {
                Kind::Time { price, cash_share } => {
                    narrow(price, Domain::NOT_NEGATIVE);
                    narrow(cash_share, Domain::SHARE);
                }
                Kind::Money { cash_share } => {
                    if let Some(index) = cash_share {
                        narrow(index, Domain::SHARE);
                    }
                }
                Kind::Health { price } => narrow(price, Domain::NOT_NEGATIVE),
                Kind::Emissions | Kind::Count => {}
            }
        }
        for cost in &self.costs {
            match cost.timing {
                Timing::PerBuyer { buyers, reused, .. } => {
                    narrow(buyers, Domain::new(1.0, LARGEST));
                    narrow(reused, Domain::SHARE);
                }
                Timing::PerNewUnit {
                    learning_rate,
                    life,
                    ..
                } => {
                    if let Some(index) = learning_rate {
                        narrow(index, Domain::new(0.0, 0.9));
                    }
                    if let Some(index) = life {
                        narrow(index, Domain::new(0.0, 100.0));
                    }
                }
                _ => {}
            }
        }
        domains
    }

    /// Whether the figures are legal for this plan.
    ///
    /// # Errors
    /// The first problem found, with the parameter, the value and what is allowed.
    pub fn check(&self, curve: &Curve, values: &[f64]) -> Result<(), Error> {
        if values.len() != self.parameters.len() {
            return Err(Error::Length {
                found: values.len(),
                expected: self.parameters.len(),
            });
        }
        for (index, domain) in self.domains().iter().enumerate() {
            if !domain.contains(values[index]) {
                return Err(Error::OutOfRange {
                    parameter: self.parameters[index].clone(),
                    value: values[index],
                    min: domain.min,
                    max: domain.max,
                });
            }
        }
        let horizon = values[self.roles.horizon];
        if horizon.fract() != 0.0 {
            return Err(Error::FractionalHorizon { value: horizon });
        }
        let (pilot, potential) = (values[self.roles.pilot], values[self.roles.potential]);
        if pilot > potential {
            return Err(Error::PilotAbovePotential { pilot, potential });
        }
        curve.check()
    }
}
