//! Evaluates the model of the first solution over and over. Run natively it prints what one evaluation takes, in
//! nanoseconds; compiled for the browser it exports [`evaluate`], and the bench holds the watch.

use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution;

const FILE: &str = include_str!("../../../www/solutions/monitor.json");

/// Asks for all results of the solution's own scenario, this many times. Gives the sum of the net present values,
/// or nothing if the file or the scenario is wrong.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
pub fn evaluate(times: u32) -> Option<f64> {
    let solution = solution::read(FILE).ok()?;
    let scenario = Scenario::new(&solution);
    (0..times)
        .map(|_| scenario.results(&solution).ok().map(|results| results.npv))
        .sum()
}

/// The fastest of several rounds: what disturbs can only make it slower.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), &'static str> {
    const ROUNDS: usize = 10;
    const TIMES: u32 = 5_000;
    let mut fastest = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = std::time::Instant::now();
        std::hint::black_box(evaluate(TIMES)).ok_or("the solution cannot be evaluated")?;
        fastest = fastest.min(start.elapsed().as_nanos() as f64 / f64::from(TIMES));
    }
    println!("{fastest}");
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}
