//! What it is worth, as `model::appraisal` and `model::headlines` have it (model.md, section 5).

use super::Variation;
use super::adoption;
use super::benefits::{self, Benefits};
use super::costs::{self, Costs, Fall, amount};
use super::formula::{Formula, number, total, when};
use super::inputs::Inputs;
use super::line::Line;
use super::rollout::{self, Rollout};
use super::sheet::{About, Sheet};
use super::style::Styles;
use crate::export::spreadsheet::{Look, Worksheet};
use crate::model::{Kind, Timing};
use crate::solution::Language;

/// What the results are made from, as cells of the sheet that it was written on.
pub struct Appraisal {
    pub benefits: Benefits,
    pub costs: Costs,
    pub outlay: Line,
    pub tax_financing: Line,
    /// Its present value is the net present value.
    pub net: Line,
    /// Of each year, how many years of the calculation come after it.
    pub years_left: Line,
    pub time: Line,
    /// How often the net flow changes its sign.
    pub sign_changes: Formula,
    /// Of a net flow that changes its sign once: 1 if it rises above zero, −1 if it falls below.
    pub direction: Formula,
    /// The first year from which the cumulated net is never below zero again, counted from 0.
    pub break_even: Formula,
    /// The largest yearly net, whatever its sign.
    pub largest_flow: Formula,
    /// The lowest point of the public budget's cumulated net flow.
    pub peak_funding: Formula,
    pub full_effect: FullEffect,
}

/// A year with the whole target in place and in use, at the prices of the first.
pub struct FullEffect {
    pub gross: Formula,
    pub net: Formula,
    /// None where no time is freed.
    pub person_years: Option<Formula>,
    /// Tonnes; none where emissions are not counted.
    pub emissions: Option<Formula>,
}

/// Writes a sheet with the whole calculation.
pub fn write(
    inputs: &Inputs,
    language: Language,
    styles: &Styles,
    [name, intro]: [&str; 2],
    variation: Variation,
) -> (Worksheet, Appraisal) {
    let mut sheet = Sheet::new(inputs, language, styles, name, intro);
    let rollout = rollout::write(&mut sheet, variation);
    let in_use = adoption::write(&mut sheet, &rollout);
    let benefits = benefits::write(&mut sheet, &in_use);
    let costs = costs::write(&mut sheet, &rollout, &in_use);
    let appraisal = appraise(&mut sheet, &rollout, benefits, costs);
    (sheet.finish(), appraisal)
}

fn appraise(sheet: &mut Sheet, rollout: &Rollout, benefits: Benefits, costs: Costs) -> Appraisal {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let kroner = sheet.kroner();
    let (time, factor) = (sheet.time.clone(), sheet.discount_factor.clone());
    let of_kroner = |label, key| About {
        label,
        key,
        unit: &kroner,
        look: Look::Kroner,
    };
    let plain = |label, key| About {
        label,
        key,
        unit: "",
        look: Look::Plain,
    };
    sheet.section(texts.appraisal);
    let outlay = sheet.flow(&of_kroner(texts.outlay, "outlay"), &|year, _| {
        costs.public.at(year) - benefits.public_cash.at(year)
    });
    let tax = inputs.parameter(inputs.roles().tax_financing);
    let tax_financing = sheet.flow(
        &of_kroner(texts.tax_financing, "tax_financing"),
        &|year, _| &tax * outlay.at(year),
    );
    let net = sheet.total(&of_kroner(sheet.language.texts().net, "net"), &|year, _| {
        benefits.all.at(year) - costs.all.at(year) - tax_financing.at(year)
    });
    let cumulated_label = sheet.language.texts().cumulated_net_column;
    let cumulated = sheet.yearly(&of_kroner(cumulated_label, "cumulated"), &|year, line| {
        line.before(year, 0.0) + factor.at(year) * net.at(year)
    });
    let funding = sheet.yearly(
        &of_kroner(texts.cumulated_budget, "cumulated_budget"),
        &|year, line| line.before(year, 0.0) - outlay.at(year),
    );
    sheet.section(texts.on_the_way);
    let behind = sheet.yearly(&plain(texts.behind, "behind"), &|year, _| {
        when(&cumulated.at(year).below(0.0), time.at(year) + 1.0, 0.0)
    });
    let sign = sheet.yearly(&plain(texts.sign, "sign"), &|year, line| {
        when(
            &net.at(year).is(0.0),
            line.before(year, 0.0),
            net.at(year).sign(),
        )
    });
    let changes = sheet.yearly(&plain(texts.sign_change, "sign_change"), &|year, _| {
        let before = sign.before(year, 0.0);
        when(&(before * sign.at(year)).below(0.0), 1.0, 0.0)
    });
    let horizon = inputs.parameter(inputs.roles().horizon);
    let years_left = sheet.yearly(&plain(texts.years_left, "years_left"), &|year, _| {
        &horizon - 1.0 - time.at(year)
    });
    let full_effect = full_effect(sheet, rollout, &benefits, &costs);
    let largest_flow = net.all().largest().max(number(0.0) - net.all().smallest());
    Appraisal {
        outlay,
        tax_financing,
        years_left,
        time,
        sign_changes: sheet.figure(
            &plain(texts.sign_changes, "sign_changes"),
            &changes.all().sum(),
        ),
        direction: sheet.figure(
            &plain(texts.direction, "direction"),
            &changes.all().times(&sign.all()),
        ),
        break_even: sheet.figure(
            &plain(texts.break_even, "break_even"),
            &behind.all().largest(),
        ),
        largest_flow: sheet.figure(
            &of_kroner(texts.largest_flow, "largest_flow"),
            &largest_flow,
        ),
        peak_funding: sheet.figure(
            &of_kroner(texts.lowest_budget, "lowest_budget"),
            &funding.all().smallest().min(0.0),
        ),
        net,
        full_effect,
        benefits,
        costs,
    }
}

fn full_effect(
    sheet: &mut Sheet,
    rollout: &Rollout,
    benefits: &Benefits,
    costs: &Costs,
) -> FullEffect {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let solution = inputs.solution;
    let roles = inputs.roles();
    let kroner = sheet.kroner();
    let units = solution.unit.many.get(sheet.language);
    let about = |label, key, unit, look| About {
        label,
        key,
        unit,
        look,
    };
    sheet.section(texts.full_effect);
    let in_use = inputs.parameter(roles.adoption) * &rollout.target;
    let in_use = sheet.figure(
        &about(
            sheet.language.further().in_use,
            "",
            units,
            Look::Decimals(1),
        ),
        &in_use,
    );
    let streams = || solution.plan.benefits.iter().zip(&benefits.per_unit);
    let priced =
        streams()
            .zip(&benefits.prices)
            .filter_map(|((stream, each), price)| match price {
                Some(price) => Some(each * price.at(0)),
                None => (stream.kind != Kind::Count).then(|| each.clone()),
            });
    let gross = &in_use * total(priced);
    let gross = sheet.figure(&about(texts.gross, "gross", &kroner, Look::Kroner), &gross);
    let of_kind = |is: fn(&Kind) -> bool| {
        let each: Vec<Formula> = streams()
            .filter(|(stream, _)| is(&stream.kind))
            .map(|(_, each)| each.clone())
            .collect();
        (!each.is_empty()).then(|| &in_use * total(each))
    };
    let hours = of_kind(|kind| matches!(kind, Kind::Time { .. }));
    let person_years = hours.map(|hours| hours / inputs.parameter(roles.hours_per_person_year));
    let person_years = person_years.map(|freed| {
        let label = sheet.language.further().person_years_line;
        sheet.figure(
            &about(label, "", texts.person_years_unit, Look::Decimals(1)),
            &freed,
        )
    });
    let emissions = of_kind(|kind| matches!(kind, Kind::Emissions)).map(|cut| {
        let label = sheet.language.texts().emissions;
        sheet.figure(
            &about(label, "", texts.tonnes_unit, Look::Decimals(1)),
            &cut,
        )
    });
    let yearly = solution
        .plan
        .costs
        .iter()
        .zip(&costs.lives)
        .filter_map(|(cost, life)| {
            let amount = amount(inputs, cost.timing.amount());
            match (cost.timing, life) {
                (Timing::PerUnitYear { .. }, _) => Some(&rollout.target * amount),
                (Timing::PerUnitInUseYear { .. }, _) => Some(&in_use * amount),
                (Timing::PerNewUnit { learning_rate, .. }, Some(life)) => {
                    let fall =
                        learning_rate.map(|rate| Fall::new(inputs, rate).left_at(&rollout.target));
                    let price = match fall {
                        Some(left) => amount * left,
                        None => amount,
                    };
                    Some(&rollout.target * price / life)
                }
                _ => None,
            }
        });
    let yearly = total(yearly);
    let yearly = sheet.figure(
        &about(texts.yearly_costs, "", &kroner, Look::Kroner),
        &yearly,
    );
    let net = sheet.figure(
        &about(texts.net_saving, "", &kroner, Look::Kroner),
        &(&gross - yearly),
    );
    FullEffect {
        gross,
        net,
        person_years,
        emissions,
    }
}
