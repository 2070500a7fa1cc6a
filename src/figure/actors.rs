//! Who pays and who gains, in present value.

use super::{Context, Figure, Table, in_millions, millions};
use crate::chart::{Bar, Bars, Ink, Row, Side};
use crate::text::inside_sentence;

/// The figure of the actors.
pub fn actors(context: Context) -> Figure {
    let texts = context.texts();
    let further = context.further();
    let numbers = &texts.numbers;
    let names: Vec<&str> = context
        .solution
        .actors
        .iter()
        .map(|actor| actor.label.get(context.language))
        .collect();
    let by_actor = &context.results.by_actor;
    let bar = |value: f64, text: String| Bar { value, text };
    let rows: Vec<Row> = std::iter::zip(&names, by_actor)
        .map(|(name, actor)| Row {
            label: (*name).to_owned(),
            bars: [
                bar(-actor.paid, numbers.money(actor.paid)),
                bar(actor.gained, numbers.money(actor.gained)),
            ],
            mark: Some(bar(
                actor.net,
                format!(
                    "{} {}",
                    inside_sentence(texts.net),
                    numbers.money(actor.net)
                ),
            )),
        })
        .collect();
    let side = |label: &str, ink: Ink| Side {
        label: label.to_owned(),
        ink,
    };
    let most = |of: fn(&crate::model::ByActor) -> f64| {
        let place =
            (0..by_actor.len()).max_by(|&a, &b| of(&by_actor[a]).total_cmp(&of(&by_actor[b])));
        place.filter(|&place| of(&by_actor[place]) > 0.0)
    };
    let title = match (most(|actor| actor.paid), most(|actor| actor.gained)) {
        (Some(payer), Some(gainer)) if payer == gainer => {
            (further.same_pays_and_gains)(names[payer])
        }
        (Some(payer), Some(gainer)) => {
            (further.one_pays_other_gains)(names[payer], &inside_sentence(names[gainer]))
        }
        (Some(payer), None) => (further.one_pays_nobody_gains)(names[payer]),
        (None, Some(gainer)) => (further.nobody_pays_one_gains)(names[gainer]),
        (None, None) => further.nobody_pays.to_owned(),
    };
    Figure {
        id: "actors",
        title,
        subtitle: further.actors_subtitle.to_owned(),
        readouts: Vec::new(),
        table: Table {
            columns: in_millions(
                texts,
                further.actor,
                [further.paid, further.gained, texts.net],
            ),
            rows: std::iter::zip(&names, by_actor)
                .map(|(name, actor)| {
                    let mut row = vec![(*name).to_owned()];
                    let values = [actor.paid, actor.gained, actor.net];
                    row.extend(values.map(|kroner| millions(context.language, kroner)));
                    row
                })
                .collect(),
        },
        note: None,
        picture: Box::new(Bars::new(
            [
                side(further.paid, Ink::Cost),
                side(further.gained, Ink::Benefit),
            ],
            rows,
            false,
        )),
    }
}
