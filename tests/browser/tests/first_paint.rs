//! Figures and chart stand in a page before the program is there, and it takes their place without anybody seeing it.

use browser::simulator::{MONITOR, solutions_of_this_engine};
use browser::{Page, Site, Window};
use gevinstsimulator::solution::Language;

/// All that the headlines, the controls and the first figure say as they are seen, with the drawing's own texts.
const READ: &str = "
const seen = [...document.querySelectorAll('.solution, .headlines, .stories, .tools, #controls, #figure-flows')];
const fields = [...document.querySelectorAll('#controls > :not(.all-assumptions) :is(.track, .field) input')].map(it => it.value);
const drawn = [...document.querySelectorAll('#figure-flows .drawing')].filter(it => it.getBoundingClientRect().height);
const labels = drawn.flatMap(it => [...it.querySelectorAll('text')].map(text => text.textContent));
return [...seen.map(it => it.innerText), fields.join(), labels.join()]";

/// How far what is seen was moved without being asked.
const SHIFTED: &str = "
return await new Promise(done => {
  const shifts = [];
  new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(shifts.reduce((sum, shift) => sum + shift.value, 0)), 200);
})";

/// Counts in `named` how often something is given each id.
const NAMED: &str = "
const named = globalThis.named = {};
const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function (name, value) {
  if (name === 'id') named[value] = (named[value] ?? 0) + 1;
  return setAttribute.call(this, name, value);
}";

#[track_caller]
fn assert_stands(path: &str) {
    let site = Site::new();
    let page = site.page(Window::DESKTOP);
    site.withhold(".wasm");
    page.go(path);
    page.wait_for("#problem");
    let standing = page.js(READ);
    site.mend();
    page.go(path);
    page.wait_for_simulator();
    assert_eq!(standing, page.js(READ), "{path}");
}

#[test]
fn what_stands_in_a_page_says_what_the_program_says_in_every_language() {
    for language in Language::ALL {
        assert_stands(&format!("{}/monitor/", language.code()));
    }
}

#[test]
fn what_stands_in_a_page_says_what_the_program_says_of_every_solution() {
    for solution in solutions_of_this_engine() {
        assert_stands(&format!("nb/{solution}/"));
    }
}

#[test]
fn no_control_that_has_been_made_is_made_anew_while_the_rest_of_the_page_is_made() {
    let page = Site::with_script(NAMED).page(Window::PHONE);
    page.go(MONITOR);
    page.wait_until_refined();
    assert_eq!(page.js("return named['reach-slider']"), 1);
    let again = page.js(
        "return [...document.querySelectorAll('#controls [id]')].map(it => it.id).filter(id => named[id] > 1)",
    );
    assert_eq!(again, serde_json::json!([]));
}

#[test]
#[ignore = "needs Chromium: measures layout shifts"]
fn nothing_moves_when_the_program_takes_the_place_of_what_stands_there() {
    for window in [Window::PHONE, Window::DESKTOP, Window::STAGE] {
        let page = Page::open(MONITOR, window);
        page.wait_for_simulator();
        assert_eq!(page.js(SHIFTED).as_f64(), Some(0.0), "{window:?}");
    }
}

#[test]
fn an_address_that_asks_for_something_else_never_shows_the_solutions_own_figures() {
    for (query, own) in [
        ("v=1&reach=0.5", false),
        ("view=stage", false),
        ("view=flows", false),
        ("file=mine.json", false),
        ("theme=dark", true),
        ("height=content", true),
    ] {
        let site = Site::new();
        site.withhold(".wasm");
        let page = site.page(Window::PHONE);
        page.go(&format!("{MONITOR}?{query}"));
        page.wait_for("#problem");
        for part in ["#npv", "#controls", "#figure-flows"] {
            assert_eq!(page.visible(part), own, "{part} with {query}");
        }
        assert!(page.visible("h1"), "{query}");
    }
}
