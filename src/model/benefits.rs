//! What the units in use give (model.md, section 3).
//!
//! Models hours, kroner, emissions, health and counts, each a product of named factors. Leaves out benefits
//! that do not grow in proportion to use.

use super::evaluation::Evaluation;
use super::lanes::Lanes;
use super::plan::{Kind, Plan, Stream};

/// NOK per tonne CO2e in a calendar year: linear between the path's points, constant outside them.
pub(super) fn carbon_price(path: &[(i32, f64)], year: i32) -> f64 {
    let after = path.partition_point(|&(point, _)| point <= year);
    match (after.checked_sub(1).map(|i| path[i]), path.get(after)) {
        (Some((from, low)), Some(&(to, high))) => {
            low + (high - low) * f64::from(year - from) / f64::from(to - from)
        }
        (Some((_, price)), None) | (None, Some(&(_, price))) => price,
        (None, None) => 0.0,
    }
}

/// A stream's quantity per unit in full use and year, after the realisation rate.
pub(super) fn quantity_per_unit(plan: &Plan, stream: &Stream, values: &[Lanes]) -> Lanes {
    stream.factors.iter().fold(
        values[plan.roles.realisation] * stream.scale,
        |product, &i| product * values[i],
    )
}

/// Fills in every stream's quantity and value, the benefits in all, their cash part for the public budget,
/// and the freed person-years, each year.
pub(super) fn fill(plan: &Plan, values: &[Lanes], out: &mut Evaluation<Lanes>) {
    let years = out.years;
    let (in_use, carbon_prices) = (&out.in_use[..years], &out.carbon_prices[..years]);
    let (hours, benefits) = (&mut out.hours[..years], &mut out.benefits[..years]);
    let public_cash = &mut out.public_cash[..years];
    hours.fill(Lanes::ZERO);
    benefits.fill(Lanes::ZERO);
    public_cash.fill(Lanes::ZERO);
    for (index, stream) in plan.benefits.iter().enumerate() {
        let per_unit = quantity_per_unit(plan, stream, values);
        let (mut price, growth) = first_price_and_growth(plan, stream, values, carbon_prices);
        let cash_share = match plan.actors[stream.gains] {
            true => cash_share(stream, values),
            false => Lanes::ZERO,
        };
        let quantities = &mut out.quantities[index][..years];
        let worth = &mut out.values[index][..years];
        let mut fill = |year: usize, price: Lanes| {
            let quantity = in_use[year] * per_unit;
            let value = quantity * price;
            quantities[year] = quantity;
            worth[year] = value;
            benefits[year] += value;
            public_cash[year] += value * cash_share;
        };
        if stream.kind == Kind::Emissions {
            for (year, &price) in carbon_prices.iter().enumerate() {
                fill(year, Lanes::splat(price));
            }
        } else {
            for year in 0..years {
                fill(year, price);
                price *= growth;
            }
        }
        if let Kind::Time { .. } = stream.kind {
            for (hours, &quantity) in hours.iter_mut().zip(&*quantities) {
                *hours += quantity;
            }
        }
    }
    let person_year = 1.0 / values[plan.roles.hours_per_person_year];
    for (person_years, &hours) in out.person_years.iter_mut().zip(&*hours) {
        *person_years = hours * person_year;
    }
}

/// A stream's price at `t = 0` and what it is multiplied by from year to year; carbon prices are given year by year.
pub(super) fn first_price_and_growth(
    plan: &Plan,
    stream: &Stream,
    values: &[Lanes],
    carbon_prices: &[f64],
) -> (Lanes, Lanes) {
    match stream.kind {
        Kind::Time { price, .. } => (values[price], 1.0 + values[plan.roles.wage_growth]),
        Kind::Health { price } => (values[price], 1.0 + values[plan.roles.income_growth]),
        Kind::Money { .. } => (Lanes::ONE, Lanes::ONE),
        Kind::Emissions => (Lanes::splat(carbon_prices[0]), Lanes::ONE),
        Kind::Count => (Lanes::ZERO, Lanes::ONE),
    }
}

/// The share of a stream's value that reaches a budget as money.
fn cash_share(stream: &Stream, values: &[Lanes]) -> Lanes {
    match stream.kind {
        Kind::Time { cash_share, .. } => values[cash_share],
        Kind::Money { cash_share } => cash_share.map_or(Lanes::ONE, |index| values[index]),
        Kind::Emissions | Kind::Health { .. } | Kind::Count => Lanes::ZERO,
    }
}
