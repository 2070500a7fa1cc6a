//! Sharing: the link to what is seen, and ways to take it along.

use super::address::whole;
use super::state::State;
use crate::scenario::{Digest, Link};
use crate::solution::Language;
use yew::prelude::*;

/// What sharing has come to, and what can be asked for.
pub struct Sharing {
    /// What the page's address has beside the scenario.
    pub others: Vec<(String, String)>,
    /// Whether the link was copied; none before it was asked for.
    pub copied: Option<bool>,
    pub copy: Callback<String>,
}

/// The link to what is seen, with a digest of its figures.
pub fn link(state: &State, others: &[(String, String)]) -> Link {
    let mut link = state.link();
    link.digest = Some(Digest::of(&state.results));
    link.others.extend_from_slice(others);
    link
}

/// The section.
pub fn share(language: Language, state: &State, sharing: &Sharing) -> Html {
    let (texts, further) = (language.texts(), language.further());
    let address = whole(&link(state, &sharing.others).write(&state.solution));
    let copy = {
        let (copy, address) = (sharing.copy.clone(), address.clone());
        Callback::from(move |_: MouseEvent| copy.emit(address.clone()))
    };
    let said = sharing.copied.map(|copied| match copied {
        true => further.copied,
        false => further.copy_refused,
    });
    html! {
        <section class="share" id="share" aria-labelledby="share-title">
            <h2 class="ds-heading" data-size="xs" id="share-title">{ texts.share }</h2>
            <label for="link">{ further.link }</label>
            <div class="link-row">
                <input
                    class="ds-input"
                    id="link"
                    type="text"
                    readonly=true
                    value={address}
                    onfocus={|event: FocusEvent| {
                        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
                        field.select();
                    }}
                />
                <button class="ds-button" data-size="sm" type="button" onclick={copy}>{ further.copy }</button>
            </div>
            <p class="note" role="status">{ said.unwrap_or(further.link_explained) }</p>
        </section>
    }
}
