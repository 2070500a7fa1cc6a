//! Which figures are legal: every legal one gives finite results, every other an error that says what is wrong.

use crate::random::{everything, scenario};
use crate::scenario::Scenario;
use crate::{config, figures};
use gevinstsimulator::model::{Curve, Error, Irr, Plain, Results};
use proptest::prelude::*;

fn curves() -> [Curve; 3] {
    [
        Curve::Bass,
        Curve::Linear,
        Curve::Drawn(vec![0.0, 0.2, 0.7, 1.0]),
    ]
}

/// Whether every figure of the results is a number.
fn is_finite(results: &Results) -> bool {
    let e = &results.evaluation;
    let series = figures(e, e.years).into_iter();
    let saving = results.annual_saving_at_full_effect;
    let headlines = [
        results.npv,
        results.net_benefit_per_budget_krone.unwrap_or(0.0),
        results.irr.rate().unwrap_or(0.0),
        results.peak_funding,
        results.cost_of_delay,
        results.npv_at_pilot,
        results.person_years_at_full_effect,
        saving.gross,
        saving.net,
    ];
    let actors = results
        .by_actor
        .iter()
        .flat_map(|actor| [actor.paid, actor.gained, actor.net]);
    series.chain(headlines).chain(actors).all(f64::is_finite)
}

/// Legal figures give numbers; of figures each legal by itself only the pilot and the potential can clash.
#[track_caller]
fn numbers_or_a_clash(s: &Scenario, what: impl Fn() -> String) {
    let (pilot, potential) = (s.get(|r| r.pilot), s.get(|r| r.potential));
    match s.plan.results(&s.curve, &s.values) {
        Ok(results) => {
            assert!(
                pilot <= potential,
                "{}: pilot {pilot} of {potential}",
                what()
            );
            assert!(is_finite(&results), "{}: {results:?}", what());
        }
        Err(error) => {
            assert!(pilot > potential, "{}: {error}", what());
            assert_eq!(error, Error::PilotAbovePotential { pilot, potential });
        }
    }
}

/// The figures at both ends of what is legal for each parameter.
fn ends(s: &Scenario) -> Vec<(usize, f64)> {
    let domains = s.plan.domains().into_iter().enumerate();
    domains
        .flat_map(|(index, domain)| [(index, domain.min), (index, domain.max)])
        .collect()
}

#[test]
fn every_pair_of_figures_at_their_extremes_gives_numbers() {
    for curve in curves() {
        let mut s = everything(curve);
        let usual = s.values.clone();
        let names = s.plan.parameters.clone();
        let ends = ends(&s);
        for (n, &(one, first)) in ends.iter().enumerate() {
            for &(other, second) in &ends[n + 1..] {
                s.values.copy_from_slice(&usual);
                s.values[one] = first;
                s.values[other] = second;
                numbers_or_a_clash(&s, || {
                    format!("{} = {first}, {} = {second}", names[one], names[other])
                });
            }
        }
    }
}

#[test]
fn a_figure_that_is_no_number_or_just_outside_of_what_is_legal_is_refused_by_name() {
    let s = everything(Curve::Bass);
    for (index, domain) in s.plan.domains().into_iter().enumerate() {
        let name = &s.plan.parameters[index];
        for value in [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            domain.min.next_down(),
            domain.max.next_up(),
        ] {
            let error = s.clone().with_value(index, value);
            let error = error.plan.results(&s.curve, &error.values).unwrap_err();
            let expected = format!(
                "{name} = {}: must be between {} and {}",
                Plain(value),
                Plain(domain.min),
                Plain(domain.max)
            );
            assert_eq!(error.to_string(), expected);
        }
    }
}

#[track_caller]
fn refused(s: &Scenario, expected: &str) {
    assert_eq!(
        s.plan.check(&s.curve, &s.values).unwrap_err().to_string(),
        expected
    );
    assert_eq!(
        s.plan.results(&s.curve, &s.values).unwrap_err().to_string(),
        expected
    );
}

#[test]
fn half_a_year_of_horizon_is_refused() {
    let s = everything(Curve::Bass).with(|r| r.horizon, 12.5);
    refused(&s, "horizon = 12.5: must be a whole number of years");
}

#[test]
fn a_pilot_larger_than_all_there_is_is_refused() {
    let s = everything(Curve::Bass).with(|r| r.pilot, 1000.5);
    refused(&s, "pilot = 1000.5: must be at most the potential, 1000");
}

#[test]
fn a_missing_or_a_spare_figure_is_refused() {
    let mut s = everything(Curve::Bass);
    let known = s.values.len();
    s.values.push(0.0);
    refused(
        &s,
        &format!("{} values: the plan has {known} parameters", known + 1),
    );
    s.values.truncate(3);
    refused(&s, &format!("3 values: the plan has {known} parameters"));
}

#[test]
fn a_drawn_rollout_that_falls_leaves_its_range_or_is_empty_is_refused_by_its_point() {
    for (points, expected) in [
        (vec![], "drawn rollout: needs at least one point"),
        (
            vec![0.2, 0.5, 0.4],
            "drawn rollout, point 3 = 0.4: must be between 0.5 (the point before) and 1",
        ),
        (
            vec![-0.1],
            "drawn rollout, point 1 = -0.1: must be between 0 (the point before) and 1",
        ),
        (
            vec![0.9, 1.1],
            "drawn rollout, point 2 = 1.1: must be between 0.9 (the point before) and 1",
        ),
        (
            vec![f64::NAN],
            "drawn rollout, point 1 = NaN: must be between 0 (the point before) and 1",
        ),
        (
            vec![0.1, f64::INFINITY],
            "drawn rollout, point 2 = infinity: must be between 0.1 (the point before) and 1",
        ),
    ] {
        refused(&everything(Curve::Drawn(points)), expected);
    }
}

#[test]
fn a_parameter_that_plays_two_parts_must_be_legal_in_both() {
    let mut s = everything(Curve::Bass);
    let share = s.plan.roles.adoption;
    s.plan.roles.ramp = share;
    refused(
        &s.with_value(share, 1.5),
        "adoption = 1.5: must be between 0 and 1",
    );
}

#[test]
fn a_zero_with_a_minus_before_it_is_zero() {
    for curve in curves() {
        let s = everything(curve);
        for (index, domain) in s.plan.domains().into_iter().enumerate() {
            if domain.min == 0.0 && index != s.plan.roles.potential {
                let negative = s.clone().with_value(index, -0.0);
                let name = &s.plan.parameters[index];
                assert!(is_finite(&negative.results()), "{name} = -0");
                assert_eq!(
                    negative.results(),
                    s.clone().with_value(index, 0.0).results(),
                    "{name} = -0"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_legal_scenario_gives_numbers(s in scenario()) {
        numbers_or_a_clash(&s, || "random".to_owned());
    }

    #[test]
    fn any_number_of_figures_at_their_extremes_give_numbers(corners in proptest::collection::vec(0..3_u8, 97)) {
        for curve in curves() {
            let mut s = everything(curve);
            for (index, domain) in s.plan.domains().into_iter().enumerate() {
                match corners[index] {
                    0 => s.values[index] = domain.min,
                    1 => s.values[index] = domain.max,
                    _ => {}
                }
            }
            numbers_or_a_clash(&s, || format!("{:?}", s.values));
        }
    }

    #[test]
    fn a_rate_of_return_is_never_below_minus_one(s in scenario()) {
        if let Irr::Rate(rate) = s.results().irr {
            prop_assert!(rate >= -1.0);
        }
    }
}
