//! What must hold: a table of how far each assumption can go.

use super::state::State;
use super::table::beside;
use crate::figure::conditions;
use crate::solution::Language;
use maud::{Markup, html};

/// The section; nothing before it is known.
pub fn conditions_of(language: Language, state: &State) -> Markup {
    let further = language.further();
    let Some(found) = conditions(state.context(language)) else {
        return Markup::default();
    };
    html! {
        section.conditions #conditions aria-labelledby="conditions-title" {
            h2.ds-heading data-size="xs" #conditions-title { (further.conditions) }
            p.subtitle { (further.conditions_intro) }
            @if let Some(found) = &found.table { (beside(found, further.conditions)) }
            @for note in &found.notes { p { (note) } }
        }
    }
}
