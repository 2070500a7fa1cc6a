//! `gevinst run --draws`: the same draws again, others, and the figures of the library.

use super::run::monitor;
use super::{MONITOR, prints, results_with};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::Solution;
use gevinstsimulator::uncertainty::{Band, Headline, SEED, Series, Simulation, tornado};
use serde_json::{Value, json};

pub const HEADLINES: [(&str, Headline); 7] = [
    ("npv", Headline::Npv),
    ("annual_saving_gross", Headline::GrossSaving),
    ("annual_saving_net", Headline::NetSaving),
    ("person_years", Headline::PersonYears),
    ("break_even_year", Headline::BreakEvenYear),
    (
        "net_benefit_per_budget_krone",
        Headline::NetBenefitPerBudgetKrone,
    ),
    ("peak_funding", Headline::PeakFunding),
];

pub const SERIES: [(&str, Series); 7] = [
    ("installed", Series::Installed),
    ("in_use", Series::InUse),
    ("benefits", Series::Benefits),
    ("costs", Series::Costs),
    ("net", Series::Net),
    ("cumulated", Series::Cumulated),
    ("person_years", Series::PersonYears),
];

/// What draws add to the results of the monitor.
#[track_caller]
pub fn drawn(arguments: &[&str]) -> Value {
    results_with(arguments)["uncertainty"].take()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for format in ["table", "csv", "json"] {
        let run = |rest: &[&str]| {
            prints(
                &[
                    &["run", MONITOR, "--format", format, "--draws", "100"],
                    rest,
                ]
                .concat(),
            )
        };
        assert_eq!(run(&["--seed", "7"]), run(&["--seed", "7"]));
        assert_eq!(run(&["--seed", "2016"]), run(&[]));
        assert_ne!(run(&["--seed", "7"]), run(&[]));
    }
}

/// The middle of a wide distribution needs many draws: with 4,096 it may be 5 % off, which is a hundredth of the width.
#[test]
fn another_seed_gives_other_draws_that_say_the_same() {
    let seeds = ["2016", "0", "1"];
    for (draws, of_p50, of_width) in [("4096", 0.06, 0.02), ("65536", 0.02, 0.005)] {
        let bands = seeds.map(|seed| {
            let found = drawn(&["--draws", draws, "--seed", seed]);
            assert_eq!(found["seed"].to_string(), seed);
            let npv = &found["headlines"]["npv"];
            ["p10", "p50", "p90"].map(|part| npv[part].as_f64().unwrap())
        });
        let [[p10, usual, p90], others @ ..] = bands;
        for [_, other, _] in others {
            let off = (usual - other).abs();
            assert!(off > 0.0 && off < of_p50 * usual.abs(), "{usual}, {other}");
            assert!(off < of_width * (p90 - p10), "{usual}, {other}");
        }
    }
}

/// serde_json reads to the last digit but one.
#[track_caller]
pub fn same(found: &Value, expected: f64) {
    match expected.is_finite() {
        false => assert_eq!(found, &Value::Null),
        true => {
            let found = found.as_f64().unwrap();
            let difference = (found - expected).abs();
            assert!(
                difference <= 1e-15 * expected.abs(),
                "{found}, expected {expected}"
            );
        }
    }
}

#[track_caller]
fn same_band(found: &Value, expected: Band) {
    for (key, expected) in [
        ("p10", expected.p10),
        ("p50", expected.p50),
        ("p90", expected.p90),
    ] {
        same(&found[key], expected);
    }
}

/// The library's own simulation of the monitor.
fn simulated(draws: usize) -> (Solution, Simulation) {
    let solution = monitor();
    let case = Scenario::new(&solution).case(&solution).unwrap();
    let mut simulation = Simulation::new(case, &SERIES.map(|(_, series)| series));
    simulation.advance(draws);
    (solution, simulation)
}

#[test]
fn the_bands_are_those_of_the_library_with_its_own_seed() {
    let (_, simulation) = simulated(1000);
    let found = drawn(&["--draws", "1000"]);
    assert_eq!(found["seed"], json!(SEED));
    for (key, headline) in HEADLINES {
        same_band(&found["headlines"][key], simulation.headline_band(headline));
    }
    let years = found["years"].as_array().unwrap();
    assert_eq!(years.len(), simulation.years());
    for (key, series) in SERIES {
        for (year, band) in years.iter().zip(simulation.bands(series)) {
            same_band(&year[key], band);
        }
    }
    let chance = &found["probability_npv_positive"];
    same(chance, simulation.chance_of_gain());
    same(&found["evpi"], simulation.value_of_knowing_all());
}

#[test]
fn what_matters_is_what_the_library_says() {
    let (solution, simulation) = simulated(1000);
    let found = drawn(&["--draws", "1000"]);
    let rows = found["tornado"].as_array().unwrap();
    let swings = tornado(simulation.case());
    assert_eq!(rows.len(), swings.len());
    for (swing, row) in swings.iter().zip(rows) {
        let id = &solution.parameters[swing.parameter].id;
        assert_eq!(&row["parameter"], id);
        same(&row["npv_at_p10"], swing.at_p10);
        same(&row["npv_at_p90"], swing.at_p90);
        let belief = Scenario::new(&solution).belief(&solution, swing.parameter);
        let [p10, _, p90] = belief.unwrap().figures();
        same(&row["p10"], p10);
        same(&row["p90"], p90);
        let explained = simulation.explained(swing.parameter);
        same(&found["variance_share"][id], explained.share_of_variance);
        same(&found["evppi"][id], explained.value_of_learning);
    }
}

#[test]
fn p10_is_never_above_p50_nor_that_above_p90() {
    let found = drawn(&["--draws", "512"]);
    let headlines = found["headlines"].as_object().unwrap().values();
    let years = found["years"].as_array().unwrap().iter();
    let of_years = years.flat_map(|year| SERIES.map(|(key, _)| &year[key]));
    for band in headlines.chain(of_years) {
        let parts = ["p10", "p50", "p90"].map(|part| band[part].as_f64());
        let known: Vec<f64> = parts.into_iter().flatten().collect();
        assert!(!known.is_empty() && known.is_sorted(), "{band}");
    }
}

#[test]
fn the_draws_are_rounded_up_to_a_multiple_of_four_and_told() {
    for (asked, made) in [("8", 8), ("9", 12), ("4093", 4096), ("65533", 65536)] {
        assert_eq!(drawn(&["--draws", asked])["draws"], json!(made));
    }
}

#[test]
fn what_too_few_draws_cannot_tell_is_null() {
    for (draws, told) in [("16", false), ("20", true)] {
        let found = drawn(&["--draws", draws]);
        for key in ["variance_share", "evppi"] {
            let mut figures = found[key].as_object().unwrap().values();
            assert!(figures.all(|figure| figure.is_number() == told), "{key}");
        }
    }
}

#[test]
fn what_never_breaks_even_is_null() {
    let found = drawn(&["--draws", "64", "--set", "realisation=0"]);
    let never = json!({"p10": null, "p50": null, "p90": null});
    assert_eq!(found["headlines"]["break_even_year"], never);
    assert_eq!(found["probability_npv_positive"], json!(0.0));
}
