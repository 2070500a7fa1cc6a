//! Every figure that the library calculates of a solution, to the last bit: what a browser gives can be compared with
//! what this machine gives natively.
//!
//! Nothing in WebAssembly's arithmetic leaves a choice but what a NaN looks like, and there must be none: so the two must
//! be the same, and no tolerance is needed.

mod calculated;
mod drawn;
mod lines;

pub use lines::{count, difference};

use drawn::Draws;
use gevinstsimulator::model::Curve;
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{self, Solution};
use gevinstsimulator::uncertainty::{MOST_DRAWS, SEED};
use lines::Lines;

/// Draws of scenarios other than the file's own.
const DRAWS: usize = 4096;

/// A seed other than the page's.
const OTHER_SEED: u32 = 7;

/// All figures of the solution in a file, as text: a line for each kind, with its name and the bits of its figures.
///
/// # Errors
/// What is wrong with the file.
pub fn every_figure(file: &str) -> Result<String, String> {
    let solution = solution::read(file).map_err(|problems| problems.to_string())?;
    let mut lines = Lines::default();
    let own = Scenario::new(&solution);
    let even = with_curve(&solution, &own, Curve::Linear);
    let drawn = with_curve(&solution, &own, Curve::Drawn(vec![0.1, 0.4, 0.4, 0.9]));
    for (name, scenario) in [("own", &own), ("even", &even), ("drawn", &drawn)] {
        calculated::add(&mut lines, name, &solution, scenario);
    }
    for (name, scenario) in ends(&solution, &own) {
        calculated::add(&mut lines, &name, &solution, &scenario);
    }
    let series = &drawn::all_series(&solution)[..];
    let few = |seed| Draws {
        count: DRAWS,
        seed,
        series,
    };
    let most = Draws {
        count: MOST_DRAWS,
        seed: SEED,
        series: &[],
    };
    for (name, scenario, draws) in [
        ("own", &own, few(SEED)),
        ("own", &own, most),
        ("even", &even, few(OTHER_SEED)),
    ] {
        drawn::add(&mut lines, name, &solution, scenario, draws);
    }
    Ok(lines.text())
}

fn with_curve(solution: &Solution, scenario: &Scenario, curve: Curve) -> Scenario {
    let mut other = scenario.clone();
    // Refused nowhere or everywhere alike.
    let _ = other.set_curve(solution, curve);
    other
}

/// The scenario with each parameter in turn at each of its ends, where the rest allows it.
fn ends(solution: &Solution, scenario: &Scenario) -> Vec<(String, Scenario)> {
    let parameters = solution.parameters.iter().enumerate();
    let ends = parameters.flat_map(|(index, about)| about.bounds.map(|end| (index, end)));
    ends.filter_map(|(index, end)| {
        let mut other = scenario.clone();
        other.set(solution, index, end).ok()?;
        Some((format!("{} at {end}", solution.parameters[index].id), other))
    })
    .collect()
}
