//! All figures, and the choice of whose kroner and which years the first of them shows.

use super::figure::figure_of;
use super::page::Picked;
use super::state::{Action, State};
use super::still::waits;
use crate::chart::Axis;
use crate::figure::{Figure, Flow, View, actors, flows, frees_time, person_years, rollout};
use crate::solution::Language;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The ids of all figures, in the page's order.
pub const FIGURES: [&str; 4] = ["flows", "person-years", "rollout", "actors"];

/// All figures of the state.
pub fn figures(language: Language, state: &State, act: &Callback<Action>, look: &Look) -> Html {
    let shown = FIGURES
        .into_iter()
        .filter(|id| *id != "person-years" || frees_time(state.context(language)));
    html! {
        <section class="figures" ref={look.section.clone()} aria-label={language.texts().charts}>
            { for shown.map(|id| {
                let (state, act, look) = (state.clone(), act.clone(), look.clone());
                let waiting = look.moving && !look.in_sight.contains(&id);
                waits(waiting, move || figure_with_choices(id, language, &state, &act, &look))
            }) }
        </section>
    }
}

fn figure_with_choices(
    id: &'static str,
    language: Language,
    state: &State,
    act: &Callback<Action>,
    look: &Look,
) -> Html {
    let (view, flow) = (state.view, state.flow);
    let context = state.context(language);
    let figure = match id {
        "flows" => flows(context, view, flow),
        "person-years" => person_years(context),
        "rollout" => rollout(context),
        _ => actors(context),
    };
    let figure = hold_axis(figure, (view, flow), look.moving, &look.axes);
    let choices = match id {
        "flows" => choices(language, state, act),
        _ => Html::default(),
    };
    figure_of(language, &figure, look, choices)
}

/// Whose kroner, and which years, the figure over time shows.
fn choices(language: Language, state: &State, act: &Callback<Action>) -> Html {
    let texts = language.texts();
    let (view, flow) = (state.view, state.flow);
    html! {
        <div class="choices">
            { toggle(act, texts.view, [
                (Action::ShowView(View::Social), texts.view_social, view == View::Social),
                (Action::ShowView(View::Budget), texts.view_budget, view == View::Budget),
            ]) }
            { toggle(act, texts.flow, [
                (Action::ShowFlow(Flow::Yearly), texts.flow_yearly, flow == Flow::Yearly),
                (Action::ShowFlow(Flow::Cumulated), texts.flow_cumulated, flow == Flow::Cumulated),
            ]) }
        </div>
    }
}

/// How the page looks at its figures.
#[derive(Clone)]
pub struct Look {
    /// Width of the figures in CSS pixels, once it has been measured.
    pub width: Option<u32>,
    pub picked: Picked,
    pub pick: Callback<Picked>,
    /// Whether a slider is being moved.
    pub moving: bool,
    /// What can be seen then: ids of figures, and of sections.
    pub in_sight: Vec<&'static str>,
    pub axes: Rc<RefCell<Axes>>,
    /// The section that holds the figures.
    pub section: NodeRef,
}

/// The axes that figures were drawn on last.
pub type Axes = Vec<(AxisKey, Axis)>;

/// A figure's axis is held for each way of showing it.
pub type AxisKey = (&'static str, View, Flow);

/// The figure on the axis that it had, while a slider moves; on the one that fits best when it rests.
fn hold_axis(mut figure: Figure, of: (View, Flow), moving: bool, axes: &RefCell<Axes>) -> Figure {
    let key = (figure.id, of.0, of.1);
    let fitting = figure.picture.axis();
    let mut axes = axes.borrow_mut();
    let place = axes.iter().position(|(known, _)| *known == key);
    let axis = match place {
        Some(place) if moving => fitting.holding(&axes[place].1),
        _ => fitting,
    };
    match place {
        Some(place) => axes[place].1 = axis,
        None => axes.push((key, axis)),
    }
    figure.picture = figure.picture.on_axis(axis);
    figure
}

/// Two choices side by side: what each does, its text, and whether it is the one chosen.
fn toggle(
    act: &Callback<Action>,
    label: &'static str,
    choices: [(Action, &'static str, bool); 2],
) -> Html {
    html! {
        <div class="choice-pair" role="group" aria-label={label}>
            { for choices.map(|(action, text, chosen)| html! {
                <button
                    key={text}
                    class="ds-button"
                    data-variant={if chosen { "primary" } else { "secondary" }}
                    data-size="sm"
                    type="button"
                    aria-pressed={if chosen { "true" } else { "false" }}
                    onclick={act.reform(move |_: MouseEvent| action.clone())}
                >{ text }</button>
            }) }
        </div>
    }
}
