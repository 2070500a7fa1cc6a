//! How many units are really used, as `model::adoption` has it (model.md, section 2).

use super::formula::{number, when};
use super::line::Line;
use super::rollout::Rollout;
use super::sheet::{About, Sheet};
use crate::export::spreadsheet::Look;

/// Writes the section; gives the units in use.
pub fn write(sheet: &mut Sheet, rollout: &Rollout) -> Line {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let roles = inputs.roles();
    let [pilot, adoption, ramp] =
        [roles.pilot, roles.adoption, roles.ramp].map(|role| inputs.parameter(role));
    let units = inputs.solution.unit.many.get(sheet.language);
    let of_units = |label, key| About {
        label,
        key,
        unit: units,
        look: Look::Decimals(1),
    };
    let share = |label, key| About {
        label,
        key,
        unit: "",
        look: Look::Percent(1),
    };
    sheet.section(texts.adoption);
    // The share of the way to full use that is left: 10 % after as many years as the ramp.
    let left_after = |years: f64| {
        when(
            &ramp.above(0.0),
            number(0.1).power(number(years) / &ramp),
            0.0,
        )
    };
    let after_quarter = sheet.figure(
        &share(texts.left_after_quarter, "left_after_quarter"),
        &left_after(0.25),
    );
    let after_year = sheet.figure(
        &share(texts.left_after_year, "left_after_year"),
        &left_after(1.0),
    );
    let lag = sheet.yearly(
        &of_units(texts.not_yet_used, "lag"),
        &|year, line| match year {
            0 => number(0.0),
            _ => &after_year * (line.before(year, 0.0) + rollout.new.before(year, 0.0)),
        },
    );
    sheet.yearly(
        &of_units(sheet.language.further().in_use, "in_use"),
        &|year, _| {
            let earlier = rollout.installed.before(year, &pilot) - lag.at(year);
            // Put in place in the middle of the year, on average.
            let new = rollout.new.at(year) * 0.5 * (number(1.0) - &after_quarter);
            &adoption * (earlier + new)
        },
    )
}
