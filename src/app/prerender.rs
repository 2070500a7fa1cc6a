//! The first view as text, which the site's build writes into each page: a visitor reads the figures before the program is
//! there. And all of the page as text, for a search engine and a browser without script.

use super::claim::claim_beside_model;
use super::conditions::conditions_of;
use super::drawing::svg;
use super::figure::{UNMEASURED, WIDE, framed};
use super::figures::Look;
use super::first_findings;
use super::first_view::FirstView;
use super::growth::Growth;
use super::head::head;
use super::headlines::headlines;
use super::markup::raw;
use super::method::method;
use super::part::Part;
use super::state::State;
use super::table::table;
use crate::export::preview;
use crate::figure::{self, FIGURES, Figure, Flow, View, figure, figures_of, series_of};
use crate::scenario::{FIRST_DRAWS, Found, Outlook, Scenario};
use crate::solution::{Language, Solution};
use crate::uncertainty::Series;
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

/// All that the page says of a solution as its file has it, every figure with its table, for those who have no scripts;
/// none if it cannot be calculated. To be waited for as [`view`].
pub async fn in_full(language: Language, solution: &Solution, found: &Found) -> Option<String> {
    let mut state = State::new(solution.clone())?;
    state.found = Rc::new(found.clone());
    let renderer = yew::LocalServerRenderer::<InFull>::with_props(WrittenProps { language, state });
    Some(renderer.hydratable(false).render().await)
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

/// How sure the figures of a solution as its file has it are: all that the program finds out itself while a visitor rests.
pub fn found(solution: &Solution) -> Option<Found> {
    let scenario = Scenario::new(solution);
    let series = |id| series_of(id, View::default(), Flow::default());
    let series: Vec<Series> = FIGURES.into_iter().flat_map(series).copied().collect();
    let mut outlook = Outlook::new(solution, &scenario, &series).ok()?;
    outlook.settle(FIRST_DRAWS);
    outlook.refine(|| false)
}

/// What the first view needs of it, as the program reads it.
pub fn findings(found: &Found) -> String {
    first_findings::written(found)
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

#[component]
fn InFull(given: &WrittenProps) -> Html {
    let WrittenProps { language, state } = given;
    let (language, context) = (*language, state.context(*language));
    let shown = figures_of(context).filter_map(|id| figure(id, context, state.view, state.flow));
    html! {
        <main class="in-full page">
            { raw(head(language, &state.solution)) }
            { headlines(language, &figure::headlines(context)) }
            <section class="figures" aria-labelledby="charts-title">
                <h2 class="ds-sr-only" id="charts-title">{ language.texts().charts }</h2>
                { for shown.map(|figure| figure_in_full(language, &figure)) }
            </section>
            { raw(conditions_of(language, state)) }
            { raw(claim_beside_model(language, state)) }
            { method(language, state) }
        </main>
    }
}

/// A figure as it is, drawn for a phone and for a desktop.
fn figure_in_full(language: Language, figure: &Figure) -> Html {
    let Figure { id, title, .. } = figure;
    let drawn = |id: &str, width| {
        let drawing = figure.draw(language, width, None);
        svg(&drawing, id, title, &figure.subtitle)
    };
    let plot = html! { <>{ drawn(id, UNMEASURED) }{ drawn(&format!("{id}-wide"), WIDE) }</> };
    let below = html! {
        <details class="figure-table">
            <summary>{ language.pages().show_numbers }</summary>
            { raw(table(&figure.table, title)) }
        </details>
    };
    let readout = figure.readouts.last();
    framed(figure, readout, Html::default(), plot, below)
}
