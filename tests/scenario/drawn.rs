//! A rollout that is drawn.

use super::trying::config;
use super::{solution, visited};
use gevinstsimulator::model::Curve;
use gevinstsimulator::scenario::{Scenario, with_point};
use proptest::prelude::*;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_point_is_moved_wherever_the_rollout_never_falls(
        (solution, scenario) in visited(),
        moves in prop::collection::vec((any::<prop::sample::Index>(), -0.5..1.5), 1..20),
    ) {
        let mut points = scenario.points(&solution);
        let mut scenario = scenario;
        for (place, share) in moves {
            let place = place.index(points.len());
            points = with_point(&points, place, share);
            prop_assert!((points[place] - share.clamp(0.0, 1.0)).abs() <= 0.005);
            let drawn = scenario.set_curve(&solution, Curve::Drawn(points.clone()));
            prop_assert!(drawn.is_ok(), "{:?}", points);
        }
    }
}

#[test]
fn a_curve_begins_to_be_drawn_as_what_is_there() {
    for curve in [Curve::Bass, Curve::Linear] {
        let solution = solution("monitor");
        let mut scenario = Scenario::new(&solution);
        scenario.set_curve(&solution, curve).unwrap();
        let before = scenario.results(&solution).unwrap().evaluation.completed;
        let points = scenario.points(&solution);
        scenario.set_curve(&solution, Curve::Drawn(points)).unwrap();
        let after = scenario.results(&solution).unwrap().evaluation.completed;
        for (before, after) in before.iter().zip(after) {
            assert!((before - after).abs() <= 0.005, "{before} became {after}");
        }
    }
}

#[test]
fn what_is_drawn_begins_after_the_delay() {
    let solution = solution("monitor");
    let mut scenario = Scenario::new(&solution);
    let without = scenario.points(&solution);
    scenario
        .set(&solution, solution.plan.roles.delay, 3.0)
        .unwrap();
    let delayed = scenario.points(&solution);
    assert_eq!(delayed[..], without[..without.len() - 3]);
}
