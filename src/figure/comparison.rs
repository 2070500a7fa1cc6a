//! Two scenarios beside each other: which assumptions differ, what that does to the headlines, and the other one's lines
//! in a chart.

use super::{Context, Table, frees_time};
use crate::chart::Line;
use crate::model::{Curve, Results};
use crate::scenario::{Control, Scenario, matters};
use crate::text::{Words, inside_sentence};
use crate::uncertainty::Headline as Of;

/// An assumption that differs between two scenarios.
struct Moved {
    question: String,
    from: String,
    to: String,
}

/// The assumptions in which a scenario differs from the one before it, in the file's order, the curve first. What
/// matters in neither is left out.
fn moved(context: Context, before: &Scenario) -> Vec<Moved> {
    let further = context.further();
    let (solution, now) = (context.solution, context.scenario);
    let curve = (before.curve() != now.curve()).then(|| Moved {
        question: context.texts().curve.to_owned(),
        from: curve_name(&context, before.curve()),
        to: curve_name(&context, now.curve()),
    });
    let differing = now
        .differing(before)
        .filter(|&parameter| {
            matters(solution, now, parameter) || matters(solution, before, parameter)
        })
        .map(|parameter| {
            let said = |scenario: &Scenario| {
                let control = Control::new(solution, scenario, parameter);
                let value = Words::new(context.language, solution, &control).full(control.value);
                match scenario.is_certain(parameter) {
                    true => (further.taken_for_certain)(&value),
                    false => value,
                }
            };
            Moved {
                question: context.question(parameter).to_owned(),
                from: said(before),
                to: said(now),
            }
        });
    curve.into_iter().chain(differing).collect()
}

/// The same as a table; `names` are the columns' of the two scenarios.
pub fn moved_table(context: Context, before: &Scenario, names: [&str; 2]) -> Table {
    let [from, to] = names;
    let row = |moved: Moved| vec![moved.question, moved.from, moved.to];
    Table {
        columns: [context.further().assumption, from, to]
            .map(str::to_owned)
            .into(),
        rows: moved(context, before).into_iter().map(row).collect(),
    }
}

/// The curve's name, without what it explains.
fn curve_name(context: &Context, curve: &Curve) -> String {
    let further = context.further();
    match curve {
        Curve::Bass => further.curve_bass_short,
        Curve::Linear => further.curve_linear_short,
        Curve::Drawn(_) => further.curve_drawn_short,
    }
    .to_owned()
}

/// The headlines of two scenarios, a row each: what it is, the other's figure, this one's, the difference. `names` are
/// the columns' of the two. The difference has its own uncertainty where that is known.
pub fn headlines_beside(context: Context, other: &Results, names: [&str; 2]) -> Table {
    let texts = context.texts();
    let further = context.further();
    let numbers = &texts.numbers;
    let now = context.results;
    let money = |of: fn(&Results) -> f64, headline: Of| {
        let (before, after) = (of(other), of(now));
        let difference = difference(&context, after - before, &|value| numbers.money(value));
        let band = context.found.and_then(|found| found.difference(headline));
        let band = band.filter(|band| band.p10 != band.p90);
        let span = band.map(|band| {
            let [low, high] = numbers.money_span([band.p10, band.p90]);
            (texts.eight_of_ten)(&low, &high)
        });
        [
            numbers.money(before),
            numbers.money(after),
            with_line(difference, span),
        ]
    };
    let mut rows = vec![row(texts.npv_term, money(|results| results.npv, Of::Npv))];
    rows.push(row(
        texts.annual_saving,
        money(
            |results| results.annual_saving_at_full_effect.net,
            Of::NetSaving,
        ),
    ));
    if frees_time(context) {
        let [before, after] = [other, now].map(|results| results.person_years_at_full_effect);
        let person_years = |value: f64| context.person_years(value);
        let difference = difference(&context, after - before, &person_years);
        let figures = [
            context.person_years(before),
            context.person_years(after),
            difference,
        ];
        rows.push(row(texts.person_years, figures));
    }
    let years = [other, now].map(|results| results.break_even_year);
    let year = |year: Option<i32>| year.map_or(further.never.to_owned(), |year| year.to_string());
    let difference = match years {
        [Some(before), Some(after)] if before == after => further.no_difference.to_owned(),
        [Some(before), Some(after)] => {
            let years = numbers.number(f64::from(after - before).abs(), 0);
            match after > before {
                true => (further.years_later)(&years),
                false => (further.years_sooner)(&years),
            }
        }
        _ => String::new(),
    };
    rows.push(row(
        texts.break_even,
        [year(years[0]), year(years[1]), difference],
    ));
    Table {
        columns: vec![
            String::new(),
            names[0].to_owned(),
            names[1].to_owned(),
            further.difference.to_owned(),
        ],
        rows,
    }
}

fn row(label: &str, figures: [String; 3]) -> Vec<String> {
    std::iter::once(label.to_owned()).chain(figures).collect()
}

/// How much more there is, with a plus; in words where it would be rounded to nothing.
fn difference(context: &Context, more: f64, number: &dyn Fn(f64) -> String) -> String {
    let said = number(more);
    match more > 0.0 {
        _ if said == number(0.0) => context.further().no_difference.to_owned(),
        true => format!("+{said}"),
        false => said,
    }
}

fn with_line(said: String, line: Option<String>) -> String {
    match line {
        Some(line) => format!("{said}\n{line}"),
        None => said,
    }
}

/// The lines of the scenario that is compared with, for a chart: in the same colours, dashed, and named after it.
/// `lines` makes the lines of a scenario.
pub fn compared_lines(context: &Context, lines: impl Fn(&Context) -> Vec<Line>) -> Vec<Line> {
    let Some(compared) = context.compared else {
        return Vec::new();
    };
    let other = Context {
        scenario: &compared.kept.scenario,
        results: &compared.results,
        found: None,
        compared: None,
        ..*context
    };
    let name = &compared.kept.name;
    lines(&other)
        .into_iter()
        .map(|line| Line {
            label: format!("{name}:\n{}", inside_sentence(&line.label)),
            dashed: true,
            ..line
        })
        .collect()
}

/// What the compared lines say of a place along the chart, to stand at the end of its read-out.
pub fn compared_readout(lines: &[Line], place: usize, number: &dyn Fn(f64) -> String) -> String {
    let said = |line: &Line| {
        let value = line.values.get(place)?;
        Some(format!("; {} {}", one_line(&line.label), number(*value)))
    };
    let compared = lines.iter().filter(|line| line.dashed);
    compared.filter_map(said).collect()
}

/// The columns of compared lines in a chart's table.
pub fn compared_columns(lines: &[Line], table: &mut Table, number: &dyn Fn(f64) -> String) {
    for line in lines.iter().filter(|line| line.dashed) {
        table.columns.push(one_line(&line.label));
        for (place, row) in table.rows.iter_mut().enumerate() {
            row.push(
                line.values
                    .get(place)
                    .map_or(String::new(), |&value| number(value)),
            );
        }
    }
}

/// A label as it is written along a line of text.
fn one_line(label: &str) -> String {
    label.replace('\n', " ")
}
