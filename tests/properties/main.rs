//! What must hold for every legal plan and every legal figure (the model's description, sections 1 to 5 and 7).
//!
//! Each test's name is the sentence that it proves, on plans and figures that `scenario` makes at random. The
//! seed is fixed, so that a test says the same everywhere. To look further:
//! `PROPTEST_CASES=10000 cargo test --test properties`.

mod adoption;
mod appraisal;
mod benefits;
mod costs;
mod lanes;
mod legal;
#[path = "../support/random.rs"]
mod random;
mod rollout;
#[path = "../support/scenario.rs"]
mod scenario;
#[path = "../support/trying.rs"]
mod trying;

use gevinstsimulator::model::Evaluation;
use trying::config;

/// How far apart two ways of calculating the same may be, as a share of what is added up.
const ROUNDING: f64 = 1e-9;

/// Every figure of an evaluation that is always there, its series over the first `years`.
fn figures(e: &Evaluation<f64>, years: usize) -> Vec<f64> {
    let rollout = [
        &e.completed,
        &e.installed,
        &e.new,
        &e.in_service,
        &e.in_use,
        &e.hours,
        &e.person_years,
    ];
    let money = [
        &e.benefits,
        &e.public_cash,
        &e.costs,
        &e.public_costs,
        &e.outlay,
        &e.tax_financing,
        &e.net,
        &e.cumulated,
    ];
    let series = rollout.into_iter().chain(money).chain([&e.discount_factor]);
    let series = series.chain(&e.quantities).chain(&e.values).chain(&e.lines);
    let sums = [
        e.target,
        e.pv_benefits,
        e.pv_costs,
        e.pv_outlay,
        e.pv_tax_financing,
        e.npv,
        e.peak_funding,
    ];
    let figures = series.flat_map(|series| &series[..years]).chain(&sums);
    figures.copied().collect()
}

/// Whether two ways to the same figure agree, judged against what was added up on the way.
#[track_caller]
fn same(found: f64, expected: f64, scale: f64) {
    let allowed = ROUNDING * found.abs().max(expected.abs()).max(scale.abs());
    assert!(
        (found - expected).abs() <= allowed,
        "{found} is not {expected} (± {allowed})"
    );
}

/// Whether a series never falls, but for rounding.
#[track_caller]
fn never_falls(series: &[f64]) {
    for pair in series.windows(2) {
        assert!(
            pair[1] >= pair[0] - ROUNDING * pair[0].abs(),
            "{} falls to {}",
            pair[0],
            pair[1]
        );
    }
}
