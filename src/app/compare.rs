//! Comparing: what the visitor has kept, the two scenarios' headlines beside each other, and what differs.

use super::further::Further;
use super::markup::raw;
use super::state::{Action, State};
use super::still::field;
use super::table;
use crate::figure::{headlines_beside, moved_table};
use crate::solution::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The section; nothing until something is kept. `stored` says whether this browser keeps it; none of a file of the
/// visitor's own, of which nothing is.
pub fn compare(
    language: Language,
    state: &State,
    act: &Callback<Action>,
    stored: Option<bool>,
) -> Html {
    if state.kept.is_empty() {
        return Html::default();
    }
    let further = language.further();
    let keep = {
        let name = (language.texts().kept_name)(state.kept.len() + 1);
        act.reform(move |_: MouseEvent| Action::Further(Further::Keep(name.clone())))
    };
    let is_kept = state
        .kept
        .iter()
        .any(|kept| kept.scenario == *state.scenario);
    html! {
        <section class="comparison" id="comparison" aria-labelledby="comparison-title">
            <h2 class="ds-heading" data-size="xs" id="comparison-title">{ further.comparison }</h2>
            { state.compared.as_ref().map(|_| beside(language, state)).unwrap_or_default() }
            <h3 class="ds-heading" data-size="2xs">{ further.kept_scenarios }</h3>
            <ul class="kept">
                { for (0..state.kept.len()).map(|place| kept(language, state, act, place)) }
            </ul>
            <button class="ds-button" data-variant="secondary" data-size="sm" type="button" disabled={is_kept} onclick={keep}>
                { further.keep_another }
            </button>
            <p class="note">{ match stored {
                Some(true) => further.stored_here,
                Some(false) => further.not_stored,
                None => further.own_file_kept_nowhere,
            } }</p>
        </section>
    }
}

/// The headlines beside each other, and the assumptions that differ.
fn beside(language: Language, state: &State) -> Html {
    let further = language.further();
    let Some(compared) = &state.compared else {
        return Html::default();
    };
    let context = state.context(language);
    let kept = &compared.kept;
    let names = [kept.name.as_str(), further.now];
    let headlines = headlines_beside(context, &compared.results, names);
    let differing = moved_table(context, &kept.scenario, names);
    html! {
        <>
            <p>{ (further.comparison_intro)(&kept.name) }</p>
            { raw(table::beside(&headlines, further.comparison)) }
            <h3 class="ds-heading" data-size="2xs">{ further.what_differs }</h3>
            if differing.rows.is_empty() {
                <p>{ further.nothing_differs }</p>
            } else {
                { raw(table::table(&differing, further.what_differs)) }
            }
        </>
    }
}

/// One that is kept: its name, which can be changed, and what can be done with it.
fn kept(language: Language, state: &State, act: &Callback<Action>, place: usize) -> Html {
    let further = language.further();
    let name = &state.kept[place].name;
    let compared = state.compared_place() == Some(place);
    let rename = {
        let name = name.clone();
        act.reform(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let typed = input.value();
            // The field says what holds, also where what was typed is no name.
            input.set_value(&name);
            Action::Further(Further::Rename(place, typed))
        })
    };
    let input = {
        let name = name.clone();
        move || {
            html! {
                <input class="ds-input" type="text" maxlength="60" aria-label={further.name} value={name.clone()} onchange={&rename} />
            }
        }
    };
    let compare = act.reform(move |_: MouseEvent| {
        Action::Further(Further::Compare((!compared).then_some(place)))
    });
    let button = |label: &'static str, said: String, onclick: Callback<MouseEvent>| {
        html! {
            <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" aria-label={said} {onclick}>
                { label }
            </button>
        }
    };
    let compare_label = if compared {
        further.compare_no_longer
    } else {
        language.texts().keep
    };
    html! {
        <li key={place}>
            { field(name, input) }
            { button(compare_label, match compared {
                true => further.compare_no_longer.to_owned(),
                false => (further.compare_with)(name),
            }, compare) }
            { button(further.take_up_short, (further.take_up)(name), act.reform(move |_| Action::Further(Further::TakeUp(place)))) }
            { button(further.drop_short, (further.drop)(name), act.reform(move |_| Action::Further(Further::Drop(place)))) }
        </li>
    }
}
