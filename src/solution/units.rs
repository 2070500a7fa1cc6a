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

/// A product of formal units: each with its power.
#[derive(Default)]
struct Product<'a>(Vec<(&'a str, i32)>);

impl<'a> Product<'a> {
    fn of(units: &[&'a str]) -> Self {
        let mut product = Self::default();
        for unit in units {
            product.multiply(unit, 1);
        }
        product
    }

    /// Multiplies by a unit such as `NOK/bed/year`, or divides by it where `power` is −1.
    fn multiply(&mut self, unit: &'a str, power: i32) {
        let mut by = power;
        for part in unit.split('/') {
            match self.0.iter_mut().find(|(known, _)| *known == part) {
                _ if part == "1" || part.is_empty() => {}
                Some((_, power)) => *power += by,
                None => self.0.push((part, by)),
            }
            by = -power;
        }
    }

    fn is_one(&self) -> bool {
        self.0.iter().all(|(_, power)| *power == 0)
    }

    /// `h/bed/year`; `1` for a bare number.
    fn text(&self) -> String {
        let mut text = String::new();
        for sign in [1, -1] {
            for &(part, power) in &self.0 {
                for _ in 0..power * sign {
                    text.push_str(match (sign, text.is_empty()) {
                        (1, true) => "",
                        (1, false) => "·",
                        (_, true) => "1/",
                        (_, false) => "/",
                    });
                    text.push_str(part);
                }
            }
        }
        if text.is_empty() {
            text.push('1');
        }
        text
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
    let check = |path: String, found: &[Option<&str>], expected: &str| {
        let Some(found) = found.iter().copied().collect::<Option<Vec<_>>>() else {
            return;
        };
        let mut quotient = Product::of(&found);
        quotient.multiply(expected, -1);
        if !quotient.is_one() {
            file.report(Problem::Malformed {
                path,
                found: match found.as_slice() {
                    [one] => (*one).to_owned(),
                    factors => format!("{} = {}", factors.join(" × "), Product::of(factors).text()),
                },
                expected: Expected::Unit(expected.to_owned()),
            });
        }
    };
    let is = |path: String, index: ParameterIndex, expected: &str| {
        check(path, &[unit(index)], expected);
    };
    let Some(counted) = unit(plan.roles.potential) else {
        return;
    };
    is(
        "parameters.pilot.unit".to_owned(),
        plan.roles.pilot,
        counted,
    );
    for (stream, about) in plan.benefits.iter().zip(benefits) {
        let path = |field: &str| format!("benefits.{}.{field}", about.id);
        let scale = about.scale.as_deref().unwrap_or_default();
        let scale = scale.split_whitespace().nth(1).unwrap_or_default();
        let factors = stream.factors.iter().map(|&index| unit(index));
        let scale = Some(scale).filter(|scale| !scale.is_empty());
        let factors: Vec<Option<&str>> = factors.chain(scale.map(Some)).collect();
        let product = format!("{}/{counted}/year", about.unit);
        check(path("factors"), &factors, &product);
        match stream.kind {
            Kind::Time { price, cash_share } => {
                is(path("price"), price, "NOK/h");
                is(path("cash_share"), cash_share, "1");
            }
            Kind::Money {
                cash_share: Some(cash_share),
            } => is(path("cash_share"), cash_share, "1"),
            Kind::Health { price } => is(path("price"), price, "NOK/QALY"),
            Kind::Money { cash_share: None } | Kind::Emissions | Kind::Count => {}
        }
    }
    for (cost, about) in plan.costs.iter().zip(costs) {
        let path = |field: &str| format!("costs.{}.{field}", about.id);
        let per_unit = format!("NOK/{counted}");
        let per_unit_year = format!("NOK/{counted}/year");
        let amount = |expected: &str| is(path("amount"), cost.timing.amount(), expected);
        match cost.timing {
            Timing::Once { .. } => amount("NOK"),
            Timing::PerBuyer { buyers, reused, .. } => {
                amount(&format!("NOK/{}", unit(buyers).unwrap_or_default()));
                is(path("reused"), reused, "1");
            }
            Timing::PerNewUnit {
                learning_rate,
                life,
                ..
            } => {
                amount(&per_unit);
                if let Some(index) = learning_rate {
                    is(path("learning_rate"), index, "1");
                }
                if let Some(index) = life {
                    is(path("life"), index, "year");
                }
            }
            Timing::PerUnitYear { .. } | Timing::PerUnitInUseYear { .. } => amount(&per_unit_year),
        }
    }
}
