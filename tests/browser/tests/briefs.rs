//! Briefs as a browser prints them.

use std::path::{Path, PathBuf};
use std::process::Command;

use browser::simulator::solutions;
use browser::{Page, Window, told};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{Solution, read};

const TOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn file(id: &str) -> PathBuf {
    Path::new(TOP).join(format!("www/solutions/{id}.json"))
}

/// A file of a test's own that is not there.
fn new_file(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path
}

#[track_caller]
fn run(program: &mut Command) {
    let ended = program.output().unwrap();
    let errors = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{program:?}: {errors}");
}

/// How many sheets of paper a brief is that was written with these choices.
#[track_caller]
fn sheets(id: &str, choices: &[String], link: &str) -> usize {
    let brief = new_file(&format!("brief-{id}-{}.html", choices.len()));
    let mut gevinst = Command::new(told("GEVINST"));
    gevinst.arg("brief").arg(file(id)).args(choices);
    gevinst.args(["--link", link]).arg("--output").arg(&brief);
    run(&mut gevinst);
    let page = Page::blank(Window::DESKTOP);
    page.go(&format!("file://{}", brief.display()));
    page.sheets()
}

/// Everything that can be moved, moved a tenth of the way to its end, as the command line takes it.
fn all_moved(solution: &Solution) -> Vec<String> {
    let mut scenario = Scenario::new(solution);
    let mut choices = ["--curve", "linear"].map(str::to_owned).to_vec();
    for (place, about) in solution.parameters.iter().enumerate() {
        let end = about.bounds[1];
        let value = about.likely + ((end - about.likely) / 10.0).max(about.step).min(end);
        if scenario.set(solution, place, value).is_ok() {
            choices.extend(["--set".to_owned(), format!("{}={value}", about.id)]);
        }
    }
    choices
}

#[test]
#[ignore = "not in WebKit: prints"]
fn the_brief_of_every_solution_is_one_page_of_paper() {
    for id in solutions() {
        let link = format!("https://innovativeanskaffelser.no/gevinst/nb/{id}/");
        assert_eq!(sheets(&id, &[], &link), 1, "{id}");
    }
}

#[test]
#[ignore = "not in WebKit: prints"]
fn a_brief_is_one_page_of_paper_even_where_everything_was_changed() {
    for id in solutions() {
        let solution = read(&std::fs::read_to_string(file(&id)).unwrap()).unwrap();
        let choices = all_moved(&solution);
        assert!(choices.len() > 40, "{id}: {choices:?}");
        let changes = choices.join("&");
        let link = format!("https://innovativeanskaffelser.no/gevinst/nb/{id}/?{changes}");
        assert_eq!(sheets(&id, &choices, &link), 1, "{id}");
    }
}
