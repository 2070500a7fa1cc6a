//! How sure a gain is: the distribution of the net present value.

use super::{Context, Figure, Picture, Table};
use crate::chart::HistogramChart;
use crate::scenario::Found;
use crate::uncertainty::{Band, Headline};

/// The figure of the distribution; none before there is one.
pub fn certainty(context: Context) -> Option<Figure> {
    let found = context.found?;
    let histogram = found.histogram.as_ref()?;
    let band = found.headline(Headline::Npv)?;
    let texts = context.texts();
    let [low, high] = texts.numbers.money_span([band.p10, band.p90]);
    let share = texts
        .numbers
        .percent((found.chance_of_gain * 100.0).round() / 100.0);
    Some(Figure {
        id: "certainty",
        title: (texts.chance)((texts.likelihood)(found.chance_of_gain), &share),
        subtitle: texts.certainty_subtitle.to_owned(),
        readouts: Vec::new(),
        table: table(&context, found, band),
        note: Some((texts.certainty_note)(
            &texts.numbers.number(found.draws as f64, 0),
            &low,
            &high,
        )),
        picture: Picture::Histogram(HistogramChart {
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
    let money = |kroner| texts.numbers.money(kroner);
    let named = [
        (texts.low_estimate, band.p10),
        (texts.middle_estimate, band.p50),
        (texts.high_estimate, band.p90),
    ];
    let rows = named.map(|(name, npv)| vec![name.to_owned(), money(npv)]);
    let chance = texts.numbers.percent(found.chance_of_gain);
    let chance = vec![texts.chance_of_gain.to_owned(), chance];
    Table {
        columns: vec![String::new(), texts.npv_term.to_owned()],
        rows: rows.into_iter().chain([chance]).collect(),
    }
}
