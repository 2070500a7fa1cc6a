//! The headlines, one of them leading, and the sentence that says the same.

use super::markup::raw;
use crate::figure::Headlines;
use crate::solution::Language;
use maud::{Markup, html as markup};
use yew::prelude::*;

/// The headlines.
pub fn headlines(language: Language, said: &Headlines) -> Html {
    let texts = language.texts();
    let lead = markup! {
        p.lead-label { (said.lead_label) }
        p.lead-number #npv data-sign=(if said.loss { "loss" } else { "gain" }) { (said.npv) }
        p.term {
            (texts.npv_term)
            @if let Some(range) = &said.range { span.range { ". " (range) } }
        }
    };
    html! {
        <section id="headlines" class="headlines" aria-label={texts.results}>
            <div class="lead">
                { raw(lead) }
                <p class="sentence">{ &said.sentence }</p>
            </div>
            { raw(others(said)) }
        </section>
    }
}

fn others(said: &Headlines) -> Markup {
    markup! {
        dl.others {
            @for headline in &said.others {
                div.other {
                    dt { (headline.label) }
                    dd {
                        span.number #(headline.id) { (headline.value) }
                        @if let Some(range) = &headline.range { span.range { (range) } }
                        span.term { (headline.term) }
                    }
                }
            }
        }
    }
}

/// The headlines in one line, in sight while the controls are moved on a phone.
pub fn glance(said: &Headlines) -> Markup {
    markup! {
        p.glance aria-hidden="true" { @for part in &said.glance { span { (part) } } }
    }
}
