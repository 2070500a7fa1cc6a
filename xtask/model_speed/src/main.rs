//! Evaluates the model of the first solution over and over. Run natively it prints what it takes, in nanoseconds, to
//! give all results of one scenario, and to make thousands of draws; compiled for the browser it exports [`evaluate`]
//! and [`Uncertain`], and the bench holds the watch.

use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution;
use gevinstsimulator::uncertainty::{Case, Dimension, Headline, Series, Simulation};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

const FILE: &str = include_str!("../../../www/solutions/monitor.json");

const DRAWS: usize = 10_000;
const UNCERTAIN: usize = 12;

/// What the page keeps for its charts with all of them in sight, seen from society, year by year.
const SERIES: [Series; 5] = [
    Series::Benefits,
    Series::Payments,
    Series::PersonYears,
    Series::Installed,
    Series::InUse,
];

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
    certain: Case,
    setting: String,
    first_year: i32,
    simulation: Simulation,
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Uncertain {
    /// Nothing if the file or the scenario is wrong, or has too little that is uncertain.
    pub fn read() -> Option<Self> {
        let solution = solution::read(FILE).ok()?;
        let mut scenario = Scenario::new(&solution);
        let every = 0..solution.parameters.len();
        let (mut uncertain, mut setting) = (0, String::new());
        for parameter in every.clone() {
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
        every.for_each(|parameter| scenario.set_certain(parameter, true));
        let certain = scenario.case(&solution).ok()?;
        (uncertain == UNCERTAIN).then(|| Self {
            simulation: Simulation::new(certain.clone(), &SERIES),
            case,
            certain,
            setting,
            first_year: solution.plan.first_year,
        })
    }

    /// A line a parameter: its id and value; of the uncertain ones also P10, P90 and the bounds.
    pub fn setting(&self) -> String {
        self.setting.clone()
    }

    /// What the points are made of: of each uncertain parameter the direction vectors and what they are scrambled by.
    pub fn dimensions(&self) -> Vec<u32> {
        let uncertain = self.case.uncertain();
        let dimensions = uncertain.map(|(parameter, _)| Dimension::new(parameter));
        let numbers = |d: Dimension| d.vectors.into_iter().chain([d.shuffle, d.scramble]);
        dimensions.flat_map(numbers).collect()
    }

    /// The calendar year of `t = 0`.
    pub fn first_year(&self) -> i32 {
        self.first_year
    }

    /// Draws and evaluates as the page does when something is moved, but for one thing: the page keeps the draws of
    /// parameters that stand still. Here a case without any comes between, so that all are made anew.
    pub fn draw(&mut self) -> usize {
        self.simulation.restart(self.certain.clone(), &SERIES);
        self.simulation.restart(self.case.clone(), &SERIES);
        self.simulation.advance(DRAWS)
    }

    /// All draws of the first headline, of the second, …
    pub fn headlines(&self) -> Vec<f64> {
        let draws = Headline::ALL.map(|headline| self.simulation.headline(headline));
        draws.concat()
    }

    /// For each year of the first series, of the second, … a row of all draws.
    pub fn series(&self) -> Vec<f64> {
        let years = || 0..self.simulation.years();
        let rows = SERIES
            .iter()
            .flat_map(|&series| years().map(move |year| (series, year)));
        rows.flat_map(|(series, year)| self.simulation.year(series, year))
            .collect()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), &'static str> {
    const TIMES: u32 = 5_000;
    let one = fastest(10, || evaluate(TIMES)).ok_or("the solution cannot be evaluated")?;
    let mut uncertain = Uncertain::read().ok_or("the solution cannot be simulated")?;
    let all = fastest(40, || Some(uncertain.draw())).unwrap_or_default();
    println!("{} {all}", one / f64::from(TIMES));
    Ok(())
}

/// The fastest of several rounds, in nanoseconds: what disturbs can only make it slower.
#[cfg(not(target_arch = "wasm32"))]
fn fastest<T>(rounds: usize, mut work: impl FnMut() -> Option<T>) -> Option<f64> {
    let mut round = || {
        let start = std::time::Instant::now();
        std::hint::black_box(work())?;
        Some(start.elapsed().as_nanos() as f64)
    };
    (0..rounds).try_fold(f64::INFINITY, |fastest, _| Some(fastest.min(round()?)))
}

#[cfg(target_arch = "wasm32")]
fn main() {}
