//! What must hold: how far one assumption can go before the gain is gone, and how far it must go to meet the claim.

use super::{Context, Table};
use crate::scenario::{Control, Reached, Scale};
use crate::text::Words;
use crate::uncertainty::Threshold;

/// What must hold, and what is said of the assumptions that have no row.
#[derive(Clone, Debug, PartialEq)]
pub struct Conditions {
    /// A row for each assumption that decides anything, the ones that matter most first.
    pub table: Option<Table>,
    pub notes: Vec<String>,
}

/// The conditions; none before they are known.
pub fn conditions(context: Context) -> Option<Conditions> {
    let found = context.found?;
    let further = context.further();
    let claim_of = |reached: &Reached| reached.claim.filter(decides);
    let gain_decides = |reached: &&Reached| decides(&reached.gain);
    let claimed = found.reached.iter().any(|reached| reached.claim.is_some());
    let claim_can_be_met = found
        .reached
        .iter()
        .any(|reached| claim_of(reached).is_some());
    let deciding: Vec<&Reached> = found
        .reached
        .iter()
        .filter(|reached| gain_decides(reached) || claim_of(reached).is_some())
        .collect();
    let mut columns = vec![further.assumption, further.now, further.to_break_even];
    columns.extend(claim_can_be_met.then_some(further.to_meet_claim));
    let rows = deciding
        .iter()
        .map(|reached| row(&context, reached, claim_can_be_met));
    let mut notes = Vec::new();
    if found.reached.len() > deciding.len() {
        notes.push(match context.results.npv >= 0.0 {
            true => further.others_hold.to_owned(),
            false => further.others_do_not_help.to_owned(),
        });
    }
    if claimed && !claim_can_be_met {
        notes.push(further.claim_out_of_reach.to_owned());
    }
    (!found.reached.is_empty()).then(|| Conditions {
        table: (!deciding.is_empty()).then(|| Table {
            columns: columns.into_iter().map(str::to_owned).collect(),
            rows: rows.collect(),
        }),
        notes,
    })
}

/// Whether it matters what the parameter is.
fn decides(threshold: &Threshold) -> bool {
    matches!(threshold, Threshold::At { .. })
}

fn row(context: &Context, reached: &Reached, with_claim: bool) -> Vec<String> {
    let control = Control::new(context.solution, context.scenario, reached.parameter);
    let words = Words::new(context.language, context.solution, &control);
    let mut row = vec![
        context.question(reached.parameter).to_owned(),
        words.full(control.value),
        said(context, &control, &words, reached.gain),
    ];
    row.extend(
        reached
            .claim
            .filter(|_| with_claim)
            .map(|claim| said(context, &control, &words, claim)),
    );
    row
}

fn said(context: &Context, control: &Control, words: &Words, threshold: Threshold) -> String {
    let further = context.further();
    match threshold {
        Threshold::AlwaysReached => further.holds_anyway.to_owned(),
        Threshold::NeverReached => further.nothing_suffices.to_owned(),
        Threshold::At {
            value,
            reached_above,
            ..
        } => {
            let shown = words.about(control.scale.show(value));
            // Faster is fewer years.
            let turned = matches!(control.scale, Scale::HalfTime { .. });
            match reached_above != turned {
                true => (further.at_least)(&shown),
                false => (further.at_most)(&shown),
            }
        }
    }
}
