//! What a story did: why it is told, which controls it moved, and what came of it.

use super::further::Further;
use super::state::{Action, State, Tale};
use super::table;
use crate::figure::{Context, headlines_beside, moved_table};
use crate::solution::Language;
use yew::prelude::*;

use super::markup::raw;

/// What the story that the scenario is has done; nothing where it is none.
pub fn tale(language: Language, state: &State, act: &Callback<Action>) -> Html {
    let Some(tale) = &state.story else {
        return Html::default();
    };
    let (texts, further) = (language.texts(), language.further());
    let context = state.context(language);
    let names = [further.before, further.after];
    let moves = moved_table(context, &tale.before, names);
    let beside = headlines_beside(
        Context {
            found: None,
            ..context
        },
        &tale.results_before,
        names,
    );
    let story = tale.story;
    let take_back = act.reform(move |_: MouseEvent| Action::Further(Further::Tell(story)));
    html! {
        <section class="tale" aria-labelledby="tale-title">
            <h2 class="ds-heading" data-size="xs" id="tale-title">
                { format!("{} {}", texts.what_if, (texts.story)(story)) }
            </h2>
            { for said(language, tale).into_iter().map(|text| html! { <p>{ text }</p> }) }
            if moves.rows.is_empty() {
                if tale.goal.is_none() { <p>{ further.story_moves_nothing }</p> }
            } else {
                { raw(table::table(&moves, further.story_moves)) }
                { raw(table::beside(&beside, texts.results)) }
                <button class="ds-button" data-variant="secondary" data-size="sm" type="button" onclick={take_back}>
                    { further.take_story_back }
                </button>
            }
        </section>
    }
}

/// What the story is about, and whether it got where it was to go.
fn said(language: Language, tale: &Tale) -> Vec<String> {
    let further = language.further();
    let money = |kroner| language.texts().numbers.money(kroner);
    let goal = tale.goal.map(|goal| match goal.met() {
        true => (further.claim_is_met)(&money(goal.claimed)),
        false => (further.claim_is_not_met)(&money(goal.claimed), &money(goal.most)),
    });
    let about = (further.story_explained)(tale.story).to_owned();
    let reached = tale.goal.is_none_or(|goal| goal.met());
    reached.then_some(about).into_iter().chain(goal).collect()
}
