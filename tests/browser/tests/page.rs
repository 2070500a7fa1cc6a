//! The page arrives, talks to nobody else, and says so in plain words when it cannot start.

use std::collections::BTreeSet;

use browser::{Page, Site, Window};
use gevinstsimulator::figure::FIGURES;

const MONITOR: &str = "nb/monitor/";

#[test]
fn the_start_page_leads_to_the_solution() {
    let page = Page::open("nb/", Window::PHONE);
    page.click(".card a[href$='/monitor/']");
    assert_eq!(page.path(), MONITOR);
    page.assert_quiet();
}

#[test]
fn the_program_takes_the_place_of_the_first_view() {
    let page = Page::open(MONITOR, Window::DESKTOP);
    page.wait_for_controls();
    assert_eq!(page.count("#loading"), 0);
    assert_eq!(page.count("h1"), 1);
    assert!(!page.visible("#problem"));
    page.assert_quiet();
}

#[test]
#[ignore = "not in WebKit: its driver lets it keep nothing from being preloaded to being used"]
fn each_file_is_asked_for_once() {
    let page = Page::open(MONITOR, Window::PHONE);
    page.wait_for_controls();
    // The icon is wanted by the tab and by the manifest.
    let requests: Vec<String> = page
        .requests()
        .into_iter()
        .filter(|address| !address.ends_with(".svg"))
        .collect();
    let different: BTreeSet<&String> = requests.iter().collect();
    assert_eq!(requests.len(), different.len(), "{requests:#?}");
}

#[test]
#[ignore = "not in WebKit: switches script off"]
fn without_script_the_page_has_its_figures_and_a_way_to_all_that_it_says_with_script() {
    let page = Page::blank(Window::PHONE);
    page.scriptless();
    page.go(MONITOR);
    assert!(page.title().starts_with(&page.text("h1")));
    assert!(page.text("noscript").contains("JavaScript"));
    assert!(page.visible("#npv"));
    assert!(page.visible("#figure-flows .drawing"));
    assert_eq!(page.count("#controls[inert]"), 1);
    assert!(!page.visible("#loading"));
    page.click("noscript a");
    for figure in FIGURES {
        assert!(
            page.visible(&format!("#figure-{figure} .drawing")),
            "{figure}"
        );
    }
    assert!(!page.visible("#figure-actors table"));
    page.click("#figure-actors summary");
    assert!(page.visible("#figure-actors table"));
    assert!(page.visible(".sources a"));
}

#[test]
fn a_program_that_does_not_arrive_is_said_to_be_missing() {
    let site = Site::new();
    site.withhold(".wasm");
    let page = site.page(Window::PHONE);
    page.go(MONITOR);
    page.wait_for("#problem");
    assert_eq!(
        Some(page.text("#problem")),
        page.attribute("#problem", "data-failed")
    );
    assert!(!page.text("h1").is_empty());
}

#[test]
fn a_browser_without_webassembly_is_said_to_be_too_old() {
    let page = Site::with_script("delete window.WebAssembly").page(Window::PHONE);
    page.go(MONITOR);
    page.wait_for("#problem");
    assert!(page.text("#problem").contains("WebAssembly"));
}

#[test]
fn a_solution_that_does_not_arrive_is_said_to_be_missing() {
    let site = Site::new();
    site.withhold("/assets/monitor-");
    let page = site.page(Window::PHONE);
    page.go(MONITOR);
    page.wait_for("#app .failure");
    assert!(page.text("#app .failure").contains("monitor-"));
}
