//! All results as JSON, with keys that stay: the table in the README says what each is.

use super::yearly::{self, YEAR};
use crate::model::{Curve, Results};
use crate::scenario::Scenario;
use crate::solution::Solution;
use serde_json::{Map, Value, json};

/// Grows when a key changes its meaning or goes away; not when one is added.
pub const FORMAT_VERSION: u32 = 1;

/// All results of a scenario. `set` are the parameters that were asked for, to be named with their values.
pub fn results(
    solution: &Solution,
    scenario: &Scenario,
    results: &Results,
    set: &[usize],
) -> Value {
    let saving = &results.annual_saving_at_full_effect;
    json!({
        "format_version": FORMAT_VERSION,
        "solution": solution.id,
        "first_year": solution.plan.first_year,
        "price_year": solution.price_year,
        "curve": match scenario.curve() {
            Curve::Bass => "bass",
            Curve::Linear => "linear",
            Curve::Drawn(_) => "drawn",
        },
        "set": object(set.iter().map(|&parameter| {
            (solution.parameters[parameter].id.clone(), scenario.value(parameter).into())
        })),
        "npv": number(results.npv),
        "net_benefit_per_budget_krone": results.net_benefit_per_budget_krone.map(number),
        "break_even_year": results.break_even_year,
        "irr": results.irr.rate().map(number),
        "peak_funding": number(results.peak_funding),
        "cost_of_delay": number(results.cost_of_delay),
        "npv_at_pilot": number(results.npv_at_pilot),
        "annual_saving_at_full_effect": {
            "gross": number(saving.gross),
            "net": number(saving.net),
        },
        "person_years_at_full_effect": number(results.person_years_at_full_effect),
        "by_actor": by_actor(solution, results),
        "years": years(solution, results),
    })
}

fn by_actor(solution: &Solution, results: &Results) -> Value {
    let actors = solution.actors.iter().zip(&results.by_actor);
    object(actors.map(|(actor, money)| {
        let money = json!({
            "paid": number(money.paid),
            "gained": number(money.gained),
            "net": number(money.net),
        });
        (actor.id.clone(), money)
    }))
}

/// An object a year.
fn years(solution: &Solution, results: &Results) -> Value {
    let columns = yearly::columns(solution, results);
    let year = |place: usize| {
        let calendar_year = solution.plan.first_year + place as i32;
        let figures = columns
            .iter()
            .map(|column| (column.key.clone(), number(column.values[place])));
        object(std::iter::once((YEAR.to_owned(), calendar_year.into())).chain(figures))
    };
    (0..results.evaluation.years).map(year).collect()
}

/// A number whose zero has no sign; null if it is infinite.
pub(super) fn number(value: f64) -> Value {
    (value + 0.0).into()
}

pub(super) fn object(entries: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(entries.into_iter().collect::<Map<_, _>>())
}
