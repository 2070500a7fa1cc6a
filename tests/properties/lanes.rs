//! Many scenarios side by side give what each gives alone.

use crate::random::scenario;
use crate::scenario::Scenario;
use crate::{config, figures};
use gevinstsimulator::model::{Evaluation, Lanes, WIDTH, exp2, log2, log2_of};
use proptest::collection::vec;
use proptest::prelude::*;

/// Other legal figures with the same horizon: each of the scenario's figures times a share, within its domain.
fn varied(s: &Scenario, shares: &[f64]) -> Scenario {
    let domains = s.plan.domains();
    let horizon = s.plan.roles.horizon;
    let mut other = s.clone();
    for (index, value) in other
        .values
        .iter_mut()
        .enumerate()
        .filter(|&(index, _)| index != horizon)
    {
        *value = (*value * shares[index % shares.len()]).max(domains[index].min);
    }
    let pilot = other.get(|r| r.pilot).min(other.get(|r| r.potential));
    let other = other.with(|r| r.pilot, pilot);
    other.plan.check(&other.curve, &other.values).unwrap();
    other
}

/// The scenarios side by side; where there are fewer than lanes, the last goes on.
fn evaluated(scenarios: &[Scenario]) -> Evaluation<Lanes> {
    let first = &scenarios[0];
    let mut evaluation = Evaluation::new(&first.plan, first.years());
    evaluation.fill(&first.plan, &first.curve, &side_by_side(scenarios));
    evaluation
}

fn side_by_side(scenarios: &[Scenario]) -> Vec<Lanes> {
    let in_lane = |lane: usize| &scenarios[lane.min(scenarios.len() - 1)];
    let lanes = |index| std::array::from_fn(|lane| in_lane(lane).values[index]).into();
    (0..scenarios[0].values.len()).map(lanes).collect()
}

/// Every figure of one lane, bit by bit, over the first `years`.
fn bits(e: &Evaluation<Lanes>, lane: usize, years: usize) -> Vec<u64> {
    let e = e.lane(lane);
    let figures = figures(&e, years).into_iter().chain([e.break_even]);
    figures.map(f64::to_bits).collect()
}

/// How many numbers lie between two that are positive.
fn apart(one: f64, other: f64) -> u64 {
    one.to_bits().abs_diff(other.to_bits())
}

fn first(lanes: Lanes) -> f64 {
    lanes.to_array()[0]
}

#[test]
fn a_power_of_two_is_right_at_its_extremes() {
    let exp2 = |power| first(exp2(Lanes::splat(power)));
    assert_eq!(exp2(0.0), 1.0);
    assert!(exp2(f64::NAN).is_nan());
    let [lowest, highest] = [-1022.0, 1024.0_f64.next_down()];
    for power in [lowest, highest] {
        assert!(apart(exp2(power), libm::exp2(power)) <= 1);
    }
    // Beyond its extremes nothing is smaller or larger.
    for (beyond, extreme) in [
        (-1022.1, lowest),
        (f64::NEG_INFINITY, lowest),
        (1024.0, highest),
        (f64::INFINITY, highest),
    ] {
        assert_eq!(exp2(beyond), exp2(extreme));
    }
}

#[test]
fn a_logarithm_is_right_at_its_extremes() {
    let log2 = |number| first(log2(Lanes::splat(number)));
    assert_eq!(log2(1.0), 0.0);
    assert_eq!(log2(f64::MIN_POSITIVE), -1022.0);
    assert!(apart(log2(f64::MAX), libm::log2(f64::MAX)) <= 1);
    // Of one number by itself, beyond them too.
    for (beyond, logarithm) in [
        (0.0, f64::NEG_INFINITY),
        (-1.0, f64::NEG_INFINITY),
        (f64::INFINITY, f64::INFINITY),
    ] {
        assert_eq!(log2_of(beyond), logarithm);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_power_of_two_is_right_to_the_last_bit_or_the_one_before(
        large in vec(-1022.0..1024.0_f64, WIDTH), small in vec(-1.0..1.0_f64, WIDTH),
    ) {
        for powers in [large, small] {
            let found = exp2(Lanes::from(powers.as_slice())).to_array();
            for (power, found) in powers.into_iter().zip(found) {
                prop_assert!(apart(found, libm::exp2(power)) <= 2, "2 to {power}: {found}");
            }
        }
    }

    #[test]
    fn a_logarithm_is_right_to_the_last_bit_or_the_two_before(
        any in vec(f64::MIN_POSITIVE.to_bits()..f64::INFINITY.to_bits(), WIDTH),
        near_one in vec(0.5..2.0_f64, WIDTH),
    ) {
        let any = any.into_iter().map(f64::from_bits).collect();
        for numbers in [any, near_one] {
            let found = log2(Lanes::from(numbers.as_slice())).to_array();
            for (number, found) in numbers.into_iter().zip(found) {
                let expected = libm::log2(number);
                let right = found == expected
                    || found.signum() == expected.signum() && apart(found.abs(), expected.abs()) <= 4;
                prop_assert!(right, "log2 {number}: {found}");
            }
        }
    }

    #[test]
    fn scenarios_side_by_side_give_what_each_gives_alone_to_the_last_bit(
        s in scenario(), shares in vec(vec(0.0..=1.0_f64, 17), WIDTH),
    ) {
        let scenarios: [Scenario; WIDTH] = std::array::from_fn(|lane| varied(&s, &shares[lane]));
        let together = evaluated(&scenarios);
        for (lane, scenario) in scenarios.iter().enumerate() {
            let alone = evaluated(std::array::from_ref(scenario));
            prop_assert!(bits(&together, lane, s.years()) == bits(&alone, 0, s.years()), "lane {lane}");
        }
    }

    #[test]
    fn an_evaluation_that_is_filled_again_keeps_nothing_of_what_it_held(
        s in scenario(), shares in vec(0.0..=1.0_f64, 17), fewer in 0.0..=1.0_f64,
    ) {
        let shorter = (fewer * s.years() as f64).max(1.0);
        let mut used = evaluated(&[varied(&s, &shares)]);
        for horizon in [shorter, s.years() as f64] {
            let s = s.clone().with(|r| r.horizon, horizon);
            used.years = s.years();
            used.fill(&s.plan, &s.curve, &side_by_side(std::array::from_ref(&s)));
            let fresh = evaluated(std::array::from_ref(&s));
            prop_assert!(bits(&used, 0, s.years()) == bits(&fresh, 0, s.years()));
        }
    }
}
