//! The JSON Schema of solution files: not stale, and of one mind with the reader.

use gevinstsimulator::solution::{is_solution_file, read, schema::schema};
use serde_json::{Value, json};
use std::path::PathBuf;

const HOME: &str = include_str!("solution_files/home.json");

fn published() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/solutions")
}

fn home() -> Value {
    serde_json::from_str(HOME).unwrap()
}

/// What the schema says of a file; nothing where it is right.
fn problems(file: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema().as_value()).unwrap();
    let problems = validator.iter_errors(file);
    problems.map(|problem| problem.to_string()).collect()
}

#[test]
fn the_stored_schema_is_the_one_that_the_program_makes() {
    let path = published().join("solution.schema.json");
    let now = schema();
    if std::env::var_os("RENEW_SCHEMA").is_some() {
        std::fs::write(&path, format!("{:#}\n", now.as_value())).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        serde_json::from_str(&stored).ok().as_ref() == Some(now.as_value()),
        "{} is stale: `RENEW_SCHEMA=1 cargo test --features cli --test schema` makes it anew",
        path.display()
    );
}

#[test]
fn every_solution_file_refers_to_the_schema_and_fits_it() {
    for entry in std::fs::read_dir(published()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !is_solution_file(&name) {
            continue;
        }
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(file["$schema"], "solution.schema.json", "{name}");
        assert_eq!(problems(&file), [""; 0], "{name}");
    }
}

#[test]
fn the_smallest_right_file_fits_the_schema() {
    assert_eq!(problems(&home()), [""; 0]);
}

/// The fields that the reader knows of an object of the file, which it lists when it meets another.
#[track_caller]
fn fields_read(place: &str) -> Vec<String> {
    let mut file = home();
    file.pointer_mut(place).unwrap()["zzz"] = json!(1);
    let said = read(&file.to_string()).unwrap_err().to_string();
    let known = said.split("zzz: unknown field; known: ").nth(1);
    let known = known.unwrap_or_else(|| panic!("{place}: {said}"));
    let known = known.lines().next().unwrap_or_default();
    sorted(known.split(", ").map(str::to_owned))
}

/// The fields that the schema has of an object.
#[track_caller]
fn fields_of_schema(definition: &str) -> Vec<String> {
    let schema = schema();
    let schema = schema.as_value();
    let object = match definition {
        "File" => schema,
        name => &schema["$defs"][name],
    };
    let properties = object["properties"].as_object();
    let properties = properties.unwrap_or_else(|| panic!("no {definition}"));
    sorted(properties.keys().cloned())
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn the_schema_has_the_fields_that_the_reader_knows() {
    for (place, definition) in [
        ("", "File"),
        ("/name", "Text"),
        ("/unit", "UnitWords"),
        ("/actors/0", "Actor"),
        ("/sources/0", "Source"),
        ("/claims/0", "Claim"),
        ("/rollout", "Rollout"),
        ("/carbon_price", "Path"),
        ("/parameters/hours", "Parameter"),
    ] {
        assert_eq!(fields_read(place), fields_of_schema(definition), "{place}");
    }
}

#[test]
fn the_schema_has_the_fields_that_the_reader_knows_of_any_benefit_and_any_cost() {
    let of_any = |list: &str, field: &str, kinds: &[&str]| {
        let mut known: Vec<String> = Vec::new();
        for kind in kinds {
            let mut file = home();
            file[list][0][field] = json!(kind);
            file[list][0]["zzz"] = json!(1);
            let said = read(&file.to_string()).unwrap_err().to_string();
            let fields = said.split("zzz: unknown field; known: ").nth(1).unwrap();
            known.extend(
                fields
                    .lines()
                    .next()
                    .unwrap()
                    .split(", ")
                    .map(str::to_owned),
            );
        }
        known.sort();
        known.dedup();
        known
    };
    let kinds = ["time", "money", "emissions", "health", "count"];
    assert_eq!(
        of_any("benefits", "kind", &kinds),
        fields_of_schema("Benefit")
    );
    let timings = [
        "once",
        "per_buyer",
        "per_new_unit",
        "per_unit_year",
        "per_unit_in_use_year",
    ];
    assert_eq!(
        of_any("costs", "timing", &timings),
        fields_of_schema("Cost")
    );
}

#[test]
fn what_the_schema_refuses_the_reader_refuses_too() {
    let changes: [fn(&mut Value); 8] = [
        |file| file["colour"] = json!("red"),
        |file| file["id"] = json!("to hus"),
        |file| file["first_year"] = json!(1800),
        |file| file["name"] = json!("Et hus"),
        |file| file["benefits"][0]["kind"] = json!("joy"),
        |file| file["costs"][0]["timing"] = json!("never"),
        |file| file["parameters"]["hours"]["likely"] = json!("many"),
        |file| file["sources"][0]["address"] = json!("ftp://here"),
    ];
    for change in changes {
        let mut file = home();
        change(&mut file);
        assert!(!problems(&file).is_empty(), "{file}");
        assert!(read(&file.to_string()).is_err(), "{file}");
    }
}
