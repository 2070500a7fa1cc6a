//! Section 2: how many units are really used.

use crate::random::scenario;
use crate::scenario::Scenario;
use crate::{config, never_falls, same};
use proptest::prelude::*;

/// What a unit counts `age` calendar years after the one it came in, by the description's formula.
fn use_at(scenario: &Scenario, age: usize) -> f64 {
    let used = |x: f64| {
        let ramp = scenario.get(|r| r.ramp);
        let share = if ramp == 0.0 {
            1.0
        } else {
            1.0 - 0.1_f64.powf(x / ramp)
        };
        scenario.get(|r| r.adoption) * share
    };
    if age == 0 {
        0.5 * used(0.25)
    } else {
        used(age as f64)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_used_never_falls_and_never_passes_the_used_share_of_what_is_in_place(s in scenario()) {
        let e = s.results().evaluation;
        never_falls(&e.in_use);
        for year in 0..s.years() {
            let most = s.get(|r| r.adoption) * e.installed[year];
            prop_assert!(e.in_use[year] <= most * (1.0 + 1e-12), "{} of {most}", e.in_use[year]);
        }
    }

    #[test]
    fn what_is_used_is_the_sum_over_all_units_by_age(s in scenario()) {
        let e = s.results().evaluation;
        let pilot = s.get(|r| r.adoption) * s.get(|r| r.pilot);
        for year in 0..s.years() {
            let sum: f64 = (0..=year).map(|born| e.new[born] * use_at(&s, year - born)).sum();
            same(e.in_use[year], pilot + sum, e.installed[year]);
        }
    }

    #[test]
    fn a_unit_has_ninety_percent_of_its_use_when_the_ramp_is_over(s in scenario(), ramp in 1..9_usize) {
        let s = s.sudden().with(|r| r.pilot, 0.0).with(|r| r.ramp, ramp as f64);
        let s = s.with(|r| r.horizon, ramp as f64 + 1.0);
        let e = s.results().evaluation;
        same(e.in_use[ramp], 0.9 * s.get(|r| r.adoption) * e.target, 0.0);
    }

    #[test]
    fn without_a_ramp_a_unit_is_used_at_once_from_the_middle_of_its_first_year(s in scenario()) {
        let s = s.with(|r| r.ramp, 0.0);
        let e = s.results().evaluation;
        for year in 0..s.years() {
            same(e.in_use[year], s.get(|r| r.adoption) * e.in_service[year], 0.0);
        }
    }

    #[test]
    fn the_pilot_is_fully_used_from_the_start(s in scenario()) {
        let s = s.with(|r| r.reach, 0.0);
        let e = s.results().evaluation;
        let pilot = s.get(|r| r.adoption) * s.get(|r| r.pilot);
        prop_assert!(e.in_use.iter().all(|&used| used == pilot));
    }

    #[test]
    fn a_longer_ramp_never_has_more_in_use(s in scenario(), more in 0.0..5.0_f64) {
        let slower = s.clone().with(|r| r.ramp, s.get(|r| r.ramp) + more).results().evaluation;
        for (slow, quick) in slower.in_use.iter().zip(s.results().evaluation.in_use) {
            prop_assert!(*slow <= quick * (1.0 + 1e-12));
        }
    }
}
