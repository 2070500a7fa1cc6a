//! Evaluates the model of the first solution over and over. Run natively it prints what it takes, in nanoseconds, to
//! give all results of one scenario, and the net present value of thousands of draws; compiled for the browser it
//! exports [`evaluate`] and [`Uncertain`], and the bench holds the watch.

use gevinstsimulator::model::WIDTH;
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution;
use gevinstsimulator::uncertainty::{Case, Dimension, Headline, Simulation};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

const FILE: &str = include_str!("../../../www/solutions/monitor.json");

const DRAWS: usize = 10_000;
const UNCERTAIN: usize = 12;

/// Asks for all results of the solution's own scenario, this many times. Gives the sum of the net present values,
/// or nothing if the file or the scenario is wrong.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn evaluate(times: u32) -> Option<f64> {
    let solution = solution::read(FILE).ok()?;
    let scenario = Scenario::new(&solution);
    (0..times)
        .map(|_| scenario.results(&solution).ok().map(|results| results.npv))
        .sum()
}

/// The solution with the first twelve of its uncertain parameters, the others certain.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Uncertain {
    case: Case,
    setting: String,
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Uncertain {
    /// Nothing if the file or the scenario is wrong, or has too little that is uncertain.
    pub fn read() -> Option<Self> {
        let solution = solution::read(FILE).ok()?;
        let mut scenario = Scenario::new(&solution);
        let every = 0..solution.parameters.len();
        let (mut uncertain, mut setting) = (0, String::new());
        for parameter in every {
            let about = &solution.parameters[parameter];
            let belief = scenario.belief(&solution, parameter);
            setting += &format!("{} {}", about.id, scenario.value(parameter));
            match belief {
                Some(belief) if uncertain < UNCERTAIN => {
                    let ([low, _, high], [min, max]) = (belief.figures(), about.bounds);
                    setting += &format!(" {low} {high} {min} {max}");
                    uncertain += 1;
                }
                _ => scenario.set_certain(parameter, true),
            }
            setting += "\n";
        }
        let case = scenario.case(&solution).ok()?;
        (uncertain == UNCERTAIN).then_some(Self { case, setting })
    }

    /// A line a parameter: its id and value; of the uncertain ones also P10, P90 and the bounds.
    pub fn setting(&self) -> String {
        self.setting.clone()
    }

    /// The shares at which the parameters are drawn: all draws of the first uncertain one, of the second, …
    pub fn shares(&self) -> Vec<f64> {
        let uncertain = self.case.uncertain();
        let drawn = uncertain.flat_map(|(parameter, _)| {
            let dimension = Dimension::new(parameter);
            let blocks = (0..DRAWS).step_by(WIDTH);
            blocks.flat_map(move |first| dimension.points::<WIDTH>(first))
        });
        drawn.collect()
    }

    /// Draws and evaluates from nothing, as a page does that opens. Gives the net present value of every draw.
    pub fn npvs(&self) -> Vec<f64> {
        let mut simulation = Simulation::new(self.case.clone(), &[]);
        simulation.advance(DRAWS);
        simulation.headline(Headline::Npv).to_vec()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), &'static str> {
    const TIMES: u32 = 5_000;
    let one = fastest(10, || evaluate(TIMES)).ok_or("the solution cannot be evaluated")?;
    let uncertain = Uncertain::read().ok_or("the solution cannot be simulated")?;
    let all = fastest(40, || Some(uncertain.npvs())).unwrap_or_default();
    println!("{} {all}", one / f64::from(TIMES));
    Ok(())
}

/// The fastest of several rounds, in nanoseconds: what disturbs can only make it slower.
#[cfg(not(target_arch = "wasm32"))]
fn fastest<T>(rounds: usize, work: impl Fn() -> Option<T>) -> Option<f64> {
    let round = || {
        let start = std::time::Instant::now();
        std::hint::black_box(work())?;
        Some(start.elapsed().as_nanos() as f64)
    };
    (0..rounds).try_fold(f64::INFINITY, |fastest, _| Some(fastest.min(round()?)))
}

#[cfg(target_arch = "wasm32")]
fn main() {}
