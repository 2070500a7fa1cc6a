//! The uncertainty engine: distributions, draws, bands, sensitivity, the value of learning and thresholds.
//!
//! The seed of random cases is fixed, so that a test says the same everywhere. To look further:
//! `PROPTEST_CASES=10000 cargo test --test uncertainty`.

mod draws;
mod learning;
mod metalog;

use proptest::test_runner::{Config, RngSeed};

/// How many random cases each test tries.
const CASES: u32 = 64;

fn config() -> Config {
    let random = Config::default();
    let looks_further = std::env::var_os("PROPTEST_CASES").is_some();
    Config {
        cases: if looks_further { random.cases } else { CASES },
        rng_seed: if looks_further {
            random.rng_seed
        } else {
            RngSeed::Fixed(1)
        },
        failure_persistence: None,
        ..random
    }
}
