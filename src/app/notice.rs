//! What a visitor is told above the page, until it is closed.

use super::rest::Rest;
use super::state::State;
use crate::scenario::{Digest, Ignored};
use crate::solution::{Language, Problem};
use yew::prelude::*;

/// Something that a visitor is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Said(String),
    /// A file with what must be mended in it.
    Broken(String, Vec<Problem>),
    /// What of the address was left out of account.
    Ignored(Vec<Ignored>),
    /// The figures that a link was made with are not those of today.
    Changed {
        was: Digest,
        now: Digest,
    },
}

impl Notice {
    /// Whether it is about what the address says.
    pub fn is_of_link(&self) -> bool {
        matches!(self, Notice::Ignored(_) | Notice::Changed { .. })
    }

    /// What the address has to say to who opened it: what of it was not used, and whether its figures have changed.
    pub fn of_link(ignored: Vec<Ignored>, digest: Option<Digest>, state: &State) -> Vec<Self> {
        let now = Digest::of(&state.results);
        let changed = digest.filter(|was| *was != now && ignored.is_empty());
        let changed = changed.map(|was| Notice::Changed { was, now });
        let ignored = (!ignored.is_empty()).then_some(Notice::Ignored(ignored));
        ignored.into_iter().chain(changed).collect()
    }
}

/// What is said first, and what is listed below it. The rest of the program knows the words for what is listed.
pub fn in_words(language: Language, notice: &Notice) -> (String, Vec<String>) {
    let (texts, further) = (language.texts(), language.further());
    match notice {
        Notice::Said(text) => (text.clone(), Vec::new()),
        Notice::Broken(text, problems) => {
            (text.clone(), problems.iter().map(further.problem).collect())
        }
        Notice::Ignored(ignored) => {
            let said = ignored
                .iter()
                .map(|part| (further.ignored)(&part.name, &part.text, &part.reason));
            (further.ignored_parts.to_owned(), said.collect())
        }
        Notice::Changed { was, now } => {
            let numbers = &texts.numbers;
            let money = |kroner| numbers.money(kroner);
            let pairs = [
                (texts.npv_term, money(was.npv), money(now.npv)),
                (texts.annual_saving, money(was.saving), money(now.saving)),
                (
                    texts.person_years,
                    numbers.rounded(was.person_years),
                    numbers.rounded(now.person_years),
                ),
                (
                    texts.break_even,
                    year(language, was.break_even),
                    year(language, now.break_even),
                ),
            ];
            let changed = pairs.iter().filter(|(_, was, now)| was != now);
            let said = changed.map(|(what, was, now)| (further.figure_was)(what, was, now));
            (further.figures_changed.to_owned(), said.collect())
        }
    }
}

fn year(language: Language, year: Option<i32>) -> String {
    year.map_or(language.further().never.to_owned(), |year| year.to_string())
}

/// All notices, each with a way to close it.
pub fn notices(
    language: Language,
    notices: &[Notice],
    rest: Option<&'static Rest>,
    close: &Callback<usize>,
) -> Html {
    html! {
        <div role="alert">
            { for notices.iter().enumerate().filter_map(|(place, notice)| {
                let (text, list) = match (notice, rest) {
                    (_, Some(rest)) => (rest.notice)(language, notice),
                    (Notice::Said(text) | Notice::Broken(text, _), None) => (text.clone(), Vec::new()),
                    _ => return None,
                };
                Some(html! {
                    <div class="notice" key={place}>
                        <p>{ text }</p>
                        <ul>{ for list.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                        <button
                            class="ds-button"
                            data-variant="secondary"
                            data-size="sm"
                            type="button"
                            onclick={close.reform(move |_: MouseEvent| place)}
                        >{ language.texts().close }</button>
                    </div>
                })
            }) }
        </div>
    }
}
