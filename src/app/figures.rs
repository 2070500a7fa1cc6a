//! All figures, and the choice of whose kroner and which years the first of them shows.

use super::figure::figure_of;
use super::page::Picked;
use super::state::{Action, State};
use crate::chart::Axis;
use crate::figure::{Figure, Flow, View, actors, flows, person_years, rollout};
use crate::solution::Language;
use std::cell::RefCell;
use yew::prelude::*;

/// All figures of the state.
pub fn figures(language: Language, state: &State, act: &Callback<Action>, look: &Look) -> Html {
    let texts = language.texts();
    let (view, flow) = (state.view, state.flow);
    let context = state.context(language);
    let held = |figure: Figure| hold_axis(figure, (view, flow), look.moving, look.axes);
    let others = [
        person_years(context),
        Some(rollout(context)),
        Some(actors(context)),
    ];
    let choices = html! {
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
    };
    html! {
        <section class="figures" ref={look.section.clone()} aria-label={texts.charts}>
            { figure_of(language, &held(flows(context, view, flow)), look, choices) }
            { for others.into_iter().flatten().map(|figure| {
                figure_of(language, &held(figure), look, Html::default())
            }) }
        </section>
    }
}

/// How the page looks at its figures.
pub struct Look<'a> {
    /// Width of the figures in CSS pixels, once it has been measured.
    pub width: Option<u32>,
    pub picked: Picked,
    pub pick: Callback<Picked>,
    /// The figures whose tables are open.
    pub open_tables: &'a [&'static str],
    pub toggle: Callback<(&'static str, bool)>,
    /// Whether a slider is being moved.
    pub moving: bool,
    pub axes: &'a RefCell<Axes>,
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
