//! How random cases are tried: so many, always the same ones, unless `PROPTEST_CASES` asks for more.

use proptest::test_runner::{Config, RngSeed};

/// How many random cases each test tries.
const CASES: u32 = 64;

pub fn config() -> Config {
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
