//! Every figure behind the page, as the engine calculates it, to the last bit.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use browser::simulator::solutions;
use browser::{Page, Window, told};
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

/// Fewer figures than this of a solution, and something is left out: the smallest, with the fewest streams and
/// parameters, has 39,142.
const FEWEST: usize = 39_000;

#[test]
fn every_figure_is_what_it_is_natively_to_the_last_bit() {
    let page = figures_page();
    for (id, native) in &*NATIVE {
        assert!(count(native) >= FEWEST, "{id}: only {}", count(native));
        if let Some(difference) = difference(native, &figures(&page, &file(id))) {
            panic!("{id} in {:?}: {difference}", page.engine());
        }
    }
}

#[test]
fn a_figure_in_a_file_that_is_off_by_its_last_bit_is_noticed() {
    let file = file("monitor");
    let solution = gevinstsimulator::solution::read(&file).expect("a solution");
    let price = solution.parameter("device_price").expect("a parameter");
    let price = solution.parameters[price].likely;
    let (right, wrong) = (format!("{price}"), format!("{}", price.next_up()));
    let changed = file.replacen(&format!(":{right},"), &format!(":{wrong},"), 1);
    assert_ne!(changed, file);
    let noticed = difference(&NATIVE["monitor"], &figures(&figures_page(), &changed));
    assert!(noticed.is_some(), "it gives the same all the same");
}

/// An empty page that has the program which calculates every figure.
#[track_caller]
fn figures_page() -> Page {
    Page::open(&told("FIGURES_PAGE"), Window::DESKTOP)
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
