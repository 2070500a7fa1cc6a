//! All figures, and the choice of whose kroner and which years the first of them shows.

use super::figure::FigureView;
use super::state::State;
use crate::chart::Axis;
use crate::figure::{Context, Figure, Flow, View, actors, flows, person_years, rollout};
use crate::solution::Language;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FiguresProps {
    pub language: Language,
    pub state: Rc<State>,
}

#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let FiguresProps { language, state } = props;
    let texts = language.texts();
    let view = use_state_eq(View::default);
    let flow = use_state_eq(Flow::default);
    let axes = use_mut_ref(Vec::new);
    let context = Context {
        language: *language,
        solution: &state.solution,
        scenario: &state.scenario,
        results: &state.results,
    };
    let held = |figure: Figure, of: (View, Flow)| hold_axis(figure, of, state.moving, &axes);
    let over_time = held(flows(context, *view, *flow), (*view, *flow));
    let others = [
        person_years(context),
        Some(rollout(context)),
        Some(actors(context)),
    ];
    html! {
        <section class="figures" aria-label={texts.charts}>
            <FigureView language={*language} figure={over_time}>
                <div class="choices">
                    { toggle(texts.view, &view, [(View::Social, texts.view_social), (View::Budget, texts.view_budget)]) }
                    { toggle(texts.flow, &flow, [(Flow::Yearly, texts.flow_yearly), (Flow::Cumulated, texts.flow_cumulated)]) }
                </div>
            </FigureView>
            { for others.into_iter().flatten().map(|figure| {
                let figure = held(figure, Default::default());
                let key = figure.id;
                html! { <FigureView {key} language={*language} {figure} /> }
            }) }
        </section>
    }
}

/// A figure's axis is held for each way of showing it.
type AxisKey = (&'static str, View, Flow);

/// The figure on the axis that it had, while a slider moves; on the one that fits best when it rests.
fn hold_axis(
    mut figure: Figure,
    of: (View, Flow),
    moving: bool,
    axes: &RefCell<Vec<(AxisKey, Axis)>>,
) -> Figure {
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

/// Two choices side by side.
fn toggle<T: Copy + PartialEq + 'static>(
    label: &'static str,
    state: &UseStateHandle<T>,
    choices: [(T, &'static str); 2],
) -> Html {
    html! {
        <div class="ds-toggle-group" role="radiogroup" aria-label={label} data-size="sm">
            { for choices.map(|(choice, text)| {
                let setter = state.setter();
                let checked = **state == choice;
                html! {
                    <button
                        key={text}
                        class="ds-button"
                        data-variant={if checked { "primary" } else { "tertiary" }}
                        data-size="sm"
                        type="button"
                        role="radio"
                        aria-checked={checked.to_string()}
                        onclick={Callback::from(move |_: MouseEvent| setter.set(choice))}
                    >{ text }</button>
                }
            }) }
        </div>
    }
}
