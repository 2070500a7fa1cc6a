//! What the draws give as JSON, with keys that stay: the tables in the README say what each is.

use super::drawn::{Drawn, HEADLINES};
use super::json::{number, object};
use super::yearly::{BANDS, PARTS, YEAR};
use crate::scenario::{Found, Reached};
use crate::solution::Solution;
use crate::uncertainty::{Band, Explained, FEWEST_DRAWS, Headline, Swing, Threshold};
use serde_json::{Value, json};

/// All that the draws give. What is infinite, because there is none, is null.
pub fn uncertainty(solution: &Solution, drawn: &Drawn) -> Value {
    let found = &drawn.found;
    json!({
        "draws": found.draws,
        "seed": drawn.seed,
        "headlines": headlines(found),
        "years": years(solution, found),
        "probability_npv_positive": number(found.chance_of_gain),
        "tornado": tornado(solution, drawn),
        "variance_share": explained(solution, found, |explained| explained.share_of_variance),
        "evppi": explained(solution, found, |explained| explained.value_of_learning),
        "evpi": number(found.value_of_knowing_all),
        "thresholds": thresholds(solution, found),
    })
}

fn headlines(found: &Found) -> Value {
    object(HEADLINES.iter().map(|(key, headline)| {
        let write = match headline {
            Headline::BreakEvenYear => calendar_year,
            _ => number,
        };
        let band = found.headline(*headline).unwrap_or_default();
        ((*key).to_owned(), parts(&band, write))
    }))
}

/// An object a year, with a band a series.
fn years(solution: &Solution, found: &Found) -> Value {
    let count = found.bands.first().map_or(0, |(_, bands)| bands.len());
    let year = |place: usize| {
        let calendar_year = solution.plan.first_year + place as i32;
        let bands = BANDS.iter().filter_map(|(key, series)| {
            let band = found.bands(*series)?.get(place)?;
            Some(((*key).to_owned(), parts(band, number)))
        });
        object(std::iter::once((YEAR.to_owned(), calendar_year.into())).chain(bands))
    };
    (0..count).map(year).collect()
}

fn parts(band: &Band, write: fn(f64) -> Value) -> Value {
    object(PARTS.map(|(key, part)| (key.to_owned(), write(part(band)))))
}

/// A year of the calendar as a whole number; null if it is never.
fn calendar_year(year: f64) -> Value {
    match year.is_finite() {
        true => (year as i64).into(),
        false => Value::Null,
    }
}

/// Widest first.
fn tornado(solution: &Solution, drawn: &Drawn) -> Value {
    let row = |(swing, [p10, p90]): (&Swing, &[f64; 2])| {
        json!({
            "parameter": solution.parameters[swing.parameter].id,
            "p10": number(*p10),
            "p90": number(*p90),
            "npv_at_p10": number(swing.at_p10),
            "npv_at_p90": number(swing.at_p90),
        })
    };
    let swings = drawn.found.swings.iter();
    swings.zip(&drawn.ends).map(row).collect()
}

/// A figure by parameter, in the order of the tornado; null where there are too few draws to tell.
fn explained(solution: &Solution, found: &Found, figure: fn(&Explained) -> f64) -> Value {
    let enough = found.draws >= FEWEST_DRAWS;
    let both = found.swings.iter().zip(&found.explained);
    object(both.map(|(swing, explained)| {
        let id = solution.parameters[swing.parameter].id.clone();
        (id, enough.then(|| number(figure(explained))).into())
    }))
}

/// In the order of the tornado.
fn thresholds(solution: &Solution, found: &Found) -> Value {
    let one = |reached: &Reached| {
        json!({
            "parameter": solution.parameters[reached.parameter].id,
            "npv_zero": threshold(reached.gain),
            "claim": reached.claim.map(threshold),
        })
    };
    found.reached.iter().map(one).collect()
}

fn threshold(threshold: Threshold) -> Value {
    let (value, reached) = match threshold {
        Threshold::At {
            value,
            reached_above: true,
            ..
        } => (Some(value), "above"),
        Threshold::At { value, .. } => (Some(value), "below"),
        Threshold::AlwaysReached => (None, "always"),
        Threshold::NeverReached => (None, "never"),
    };
    json!({"value": value.map(number), "reached": reached})
}
