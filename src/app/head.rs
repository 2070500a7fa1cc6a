//! The solution: what it is, who bought it first, who supplies it, and what has been claimed.

use crate::solution::{Language, Solution};
use maud::{Markup, html};

/// The head of the page.
pub fn head(language: Language, solution: &Solution) -> Markup {
    let texts = language.texts();
    let facts = [
        (texts.bought_by, &solution.buyer),
        (texts.supplied_by, &solution.supplier),
    ];
    html! {
        section.solution aria-labelledby="solution-name" {
            h1.ds-heading data-size="lg" #solution-name tabindex="-1" { (solution.name.get(language)) }
            p.summary { (solution.summary.get(language)) }
            dl.facts {
                @for (term, text) in facts {
                    @if let Some(text) = text { div { dt { (term) } dd { (text.get(language)) } } }
                }
            }
            @for claim in &solution.claims {
                @let source = &solution.sources[claim.source];
                p.claim {
                    ((texts.claimed)(claim.text.get(language))) " "
                    a.ds-link href=(source.address) { (texts.source) ": " (source.publisher) ", " (source.year) }
                }
            }
        }
    }
}
