//! `gevinst run` as JSON and CSV: keys that stay, and the figures that belong to them.

use super::files::home_with;
use super::{MONITOR, prints, reading, results_of, results_with};
use serde_json::{Value, json};

pub fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn the_keys_are_those_that_are_documented() {
    let results = results_with(&[]);
    assert_eq!(
        keys(&results),
        [
            "format_version",
            "solution",
            "first_year",
            "price_year",
            "curve",
            "set",
            "npv",
            "net_benefit_per_budget_krone",
            "break_even_year",
            "irr",
            "peak_funding",
            "cost_of_delay",
            "npv_at_pilot",
            "annual_saving_at_full_effect",
            "person_years_at_full_effect",
            "by_actor",
            "years",
        ]
    );
    assert_eq!(
        keys(&results["annual_saving_at_full_effect"]),
        ["gross", "net"]
    );
    assert_eq!(keys(&results["by_actor"]), ["trusts", "state"]);
    assert_eq!(
        keys(&results["by_actor"]["state"]),
        ["paid", "gained", "net"]
    );
    assert_eq!(
        keys(&results["years"][0]),
        [
            "year",
            "installed",
            "new",
            "in_service",
            "in_use",
            "benefits",
            "costs",
            "net",
            "discount_factor",
            "person_years",
            "vital_signs",
            "stay",
            "device",
            "device_replacement",
            "device_residual",
            "running",
            "adaptation",
            "programme",
        ]
    );
}

#[test]
fn every_documented_key_is_in_the_readme() {
    let readme = std::fs::read_to_string(super::root().join("README.md")).unwrap();
    let results = results_with(&[]);
    let fixed = keys(&results["years"][0]).into_iter().take(10);
    for key in keys(&results).into_iter().chain(fixed) {
        assert!(readme.contains(&format!("`{key}`")), "{key}");
    }
}

#[test]
fn the_front_says_what_was_calculated() {
    let arguments = [
        "--set",
        "delay=2",
        "--set",
        "reach=80%",
        "--curve",
        "linear",
    ];
    let results = results_with(&arguments);
    assert_eq!(results["format_version"], json!(1));
    assert_eq!(results["solution"], json!("monitor"));
    assert_eq!(results["first_year"], json!(2026));
    assert_eq!(results["price_year"], json!(2025));
    assert_eq!(results["curve"], json!("linear"));
    assert_eq!(results["set"], json!({"delay": 2.0, "reach": 0.8}));
    assert_eq!(results_with(&[])["set"], json!({}));
}

#[test]
fn what_there_is_none_of_is_null() {
    let results = results_with(&["--set", "reach=0", "--set", "pilot=0"]);
    assert_eq!(results["break_even_year"], Value::Null);
    assert_eq!(results["irr"], Value::Null);
    let all_cash = ["--set", "time_cash_share=1", "--set", "stay_cash_share=1"];
    let results = results_with(&all_cash);
    assert_eq!(results["net_benefit_per_budget_krone"], Value::Null);
}

#[test]
fn the_deepest_funding_is_below_zero() {
    assert!(results_with(&[])["peak_funding"].as_f64().unwrap() < 0.0);
}

#[test]
fn the_benefits_of_a_year_are_the_sum_of_its_streams_and_its_costs_of_its_cost_lines() {
    for year in results_with(&[])["years"].as_array().unwrap() {
        let sum = |keys: &[&str]| keys.iter().map(|key| year[key].as_f64().unwrap()).sum();
        let same = |key: &str, sum: f64| {
            let found = year[key].as_f64().unwrap();
            assert!((found - sum).abs() < 1e-3, "{key}: {found}, {sum}");
        };
        same("benefits", sum(&["vital_signs", "stay"]));
        let lines = ["device", "device_replacement", "device_residual"];
        let others = ["running", "adaptation", "programme"];
        same("costs", sum(&[lines, others].concat()));
    }
}

/// `tests/worked_example` was calculated by another program.
#[test]
fn the_figures_are_those_of_the_independent_calculation() {
    let folder = super::root().join("tests/worked_example");
    let mut compared = 0;
    for entry in std::fs::read_dir(folder.join("cases")).unwrap() {
        let case = entry.unwrap().path();
        let expected = folder.join("expected").join(case.file_name().unwrap());
        let expected = reading::json(&expected);
        let found = results_of(case.to_str().unwrap(), &[]);
        for key in keys(&found).into_iter().skip(6) {
            compared += agrees(key, &found[key], &expected[key]);
        }
    }
    assert!(compared > 1000, "only {compared} figures were compared");
}

/// Compares all that both have, and gives how many figures that was.
fn agrees(path: &str, found: &Value, expected: &Value) -> usize {
    match found {
        Value::Object(entries) => {
            let other = |key: &str| match &expected[key] {
                Value::Null => by_id(expected, key),
                value => value,
            };
            let entries = entries.iter();
            entries
                .map(|(key, found)| agrees(&format!("{path}.{key}"), found, other(key)))
                .sum()
        }
        Value::Array(list) => {
            assert_eq!(list.len(), expected.as_array().unwrap().len(), "{path}");
            let pairs = list.iter().zip(expected.as_array().unwrap());
            pairs
                .map(|(found, expected)| agrees(path, found, expected))
                .sum()
        }
        Value::Number(_) => {
            let [found, wanted] = [found, expected].map(Value::as_f64);
            let (found, wanted) = (found.unwrap(), wanted.unwrap_or_else(|| panic!("{path}")));
            let tolerance = 1e-9 * wanted.abs() + 1e-5;
            assert!(
                (found - wanted).abs() <= tolerance,
                "{path} = {found}, expected {wanted}"
            );
            1
        }
        _ => {
            assert_eq!(found, expected, "{path}");
            1
        }
    }
}

/// A stream's value or a cost line, as the independent calculation has them.
fn by_id<'a>(year: &'a Value, id: &str) -> &'a Value {
    let stream = &year["streams"][id];
    match (&year["cost_lines"][id], &stream["value"]) {
        (Value::Null, Value::Null) => &stream["quantity"],
        (Value::Null, value) => value,
        (line, _) => line,
    }
}

#[test]
fn ids_that_clash_have_benefit_or_cost_before_them() {
    let file = home_with("json-clash", |file| {
        file["benefits"][0]["id"] = json!("net");
        file["benefits"][1]["id"] = json!("energy");
        file["costs"][0]["id"] = json!("energy");
        file["costs"][1]["id"] = json!("year");
    });
    let results = results_of(&file, &[]);
    let found = keys(&results["years"][0]);
    for key in ["benefit_net", "benefit_energy", "cost_energy", "cost_year"] {
        assert!(found.contains(&key), "{key} is not in {found:?}");
    }
    assert!(!found.contains(&"energy"), "{found:?}");
}

mod csv {
    use super::*;

    #[test]
    fn the_csv_has_the_yearly_keys_and_figures_of_the_json() {
        let results = results_with(&[]);
        let years = results["years"].as_array().unwrap();
        let csv = prints(&["run", MONITOR, "--format", "csv"]);
        let mut lines = csv.split_terminator("\r\n");
        let header: Vec<&str> = lines.next().unwrap().split(',').collect();
        assert_eq!(header, keys(&years[0]));
        for (line, year) in lines.by_ref().zip(years) {
            for (field, key) in line.split(',').zip(&header) {
                let (field, figure) = (field.parse::<f64>().unwrap(), &year[key]);
                // serde_json reads to the last digit but one.
                let difference = (field - figure.as_f64().unwrap()).abs();
                assert!(
                    difference <= 1e-15 * field.abs(),
                    "{key}: {field}, {figure}"
                );
            }
        }
        assert_eq!(csv.matches("\r\n").count(), 1 + years.len());
        assert!(csv.starts_with("year,installed,"), "{csv}");
        assert!(csv.contains("\r\n2026,"), "{csv}");
    }

    #[test]
    fn an_id_with_a_comma_or_a_quotation_mark_is_quoted() {
        let file = home_with("csv-quotes", |file| {
            file["benefits"][0]["id"] = json!("saved, \"freed\"");
        });
        let csv = prints(&["run", &file, "--format", "csv"]);
        assert!(csv.contains(",\"saved, \"\"freed\"\"\","), "{csv}");
    }
}
