//! The uncertainty engine: distributions, draws, bands, sensitivity, the value of learning and thresholds.
//!
//! The seed of random cases is fixed, so that a test says the same everywhere. To look further:
//! `PROPTEST_CASES=10000 cargo test --test uncertainty`.

mod bands;
mod beliefs;
mod draws;
mod learning;
mod metalog;
#[path = "../support/random.rs"]
mod random;
#[allow(dead_code)]
#[path = "../support/scenario.rs"]
mod scenario;
mod simulation;
mod threshold;
mod tornado;
#[path = "../support/trying.rs"]
mod trying;

use trying::config;

/// The same but for rounding, judged against a size of what was added up.
#[track_caller]
fn near(found: f64, expected: f64, relative: f64, scale: f64) {
    let allowed = relative * found.abs().max(expected.abs()).max(scale);
    assert!(
        (found - expected).abs() <= allowed,
        "{found} is not {expected} (± {allowed})"
    );
}
