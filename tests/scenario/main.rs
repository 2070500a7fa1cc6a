//! What a visitor does with a scenario: links, stories, a drawn rollout, comparing.

mod compared;
mod drawn;
mod history;
mod links;
mod stories;
#[path = "../support/trying.rs"]
mod trying;

use gevinstsimulator::scenario::{Control, Scenario};
use gevinstsimulator::solution::{Solution, is_solution_file, read};
use proptest::prelude::*;

/// A published solution.
#[track_caller]
fn solution(id: &str) -> Solution {
    let path = format!("www/solutions/{id}.json");
    let json = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    read(&json).unwrap_or_else(|problems| panic!("{path}: {problems}"))
}

/// All published solutions.
fn solutions() -> Vec<Solution> {
    let files = std::fs::read_dir("www/solutions").unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| is_solution_file(name)).collect();
    names.sort();
    names
        .iter()
        .map(|name| solution(name.trim_end_matches(".json")))
        .collect()
}

fn parameter(solution: &Solution, id: &str) -> usize {
    solution
        .parameter(id)
        .unwrap_or_else(|| panic!("no parameter {id}"))
}

#[track_caller]
fn npv(solution: &Solution, scenario: &Scenario) -> f64 {
    scenario.results(solution).unwrap().npv
}

/// A solution, and a scenario of it as a visitor could make it by its controls.
fn visited() -> impl Strategy<Value = (Solution, Scenario)> {
    let moves = prop::collection::vec(
        (any::<prop::sample::Index>(), 0.0..=1.0, any::<bool>()),
        0..12,
    );
    (prop::sample::select(solutions()), moves).prop_map(|(solution, moves)| {
        let mut scenario = Scenario::new(&solution);
        for (index, share, certain) in moves {
            let parameter = index.index(solution.parameters.len());
            let control = Control::new(&solution, &scenario, parameter);
            let shown = control.rounded(control.min + (control.max - control.min) * share);
            let value = control.read(&solution, shown);
            // Refused where it does not go with the rest.
            let _ = scenario.set(&solution, parameter, value);
            let uncertain = solution.parameters[parameter].range.is_some();
            scenario.set_certain(parameter, certain && uncertain);
        }
        (solution, scenario)
    })
}
