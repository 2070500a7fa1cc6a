//! The solution: what it is, who bought it first, who supplies it, and what has been claimed.

use crate::solution::{Language, Solution};
use yew::prelude::*;

/// The head of the page.
pub fn head(language: Language, solution: &Solution) -> Html {
    let texts = language.texts();
    let facts = [
        (texts.bought_by, &solution.buyer),
        (texts.supplied_by, &solution.supplier),
    ];
    html! {
        <section class="solution" aria-labelledby="solution-name">
            <h1 class="ds-heading" data-size="lg" id="solution-name" tabindex="-1">{ solution.name.get(language) }</h1>
            <p class="summary">{ solution.summary.get(language) }</p>
            <dl class="facts">
                { for facts.into_iter().filter_map(|(term, text)| text.as_ref().map(|text| html! {
                    <div key={term}><dt>{ term }</dt><dd>{ text.get(language) }</dd></div>
                })) }
            </dl>
            { for solution.claims.iter().map(|claim| {
                let source = &solution.sources[claim.source];
                html! {
                    <p class="claim" key={claim.source}>
                        { (texts.claimed)(claim.text.get(language)) }{ " " }
                        <a class="ds-link" href={source.address.clone()}>{ format!("{}: {}, {}", texts.source, source.publisher, source.year) }</a>
                    </p>
                }
            }) }
        </section>
    }
}
