//! How far each parameter alone moves the net present value, and what knowing it is worth.

use crate::beliefs::{all_of_monitor, believed, monitor};
use crate::config;
use gevinstsimulator::uncertainty::tornado;
use proptest::prelude::*;

#[test]
fn all_that_is_uncertain_is_in_the_tornado() {
    let monitor = monitor();
    let mut found: Vec<usize> = tornado(&monitor.case())
        .iter()
        .map(|swing| swing.parameter)
        .collect();
    found.sort();
    let expected: Vec<usize> = monitor
        .case()
        .uncertain()
        .map(|(parameter, _)| parameter)
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn shares_of_variance_add_up_to_at_most_all_and_learning_is_never_worth_more_than_knowing_all() {
    let monitor = monitor();
    let simulation = monitor.simulated(4096);
    let explained: Vec<_> = monitor
        .case()
        .uncertain()
        .map(|(p, _)| simulation.explained(p))
        .collect();
    let shares: f64 = explained.iter().map(|e| e.share_of_variance).sum();
    assert!((0.5..1.02).contains(&shares), "{shares}");
    let everything = simulation.value_of_knowing_all();
    assert!(everything > 0.0);
    assert!(
        explained
            .iter()
            .all(|e| (0.0..=everything).contains(&e.value_of_learning))
    );
}

#[test]
fn with_sixteen_times_the_draws_shares_and_values_are_nearly_the_same() {
    let monitor = monitor();
    let (few, many) = (monitor.simulated(4096), all_of_monitor());
    let everything = many.value_of_knowing_all();
    for (parameter, _) in monitor.case().uncertain() {
        let (a, b) = (few.explained(parameter), many.explained(parameter));
        let name = &monitor.scenario.plan.parameters[parameter];
        let apart = (a.share_of_variance - b.share_of_variance).abs();
        assert!(apart < 0.02, "{name}: {a:?} {b:?}");
        let apart = (a.value_of_learning - b.value_of_learning).abs();
        assert!(apart < 0.05 * everything, "{name}: {a:?} {b:?}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_end_of_a_swing_is_the_models_answer_and_the_widest_comes_first(b in believed()) {
        let swings = tornado(&b.case());
        prop_assert!(swings.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
        for swing in swings {
            let [p10, _, p90] = b.beliefs[swing.parameter].unwrap().figures();
            for (value, npv) in [(p10, swing.at_p10), (p90, swing.at_p90)] {
                let s = b.scenario.clone().with_value(swing.parameter, value);
                let pilot = s.get(|r| r.pilot).min(s.get(|r| r.potential));
                prop_assert_eq!(s.with(|r| r.pilot, pilot).results().npv, npv);
            }
        }
    }

    #[test]
    fn where_the_model_is_a_straight_line_the_likely_answer_is_within_the_swing(b in believed()) {
        let npv = b.scenario.results().npv;
        let costs: Vec<usize> = b.scenario.plan.costs.iter().map(|cost| cost.timing.amount()).collect();
        for swing in tornado(&b.case()).into_iter().filter(|swing| costs.contains(&swing.parameter)) {
            let slack = 1e-9 * (npv.abs() + swing.at_p10.abs());
            let (low, high) = (swing.at_p10.min(swing.at_p90), swing.at_p10.max(swing.at_p90));
            prop_assert!(low - slack <= npv && npv <= high + slack);
        }
    }
}
