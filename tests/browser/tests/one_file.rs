//! The simulator as one file: it opens from a disk, asks for nothing, and does what the page of the site does.

use std::fs;
use std::path::PathBuf;

use browser::simulator::{Twin, field, solutions};
use browser::{Engine, Page, Window, told};
use serde_json::json;

#[test]
fn every_solutions_file_opens_from_a_disk_and_says_what_the_library_says() {
    for id in Engine::chosen().some(solutions(), 3) {
        let page = opened(&id);
        let mut twin = Twin::of(&id);
        page.assert_says_what(&twin, &format!("opening the file of {id}"));
        page.fill(&field("reach"), "35");
        twin.choose("reach", 35.0);
        page.assert_says_what(&twin, &format!("moving a control in the file of {id}"));
        page.assert_quiet();
    }
}

#[test]
fn the_file_asks_for_nothing_outside_itself() {
    let page = opened("monitor");
    let elsewhere = |address: &String| !address.starts_with("data:");
    let requests: Vec<String> = page.requests().into_iter().filter(elsewhere).collect();
    assert_eq!(requests, [address("monitor")]);
}

#[test]
fn in_the_file_a_story_is_told_and_the_browsers_back_button_takes_it_back() {
    let page = opened("monitor");
    page.click(".stories button");
    page.wait_until("the address says so", || {
        page.js("return location.search") != ""
    });
    let before = page.js("return history.length");
    page.js("history.back()");
    page.wait_until("the address says what was before", || {
        page.js("return location.search") == ""
    });
    page.wait_until_refined();
    page.assert_says_what(&Twin::default(), "going back");
    assert_eq!(page.js("return history.length"), before);
    page.assert_quiet();
}

#[test]
fn in_the_file_a_scenario_is_kept_until_the_next_visit() {
    let page = opened("monitor");
    page.click("#tool-compare");
    page.wait_for(".kept");
    page.go(&address("monitor"));
    page.wait_for_simulator();
    page.wait_for(".kept");
    page.assert_quiet();
}

#[test]
fn in_the_file_a_file_of_the_visitors_own_is_opened() {
    let page = opened("monitor");
    page.click("[popovertarget=solutions]");
    let own = PathBuf::from(told("DIST")).join("solutions/ferries.json");
    page.upload("#own-file", &own);
    page.wait_for_text("h1", "Elektriske ferjer");
    page.wait_until_refined();
    page.assert_says_what(&Twin::of("ferries"), "opening a file of one's own");
    page.assert_quiet();
}

#[test]
fn in_the_file_everything_can_be_taken_along_and_shown_on_a_stage() {
    let page = opened("monitor");
    page.wait_until_refined();
    page.js("HTMLAnchorElement.prototype.click = function () { (window.saved ??= []).push(this.download) }");
    page.click("#share .take button:nth-of-type(1)");
    page.click("#share .take button:nth-of-type(2)");
    page.click("#figure-flows .figure-table > summary");
    page.click("#figure-flows .take button:nth-of-type(1)");
    page.click("#figure-flows .take button:nth-of-type(2)");
    page.wait_until("all four are saved", || {
        let saved = page.js("return [...(window.saved ?? [])].sort()");
        saved
            == json!([
                "monitor-flows.png",
                "monitor-flows.svg",
                "monitor.csv",
                "monitor.xlsx"
            ])
    });
    page.click("#tool-stage");
    page.wait_for(".stage");
    page.press(".stage", "q");
    page.wait_for(".stage-over");
    assert!(
        page.text(".stage-over")
            .contains("Lenken virker bare på maskinen")
    );
    page.assert_quiet();
}

#[test]
fn a_file_that_knows_of_no_site_has_no_codes_that_lead_there() {
    let page = opened("monitor");
    page.click(".code-details summary");
    assert!(
        page.text(".code-details")
            .contains("Lenken virker bare på maskinen")
    );
    assert_eq!(page.count(".code"), 0);
    assert_eq!(page.count("#embed"), 0);
}

#[test]
fn a_file_that_was_cut_off_on_its_way_says_that_it_does_not_work() {
    let content = fs::read_to_string(path("monitor")).expect("what was built");
    let start = content.find("id=\"packed\">").expect("the packed program") + 200_000;
    let end = content[start..].find("</script>").expect("its end") + start;
    let cut = std::env::temp_dir().join(format!("cut-off-{}.html", std::process::id()));
    fs::write(&cut, content[..start].to_owned() + &content[end..]).expect("a file");
    let page = Page::blank(Window::PHONE);
    page.go(&format!("file://{}", cut.display()));
    page.wait_for("#problem");
    assert!(page.text("#problem").contains("Filen er skadet"));
    assert_eq!(page.text("h1"), "Kontaktløs pasientmonitor");
}

#[test]
fn a_file_with_one_letter_changed_shows_no_figure_that_may_be_wrong() {
    let content = fs::read_to_string(path("monitor")).expect("what was built");
    let start = content.find("id=\"packed\">").expect("the packed program");
    let end = content[start..].find("</script>").expect("its end") + start;
    // The solution is packed last.
    let place = content[..end - 400].rfind('b').expect("some letter");
    let changed = std::env::temp_dir().join(format!("changed-{}.html", std::process::id()));
    fs::write(
        &changed,
        content[..place].to_owned() + "c" + &content[place + 1..],
    )
    .expect("a file");
    let page = Page::blank(Window::PHONE);
    page.go(&format!("file://{}", changed.display()));
    page.wait_for("#problem");
    assert!(page.text("#problem").contains("Filen er skadet"));
    assert_eq!(page.count("#npv"), 0);
}

#[track_caller]
fn opened(id: &str) -> Page {
    let page = Page::blank(Window::DESKTOP);
    page.go(&address(id));
    page.wait_for_simulator();
    page
}

fn address(id: &str) -> String {
    format!("file://{}", path(id).display())
}

fn path(id: &str) -> PathBuf {
    PathBuf::from(told("DIST")).join(format!("nb/{id}/{id}.html"))
}
