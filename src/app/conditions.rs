//! What must hold: a table of how far each assumption can go.

use super::state::State;
use super::table::table;
use crate::figure::conditions;
use crate::solution::Language;
use yew::prelude::*;

/// The section; nothing before it is known.
pub fn conditions_of(language: Language, state: &State) -> Html {
    let texts = language.texts();
    let Some(found) = conditions(state.context(language)) else {
        return Html::default();
    };
    html! {
        <section class="conditions" id="conditions" aria-labelledby="conditions-title">
            <h2 class="ds-heading" data-size="xs" id="conditions-title">{ texts.conditions }</h2>
            <p class="subtitle">{ texts.conditions_intro }</p>
            { for found.table.iter().map(|found| table(found, texts.conditions)) }
            { for found.notes.into_iter().enumerate().map(|(key, note)| html! { <p {key}>{ note }</p> }) }
        </section>
    }
}
