//! Drawing the rollout in its figure: a handle for each year, moved by mouse, finger or arrow keys, and the same points as
//! a table.

use super::focus::focus;
use super::slider::without_unit;
use super::state::{Action, State, Stroke};
use super::still::field;
use crate::chart::{Axis, Drawing};
use crate::figure::Figure;
use crate::model::Curve;
use crate::solution::Language;
use std::rc::Rc;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// What the handles are made from.
#[derive(Clone)]
struct Given {
    language: Language,
    act: Callback<Action>,
    points: Rc<Vec<f64>>,
    /// Years from the chart's first to the end of the first rollout year.
    start: f64,
    years: f64,
    /// What is in place at a share of 0 and of 1.
    ends: [f64; 2],
    axis: Axis,
    /// Left, top, width and height of the plot, as shares of the drawing.
    plot: [f64; 4],
    first_year: f64,
}

/// Whether the rollout is drawn, and there is one.
pub fn is_drawn(state: &State) -> bool {
    let drawn = matches!(state.scenario.curve(), Curve::Drawn(_));
    let pilot = state.scenario.value(state.solution.plan.roles.pilot);
    drawn && state.results.evaluation.target > pilot
}

impl Given {
    fn new(
        language: Language,
        state: &State,
        act: &Callback<Action>,
        drawing: &Drawing,
        places: usize,
        axis: Axis,
    ) -> Self {
        let roles = &state.solution.plan.roles;
        let share = |at: i32, of: i32| f64::from(at) / f64::from(of.max(1));
        let (plot, width, height) = (drawing.plot, drawing.width, drawing.height);
        Self {
            language,
            act: act.clone(),
            points: Rc::new(state.scenario.points(&state.solution)),
            start: state.scenario.value(roles.delay),
            years: places.saturating_sub(1).max(1) as f64,
            ends: [
                state.scenario.value(roles.pilot),
                state.results.evaluation.target,
            ],
            axis,
            plot: [
                share(plot.left, width),
                share(plot.top, height),
                share(plot.right - plot.left, width),
                share(plot.bottom - plot.top, height),
            ],
            first_year: f64::from(state.solution.plan.first_year),
        }
    }

    /// Where a point is: shares of the drawing's width and height.
    fn place(&self, point: usize) -> [f64; 2] {
        let [left, top, width, height] = self.plot;
        let across = (self.start + point as f64) / self.years;
        let value = self.ends[0] + (self.ends[1] - self.ends[0]) * self.points[point];
        let up = (value - self.axis.min()) / (self.axis.max() - self.axis.min());
        [left + across.min(1.0) * width, top + (1.0 - up) * height]
    }

    /// The point nearest to a place of the drawing, and the share that it has there.
    fn at(&self, across: f64, down: f64) -> (usize, f64) {
        let [left, top, width, height] = self.plot;
        let year = (across - left) / width * self.years - self.start;
        let last = self.points.len() - 1;
        let point = (year.round().max(0.0) as usize).min(last);
        let up = 1.0 - (down - top) / height;
        let value = self.axis.min() + up * (self.axis.max() - self.axis.min());
        let share = (value - self.ends[0]) / (self.ends[1] - self.ends[0]);
        (point, share.clamp(0.0, 1.0))
    }

    fn said(&self, point: usize) -> [String; 2] {
        let year = (self.first_year + self.start + point as f64).floor();
        let percent = self.language.texts().numbers.percent(self.points[point]);
        [format!("{year}"), percent]
    }
}

/// The handles, over the figure's drawing.
pub fn handles(
    language: Language,
    state: &State,
    act: &Callback<Action>,
    figure: &mut Figure,
    drawing: &Drawing,
) -> Html {
    let Some(axis) = figure.picture.axis().copied() else {
        return Html::default();
    };
    let places = figure.picture.places();
    let given = Given::new(language, state, act, drawing, places, axis);
    let pull = {
        let given = given.clone();
        move |event: &PointerEvent| {
            let overlay: Option<Element> = event.target_dyn_into::<Element>();
            let overlay = overlay.and_then(|it| it.closest(".curve-editor").ok().flatten());
            let Some(overlay) = overlay else {
                return;
            };
            let place = overlay.get_bounding_client_rect();
            let across = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
            let down = (f64::from(event.client_y()) - place.top()) / place.height().max(1.0);
            let (point, share) = given.at(across, down);
            given.act.emit(Action::Draw {
                point,
                stroke: Stroke::To(share),
                moving: true,
            });
        }
    };
    let onpointerdown = {
        let pull = pull.clone();
        Callback::from(move |event: PointerEvent| {
            let handle = event.target_dyn_into::<HtmlElement>();
            if let Some(handle) = handle.filter(|_| event.button() == 0) {
                // Without the capture the finger must stay on the handle.
                let _ = handle.set_pointer_capture(event.pointer_id());
                let _ = handle.focus();
                event.prevent_default();
                pull(&event);
            }
        })
    };
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if event.buttons() & 1 == 1 {
            pull(&event);
        }
    });
    let rest = act.reform(|_: PointerEvent| Action::Rest);
    html! {
        <div class="curve-editor" role="group" aria-label={language.further().curve_points} {onpointerdown} {onpointermove} onpointerup={rest.clone()} onpointercancel={rest}>
            { for (0..given.points.len()).map(|point| handle(&given, point)) }
        </div>
    }
}

/// The handle of a point.
fn handle(given: &Given, point: usize) -> Html {
    let [across, down] = given.place(point).map(|share| share * 100.0);
    let [year, percent] = given.said(point);
    let onkeydown = {
        let given = given.clone();
        Callback::from(move |event: KeyboardEvent| {
            let stroke = match event.key().as_str() {
                "ArrowUp" => Stroke::By(0.01),
                "ArrowDown" => Stroke::By(-0.01),
                "PageUp" => Stroke::By(0.1),
                "PageDown" => Stroke::By(-0.1),
                "Home" => Stroke::To(0.0),
                "End" => Stroke::To(1.0),
                "ArrowLeft" => return focus_on(point.checked_sub(1), &event),
                "ArrowRight" => return focus_on(Some(point + 1), &event),
                _ => return,
            };
            event.prevent_default();
            given.act.emit(Action::Draw {
                point,
                stroke,
                moving: false,
            });
        })
    };
    html! {
        <div
            key={point}
            class="handle"
            id={id(point)}
            role="slider"
            tabindex={if point == 0 { "0" } else { "-1" }}
            aria-orientation="vertical"
            aria-label={year}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow={format!("{}", (given.points[point] * 100.0).round() as i32)}
            aria-valuetext={percent}
            ~style={format!("left:{}%;top:{}%", hundredths(across), hundredths(down))}
            {onkeydown}
        />
    }
}

/// Gives another handle the focus, if there is one.
fn focus_on(point: Option<usize>, event: &KeyboardEvent) {
    event.prevent_default();
    if let Some(point) = point {
        focus(&format!("#{}", id(point)));
    }
}

fn id(point: usize) -> String {
    format!("point-{point}")
}

fn hundredths(number: f64) -> crate::model::Plain {
    crate::model::Plain((number * 100.0).round() / 100.0)
}

/// The points as a table of fields.
pub fn points_table(language: Language, state: &State, act: &Callback<Action>) -> Html {
    let (texts, further) = (language.texts(), language.further());
    let points = state.scenario.points(&state.solution);
    let roles = &state.solution.plan.roles;
    let start = f64::from(state.solution.plan.first_year) + state.scenario.value(roles.delay);
    // Points are counted on from the parameters.
    let first = state.solution.parameters.len();
    let refused = state.refused.as_ref().and_then(|refused| {
        let point = refused
            .parameter
            .checked_sub(first)
            .filter(|&point| point < points.len())?;
        let (most, kept) = (
            texts.numbers.percent(1.0),
            texts.numbers.percent(points[point]),
        );
        let year = (start + point as f64).floor();
        let said = match refused.text.as_str() {
            "" => (texts.refused_empty)("0", &most, &kept),
            text => (texts.refused)(text, "0", &most, &kept),
        };
        Some(format!("{year}: {said}"))
    });
    html! {
        <details class="points">
            <summary>{ further.curve_table }</summary>
            <p class="note">{ further.curve_help }</p>
            <div class="points-fields">
                { for (0..points.len()).map(|point| {
                    let year = (start + point as f64).floor().to_string();
                    let shown = texts.numbers.trimmed(points[point] * 100.0, 0);
                    let onchange = {
                        let (act, shown) = (act.clone(), shown.clone());
                        Callback::from(move |event: Event| {
                            let field: HtmlInputElement = event.target_unchecked_into();
                            let text = without_unit(&field.value(), "%");
                            let percent = texts.numbers.read(&text);
                            // The field says what holds, also where what was typed is no number.
                            field.set_value(&shown);
                            act.emit(match percent.filter(|percent| (0.0..=100.0).contains(percent)) {
                                Some(percent) => Action::Draw {
                                    point,
                                    stroke: Stroke::To(percent / 100.0),
                                    moving: false,
                                },
                                None => Action::Type {
                                    parameter: first + point,
                                    text,
                                    shown: None,
                                },
                            });
                        })
                    };
                    let input = {
                        let shown = shown.clone();
                        move || html! {
                            <input class="ds-input" type="text" inputmode="decimal" value={shown.clone()} data-shown={shown.clone()} onchange={&onchange} />
                        }
                    };
                    html! {
                        <label key={point}>
                            <span>{ year }</span>
                            { field(&shown, input) }
                            <span class="unit">{ "%" }</span>
                        </label>
                    }
                }) }
            </div>
            <p class="problem" id="points-problem" role="alert">{ refused.unwrap_or_default() }</p>
        </details>
    }
}
