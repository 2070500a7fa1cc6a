//! What does not arrive or arrives broken is said in plain words; the page is never blank.

use std::path::Path;

use axum::http::StatusCode;
use browser::simulator::{FILE, MONITOR, Twin, packed, slider};
use browser::{Key, Page, Site, Window, told};
use serde_json::Value;

#[test]
fn a_solution_that_is_not_there_is_said_to_be_missing() {
    let page = open(&answering(StatusCode::NOT_FOUND, b"Not found"));
    assert_says(&page, &format!("Fant ikke ../../{}", packed()));
    assert_only_the_browser_complains(&page);
}

#[test]
fn a_server_that_fails_is_said_to_have_given_no_solution() {
    let page = open(&answering(StatusCode::INTERNAL_SERVER_ERROR, b""));
    assert_says(&page, &format!("Fant ikke ../../{}", packed()));
    assert_only_the_browser_complains(&page);
}

#[test]
fn a_solution_that_is_missing_is_not_blamed_on_the_visitors_connection() {
    let page = open(&answering(StatusCode::NOT_FOUND, b"Not found"));
    assert_says(&page, &packed());
    let message = page.text("#app .failure");
    assert!(!message.contains("nettforbindelsen"), "{message}");
}

#[test]
fn what_a_network_answers_in_the_place_of_a_solution_is_said_not_to_be_it() {
    let whole = solution();
    let half = &whole[..whole.len() / 2];
    for body in [b"<!doctype html><title>Logg inn</title>", &b""[..], half] {
        let page = open(&answering(StatusCode::OK, body));
        assert_says(&page, &format!("Fikk ikke hentet ../../{}", packed()));
        page.assert_quiet();
    }
}

#[test]
fn a_file_that_is_not_json_is_said_to_be_broken_and_the_page_shows_its_own() {
    let whole = file();
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    for body in ["<!doctype html><title>Logg inn</title>", "", &half] {
        let page = open_file(body);
        assert_tells(&page, "ikke gyldig JSON");
        page.wait_for_simulator();
        page.assert_says_what(&Twin::default(), "a file that is not JSON");
        page.assert_quiet();
    }
}

#[test]
fn a_figure_out_of_bounds_is_pointed_at_with_what_is_allowed() {
    let page = open_file(&with("stay_reduction", "likely", 7.5));
    for part in ["stay_reduction", "7.5", "-0.05", "0.2"] {
        assert_tells(&page, part);
    }
    page.assert_quiet();
}

#[test]
fn every_wrong_figure_of_a_file_is_pointed_at() {
    let mut json: Value = serde_json::from_str(&file()).expect("JSON");
    for parameter in ["stay_reduction", "minutes", "trusts"] {
        json["parameters"][parameter]["likely"] = (-1e6).into();
    }
    let page = open_file(&json.to_string());
    for parameter in ["stay_reduction", "minutes", "trusts"] {
        assert_tells(&page, parameter);
    }
    page.assert_quiet();
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_norwegian() {
    for answer in ["no JSON".to_owned(), with("stay_reduction", "likely", 7.5)] {
        let page = open_file(&answer);
        page.wait_for(".notice li");
        let problem = page.text(".notice li");
        for english in [" must ", " between ", " and ", "expected", " line "] {
            assert!(!problem.contains(english), "{english:?} is in {problem:?}");
        }
    }
}

#[test]
fn an_address_in_a_message_does_not_leave_a_narrow_window() {
    let page = Page::blank(Window {
        width: 320,
        height: 740,
    });
    page.go(&format!("{MONITOR}?file={}.json", "long".repeat(20)));
    page.wait_for(".notice");
    let wider = page.js("return document.documentElement.scrollWidth - innerWidth");
    assert!(wider.as_i64().is_some_and(|wider| wider <= 0), "{wider}");
}

#[test]
fn a_page_that_cannot_show_its_solution_still_says_which_one_it_is_and_leads_home() {
    let page = open(&answering(StatusCode::NOT_FOUND, b"Not found"));
    page.wait_for("#app .failure");
    assert_eq!(page.texts("h1"), ["Kontaktløs pasientmonitor"]);
    assert_eq!(page.count("a.site-name"), 1);
}

#[test]
fn trying_again_when_the_network_is_back_shows_the_page() {
    let site = Site::new();
    site.withhold(&packed());
    let page = open(&site);
    assert_says(&page, "Sjekk nettforbindelsen, og prøv igjen.");
    assert_eq!(page.text("#app .failure button"), "Prøv igjen");
    site.mend();
    page.click("#app .failure button");
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "trying again");
    assert_eq!(page.count(".message #app .failure"), 0);
    assert_only_the_browser_complains(&page);
    page.assert_nothing_sent_elsewhere();
}

#[test]
fn without_the_rest_of_the_program_the_headlines_follow_and_it_comes_with_the_network() {
    let site = Site::new();
    site.withhold("/assets/rest-");
    let page = open(&site);
    page.wait_for_controls();
    let mut twin = Twin::default();
    // What is far below what can be seen has no text as it is seen.
    let word = "return document.querySelector('main > [role=status]')?.textContent";
    page.wait_until("a word on the rest", || {
        page.js(word) == twin.texts().rest_delayed
    });
    let before = page.text("#npv");
    page.press(&slider("reach"), Key::Home);
    page.wait_until("the headline follows", || page.text("#npv") != before);
    assert_eq!(page.count("#method"), 0);
    site.mend();
    page.wait_for_simulator();
    twin.choose("reach", twin.control("reach").min);
    page.assert_says_what(&twin, "the rest has come");
    assert_eq!(page.count("main > [role=status]"), 0);
    page.assert_nothing_sent_elsewhere();
}

#[test]
fn a_server_that_does_not_know_webassembly_serves_the_whole_page_all_the_same() {
    let site = Site::new();
    site.call(".wasm", "application/octet-stream");
    let page = open(&site);
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "opening");
}

#[test]
fn trying_again_while_the_network_is_still_away_says_so_again() {
    let (site, solution) = (Site::new(), packed());
    site.withhold(&solution);
    let page = open(&site);
    for _ in 0..3 {
        let asked = site.asked_for(&solution);
        page.click("#app .failure button");
        page.wait_until("the solution is asked for again", || {
            site.asked_for(&solution) > asked
        });
        assert_says(&page, "Fikk ikke hentet");
    }
    assert_only_the_browser_complains(&page);
}

#[test]
fn trying_again_when_the_server_has_been_mended_shows_the_page() {
    let site = answering(StatusCode::SERVICE_UNAVAILABLE, b"");
    let page = open(&site);
    page.wait_for("#app .failure button");
    site.mend();
    page.click("#app .failure button");
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "trying again");
    assert_only_the_browser_complains(&page);
}

#[test]
fn trying_again_by_the_keyboard_works_too() {
    let site = answering(StatusCode::SERVICE_UNAVAILABLE, b"");
    let page = open(&site);
    page.wait_for("#app .failure button");
    site.mend();
    page.press("#app .failure button", Key::Enter.value().to_string());
    page.wait_for_simulator();
    assert_only_the_browser_complains(&page);
}

#[test]
fn while_the_solution_is_on_its_way_to_a_scenario_the_page_says_so() {
    let page = waiting_for_its_solution("nb/monitor/?v=1&reach=0.5");
    page.wait_for("#loading");
    assert_eq!(page.text("#loading"), "Henter tallene …");
    assert_eq!(page.texts("h1"), ["Kontaktløs pasientmonitor"]);
    page.js("letItCome()");
    page.wait_for_simulator();
    let mut twin = Twin::default();
    twin.choose("reach", 50.0);
    page.assert_says_what(&twin, "waiting");
    page.assert_quiet();
}

#[test]
fn while_the_solution_is_on_its_way_the_figures_are_there_and_nothing_can_be_moved() {
    let page = waiting_for_its_solution(MONITOR);
    let twin = Twin::default();
    assert_eq!(page.text("#npv"), "917 mill. kr".replace(' ', "\u{a0}"));
    assert!(page.count("#controls[inert] input[type=range]") > 0);
    assert_eq!(page.count("#controls:not([inert])"), 0);
    assert!(!page.visible("#loading"));
    page.js("letItCome()");
    page.wait_for_simulator();
    page.assert_says_what(&twin, "waiting");
}

#[test]
fn who_reads_on_before_the_program_is_there_stays_where_they_are() {
    const PLACE: &str = "return [scrollY, document.activeElement.textContent]";
    let page = waiting_for_its_solution(MONITOR);
    page.js("document.querySelector('.claim a').focus(); scrollTo(0, 900)");
    let before = page.js(PLACE);
    assert_eq!(before[0], 900);
    assert!(
        before[1]
            .as_str()
            .is_some_and(|link| link.starts_with("Kilde")),
        "{before}"
    );
    page.js("letItCome()");
    page.wait_for_simulator();
    assert_eq!(page.js(PLACE), before);
}

/// The monitor's page at a site.
#[track_caller]
fn open(site: &Site) -> Page {
    let page = site.page(Window::PHONE);
    page.go(MONITOR);
    page
}

/// A site that answers this in the place of the monitor's solution.
fn answering(status: StatusCode, body: &[u8]) -> Site {
    let site = Site::new();
    site.answer(&packed(), status, body);
    site
}

/// A page that is asked for a file in whose place there is this.
#[track_caller]
fn open_file(body: &str) -> Page {
    let site = Site::new();
    site.answer(FILE, StatusCode::OK, body.as_bytes());
    let page = site.page(Window::PHONE);
    page.go(&format!("{MONITOR}?file=../../{FILE}"));
    page
}

/// The solution as the page has it.
fn solution() -> Vec<u8> {
    std::fs::read(Path::new(&told("DIST")).join(packed())).expect("what was built")
}

/// The solution file.
fn file() -> String {
    let path = Path::new(&told("DIST")).join(FILE);
    std::fs::read_to_string(path).expect("what was built")
}

/// The solution file with a parameter's field changed.
fn with(parameter: &str, field: &str, value: f64) -> String {
    let mut json: Value = serde_json::from_str(&file()).expect("JSON");
    json["parameters"][parameter][field] = value.into();
    json.to_string()
}

/// A page whose solution arrives when `letItCome` is called.
#[track_caller]
fn waiting_for_its_solution(path: &str) -> Page {
    let site = Site::with_script(
        "const real = window.fetch;
         window.fetch = (what, ...more) => (what.url ?? String(what)).includes('/assets/monitor-')
           ? new Promise(done => window.letItCome = () => done(real(what, ...more)))
           : real(what, ...more)",
    );
    let page = site.page(Window::PHONE);
    page.go(path);
    page.wait_until("the solution is asked for", || {
        page.js("return typeof letItCome") == "function"
    });
    page
}

/// A notice has this.
#[track_caller]
fn assert_tells(page: &Page, text: &str) {
    page.wait_until(&format!("a notice has {text:?}"), || {
        page.texts(".notice")
            .iter()
            .any(|notice| notice.contains(text))
    });
}

/// A message with this text can be seen, and no heap of code, `undefined` or nothing.
#[track_caller]
fn assert_says(page: &Page, text: &str) {
    page.wait_for("#app .failure");
    page.wait_until(&format!("the message has {text:?}"), || {
        page.texts("#app .failure")
            .iter()
            .any(|message| message.contains(text))
    });
    let seen = page.text("body");
    for raw in ["undefined", "panicked", "[object", "Error("] {
        assert!(!seen.contains(raw), "{raw} in {seen:?}");
    }
}

/// In the console stands what the browser itself says of the network, and nothing of ours.
#[track_caller]
fn assert_only_the_browser_complains(page: &Page) {
    let ours: Vec<String> = page
        .console()
        .into_iter()
        .filter(|entry| !entry.contains("Failed to load resource"))
        .collect();
    assert_eq!(ours, [""; 0]);
    page.assert_nothing_sent_elsewhere();
}
