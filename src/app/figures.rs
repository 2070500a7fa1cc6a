//! All figures, and the choice of whose kroner and which years the first of them shows.

use super::figure::FigureView;
use super::state::{Action, State};
use crate::chart::Axis;
use crate::figure::{Figure, Flow, View, actors, flows, person_years, rollout};
use crate::solution::Language;
use std::cell::RefCell;
use yew::prelude::*;

/// All figures of the state.
pub fn figures(
    language: Language,
    state: &State,
    axes: &RefCell<Axes>,
    act: &Callback<Action>,
) -> Html {
    let texts = language.texts();
    let (view, flow) = (state.view, state.flow);
    let context = state.context(language);
    let held = |figure: Figure| hold_axis(figure, (view, flow), state.moving, axes);
    let others = [
        person_years(context),
        Some(rollout(context)),
        Some(actors(context)),
    ];
    html! {
        <section class="figures" aria-label={texts.charts}>
            <FigureView {language} figure={held(flows(context, view, flow))}>
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
            </FigureView>
            { for others.into_iter().flatten().map(|figure| {
                let figure = held(figure);
                let key = figure.id;
                html! { <FigureView {key} {language} {figure} /> }
            }) }
        </section>
    }
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
        <div class="ds-toggle-group" role="radiogroup" aria-label={label} data-size="sm">
            { for choices.map(|(action, text, chosen)| html! {
                <button
                    key={text}
                    class="ds-button"
                    data-variant={if chosen { "primary" } else { "tertiary" }}
                    data-size="sm"
                    type="button"
                    role="radio"
                    aria-checked={if chosen { "true" } else { "false" }}
                    onclick={act.reform(move |_: MouseEvent| action.clone())}
                >{ text }</button>
            }) }
        </div>
    }
}
