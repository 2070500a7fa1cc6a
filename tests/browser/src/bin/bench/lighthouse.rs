//! What Lighthouse says of a solution's page, on a phone with a slow network and a slow processor.

use std::fs;

use browser::told;
use serde_json::Value;

use crate::table::Row;

/// How many points of a hundred may be missing, by category.
const SCORES: [(&str, f64); 4] = [
    ("performance", 2.0),
    ("accessibility", 0.0),
    ("best-practices", 0.0),
    ("seo", 0.0),
];

pub fn measure() -> Vec<Row> {
    let reports: Vec<Value> = told("LIGHTHOUSE").lines().map(report).collect();
    let middle = |read: &dyn Fn(&Value) -> Option<f64>| {
        let mut all: Vec<f64> = reports
            .iter()
            .map(|report| read(report).unwrap_or(f64::NAN))
            .collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let scores = SCORES.map(|(category, budget)| Row {
        name: format!("Lighthouse, {category}, points missing"),
        measured: middle(&|report| {
            let score = report["categories"][category]["score"].as_f64()?;
            Some((100.0 - 100.0 * score).round())
        }),
        budget,
        unit: "",
        beside: found(&reports[0], category),
    });
    let times = [
        ("largest-contentful-paint", 1500.0, "ms"),
        ("interactive", 3000.0, "ms"),
        ("cumulative-layout-shift", 0.0, ""),
    ];
    let times = times.map(|(audit, budget, unit)| Row {
        name: format!("Slow phone, {}", audit.replace('-', " ")),
        measured: middle(&|report| report["audits"][audit]["numericValue"].as_f64()),
        budget,
        unit,
        beside: String::new(),
    });
    scores.into_iter().chain(times).collect()
}

fn report(file: &str) -> Value {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What costs the category points.
fn found(report: &Value, category: &str) -> String {
    let audits = report["categories"][category]["auditRefs"].as_array();
    let audits = audits.into_iter().flatten().filter_map(|audit| {
        let id = audit["id"].as_str()?;
        let counts = audit["weight"].as_f64()? > 0.0;
        let short = report["audits"][id]["score"].as_f64()? < 0.9;
        (counts && short).then_some(id)
    });
    audits.collect::<Vec<_>>().join(", ")
}
