//! All engines say the same: what a visitor reads, and every figure behind it to the last bit.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use browser::simulator::{Said, slider, solutions};
use browser::{Engine, Key, Page, Window, told};
use every_figure::{count, difference, every_figure};
use serde_json::json;

/// The figures of every solution as this machine calculates them natively, by the solution's id.
static NATIVE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let figures = |id: String| {
        let figures = every_figure(&file(&id)).expect("a solution");
        (id, figures)
    };
    solutions().into_iter().map(figures).collect()
});

/// Fewer figures than this of each of a solution's scenarios, and something is left out.
const FEWEST_OF_A_SCENARIO: usize = 700;

#[test]
fn every_figure_in_chromium_is_what_it_is_natively_to_the_last_bit() {
    every_figure_is_what_it_is_natively(Engine::Chromium);
}

#[test]
fn every_figure_in_firefox_is_what_it_is_natively_to_the_last_bit() {
    every_figure_is_what_it_is_natively(Engine::Firefox);
}

#[test]
fn every_figure_in_webkit_is_what_it_is_natively_to_the_last_bit() {
    every_figure_is_what_it_is_natively(Engine::WebKit);
}

#[test]
fn a_figure_in_a_file_that_is_off_by_its_last_bit_is_noticed_in_every_engine() {
    let file = file("monitor");
    let solution = gevinstsimulator::solution::read(&file).expect("a solution");
    let price = solution.parameter("device_price").expect("a parameter");
    let price = solution.parameters[price].likely;
    let (right, wrong) = (format!("{price}"), format!("{}", price.next_up()));
    let changed = file.replacen(&format!(":{right},"), &format!(":{wrong},"), 1);
    assert_ne!(changed, file);
    for engine in Engine::ALL {
        let page = figures_page(engine);
        let noticed = difference(&NATIVE["monitor"], &figures(&page, &changed));
        assert!(noticed.is_some(), "{engine:?} gives the same all the same");
    }
}

#[test]
fn every_solutions_page_says_the_same_in_every_engine_before_and_after_controls_are_moved() {
    let pages = Engine::ALL.map(|engine| Page::blank_in(engine, Window::DESKTOP));
    for id in solutions() {
        for page in &pages {
            page.go(&format!("nb/{id}/"));
        }
        assert_say_the_same(&pages, &format!("opening {id}"));
        for (control, key) in [("reach", Key::Home), ("adoption", Key::PageUp)] {
            for page in &pages {
                let before = page.slider_value(control);
                page.press(&slider(control), key.value().to_string());
                page.next_frame();
                assert_ne!(page.slider_value(control), before, "{:?}", page.engine());
            }
        }
        assert_say_the_same(&pages, &format!("moving controls of {id}"));
    }
}

#[track_caller]
fn every_figure_is_what_it_is_natively(engine: Engine) {
    let page = figures_page(engine);
    for (id, native) in &*NATIVE {
        let fewest = scenarios(id) * FEWEST_OF_A_SCENARIO;
        assert!(count(native) >= fewest, "{id}: only {}", count(native));
        if let Some(difference) = difference(native, &figures(&page, &file(id))) {
            panic!("{id} in {engine:?}: {difference}");
        }
    }
}

/// How many scenarios of a solution every figure is of: with each curve, and with each parameter at each of its ends.
fn scenarios(id: &str) -> usize {
    let solution = gevinstsimulator::solution::read(&file(id)).expect("a solution");
    3 + 2 * solution.parameters.len()
}

/// An empty page that has the program which calculates every figure.
#[track_caller]
fn figures_page(engine: Engine) -> Page {
    Page::open_in(engine, &told("FIGURES_PAGE"), Window::DESKTOP)
}

/// Every figure of the solution in a file, calculated by a page's engine.
#[track_caller]
fn figures(page: &Page, file: &str) -> String {
    let file = json!(file);
    let figures = page.js(&format!("return ready.then(it => it.every_figure({file}))"));
    figures.as_str().unwrap_or_default().to_owned()
}

fn file(id: &str) -> String {
    let file = Path::new(&told("DIST")).join(format!("solutions/{id}.json"));
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// When all draws are made, the pages say the same word for word, and draw the same.
#[track_caller]
fn assert_say_the_same(pages: &[Page], after: &str) {
    let mut first: Option<Said> = None;
    for page in pages {
        page.wait_for_simulator();
        let said = page.said();
        assert_eq!(said["draws"], "65536");
        let first = first.get_or_insert_with(|| said.clone());
        let keys = first.keys().chain(said.keys());
        for key in keys {
            let (one, other) = (first.get(key), said.get(key));
            assert_eq!(one, other, "{key} in {:?} after {after}", page.engine());
        }
    }
}
