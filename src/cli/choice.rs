//! A scenario from what was asked for on the command line.

use super::args::{CurveName, ScenarioArgs};
use super::error::Error;
use super::refused::Refused;
use crate::model::Curve;
use crate::scenario::{Refusal, Scenario};
use crate::solution::{Solution, is_percent};

/// A scenario, and what in it was asked for.
pub struct Chosen {
    pub scenario: Scenario,
    /// The parameters that were set, in the order of the command, each once.
    pub set: Vec<usize>,
}

/// Makes the scenario.
///
/// # Errors
/// All that is refused, each with what is allowed.
pub fn choose(solution: &Solution, args: &ScenarioArgs) -> Result<Chosen, Error> {
    let mut scenario = Scenario::new(solution);
    match args.curve {
        Some(CurveName::Bass) => set_curve(&mut scenario, solution, Curve::Bass)?,
        Some(CurveName::Linear) => set_curve(&mut scenario, solution, Curve::Linear)?,
        None => {}
    }
    let wishes = wishes(solution, &args.set).map_err(Error::Refused)?;
    grant(&mut scenario, solution, &wishes).map_err(Error::Refused)?;
    Ok(Chosen {
        scenario,
        set: wishes.iter().map(|wish| wish.parameter).collect(),
    })
}

fn set_curve(scenario: &mut Scenario, solution: &Solution, curve: Curve) -> Result<(), Error> {
    match scenario.set_curve(solution, curve) {
        Err(Refusal::Illegal(error)) => Err(error.into()),
        _ => Ok(()),
    }
}

/// A value for a parameter.
#[derive(Clone, Copy)]
struct Wish {
    parameter: usize,
    value: f64,
}

/// What the texts ask for; the last counts where several ask for the same parameter.
fn wishes(solution: &Solution, texts: &[String]) -> Result<Vec<Wish>, Vec<Refused>> {
    let mut wishes: Vec<Wish> = Vec::new();
    let mut refused = Vec::new();
    for text in texts {
        match wish(solution, text) {
            Ok(wish) => {
                wishes.retain(|earlier| earlier.parameter != wish.parameter);
                wishes.push(wish);
            }
            Err(reason) => refused.push(reason),
        }
    }
    if refused.is_empty() {
        Ok(wishes)
    } else {
        Err(refused)
    }
}

fn wish(solution: &Solution, text: &str) -> Result<Wish, Refused> {
    let Some((id, value)) = text.split_once('=') else {
        return Err(Refused::NoEqualsSign {
            text: text.to_owned(),
        });
    };
    let (id, value) = (id.trim(), value.trim());
    let Some(parameter) = solution.parameter(id) else {
        return Err(Refused::unknown(solution, id));
    };
    let about = &solution.parameters[parameter];
    let (id, text, bounds) = (id.to_owned(), value.to_owned(), about.bounds);
    let (digits, percent) = match value.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (value, false),
    };
    let Some(number) = number(digits) else {
        return Err(Refused::NoNumber { id, text, bounds });
    };
    if percent && !is_percent(&about.unit) {
        return Err(Refused::NoShare { id, text, bounds });
    }
    let value = if percent { number / 100.0 } else { number };
    let [min, max] = bounds;
    if !(min..=max).contains(&value) {
        return Err(Refused::OutOfRange {
            id,
            value,
            min,
            max,
        });
    }
    Ok(Wish { parameter, value })
}

/// A number as a file has it, or with the comma and the minus of Norwegian text.
fn number(text: &str) -> Option<f64> {
    let text = text.replace(',', ".").replace('\u{2212}', "-");
    let number: f64 = text.parse().ok()?;
    // Minus zero is zero, as in a file.
    number.is_finite().then_some(number + 0.0)
}

/// Sets the values.
fn grant(
    scenario: &mut Scenario,
    solution: &Solution,
    wishes: &[Wish],
) -> Result<(), Vec<Refused>> {
    let wishes: Vec<(usize, f64)> = wishes
        .iter()
        .map(|wish| (wish.parameter, wish.value))
        .collect();
    let refused = scenario.set_all(solution, &wishes).into_iter();
    let refused: Vec<Refused> = refused
        .map(|(parameter, value, refusal)| {
            let id = solution.parameters[parameter].id.clone();
            Refused::by_scenario(refusal, id, value)
        })
        .collect();
    if refused.is_empty() {
        Ok(())
    } else {
        Err(refused)
    }
}
