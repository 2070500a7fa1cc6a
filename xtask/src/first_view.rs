//! What a solution's page shows before the program is there: the program's own first view, rendered here.

use anyhow::{Context, Result};
use gevinstsimulator::app::prerender;
use gevinstsimulator::scenario::Found;
use gevinstsimulator::solution::{Language, Solution};
use tokio::task::LocalSet;

/// The first view of a solution as its file has it, in a language.
pub struct FirstView<'a> {
    pub view: String,
    /// How sure its figures are.
    pub findings: &'a str,
}

/// How sure the figures of a solution are.
pub fn found(solution: &Solution) -> Result<Found> {
    prerender::found(solution).with_context(|| incalculable(solution))
}

/// The same as its pages say it to the program.
pub use prerender::findings;

impl<'a> FirstView<'a> {
    pub fn new(language: Language, solution: &Solution, findings: &'a str) -> Result<Self> {
        let view = rendered(solution, prerender::view(language, solution, findings))?;
        Ok(Self { view, findings })
    }
}

/// All that the page of a solution says, without what can be changed.
pub fn in_full(language: Language, solution: &Solution, found: &Found) -> Result<String> {
    rendered(solution, prerender::in_full(language, solution, found))
}

fn rendered(solution: &Solution, text: impl Future<Output = Option<String>>) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let text = LocalSet::new().block_on(&runtime, text);
    text.with_context(|| incalculable(solution))
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
            let findings = findings(&found(&solution).unwrap());
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

    #[test]
    fn written_out_a_page_has_every_figure_with_its_table_and_every_source_in_each_language() {
        for catalogue::File { solution, .. } in catalogue::files().unwrap() {
            let found = found(&solution).unwrap();
            for language in Language::ALL {
                let text = in_full(language, &solution, &found).unwrap();
                let count = |part: &str| text.matches(part).count();
                let figures = count("<figure ");
                assert!(figures >= 5, "{}: {figures} figures", solution.id);
                assert_eq!(count("class=\"figure-table\""), figures);
                assert_eq!(count("class=\"drawing\""), 2 * figures);
                assert!(count("<table ") > figures, "{}", solution.id);
                for claim in &solution.claims {
                    let address = &solution.sources[claim.source].address;
                    assert!(text.contains(address.as_str()), "no {address}");
                }
                for left_out in ["inert", "<input", "<button"] {
                    assert_eq!(count(left_out), 0, "{left_out} in {text}");
                }
                let ids = text.split(" id=\"").skip(1);
                let ids: Vec<&str> = ids.filter_map(|rest| rest.split('"').next()).collect();
                let distinct: std::collections::HashSet<_> = ids.iter().collect();
                assert_eq!(distinct.len(), ids.len(), "{ids:?}");
            }
        }
    }
}
