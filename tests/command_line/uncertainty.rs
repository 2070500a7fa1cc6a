//! `gevinst run --draws`: keys that stay, and what it adds to the table and the CSV.

use super::draws::{HEADLINES, SERIES, drawn, same};
use super::json::keys;
use super::{MONITOR, has, prints, results_with};

fn names<T>(pairs: &[(&'static str, T)]) -> Vec<&'static str> {
    pairs.iter().map(|(name, _)| *name).collect()
}

#[test]
fn only_draws_add_uncertainty_and_it_comes_last() {
    let without = results_with(&[]);
    let with = results_with(&["--draws", "8"]);
    let both = [keys(&without), vec!["uncertainty"]].concat();
    assert_eq!(keys(&with), both);
    for key in keys(&without) {
        assert_eq!(with[key], without[key], "{key}");
    }
}

#[test]
fn the_keys_are_those_that_are_documented() {
    let found = drawn(&["--draws", "32"]);
    let expected = [
        "draws",
        "seed",
        "headlines",
        "years",
        "probability_npv_positive",
        "tornado",
        "variance_share",
        "evppi",
        "evpi",
        "thresholds",
    ];
    assert_eq!(keys(&found), expected);
    assert_eq!(keys(&found["headlines"]), names(&HEADLINES));
    assert_eq!(
        keys(&found["years"][0]),
        [vec!["year"], names(&SERIES)].concat()
    );
    for band in [&found["headlines"]["npv"], &found["years"][0]["net"]] {
        assert_eq!(keys(band), ["p10", "p50", "p90"]);
    }
    let swing = &found["tornado"][0];
    let parts = ["parameter", "p10", "p90", "npv_at_p10", "npv_at_p90"];
    assert_eq!(keys(swing), parts);
    let threshold = &found["thresholds"][0];
    assert_eq!(keys(threshold), ["parameter", "npv_zero", "claim"]);
    assert_eq!(keys(&threshold["npv_zero"]), ["value", "reached"]);
    let readme = std::fs::read_to_string(super::root().join("README.md")).unwrap();
    let rest = ["above", "below", "always", "never", "uncertainty"];
    for key in [
        &expected[..],
        &names(&HEADLINES),
        &names(&SERIES),
        &parts,
        &rest,
    ]
    .concat()
    {
        has(&readme, &[&format!("`{key}`")]);
    }
}

#[test]
fn every_list_of_parameters_has_the_order_of_the_tornado() {
    let found = drawn(&["--draws", "32"]);
    let list = |key: &str| -> Vec<&str> {
        let list = found[key].as_array().unwrap().iter();
        list.map(|entry| entry["parameter"].as_str().unwrap())
            .collect()
    };
    let parameters = list("tornado");
    assert!(parameters.len() > 10, "{parameters:?}");
    assert_eq!(list("thresholds"), parameters);
    assert_eq!(keys(&found["variance_share"]), parameters);
    assert_eq!(keys(&found["evppi"]), parameters);
}

#[test]
fn the_csv_has_the_bands_of_the_json_after_its_own_columns() {
    let arguments = ["run", MONITOR, "--format", "csv"];
    let without = prints(&arguments);
    let with = prints(&[&arguments[..], &["--draws", "64"]].concat());
    let found = drawn(&["--draws", "64"]);
    let keys = SERIES
        .iter()
        .flat_map(|(key, _)| ["p10", "p50", "p90"].map(|part| (key, part)));
    let lines = without.lines().zip(with.lines());
    for (place, (without, with)) in lines.enumerate() {
        let added: Vec<&str> = with.strip_prefix(without).unwrap()[1..]
            .split(',')
            .collect();
        assert_eq!(added.len(), 21);
        for ((key, part), field) in keys.clone().zip(added) {
            match place.checked_sub(1) {
                None => assert_eq!(field, format!("{key}_{part}")),
                Some(year) => same(&found["years"][year][key][part], field.parse().unwrap()),
            }
        }
    }
}

#[test]
fn the_table_ends_with_the_chance_of_gain_the_ranges_and_what_matters_most() {
    let without = prints(&["run", MONITOR]);
    let with = prints(&["run", MONITOR, "--draws", "4095"]);
    let block = with.strip_prefix(&without).unwrap();
    has(
        block,
        &["\nGevinst er sannsynlig: 6", "--draws 4096 --seed 2016\n"],
    );
    let ranges = block
        .lines()
        .filter(|line| line.contains("  Åtte av ti utfall: "));
    assert_eq!(ranges.count(), 4);
    has(
        block,
        &["Mest avhenger av svaret på «Hvor mye kortere blir oppholdene?»\n"],
    );
    let (_, swings) = block.split_once("Netto nåverdi ved høyt anslag\n").unwrap();
    assert_eq!(swings.lines().count(), 8, "{swings}");
}

#[test]
fn where_nothing_varies_the_table_has_neither_ranges_nor_what_matters_most() {
    let nothing = ["run", MONITOR, "--set", "reach=0", "--set", "pilot=0"];
    let without = prints(&nothing);
    let with = prints(&[&nothing[..], &["--draws", "8"]].concat());
    let block = with.strip_prefix(&without).unwrap();
    assert!(
        !block.contains("Åtte av ti") && !block.contains("Mest avhenger av"),
        "{block}"
    );
    has(block, &["--draws 8 --seed 2016\n"]);
}
