//! Person-years freed each year, beside what has been claimed.

use super::comparison::{compared_columns, compared_lines, compared_readout};
use super::{Context, Figure, Lines, Table, TickScale, with_span};
use crate::chart::{Axis, Ink, Line, LineChart, Reference};
use crate::model::Kind;
use crate::text::inside_sentence;
use crate::uncertainty::Series;

/// Whether the solution frees time at all.
pub fn frees_time(context: Context) -> bool {
    let mut streams = context.solution.plan.benefits.iter();
    streams.any(|stream| is_time(&stream.kind))
}

fn is_time(kind: &Kind) -> bool {
    matches!(kind, Kind::Time { .. })
}

/// The figure of person-years.
pub fn person_years(context: Context) -> Figure {
    let plan = &context.solution.plan;
    let texts = context.texts();
    let further = context.further();
    let e = &context.results.evaluation;
    let values = e.person_years.clone();
    let last = values.len() - 1;
    let worth: f64 = std::iter::zip(&plan.benefits, &e.values)
        .filter(|(stream, _)| is_time(&stream.kind))
        .map(|(_, series)| series[last])
        .sum();
    let claimed = context
        .solution
        .claims
        .iter()
        .find_map(|claim| claim.person_years);
    let lines = |context: &Context| {
        vec![Line {
            label: further.person_years_line.to_owned(),
            ink: Ink::PersonYears,
            values: context.results.evaluation.person_years.clone(),
            dashed: false,
            band: context.line_band(Series::PersonYears),
        }]
    };
    let mut chart = LineChart {
        first_year: plan.first_year,
        lines: lines(&context),
        reference: claimed.map(|value| Reference {
            label: (further.claim_reference)(&context.person_years(value)),
            value,
            ink: Ink::Claim,
        }),
        event: None,
        dots: None,
        axis: Axis::covering([]),
    };
    chart.lines.extend(compared_lines(&context, lines));
    chart.axis = chart.fitting_axis();
    let span = |year, finest, number: &dyn Fn(f64) -> String| {
        context.span(Series::PersonYears, year, &|ends| {
            context.ends(ends, finest, number)
        })
    };
    let rounded = |value| texts.numbers.rounded(value);
    let tenths = |value| texts.numbers.number(value, 1);
    let end = |value| texts.numbers.trimmed(value, 1);
    let mut table = Table {
        columns: [texts.year, further.person_years_line]
            .into_iter()
            .map(str::to_owned)
            .chain(
                chart.lines[0]
                    .band
                    .as_ref()
                    .map(|_| (texts.span_column)(further.person_years_line)),
            )
            .collect(),
        rows: (0..values.len())
            .map(|year| {
                let mut row = vec![context.year(year), tenths(values[year])];
                row.extend(Some(span(year, 0.1, &end)).filter(|span| !span.is_empty()));
                row
            })
            .collect(),
    };
    compared_columns(&chart.lines, &mut table, &tenths);
    Figure {
        id: "person-years",
        title: if values[last] > 0.0 {
            (further.person_years_title)(&context.person_years(values[last]), &context.year(last))
        } else {
            further.person_years_nothing.to_owned()
        },
        subtitle: (further.person_years_subtitle)(&texts.numbers.money(worth), &context.year(last)),
        readouts: (0..values.len())
            .map(|year| {
                let freed = context.person_years(values[year]);
                let compared =
                    compared_readout(&chart.lines, year, &|freed| context.person_years(freed));
                format!(
                    "{}: {}{compared}",
                    context.year(year),
                    with_span(freed, &span(year, 0.01, &rounded))
                )
            })
            .collect(),
        table,
        note: None,
        picture: Box::new(Lines {
            chart,
            scale: TickScale::Count(inside_sentence(further.person_years_line)),
        }),
    }
}
