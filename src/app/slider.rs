//! One control: a question, a slider, a number field that agrees with it, where the figure comes from, and the
//! way back to it.

use super::state::Action;
use crate::model::Plain;
use crate::scenario::Control;
use crate::solution::{Basis, Language, Solution};
use crate::text::{control_label, unit_phrase, with_unit};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a slider is made from.
#[derive(Clone)]
pub struct Given {
    pub language: Language,
    pub solution: Rc<Solution>,
    pub control: Control,
    pub changed: bool,
    /// Why the last input here was refused.
    pub refusal: Option<String>,
    pub act: Callback<Action>,
}

/// A control's numbers in words.
pub struct Words {
    /// What stands after a number.
    pub unit: String,
    control: Control,
    language: Language,
}

impl Words {
    pub fn new(language: Language, solution: &Solution, control: &Control) -> Self {
        let formal = match control.scale {
            crate::scenario::Scale::HalfTime { .. } => "year",
            _ => &solution.parameters[control.parameter].unit,
        };
        Self {
            unit: unit_phrase(language, solution, formal),
            control: *control,
            language,
        }
    }

    /// A shown number, without its unit.
    pub fn number(&self, shown: f64) -> String {
        let numbers = &self.language.texts().numbers;
        numbers.trimmed(shown, self.control.decimals() + 2)
    }

    /// A shown number with its unit.
    pub fn full(&self, shown: f64) -> String {
        with_unit(&self.number(shown), &self.unit)
    }
}

/// The control.
pub fn slider(props: &Given) -> Html {
    let Given {
        language,
        solution,
        control,
        ..
    } = props;
    let texts = language.texts();
    let parameter = control.parameter;
    let about = &solution.parameters[parameter];
    let words = Words::new(*language, solution, control);
    let label = control_label(*language, solution, control);
    let id = about.id.replace('_', "-");
    let (input_id, unit_id, problem_id) = (
        format!("{id}-slider"),
        format!("{id}-unit"),
        format!("{id}-problem"),
    );

    let oninput = props.act.reform(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Slide {
            parameter,
            shown: input.value_as_number(),
        }
    });
    let onchange = props.act.reform(|_: Event| Action::Rest);
    let ontype = props.act.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Type {
            parameter,
            text: input.value(),
        }
    });
    let onreset = props
        .act
        .reform(move |_: MouseEvent| Action::Reset { parameter });

    html! {
        <div class="control" id={id}>
            <div class="control-head">
                <label for={input_id.clone()}>{ label }</label>
                <button
                    class="reset"
                    type="button"
                    disabled={!props.changed}
                    aria-label={(texts.reset)(label)}
                    onclick={onreset}
                >{ texts.reset_short }</button>
            </div>
            <div class="control-row">
                <div class="track">
                    <input
                        id={input_id}
                        type="range"
                        min={Plain(control.min).to_string()}
                        max={Plain(control.max).to_string()}
                        step={if control.is_on_step() { Plain(control.step).to_string() } else { "any".to_owned() }}
                        value={Plain(control.value).to_string()}
                        aria-valuetext={words.full(control.value)}
                        {oninput}
                        {onchange}
                    />
                    { marks(control) }
                </div>
                <span class="field">
                    <input
                        class="ds-input"
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        value={words.number(control.value)}
                        aria-label={(texts.number_field)(label)}
                        aria-describedby={format!("{unit_id} {problem_id}")}
                        aria-invalid={props.refusal.is_some().then_some("true")}
                        onchange={ontype}
                    />
                    <span class="unit" id={unit_id}>{ &words.unit }</span>
                </span>
            </div>
            <p class="problem" id={problem_id} role="alert">{ props.refusal.clone().unwrap_or_default() }</p>
            { about_the_figure(props, &words) }
        </div>
    }
}

/// P10, likely and P90 on the track, as a band and a tick.
fn marks(control: &Control) -> Html {
    let span = control.max - control.min;
    let place = |shown: f64| ((shown - control.min) / span * 1000.0).clamp(0.0, 1000.0);
    let [low, high] = control.range.unwrap_or([control.likely; 2]).map(place);
    html! {
        <svg class="marks" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="mark-band" x={Plain(low).to_string()} width={Plain(high - low).to_string()} y="3" height="2" />
            <rect class="mark-likely" x={Plain(place(control.likely) - 2.0).to_string()} width="4" y="0" height="8" />
        </svg>
    }
}

/// What the figure means, its low–likely–high, and where it comes from.
fn about_the_figure(props: &Given, words: &Words) -> Html {
    let texts = props.language.texts();
    let about = &props.solution.parameters[props.control.parameter];
    let likely = words.number(props.control.likely);
    let figures = match props.control.range {
        Some([low, high]) => (texts.range)(&words.number(low), &likely, &words.full(high)),
        None => (texts.standard_value)(&words.full(props.control.likely)),
    };
    let source = about.source.map(|index| &props.solution.sources[index]);
    html! {
        <details class="about">
            <summary>
                <span class="basis" data-basis={basis_name(about.basis)}>{ (texts.basis)(about.basis) }</span>
                <span>{ figures }</span>
            </summary>
            { for about.help.iter().chain(&about.note).map(|text| html! { <p>{ text.get(props.language) }</p> }) }
            { for source.map(|source| html! {
                <p>{ texts.source }{ ": " }
                    <a class="ds-link" href={source.address.clone()}>{ &source.title }</a>
                    { format!(", {}, {}", source.publisher, source.year) }
                </p>
            }) }
        </details>
    }
}

/// What the style sheet knows a basis by.
fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Published => "published",
        Basis::Derived => "derived",
        Basis::Assumption => "assumption",
    }
}
