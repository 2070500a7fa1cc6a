//! The model in the browser, once and for thousands of draws, beside the same outside it and in plain JavaScript.

use browser::{Page, Window, told};

use crate::table::Row;

/// Gives `fastest`, the shortest of several rounds of some work, in nanoseconds. The first rounds also give the browser
/// time to compile the program as well as it can.
const START: &str = r"
const model = await ready;
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

/// Both programs in turn, so that what disturbs disturbs both. Also gives what of their results differs, as text.
const DRAWS: &str = r"
const HEADLINES = ['npv', 'benefits', 'costs', 'outlay', 'peak funding', 'gross saving', 'net saving', 'person-years',
  'break-even year', 'net benefit per budget krone'];
const SERIES = ['benefits', 'payments', 'person-years', 'installed', 'in use'];
const uncertain = model.Uncertain.read();
const draws = uncertain.draw();
const plain = yardstick(uncertain.setting(), uncertain.dimensions(), uncertain.first_year(), draws);
plain.draw();
const differing = [];
const compare = (names, ours, theirs, tolerance) => {
  if (ours.length !== theirs.length) differing.push(`${ours.length} figures, ${theirs.length} in JavaScript`);
  const each = ours.length / names.length;
  names.forEach((name, nth) => {
    const span = [nth * each, (nth + 1) * each];
    const [one, other] = [ours.subarray(...span), theirs.subarray(...span)];
    const largest = one.reduce((most, figure) => Number.isFinite(figure) ? Math.max(most, Math.abs(figure)) : most, 0);
    // Infinite figures must be the same.
    const same = (figure, at) => figure === other[at] || Math.abs(figure - other[at]) <= tolerance * largest;
    const at = one.findIndex((figure, at) => !same(figure, at));
    if (at >= 0) differing.push(`${name}, figure ${at}: ${one[at]}, in JavaScript ${other[at]}`);
  });
};
compare(HEADLINES, uncertain.headlines(), plain.headlines, 1e-9);
compare(SERIES, uncertain.series(), plain.series, 2 ** -23);
return [...fastest(40, () => uncertain.draw(), plain.draw), differing.join('; ')];";

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
    let number = |place: usize| answer[place].as_f64().expect("two numbers");
    let (draws, plain) = (number(0), number(1));
    assert_eq!(
        answer[2], "",
        "the plain JavaScript gives something else, figure by figure"
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
