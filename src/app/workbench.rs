//! What a visitor does with a scenario as a whole: tells a story, takes a step back, keeps it, shares it, shows it.

use super::first_view::WRITTEN;
use super::focus::show;
use super::further::Further;
use super::state::{Action, State};
use crate::scenario::Story;
use crate::solution::Language;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The stories and the tools. What a story did, and what a tool opens, is said elsewhere.
pub fn workbench(
    language: Language,
    state: &State,
    act: &Callback<Action>,
    to_stage: Callback<MouseEvent>,
) -> Html {
    let texts = language.texts();
    let told = state.story.as_ref().map(|tale| tale.story);
    let stories = Story::ALL
        .into_iter()
        .filter(|story| story.is_of(&state.solution));
    let (undo, redo) = (state.history.can_undo(), state.history.can_redo());
    html! {
        <>
            <div class="stories" inert={WRITTEN} role="group" aria-labelledby="what-if">
                <h2 class="ds-heading" data-size="2xs" id="what-if">{ texts.what_if }</h2>
                { stories.map(|story| html! {
                    <button
                        key={story as usize}
                        class="chip"
                        type="button"
                        aria-pressed={if told == Some(story) { "true" } else { "false" }}
                        onclick={act.reform(move |_: MouseEvent| Action::Further(Further::Tell(story)))}
                    >{ (texts.story)(story) }</button>
                }).collect::<Html>() }
            </div>
            <div class="tools" inert={WRITTEN} role="group" aria-label={texts.tools}>
                { tool("undo", texts.undo, undo, act.reform(|_| Action::Undo)) }
                { tool("redo", texts.redo, redo, act.reform(|_| Action::Redo)) }
                { tool("compare", texts.keep, true, keep(language, state, act)) }
                { tool("share", texts.share, true, Callback::from(|_| show("#share"))) }
                { tool("stage", texts.stage, true, to_stage) }
            </div>
        </>
    }
}

fn tool(
    id: &'static str,
    label: &'static str,
    enabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            id={format!("tool-{id}")}
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            disabled={!enabled}
            {onclick}
        >{ label }</button>
    }
}

/// Keeps the scenario under the next name, and shows where it is compared.
fn keep(language: Language, state: &State, act: &Callback<Action>) -> Callback<MouseEvent> {
    let act = act.clone();
    let number = state.kept.len() + 1;
    let is_kept = state
        .kept
        .iter()
        .any(|kept| kept.scenario == *state.scenario);
    Callback::from(move |_| {
        if !is_kept {
            act.emit(Action::Further(Further::Keep(
                (language.texts().kept_name)(number),
            )));
        }
        // Where it is the first one, there is nothing to show before that is drawn.
        Timeout::new(0, || show("#comparison")).forget();
    })
}
