//! How far a parameter must go for a figure to reach a target.

use crate::beliefs::{Believed, believed, certain, monitor};
use crate::{config, near};
use gevinstsimulator::uncertainty::{Error, Headline, Threshold, threshold};
use proptest::prelude::*;

fn parameter(name: &str) -> usize {
    let names = monitor().scenario.plan.parameters;
    names.iter().position(|id| id == name).unwrap()
}

#[test]
fn a_monitor_may_cost_so_much_before_the_net_benefit_is_gone() {
    let monitor = monitor();
    let price = parameter("device_price");
    let found = threshold(
        &monitor.case(),
        price,
        [1000.0, 200_000.0],
        Headline::Npv,
        0.0,
    );
    let Ok(Threshold::At {
        value,
        reached_above: false,
        crossings: 1,
    }) = found
    else {
        panic!("{found:?}");
    };
    let at = |value: f64| {
        monitor
            .scenario
            .clone()
            .with_value(price, value)
            .results()
            .npv
    };
    assert!(at(value) >= 0.0 && at(value * (1.0 + 1e-12)) < 0.0);
    // The net benefit is a straight line in the price.
    let (one, two) = (at(1000.0), at(2000.0));
    near(value, 1000.0 + one * 1000.0 / (one - two), 1e-9, 0.0);
}

#[test]
fn a_claim_of_person_years_is_met_from_so_many_rounds_on() {
    let monitor = monitor();
    let sets = parameter("sets");
    let likely = monitor.scenario.results().person_years_at_full_effect;
    let found = threshold(
        &monitor.case(),
        sets,
        [0.0, 12.0],
        Headline::PersonYears,
        2.0 * likely,
    );
    let Ok(Threshold::At {
        value,
        reached_above: true,
        crossings: 1,
    }) = found
    else {
        panic!("{found:?}");
    };
    near(value, 2.0 * monitor.scenario.values[sets], 1e-12, 0.0);
}

#[test]
fn none_in_range_says_on_which_side() {
    let monitor = monitor();
    let find = |headline, target| {
        threshold(
            &monitor.case(),
            parameter("bed_days"),
            [150.0, 366.0],
            headline,
            target,
        )
        .unwrap()
    };
    assert_eq!(find(Headline::GrossSaving, 1e15), Threshold::NeverReached);
    assert_eq!(find(Headline::GrossSaving, 0.0), Threshold::AlwaysReached);
    assert_eq!(find(Headline::Costs, -1.0), Threshold::AlwaysReached);
}

#[test]
fn a_figure_that_can_be_none_has_a_threshold_too() {
    let monitor = monitor();
    let price = parameter("device_price");
    let found = threshold(
        &monitor.case(),
        price,
        [1000.0, 200_000.0],
        Headline::BreakEvenYear,
        2040.0,
    );
    let Ok(Threshold::At {
        value,
        reached_above: true,
        ..
    }) = found
    else {
        panic!("{found:?}");
    };
    let at = |value: f64| {
        monitor
            .scenario
            .clone()
            .with_value(price, value)
            .results()
            .break_even_year
    };
    assert!(at(value).is_none_or(|year| year >= 2040));
    assert!(at(value * (1.0 - 1e-12)).is_some_and(|year| year < 2040));
}

/// A case whose net benefit falls with every day of delay, but jumps up at whole years: what can be reused of the
/// adaptation is then paid a year later.
fn sawtooth() -> Believed {
    let mut case = certain();
    case.scenario.plan.carbon_price = Vec::new();
    let set = |case: &mut Believed, name: &str, value: f64| {
        let place = case
            .scenario
            .plan
            .parameters
            .iter()
            .position(|id| id == name);
        case.scenario.values[place.unwrap()] = value;
    };
    for name in ["benefit_0_price", "benefit_3_price"] {
        set(&mut case, name, 0.0);
    }
    for cost in 0..5 {
        set(&mut case, &format!("cost_{cost}_amount"), 0.0);
    }
    set(&mut case, "benefit_1_factor_1", 1.0);
    let npv = |case: &Believed, delay| case.scenario.clone().with(|r| r.delay, delay).results().npv;
    let a_year = npv(&case, 0.0) - npv(&case, 1.0);
    set(&mut case, "cost_1_reused", 1.0);
    set(&mut case, "cost_1_amount", 1e6);
    let a_jump = 1e6 * case.scenario.uplift() * 1.2 * (1.0 - 1.0 / 1.04);
    set(&mut case, "benefit_1_factor_1", 0.5 * a_jump / a_year);
    case
}

#[test]
fn of_several_thresholds_the_one_nearest_to_the_likely_value_is_given() {
    let case = sawtooth();
    let delay = case.scenario.plan.roles.delay;
    let at = |value: f64| case.scenario.clone().with_value(delay, value).results().npv;
    for likely in [0.5, 1.2, 2.2, 2.6, 3.4] {
        let mut case = case.clone();
        case.scenario.values[delay] = likely;
        let target = at(2.3);
        let reached = |value: f64| at(value) >= target;
        let found = threshold(&case.case(), delay, [0.0, 5.0], Headline::Npv, target).unwrap();
        let Threshold::At {
            value, crossings, ..
        } = found
        else {
            panic!("{found:?}");
        };
        assert!(crossings >= 3, "{crossings}");
        let steps = (0..1000).map(|step| f64::from(step) * 0.005);
        let changes: Vec<f64> = steps
            .filter(|&d| reached(d) != reached(d + 0.005))
            .collect();
        let nearest = changes
            .iter()
            .map(|d| (d - likely).abs())
            .fold(f64::INFINITY, f64::min);
        assert!(
            ((value - likely).abs() - nearest).abs() <= 0.01,
            "{value}, not one of {changes:?}"
        );
    }
}

#[test]
fn the_horizon_and_what_is_illegal_have_no_threshold() {
    let monitor = monitor();
    let roles = monitor.scenario.plan.roles;
    let find = |parameter, range| threshold(&monitor.case(), parameter, range, Headline::Npv, 0.0);
    assert_eq!(
        find(roles.horizon, [5.0, 40.0]),
        Err(Error::UncertainHorizon)
    );
    assert!(matches!(
        find(roles.reach, [0.0, 1.5]),
        Err(Error::OutOfRange { value: 1.5, .. })
    ));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn at_a_threshold_the_target_is_reached_and_a_hair_further_it_is_not(b in believed(), share in 0.1..0.9_f64) {
        let case = b.case();
        for (parameter, belief) in case.uncertain() {
            let range = [0.01, 0.99].map(|y| belief.quantile(y));
            let at = |value: f64| {
                let s = b.scenario.clone().with_value(parameter, value);
                let pilot = s.get(|r| r.pilot).min(s.get(|r| r.potential));
                s.with(|r| r.pilot, pilot).results().npv
            };
            let target = at(range[0] + share * (range[1] - range[0]));
            match threshold(&case, parameter, range, Headline::Npv, target).unwrap() {
                Threshold::At { value, reached_above, .. } => {
                    prop_assert!(at(value) >= target);
                    let hair = 1e-9 * (range[1] - range[0]).max(value.abs());
                    let beyond = if reached_above { value - hair } else { value + hair };
                    let slack = 1e-12 * target.abs();
                    prop_assert!(at(beyond) <= target + slack, "{} is above {target}", at(beyond));
                }
                Threshold::AlwaysReached => prop_assert!(range.iter().all(|&end| at(end) >= target)),
                Threshold::NeverReached => prop_assert!(range.iter().all(|&end| at(end) < target)),
            }
        }
    }
}
