//! Sharing: the link to what is seen, and ways to take it along.

use super::address::whole;
use super::markup::raw;
use super::state::State;
use super::takeaway::{Delay, Progress, Take};
use crate::export::qr::Code;
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
    /// How far a file is that was asked for.
    pub taken: Progress,
    pub take: Callback<Take>,
    pub print: Callback<MouseEvent>,
}

/// The link to what is seen, with a digest of its figures.
pub fn link(state: &State, others: &[(String, String)]) -> Link {
    let mut link = state.link();
    link.digest = Some(Digest::of(&state.results));
    link.others.extend_from_slice(others);
    link
}

/// The address of the link.
pub fn address(state: &State, others: &[(String, String)]) -> String {
    whole(&link(state, others).write(&state.solution))
}

/// The address for a hall's phones: as short as it can be, so without the digest, and without the stage.
pub fn short_address(state: &State, others: &[(String, String)]) -> String {
    let of_scenario = |(name, _): &&(String, String)| name != "view";
    let others: Vec<_> = others.iter().filter(of_scenario).cloned().collect();
    let mut link = link(state, &others);
    link.digest = None;
    whole(&link.write(&state.solution))
}

/// The section.
pub fn share(language: Language, state: &State, sharing: &Sharing) -> Html {
    let (texts, further) = (language.texts(), language.further());
    let address = address(state, &sharing.others);
    let copy = {
        let (copy, address) = (sharing.copy.clone(), address.clone());
        Callback::from(move |_: MouseEvent| copy.emit(address.clone()))
    };
    let said = sharing.copied.map(|copied| match copied {
        true => further.copied,
        false => further.copy_refused,
    });
    let taken = sharing.taken.map(|delay| match delay {
        Delay::Coming => further.workbook_coming,
        Delay::Missing => further.workbook_missing,
    });
    let button = |label: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button class="ds-button" data-variant="secondary" data-size="sm" type="button" {onclick}>{ label }</button>
        }
    };
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
            <div class="take">
                { button(further.take_workbook, sharing.take.reform(|_| Take::Workbook)) }
                { button(further.take_table, sharing.take.reform(|_| Take::Table)) }
                { button(further.take_paper, sharing.print.clone()) }
            </div>
            <p class="note" role="status">{ taken }</p>
            <details class="code-details">
                <summary>{ further.code }</summary>
                { code(language, &short_address(state, &sharing.others)) }
            </details>
        </section>
    }
}

/// The code of an address.
pub fn code(language: Language, address: &str) -> Html {
    let further = language.further();
    match Code::of(address) {
        Some(code) => html! {
            <div class="code">{ raw(maud::PreEscaped(code.to_svg(further.code))) }</div>
        },
        None => html! { <p>{ further.link_too_long }</p> },
    }
}
