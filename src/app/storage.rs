//! The scenarios that a visitor kept, in the browser's own storage. Nothing is stored that was not asked for, and a
//! browser or a host page may refuse.

use crate::scenario::{Kept, Link, Scenario};
use crate::solution::Solution;
use gloo::utils::window;
use web_sys::Storage;

/// The scenarios of a solution that were kept in this browser.
pub fn recall(solution: &Solution) -> Vec<Kept> {
    let stored = storage().and_then(|storage| storage.get_item(&key(solution)).ok().flatten());
    let stored = stored.unwrap_or_default();
    let kept = stored
        .lines()
        .filter_map(|line| Link::read(solution, line).kept);
    kept.collect()
}

/// Stores what the visitor keeps; whether the browser did.
pub fn store(solution: &Solution, kept: &[Kept]) -> bool {
    let Some(storage) = storage() else {
        return false;
    };
    if kept.is_empty() {
        return storage.remove_item(&key(solution)).is_ok();
    }
    let line = |kept: &Kept| {
        let mut link = Link::new(Scenario::new(solution));
        link.kept = Some(kept.clone());
        link.write(solution)
    };
    let lines: Vec<String> = kept.iter().map(line).collect();
    storage.set_item(&key(solution), &lines.join("\n")).is_ok()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// A line each, as a link has it: what was stored by an earlier version is read as its links are.
fn key(solution: &Solution) -> String {
    format!("gevinstsimulatoren/{}", solution.id)
}
