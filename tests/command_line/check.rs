//! `gevinst check`.

use super::files::{home_with, write};
use super::{MONITOR, fails, gevinst, has, prints};
use serde_json::json;

#[test]
fn a_right_file_gets_one_line() {
    let file = home_with("check-right", |_| {});
    let output = prints(&["check", MONITOR, &file]);
    assert_eq!(output, format!("{MONITOR}: ok\n{file}: ok\n"));
}

#[test]
fn every_problem_is_told_with_file_place_value_and_what_is_allowed() {
    let file = home_with("check-wrong", |file| {
        file["parameters"]["hour"]["likely"] = json!(1);
        file["costs"][0]["pays"] = json!("nobody");
    });
    let ended = gevinst(&["check", &file, MONITOR]);
    let lines: Vec<&str> = ended.output.lines().collect();
    assert_eq!(lines.len(), 3, "{}", ended.output);
    let place = |rest: &str| format!("{file}: {rest}");
    assert!(lines[0].starts_with(&place("costs.")), "{}", lines[0]);
    has(lines[0], &[".pays = «nobody»", "Velg blant: "]);
    assert!(
        lines[1].starts_with(&place("parameters.hour.likely = 1 må være fra ")),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2], format!("{MONITOR}: ok"));
    assert_eq!((ended.errors.as_str(), ended.status), ("", 1));
}

#[test]
fn a_file_that_is_not_json_is_told_with_line_and_column() {
    let file = write("check-no-json", "{\n  nothing");
    let ended = gevinst(&["check", &file]);
    has(&ended.output, &[&file, "ikke gyldig JSON", "linje 2"]);
    assert_eq!(ended.status, 1);
}

#[test]
fn a_missing_file_is_an_error_and_the_others_are_checked_still() {
    let ended = gevinst(&["check", "nowhere.json", MONITOR]);
    assert_eq!(ended.errors, "nowhere.json: Finnes ikke\n");
    assert_eq!(ended.output, format!("{MONITOR}: ok\n"));
    assert_eq!(ended.status, 1);
}

#[test]
fn a_folder_and_a_file_that_is_no_text_are_errors() {
    assert_eq!(
        fails(&["check", "src"], 1),
        "src: Er en mappe, ikke en fil\n"
    );
    let file = write("check-no-text", [0xff, 0xfe]);
    let errors = fails(&["check", &file], 1);
    assert_eq!(errors, format!("{file}: Er ikke tekst i UTF-8\n"));
}
