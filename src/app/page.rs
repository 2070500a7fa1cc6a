//! The page itself: fetches the solution, holds what the page shows, and lays its sections out. What it cannot show
//! it says in plain words.
//!
//! One component holds it all; the sections are functions of its state. Only a slider is a component of its own, so
//! that moving one leaves the others alone.

use super::arrivals::{Arrivals, OwnFile};
use super::controls::controls_of;
use super::figures::{Axes, FIGURES, Look, figures};
use super::head::head;
use super::headlines::{glance, headlines};
use super::markup::raw;
use super::place::{Asked, Place};
use super::rest::{Effort, Prospect, Question, Rest, rest};
use super::state::{Action, State};
use super::still::{stays, waits};
use crate::figure;
use crate::scenario::FIRST_DRAWS;
use crate::solution::{Language, Problem, Problems, read};
use crate::text::Texts;
use gloo::events::EventListener;
use gloo::net::http::Request;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use maud::Markup;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Where the fetching has come to.
enum Loading {
    Waiting,
    Ready(State),
    /// The file did not come: the server's status, if it answered.
    Unreachable(Option<u16>),
    /// The file came, and is wrong.
    Broken(Problems),
}

impl Loading {
    fn of(answer: &Answer) -> Self {
        match answer.as_ref().map(|json| read(json)) {
            Err(status) => Loading::Unreachable(*status),
            Ok(Err(problems)) => Loading::Broken(problems),
            Ok(Ok(solution)) => {
                State::new(solution).map_or(Loading::Unreachable(None), Loading::Ready)
            }
        }
    }
}

/// From this width of the window on, in CSS pixels, text is a quarter larger.
const STAGE: f64 = 1800.0;

/// How long the visitor must rest before figures are refined, and how long that may hold the page at a time
/// (milliseconds). A piece of work that begins within it may take some more.
const PAUSE: u32 = 120;
const SLICE: f64 = 3.0;

/// How long the draws may take for each move of a slider (milliseconds), and how many are made at least.
const MOVING: f64 = 4.0;
const FEWEST_MOVING: usize = 512;

/// How long until the rest of the program is asked for again, when it did not come (milliseconds).
const AGAIN: u32 = 5000;

/// What is read off a figure: its id, and the place along it.
pub type Picked = Option<(&'static str, usize)>;

/// A solution file as it came, or the server's status, if it answered.
pub type Answer = Result<String, Option<u16>>;

/// What a visitor is told above the page, until it is closed: a sentence, and what must be mended.
struct Notice {
    text: String,
    problems: Vec<Problem>,
}

pub enum Message {
    /// The file of the solution with this id.
    Fetched(String, Answer),
    /// Go to another solution; whether as a new step in the browser's history.
    Go(Place, bool),
    /// The visitor has opened a file.
    Open(OwnFile),
    CloseNotice,
    TryAgain,
    /// The rest of the program is to be fetched; has come, or has not.
    FetchRest,
    Rest(Option<&'static Rest>),
    Act(Action),
    /// A little more is to be found out about how sure the figures are.
    Refine,
    Pick(Picked),
    /// The window has another size.
    Resized,
}

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub place: Place,
    /// The solution file, or the one that was asked for at this site, fetched while the first view stood there.
    pub answer: Answer,
    /// What the address asked for by `?file=`.
    pub asked: Option<Asked>,
}

pub struct Page {
    place: Place,
    loading: Loading,
    /// Counts the solutions that have been shown, so that nothing of the last one stays.
    visit: usize,
    /// Whether the page is to begin at its top, with the focus on its heading.
    arrived: bool,
    notice: Option<Notice>,
    picked: Picked,
    axes: Rc<RefCell<Axes>>,
    /// The section of the figures, and its width in CSS pixels once it has been measured.
    figures: NodeRef,
    width: Option<u32>,
    /// The rest of the program, once it is here; the wait until it is asked for again, when it did not come.
    rest: Option<&'static Rest>,
    rest_again: Option<Timeout>,
    /// The scenario being found out about, and when that goes on.
    prospect: Option<Box<dyn Prospect>>,
    /// How many draws there is time for while a slider moves.
    draws: usize,
    refining: Option<Timeout>,
    /// What of the figures, and of the sections below them, could be seen when a slider was moved last.
    in_sight: Vec<&'static str>,
    /// These end with the page.
    _resizing: EventListener,
    arrivals: Option<Arrivals>,
}

impl Component for Page {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let resized = link.callback(|()| Message::Resized);
        let PageProps {
            place,
            answer,
            asked,
        } = ctx.props();
        let mut page = Self {
            place: place.clone(),
            loading: Loading::Waiting,
            visit: 0,
            arrived: false,
            notice: None,
            picked: None,
            axes: Rc::default(),
            figures: NodeRef::default(),
            width: None,
            rest: None,
            rest_again: None,
            prospect: None,
            draws: FIRST_DRAWS,
            refining: None,
            in_sight: Vec::new(),
            _resizing: EventListener::new(&window(), "resize", move |_| resized.emit(())),
            arrivals: None,
        };
        match asked {
            Some(Asked::Here(address)) => page.open_asked(ctx, address, answer),
            Some(Asked::Elsewhere(address)) => {
                let texts = place.language.texts();
                page.notice = Some(Notice::of((texts.file_elsewhere)(address)));
                page.loading = Loading::of(answer);
            }
            None => page.loading = Loading::of(answer),
        }
        page.find_out(ctx);
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            // Who has gone on meanwhile does not want it any more.
            Message::Fetched(solution, _) if solution != self.place.solution => false,
            Message::Fetched(_, answer) => {
                self.show(Loading::of(&answer));
                self.find_out(ctx);
                true
            }
            // Back and forward within a page.
            Message::Go(place, false) if place.solution == self.place.solution => false,
            Message::Go(place, step) => {
                self.go(ctx, place, step);
                false
            }
            Message::Open((name, content)) => {
                self.open(name, content);
                self.find_out(ctx);
                true
            }
            Message::CloseNotice => {
                self.notice = None;
                true
            }
            Message::TryAgain => {
                self.loading = Loading::Waiting;
                self.fetch(ctx);
                true
            }
            Message::FetchRest => {
                ctx.link()
                    .send_future(async { Message::Rest(rest().await.ok()) });
                false
            }
            Message::Rest(rest) => {
                self.rest = rest;
                let link = ctx.link().clone();
                let again = move || link.send_message(Message::FetchRest);
                self.rest_again = rest.is_none().then(|| Timeout::new(AGAIN, again));
                let go = ctx
                    .link()
                    .callback(|(place, step)| Message::Go(place, step));
                let open = ctx.link().callback(Message::Open);
                self.arrivals = rest.map(|rest| (rest.arrivals)(&self.place, &go, &open));
                self.find_out(ctx);
                true
            }
            Message::Act(action) => {
                let Loading::Ready(state) = &mut self.loading else {
                    return false;
                };
                if let Action::Slide { .. } = action {
                    let all = FIGURES.into_iter().chain(["claim"]);
                    self.in_sight = all.filter(|id| in_sight(id)).collect();
                }
                let next = state.after(action);
                let changed = next != *state;
                let same_draws = Rc::ptr_eq(&next.scenario, &state.scenario)
                    && (next.view, next.flow) == (state.view, state.flow)
                    && next.moving == state.moving;
                *state = next;
                if !same_draws {
                    self.find_out(ctx);
                }
                changed
            }
            Message::Refine => self.refine(ctx),
            Message::Pick(picked) => std::mem::replace(&mut self.picked, picked) != picked,
            Message::Resized => self.measure(),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let content = match &self.loading {
            Loading::Ready(state) => self.sections(ctx, state),
            _ => self.without_solution(ctx),
        };
        html! { <>{ self.notice(ctx) }<div key={self.visit}>{ content }</div></> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.link().send_message(Message::FetchRest);
        }
        if self.width.is_none() && matches!(self.loading, Loading::Ready(_)) {
            ctx.link().send_message(Message::Resized);
        }
        if std::mem::take(&mut self.arrived) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            let heading = document().query_selector("#app h1").ok().flatten();
            if let Some(heading) =
                heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok())
            {
                // A heading that cannot have the focus leaves it where it is.
                let _ = heading.focus();
            }
        }
    }
}

impl Page {
    /// Measures the figures' section; whether it has another width than before. A page that is not shown has no
    /// width: then the last one stays.
    fn measure(&mut self) -> bool {
        let section = self.figures.cast::<HtmlElement>();
        let width = section.map_or(0, |section| section.client_width());
        // As the style sheet enlarges all text on a stage's screen, a chart is drawn smaller there and scaled up.
        let window_width = window().inner_width().ok().and_then(|width| width.as_f64());
        let width = match window_width {
            Some(window_width) if window_width >= STAGE => width * 4 / 5,
            _ => width,
        };
        let measured = u32::try_from(width)
            .ok()
            .filter(|&width| width > 0)
            .or(self.width);
        std::mem::replace(&mut self.width, measured) != measured
    }

    fn sections(&self, ctx: &Context<Self>, state: &State) -> Html {
        let language = self.place.language;
        let act = ctx.link().callback(Message::Act);
        let said = figure::headlines(state.context(language));
        let look = Look {
            width: self.width,
            picked: self.picked,
            pick: ctx.link().callback(Message::Pick),
            in_sight: self.in_sight.clone(),
            moving: state.moving,
            axes: self.axes.clone(),
            section: self.figures.clone(),
            rest: self.rest,
        };
        html! {
                <main class="page" data-draws={state.found.draws.to_string()}>
                    { stays({
                        let solution = state.solution.clone();
                        move || raw(head(language, &solution))
                    }) }
                    { headlines(language, &said) }
                    <div class="controls-column">
                        <div class="controls-box">
                            { raw(glance(&said)) }
                            { controls_of(language, state, &act) }
                        </div>
                    </div>
                    { figures(language, state, &act, &look) }
                    { match self.rest {
                        Some(rest) => self.further_sections(rest, state),
                        None => self.without_the_rest(),
                    } }
                </main>
        }
    }

    fn further_sections(&self, rest: &'static Rest, state: &State) -> Html {
        let language = self.place.language;
        let text = |waiting: bool, make: fn(Language, &State) -> Markup| {
            let state = state.clone();
            waits(waiting, move || raw(make(language, &state)))
        };
        let claim_waits = state.moving && !self.in_sight.contains(&"claim");
        html! {
            <>
                { text(state.moving, rest.conditions) }
                { text(claim_waits, rest.claim) }
                { waits(state.moving, { let state = state.clone(); move || (rest.method)(language, &state) }) }
            </>
        }
    }

    /// What stands there while the rest is on its way; a word on it only if it is long in coming.
    fn without_the_rest(&self) -> Html {
        let delayed = self.rest_again.as_ref().map(|_| {
            html! { <p class="conditions" role="status">{ self.place.language.texts().rest_delayed }</p> }
        });
        delayed.unwrap_or_default()
    }

    /// What is wrong with a file; nothing before the rest is here, which says it.
    fn problems(&self, problems: &[Problem]) -> Html {
        let said = self
            .rest
            .map(|rest| (rest.problems)(self.place.language, problems));
        html! { <ul>{ for said.into_iter().flatten().map(|problem| html! { <li>{ problem }</li> }) }</ul> }
    }

    /// What stands there while there is no solution to show.
    fn without_solution(&self, ctx: &Context<Self>) -> Html {
        let texts = self.place.language.texts();
        let address = self.place.solution_address();
        let content = match &self.loading {
            Loading::Ready(_) => Html::default(),
            Loading::Waiting => html! { <p role="status">{ texts.loading }</p> },
            Loading::Unreachable(status) => html! {
                <div class="failure" role="alert">
                    <p>{ unreachable(texts, &address, *status) }</p>
                    <button class="ds-button" type="button" onclick={ctx.link().callback(|_| Message::TryAgain)}>
                        { texts.try_again }
                    </button>
                </div>
            },
            Loading::Broken(problems) => html! {
                <div class="failure" role="alert">
                    <p>{ (texts.file_broken)(&address) }</p>
                    { self.problems(&problems.0) }
                </div>
            },
        };
        html! {
            <main class="message">
                <h1 class="ds-heading" data-size="lg" tabindex="-1">{ &self.place.title }</h1>{ content }
            </main>
        }
    }

    /// What the visitor is told above the page.
    fn notice(&self, ctx: &Context<Self>) -> Html {
        let texts = self.place.language.texts();
        html! {
            <div role="alert">
                { for self.notice.iter().map(|notice| html! {
                    <div class="notice">
                        <p>{ &notice.text }</p>
                        { self.problems(&notice.problems) }
                        <button
                            class="ds-button"
                            data-variant="secondary"
                            data-size="sm"
                            type="button"
                            onclick={ctx.link().callback(|_| Message::CloseNotice)}
                        >{ texts.close }</button>
                    </div>
                }) }
            </div>
        }
    }

    /// Finds out how sure the figures are: what is in sight while a slider moves, everything when it rests, and then
    /// again, more exactly, as time allows.
    fn find_out(&mut self, ctx: &Context<Self>) {
        self.refining = None;
        let (Loading::Ready(state), Some(rest)) = (&mut self.loading, self.rest) else {
            return;
        };
        let shown = FIGURES
            .into_iter()
            .filter(|id| !state.moving || self.in_sight.contains(id));
        let effort = match state.moving {
            true => Effort::Follow(self.draws),
            false => Effort::Settle(FIRST_DRAWS),
        };
        let start = now();
        let question = Question {
            solution: &state.solution,
            scenario: &state.scenario,
            figures: shown.collect(),
            shown_as: (state.view, state.flow),
            effort,
        };
        let prospect = self.prospect.get_or_insert_with(rest.prospect);
        let Some(found) = prospect.find_out(&question) else {
            return;
        };
        state.found = Rc::new(found);
        if state.moving {
            // A slow machine draws less while a slider moves, so that the page keeps up.
            let fitting = self.draws as f64 * MOVING / (now() - start).max(f64::MIN_POSITIVE);
            self.draws = (fitting as usize).clamp(FEWEST_MOVING, FIRST_DRAWS);
        }
        if !state.moving {
            self.refine_later(ctx, PAUSE);
        }
    }

    fn refine_later(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let link = ctx.link().clone();
        let refine = move || link.send_message(Message::Refine);
        self.refining = Some(Timeout::new(milliseconds, refine));
    }

    /// Works for a part of a frame; whether there is something new to show.
    fn refine(&mut self, ctx: &Context<Self>) -> bool {
        let (Loading::Ready(state), Some(prospect)) = (&mut self.loading, &mut self.prospect)
        else {
            return false;
        };
        let end = now() + SLICE;
        match prospect.refine(&|| now() >= end) {
            Some(found) => {
                state.found = Rc::new(found);
                self.refining = None;
                true
            }
            None => {
                self.refine_later(ctx, 0);
                false
            }
        }
    }

    fn fetch(&self, ctx: &Context<Self>) {
        let (solution, address) = (self.place.solution.clone(), self.place.solution_address());
        ctx.link()
            .send_future(async move { Message::Fetched(solution, fetch(&address).await) });
    }

    /// Shows another solution from its top, as its file has it.
    fn show(&mut self, loading: Loading) {
        self.loading = loading;
        self.visit += 1;
        self.arrived = true;
        self.picked = None;
        self.prospect = None;
        self.axes = Rc::default();
        self.in_sight = Vec::new();
    }

    /// Goes to another solution of the site. What was shown stays until the other's file is here.
    fn go(&mut self, ctx: &Context<Self>, place: Place, step: bool) {
        let step = step && place.solution != self.place.solution;
        if step && let Ok(history) = window().history() {
            let address = format!("../{}/", place.solution);
            // An address that cannot be written is no reason not to go.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        place.announce(place.language.texts().site_name);
        self.place = place;
        self.notice = None;
        self.fetch(ctx);
    }

    /// Opens a file of the visitor's own, or says what is wrong with it and leaves the page as it is.
    fn open(&mut self, name: String, content: Result<String, Problems>) {
        let texts = self.place.language.texts();
        let state = content.and_then(|json| read(&json)).map(State::new);
        self.notice = Some(match state {
            Ok(Some(state)) => {
                self.show(Loading::Ready(state));
                Notice::of((texts.own_file_shown)(&name))
            }
            Ok(None) => Notice::of((texts.file_broken)(&name)),
            Err(Problems(problems)) => Notice {
                text: (texts.file_broken)(&name),
                problems,
            },
        });
    }

    /// Opens the file that the address asked for, or says why it cannot and fetches the page's own.
    fn open_asked(&mut self, ctx: &Context<Self>, address: &str, answer: &Answer) {
        let texts = self.place.language.texts();
        match answer {
            Ok(content) => self.open(address.to_owned(), Ok(content.clone())),
            Err(status) => self.notice = Some(Notice::of(unreachable(texts, address, *status))),
        }
        if let Loading::Waiting = self.loading {
            self.fetch(ctx);
        }
    }
}

impl Notice {
    fn of(text: String) -> Self {
        let problems = Vec::new();
        Self { text, problems }
    }
}

fn unreachable(texts: &Texts, address: &str, status: Option<u16>) -> String {
    match status {
        Some(status) => (texts.not_found)(address, &status.to_string()),
        None => (texts.fetch_failed)(address),
    }
}

/// Milliseconds since the page began; the end of all time where there is no clock.
fn now() -> f64 {
    window().performance().map_or(f64::MAX, |clock| clock.now())
}

/// Whether the figure or section is in the window, or nearly so. Asked before anything is changed, when the browser
/// knows all places already.
fn in_sight(id: &str) -> bool {
    const NEARLY: f64 = 200.0;
    let Some(element) = document().get_element_by_id(&format!("figure-{id}")) else {
        return false;
    };
    let place = element.get_bounding_client_rect();
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    place.bottom() > -NEARLY && place.top() < height.unwrap_or(f64::MAX) + NEARLY
}

/// Fetches a solution file.
pub async fn fetch(address: &str) -> Answer {
    let answer = Request::get(address).send().await;
    let answer = answer.map_err(|_| None)?;
    if !answer.ok() {
        return Err(Some(answer.status()));
    }
    answer.text().await.map_err(|_| None)
}
