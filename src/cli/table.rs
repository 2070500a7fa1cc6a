//! All results to be read: the page's headlines and its further figures, who pays and gains, and the years.

use super::LANGUAGE;
use super::choice::Chosen;
use super::lines::{Align, lines};
use crate::figure::{Context, actors};
use crate::model::{Irr, Plain, Results};
use crate::solution::Solution;

/// The tables, with a heading each.
pub fn table(solution: &Solution, chosen: &Chosen, results: &Results) -> String {
    let context = Context {
        language: LANGUAGE,
        solution,
        scenario: &chosen.scenario,
        results,
    };
    let by_actor = actors(context);
    [
        heading(&context, chosen),
        lines(&headlines(&context), &[Align::Left, Align::Right]),
        titled(context.texts().more_results, &more_results(&context)),
        titled(
            by_actor.subtitle.as_str(),
            &numbers(by_actor.table.columns, by_actor.table.rows),
        ),
        titled(
            "År for år, beløp i mill.\u{a0}kr",
            &(years(&context) + "\n" + ABOUT_YEARS),
        ),
    ]
    .join("\n")
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

fn headlines(context: &Context) -> Vec<Vec<String>> {
    let texts = context.texts();
    let results = context.results;
    let years = results.evaluation.years.to_string();
    let npv = if results.npv < 0.0 {
        (texts.npv_loss)(&years)
    } else {
        (texts.npv)(&years)
    };
    let break_even = match results.break_even_year {
        Some(year) => year.to_string(),
        None => (texts.never_within)(&context.last_year()),
    };
    let annual_saving = results.annual_saving_at_full_effect.net;
    vec![
        vec![npv, texts.numbers.money(results.npv.abs())],
        row(texts.annual_saving, texts.numbers.money(annual_saving)),
        row(
            texts.person_years,
            context.person_years(results.person_years_at_full_effect),
        ),
        row(texts.break_even, break_even),
    ]
}

fn more_results(context: &Context) -> String {
    let texts = context.texts();
    let (numbers, results) = (&texts.numbers, context.results);
    let gross = results.annual_saving_at_full_effect.gross;
    let per_krone = match results.net_benefit_per_budget_krone {
        Some(value) => numbers.number(value, 2),
        None => texts.net_benefit_absent.to_owned(),
    };
    let irr = match results.irr {
        Irr::Rate(rate) => numbers.percent(rate),
        Irr::None(reason) => (texts.irr_absent)(reason),
    };
    let rows = [
        row(texts.gross_at_full_effect, numbers.money(gross)),
        row(texts.net_benefit_per_budget_krone, per_krone),
        row(texts.irr, irr),
        row(texts.peak_funding, numbers.money(-results.peak_funding)),
        row(texts.cost_of_delay, numbers.money(results.cost_of_delay)),
        row(texts.npv_at_pilot, numbers.money(results.npv_at_pilot)),
    ];
    lines(&rows, &[Align::Left, Align::Right])
}

fn years(context: &Context) -> String {
    let texts = context.texts();
    let columns = [
        texts.year,
        texts.in_place,
        texts.in_use,
        texts.benefit,
        texts.cost,
        texts.net,
        texts.cumulated_net_column,
        texts.person_years_line,
    ];
    let e = &context.results.evaluation;
    let row = |year: usize| {
        let number = |value: f64, decimals| texts.numbers.number(value, decimals);
        let money = |series: &[crate::model::Lanes<1>]| number(series[year].0[0] / 1e6, 1);
        vec![
            context.year(year),
            number(e.installed[year].0[0], 0),
            number(e.in_use[year].0[0], 0),
            money(&e.benefits),
            money(&e.costs),
            money(&e.net),
            money(&e.cumulated),
            number(e.person_years[year].0[0], 1),
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

fn row(label: &str, value: String) -> Vec<String> {
    vec![label.to_owned(), value]
}
