//! The controls: three groups with few in sight, and all the rest under "all assumptions".

use super::first_view::WRITTEN;
use super::focus::show;
use super::growth::{Growth, Step};
use super::slider::{self, slider};
use super::state::{Action, Refused, State};
use super::still::{Stamp, Still};
use crate::model::{Curve, Error};
use crate::scenario::{Control, Refusal, controls};
use crate::solution::{Group, Language};
use crate::text::Words;
use yew::prelude::*;

/// The groups that have controls in sight.
const IN_SIGHT: [Group; 3] = [Group::Rollout, Group::Adoption, Group::Cost];
const ALL: [Group; 5] = [
    Group::Rollout,
    Group::Adoption,
    Group::Benefit,
    Group::Cost,
    Group::Standard,
];

/// What controls are made from.
#[derive(Clone, Copy)]
struct Given<'a> {
    language: Language,
    state: &'a State,
    act: &'a Callback<Action>,
}

/// All controls, as far as they have been made.
pub fn controls_of(
    language: Language,
    state: &State,
    act: &Callback<Action>,
    growth: Growth,
) -> Html {
    let given = &Given {
        language,
        state,
        act,
    };
    let made = |(place, group)| growth.has(Step::Controls(place)).then_some(group);
    let in_sight = (0..).zip(IN_SIGHT).filter_map(made);
    let all = (IN_SIGHT.len()..).zip(ALL).filter_map(made);
    let texts = given.language.texts();
    let reset_all = given.act.reform(|_: MouseEvent| Action::ResetAll);
    html! {
        <section id="controls" inert={WRITTEN} aria-labelledby="controls-title">
            <h2 class="ds-heading" data-size="xs" id="controls-title">{ texts.controls }</h2>
            { in_sight.map(|group| html! {
                <div key={(texts.group)(group)} role="group" aria-label={(texts.group)(group)}>
                    <h3 class="group-title">{ (texts.group)(group) }</h3>
                    if group == Group::Rollout { { curve_choice(given) } }
                    { sliders(given, group, true) }
                </div>
            }).collect::<Html>() }
            <details class="all-assumptions">
                <summary>{ texts.all_assumptions }</summary>
                { all.filter(|_| !WRITTEN).map(|group| html! {
                    <div key={(texts.group)(group)} role="group" aria-label={(texts.group)(group)}>
                        <h3 class="group-title">{ (texts.group)(group) }</h3>
                        { sliders(given, group, false) }
                    </div>
                }).collect::<Html>() }
            </details>
            <button class="ds-button" data-variant="secondary" data-size="sm" type="button" onclick={reset_all}>{ texts.reset_all }</button>
        </section>
    }
}

fn sliders(given: &Given, group: Group, featured: bool) -> Html {
    let state = given.state;
    let solution = &state.solution;
    let in_group = controls(solution, &state.scenario, group).into_iter();
    html! {
        <div class="sliders">
            { in_group.filter(|c| solution.parameters[c.parameter].featured == featured).map(|control| {
                let refused = state.refused.as_ref().filter(|r| r.parameter == control.parameter);
                let slider_given = slider::Given {
                    language: given.language,
                    solution: solution.clone(),
                    changed: state.scenario.changed(solution, control.parameter),
                    certain: state.scenario.is_certain(control.parameter),
                    refusal: refused.map(|refused| refusal(given, &control, refused)),
                    control,
                    act: given.act.clone(),
                };
                let key = solution.parameters[control.parameter].id.clone();
                let stamp = Stamp::Control(
                    control,
                    [slider_given.changed, slider_given.certain],
                    slider_given.refusal.clone(),
                );
                let make = Callback::from(move |()| slider(&slider_given));
                html! { <Still {key} {stamp} {make} /> }
            }).collect::<Html>() }
        </div>
    }
}

/// What was wrong with an input, what is allowed, and that nothing is lost.
fn refusal(given: &Given, control: &Control, refused: &Refused) -> String {
    let texts = given.language.texts();
    let words = Words::new(given.language, &given.state.solution, control);
    let (text, kept) = (&refused.text, words.full(control.value));
    let (min, max) = (words.number(control.min), words.full(control.max));
    match &refused.reason {
        None if text.is_empty() => (texts.refused_empty)(&min, &max, &kept),
        Some(Refusal::Illegal(Error::FractionalHorizon { .. })) => {
            (texts.refused_fraction)(text, &min, &max, &kept)
        }
        Some(Refusal::Illegal(_)) => (texts.refused_with_the_rest)(text, &kept),
        _ => (texts.refused)(text, &min, &max, &kept),
    }
}

fn curve_choice(given: &Given) -> Html {
    let texts = given.language.texts();
    let chosen = given.state.scenario.curve();
    let mut choices = vec![
        (Curve::Bass, texts.curve_bass),
        (Curve::Linear, texts.curve_linear),
    ];
    // What is drawn begins as what is there.
    let drawn = match (chosen, &given.state.solution.curve) {
        (drawn @ Curve::Drawn(_), _) | (_, drawn @ Curve::Drawn(_)) => drawn.clone(),
        _ => Curve::Drawn(given.state.scenario.points(&given.state.solution)),
    };
    choices.push((drawn, texts.curve_drawn));
    html! {
        <fieldset class="choice">
            <legend>{ texts.curve }</legend>
            { for choices.into_iter().map(|(curve, label)| {
                let checked = *chosen == curve;
                let onchange = given.act.reform(move |_: Event| Action::ChooseCurve(curve.clone()));
                html! {
                    <label key={label}><input class="ds-input" type="radio" name="curve" {checked} {onchange} />{ label }</label>
                }
            }) }
            if matches!(chosen, Curve::Drawn(_)) {
                <button class="reset" type="button" onclick={|_| show("#figure-rollout")}>{ texts.curve_draw_it }</button>
            }
        </fieldset>
    }
}
