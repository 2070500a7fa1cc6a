//! axe-core, which looks for breaches of WCAG 2.2 at levels A and AA and of good practice, finds none.

use std::path::Path;
use std::sync::LazyLock;

use browser::simulator::{field, slider, solutions_of_this_engine};
use browser::{Engine, Key, Page, Site, Window, told};
use gevinstsimulator::figure::FIGURES;
use gevinstsimulator::solution::Language;
use serde_json::json;

use super::open_everything;

/// What it looks for.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The tool, as the lock file names it.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = "node_modules/axe-core/axe.min.js";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}: run `cargo xtask test`", file.display()))
});

/// Every breach of the rules, with the first elements that it is about.
#[track_caller]
fn assert_accessible(page: &Page, state: &str) {
    page.js(&AXE);
    let found = page.js(&format!(
        "return axe.run({{runOnly: {}, resultTypes: ['violations'], iframes: false}}).then(({{violations}}) =>
           violations.flatMap(({{id, help, nodes}}) => nodes.slice(0, 3).map(({{html}}) =>
             `${{id}}: ${{help}}: ${{html.slice(0, 160)}}`)))",
        json!(RULES),
    ));
    assert_eq!(found, json!([]), "{state}: {found:#}");
}

/// Does the same by day on a computer, and by night on a phone: WebKit's driver cannot make it night.
#[track_caller]
fn by_day_and_by_night(visit: impl Fn(&Page, &str)) {
    at_by_day_and_by_night(&Site::new(), visit);
}

#[track_caller]
fn at_by_day_and_by_night(site: &Site, visit: impl Fn(&Page, &str)) {
    visit(&site.page(Window::DESKTOP), "by day");
    if Engine::chosen() != Engine::WebKit {
        let page = site.page(Window::PHONE);
        page.dark();
        visit(&page, "by night");
    }
}

/// The codes of the languages that a state of the page is looked at in: all in Chromium, elsewhere the first.
fn languages(page: &Page) -> Vec<&'static str> {
    let languages = page.engine().some(Language::ALL, usize::MAX);
    languages.into_iter().map(Language::code).collect()
}

#[track_caller]
fn simulator(page: &Page, path: &str) {
    page.go(path);
    page.wait_for_simulator();
}

#[test]
fn a_tool_that_finds_nothing_here_finds_what_is_wrong() {
    let page = Page::open("nb/", Window::DESKTOP);
    page.js("document.querySelector('h1').outerHTML = '<img src=\"data:,\">'");
    let accessible = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        assert_accessible(&page, "an image without a text");
    }));
    let found = accessible.expect_err("a breach");
    let found = found.downcast_ref::<String>().map_or("", String::as_str);
    assert!(found.contains("image-alt"), "{found}");
}

#[test]
fn every_solutions_page_with_all_that_can_be_opened() {
    by_day_and_by_night(|page, when| {
        let solutions = solutions_of_this_engine();
        for (code, id) in languages(page)
            .into_iter()
            .flat_map(|code| solutions.iter().map(move |id| (code, id)))
        {
            simulator(page, &format!("{code}/{id}/"));
            assert_accessible(page, &format!("{id} in {code} {when}"));
            open_everything(page);
            assert_accessible(page, &format!("{id} in {code} {when}, opened"));
        }
    });
}

#[test]
fn every_language() {
    by_day_and_by_night(|page, when| {
        for language in [Language::Nn, Language::En] {
            let path = format!("{}/monitor/", language.code());
            simulator(page, &path);
            open_everything(page);
            assert_accessible(page, &format!("{path} {when}"));
        }
    });
}

#[test]
fn pages_beside_the_solutions() {
    by_day_and_by_night(|page, when| {
        for code in languages(page) {
            for path in ["", "accessibility.html", "monitor/in-full.html"] {
                let path = format!("{code}/{path}");
                page.go(&path);
                open_everything(page);
                assert_accessible(page, &format!("{path} {when}"));
            }
        }
        let file = Path::new(&told("DIST")).join("nb/monitor/monitor.html");
        simulator(page, &format!("file://{}", file.display()));
        assert_accessible(page, &format!("the one file {when}"));
    });
}

#[test]
fn a_scenario_of_ones_own_that_is_drawn_told_and_compared() {
    by_day_and_by_night(|page, when| {
        for code in languages(page) {
            simulator(page, &format!("{code}/monitor/"));
            page.click("#controls .choice label:nth-of-type(3) input");
            page.wait_for(".curve-editor .handle");
            open_everything(page);
            assert_accessible(page, &format!("drawing in {code} {when}"));
            page.click("#tool-compare");
            page.wait_for(".kept");
            page.fill(&field("reach"), "35");
            page.fill(&field("device-price"), "abc");
            page.wait_for("#comparison table");
            assert_accessible(page, &format!("comparing in {code} {when}"));
            page.click(".stories .chip:nth-of-type(2)");
            page.wait_for("#tale-title");
            assert_accessible(page, &format!("a story in {code} {when}"));
            page.click("button[popovertarget=solutions]");
            page.wait_for("#solutions a");
            assert_accessible(page, &format!("the menu in {code} {when}"));
            // What was kept is there in every language.
            page.js("localStorage.clear()");
        }
    });
}

#[test]
fn what_goes_wrong() {
    by_day_and_by_night(|page, when| {
        for code in languages(page) {
            simulator(
                page,
                &format!("{code}/monitor/?v=1&reach=abc&nothing=2&view=nowhere"),
            );
            page.wait_for(".notice");
            assert_accessible(page, &format!("a link with mistakes in {code} {when}"));
            simulator(page, &format!("{code}/monitor/?file=../missing.json"));
            page.wait_for(".notice");
            assert_accessible(page, &format!("a file that is missing in {code} {when}"));
            page.click("button[popovertarget=solutions]");
            page.upload("#own-file", &Path::new(&told("DIST")).join("nb/index.html"));
            page.wait_for(".notice li");
            assert_accessible(
                page,
                &format!("a file that is no solution in {code} {when}"),
            );
        }
    });
}

#[test]
fn what_does_not_come() {
    for (missing, said) in [("/assets/monitor-", "#app .failure"), (".wasm", "#problem")] {
        // Nobody has been here before: what was seen once comes without the network.
        let site = Site::new();
        site.withhold(missing);
        at_by_day_and_by_night(&site, |page, when| {
            for code in languages(page) {
                page.go(&format!("{code}/monitor/"));
                page.wait_for(said);
                assert_accessible(page, &format!("without {missing} in {code} {when}"));
            }
        });
    }
}

#[test]
fn the_stage_and_what_lies_over_it() {
    by_day_and_by_night(|page, when| {
        for code in languages(page) {
            page.go(&format!("{code}/monitor/?view=stage"));
            page.wait_for(".stage");
            let tried = page.engine().some(0..7, 3);
            for view in 0..7 {
                if tried.contains(&view) {
                    assert_accessible(page, &format!("view {view} of the stage in {code} {when}"));
                }
                page.press("body", Key::PageDown.value().to_string());
                page.next_frame();
            }
            for key in ["q", "?"] {
                page.press("body", key);
                page.wait_for(".stage-over");
                assert_accessible(page, &format!("{key} on the stage in {code} {when}"));
            }
        }
    });
}

#[test]
fn parts_of_the_page() {
    by_day_and_by_night(|page, when| {
        for code in languages(page) {
            let parts = ["headlines", "controls"].into_iter().chain(FIGURES);
            for part in page.engine().some(parts, 3) {
                page.go(&format!("{code}/monitor/?view={part}"));
                page.wait_until_refined();
                page.wait_for(".whole");
                open_everything(page);
                assert_accessible(page, &format!("{part} in {code} {when}"));
            }
        }
    });
}

#[test]
fn in_a_frame_of_another_page() {
    by_day_and_by_night(|page, when| {
        for code in languages(page) {
            simulator(page, &format!("{code}/monitor/"));
            open_everything(page);
            page.enter(".embed iframe");
            page.wait_for_simulator();
            page.press(&slider("reach"), Key::Left.value().to_string());
            open_everything(page);
            assert_accessible(page, &format!("in a frame in {code} {when}"));
            page.leave();
        }
    });
}

#[test]
#[ignore = "not in WebKit: emulates paper"]
fn on_paper() {
    let page = Page::blank(Window::DESKTOP);
    for code in languages(&page) {
        simulator(&page, &format!("{code}/monitor/"));
        page.js("dispatchEvent(new Event('beforeprint'))");
        page.on_paper();
        page.wait_for("#paper .brief h1");
        assert_accessible(&page, &format!("on paper in {code}"));
        page.on_screen();
    }
}
