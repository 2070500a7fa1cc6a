//! The stage: one headline and one figure at a time, so large that a hall can read them, and a key for each move.

use super::figure::figure_of;
use super::figures::{Look, figure_by_id};
use super::further::Further;
use super::share::{code, short_address};
use super::state::{Action, State};
use crate::figure::{Headlines, figure, figures_of, headlines};
use crate::scenario::{Pair, Story};
use crate::solution::Language;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::markup::raw;

/// What the stage shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stage {
    /// The place of the view: the headlines first, then the figures.
    pub place: usize,
    /// What lies over it.
    pub over: Option<Over>,
}

/// What can lie over a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Over {
    /// The code of the link to the scenario on screen.
    Code,
    /// The keys.
    Keys,
    /// That the screen cannot be filled here.
    NoFullScreen,
}

/// What a key does on the stage.
#[derive(Clone, Debug, PartialEq)]
pub enum Cue {
    /// So many views on, or back.
    Turn(isize),
    Over(Over),
    Act(Action),
    /// Shows the last change happen once more.
    Replay,
    FullScreen,
    /// Closes what lies over the view, or else the stage.
    Leave,
}

/// The views of a state, by the id of their figure; the headlines have none.
fn views(language: Language, state: &State) -> Vec<Option<&'static str>> {
    let figures = figures_of(state.context(language));
    std::iter::once(None).chain(figures.map(Some)).collect()
}

/// The stories that a number key tells, in their order.
fn stories(state: &State) -> impl Iterator<Item = Story> {
    let solution = state.solution.clone();
    Story::ALL
        .into_iter()
        .filter(move |story| story.is_of(&solution))
}

impl Stage {
    /// Another view, as far as there are any.
    pub fn turned(self, by: isize, language: Language, state: &State) -> Self {
        let last = views(language, state).len() - 1;
        let place = self.place.saturating_add_signed(by).min(last);
        Self { place, over: None }
    }

    /// With this over it, or no longer.
    pub fn with(self, over: Over) -> Self {
        let over = (self.over != Some(over)).then_some(over);
        Self { over, ..self }
    }
}

/// Hears the keys of the stage, for as long as it is kept. `stories` are those of the solution.
pub fn listen(state: &State, cue: Callback<Cue>) -> EventListener {
    let stories: Vec<Story> = stories(state).collect();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        if let Some(meant) = meant(&key.key(), &stories).filter(|_| !is_for_what_has_focus(key)) {
            event.prevent_default();
            cue.emit(meant);
        }
    })
}

/// Whether the key presses the button that has the focus, or moves the read-out that has it, or scrolls what does not
/// have room around it.
fn is_for_what_has_focus(key: &KeyboardEvent) -> bool {
    let target = key
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let around = |selector| target.as_ref()?.closest(selector).ok()?;
    match key.key().as_str() {
        " " | "Enter" => around("button, summary, a").is_some(),
        "ArrowUp" | "ArrowDown" => {
            let room = around(".stage-over, .stage");
            let overflows = |room: Element| room.scroll_height() > room.client_height();
            around("[role=slider]").is_some() || room.is_some_and(overflows)
        }
        "ArrowRight" | "ArrowLeft" | "PageUp" | "PageDown" | "Home" | "End" => {
            around("[role=slider]").is_some()
        }
        _ => false,
    }
}

/// A clicker sends Page Up and Page Down.
fn meant(key: &str, stories: &[Story]) -> Option<Cue> {
    Some(match key {
        "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => Cue::Turn(1),
        "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => Cue::Turn(-1),
        "Home" => Cue::Turn(isize::MIN),
        "End" => Cue::Turn(isize::MAX),
        "r" | "R" => Cue::Replay,
        "q" | "Q" => Cue::Over(Over::Code),
        "?" => Cue::Over(Over::Keys),
        "f" | "F" => Cue::FullScreen,
        "z" | "Z" => Cue::Act(Action::Undo),
        "0" => Cue::Act(Action::ResetAll),
        "Escape" => Cue::Leave,
        _ => {
            let number: usize = key.parse().ok()?;
            let story = *stories.get(number.checked_sub(1)?)?;
            Cue::Act(Action::Further(Further::Tell(story)))
        }
    })
}

/// The stage, over the whole window.
pub fn stage(
    language: Language,
    state: &State,
    stage: Stage,
    look: &Look,
    others: Option<&[Pair]>,
    cue: &Callback<Cue>,
) -> Html {
    let (texts, further) = (language.texts(), language.further());
    let views = views(language, state);
    let view = views.get(stage.place).copied().flatten();
    let said = headlines(state.context(language));
    let turn = |by: isize| cue.reform(move |_: MouseEvent| Cue::Turn(by));
    let button = |label: &'static str, sign: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button class="ds-button" data-variant="tertiary" type="button" aria-label={label} title={label} {onclick}>{ sign }</button>
        }
    };
    html! {
        <main class="stage" tabindex="-1" data-draws={state.found.draws.to_string()} data-place={stage.place.to_string()}>
            <header>
                <h1 class="stage-name">{ state.solution.name.get(language) }</h1>
                { state.story.as_ref().map(|tale| html! {
                    <p class="stage-story">{ format!("{} {}", texts.what_if, (texts.story)(tale.story)) }</p>
                }).unwrap_or_default() }
            </header>
            { match view {
                None => headline(&said),
                Some(id) => with_figure(language, state, &said, id, look),
            } }
            <footer>
                { button(further.stage_back, "←", turn(-1)) }
                <span>{ format!("{} / {}", stage.place + 1, views.len()) }</span>
                { button(further.stage_on, "→", turn(1)) }
                { button(further.stage_replay, "↻", cue.reform(|_| Cue::Replay)) }
                { button(further.stage_code, "QR", cue.reform(|_| Cue::Over(Over::Code))) }
                { button(further.stage_keys, "?", cue.reform(|_| Cue::Over(Over::Keys))) }
                { button(further.stage_leave, "✕", cue.reform(|_| Cue::Leave)) }
            </footer>
            { stage.over.map(|over| html! {
                <div class="stage-over" role="dialog" tabindex={match over { Over::Keys => "0", _ => "-1" }} aria-label={match over {
                    Over::Code => further.stage_code,
                    Over::Keys => further.stage_keys,
                    Over::NoFullScreen => further.stage_no_full_screen,
                }}>
                    { match over {
                        Over::Code => match others {
                            Some(others) => {
                                let address = short_address(state, others);
                                html! { <>{ code(language, &address) }<p class="code-address">{ address }</p></> }
                            }
                            None => html! { <p>{ further.own_file_kept_nowhere }</p> },
                        },
                        Over::Keys => keys(language, state),
                        Over::NoFullScreen => html! { <p>{ further.stage_no_full_screen }</p> },
                    } }
                </div>
            }).unwrap_or_default() }
        </main>
    }
}

/// What a screen reader says of a view when the stage turns to it.
pub fn said(language: Language, state: &State, stage: Stage) -> String {
    let (views, context) = (views(language, state), state.context(language));
    let place = format!("{} / {}", stage.place + 1, views.len());
    let view = views.get(stage.place).copied().flatten();
    let figure = view.and_then(|id| figure(id, context, state.view, state.flow));
    match figure {
        Some(figure) => format!("{place}: {}. {}", figure.title, figure.subtitle),
        None => format!("{place}: {}", headlines(context).sentence),
    }
}

/// The headline that leads, and its sentence.
fn headline(said: &Headlines) -> Html {
    html! {
        <div class="stage-headline">
            { number(said) }
            <p class="stage-sentence">{ &said.sentence }</p>
        </div>
    }
}

fn number(said: &Headlines) -> Html {
    raw(maud::html! {
        div.stage-number {
            h2.lead-label { (said.lead_label) }
            p.lead-number data-sign=(if said.loss { "loss" } else { "gain" }) { (said.npv) }
            @if let Some(range) = &said.range { p.stage-range { (range) } }
        }
    })
}

/// The headline beside a figure.
fn with_figure(
    language: Language,
    state: &State,
    said: &Headlines,
    id: &'static str,
    look: &Look,
) -> Html {
    let figure = figure_by_id(id, language, state, look);
    html! {
        <div class="stage-figure">
            { number(said) }
            { figure.map(|figure| figure_of(language, &figure, look, Html::default(), Html::default())).unwrap_or_default() }
        </div>
    }
}

fn keys(language: Language, state: &State) -> Html {
    let (texts, further) = (language.texts(), language.further());
    let numbered = stories(state).enumerate();
    let told = numbered.map(|(place, story)| {
        let said = format!("{} {}", texts.what_if, (texts.story)(story));
        ((place + 1).to_string(), said)
    });
    let fixed = further.stage_key_list.iter();
    let fixed = fixed.map(|&(key, does)| (key.to_owned(), does.to_owned()));
    html! {
        <dl class="keys">
            { for fixed.chain(told).map(|(key, does)| html! {
                <div key={key.clone()}><dt>{ key }</dt><dd>{ does }</dd></div>
            }) }
        </dl>
    }
}

/// Fills the screen, or no longer. Gives whether the browser allows it: on telephones and in most frames it does not.
pub fn toggle_full_screen() -> bool {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
        return true;
    }
    document().fullscreen_enabled() && document_element().request_fullscreen().is_ok()
}

/// Asks the browser to keep the screen awake, as far as it can: until the window is hidden.
pub fn stay_awake() {
    let ask = || -> Option<()> {
        let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
        let request = Reflect::get(&lock, &"request".into()).ok()?;
        let request = request.dyn_into::<Function>().ok()?;
        let promise = request.call1(&lock, &JsValue::from_str("screen")).ok()?;
        // Whether it is granted or refused, there is no more to do.
        let nothing = wasm_bindgen::closure::Closure::once_into_js(|_: JsValue| {});
        let nothing = nothing.dyn_into::<Function>().ok()?;
        let promise = promise.dyn_into::<Promise>().ok()?;
        let then = Reflect::get(&promise, &"then".into())
            .ok()?
            .dyn_into::<Function>()
            .ok()?;
        then.call2(&promise, &nothing, &nothing).ok()?;
        Some(())
    };
    let _ = ask();
}
