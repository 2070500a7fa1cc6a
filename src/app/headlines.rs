//! The headlines, one of them leading, and the sentence that says the same.

use crate::figure::Headlines;
use crate::solution::Language;
use yew::prelude::*;

/// The headlines.
pub fn headlines(language: Language, said: &Headlines) -> Html {
    let texts = language.texts();
    html! {
        <section id="headlines" class="headlines" aria-label={texts.results}>
            <div class="lead">
                <p class="lead-label">{ &said.lead_label }</p>
                <p class="lead-number" id="npv" data-sign={if said.loss { "loss" } else { "gain" }}>{ &said.npv }</p>
                <p class="term">
                    { texts.npv_term }
                    { for said.range.iter().map(|range| html! { <span class="range">{ ". " }{ range }</span> }) }
                </p>
                <p class="sentence" role="status">{ &said.sentence }</p>
            </div>
            <dl class="others">
                { for said.others.iter().map(|headline| html! {
                    <div key={headline.id} class="other">
                        <dt>{ headline.label }</dt>
                        <dd>
                            <span class="number" id={headline.id}>{ &headline.value }</span>
                            { for headline.range.iter().map(|range| html! { <span class="range">{ range }</span> }) }
                            <span class="term">{ headline.term }</span>
                        </dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

/// The headlines in one line, in sight while the controls are moved on a phone.
pub fn glance(said: &Headlines) -> Html {
    html! {
        <p class="glance" aria-hidden="true">
            { for said.glance.iter().map(|part| html! { <span>{ part }</span> }) }
        </p>
    }
}
