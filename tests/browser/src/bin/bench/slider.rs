//! From a slider's input to the frame that shows what it changed, on a phone-sized screen; and how long the page is held
//! at a time while it refines what it shows.

use browser::{Page, Window};

use crate::table::Row;

const PHONE: Window = Window {
    width: 390,
    height: 844,
};
const RUNS: usize = 3;

/// A page with a slider and nothing that listens to it.
const EMPTY: &str = "document.body.innerHTML = '<div id=controls><input type=range></div>'";

/// Moves the first control 60 times from end to end, each time at the start of a frame, and gives the 95th
/// percentile of the milliseconds until a frame is painted that shows all it changed. What is changed later
/// than in the frame of the input itself is waited for one frame more. Also says if anything changed at all.
const MOVE: &str = r"
return (async () => {
  const input = document.querySelector('#controls input[type=range]');
  const [min, max] = [Number(input.min || 0), Number(input.max || 100)];
  const frame = () => new Promise(requestAnimationFrame);
  const painted = () => new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  });
  let changes = 0, changed = false;
  new MutationObserver(() => { changes += 1; changed = true; }).observe(document.body,
    { subtree: true, childList: true, attributes: true, characterData: true });
  const times = [];
  for (let step = 0; step < 60; step++) {
    await frame();
    const start = performance.now();
    input.value = min + (max - min) * step / 59;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    let end = await painted();
    changed = false;
    await frame();
    const next = await painted();
    if (changed) end = next;
    times.push(end - start);
  }
  times.sort((one, other) => one - other);
  return [times[56], changes];
})()";

/// Moves the first control, lets it go, and gives the longest that nothing else could run until the figures were refined
/// (milliseconds). What the page shows anew in between is no slice, and is left out.
const REFINE: &str = r"
return (async () => {
  const input = document.querySelector('#controls input[type=range]');
  const main = document.querySelector('main');
  let changed = false;
  new MutationObserver(() => { changed = true; }).observe(document.body,
    { subtree: true, childList: true, attributes: true, characterData: true });
  input.value = input.min;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  const channel = new MessageChannel();
  let longest = 0, before = performance.now();
  await new Promise(done => {
    channel.port1.onmessage = () => {
      const now = performance.now();
      if (!changed) longest = Math.max(longest, now - before);
      [before, changed] = [now, false];
      if (main.dataset.draws === '65536') done(); else channel.port2.postMessage(0);
    };
    setTimeout(() => channel.port2.postMessage(0), 50);
  });
  return longest;
})()";

pub fn measure() -> Vec<Row> {
    let slow = 4;
    let mut rows = Vec::from([(1, 17.0), (slow, 33.0)].map(|(times, budget)| row(times, budget)));
    rows.push(refinement());
    rows
}

fn refinement() -> Row {
    let measured = median(|| {
        let page = Page::simulator(PHONE);
        let longest = page.js(REFINE).as_f64();
        longest.expect("milliseconds")
    });
    Row {
        name: "Longest slice of refinement".to_owned(),
        measured,
        budget: 8.0,
        unit: "ms",
        beside: String::new(),
    }
}

fn row(slowed: u32, budget: f64) -> Row {
    let empty = median(|| {
        let page = Page::open("about:blank", PHONE);
        page.js(EMPTY);
        p95(&page, slowed).0
    });
    let measured = median(|| {
        let page = Page::simulator(PHONE);
        let (time, changes) = p95(&page, slowed);
        assert!(changes > 0, "moving the slider changes nothing on the page");
        time
    });
    Row {
        name: format!("Slider to painted frame, p95, CPU 1/{slowed}"),
        measured,
        budget,
        unit: "ms",
        beside: format!("an empty page: {empty:.1} ms"),
    }
}

fn p95(page: &Page, slowed: u32) -> (f64, u64) {
    page.slow(slowed);
    let answer = page.js(MOVE);
    match (answer[0].as_f64(), answer[1].as_u64()) {
        (Some(time), Some(changes)) => (time, changes),
        _ => panic!("the page gave no time, but {answer}"),
    }
}

fn median(run: impl Fn() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..RUNS).map(|_| run()).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}
