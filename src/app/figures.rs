//! All figures, and the choice of whose kroner and which years the first of them shows.

use super::curve_editor::{handles, is_drawn, points_table};
use super::figure::{UNMEASURED, figure_of};
use super::first_view::WRITTEN;
use super::focus::{element, go_to};
use super::growth::{Growth, Step};
use super::page::Picked;
use super::part::Part;
use super::rest::Rest;
use super::state::{Action, State};
use super::still::waits;
use super::takeaway::Take;
use crate::chart::Axis;
use crate::figure::{
    Context, FIGURES, Figure, Flow, View, figure, figures_of, flows, importance_rows,
};
use crate::solution::Language;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The figures of the state that are in the part of the page that is shown.
pub fn figures(
    language: Language,
    state: &State,
    part: Part,
    act: &Callback<Action>,
    look: &Look,
) -> Html {
    let growth = look.growth;
    let step = |id| match FIGURES.iter().position(|known| *known == id) {
        Some(0) if growth.has(Step::FirstFigureWhole) => Step::FirstFigureWhole,
        Some(0) | None => Step::FirstFigure,
        Some(place) => Step::Figure(place),
    };
    let shown = figures_of(state.context(language))
        .filter(|id| part.has_figure(id) && growth.has(step(*id)));
    html! {
        <section class="figures" ref={look.section.clone()} aria-labelledby="charts-title">
            <h2 class="ds-sr-only" id="charts-title">{ language.texts().charts }</h2>
            { shown.map(|id| {
                let (state, act, look) = (state.clone(), act.clone(), look.clone());
                // What matters most takes more than a frame to find out.
                let waiting = growth.keeps(step(id)) || look.moving && (!look.in_sight.contains(&id) || id == "importance");
                waits(waiting, move || match (id, look.rest) {
                    ("flows", _) => figure_over_time(language, &state, &act, &look),
                    (_, Some(rest)) => (rest.figure)(id, language, &state, &act, &look),
                    (_, None) => Html::default(),
                })
            }).collect::<Html>() }
        </section>
    }
}

/// The first figure, with the choice of what it shows.
fn figure_over_time(
    language: Language,
    state: &State,
    act: &Callback<Action>,
    look: &Look,
) -> Html {
    let (view, flow) = (state.view, state.flow);
    let figure = flows(state.context(language), view, flow);
    let figure = hold_axis(figure, (view, flow), look);
    let choices = choices(language, state, act);
    figure_of(language, &figure, look, choices, Html::default())
}

/// Any other figure; nothing where the state has none of this id.
pub fn further_figure(
    id: &str,
    language: Language,
    state: &State,
    act: &Callback<Action>,
    look: &Look,
) -> Html {
    let Some(mut figure) = figure_by_id(id, language, state, look) else {
        return Html::default();
    };
    let context = state.context(language);
    let drawn = id == "rollout" && is_drawn(state);
    let over = match id {
        "importance" => row_links(&context, &figure, look),
        "rollout" if drawn => {
            let drawing = figure.draw(language, look.width.unwrap_or(UNMEASURED), None);
            handles(language, state, act, &mut figure, &drawing)
        }
        _ => Html::default(),
    };
    let figure = figure_of(language, &figure, look, Html::default(), over);
    if drawn {
        return html! { <>{ figure }{ points_table(language, state, act) }</> };
    }
    figure
}

/// A figure as the page shows it; none where the state has none of this id.
pub fn figure_by_id(id: &str, language: Language, state: &State, look: &Look) -> Option<Figure> {
    let shown_as = (state.view, state.flow);
    let figure = figure(id, state.context(language), state.view, state.flow)?;
    Some(hold_axis(figure, shown_as, look))
}

/// Over each row of a chart of bars, a way to the control that it is about.
fn row_links(context: &Context, figure: &Figure, look: &Look) -> Html {
    let parameters = importance_rows(context);
    let share = figure.picture.head_share(look.width.unwrap_or(UNMEASURED));
    let Some(share) = share.filter(|_| !parameters.is_empty()) else {
        return Html::default();
    };
    let further = context.further();
    html! {
        <div class="row-links" ~style={format!("top:{}%", (share * 100.0).round() as i32)}>
            { for parameters.into_iter().map(|parameter| {
                let id = context.solution.parameters[parameter].id.clone();
                let label = (further.go_to)(context.question(parameter));
                let key = id.clone();
                let onclick = Callback::from(move |_: MouseEvent| go_to_control(&id));
                html! { <button {key} type="button" aria-label={label.clone()} title={label} {onclick} /> }
            }) }
        </div>
    }
}

/// Brings a control into sight, opens what hides it, and gives it the focus.
fn go_to_control(id: &str) {
    let Some(slider) = element(&format!("#{}-slider", id.replace('_', "-"))) else {
        return;
    };
    if let Ok(Some(hiding)) = slider.closest(".all-assumptions") {
        // Then the focus opens it, in browsers that can.
        let _ = hiding.set_attribute("open", "");
    }
    go_to(&slider);
}

/// Whose kroner, and which years, the figure over time shows.
fn choices(language: Language, state: &State, act: &Callback<Action>) -> Html {
    let texts = language.texts();
    let (view, flow) = (state.view, state.flow);
    html! {
        <div class="choices" inert={WRITTEN}>
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
    /// How far the page has been made.
    pub growth: Growth,
    /// Whether a slider is being moved.
    pub moving: bool,
    /// What can be seen then: ids of figures, and of sections.
    pub in_sight: Vec<&'static str>,
    pub axes: Rc<RefCell<Axes>>,
    /// The rest of the program, once it is here.
    pub rest: Option<&'static Rest>,
    /// The section that holds the figures.
    pub section: NodeRef,
    /// Takes a figure along.
    pub take: Callback<Take>,
}

/// The axes that figures were drawn on last.
pub type Axes = Vec<(AxisKey, Axis)>;

/// A figure's axis is held for each way of showing it.
pub type AxisKey = (&'static str, View, Flow);

/// The figure on the axis that it had, while a slider moves; on the one that fits best when it rests.
fn hold_axis(mut figure: Figure, of: (View, Flow), look: &Look) -> Figure {
    let key = (figure.id, of.0, of.1);
    let Some(axis) = figure.picture.axis() else {
        return figure;
    };
    let mut axes = look.axes.borrow_mut();
    match axes.iter_mut().find(|(known, _)| *known == key) {
        Some((_, held)) => {
            if look.moving {
                *axis = axis.holding(held);
            }
            *held = *axis;
        }
        None => axes.push((key, *axis)),
    }
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
