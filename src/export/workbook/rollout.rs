//! How many units are in place, as `model::rollout` has it (model.md, section 1).

use super::Variation;
use super::formula::{Formula, number, when};
use super::inputs::{BASS, Inputs, LINEAR};
use super::line::Line;
use super::sheet::{About, Sheet};
use crate::export::spreadsheet::Look;

/// What the rest of the calculation needs of it.
pub struct Rollout {
    /// Units that the rollout aims at.
    pub target: Formula,
    /// 1 if it aims at more than the pilot, else 0.
    pub begun: Formula,
    /// Years until it starts.
    pub delay: Formula,
    pub completed: Line,
    pub installed: Line,
    pub new: Line,
    pub in_service: Line,
}

/// Writes the section.
pub fn write(sheet: &mut Sheet, variation: Variation) -> Rollout {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let exports = sheet.language.exports();
    let further = sheet.language.further();
    let roles = inputs.roles();
    let [pilot, potential, reach, delay] =
        [roles.pilot, roles.potential, roles.reach, roles.delay].map(|role| inputs.parameter(role));
    let units = inputs.solution.unit.many.get(sheet.language);
    let of_units = |label, key| About {
        label,
        key,
        unit: units,
        look: Look::Decimals(1),
    };
    let plain = |label, key| About {
        label,
        key,
        unit: "",
        look: Look::Decimals(2),
    };
    sheet.section(texts.rollout);
    let delay = sheet.figure(
        &plain(texts.delay, "d"),
        &match variation {
            Variation::YearLater => delay + 1.0,
            _ => delay,
        },
    );
    let aim = match variation {
        Variation::AtPilot => number(0.0),
        _ => reach * &potential,
    };
    let target = sheet.figure(&of_units(texts.target, "target"), &aim.max(&pilot));
    let begun = when(&target.above(&pilot), 1.0, 0.0);
    let begun = sheet.figure(
        &About {
            look: Look::Plain,
            ..plain(texts.rollout_begun, "rollout")
        },
        &begun,
    );
    let time = sheet.time.clone();
    let since = sheet.yearly(&plain(texts.years_since_start, "s"), &|year, _| {
        (time.at(year) + 1.0 - &delay).max(0.0)
    });
    let about = About {
        look: Look::Percent(1),
        ..plain(texts.completed, "completed")
    };
    let completed = sheet.yearly(&about, &|year, _| share_completed(inputs, &since.at(year)));
    let installed = sheet.yearly(&of_units(further.in_place, "installed"), &|year, _| {
        &pilot + (&target - &pilot) * completed.at(year)
    });
    let new = sheet.yearly(&of_units(exports.new_units, "new"), &|year, _| {
        installed.at(year) - installed.before(year, &pilot)
    });
    let in_service = sheet.yearly(&of_units(exports.in_service, "in_service"), &|year, _| {
        (installed.before(year, &pilot) + installed.at(year)) / 2.0
    });
    Rollout {
        target,
        begun,
        delay,
        completed,
        installed,
        new,
        in_service,
    }
}

/// The share of the rollout completed so many years after its start: by Bass (1969), straight, or as drawn.
fn share_completed(inputs: &Inputs, since: &Formula) -> Formula {
    let roles = inputs.roles();
    let [p, q, years] =
        [roles.innovation, roles.imitation, roles.rollout_years].map(|role| inputs.parameter(role));
    let gap = (number(0.0) - (&p + &q) * since).exp();
    let bass = (number(1.0) - &gap) / (number(1.0) + q / p * gap);
    let straight = when(&years.above(0.0), (since / &years).min(1.0), 1.0);
    let linear = when(&since.above(0.0), straight, 0.0);
    let last = inputs.years as f64;
    let whole = since.floor();
    let at = |year: Formula| inputs.drawn.place(&(year.min(last) + 1.0));
    let (before, after) = (at(whole.clone()), at(&whole + 1.0));
    let drawn = &before + (after - &before) * (since - whole);
    when(
        &inputs.curve_is(BASS),
        bass,
        when(&inputs.curve_is(LINEAR), linear, drawn),
    )
}
