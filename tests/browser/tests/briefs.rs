//! Briefs as a browser prints them.

use std::path::{Path, PathBuf};
use std::process::Command;

use browser::simulator::solutions;
use browser::told;
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

/// How many pages a brief has on paper that was written with these choices.
#[track_caller]
fn pages(id: &str, choices: &[String], link: &str) -> usize {
    let name = format!("{id}-{}", choices.len());
    let [html, pdf, profile] =
        ["html", "pdf", "profile"].map(|kind| new_file(&format!("brief-{name}.{kind}")));
    let mut gevinst = Command::new(told("GEVINST"));
    gevinst.arg("brief").arg(file(id)).args(choices);
    gevinst.args(["--link", link]).arg("--output").arg(&html);
    run(&mut gevinst);
    let mut browser = Command::new(told("BROWSER"));
    browser.args([
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--no-pdf-header-footer",
        &format!("--user-data-dir={}", profile.display()),
        &format!("--print-to-pdf={}", pdf.display()),
        &format!("file://{}", html.display()),
    ]);
    run(&mut browser);
    let _ = std::fs::remove_dir_all(profile);
    let text = std::fs::read(&pdf).unwrap();
    let text = String::from_utf8_lossy(&text);
    // A page's object says that it is one, and its parent that it is pages.
    let pages = text.split("/Type /Page").skip(1);
    pages.filter(|after| !after.starts_with('s')).count()
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
#[ignore = "needs Chromium: prints"]
fn the_brief_of_every_solution_is_one_page_of_paper() {
    for id in solutions() {
        let link = format!("https://innovativeanskaffelser.no/gevinst/nb/{id}/");
        assert_eq!(pages(&id, &[], &link), 1, "{id}");
    }
}

#[test]
#[ignore = "needs Chromium: prints"]
fn a_brief_is_one_page_of_paper_even_where_everything_was_changed() {
    for id in solutions() {
        let solution = read(&std::fs::read_to_string(file(&id)).unwrap()).unwrap();
        let choices = all_moved(&solution);
        assert!(choices.len() > 40, "{id}: {choices:?}");
        let changes = choices.join("&");
        let link = format!("https://innovativeanskaffelser.no/gevinst/nb/{id}/?{changes}");
        assert_eq!(pages(&id, &choices, &link), 1, "{id}");
    }
}
