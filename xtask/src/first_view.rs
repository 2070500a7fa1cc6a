//! What a solution's page shows before the program is there: the program's own first view, rendered here.

use anyhow::{Context, Result};
use gevinstsimulator::app::prerender;
use gevinstsimulator::solution::{Language, Solution};
use tokio::task::LocalSet;

/// The first view of a solution as its file has it, in a language.
pub struct FirstView<'a> {
    pub view: String,
    /// How sure its figures are.
    pub findings: &'a str,
}

/// How sure the figures of a solution are, as its pages say it to the program.
pub fn findings(solution: &Solution) -> Result<String> {
    prerender::findings(solution).with_context(|| incalculable(solution))
}

impl<'a> FirstView<'a> {
    pub fn new(language: Language, solution: &Solution, findings: &'a str) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let view = prerender::view(language, solution, findings);
        let view = LocalSet::new().block_on(&runtime, view);
        let view = view.with_context(|| incalculable(solution))?;
        Ok(Self { view, findings })
    }
}

fn incalculable(solution: &Solution) -> String {
    format!("the solution {} cannot be calculated", solution.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn every_page_has_its_figures_with_their_ranges_and_its_chart() {
        for catalogue::File { solution, .. } in catalogue::files().unwrap() {
            let findings = findings(&solution).unwrap();
            for language in Language::ALL {
                let FirstView { view, .. } =
                    FirstView::new(language, &solution, &findings).unwrap();
                for part in [
                    "id=\"npv\"",
                    "class=\"range\"",
                    "data-paint=\"tint\"",
                    "type=\"range\"",
                ] {
                    assert!(view.contains(part), "no {part} in {view}");
                }
            }
        }
    }
}
