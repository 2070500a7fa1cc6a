//! What the units in use give, as `model::benefits` has it (model.md, section 3).

use super::formula::{Formula, number, total};
use super::inputs::Inputs;
use super::line::Line;
use super::sheet::{About, Sheet};
use crate::export::spreadsheet::Look;
use crate::model::{Kind, Stream};
use crate::text::unit_phrase;

/// What the rest of the calculation needs of it.
pub struct Benefits {
    /// Of each stream, what a unit in full use gives a year.
    pub per_unit: Vec<Formula>,
    /// Of each stream whose quantity is no money and has a price, that price.
    pub prices: Vec<Option<Line>>,
    /// Of each stream that is worth money, its value.
    pub values: Vec<Option<Line>>,
    pub all: Line,
    /// The part that reaches a public budget as money.
    pub public_cash: Line,
}

/// Writes a section for each stream, and one for their sums.
pub fn write(sheet: &mut Sheet, in_use: &Line) -> Benefits {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let solution = inputs.solution;
    let language = sheet.language;
    let kroner = sheet.kroner();
    let (mut per_unit, mut prices, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let mut hours = Vec::new();
    for (place, stream) in solution.plan.benefits.iter().enumerate() {
        let about = &solution.benefits[place];
        let unit = unit_phrase(language, solution, &about.unit);
        let line = |label, key, unit, look| About {
            label,
            key,
            unit,
            look,
        };
        sheet.section(about.label.get(language));
        let factors = stream
            .factors
            .iter()
            .map(|&factor| inputs.parameter(factor));
        let first = inputs.parameter(inputs.roles().realisation);
        let product = factors
            .chain(inputs.scale(place))
            .fold(first, |product, factor| product * factor);
        let each = sheet.figure(
            &line(texts.per_unit_in_use, "", &unit, Look::Decimals(4)),
            &product,
        );
        let quantity = sheet.yearly(
            &line(texts.quantity, "", &unit, Look::Decimals(1)),
            &|year, _| in_use.at(year) * &each,
        );
        let price = price(sheet, stream);
        let worth = |year: usize, _: &Line| match &price {
            Some(price) => quantity.at(year) * price.at(year),
            None => quantity.at(year),
        };
        let of_value = line(texts.value, &about.id, &kroner, Look::Kroner);
        values.push(match stream.kind {
            Kind::Count => None,
            _ => Some(sheet.flow(&of_value, &worth)),
        });
        if let Kind::Time { .. } = stream.kind {
            hours.push(quantity);
        }
        per_unit.push(each);
        prices.push(price);
    }
    sheet.section(texts.all_benefits);
    if !hours.is_empty() {
        person_years(sheet, &hours);
    }
    let of_kroner = |label, key| About {
        label,
        key,
        unit: &kroner,
        look: Look::Kroner,
    };
    let all = sheet.total(
        &of_kroner(sheet.language.texts().benefit, "benefits"),
        &|year, _| total(values.iter().flatten().map(|value| value.at(year))),
    );
    let streams = || solution.plan.benefits.iter().zip(&values);
    let public_cash = sheet.flow(&of_kroner(texts.public_cash, "public_cash"), &|year, _| {
        total(streams().filter_map(|(stream, value)| {
            let public = solution.plan.actors[stream.gains];
            Some(cash(
                inputs,
                stream,
                value.as_ref().filter(|_| public)?.at(year),
            ))
        }))
    });
    Benefits {
        per_unit,
        prices,
        values,
        all,
        public_cash,
    }
}

/// What is money in a budget, of a value.
fn cash(inputs: &Inputs, stream: &Stream, value: Formula) -> Formula {
    match stream.kind {
        Kind::Time { cash_share, .. }
        | Kind::Money {
            cash_share: Some(cash_share),
        } => value * inputs.parameter(cash_share),
        Kind::Money { cash_share: None } => value,
        Kind::Emissions | Kind::Health { .. } | Kind::Count => number(0.0),
    }
}

fn person_years(sheet: &mut Sheet, hours: &[Line]) {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let a_person_year = inputs.parameter(inputs.roles().hours_per_person_year);
    let about = |label, key, unit| About {
        label,
        key,
        unit,
        look: Look::Decimals(1),
    };
    let hours = sheet.yearly(
        &about(texts.hours, "hours", texts.hours_unit),
        &|year, _| total(hours.iter().map(|line| line.at(year))),
    );
    let label = sheet.language.further().person_years_line;
    sheet.yearly(
        &about(label, "person_years", texts.person_years_unit),
        &|year, _| hours.at(year) / &a_person_year,
    );
}

/// What one of a stream's quantity is worth each year; none where that is a krone, or nothing.
fn price(sheet: &mut Sheet, stream: &Stream) -> Option<Line> {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let roles = inputs.roles();
    let (first, growth) = match stream.kind {
        Kind::Time { price, .. } => (price, roles.wage_growth),
        Kind::Health { price } => (price, roles.income_growth),
        Kind::Emissions => return Some(carbon_price(sheet)),
        Kind::Money { .. } | Kind::Count => return None,
    };
    let (first, growth) = (inputs.parameter(first), inputs.parameter(growth));
    let kroner = sheet.kroner();
    let about = About {
        label: texts.price,
        key: "",
        unit: &kroner,
        look: Look::Decimals(2),
    };
    let line = sheet.yearly(&about, &|_, line| match line.last() {
        None => first.clone(),
        Some(before) => before * (number(1.0) + &growth),
    });
    Some(line)
}

/// NOK per tonne CO2e: linear between the path's points, constant outside them.
fn carbon_price(sheet: &mut Sheet) -> Line {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let [years, prices] = &inputs.carbon;
    let kroner = sheet.kroner();
    let calendar = sheet.calendar.clone();
    let about = |label, look| About {
        label,
        key: "",
        unit: "",
        look,
    };
    let points = years.values.len();
    if points < 2 {
        let only = if points == 0 {
            number(0.0)
        } else {
            prices.place(&number(1.0))
        };
        let about = About {
            unit: &kroner,
            ..about(texts.carbon_price, Look::Decimals(2))
        };
        return sheet.yearly(&about, &|_, _| only.clone());
    }
    let year = sheet.yearly(&about(texts.carbon_year, Look::Plain), &|year, _| {
        calendar.at(year).max(years.smallest()).min(years.largest())
    });
    let place = sheet.yearly(&about(texts.carbon_place, Look::Plain), &|t, _| {
        years.place_of(&year.at(t)).min(points as f64 - 1.0)
    });
    let about = About {
        unit: &kroner,
        ..about(texts.carbon_price, Look::Decimals(2))
    };
    sheet.yearly(&about, &|t, _| {
        let (from, to) = (place.at(t), place.at(t) + 1.0);
        let (low, high) = (prices.place(&from), prices.place(&to));
        let (begin, end) = (years.place(&from), years.place(&to));
        &low + (high - &low) * (year.at(t) - &begin) / (end - begin)
    })
}
