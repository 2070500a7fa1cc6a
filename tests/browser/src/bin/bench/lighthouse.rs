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

/// What a visitor waits for, whether it is read where the browser was slowed down or reckoned from a quick visit, and how
/// long it may take.
const TIMES: [(&str, bool, f64, &str); 3] = [
    ("largest-contentful-paint", true, 1500.0, "ms"),
    ("cumulative-layout-shift", true, 0.0, ""),
    ("interactive", false, 3000.0, "ms"),
];

pub fn measure() -> Vec<Row> {
    let [reckoned, slowed] = ["LIGHTHOUSE", "LIGHTHOUSE_SLOWED"].map(reports);
    let scores = SCORES.map(|(category, budget)| Row {
        name: format!("Lighthouse, {category}, points missing"),
        measured: middle(&reckoned, |report| {
            let score = report["categories"][category]["score"].as_f64()?;
            Some((100.0 - 100.0 * score).round())
        }),
        budget,
        unit: "",
        beside: found(&reckoned[0], category),
    });
    let times = TIMES.map(|(audit, is_slowed, budget, unit)| {
        let read = |report: &Value| report["audits"][audit]["numericValue"].as_f64();
        let [reckoned, slowed] = [&reckoned, &slowed].map(|reports| middle(reports, read));
        let (measured, beside) = match is_slowed {
            true => (
                slowed,
                format!("reckoned from a quick visit: {reckoned:.0}"),
            ),
            false => (
                reckoned,
                format!("until nothing takes 50 ms any more: {slowed:.0}"),
            ),
        };
        Row {
            name: format!("Slow phone, {}", audit.replace('-', " ")),
            measured,
            budget,
            unit,
            beside,
        }
    });
    scores.into_iter().chain(times).collect()
}

/// The report in the middle says so.
fn middle(reports: &[Value], read: impl Fn(&Value) -> Option<f64>) -> f64 {
    let mut all: Vec<f64> = reports
        .iter()
        .map(|report| read(report).unwrap_or(f64::NAN))
        .collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn reports(of: &str) -> Vec<Value> {
    told(of).lines().map(report).collect()
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
