//! The page itself: fetches the solution, holds what the page shows, and lays its sections out. What it cannot show
//! it says in plain words.
//!
//! One component holds it all; the sections are functions of its state. Only a slider is a component of its own, so
//! that moving one leaves the others alone.

use super::Place;
use super::claim::claim_beside_model;
use super::controls::controls_of;
use super::figures::{Axes, FIGURES, Look, figures};
use super::head::head;
use super::headlines::{glance, headlines};
use super::method::method;
use super::state::{Action, State};
use super::still::{stays, waits};
use crate::solution::{Problems, read};
use gloo::events::EventListener;
use gloo::net::http::Request;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
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

/// What is read off a figure: its id, and the place along it.
pub type Picked = Option<(&'static str, usize)>;

/// A solution file as it came, or the server's status, if it answered.
pub type Answer = Result<String, Option<u16>>;

pub enum Message {
    Fetched(Answer),
    TryAgain,
    Act(Action),
    Pick(Picked),
    /// The window has another size.
    Resized,
}

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub place: Place,
    /// The solution file, fetched while the page's first view stood there.
    pub answer: Answer,
}

pub struct Page {
    loading: Loading,
    picked: Picked,
    axes: Rc<RefCell<Axes>>,
    /// The section of the figures, and its width in CSS pixels once it has been measured.
    figures: NodeRef,
    width: Option<u32>,
    /// What of the figures, and of the sections below them, could be seen when a slider was moved last.
    in_sight: Vec<&'static str>,
    /// Ends with the page.
    _resizing: EventListener,
}

impl Component for Page {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let resized = ctx.link().callback(|()| Message::Resized);
        Self {
            loading: Loading::of(&ctx.props().answer),
            picked: None,
            axes: Rc::default(),
            figures: NodeRef::default(),
            width: None,
            in_sight: Vec::new(),
            _resizing: EventListener::new(&window(), "resize", move |_| resized.emit(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Fetched(answer) => {
                self.loading = Loading::of(&answer);
                true
            }
            Message::TryAgain => {
                self.loading = Loading::Waiting;
                let place = ctx.props().place.clone();
                ctx.link()
                    .send_future(async move { Message::Fetched(fetch(&place).await) });
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
                *state = next;
                changed
            }
            Message::Pick(picked) => std::mem::replace(&mut self.picked, picked) != picked,
            Message::Resized => self.measure(),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let place = &ctx.props().place;
        let texts = place.language.texts();
        let address = place.solution_address();
        let content = match &self.loading {
            Loading::Ready(state) => return self.framed(place, self.sections(ctx, state)),
            Loading::Waiting => html! { <p role="status">{ texts.loading }</p> },
            Loading::Unreachable(status) => html! {
                <div class="failure" role="alert">
                    <p>{ match status {
                        Some(status) => (texts.not_found)(&address, &status.to_string()),
                        None => (texts.fetch_failed)(&address),
                    } }</p>
                    <button class="ds-button" type="button" onclick={ctx.link().callback(|_| Message::TryAgain)}>
                        { texts.try_again }
                    </button>
                </div>
            },
            Loading::Broken(problems) => html! {
                <div class="failure" role="alert">
                    <p>{ (texts.file_broken)(&address) }</p>
                    <ul>{ for problems.0.iter().map(|problem| html! { <li>{ (texts.problem)(problem) }</li> }) }</ul>
                </div>
            },
        };
        self.framed(place, html! {
            <main class="message"><h1 class="ds-heading" data-size="lg">{ &place.title }</h1>{ content }</main>
        })
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.width.is_none() && matches!(self.loading, Loading::Ready(_)) {
            ctx.link().send_message(Message::Resized);
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
        let place = &ctx.props().place;
        let language = place.language;
        let act = ctx.link().callback(Message::Act);
        let look = Look {
            width: self.width,
            picked: self.picked,
            pick: ctx.link().callback(Message::Pick),
            in_sight: self.in_sight.clone(),
            moving: state.moving,
            axes: self.axes.clone(),
            section: self.figures.clone(),
        };
        html! {
                <main class="page">
                    { stays({
                        let solution = state.solution.clone();
                        move || head(language, &solution)
                    }) }
                    { headlines(language, state) }
                    <div class="controls-column">
                        <div class="controls-box">
                            { glance(language, state) }
                            { controls_of(language, state, &act) }
                        </div>
                    </div>
                    { figures(language, state, &act, &look) }
                    { waits(state.moving && !self.in_sight.contains(&"claim"), {
                        let state = state.clone();
                        move || claim_beside_model(language, &state)
                    }) }
                    { waits(state.moving, { let state = state.clone(); move || method(language, &state) }) }
                </main>
        }
    }

    /// Content below the site's header.
    fn framed(&self, place: &Place, content: Html) -> Html {
        let texts = place.language.texts();
        html! {
            <>
                <header class="site">
                    <a class="site-name" href={place.root.clone()}>{ texts.site_name }</a>
                    <a class="ds-link" href={place.root.clone()}>{ texts.all_solutions }</a>
                </header>
                { content }
            </>
        }
    }
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

/// Fetches the solution file of a place.
pub async fn fetch(place: &Place) -> Answer {
    let answer = Request::get(&place.solution_address()).send().await;
    let answer = answer.map_err(|_| None)?;
    if !answer.ok() {
        return Err(Some(answer.status()));
    }
    answer.text().await.map_err(|_| None)
}
