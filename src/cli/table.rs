//! All results to be read: the page's headlines and its further figures, who pays and gains, and the years.

use super::LANGUAGE;
use super::choice::Chosen;
use super::drawn::Drawn;
use super::lines::{Align, lines};
use crate::figure::{Context, actors, headlines, importance, importance_rows, more_results};
use crate::model::{Plain, Results};
use crate::solution::Solution;

/// The tables, with a heading each; those of draws, if there are any, last.
pub fn table(
    solution: &Solution,
    chosen: &Chosen,
    results: &Results,
    drawn: Option<&Drawn>,
) -> String {
    let context = Context {
        language: LANGUAGE,
        solution,
        scenario: &chosen.scenario,
        results,
        found: drawn.map(|drawn| &drawn.found),
        compared: None,
    };
    let by_actor = actors(context);
    let always = [
        heading(&context, chosen),
        leading(context),
        titled(
            context.further().more_results,
            &lines(&more_results(context).rows, &[Align::Left, Align::Right]),
        ),
        titled(
            by_actor.subtitle.as_str(),
            &numbers(by_actor.table.columns, by_actor.table.rows),
        ),
        titled(
            "År for år, beløp i mill.\u{a0}kr",
            &(years(&context) + "\n" + ABOUT_YEARS),
        ),
    ];
    let of_draws = drawn.map(|drawn| certainty(&context, drawn));
    let all: Vec<String> = always
        .into_iter()
        .chain(of_draws)
        .chain(swings(&context))
        .collect();
    all.join("\n")
}

const ABOUT_YEARS: &str = "\
Netto er gevinst minus kostnad og skattefinansiering. Restverdien av utstyret er trukket fra
kostnaden det siste året. Alle poster, uten avrunding: --format csv eller --format json.
";

fn titled(title: &str, content: &str) -> String {
    let rule = "─".repeat(title.chars().count());
    format!("{title}\n{rule}\n{content}")
}

/// The solution, its years and prices, and what was asked for.
fn heading(context: &Context, chosen: &Chosen) -> String {
    let solution = context.solution;
    let mut text = format!(
        "{} ({})\n{}–{}, faste {}-kroner\n",
        solution.name.get(LANGUAGE),
        solution.id,
        solution.plan.first_year,
        context.last_year(),
        solution.price_year,
    );
    for &parameter in &chosen.set {
        let about = &solution.parameters[parameter];
        text += &format!(
            "{} = {} (i filen: {})\n",
            about.id,
            Plain(chosen.scenario.value(parameter)),
            Plain(about.likely)
        );
    }
    text
}

fn leading(context: Context) -> String {
    let said = headlines(context);
    let others = said.others.into_iter();
    let rows: Vec<Vec<String>> = std::iter::once(vec![said.lead_label, said.npv])
        .chain(others.map(|headline| vec![headline.label.to_owned(), headline.value]))
        .collect();
    lines(&rows, &[Align::Left, Align::Right])
}

/// How likely a gain is, what eight of ten outcomes of each headline are between, and how to get the same again.
fn certainty(context: &Context, drawn: &Drawn) -> String {
    let texts = context.texts();
    let further = context.further();
    let Drawn { seed, found, .. } = drawn;
    let share = texts
        .numbers
        .percent((found.chance_of_gain * 100.0).round() / 100.0);
    let said = headlines(*context);
    // The page takes the sign off the net present value and says it in the label; its range has signs.
    let lead = (texts.npv_term, said.range);
    let others = said
        .others
        .into_iter()
        .map(|headline| (headline.label, headline.range));
    let rows: Vec<Vec<String>> = std::iter::once(lead)
        .chain(others)
        .filter_map(|(label, range)| Some(vec![label.to_owned(), range?]))
        .collect();
    titled(
        &(further.chance)((further.likelihood)(found.chance_of_gain), &share),
        &format!(
            "{}\nDet samme igjen: --draws {} --seed {seed}\n",
            lines(&rows, &[Align::Left, Align::Left]),
            found.draws
        ),
    )
}

/// The net present value with one assumption low or high: the rows of the page's chart. None without draws, or where nothing
/// moves it.
fn swings(context: &Context) -> Option<String> {
    let figure = importance(*context)?;
    let narrow = |row: Vec<String>| row.into_iter().take(3).collect::<Vec<String>>();
    let shown = importance_rows(context).len();
    let rows = figure.table.rows.into_iter().take(shown).map(narrow);
    let table = numbers(narrow(figure.table.columns), rows.collect());
    Some(titled(&figure.title, &table))
}

fn years(context: &Context) -> String {
    let texts = context.texts();
    let further = context.further();
    let columns = [
        texts.year,
        further.in_place,
        further.in_use,
        texts.benefit,
        texts.cost,
        texts.net,
        texts.cumulated_net_column,
        further.person_years_line,
    ];
    let e = &context.results.evaluation;
    let row = |year: usize| {
        let number = |value: f64, decimals| texts.numbers.number(value, decimals);
        let money = |series: &[f64]| number(series[year] / 1e6, 1);
        vec![
            context.year(year),
            number(e.installed[year], 0),
            number(e.in_use[year], 0),
            money(&e.benefits),
            money(&e.costs),
            money(&e.net),
            money(&e.cumulated),
            number(e.person_years[year], 1),
        ]
    };
    numbers(
        columns.map(str::to_owned).to_vec(),
        (0..e.years).map(row).collect(),
    )
}

/// A table whose first column names the rows, the others being numbers.
fn numbers(columns: Vec<String>, rows: Vec<Vec<String>>) -> String {
    let mut align = vec![Align::Right; columns.len()];
    align[0] = Align::Left;
    let rows: Vec<Vec<String>> = std::iter::once(columns).chain(rows).collect();
    lines(&rows, &align)
}
