//! One evaluation of the model in the browser, beside the same outside it.

use browser::{Page, Window, told};

use crate::table::Row;

/// The fastest of several rounds, in nanoseconds per evaluation. The first rounds also give the browser time to
/// compile the program as well as it can.
const TIME: &str = r"
return (async () => {
  const model = await import('./model.js');
  await model.default({ module_or_path: 'model.wasm' });
  const times = 5000;
  let fastest = Infinity;
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    if (model.evaluate(times) === undefined) throw new Error('the solution cannot be evaluated');
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest * 1e6 / times;
})()";

pub fn measure() -> Row {
    let native: f64 = told("MODEL_NATIVE_NANOSECONDS")
        .parse()
        .expect("a number of nanoseconds");
    let page = Page::open(&told("MODEL_PAGE"), Window::PHONE);
    let browser = page.js(TIME).as_f64().expect("a number of nanoseconds");
    Row {
        name: "The model, browser ÷ native".to_owned(),
        measured: browser / native,
        budget: 2.0,
        unit: "×",
        beside: format!("{:.1} µs ÷ {:.1} µs", browser / 1000.0, native / 1000.0),
    }
}
