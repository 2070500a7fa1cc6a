//! What matters most: how far each assumption alone moves the net present value, how much of the uncertainty it
//! explains, and what it would be worth to know it.

use super::{Context, Figure, Table};
use crate::chart::{Bar, Bars, Ink, Row, Side};
use crate::scenario::Control;
use crate::text::control_label;
use crate::uncertainty::{Explained, Swing};

/// Assumptions that the chart has room for; the table has them all.
const SHOWN: usize = 8;

/// The figure; none before there is anything to show.
pub fn importance(context: Context) -> Option<Figure> {
    importance_of(context, SHOWN)
}

/// The figure with so many assumptions in the chart.
pub fn importance_of(context: Context, shown: usize) -> Option<Figure> {
    let found = context.found?;
    let texts = context.texts();
    let further = context.further();
    let first = found.swings.first().filter(|swing| swing.width() > 0.0)?;
    let money = |kroner| texts.numbers.money(kroner);
    let side = |label: &str, ink| Side {
        label: label.to_owned(),
        ink,
    };
    let rows = found
        .swings
        .iter()
        .take(shown)
        .map(|swing| row(&context, swing));
    Some(Figure {
        id: "importance",
        title: (further.most_depends_on)(context.question(first.parameter)),
        subtitle: (further.importance_subtitle)(&money(context.results.npv)),
        readouts: Vec::new(),
        table: Table {
            columns: [
                further.assumption,
                further.npv_at_low,
                further.npv_at_high,
                further.share_of_variance,
                further.value_of_learning,
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: std::iter::zip(&found.swings, &found.explained)
                .map(|(swing, explained)| table_row(&context, swing, explained))
                .collect(),
        },
        note: Some(learning(&context)),
        picture: Box::new(Bars::new(
            [
                side(further.low_estimate, Ink::Kept),
                side(further.high_estimate, Ink::Label),
            ],
            rows.collect(),
            false,
        )),
    })
}

/// The parameters of the chart's rows, from the top.
pub fn importance_rows(context: &Context) -> Vec<usize> {
    let swings = context.found.iter().flat_map(|found| &found.swings);
    swings.take(SHOWN).map(|swing| swing.parameter).collect()
}

fn row(context: &Context, swing: &Swing) -> Row {
    let bar = |npv: f64| Bar {
        value: npv - context.results.npv,
        text: context.texts().numbers.money(npv),
    };
    Row {
        label: context.question(swing.parameter).to_owned(),
        bars: [bar(swing.at_p10), bar(swing.at_p90)],
        mark: None,
    }
}

fn table_row(context: &Context, swing: &Swing, explained: &Explained) -> Vec<String> {
    let numbers = &context.texts().numbers;
    vec![
        context.question(swing.parameter).to_owned(),
        numbers.money(swing.at_p10),
        numbers.money(swing.at_p90),
        numbers.percent((explained.share_of_variance * 100.0).round() / 100.0),
        numbers.money(explained.value_of_learning),
    ]
}

/// What it is worth to know the assumption that is worth most to know; a thousandth of all that is at stake is
/// nothing.
fn learning(context: &Context) -> String {
    let texts = context.texts();
    let further = context.further();
    let Some(found) = context.found else {
        return String::new();
    };
    let worth = |place: &usize| found.explained[*place].value_of_learning;
    let best = (0..found.explained.len()).max_by(|a, b| worth(a).total_cmp(&worth(b)));
    let stake = found.swings.first().map_or(0.0, Swing::width);
    match best.filter(|place| worth(place) > stake / 1000.0) {
        Some(place) => (further.worth_knowing)(
            context.question(found.swings[place].parameter),
            &texts.numbers.money(worth(&place)),
        ),
        None => further.nothing_worth_knowing.to_owned(),
    }
}

impl<'a> Context<'a> {
    /// The question that a parameter's control asks.
    pub fn question(&self, parameter: usize) -> &'a str {
        let control = Control::new(self.solution, self.scenario, parameter);
        control_label(self.language, self.solution, &control)
    }
}
