//! What must hold: how far one assumption can go before the gain is gone, and how far it must go to meet the claim.

use super::{Context, Table};
use crate::scenario::{Control, Reached, Scale};
use crate::text::Words;
use crate::uncertainty::Threshold;

/// A row for each assumption that may vary, the ones that matter most first; none before that is known.
pub fn conditions(context: Context) -> Option<Table> {
    let found = context.found?;
    let texts = context.texts();
    let claimed = found.reached.iter().any(|reached| reached.claim.is_some());
    let mut columns = vec![texts.assumption, texts.now, texts.to_break_even];
    columns.extend(claimed.then_some(texts.to_meet_claim));
    let rows: Vec<Vec<String>> = found
        .reached
        .iter()
        .map(|reached| row(&context, reached))
        .collect();
    (!rows.is_empty()).then(|| Table {
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows,
    })
}

fn row(context: &Context, reached: &Reached) -> Vec<String> {
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
            .map(|claim| said(context, &control, &words, claim)),
    );
    row
}

fn said(context: &Context, control: &Control, words: &Words, threshold: Threshold) -> String {
    let texts = context.texts();
    match threshold {
        Threshold::AlwaysReached => texts.holds_anyway.to_owned(),
        Threshold::NeverReached => texts.nothing_suffices.to_owned(),
        Threshold::At {
            value,
            reached_above,
            ..
        } => {
            let shown = words.about(control.scale.show(value));
            // Faster is fewer years.
            let turned = matches!(control.scale, Scale::HalfTime { .. });
            match reached_above != turned {
                true => (texts.at_least)(&shown),
                false => (texts.at_most)(&shown),
            }
        }
    }
}
