//! The first view as text, which the site's build writes into each page: a visitor reads the figures before the program is
//! there, a search engine and a browser without script without it.

use super::figures::Look;
use super::first_findings;
use super::first_view::FirstView;
use super::part::Part;
use super::state::State;
use crate::scenario::{FIRST_DRAWS, Found, Outlook};
use crate::solution::{Language, Solution};
use std::rc::Rc;
use yew::prelude::*;

/// What is written into a page.
pub struct Prerendered {
    pub view: String,
    /// How sure its figures are, for the program that takes its place.
    pub found: String,
}

/// The view of a solution as its file has it; none if it cannot be calculated. To be waited for where tasks can be
/// spawned on the same thread.
pub async fn prerender(language: Language, solution: Solution) -> Option<Prerendered> {
    let mut state = State::new(solution)?;
    let found = first_findings::written(&find_out(&state)?);
    // As the program will read it.
    state.found = Rc::new(first_findings::read(&found));
    let given = WrittenProps { language, state };
    let renderer = yew::LocalServerRenderer::<Written>::with_props(given).hydratable(false);
    Some(Prerendered {
        view: renderer.render().await,
        found,
    })
}

/// All that the page finds out while a visitor rests.
fn find_out(state: &State) -> Option<Found> {
    let series = first_findings::series();
    let mut outlook = Outlook::new(&state.solution, &state.scenario, series).ok()?;
    outlook.settle(FIRST_DRAWS);
    outlook.refine(|| false)
}

#[derive(Properties, PartialEq)]
struct WrittenProps {
    language: Language,
    state: State,
}

#[component]
fn Written(given: &WrittenProps) -> Html {
    let look = Look {
        width: None,
        picked: None,
        pick: Callback::noop(),
        moving: false,
        in_sight: Vec::new(),
        axes: Rc::default(),
        rest: None,
        section: NodeRef::default(),
        take: Callback::noop(),
    };
    let view = FirstView {
        language: given.language,
        state: &given.state,
        part: Part::All,
        act: &Callback::noop(),
        to_stage: Callback::noop(),
        look: &look,
    };
    view.with(Html::default(), Html::default())
}
