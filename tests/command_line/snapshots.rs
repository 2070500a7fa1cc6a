//! The results of every published solution, beside those that were last looked at. Where a model or a file is changed
//! on purpose, the snapshots are renewed, and their differences read before they are committed.

use super::{prints, reading, root};
use gevinstsimulator::solution::is_solution_file;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

const RELATIVE: f64 = 1e-9;
const RENEW: &str = "RENEW_SNAPSHOTS=1 cargo test --features cli --test command_line";

#[test]
fn every_published_solution_gives_what_its_snapshot_says() {
    let mut wrong = Vec::new();
    for id in ids("www/solutions") {
        let found = prints(&[
            "run",
            &format!("www/solutions/{id}.json"),
            "--format",
            "json",
        ]);
        let snapshot = snapshot(&id);
        if std::env::var_os("RENEW_SNAPSHOTS").is_some() {
            std::fs::write(&snapshot, &found).unwrap();
        }
        if !snapshot.exists() {
            wrong.push(format!("{}: missing", snapshot.display()));
            continue;
        }
        let found = serde_json::from_str(&found).unwrap();
        let mut differences = Vec::new();
        compare(&id, &found, &reading::json(&snapshot), &mut differences);
        wrong.extend(shortened(differences));
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nIf this is as it must be, renew the snapshots and read what changed:\n{RENEW}\ngit diff tests/snapshots",
        wrong.join("\n")
    );
}

#[test]
fn every_snapshot_is_of_a_published_solution() {
    let solutions = ids("www/solutions");
    for id in ids("tests/snapshots") {
        assert!(
            solutions.contains(&id),
            "tests/snapshots/{id}.json has no www/solutions/{id}.json: delete it"
        );
    }
}

fn snapshot(id: &str) -> PathBuf {
    root().join(format!("tests/snapshots/{id}.json"))
}

/// The names, without `.json`, of the files in a folder.
fn ids(folder: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| is_solution_file(&path.file_name().unwrap().to_string_lossy()))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// The first of many differences, and how many more there are.
fn shortened(mut differences: Vec<String>) -> Vec<String> {
    const MOST: usize = 10;
    if differences.len() > MOST {
        let more = differences.len() - MOST;
        differences.truncate(MOST);
        differences.push(format!("… and {more} more"));
    }
    differences
}

/// Notes where two values differ; numbers may by a billionth of the larger.
fn compare(path: &str, found: &Value, expected: &Value, differences: &mut Vec<String>) {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let keys: BTreeSet<_> = found.keys().chain(expected.keys()).collect();
            for key in keys {
                let [found, expected] = [found, expected].map(|object| object.get(key));
                let path = format!("{path}.{key}");
                match (found, expected) {
                    (Some(found), Some(expected)) => compare(&path, found, expected, differences),
                    (Some(_), None) => differences.push(format!("{path}: new")),
                    _ => differences.push(format!("{path}: missing")),
                }
            }
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            for (place, (found, expected)) in found.iter().zip(expected).enumerate() {
                compare(&format!("{path}[{place}]"), found, expected, differences);
            }
        }
        _ if same(found, expected) => {}
        (Value::Array(found), Value::Array(expected)) => differences.push(format!(
            "{path}: {} entries, expected {}",
            found.len(),
            expected.len()
        )),
        _ => differences.push(format!("{path} = {found}, expected {expected}")),
    }
}

fn same(found: &Value, expected: &Value) -> bool {
    match (found.as_f64(), expected.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= RELATIVE * a.abs().max(b.abs()),
        _ => found == expected,
    }
}

mod comparing {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn differ(found: Value, expected: Value, said: &[&str]) {
        let mut differences = Vec::new();
        compare("x", &found, &expected, &mut differences);
        assert_eq!(differences, said);
    }

    #[test]
    fn a_billionth_is_no_difference_and_more_is() {
        differ(json!({"npv": 1e9 + 0.5}), json!({"npv": 1e9}), &[]);
        differ(
            json!({"npv": 102.5}),
            json!({"npv": 100.5}),
            &["x.npv = 102.5, expected 100.5"],
        );
    }

    #[test]
    fn none_differs_from_a_number() {
        differ(
            json!({"irr": null}),
            json!({"irr": 0.5}),
            &["x.irr = null, expected 0.5"],
        );
    }

    #[test]
    fn keys_and_years_that_come_and_go_differ() {
        differ(
            json!({"a": 1, "years": [1]}),
            json!({"b": 1, "years": [1, 2]}),
            &["x.a: new", "x.b: missing", "x.years: 1 entries, expected 2"],
        );
    }
}
