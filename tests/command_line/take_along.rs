//! Files to take along: the brief, the pictures and the workbook.

use super::{MONITOR, empty_folder, fails, has, prints};
use gevinstsimulator::figure::FIGURES;

#[test]
fn a_brief_is_written_to_the_file_that_is_named() {
    let path = empty_folder("brief").join("notat.html");
    let output = path.to_str().unwrap();
    assert_eq!(prints(&["brief", MONITOR, "--output", output]), "");
    let page = std::fs::read_to_string(&path).unwrap();
    has(
        &page,
        &["<h1>Kontaktløs pasientmonitor</h1>", "sparer landet"],
    );
}

#[test]
fn without_a_file_the_brief_is_printed_and_it_is_of_what_was_chosen() {
    let page = prints(&["brief", MONITOR, "--set", "reach=50%"]);
    has(&page, &["fra 80 til 50\u{a0}%", "</html>"]);
}

#[test]
fn a_brief_says_the_same_however_often_it_is_written() {
    assert_eq!(prints(&["brief", MONITOR]), prints(&["brief", MONITOR]));
}

#[test]
fn every_figure_is_a_picture_with_the_address_that_was_given() {
    for figure in FIGURES {
        let link = "https://example.no/nb/monitor/";
        let svg = prints(&["picture", MONITOR, "--figure", figure, "--link", link]);
        assert!(
            svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>"),
            "{figure}"
        );
        has(&svg, &[link]);
    }
}

#[test]
fn the_figure_over_time_shows_whose_kroner_and_which_years_it_is_asked_for() {
    let picture =
        |choices: &[&str]| prints(&[&["picture", MONITOR, "--figure", "flows"], choices].concat());
    has(&picture(&["--flow", "cumulated"]), &["Samlet netto"]);
    has(&picture(&["--view", "budget"]), &["Innsparing"]);
}

#[test]
fn a_workbook_is_written_to_the_file_that_is_named() {
    let path = empty_folder("workbook").join("monitor.xlsx");
    let output = path.to_str().unwrap();
    assert_eq!(prints(&["workbook", MONITOR, "--output", output]), "");
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    let nowhere = path.with_file_name("finnes-ikke").join("monitor.xlsx");
    let nowhere = nowhere.to_str().unwrap();
    let errors = fails(&["workbook", MONITOR, "--output", nowhere], 1);
    has(&errors, &["Mappen finnes ikke"]);
}

#[test]
fn a_picture_must_be_of_a_figure() {
    let errors = fails(&["picture", MONITOR, "--figure", "flyt"], 2);
    has(
        &errors,
        &["flows, certainty, importance, person-years, rollout, actors"],
    );
    has(&fails(&["picture", MONITOR], 2), &["--figure mangler."]);
}

#[test]
fn where_nothing_is_uncertain_there_is_no_picture_of_it() {
    let json = std::fs::read_to_string(MONITOR).unwrap();
    assert!(json.contains("range"));
    let errors = fails(
        &[
            "picture",
            MONITOR,
            "--figure",
            "importance",
            "--set",
            "reach=0",
            "--set",
            "pilot=0",
        ],
        1,
    );
    has(&errors, &["ingenting å vise i «importance»"]);
}

#[test]
fn an_address_must_be_one() {
    let errors = fails(&["brief", MONITOR, "--link", "javascript:alert(1)"], 2);
    has(&errors, &["Adressen må begynne med https://"]);
}

#[test]
fn a_file_that_cannot_be_written_is_said() {
    let errors = fails(
        &["brief", MONITOR, "--output", "no/such/folder/notat.html"],
        1,
    );
    has(
        &errors,
        &["notat.html: Får ikke skrevet filen: Mappen finnes ikke"],
    );
}
