//! What a solution's page shows before the program is there: the program's own first view, rendered here.

use anyhow::{Context, Result};
use gevinstsimulator::app::prerender::{Prerendered, prerender};
use gevinstsimulator::solution::{Language, Solution};
use tokio::task::LocalSet;

/// The first view of a solution as its file has it.
pub fn of(language: Language, solution: &Solution) -> Result<Prerendered> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let view = LocalSet::new().block_on(&runtime, prerender(language, solution.clone()));
    view.with_context(|| format!("the solution {} cannot be calculated", solution.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn every_solution_has_its_figures_in_every_language() {
        for file in catalogue::files().unwrap() {
            for language in Language::ALL {
                let Prerendered { view, found } = of(language, &file.solution).unwrap();
                for part in ["id=\"npv\"", "class=\"range\"", "figure-flows", "<svg", "class=\"sliders\""] {
                    assert!(view.contains(part), "{part} in {view}");
                }
                assert!(found.split(' ').all(|number| number.parse::<f64>().is_ok()), "{found}");
            }
        }
    }
}
