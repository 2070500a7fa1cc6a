//! Figures and chart stand in a page before the program is there, and it takes their place without anybody seeing it.

use browser::simulator::{MONITOR, solutions};
use browser::{Page, Window};
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

#[track_caller]
fn assert_stands(path: &str) {
    let standing = Page::blank(Window::DESKTOP);
    standing.block(&["*.wasm"]);
    standing.go(path);
    standing.wait_for("#problem");
    let page = Page::open(path, Window::DESKTOP);
    page.wait_for_simulator();
    assert_eq!(standing.js(READ), page.js(READ), "{path}");
}

#[test]
#[ignore = "needs Chromium: blocks requests"]
fn what_stands_in_a_page_says_what_the_program_says_in_every_language() {
    for language in Language::ALL {
        assert_stands(&format!("{}/monitor/", language.code()));
    }
}

#[test]
#[ignore = "needs Chromium: blocks requests"]
fn what_stands_in_a_page_says_what_the_program_says_of_every_solution() {
    for solution in solutions() {
        assert_stands(&format!("nb/{solution}/"));
    }
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
#[ignore = "needs Chromium: blocks requests"]
fn an_address_that_asks_for_something_else_never_shows_the_solutions_own_figures() {
    for (query, own) in [
        ("v=1&reach=0.5", false),
        ("view=stage", false),
        ("view=flows", false),
        ("file=mine.json", false),
        ("theme=dark", true),
        ("height=content", true),
    ] {
        let page = Page::blank(Window::PHONE);
        page.block(&["*.wasm"]);
        page.go(&format!("{MONITOR}?{query}"));
        page.wait_for("#problem");
        for part in ["#npv", "#controls", "#figure-flows"] {
            assert_eq!(page.visible(part), own, "{part} with {query}");
        }
        assert!(page.visible("h1"), "{query}");
    }
}
