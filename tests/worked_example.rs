//! The model against an independent calculation: `worked_example/` holds cases, a plain Python calculation
//! written from the model's description alone, and what it gave.

use gevinstsimulator::model::Results;
use gevinstsimulator::solution::{self, Solution};
use serde_json::Value;
use std::path::PathBuf;

const RELATIVE: f64 = 1e-9;

#[test]
fn every_worked_example_agrees_with_the_independent_calculation() {
    let mut compared = 0;
    for entry in std::fs::read_dir(folder().join("cases")).unwrap() {
        let case = entry.unwrap().path();
        let expected = folder().join("expected").join(case.file_name().unwrap());
        let solution = solution::read(&std::fs::read_to_string(&case).unwrap())
            .unwrap_or_else(|problems| panic!("{}: {problems}", case.display()));
        let expected: Value =
            serde_json::from_str(&std::fs::read_to_string(expected).unwrap()).unwrap();
        Comparison { case: &solution.id }.compare(&solution, &expected);
        compared += 1;
    }
    assert!(compared >= 8, "only {compared} cases were found");
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/worked_example")
}

struct Comparison<'a> {
    case: &'a str,
}

impl Comparison<'_> {
    fn compare(&self, solution: &Solution, expected: &Value) {
        let values: Vec<f64> = solution.parameters.iter().map(|p| p.likely).collect();
        let results = solution.plan.results(&solution.curve, &values).unwrap();
        self.headlines(&results, expected);
        self.actors(solution, &results, &expected["by_actor"]);
        self.years(solution, &results, expected["years"].as_array().unwrap());
    }

    fn headlines(&self, results: &Results, expected: &Value) {
        let scale = results.evaluation.pv_benefits.abs() + results.evaluation.pv_costs.abs();
        for (key, found) in [
            ("npv", Some(results.npv)),
            ("pv_benefits", Some(results.evaluation.pv_benefits)),
            ("pv_costs", Some(results.evaluation.pv_costs)),
            ("pv_outlay", Some(results.evaluation.pv_outlay)),
            (
                "pv_tax_financing",
                Some(results.evaluation.pv_tax_financing),
            ),
            ("peak_funding", Some(results.peak_funding)),
            ("cost_of_delay", Some(results.cost_of_delay)),
            ("npv_at_pilot", Some(results.npv_at_pilot)),
        ] {
            self.same(key, found, &expected[key], scale);
        }
        for (key, found) in [
            (
                "net_benefit_per_budget_krone",
                results.net_benefit_per_budget_krone,
            ),
            ("irr", results.irr.rate()),
            (
                "person_years_at_full_effect",
                Some(results.person_years_at_full_effect),
            ),
            ("break_even_year", results.break_even_year.map(f64::from)),
        ] {
            self.same(key, found, &expected[key], 0.0);
        }
        let saving = &expected["annual_saving_at_full_effect"];
        let found = results.annual_saving_at_full_effect;
        self.same("gross", Some(found.gross), &saving["gross"], 0.0);
        self.same("net", Some(found.net), &saving["net"], found.gross.abs());
    }

    fn actors(&self, solution: &Solution, results: &Results, expected: &Value) {
        for (actor, found) in solution.actors.iter().zip(&results.by_actor) {
            let expected = &expected[&actor.id];
            let scale = found.paid.abs() + found.gained.abs();
            self.same("paid", Some(found.paid), &expected["paid"], scale);
            self.same("gained", Some(found.gained), &expected["gained"], scale);
            self.same("net", Some(found.net), &expected["net"], scale);
        }
    }

    fn years(&self, solution: &Solution, results: &Results, expected: &[Value]) {
        let e = &results.evaluation;
        assert_eq!(e.years, expected.len(), "{}: years", self.case);
        for (key, series) in [
            ("installed", &e.installed),
            ("new", &e.new),
            ("in_service", &e.in_service),
            ("in_use", &e.in_use),
            ("benefits", &e.benefits),
            ("costs", &e.costs),
            ("outlay", &e.outlay),
            ("tax_financing", &e.tax_financing),
            ("net", &e.net),
            ("discount_factor", &e.discount_factor),
            ("person_years", &e.person_years),
        ] {
            let scale = series.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
            for (year, expected) in expected.iter().enumerate() {
                self.same(key, Some(series[year]), &expected[key], scale);
            }
        }
        for (year, expected) in expected.iter().enumerate() {
            for (index, stream) in solution.benefits.iter().enumerate() {
                let expected = &expected["streams"][&stream.id];
                let quantity = e.quantities[index][year];
                self.same(&stream.id, Some(quantity), &expected["quantity"], 0.0);
                if !expected["value"].is_null() {
                    self.same(
                        &stream.id,
                        Some(e.values[index][year]),
                        &expected["value"],
                        0.0,
                    );
                }
            }
            for (line, id) in e.lines.iter().zip(solution.cost_line_ids()) {
                let scale = line.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
                self.same(&id, Some(line[year]), &expected["cost_lines"][&id], scale);
            }
        }
    }

    /// Differences are judged against what they are differences of.
    #[track_caller]
    fn same(&self, key: &str, found: Option<f64>, expected: &Value, scale: f64) {
        assert!(
            !(expected.is_null() && found.is_some_and(|f| f != 0.0)),
            "{}: {key} = {found:?}, expected none",
            self.case
        );
        let Some(wanted) = expected.as_f64() else {
            return assert!(
                expected.is_null() && found.is_none(),
                "{}: {key} = {found:?}, expected {expected}",
                self.case
            );
        };
        let found =
            found.unwrap_or_else(|| panic!("{}: {key} is none, expected {wanted}", self.case));
        let tolerance = RELATIVE * wanted.abs().max(scale).max(1e-300);
        assert!(
            (found - wanted).abs() <= tolerance,
            "{}: {key} = {found}, expected {wanted}",
            self.case
        );
    }
}
