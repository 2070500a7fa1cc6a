//! The page itself: fetches the solution, holds what the page shows, and lays its sections out. What it cannot show
//! it says in plain words.
//!
//! One component holds it all; the sections are functions of its state. Only a slider is a component of its own, so
//! that moving one leaves the others alone. `growing` makes it in steps; `finding` finds out how sure the figures
//! are, between the frames; `saying` has the result read out, and keeps the focus; `travel` goes to other
//! solutions, files and addresses; `staging` shows it all on a stage.

mod finding;
mod further_sections;
mod growing;
mod saying;
mod staging;
mod travel;

use super::arrivals::{Arrivals, OwnFile};
use super::embed::{Heard, Host};
use super::embed_code::Choices;
use super::figures::{Axes, Look};
use super::first_view::FirstView;
use super::focus::focus;
use super::frame::is_framed;
use super::growth::{Growth, Step};
use super::notice::{Notice, notices};
use super::paper::Latest;
use super::part::Part;
use super::place::Place;
use super::rest::{Prospect, Rest, rest};
use super::share::Copied;
use super::stage::{Cue, Stage};
use super::state::{Action, State};
use super::takeaway::{Progress, Take};
use crate::scenario::{FIRST_DRAWS, Pair};
use crate::solution::{Problems, Solution};
use crate::text::Texts;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use saying::Heir;
use staging::Replay;
use std::cell::RefCell;
use std::rc::Rc;
pub use travel::{fetch, fetch_file, fetch_text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Where the fetching has come to.
enum Loading {
    Waiting,
    Ready(State),
    /// It did not come: the server's status, if it answered.
    Unreachable(Option<u16>),
}

impl Loading {
    fn of(answer: &Answer) -> Self {
        match answer {
            Err(status) => Loading::Unreachable(*status),
            Ok(solution) => {
                State::new(solution.clone()).map_or(Loading::Unreachable(None), Loading::Ready)
            }
        }
    }
}

/// From this width of the window on, in CSS pixels, text is a quarter larger.
const STAGE: f64 = 1800.0;

/// How long until the rest of the program is asked for again, when it did not come (milliseconds).
const AGAIN: u32 = 5000;

/// What is read off a figure: its id, and the place along it.
pub type Picked = Option<(&'static str, usize)>;

/// A solution of the site; the server's status where it did not come, if it answered.
pub type Answer = Result<Solution, Option<u16>>;

/// The same of a solution file, which can be wrong.
pub type FileAnswer = Result<Result<Solution, Problems>, Option<u16>>;

/// What a page is opened with.
#[derive(PartialEq)]
pub enum Arrival {
    /// Its own solution.
    Usual(Answer),
    /// A file that its address asks for.
    File(String, FileAnswer),
    /// Its own, since its address asks for a file of another site.
    Elsewhere(String, Answer),
}

pub enum Message {
    /// The solution with this id.
    Fetched(String, Answer),
    /// Go to another solution; whether as a new step in the browser's history.
    Go(Place, bool),
    /// The visitor has opened a file.
    Open(OwnFile),
    CloseNotice(usize),
    TryAgain,
    /// A step more of the page is to be made.
    Grow,
    /// The rest of the program is to be fetched; has come, or has not.
    FetchRest,
    Rest(Option<&'static Rest>),
    Act(Action),
    /// To the stage; and what is done there.
    ToStage,
    Cue(Cue),
    /// The next picture of a replay is due.
    Frame,
    /// The address is to say what the page shows.
    WriteAddress,
    Copied(Copied),
    /// What is chosen of the code for other pages.
    Choose(Choices),
    /// Something is to be taken along; how that goes.
    Take(Take),
    Taken(Progress),
    Print,
    /// What the host page wants, or must be told.
    Heard(Heard),
    /// A little more is to be found out about how sure the figures are.
    Refine,
    Pick(Picked),
    /// The visitor rests: the result is to be said.
    Say,
    /// The window has another size.
    Resized,
}

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub place: Place,
    /// What was fetched while the first view stood there.
    pub arrival: Arrival,
    /// Where the page is made, outside of the document until the first view is whole.
    pub root: Element,
}

pub struct Page {
    place: Place,
    loading: Loading,
    /// Counts the solutions that have been shown, so that nothing of the last one stays.
    visit: usize,
    /// Whether the page is to begin at its top, with the focus on its heading.
    arrived: bool,
    /// How far the page has been made, and when the next step is taken.
    growth: Growth,
    growing: Option<Timeout>,
    notices: Vec<Notice>,
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
    /// Whether nothing has been found out of the scenario yet, but will be.
    finding: bool,
    /// How many draws there is time for while a slider moves.
    draws: usize,
    refining: Option<Timeout>,
    /// What of the figures, and of the sections below them, could be seen when a slider was moved last.
    in_sight: Vec<&'static str>,
    /// These end with the page.
    _resizing: EventListener,
    arrivals: Option<Arrivals>,
    keys: Option<EventListener>,
    /// What is printed, and what sees to it.
    latest: Latest,
    paper: Option<[EventListener; 2]>,
    /// When the address is written next, if it is behind.
    address: Option<Timeout>,
    /// Whether the address names what the page shows: a file of the visitor's own it cannot name.
    addressed: bool,
    /// Whether it is a file of the visitor's own, which no address ever names.
    own_file: bool,
    /// Whether it is the file that the address names, and not the site's solution.
    asked_file: bool,
    /// What the address has beside the scenario.
    others: Vec<(String, String)>,
    copied: Copied,
    embed: Choices,
    taken: Progress,
    /// Whether this browser stores what is kept.
    stored: bool,
    part: Part,
    stage: Option<Stage>,
    stage_keys: Option<EventListener>,
    replay: Option<Replay>,
    /// What a screen reader is told, and when it is told next.
    said: String,
    saying: Option<Timeout>,
    heir: Heir,
    /// The page that this one stands in, if it does.
    host: Option<Box<dyn Host>>,
}

impl Component for Page {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let resized = link.callback(|()| Message::Resized);
        let PageProps { place, arrival, .. } = ctx.props();
        let mut page = Self {
            place: place.clone(),
            loading: Loading::Waiting,
            visit: 0,
            arrived: false,
            growth: Growth::BEGUN,
            growing: None,
            notices: Vec::new(),
            picked: None,
            axes: Rc::default(),
            figures: NodeRef::default(),
            width: None,
            rest: None,
            rest_again: None,
            prospect: None,
            finding: false,
            draws: FIRST_DRAWS,
            refining: None,
            in_sight: Vec::new(),
            _resizing: EventListener::new(&window(), "resize", move |_| resized.emit(())),
            arrivals: None,
            keys: None,
            latest: Latest::default(),
            paper: None,
            address: None,
            addressed: true,
            own_file: false,
            asked_file: false,
            others: Vec::new(),
            copied: None,
            embed: Choices::USUAL,
            taken: None,
            stored: true,
            part: Part::All,
            stage: None,
            stage_keys: None,
            replay: None,
            said: String::new(),
            saying: None,
            heir: None,
            host: None,
        };
        match arrival {
            Arrival::File(address, answer) => page.open_asked(ctx, address, answer),
            Arrival::Elsewhere(address, answer) => {
                let texts = place.language.texts();
                page.tell(Notice::Said((texts.file_elsewhere)(address)));
                page.loading = Loading::of(answer);
                page.arrive();
            }
            Arrival::Usual(answer) => {
                page.loading = Loading::of(answer);
                page.arrive();
                page.take_up_findings();
            }
        }
        if page.part == Part::All {
            // What the build has written has the width that the page will have.
            let written = document().query_selector(".figures").ok().flatten();
            page.width = width_of(written.and_then(|section| section.dyn_into().ok()));
        }
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let by_itself = matches!(
            message,
            Message::Grow | Message::FetchRest | Message::Rest(_) | Message::Refine
        );
        let grown = !by_itself && self.grow_up();
        let changed = match message {
            Message::Grow => {
                self.growing = None;
                self.grow()
            }
            // Who has gone on meanwhile does not want it any more.
            Message::Fetched(solution, _) if solution != self.place.solution => false,
            Message::Fetched(_, answer) => {
                self.show(Loading::of(&answer));
                self.arrive();
                self.recall();
                self.find_out(ctx);
                true
            }
            // Back and forward within a page.
            Message::Go(place, false)
                if place.solution == self.place.solution && !self.own_file =>
            {
                self.end_replay();
                self.read_address();
                self.hear_stage(ctx);
                self.find_out(ctx);
                self.say_later(ctx);
                true
            }
            Message::Go(place, step) => {
                self.go(ctx, place, step);
                false
            }
            Message::Open(file) => {
                self.open_own(file);
                self.find_out(ctx);
                true
            }
            Message::CloseNotice(place) => {
                self.notices.remove(place);
                self.heir = Some(("#app h1", false));
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
                self.paper =
                    rest.map(|rest| (rest.paper)(self.place.language, self.latest.clone()));
                self.host = rest.filter(|_| is_framed()).map(|rest| {
                    (rest.host)(self.place.language, ctx.link().callback(Message::Heard))
                });
                self.keys = rest.map(|rest| (rest.keys)(ctx.link().callback(Message::Act)));
                self.recall();
                self.hear_stage(ctx);
                self.begin_to_find_out(ctx);
                // A page that is being made is shown step by step; anything else that the rest has to say, at once.
                let is_made = matches!(self.loading, Loading::Ready(_)) && self.stage.is_none();
                rest.is_none() || !is_made || !self.notices.is_empty()
            }
            Message::Act(action) => {
                self.end_replay();
                self.act(ctx, action)
            }
            Message::ToStage => {
                self.set_stage(ctx, Some(Stage::default()));
                true
            }
            Message::Cue(cue) => self.follow_cue(ctx, cue),
            Message::Frame => self.replay_frame(ctx),
            Message::WriteAddress => {
                self.write_address(false);
                false
            }
            Message::Copied(copied) => {
                self.copied = copied;
                true
            }
            Message::Choose(choices) => {
                self.embed = choices;
                true
            }
            Message::Take(what) => {
                if let (Loading::Ready(state), Some(rest)) = (&self.loading, self.rest) {
                    let others = self.at_address();
                    let address = others.map(|others| (rest.address)(state, others));
                    let tell = ctx.link().callback(Message::Taken);
                    (rest.take)(self.place.language, state, what, address, tell);
                }
                false
            }
            Message::Taken(progress) => {
                self.taken = progress;
                true
            }
            Message::Print => {
                // Refused in some frames.
                let _ = window().print();
                false
            }
            Message::Heard(heard) => self.follow_host(ctx, heard),
            Message::Refine => self.refine(ctx),
            Message::Pick(picked) => std::mem::replace(&mut self.picked, picked) != picked,
            Message::Say => self.say(),
            Message::Resized => self.measure(),
        };
        changed || grown
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        *self.latest.borrow_mut() = match &self.loading {
            Loading::Ready(state) => Some((state.clone(), self.at_address().map(<[_]>::to_vec))),
            _ => None,
        };
        let content = match &self.loading {
            Loading::Ready(state) => self.sections(ctx, state),
            _ => self.without_solution(ctx),
        };
        let close = ctx.link().callback(Message::CloseNotice);
        let told = notices(self.place.language, &self.notices, self.rest, &close);
        html! {
            <>
                <p class="ds-sr-only" role="status">{ &self.said }</p>
                { told }
                <div key={self.visit}>{ content }</div>
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.link().send_message(Message::FetchRest);
        }
        self.go_on_growing(ctx);
        // A file of the visitor's own is none of the host's business.
        if let (Some(host), Loading::Ready(state), true) =
            (&self.host, &self.loading, self.addressed)
        {
            host.tell(state);
        }
        if self.growth.reaches(Growth::FIRST_VIEW)
            && self.width.is_none()
            && matches!(self.loading, Loading::Ready(_))
        {
            ctx.link().send_message(Message::Resized);
        }
        if std::mem::take(&mut self.arrived) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus("#app h1");
        }
        self.pass_focus();
    }
}

impl Page {
    /// What the address has beside the scenario; none where no address shows what the page shows.
    fn at_address(&self) -> Option<&[Pair]> {
        self.addressed.then_some(&*self.others)
    }

    /// Measures the figures' section; whether it has another width than before. A page that is not shown has no
    /// width: then the last one stays.
    fn measure(&mut self) -> bool {
        let measured = width_of(self.figures.cast()).or(self.width);
        std::mem::replace(&mut self.width, measured) != measured
    }

    fn sections(&self, ctx: &Context<Self>, state: &State) -> Html {
        let language = self.place.language;
        let act = ctx.link().callback(Message::Act);
        let look = self.look(ctx, state, self.width);
        if let (Some(rest), Some(stage)) = (self.rest, self.stage) {
            let look = self.look(ctx, state, Some(Self::stage_width()));
            let cue = ctx.link().callback(Message::Cue);
            return (rest.stage)(language, state, stage, &look, self.at_address(), &cue);
        }
        let part = self.part;
        let all = part == Part::All;
        let first_view = FirstView {
            language,
            state,
            part,
            act: &act,
            to_stage: ctx.link().callback(|_| Message::ToStage),
            look: &look,
        };
        let rest = |step| self.rest.filter(|_| self.growth.has(step));
        let told = html! {
            <>
                { rest(Step::Told).filter(|_| all).map(|rest| (rest.tale)(language, state, &act)).unwrap_or_default() }
                { rest(Step::Told).filter(|_| all).map(|rest| (rest.compare)(language, state, &act, (!self.own_file).then_some(self.stored && !self.asked_file))).unwrap_or_default() }
            </>
        };
        let below = html! {
            <>
                { match self.rest {
                    Some(rest) if all => (rest.sections)(self, ctx, state),
                    Some(_) => Html::default(),
                    None => self.without_the_rest(),
                } }
                { self.rest.zip(self.at_address()).filter(|_| !all || is_framed()).map(|(rest, others)| (rest.whole)(language, state, part, others)).unwrap_or_default() }
            </>
        };
        first_view.with(told, below)
    }

    fn look(&self, ctx: &Context<Self>, state: &State, width: Option<u32>) -> Look {
        Look {
            width,
            picked: self.picked,
            pick: ctx.link().callback(Message::Pick),
            growth: self.growth,
            in_sight: self.in_sight.clone(),
            moving: state.moving,
            axes: self.axes.clone(),
            section: self.figures.clone(),
            rest: self.rest,
            take: ctx.link().callback(Message::Take),
        }
    }

    /// What stands there while the rest is on its way; a word on it only if it is long in coming.
    fn without_the_rest(&self) -> Html {
        let delayed = self.rest_again.as_ref().map(|_| {
            html! { <p class="conditions" role="status">{ self.place.language.texts().rest_delayed }</p> }
        });
        delayed.unwrap_or_default()
    }

    /// What stands there while there is no solution to show.
    fn without_solution(&self, ctx: &Context<Self>) -> Html {
        let texts = self.place.language.texts();
        let content = match &self.loading {
            Loading::Ready(_) => Html::default(),
            Loading::Waiting => html! { <p role="status">{ texts.loading }</p> },
            Loading::Unreachable(status) => html! {
                <div class="failure" role="alert">
                    <p>{ unreachable(texts, &self.place.file, *status) }</p>
                    <button class="ds-button" type="button" onclick={ctx.link().callback(|_| Message::TryAgain)}>
                        { texts.try_again }
                    </button>
                </div>
            },
        };
        html! {
            <main class="message">
                <h1 class="ds-heading" data-size="lg" tabindex="-1">{ &self.place.title }</h1>{ content }
            </main>
        }
    }
}

/// The width of a figure in this section, in CSS pixels; none where it is not shown.
fn width_of(section: Option<HtmlElement>) -> Option<u32> {
    let width = section?.client_width();
    // As the style sheet enlarges all text on a stage's screen, a chart is drawn smaller there and scaled up.
    let window_width = window().inner_width().ok().and_then(|width| width.as_f64());
    let width = match window_width {
        Some(window_width) if window_width >= STAGE => width * 4 / 5,
        _ => width,
    };
    u32::try_from(width).ok().filter(|&width| width > 0)
}

fn unreachable(texts: &Texts, address: &str, status: Option<u16>) -> String {
    match status {
        Some(status) => (texts.not_found)(address, &status.to_string()),
        None => (texts.fetch_failed)(address),
    }
}
