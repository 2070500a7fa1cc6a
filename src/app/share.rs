//! Sharing: the link to what is seen, and ways to take it along.

use super::address::{opens_elsewhere, whole};
use super::embed_code::{Choices, embed_code};
use super::frame::{is_framed, is_sandboxed};
use super::markup::raw;
use super::state::State;
use super::takeaway::{Delay, Progress, Take};
use crate::export::qr::Code;
use crate::scenario::{Digest, Link, Pair};
use crate::solution::Language;
use crate::text::FurtherTexts;
use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// A text that was to be copied, and whether the browser did.
pub type Copied = Option<(String, bool)>;

/// What sharing has come to, and what can be asked for.
pub struct Sharing {
    /// What the page's address has beside the scenario; none where it does not show what the page shows.
    pub others: Option<Vec<Pair>>,
    /// Whether that is a file of the visitor's own.
    pub own_file: bool,
    /// Whether the page is a file itself, at no site.
    pub alone: bool,
    /// What was to be copied last, and whether it was.
    pub copied: Copied,
    pub tell_copied: Callback<Copied>,
    /// What is chosen of the code for other pages.
    pub embed: Choices,
    pub choose: Callback<Choices>,
    /// How far a file is that was asked for.
    pub taken: Progress,
    pub take: Callback<Take>,
    pub print: Callback<MouseEvent>,
}

/// The link to what is seen, with a digest of its figures: to the whole page, however little of it is shown here.
pub fn link(state: &State, others: &[Pair]) -> Link {
    let mut link = state.link();
    link.digest = Some(Digest::of(&state.results));
    let file = others.iter().filter(|(name, _)| name == "file");
    link.others.extend(file.cloned());
    link
}

/// The address of the link.
pub fn address(state: &State, others: &[Pair]) -> String {
    whole(&link(state, others).write(&state.solution))
}

/// The address for a hall's phones: as short as it can be, so without the digest.
pub fn short_address(state: &State, others: &[Pair]) -> String {
    let mut link = link(state, others);
    link.digest = None;
    whole(&link.write(&state.solution))
}

/// The section.
pub fn share(language: Language, state: &State, sharing: &Sharing) -> Html {
    let (texts, further) = (language.texts(), language.further());
    let others = sharing.others.as_deref();
    let taken = sharing.taken.map(|delay| match delay {
        Delay::Coming => further.file_coming,
        Delay::Missing => further.file_missing,
    });
    let take = |what: Take| sharing.take.reform(move |_: MouseEvent| what);
    let button = |label: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button class="ds-button" data-variant="secondary" data-size="sm" type="button" {onclick}>{ label }</button>
        }
    };
    html! {
        <section class="share" id="share" aria-labelledby="share-title">
            <h2 class="ds-heading" data-size="xs" id="share-title">{ texts.share }</h2>
            { match others {
                Some(others) => link_row(language, state, others, sharing),
                None => html! {
                    if sharing.own_file { <p class="note">{ further.own_file_kept_nowhere }</p> }
                },
            } }
            <div class="take">
                { button(further.take_workbook, take(Take::Workbook)) }
                { button(further.take_table, take(Take::Table)) }
                { button(further.take_paper, sharing.print.clone()) }
                { others.filter(|_| !sharing.alone).map(|_| button(further.take_one_file, take(Take::OneFile))).unwrap_or_default() }
            </div>
            { sandbox_note(language) }
            <p class="note" role="status">{ taken }</p>
            { others.map(|others| codes(language, state, others, sharing)).unwrap_or_default() }
        </section>
    }
}

/// The link, to be copied.
fn link_row(language: Language, state: &State, others: &[Pair], sharing: &Sharing) -> Html {
    let further = language.further();
    let address = address(state, others);
    let said = copied(further, &address, sharing);
    html! {
        <>
            <label for="link">{ further.link }</label>
            <div class="link-row">
                <input
                    class="ds-input"
                    id="link"
                    type="text"
                    readonly=true
                    value={address.clone()}
                    onfocus={|event: FocusEvent| {
                        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
                        field.select();
                    }}
                />
                { copy_button(&address, further.copy, sharing) }
            </div>
            <p class="note" role="status">{ said.unwrap_or(further.link_explained) }</p>
        </>
    }
}

/// The link to be photographed, and the code for other pages.
fn codes(language: Language, state: &State, others: &[Pair], sharing: &Sharing) -> Html {
    let address = short_address(state, others);
    let embeds = !is_framed() && opens_elsewhere(&address);
    html! {
        <>
            <details class="code-details">
                <summary>{ language.further().code }</summary>
                { code(language, &address) }
            </details>
            if embeds { { embed_code(language, state, others, sharing) } }
        </>
    }
}

/// Said beside what a frame without an origin of its own most likely refuses, without a word to us.
pub fn sandbox_note(language: Language) -> Html {
    let note =
        is_sandboxed().then(|| html! { <p class="note">{ language.further().sandboxed }</p> });
    note.unwrap_or_default()
}

/// Copies a text. It is not allowed in every frame, and not there in every browser.
pub fn copy_button(text: &str, label: &'static str, sharing: &Sharing) -> Html {
    let (text, tell) = (text.to_owned(), sharing.tell_copied.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (text, tell) = (text.clone(), tell.clone());
        let clipboard = window().navigator().clipboard();
        if clipboard.is_undefined() {
            return tell.emit(Some((text, false)));
        }
        spawn_local(async move {
            let written = JsFuture::from(clipboard.write_text(&text)).await;
            tell.emit(Some((text, written.is_ok())));
        });
    });
    html! {
        <button class="ds-button" data-size="sm" type="button" {onclick}>{ label }</button>
    }
}

/// What is said of a text that was to be copied last.
pub fn copied(further: &FurtherTexts, text: &str, sharing: &Sharing) -> Option<&'static str> {
    let (last, done) = sharing.copied.as_ref()?;
    let said = match done {
        true => further.copied,
        false => further.copy_refused,
    };
    (last == text).then_some(said)
}

/// The code of an address.
pub fn code(language: Language, address: &str) -> Html {
    let further = language.further();
    if !opens_elsewhere(address) {
        return html! { <p>{ further.link_only_here }</p> };
    }
    match Code::of(address) {
        Some(code) => html! {
            <div class="code">{ raw(maud::PreEscaped(code.to_svg(further.code))) }</div>
        },
        None => html! { <p>{ further.link_too_long }</p> },
    }
}
