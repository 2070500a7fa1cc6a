//! Section 1: how many units are in place.

use crate::random::{curve, scenario};
use crate::scenario::Scenario;
use crate::{config, never_falls, same};
use gevinstsimulator::model::{Curve, half_time, imitation_for_half_time};
use proptest::collection::vec;
use proptest::prelude::*;

/// The share completed `s` years after the start, for `s` up to the horizon.
fn completed(scenario: &Scenario, s: f64) -> f64 {
    let year = (s.ceil() as usize).max(1) - 1;
    let delayed = scenario.clone().with(|r| r.delay, (year + 1) as f64 - s);
    let delayed = delayed.with(|r| r.horizon, (year + 1) as f64);
    delayed.results().evaluation.completed[year]
}

fn bass(scenario: Scenario, innovation: f64, imitation: f64) -> Scenario {
    let scenario = scenario.with_curve(Curve::Bass);
    scenario
        .with(|r| r.innovation, innovation)
        .with(|r| r.imitation, imitation)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_in_place_goes_from_the_pilot_towards_the_target_and_never_falls(s in scenario()) {
        let e = s.results().evaluation;
        let (pilot, target) = (s.get(|r| r.pilot), e.target);
        never_falls(&e.completed);
        never_falls(&e.installed);
        for year in 0..s.years() {
            let share = e.completed[year];
            prop_assert!((0.0..=1.0).contains(&share), "{share} completed");
            same(e.installed[year], pilot + share * (target - pilot), target);
        }
    }

    #[test]
    fn the_target_is_the_share_of_all_units_aimed_at_and_never_below_the_pilot(s in scenario()) {
        let aimed = s.get(|r| r.reach) * s.get(|r| r.potential);
        let target = s.results().evaluation.target;
        same(target, if s.rolls_out() { aimed } else { s.get(|r| r.pilot) }, 0.0);
    }

    #[test]
    fn new_units_are_what_came_in_the_year_and_half_of_them_served_in_it(s in scenario()) {
        let e = s.results().evaluation;
        let mut before = s.get(|r| r.pilot);
        for year in 0..s.years() {
            let installed = e.installed[year];
            same(e.new[year], installed - before, installed);
            same(e.in_service[year], before + e.new[year] / 2.0, installed);
            before = installed;
        }
    }

    #[test]
    fn nothing_is_rolled_out_until_the_delay_is_over(s in scenario()) {
        let e = s.results().evaluation;
        for year in (0..s.years()).filter(|&year| year as f64 + 1.0 <= s.get(|r| r.delay)) {
            prop_assert_eq!(e.completed[year], 0.0);
            prop_assert_eq!(e.installed[year], s.get(|r| r.pilot));
        }
    }

    #[test]
    fn a_delay_of_whole_years_moves_the_rollout_and_changes_nothing_else(s in scenario(), delay in 0..9_usize) {
        let at_once = s.clone().with(|r| r.delay, 0.0).results().evaluation;
        let delayed = s.clone().with(|r| r.delay, delay as f64).results().evaluation;
        for year in delay..s.years() {
            prop_assert_eq!(delayed.installed[year], at_once.installed[year - delay]);
        }
    }

    #[test]
    fn a_longer_delay_never_has_more_in_place(s in scenario(), more in 0.0..4.0_f64) {
        let delayed = s.clone().with(|r| r.delay, s.get(|r| r.delay) + more).results().evaluation;
        for (later, sooner) in delayed.installed.iter().zip(s.results().evaluation.installed) {
            prop_assert!(*later <= sooner * (1.0 + 1e-12));
        }
    }

    #[test]
    fn half_of_a_bass_rollout_is_done_at_its_half_time(
        s in scenario(), innovation in 0.01..=1.0_f64, imitation in 0.0..=3.0_f64,
    ) {
        let half = half_time(innovation, imitation);
        same(completed(&bass(s, innovation, imitation), half), 0.5, 0.0);
    }

    #[test]
    fn imitation_for_half_time_is_half_time_backwards(innovation in 1e-4..=1.0_f64, imitation in 0.0..=3.0_f64) {
        let found = imitation_for_half_time(innovation, half_time(innovation, imitation));
        same(found, imitation, 1.0);
    }

    #[test]
    fn a_half_time_out_of_reach_gives_the_nearest_imitation(innovation in 1e-3..=1.0_f64, years in 0.01..1.0_f64) {
        let (slowest, fastest) = (half_time(innovation, 0.0), half_time(innovation, 3.0));
        same(imitation_for_half_time(innovation, slowest + years), 0.0, 1.0);
        same(imitation_for_half_time(innovation, fastest * years), 3.0, 0.0);
    }

    /// Bass (1969), equation 1: of those who remain, `p + q·F` join a year.
    #[test]
    fn a_bass_rollout_goes_at_the_pace_of_its_equation(
        s in scenario(), p in 0.01..=0.5_f64, q in 0.0..=1.5_f64, at in 0.5..20.0_f64,
    ) {
        let s = bass(s, p, q);
        let step = 1e-4;
        let pace = (completed(&s, at + step) - completed(&s, at - step)) / (2.0 * step);
        let share = completed(&s, at);
        let expected = (p + q * share) * (1.0 - share);
        prop_assert!((pace - expected).abs() < 1e-6, "{pace} a year at {share}, expected {expected}");
    }

    #[test]
    fn a_linear_rollout_puts_the_same_number_in_place_every_year(
        s in scenario(), delay in 0..9_usize, length in 1..20_usize,
    ) {
        let s = s.with_curve(Curve::Linear).with(|r| r.delay, delay as f64);
        let s = s.with(|r| r.rollout_years, length as f64);
        let e = s.results().evaluation;
        let all = e.target - s.get(|r| r.pilot);
        for year in 0..s.years() {
            let expected = if (delay..delay + length).contains(&year) { all / length as f64 } else { 0.0 };
            same(e.new[year], expected, e.target);
        }
    }

    #[test]
    fn a_rollout_in_no_years_is_done_in_the_first(s in scenario()) {
        let e = s.clone().sudden().results().evaluation;
        prop_assert!(e.completed[..s.years()].iter().all(|&share| share == 1.0));
    }

    #[test]
    fn a_drawn_rollout_goes_straight_from_point_to_point_and_stays_at_the_last(
        s in scenario(), mut points in vec(0.0..=1.0_f64, 1..9), between in 0.0..1.0_f64,
    ) {
        points.sort_by(f64::total_cmp);
        let s = s.with_curve(Curve::Drawn(points.clone()));
        let mut before = 0.0;
        for (index, &point) in points.iter().enumerate() {
            let year = index as f64;
            same(completed(&s, year + 1.0), point, 0.0);
            same(completed(&s, year + between), before + between * (point - before), 1.0);
            before = point;
        }
        same(completed(&s, points.len() as f64 + 7.0 * between), before, 0.0);
    }

    #[test]
    fn no_curve_has_begun_before_it_starts(s in scenario(), curve in curve()) {
        let s = s.with_curve(curve).with(|r| r.delay, 1.0);
        prop_assert_eq!(s.results().evaluation.completed[0], 0.0);
    }
}
