//! `gevinst list`.

use super::files::home_with;
use super::{MONITOR, empty_folder, fails, gevinst, has, prints, results_with};
use gevinstsimulator::solution::is_solution_file;
use gevinstsimulator::text::Language;
use serde_json::json;
use std::path::Path;

#[test]
fn the_published_solutions_are_listed_with_id_name_and_net_present_value() {
    let listed = prints(&["list"]);
    assert_eq!(listed, prints(&["list", "www/solutions"]));
    let line = listed.lines().find(|line| line.starts_with("monitor "));
    let npv = results_with(&[])["npv"].as_f64().unwrap();
    let money = Language::Nb.texts().numbers.money(npv);
    has(line.unwrap(), &["Kontaktløs pasientmonitor", &money]);
}

#[test]
fn every_published_file_is_listed() {
    let folder = std::fs::read_dir(super::root().join("www/solutions")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name());
    let files = names.filter(|name| is_solution_file(&name.to_string_lossy()));
    assert_eq!(prints(&["list"]).lines().count(), 1 + files.count());
}

#[test]
fn a_broken_file_is_told_and_the_rest_is_listed() {
    let broken = home_with("list-broken", |file| {
        file["parameters"]["hour"]["likely"] = json!(1);
    });
    let folder = Path::new(&broken).parent().unwrap();
    std::fs::copy(super::root().join(MONITOR), folder.join("monitor.json")).unwrap();
    std::fs::write(folder.join("notes.txt"), "no solution").unwrap();
    let ended = gevinst(&["list", folder.to_str().unwrap()]);
    has(&ended.errors, &[&broken, "parameters.hour.likely = 1"]);
    assert_eq!(ended.errors.lines().count(), 1, "{}", ended.errors);
    has(&ended.output, &["monitor "]);
    assert_eq!((ended.output.lines().count(), ended.status), (2, 1));
}

#[test]
fn a_folder_that_is_missing_or_has_no_solutions_is_an_error() {
    assert_eq!(fails(&["list", "nowhere"], 1), "nowhere: Finnes ikke\n");
    let folder = empty_folder("list-empty");
    let errors = fails(&["list", folder.to_str().unwrap()], 1);
    has(&errors, &["ingen løsningsfiler"]);
}
