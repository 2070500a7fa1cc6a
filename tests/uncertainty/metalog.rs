//! Three figures and the distribution through them.

use crate::{config, near};
use gevinstsimulator::model::Domain;
use gevinstsimulator::uncertainty::{Distribution, Figure, Metalog, TripletError};
use proptest::prelude::*;
use serde_json::Value;

const NONE: Domain = Domain::new(f64::NEG_INFINITY, f64::INFINITY);

/// Bounds on either side, both, or none, and three figures within that rise; not always a distribution.
fn triplet() -> impl Strategy<Value = ([f64; 3], Domain)> {
    let parts = prop::array::uniform4(0.001..1.0_f64);
    (-1e3..1e3_f64, 1e-3..1e6_f64, parts, any::<[bool; 2]>()).prop_map(
        |(min, width, parts, bounded)| {
            let sum: f64 = parts.iter().sum();
            let at = |count: usize| min + width * parts[..count].iter().sum::<f64>() / sum;
            let bounds = Domain::new(
                if bounded[0] { min } else { f64::NEG_INFINITY },
                if bounded[1] {
                    min + width
                } else {
                    f64::INFINITY
                },
            );
            ([at(1), at(2), at(3)], bounds)
        },
    )
}

fn distribution(
    [low, likely, high]: [f64; 3],
    bounds: Domain,
) -> Result<Distribution, TripletError> {
    Metalog::new(low, likely, high, bounds)
}

#[test]
fn its_quantiles_are_those_of_an_independent_implementation() {
    let file = include_str!("reference/metalog.json");
    let file: Value = serde_json::from_str(file).unwrap();
    let numbers = |value: &Value| -> Vec<f64> {
        value
            .as_array()
            .unwrap()
            .iter()
            .map(|n| n.as_f64().unwrap())
            .collect()
    };
    let probabilities = numbers(&file["probabilities"]);
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() > 10);
    for case in cases {
        let figures = numbers(&case["figures"]);
        let bound = |end: usize, none: f64| case["bounds"][end].as_f64().unwrap_or(none);
        let bounds = Domain::new(bound(0, f64::NEG_INFINITY), bound(1, f64::INFINITY));
        let found = distribution([figures[0], figures[1], figures[2]], bounds).unwrap();
        for (&y, expected) in probabilities.iter().zip(numbers(&case["quantiles"])) {
            near(found.quantile(y), expected, 1e-11, figures[2] - figures[0]);
        }
    }
}

#[test]
fn figures_whose_logarithms_are_evenly_apart_are_log_logistic() {
    let found = distribution([10.0, 20.0, 40.0], Domain::new(0.0, f64::INFINITY)).unwrap();
    for y in [0.001_f64, 0.05, 0.3, 0.5, 0.77, 0.99] {
        let expected = 20.0 * (y / (1.0 - y)).powf(2_f64.ln() / 9_f64.ln());
        near(found.quantile(y), expected, 1e-12, 0.0);
    }
}

#[test]
fn the_likely_figure_must_stand_between_a_sixth_and_five_sixths_of_the_way() {
    for share in [0.1, 0.16, 0.1665, 0.8335, 0.9] {
        let refused = distribution([0.0, share, 1.0], NONE);
        let Err(TripletError::TooSkewed { nearest, .. }) = refused else {
            panic!("{share}: {refused:?}");
        };
        let sixth = if share < 0.5 { 1.0 / 6.0 } else { 5.0 / 6.0 };
        near(nearest, sixth, 1e-3, 0.0);
        distribution([0.0, nearest, 1.0], NONE).unwrap();
    }
    for share in [0.1667, 0.2, 0.5, 0.8333] {
        distribution([0.0, share, 1.0], NONE).unwrap();
    }
}

#[test]
fn three_equal_figures_are_a_constant_even_on_a_bound() {
    let shares = Domain::SHARE;
    for value in [0.0, 0.3, 1.0] {
        let found = distribution([value; 3], shares).unwrap();
        assert_eq!(found, Distribution::Constant(value));
        assert_eq!([0.01, 0.5, 0.99].map(|y| found.quantile(y)), [value; 3]);
    }
    assert!(matches!(
        distribution([1.5; 3], shares),
        Err(TripletError::OutOfBounds { value: 1.5, .. })
    ));
}

#[test]
fn a_figure_on_or_outside_its_bounds_is_refused_by_name() {
    let bounds = Domain::new(0.0, 10.0);
    for (figures, figure, value) in [
        ([0.0, 1.0, 2.0], Figure::Low, 0.0),
        ([1.0, 11.0, 12.0], Figure::Likely, 11.0),
        ([1.0, 5.0, 10.0], Figure::High, 10.0),
        ([1.0, 5.0, f64::INFINITY], Figure::High, f64::INFINITY),
    ] {
        let expected = TripletError::OutOfBounds {
            figure,
            value,
            bounds,
        };
        assert_eq!(distribution(figures, bounds), Err(expected));
    }
    assert!(matches!(
        distribution([f64::NAN, 5.0, 6.0], bounds),
        Err(TripletError::OutOfBounds {
            figure: Figure::Low,
            ..
        })
    ));
}

#[test]
fn figures_that_do_not_rise_are_refused() {
    for figures in [
        [2.0, 1.0, 3.0],
        [1.0, 1.0, 3.0],
        [1.0, 3.0, 3.0],
        [3.0, 2.0, 1.0],
    ] {
        let [low, likely, high] = figures;
        let expected = TripletError::NotRising { low, likely, high };
        assert_eq!(distribution(figures, NONE), Err(expected));
    }
}

#[test]
fn bounds_without_room_between_them_are_refused() {
    for bounds in [
        Domain::new(1.0, 1.0),
        Domain::new(2.0, 1.0),
        Domain::new(f64::NAN, 1.0),
    ] {
        let refused = distribution([1.0; 3], bounds);
        assert!(matches!(refused, Err(TripletError::NoRoom { .. })));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_returns_its_own_three_figures((figures, bounds) in triplet()) {
        let found = distribution(figures, bounds);
        let Ok(found) = found else { return Ok(()) };
        prop_assert_eq!(found.figures(), figures);
        for (y, figure) in [0.1, 0.5, 0.9].into_iter().zip(figures) {
            near(found.quantile(y), figure, 1e-12, figures[2] - figures[0]);
        }
    }

    #[test]
    fn its_quantiles_rise_and_stay_within_the_bounds((figures, bounds) in triplet()) {
        let found = distribution(figures, bounds);
        let Ok(found) = found else { return Ok(()) };
        let ends = [1e-10, 1e-6].into_iter().chain((1..1000).map(|n| f64::from(n) / 1000.0));
        let quantiles: Vec<f64> = ends.chain([1.0 - 1e-6, 1.0 - 1e-10]).map(|y| found.quantile(y)).collect();
        for pair in quantiles.windows(2) {
            let at_a_bound = pair[0] - bounds.min < 1e-6 * pair[0].abs() || bounds.max - pair[0] < 1e-6 * pair[0].abs();
            prop_assert!(pair[0] < pair[1] || (at_a_bound && pair[0] == pair[1]), "{} then {}", pair[0], pair[1]);
        }
        prop_assert!(quantiles.iter().all(|&value| bounds.contains(value)));
    }

    #[test]
    fn where_figures_are_too_lopsided_the_nearest_likely_figure_that_would_do_is_said(
        (figures, bounds) in triplet()
    ) {
        let refused = distribution(figures, bounds);
        if let Err(TripletError::TooSkewed { low, likely, high, nearest }) = refused {
            prop_assert_eq!([low, likely, high], figures);
            prop_assert!(distribution([low, nearest, high], bounds).is_ok(), "{nearest}");
            let nearer = nearest + 1e-5 * (high - low) * (likely - nearest).signum();
            if (nearest - likely).abs() > 1e-5 * (high - low) {
                prop_assert!(distribution([low, nearer, high], bounds).is_err(), "{nearest} is not the nearest");
            }
        } else {
            prop_assert!(refused.is_ok());
        }
    }
}
