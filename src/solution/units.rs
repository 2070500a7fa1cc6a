//! Formal units of parameters and streams: `NOK/bed/year`.

use super::json::{Json, Node};
use super::problems::{Expected, Problem};
use super::{Benefit, Named, Parameter};
use crate::model::{Kind, ParameterIndex, Plan, Timing};

/// Whether the unit is a bare share, which people read as a percentage.
pub fn is_share(unit: &str) -> bool {
    unit == "1"
}

/// Whether people read the unit as a percentage: a bare share, or one of each year.
pub fn is_percent(unit: &str) -> bool {
    is_share(unit) || unit == "1/year"
}

/// Reads a scale: a number or a fraction, then optionally its unit (`1/60 h/min`).
pub(super) fn scale(text: &str) -> Option<f64> {
    let mut words = text.split_whitespace();
    let (number, _unit) = (words.next()?, words.next());
    if words.next().is_some() {
        return None;
    }
    let (above, below) = number.split_once('/').unwrap_or((number, "1"));
    let read = |text: &str| match serde_json::from_str(text) {
        Ok(Json::Number(number)) => Some(number),
        _ => None,
    };
    let value = read(above)? / read(below)?;
    (value.is_finite() && value != 0.0).then_some(value)
}

/// A product of formal units: each with its power, those above the line first.
#[derive(Clone, Debug, Default, PartialEq)]
struct Product<'a>(Vec<(&'a str, i32)>);

impl<'a> Product<'a> {
    fn of(units: impl IntoIterator<Item = &'a str>) -> Self {
        let mut product = Self::default();
        for unit in units {
            for (place, part) in unit.split('/').enumerate() {
                product.multiply(part.trim(), if place == 0 { 1 } else { -1 });
            }
        }
        product.0.retain(|(_, power)| *power != 0);
        product.0.sort_by_key(|&(part, power)| (power < 0, part));
        product
    }

    fn multiply(&mut self, part: &'a str, by: i32) {
        match self.0.iter_mut().find(|(known, _)| *known == part) {
            _ if part == "1" || part.is_empty() => {}
            Some((_, power)) => *power += by,
            None => self.0.push((part, by)),
        }
    }

    /// `h/bed/year`; `1` for a bare number.
    fn text(&self) -> String {
        let mut text = String::new();
        for &(part, power) in &self.0 {
            for _ in 0..power.abs() {
                match (power > 0, text.is_empty()) {
                    (true, true) => {}
                    (true, false) => text.push('·'),
                    (false, true) => text.push_str("1/"),
                    (false, false) => text.push('/'),
                }
                text.push_str(part);
            }
        }
        if text.is_empty() {
            "1".to_owned()
        } else {
            text
        }
    }
}

/// Checks that the factors of every stream multiply to what it says, and that prices, costs and their likes are in
/// the units that the model calculates with.
pub(super) fn check_units(
    file: &Node,
    plan: &Plan,
    parameters: &[Parameter],
    benefits: &[Benefit],
    costs: &[Named],
) {
    // A stand-in for a unit that is missing is not judged as well.
    let unit = |index: ParameterIndex| {
        let Parameter { id, unit, .. } = &parameters[index];
        let missing = file.has_problem_under(&format!("parameters.{id}.unit"));
        (!missing).then_some(unit.as_str())
    };
    let check = |path: String, found: &[Option<&str>], expected: &[&str]| {
        let Some(found) = found.iter().copied().collect::<Option<Vec<_>>>() else {
            return;
        };
        let (found, expected) = (Product::of(found), Product::of(expected.iter().copied()));
        if found != expected {
            file.report(Problem::Malformed {
                path,
                found: found.text(),
                expected: Expected::Unit(expected.text()),
            });
        }
    };
    let is = |path: String, index: ParameterIndex, expected: &[&str]| {
        check(path, &[unit(index)], expected);
    };
    let Some(counted) = unit(plan.roles.potential) else {
        return;
    };
    is(
        "parameters.pilot.unit".to_owned(),
        plan.roles.pilot,
        &[counted],
    );
    for (stream, about) in plan.benefits.iter().zip(benefits) {
        let path = |field: &str| format!("benefits.{}.{field}", about.id);
        let scale = about.scale.as_deref().unwrap_or_default();
        let scale = scale.split_whitespace().nth(1).unwrap_or_default();
        let factors = stream.factors.iter().map(|&index| unit(index));
        let factors: Vec<Option<&str>> = factors.chain([Some(scale)]).collect();
        let per_unit = format!("1/{counted}/year");
        check(path("factors"), &factors, &[&about.unit, &per_unit]);
        match stream.kind {
            Kind::Time { price, cash_share } => {
                is(path("price"), price, &["NOK/h"]);
                is(path("cash_share"), cash_share, &[]);
            }
            Kind::Money {
                cash_share: Some(cash_share),
            } => is(path("cash_share"), cash_share, &[]),
            Kind::Health { price } => is(path("price"), price, &["NOK/QALY"]),
            Kind::Money { cash_share: None } | Kind::Emissions | Kind::Count => {}
        }
    }
    for (cost, about) in plan.costs.iter().zip(costs) {
        let path = |field: &str| format!("costs.{}.{field}", about.id);
        let per_unit = format!("NOK/{counted}");
        let per_unit_year = format!("NOK/{counted}/year");
        let amount = |expected: &str| is(path("amount"), cost.timing.amount(), &[expected]);
        match cost.timing {
            Timing::Once { .. } => amount("NOK"),
            Timing::PerBuyer { buyers, reused, .. } => {
                amount(&format!("NOK/{}", unit(buyers).unwrap_or_default()));
                is(path("reused"), reused, &[]);
            }
            Timing::PerNewUnit {
                learning_rate,
                life,
                ..
            } => {
                amount(&per_unit);
                learning_rate.map(|index| is(path("learning_rate"), index, &[]));
                life.map(|index| is(path("life"), index, &["year"]));
            }
            Timing::PerUnitYear { .. } | Timing::PerUnitInUseYear { .. } => amount(&per_unit_year),
        }
    }
}
