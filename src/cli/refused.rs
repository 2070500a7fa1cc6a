//! Why an assumption is refused, in sentences with what is allowed.

use crate::model::{self, Plain};
use crate::scenario::Refusal;
use crate::solution::Solution;

/// Why a value was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refused {
    #[error("«{text}» går ikke. Skriv --set ID=VERDI, for eksempel --set reach=0.8")]
    NoEqualsSign { text: String },
    #[error("«{id}» finnes ikke.{} Velg blant: {known}", suggestion(nearest))]
    UnknownId {
        id: String,
        nearest: Option<String>,
        known: String,
    },
    #[error("{id} = «{text}» går ikke. Det må være et tall fra {} til {}", Plain(bounds[0]), Plain(bounds[1]))]
    NoNumber {
        id: String,
        text: String,
        bounds: [f64; 2],
    },
    #[error(
        "{id} = «{text}» går ikke: dette er ingen andel. Det må være et tall fra {} til {}",
        Plain(bounds[0]),
        Plain(bounds[1])
    )]
    NoShare {
        id: String,
        text: String,
        bounds: [f64; 2],
    },
    #[error("{id} = {} må være fra {} til {}", Plain(*value), Plain(*min), Plain(*max))]
    OutOfRange {
        id: String,
        value: f64,
        min: f64,
        max: f64,
    },
    #[error("{id} = {} må være et helt tall", Plain(*value))]
    Fractional { id: String, value: f64 },
    #[error(
        "{id} = {} går ikke: pilot ({}) kan ikke være større enn potential ({})",
        Plain(*value),
        Plain(*pilot),
        Plain(*potential)
    )]
    PilotAbovePotential {
        id: String,
        value: f64,
        pilot: f64,
        potential: f64,
    },
    #[error("{id} = {} går ikke sammen med resten av forutsetningene", Plain(*value))]
    NotWithTheRest { id: String, value: f64 },
}

impl Refused {
    /// There is no such parameter; names one that is written almost like it.
    pub fn unknown(solution: &Solution, id: &str) -> Self {
        let known = &solution.plan.parameters;
        let distance = |known: &&String| strsim::damerau_levenshtein(known, id);
        let nearest = known.iter().min_by_key(distance);
        let close = |known: &&String| distance(known) <= known.chars().count() / 3;
        Refused::UnknownId {
            id: id.to_owned(),
            nearest: nearest.filter(close).cloned(),
            known: known.join(", "),
        }
    }

    /// What the scenario says of a value.
    pub fn by_scenario(refusal: Refusal, id: String, value: f64) -> Self {
        match refusal {
            Refusal::OutOfRange { min, max } => Refused::OutOfRange {
                id,
                value,
                min,
                max,
            },
            Refusal::Illegal(model::Error::FractionalHorizon { .. }) => {
                Refused::Fractional { id, value }
            }
            Refusal::Illegal(model::Error::PilotAbovePotential { pilot, potential }) => {
                Refused::PilotAbovePotential {
                    id,
                    value,
                    pilot,
                    potential,
                }
            }
            Refusal::Illegal(_) => Refused::NotWithTheRest { id, value },
        }
    }
}

fn suggestion(nearest: &Option<String>) -> String {
    let suggest = |nearest| format!(" Mente du {nearest}?");
    nearest.as_ref().map_or(String::new(), suggest)
}
