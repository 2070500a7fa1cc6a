//! How many units are in place and in use each year, on the way to the target.

use super::comparison::{compared_columns, compared_lines, compared_readout};
use super::{Context, Figure, Lines, Table, TickScale};
use crate::chart::{Axis, Dots, Ink, Line, LineChart, Reference};
use crate::scenario::observed;
use crate::text::inside_sentence;
use crate::uncertainty::Series;

/// The figure of the rollout.
pub fn rollout(context: Context) -> Figure {
    let texts = context.texts();
    let further = context.further();
    let e = &context.results.evaluation;
    let (installed, in_use) = (e.installed.clone(), e.in_use.clone());
    let target = e.target;
    let units = context.solution.unit.many.get(context.language);
    let lines = |context: &Context| {
        let line = |label: &str, ink, values: &[f64], series| Line {
            label: label.to_owned(),
            ink,
            values: values.to_vec(),
            dashed: false,
            band: context.line_band(series),
        };
        let e = &context.results.evaluation;
        vec![
            line(
                further.in_place,
                Ink::Units,
                &e.installed,
                Series::Installed,
            ),
            line(further.in_use, Ink::UnitsInUse, &e.in_use, Series::InUse),
        ]
    };
    let half = e.completed.clone().iter().position(|&share| share >= 0.5);
    let rolled_out = target > context.scenario.value(context.solution.plan.roles.pilot);
    let last = installed.len() - 1;
    let title = match half {
        _ if !rolled_out => (further.no_rollout)(&context.units(target)),
        Some(year) => (further.half_reached)(&context.year(year), &context.units(installed[year])),
        None => (further.half_later)(&context.year(last), &context.units(installed[last])),
    };
    let seen: Vec<(usize, f64)> = observed(context.solution, e.years).collect();
    let seen_in = |year: usize| seen.iter().find(|(place, _)| *place == year);
    let mut chart = LineChart {
        first_year: context.solution.plan.first_year,
        lines: lines(&context),
        reference: rolled_out.then(|| Reference {
            label: (further.target_reference)(&context.units(target)),
            value: target,
            ink: Ink::Label,
        }),
        event: None,
        dots: (!seen.is_empty()).then(|| Dots {
            label: further.observed.to_owned(),
            ink: Ink::Label,
            points: seen.clone(),
        }),
        axis: Axis::covering([]),
    };
    // What was observed is told from the line by dots: another would be taken for one of them.
    chart.event = half
        .filter(|_| rolled_out && seen.is_empty())
        .map(|index| chart.moment(index));
    chart.lines.extend(compared_lines(&context, lines));
    chart.axis = chart.fitting_axis();
    let number = |value: f64| texts.numbers.number(value, 0);
    let series = [Series::Installed, Series::InUse];
    let spanned = chart.lines.iter().filter(|line| line.band.is_some());
    let mut table = Table {
        columns: [texts.year, further.in_place, further.in_use]
            .into_iter()
            .chain((!seen.is_empty()).then_some(further.observed))
            .map(str::to_owned)
            .chain(spanned.map(|line| (texts.span_column)(&line.label)))
            .collect(),
        rows: (0..=last)
            .map(|year| {
                let mut row = vec![
                    context.year(year),
                    number(installed[year]),
                    number(in_use[year]),
                ];
                if !seen.is_empty() {
                    row.push(seen_in(year).map_or(String::new(), |(_, count)| number(*count)));
                }
                let spans = series.map(|series| {
                    context.span(series, year, &|ends| context.ends(ends, 1.0, &number))
                });
                row.extend(spans.into_iter().filter(|span| !span.is_empty()));
                row
            })
            .collect(),
    };
    compared_columns(&chart.lines, &mut table, &number);
    Figure {
        id: "rollout",
        title,
        subtitle: (further.rollout_subtitle)(units),
        readouts: (0..=last)
            .map(|year| {
                let mut said = format!(
                    "{}: {} {}, {} {}",
                    context.year(year),
                    number(installed[year]),
                    inside_sentence(further.in_place),
                    number(in_use[year]),
                    inside_sentence(further.in_use)
                );
                if let Some((_, count)) = seen_in(year) {
                    said.push_str(&(further.observed_then)(&number(*count)));
                }
                said.push_str(&compared_readout(&chart.lines, year, &number));
                said
            })
            .collect(),
        table,
        note: None,
        picture: Box::new(Lines {
            chart,
            scale: TickScale::Count(units.to_owned()),
        }),
    }
}
