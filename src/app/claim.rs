//! The published claim beside the model: what each says, and an honest sentence on the difference.

use super::state::State;
use super::table::table;
use crate::figure::{Context, Table};
use crate::model::{Kind, Results};
use crate::solution::{Claim, Language};
use maud::{Markup, html};

/// The first claim of the solution; nothing where there is none.
pub fn claim_beside_model(language: Language, state: &State) -> Markup {
    let Some(claim) = state.solution.claims.first() else {
        return Markup::default();
    };
    let further = language.further();
    let full = state.scenario.at_full_potential(&state.solution);
    let full = full.results(&state.solution).ok();
    // A claim without figures for the whole country has nothing to be measured by.
    let measured = claim.annual_saving.is_some() || claim.person_years.is_some();
    let context = state.context(language);
    let full = full.filter(|_| measured);
    html! {
        section.claim-beside #figure-claim aria-labelledby="claim-title" {
            h2.ds-heading data-size="xs" #claim-title { (if measured { further.claim_and_model } else { further.about_claim }) }
            @if let Some(full) = full { (table(&comparison(&context, claim, &full), further.claim_and_model)) }
            @if let Some(sentence) = worth(&context, claim) { p.worth { (sentence) } }
            @if let Some(caveat) = &claim.caveat { p { (caveat.get(language)) } }
            @if measured { p.note { (further.full_potential_note) } }
        }
    }
}

/// The claim, the scenario, and the scenario with everything let go, a row each.
fn comparison(context: &Context, claim: &Claim, full: &Results) -> Table {
    let texts = context.texts();
    let further = context.further();
    let mut table = Table {
        columns: vec![further.full_effect_column.to_owned()],
        rows: [
            further.claim_row,
            further.model_row,
            further.full_potential_row,
        ]
        .map(|name| vec![name.to_owned()])
        .to_vec(),
    };
    let mut column = |name: &str, cells: [String; 3]| {
        table.columns.push(name.to_owned());
        for (row, cell) in table.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    };
    if let Some(saving) = claim.annual_saving {
        let gross = |results: &Results| results.annual_saving_at_full_effect.gross;
        let kroner = [saving, gross(context.results), gross(full)];
        column(
            further.saved_a_year,
            kroner.map(|kroner| texts.numbers.money(kroner)),
        );
    }
    if let Some(freed) = claim.person_years {
        let of = |results: &Results| results.person_years_at_full_effect;
        let freed = [freed, of(context.results), of(full)];
        column(
            further.freed_a_year,
            freed.map(|freed| context.person_years(freed)),
        );
    }
    table
}

/// What the claimed person-years are worth, beside the claimed kroner.
fn worth(context: &Context, claim: &Claim) -> Option<String> {
    let (saving, freed) = (claim.annual_saving?, claim.person_years?);
    let plan = &context.solution.plan;
    let hourly = plan.benefits.iter().find_map(|stream| match stream.kind {
        Kind::Time { price, .. } => Some(context.scenario.value(price)),
        _ => None,
    })?;
    let worth = freed * context.scenario.value(plan.roles.hours_per_person_year) * hourly;
    // The sentence is about a claim whose two halves do not fit.
    if worth > 0.5 * saving {
        return None;
    }
    let texts = context.texts();
    let further = context.further();
    let money = |kroner| texts.numbers.money(kroner);
    Some((further.claim_worth)(
        &context.person_years(freed),
        &money(worth),
        &money(saving),
    ))
}
