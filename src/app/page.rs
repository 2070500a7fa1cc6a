//! The page itself: fetches the solution, holds what the page shows, and lays its sections out. What it cannot show
//! it says in plain words.
//!
//! One component holds it all; the sections are functions of its state. Only a slider is a component of its own, so
//! that moving one leaves the others alone.

use super::Place;
use super::claim::claim_beside_model;
use super::controls::controls_of;
use super::figures::{Axes, Look, figures};
use super::head::head;
use super::headlines::{glance, headlines};
use super::method::method;
use super::state::{Action, State};
use super::still::waits;
use crate::solution::{Problems, read};
use gloo::events::EventListener;
use gloo::net::http::Request;
use gloo::utils::window;
use std::cell::RefCell;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Where the fetching has come to.
enum Loading {
    Waiting,
    Ready(State),
    /// The file did not come.
    Unreachable,
    /// The file came, and is wrong.
    Broken(Problems),
}

/// What is read off a figure: its id, and the place along it.
pub type Picked = Option<(&'static str, usize)>;

pub enum Message {
    /// What the server answered; nothing if it did not.
    Fetched(Option<String>),
    TryAgain,
    Act(Action),
    Pick(Picked),
    /// A figure's table is opened or closed.
    Toggle(&'static str),
    /// The window has another size.
    Resized,
}

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub place: Place,
}

pub struct Page {
    loading: Loading,
    picked: Picked,
    axes: RefCell<Axes>,
    /// The section of the figures, and its width in CSS pixels once it has been measured.
    figures: NodeRef,
    width: Option<u32>,
    /// The figures whose tables are open.
    open_tables: Vec<&'static str>,
    /// Ends with the page.
    _resizing: EventListener,
}

impl Component for Page {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        fetch(ctx);
        let resized = ctx.link().callback(|()| Message::Resized);
        Self {
            loading: Loading::Waiting,
            picked: None,
            axes: RefCell::default(),
            figures: NodeRef::default(),
            width: None,
            open_tables: Vec::new(),
            _resizing: EventListener::new(&window(), "resize", move |_| resized.emit(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Fetched(answer) => {
                self.loading = match answer.map(|json| read(&json)) {
                    None => Loading::Unreachable,
                    Some(Err(problems)) => Loading::Broken(problems),
                    Some(Ok(solution)) => {
                        State::new(solution).map_or(Loading::Unreachable, Loading::Ready)
                    }
                };
                true
            }
            Message::TryAgain => {
                self.loading = Loading::Waiting;
                fetch(ctx);
                true
            }
            Message::Act(action) => {
                let Loading::Ready(state) = &mut self.loading else {
                    return false;
                };
                let next = state.after(action);
                let changed = next != *state;
                *state = next;
                changed
            }
            Message::Pick(picked) => std::mem::replace(&mut self.picked, picked) != picked,
            Message::Toggle(figure) => {
                match self.open_tables.iter().position(|open| *open == figure) {
                    Some(place) => drop(self.open_tables.remove(place)),
                    None => self.open_tables.push(figure),
                }
                false
            }
            Message::Resized => self.measure(),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let place = &ctx.props().place;
        let texts = place.language.texts();
        let problem = |content: Html| {
            html! {
                <main class="message"><div class="ds-alert" data-color="danger" role="alert">{ content }</div></main>
            }
        };
        match &self.loading {
            Loading::Ready(state) => self.sections(ctx, state),
            Loading::Waiting => html! {
                <main class="message"><p role="status">{ texts.loading }</p></main>
            },
            Loading::Unreachable => problem(html! {
                <>
                    <p>{ (texts.fetch_failed)(&place.solution_address()) }</p>
                    <button class="ds-button" type="button" onclick={ctx.link().callback(|_| Message::TryAgain)}>
                        { texts.try_again }
                    </button>
                </>
            }),
            Loading::Broken(problems) => problem(html! {
                <>
                    <p>{ (texts.file_broken)(&place.solution_address()) }</p>
                    <ul>{ for problems.0.iter().map(|problem| html! { <li>{ problem.to_string() }</li> }) }</ul>
                </>
            }),
        }
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
        let measured = u32::try_from(width)
            .ok()
            .filter(|&width| width > 0)
            .or(self.width);
        std::mem::replace(&mut self.width, measured) != measured
    }

    fn sections(&self, ctx: &Context<Self>, state: &State) -> Html {
        let place = &ctx.props().place;
        let language = place.language;
        let texts = language.texts();
        let act = ctx.link().callback(Message::Act);
        let look = Look {
            width: self.width,
            picked: self.picked,
            pick: ctx.link().callback(Message::Pick),
            open_tables: &self.open_tables,
            toggle: ctx.link().callback(Message::Toggle),
            moving: state.moving,
            axes: &self.axes,
            section: self.figures.clone(),
        };
        html! {
            <>
                <header class="site">
                    <a class="site-name" href={place.root.clone()}>{ texts.site_name }</a>
                    <a class="ds-link" href={place.root.clone()}>{ texts.all_solutions }</a>
                </header>
                <main class="page">
                    { head(language, &state.solution) }
                    { headlines(language, state) }
                    <div class="controls-column">
                        { glance(language, state) }
                        { controls_of(language, state, &act) }
                    </div>
                    { figures(language, state, &act, &look) }
                    { claim_beside_model(language, state) }
                    { waits(state.moving, { let state = state.clone(); move || method(language, &state) }) }
                </main>
            </>
        }
    }
}

fn fetch(ctx: &Context<Page>) {
    let address = ctx.props().place.solution_address();
    ctx.link().send_future(async move {
        let answer = Request::get(&address)
            .send()
            .await
            .ok()
            .filter(|answer| answer.ok());
        match answer {
            Some(answer) => Message::Fetched(answer.text().await.ok()),
            None => Message::Fetched(None),
        }
    });
}
