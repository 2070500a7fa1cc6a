//! One control: a question, a slider, a number field that agrees with it, where the figure comes from, and the
//! way back to it.

use super::first_view::WRITTEN;
use super::focus::focus;
use super::markup::raw;
use super::state::Action;
use crate::model::Plain;
use crate::scenario::Control;
use crate::solution::{Basis, Language, Solution, Source};
use crate::text::{Words, control_label};
use maud::{Markup, html as markup};
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
    /// Whether the visitor takes it for certain.
    pub certain: bool,
    /// Why the last input here was refused.
    pub refusal: Option<String>,
    pub act: Callback<Action>,
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

    let shown_text = words.number(control.value);
    let oninput = props.act.reform(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Slide {
            parameter,
            shown: input.value_as_number(),
        }
    });
    let onchange = props.act.reform(|_: Event| Action::Rest);
    let onpointerdown = props
        .act
        .reform(move |_: PointerEvent| Action::Grab { parameter });
    let onpointercancel = props
        .act
        .reform(move |_: PointerEvent| Action::Release { parameter });
    let commit = {
        let (act, shown_text, unit) = (props.act.clone(), shown_text.clone(), words.unit.clone());
        let numbers = props.language.texts().numbers;
        move |input: HtmlInputElement| {
            let text = without_unit(&input.value(), &unit);
            // The field says what holds; what was typed lives on in the message, if it was refused.
            input.set_value(&shown_text);
            if text == shown_text {
                act.emit(Action::Forget { parameter });
            } else {
                let shown = numbers.read(&text);
                act.emit(Action::Type {
                    parameter,
                    text,
                    shown,
                });
            }
        }
    };
    let onblur = {
        let commit = commit.clone();
        Callback::from(move |event: FocusEvent| commit(event.target_unchecked_into()))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            commit(event.target_unchecked_into());
        }
    });
    let onreset = {
        let (act, slider) = (props.act.clone(), format!("#{input_id}"));
        Callback::from(move |_: MouseEvent| {
            // The button is about to go; the focus must not go with it.
            focus(&slider);
            act.emit(Action::Reset { parameter });
        })
    };

    html! {
        <div class="control" id={id}>
            <div class="control-head">
                <label for={input_id.clone()}>{ label }</label>
                <button
                    class="reset"
                    type="button"
                    disabled={!props.changed}
                    aria-label={(!WRITTEN).then(|| (texts.reset)(label))}
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
                        step={Plain(control.step_to_value()).to_string()}
                        value={Plain(control.value).to_string()}
                        aria-valuetext={(!WRITTEN).then(|| words.full(control.value))}
                        {oninput}
                        {onchange}
                        {onpointerdown}
                        {onpointercancel}
                    />
                    { raw(marks(control)) }
                </div>
                <span class="field">
                    <input
                        class="ds-input"
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        value={shown_text.clone()}
                        data-shown={shown_text}
                        aria-label={(!WRITTEN).then(|| (texts.number_field)(label))}
                        aria-describedby={(!WRITTEN).then(|| format!("{unit_id} {problem_id}"))}
                        aria-invalid={props.refusal.is_some().then_some("true")}
                        {onblur}
                        {onkeydown}
                    />
                    <span class="unit" id={unit_id}>{ &words.unit }</span>
                </span>
            </div>
            if !WRITTEN {
                <p class="problem" id={problem_id} role="alert">{ props.refusal.clone().unwrap_or_default() }</p>
            }
            { about_the_figure(props, &words) }
        </div>
    }
}

/// What was typed, without the unit that stands beside the field, or its first word.
pub fn without_unit(text: &str, unit: &str) -> String {
    let text = text.trim();
    let first_word = unit.split(' ').next().unwrap_or_default();
    [unit, first_word]
        .iter()
        .filter(|word| !word.is_empty())
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text)
        .trim_end()
        .to_owned()
}

/// P10, likely and P90 on the track, as a band and a tick.
fn marks(control: &Control) -> Markup {
    let span = control.max - control.min;
    let place = |shown: f64| {
        ((shown - control.min) / span * 1000.0)
            .clamp(0.0, 1000.0)
            .round()
    };
    let [low, high] = control.range_now.unwrap_or([control.value; 2]).map(place);
    let likely = Plain(place(control.likely) - 2.0);
    markup! {
        svg.marks viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.mark-band x=(Plain(low)) width=(Plain(high - low)) y="3" height="2" {}
            rect.mark-likely x=(likely) width="4" y="0" height="8" {}
        }
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
            { raw(markup! {
                @if WRITTEN {} @else {
                @for text in about.help.iter().chain(&about.note) { p { (text.get(props.language)) } }
                @if let Some(source) = source { p { (texts.source) ": " (cited(source)) } }
                }
            }) }
            { about.range.filter(|_| !WRITTEN).map(|_| certainty(props)).unwrap_or_default() }
        </details>
    }
}

/// The choice to take the figure for certain.
fn certainty(props: &Given) -> Html {
    let texts = props.language.texts();
    let parameter = props.control.parameter;
    let certain = props.certain;
    let onchange = props.act.reform(move |_: Event| Action::Fix {
        parameter,
        certain: !certain,
    });
    html! {
        <label class="certain">
            <input class="ds-input" type="checkbox" checked={certain} {onchange} />
            <span>{ texts.certain }<span class="note">{ " " }{ texts.certain_help }</span></span>
        </label>
    }
}

/// A source, its title a link.
pub fn cited(source: &Source) -> Markup {
    markup! {
        a.ds-link href=(source.address) { (source.title) } ", " (source.publisher) ", " (source.year)
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
