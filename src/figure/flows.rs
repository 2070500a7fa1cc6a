//! Benefits and costs over time: society's or the public budget's, year by year or cumulated.

use super::comparison::{compared_columns, compared_lines, compared_readout};
use super::{
    Context, Figure, Lines, Table, TickScale, in_millions, millions, series_of, stays_above_zero,
    with_span,
};
use crate::chart::{Ink, Line, LineChart};
use crate::model::Part;
use crate::text::inside_sentence;

/// Whose kroner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    #[default]
    Social,
    Budget,
}

/// How years are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Flow {
    #[default]
    Yearly,
    Cumulated,
}

/// What comes in, what goes out, and the sum so far, each year (NOK).
struct Series {
    gains: Vec<f64>,
    /// Without the residual value: it is no payment, and would look like one in the last year.
    costs: Vec<f64>,
    cumulated: Vec<f64>,
}

/// The figure over time.
pub fn flows(context: Context, view: View, flow: Flow) -> Figure {
    let series = series(&context, view);
    let texts = context.texts();
    let (first_label, second_label) = match view {
        View::Social => (texts.benefit, texts.cost),
        View::Budget => (texts.budget_gain, texts.budget_outlay),
    };
    let sum_label = match view {
        View::Social => texts.cumulated_net,
        View::Budget => texts.budget_balance,
    };
    let sum_column = match view {
        View::Social => texts.cumulated_net_column,
        View::Budget => texts.budget_balance,
    };
    let kept = series_of("flows", view, flow);
    let lines = |context: &Context| {
        let series = self::series(context, view);
        let line = |label: &str, ink, values: Vec<f64>, place: usize| Line {
            label: label.to_owned(),
            ink,
            values,
            dashed: false,
            band: context.line_band(kept[place]),
        };
        match flow {
            Flow::Yearly => vec![
                line(first_label, Ink::Benefit, series.gains, 0),
                line(second_label, Ink::Cost, series.costs, 1),
            ],
            Flow::Cumulated => vec![line(sum_label, Ink::Net, series.cumulated, 0)],
        }
    };
    let (title, event) = title(&context, view, flow, &series);
    let mut chart = LineChart {
        first_year: context.solution.plan.first_year,
        lines: lines(&context),
        reference: None,
        event: None,
        dots: None,
        axis: crate::chart::Axis::covering([]),
    };
    chart.event = event.map(|index| chart.moment(index));
    chart.lines.extend(compared_lines(&context, lines));
    chart.axis = chart.fitting_axis();
    let years = series.gains.len();
    let money = |kroner| texts.numbers.money(kroner);
    let number = |value| millions(context.language, value);
    let end = |value: f64| texts.numbers.trimmed(value / 1e6, 1);
    let mut table = Table {
        columns: {
            let mut columns =
                in_millions(texts, texts.year, [first_label, second_label, sum_column]);
            let spans = chart.lines.iter().filter(|line| line.band.is_some());
            columns.extend(spans.map(|line| (texts.span_column)(&line.label)));
            columns
        },
        rows: (0..years)
            .map(|year| {
                let mut row = vec![context.year(year)];
                let values = [
                    series.gains[year],
                    series.costs[year],
                    series.cumulated[year],
                ];
                row.extend(values.map(number));
                let spans = kept.iter().map(|&series| {
                    context.span(series, year, &|ends| context.ends(ends, 1e5, &end))
                });
                row.extend(spans.filter(|span| !span.is_empty()));
                row
            })
            .collect(),
    };
    compared_columns(&chart.lines, &mut table, &number);
    Figure {
        id: "flows",
        title,
        subtitle: match (view, flow) {
            (View::Social, Flow::Yearly) => texts.social_subtitle,
            (View::Social, Flow::Cumulated) => texts.social_cumulated_subtitle,
            (View::Budget, Flow::Yearly) => texts.budget_subtitle,
            (View::Budget, Flow::Cumulated) => texts.budget_cumulated_subtitle,
        }
        .to_owned(),
        readouts: (0..years)
            .map(|year| {
                let parts = chart.lines.iter().zip(kept).map(|(line, &series)| {
                    let said = format!(
                        "{} {}",
                        inside_sentence(&line.label),
                        money(line.values[year])
                    );
                    with_span(
                        said,
                        &context.span(series, year, &|ends| texts.numbers.money_span(ends)),
                    )
                });
                let compared = compared_readout(&chart.lines, year, &money);
                format!(
                    "{}: {}{compared}",
                    context.year(year),
                    parts.collect::<Vec<_>>().join(", ")
                )
            })
            .collect(),
        table,
        note: (flow == Flow::Yearly && has_residual(&context))
            .then(|| texts.residual_note.to_owned()),
        picture: Box::new(Lines {
            chart,
            scale: TickScale::Money,
        }),
    }
}

fn series(context: &Context, view: View) -> Series {
    let e = &context.results.evaluation;
    let residual = residual(context, view);
    let with_residual: Vec<f64> = match view {
        View::Social => e.costs.clone(),
        View::Budget => std::iter::zip(&e.outlay, &e.public_cash)
            .map(|(outlay, cash)| outlay + cash)
            .collect(),
    };
    let costs = std::iter::zip(&with_residual, &residual)
        .map(|(all, credit)| all - credit)
        .collect();
    match view {
        View::Social => Series {
            gains: e.benefits.clone(),
            costs,
            cumulated: e.cumulated.clone(),
        },
        View::Budget => {
            let mut sum = 0.0;
            let cumulated = e.outlay.iter().map(|outlay| {
                sum -= outlay;
                sum
            });
            Series {
                cumulated: cumulated.collect(),
                gains: e.public_cash.clone(),
                costs,
            }
        }
    }
}

fn residual_lines<'a>(context: &'a Context, view: View) -> impl Iterator<Item = &'a Vec<f64>> {
    let plan = &context.solution.plan;
    plan.line_parts()
        .zip(&context.results.evaluation.lines)
        .filter(|((_, part), _)| *part == Part::Residual)
        .filter(move |((cost, _), _)| view == View::Social || plan.actors[plan.costs[*cost].pays])
        .map(|(_, line)| line)
}

fn residual(context: &Context, view: View) -> Vec<f64> {
    let mut sum = vec![0.0; context.results.evaluation.years];
    for line in residual_lines(context, view) {
        for (sum, credit) in sum.iter_mut().zip(line) {
            *sum += credit;
        }
    }
    sum
}

fn has_residual(context: &Context) -> bool {
    residual(context, View::Social)
        .iter()
        .any(|&credit| credit != 0.0)
}

/// What there is to see, and the year that it speaks of.
fn title(context: &Context, view: View, flow: Flow, series: &Series) -> (String, Option<usize>) {
    let texts = context.texts();
    let nothing = |values: &[f64]| values.iter().all(|&value| value == 0.0);
    if nothing(&series.gains) && nothing(&series.costs) {
        return (texts.nothing_happens.to_owned(), None);
    }
    let from = match flow {
        Flow::Cumulated => stays_above_zero(&series.cumulated),
        Flow::Yearly => {
            let net = std::iter::zip(&series.gains, &series.costs).map(|(gain, cost)| gain - cost);
            stays_above_zero(&net.collect::<Vec<_>>())
        }
    };
    let last = context.last_year();
    let said = match (view, flow, from) {
        (View::Social, Flow::Yearly, Some(year)) => (texts.yearly_gain_from)(&context.year(year)),
        (View::Social, Flow::Yearly, None) => texts.no_yearly_gain.to_owned(),
        (View::Social, Flow::Cumulated, Some(0)) => texts.pays_off_at_once.to_owned(),
        (View::Social, Flow::Cumulated, Some(year)) => (texts.pays_off_in)(&context.year(year)),
        (View::Social, Flow::Cumulated, None) => (texts.never_pays_off)(&last),
        (View::Budget, Flow::Yearly, Some(year)) => {
            (texts.budget_yearly_gain_from)(&context.year(year))
        }
        (View::Budget, Flow::Yearly, None) => texts.budget_no_yearly_gain.to_owned(),
        (View::Budget, Flow::Cumulated, Some(0)) => texts.budget_pays_off_at_once.to_owned(),
        (View::Budget, Flow::Cumulated, Some(year)) => {
            (texts.budget_pays_off_in)(&context.year(year))
        }
        (View::Budget, Flow::Cumulated, None) => (texts.budget_never_pays_off)(&last),
    };
    (said, from)
}
