//! `thresholds` of `gevinst run --draws`: what they say is tried out, by running with the parameter there.

use super::files::home_with;
use super::results_of;
use serde_json::{Value, json};

const SOLUTIONS: [&str; 6] = [
    "monitor",
    "home-monitoring",
    "dispensers",
    "ferries",
    "sites",
    "video",
];

fn npv(results: &Value) -> f64 {
    results["npv"].as_f64().unwrap()
}

fn gross(results: &Value) -> f64 {
    results["annual_saving_at_full_effect"]["gross"]
        .as_f64()
        .unwrap()
}

/// What there was to try of a threshold.
#[derive(Debug, PartialEq)]
enum Tried {
    Nothing,
    Met,
    /// The figure passes the target without being there: when devices are renewed once less, for instance.
    Jumped,
}

/// Says that a figure is at its target where a threshold says so, and on the right side of it elsewhere.
#[track_caller]
fn holds(
    file: &str,
    parameter: &Value,
    threshold: &Value,
    target: f64,
    figure: fn(&Value) -> f64,
) -> Tried {
    let chosen = figure(&results_of(file, &[]));
    let Some(value) = threshold["value"].as_f64() else {
        let reached = if chosen >= target { "always" } else { "never" };
        assert_eq!(threshold["reached"], json!(reached), "{file}: {parameter}");
        return Tried::Nothing;
    };
    // How far from the target, above zero where it is reached, a share away from the value.
    let beside = |share: f64| {
        let choice = format!("{}={}", parameter.as_str().unwrap(), value * (1.0 + share));
        figure(&results_of(file, &["--set", &choice])) - target
    };
    let upwards = if (threshold["reached"] == json!("above")) == (value > 0.0) {
        1.0
    } else {
        -1.0
    };
    for share in [1e-6, 1e-3] {
        let [reached, missed] = [share, -share].map(|share| beside(upwards * share));
        assert!(
            reached > 0.0 && missed < 0.0,
            "{file}: {threshold} gives {reached}, {missed}"
        );
    }
    match beside(0.0) {
        off if off.abs() <= 1e-9 * chosen.abs().max(target.abs()) => Tried::Met,
        off => {
            assert!(off > 0.0, "{file}: {parameter} = {value} is {off} off");
            Tried::Jumped
        }
    }
}

#[test]
fn at_the_threshold_of_every_parameter_the_net_present_value_is_zero() {
    let mut tried = Vec::new();
    for id in SOLUTIONS {
        let file = format!("www/solutions/{id}.json");
        let results = results_of(&file, &["--draws", "8"]);
        for threshold in results["uncertainty"]["thresholds"].as_array().unwrap() {
            let zero = &threshold["npv_zero"];
            tried.push(holds(&file, &threshold["parameter"], zero, 0.0, npv));
        }
    }
    let times = |what| tried.iter().filter(|tried| **tried == what).count();
    let [met, jumped] = [Tried::Met, Tried::Jumped].map(times);
    assert!(
        met > 10 && jumped <= 2,
        "{met} are met, {jumped} are jumped over"
    );
}

#[test]
fn at_the_threshold_of_a_claim_the_yearly_saving_is_what_is_claimed() {
    let file = home_with("thresholds-claim", |file| {
        let saving = gross(&results_of("tests/solution_files/home.json", &[]));
        file["claims"][0]["annual_saving"] = json!(saving * 1.1);
    });
    let claimed = 1.1 * gross(&results_of(&file, &[]));
    let results = results_of(&file, &["--draws", "8"]);
    let thresholds = results["uncertainty"]["thresholds"].as_array().unwrap();
    let met = thresholds.iter().filter(|threshold| {
        let (parameter, claim) = (&threshold["parameter"], &threshold["claim"]);
        holds(&file, parameter, claim, claimed, gross) == Tried::Met
    });
    assert!(met.count() > 0, "no threshold has a value");
}

#[test]
fn where_nothing_is_claimed_there_is_no_threshold_for_it() {
    let results = results_of("www/solutions/ferries.json", &["--draws", "8"]);
    for threshold in results["uncertainty"]["thresholds"].as_array().unwrap() {
        assert_eq!(threshold["claim"], Value::Null);
    }
}
