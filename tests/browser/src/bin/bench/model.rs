//! The model in the browser, once and for thousands of draws, beside the same outside it and in plain JavaScript.

use browser::{Page, Window, told};

use crate::table::Row;

/// Gives `fastest`, the shortest of several rounds of some work, in nanoseconds. The first rounds also give the browser
/// time to compile the program as well as it can.
const START: &str = r"
const model = await import('./model.js');
await model.default({ module_or_path: 'model.wasm' });
const fastest = (rounds, ...works) => {
  const times = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, index) => {
      const start = performance.now();
      work();
      times[index] = Math.min(times[index], performance.now() - start);
    });
  }
  return times.map(time => time * 1e6);
};";

const ONE: &str = r"
const times = 5000;
const [all] = fastest(10, () => {
  if (model.evaluate(times) === undefined) throw new Error('the solution cannot be evaluated');
});
return all / times;";

/// Both programs in turn, so that what disturbs disturbs both. Also gives how far their results are apart at most, as a
/// share of the largest.
const DRAWS: &str = r"
const uncertain = model.Uncertain.read();
const expected = uncertain.npvs();
const npvs = new Float64Array(expected.length);
const plain = yardstick(uncertain.setting(), uncertain.shares(), npvs);
plain();
const largest = expected.reduce((most, npv) => Math.max(most, Math.abs(npv)), 0);
const apart = expected.reduce((most, npv, draw) => Math.max(most, Math.abs(npv - npvs[draw])), 0) / largest;
return [...fastest(40, () => uncertain.npvs(), plain), apart];";

/// The same in plain JavaScript.
const YARDSTICK: &str = include_str!("yardstick.js");

pub fn measure() -> Vec<Row> {
    let native = told("MODEL_NATIVE_NANOSECONDS");
    let mut native = native.split_whitespace().map(|number| {
        let number = number.parse::<f64>();
        number.expect("a number of nanoseconds")
    });
    let mut native = || native.next().expect("two numbers of nanoseconds");
    let page = Page::open(&told("MODEL_PAGE"), Window::PHONE);
    let run = |parts: &[&str]| {
        let script = parts.concat();
        page.js(&format!("return (async () => {{{script}}})()"))
    };
    let one = run(&[START, ONE]).as_f64().expect("nanoseconds");
    let answer = run(&[YARDSTICK, START, DRAWS]);
    let number = |place: usize| answer[place].as_f64().expect("three numbers");
    let (draws, plain, apart) = (number(0), number(1), number(2));
    assert!(
        apart < 1e-9,
        "the plain JavaScript gives another net present value: {apart}"
    );
    let (native_one, native_draws) = (native(), native());
    vec![
        Row {
            name: "The model, browser ÷ native".to_owned(),
            measured: one / native_one,
            budget: 2.0,
            unit: "×",
            beside: format!("{:.1} µs ÷ {:.1} µs", one / 1e3, native_one / 1e3),
        },
        Row {
            name: "10,000 draws of it, browser ÷ native".to_owned(),
            measured: draws / native_draws,
            budget: 1.5,
            unit: "×",
            beside: format!("{:.1} ms ÷ {:.1} ms", draws / 1e6, native_draws / 1e6),
        },
        Row {
            name: "The same, browser ÷ plain JavaScript".to_owned(),
            measured: draws / plain,
            budget: 0.5,
            unit: "×",
            beside: format!("{:.1} ms ÷ {:.1} ms", draws / 1e6, plain / 1e6),
        },
    ]
}
