//! What the model gives of one scenario, and what the page shows of it besides.

use gevinstsimulator::model::{ByActor, Results};
use gevinstsimulator::scenario::{Control, Scenario};
use gevinstsimulator::solution::Solution;

use crate::lines::Lines;

/// Adds all results of a scenario, of its full potential, how far its rollout is from the observed one, and where its
/// controls stand.
pub fn add(lines: &mut Lines, name: &str, solution: &Solution, scenario: &Scenario) {
    let mut line = |what: &str, figures: Vec<f64>| lines.add(&format!("{name}, {what}"), figures);
    let Ok(results) = scenario.results(solution) else {
        return line("without results", Vec::new());
    };
    headlines(&mut line, &results);
    series(&mut line, &results);
    let full = scenario.at_full_potential(solution).results(solution).ok();
    line(
        "npv at full potential",
        full.iter().map(|full| full.npv).collect(),
    );
    let back_test = scenario.back_test(solution, &results);
    let deviations = back_test
        .iter()
        .flat_map(|test| [test.of_scenario, test.of_textbook]);
    line("back-test", deviations.collect());
    let controls = (0..solution.parameters.len()).flat_map(|parameter| {
        let control = Control::new(solution, scenario, parameter);
        let stands = [control.value, control.min, control.max, control.likely];
        stands
            .into_iter()
            .chain(control.range_now.into_iter().flatten())
    });
    line("controls", controls.collect());
}

fn headlines(line: &mut impl FnMut(&str, Vec<f64>), results: &Results) {
    line("npv", vec![results.npv]);
    let per_budget_krone = results.net_benefit_per_budget_krone;
    line(
        "net benefit per budget krone",
        Vec::from_iter(per_budget_krone),
    );
    let break_even = results.break_even_year.map(f64::from);
    line("break-even year", Vec::from_iter(break_even));
    line("irr", Vec::from_iter(results.irr.rate()));
    line("peak funding", vec![results.peak_funding]);
    line("cost of delay", vec![results.cost_of_delay]);
    line("npv at pilot", vec![results.npv_at_pilot]);
    let saving = results.annual_saving_at_full_effect;
    line("saving at full effect", vec![saving.gross, saving.net]);
    let person_years = results.person_years_at_full_effect;
    line("person-years at full effect", vec![person_years]);
    let actors = results.by_actor.iter();
    let actors = actors.flat_map(|&ByActor { paid, gained, net }| [paid, gained, net]);
    line("actors", actors.collect());
}

fn series(line: &mut impl FnMut(&str, Vec<f64>), results: &Results) {
    let e = &results.evaluation;
    for (name, series) in [
        ("completed", &e.completed),
        ("installed", &e.installed),
        ("new", &e.new),
        ("in service", &e.in_service),
        ("in use", &e.in_use),
        ("hours", &e.hours),
        ("person-years", &e.person_years),
        ("benefits", &e.benefits),
        ("public cash", &e.public_cash),
        ("costs", &e.costs),
        ("public costs", &e.public_costs),
        ("outlay", &e.outlay),
        ("tax financing", &e.tax_financing),
        ("net", &e.net),
        ("discount factor", &e.discount_factor),
        ("cumulated", &e.cumulated),
    ] {
        line(name, series.clone());
    }
    for (name, many) in [
        ("quantities", &e.quantities),
        ("values", &e.values),
        ("cost lines", &e.lines),
    ] {
        line(name, many.concat());
    }
    let (target, outlay) = (e.target, e.pv_outlay);
    let sums = [
        target,
        e.pv_benefits,
        e.pv_costs,
        outlay,
        e.pv_tax_financing,
        e.npv,
    ];
    line("sums", sums.into());
}
