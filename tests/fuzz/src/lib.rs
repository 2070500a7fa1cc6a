//! What strangers can give the simulator, each a function of any bytes at all that fails when something is wrong. The
//! search for such bytes is in `src/bin/`; what it found worth keeping is in `corpus/`, and replayed by every test run.

use std::sync::LazyLock;

use gevinstsimulator::figure::{Context, FIGURES, Flow, View, figure, headlines};
use gevinstsimulator::scenario::{Link, Outlook, Scenario, wishes};
use gevinstsimulator::solution::{Language, Solution, pack, read, unpack};

/// Reads what a stranger gave.
pub type Target = fn(&[u8]);

/// Each by the name of its folder in `corpus/`.
pub const TARGETS: [(&str, Target); 4] = [
    ("link", link),
    ("packed", packed),
    ("solution", solution),
    ("wishes", message),
];

static MONITOR: LazyLock<Solution> = LazyLock::new(|| {
    read(include_str!("../../../www/solutions/monitor.json")).expect("a solution of ours")
});

/// So few draws that a search gets somewhere.
const DRAWS: usize = 16;

/// The query of an address: whatever it says, the scenario is legal, and its own address leads back to it.
pub fn link(bytes: &[u8]) {
    let read = Link::read(&MONITOR, &String::from_utf8_lossy(bytes));
    if let Some(kept) = &read.kept {
        calculate(&MONITOR, &kept.scenario);
    }
    calculate(&MONITOR, &read.scenario);
    let again = Link::read(&MONITOR, &read.write(&MONITOR));
    assert_eq!(again.scenario, read.scenario);
    assert!(again.ignored.is_empty(), "{:?}", again.ignored);
}

/// A host page's message: a query, and what it wishes to be otherwise.
pub fn message(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (query, wished) = text.split_once('\n').unwrap_or((&text, ""));
    let query = Link::read(&MONITOR, query).write_with(&MONITOR, &wishes(wished));
    calculate(&MONITOR, &Link::read(&MONITOR, &query).scenario);
}

/// A solution file: it is refused with a reason, or the whole page can be made of it.
pub fn solution(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match read(&text) {
        Err(problems) => assert!(!problems.0.is_empty()),
        Ok(solution) => {
            let scenario = Scenario::new(&solution);
            calculate(&solution, &scenario);
            let query = Link::new(scenario.clone()).write(&solution);
            assert_eq!(query, "");
        }
    }
}

/// A solution as the site's build packs it: there is none in the bytes, or these are what it is packed as.
pub fn packed(bytes: &[u8]) {
    if let Some(solution) = unpack(bytes) {
        assert!(pack(&solution) == bytes, "{}", solution.id);
    }
}

/// All that a page shows of a scenario.
fn calculate(solution: &Solution, scenario: &Scenario) {
    let results = scenario.results(solution).expect("a legal scenario");
    assert!(results.npv.is_finite(), "{}", results.npv);
    let mut outlook = Outlook::new(solution, scenario, &[]).expect("a legal scenario");
    let found = outlook.follow(DRAWS);
    let context = Context {
        language: Language::Nb,
        solution,
        scenario,
        results: &results,
        found: Some(&found),
        compared: None,
    };
    headlines(context);
    for id in FIGURES {
        if let Some(figure) = figure(id, context, View::Social, Flow::Yearly) {
            figure.draw(Language::Nb, 400, None).to_svg_content();
        }
    }
}
