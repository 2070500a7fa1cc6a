//! The first view as text, which the site's build writes into each page: a visitor reads the figures before the program is
//! there, a search engine and a browser without script without it.

use super::figures::Look;
use super::first_findings;
use super::first_view::FirstView;
use super::growth::Growth;
use super::part::Part;
use super::state::State;
use crate::export::preview;
use crate::figure::{FIGURES, Flow, View, figure};
use crate::scenario::{FIRST_DRAWS, Outlook, Scenario};
use crate::solution::{Language, Solution};
use std::rc::Rc;
use yew::prelude::*;

/// The view of a solution as its file has it, with what was found out about it; none if it cannot be calculated. To be
/// waited for where tasks can be spawned on the same thread.
pub async fn view(language: Language, solution: &Solution, findings: &str) -> Option<String> {
    let given = WrittenProps {
        language,
        state: with_findings(solution, findings)?,
    };
    let renderer = yew::LocalServerRenderer::<Written>::with_props(given).hydratable(false);
    Some(renderer.render().await)
}

/// The picture for those who show what an address leads to, with the first figure of that view.
pub fn preview(language: Language, solution: &Solution, findings: &str) -> Option<String> {
    let state = with_findings(solution, findings)?;
    let context = state.context(language);
    let figure = figure(FIGURES[0], context, View::default(), Flow::default())?;
    Some(preview::preview(context, &figure))
}

fn with_findings(solution: &Solution, findings: &str) -> Option<State> {
    let mut state = State::new(solution.clone())?;
    state.found = Rc::new(first_findings::read(findings));
    Some(state)
}

/// How sure the figures of that view are, as the program reads it: all that it finds out itself while a visitor rests.
pub fn findings(solution: &Solution) -> Option<String> {
    let scenario = Scenario::new(solution);
    let mut outlook = Outlook::new(solution, &scenario, first_findings::series()).ok()?;
    outlook.settle(FIRST_DRAWS);
    let found = outlook.refine(|| false)?;
    Some(first_findings::written(&found))
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
        growth: Growth::FIRST_VIEW,
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
