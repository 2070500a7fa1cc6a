//! How sure a gain is: the distribution of the net present value.

use super::{Context, Figure, Table};
use crate::chart::HistogramChart;
use crate::scenario::Found;
use crate::uncertainty::{Band, Headline};

/// Bars of the chart that are one row of the table.
const TOGETHER: usize = 4;

/// The figure of the distribution; none before there is one.
pub fn certainty(context: Context) -> Option<Figure> {
    let found = context.found?;
    let histogram = found.histogram.as_ref()?;
    let band = found.headline(Headline::Npv)?;
    let texts = context.texts();
    let further = context.further();
    let [low, high] = texts.numbers.money_span([band.p10, band.p90]);
    let share = texts
        .numbers
        .percent((found.chance_of_gain * 100.0).round() / 100.0);
    Some(Figure {
        id: "certainty",
        title: (further.chance)((further.likelihood)(found.chance_of_gain), &share),
        subtitle: further.certainty_subtitle.to_owned(),
        readouts: Vec::new(),
        table: table(&context, found, band),
        note: Some((further.certainty_note)(
            &texts.numbers.number(found.draws as f64, 0),
            &low,
            &high,
        )),
        picture: Box::new(HistogramChart {
            from: histogram.from,
            width: histogram.width,
            shares: histogram.shares.clone(),
            middle: [band.p10, band.p90],
        }),
    })
}

/// P10, P50 and P90, and the share of the draws in each bin.
fn table(context: &Context, found: &Found, band: Band) -> Table {
    let texts = context.texts();
    let further = context.further();
    let money = |kroner| texts.numbers.money(kroner);
    let named = [
        (further.low_estimate, band.p10),
        (further.middle_estimate, band.p50),
        (further.high_estimate, band.p90),
    ];
    let rows = named.map(|(name, npv)| vec![name.to_owned(), money(npv)]);
    let chance = texts.numbers.percent(found.chance_of_gain);
    let chance = vec![further.chance_of_gain.to_owned(), chance];
    let bins = found.histogram.iter().flat_map(|histogram| {
        let together = histogram.shares.chunks(TOGETHER).enumerate();
        together.map(|(place, shares)| {
            let edge = |bins: usize| histogram.from + histogram.width * bins as f64;
            let from = place * TOGETHER;
            let [low, high] = texts
                .numbers
                .money_span([edge(from), edge(from + shares.len())]);
            let share = (shares.iter().sum::<f64>() * 100.0).round() / 100.0;
            let span = format!("{low} {} {high}", texts.to);
            vec![
                (further.share_of_outcomes)(&span),
                texts.numbers.percent(share),
            ]
        })
    });
    Table {
        columns: vec![String::new(), texts.npv_term.to_owned()],
        rows: rows.into_iter().chain([chance]).chain(bins).collect(),
    }
}
