//! What it costs a host page to have the simulator in it.

use std::path::Path;

use browser::{Page, Window, told};

use crate::table::Row;

const RUNS: usize = 5;

/// In every document: when its first figures have been painted, by the clock of all.
const WATCH: &str = "
window.figuresPainted = new Promise(done => {
  const look = () => document.querySelector('#npv')
    ? requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())))
    : requestAnimationFrame(look);
  look();
});";

pub fn measure() -> [Row; 2] {
    [script(), figures()]
}

fn script() -> Row {
    let file = Path::new(&told("DIST")).join("embed.js.gz");
    let size =
        std::fs::metadata(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Row {
        name: "embed.js, gzip".to_owned(),
        measured: size.len() as f64 / 1000.0,
        budget: 1.0,
        unit: "kB",
        beside: String::new(),
    }
}

/// From when a host page begins to load until the figures in its frame are painted.
fn figures() -> Row {
    let [simulator, text] = ["element.html", "text.html"].map(|host| {
        let mut times: Vec<f64> = (0..RUNS).map(|_| until_figures(host)).collect();
        times.sort_by(f64::total_cmp);
        times[RUNS / 2]
    });
    Row {
        name: "Host page to the embed's first figures".to_owned(),
        measured: simulator,
        budget: 500.0,
        unit: "ms",
        beside: format!("a frame with the same as plain text: {text:.0} ms"),
    }
}

fn until_figures(host: &str) -> f64 {
    let page = Page::blank(Window::DESKTOP);
    page.before_all(WATCH);
    page.go(&format!("{}{host}", told("HOST")));
    let began = page.js("return performance.timeOrigin").as_f64();
    page.enter("gevinst-simulator, iframe");
    let painted = page.js("return figuresPainted").as_f64();
    painted
        .zip(began)
        .map_or(f64::NAN, |(painted, began)| painted - began)
}
