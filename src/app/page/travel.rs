//! Going elsewhere: to another solution, to a file of the visitor's own, and to what an address says.

use super::staging::STAGE_VIEW;
use super::{Answer, FileAnswer, Loading, Message, Page, unreachable};
use crate::app::address;
use crate::app::arrivals::OwnFile;
use crate::app::embed::Heard;
use crate::app::frame::{FOLLOWED, is_theme, wear};
use crate::app::further::Further;
use crate::app::notice::Notice;
use crate::app::part::Part;
use crate::app::place::{Place, mark_in_menu};
use crate::app::reader::reader;
use crate::app::stage::Stage;
use crate::app::state::{Action, State};
use crate::scenario::{Link, Reason};
use crate::solution::{Problems, Solution, unpack};
use gloo::net::http::{Request, Response};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::Context;

/// How long the address may be behind (milliseconds): browsers allow a hundred changes in half a minute.
const ADDRESS_BEHIND: u32 = 400;

impl Page {
    pub(super) fn fetch(&self, ctx: &Context<Self>) {
        let Place { solution, file, .. } = self.place.clone();
        ctx.link()
            .send_future(async move { Message::Fetched(solution, fetch(&file).await) });
    }

    /// Shows another solution from its top, as its file has it.
    pub(super) fn show(&mut self, loading: Loading) {
        self.loading = loading;
        self.visit += 1;
        self.arrived = true;
        self.picked = None;
        self.prospect = None;
        self.axes = Rc::default();
        self.in_sight = Vec::new();
        self.address = None;
        self.addressed = true;
        self.own_file = false;
        self.asked_file = false;
        self.others = Vec::new();
    }

    /// Goes to another solution of the site. What was shown stays until the other's file is here.
    pub(super) fn go(&mut self, ctx: &Context<Self>, place: Place, step: bool) {
        if step {
            self.write_address(false);
        }
        let step = step && place.solution != self.place.solution;
        if step && let Ok(history) = window().history() {
            let address = format!("../{}/", place.solution);
            // An address that cannot be written is no reason not to go.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        // It names the other solution already.
        self.addressed = false;
        place.announce(place.language.texts().site_name);
        self.place = place;
        self.notices.clear();
        self.fetch(ctx);
    }

    pub(super) fn tell(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Opens a file of the visitor's own, or says what is wrong with it and leaves the page as it is.
    fn open(&mut self, name: &str, solution: Result<Solution, Problems>) -> bool {
        let texts = self.place.language.texts();
        let state = solution.map(State::new);
        let broken = |problems| Notice::Broken((texts.file_broken)(name), problems);
        let (opened, notice) = match state {
            Ok(Some(state)) => {
                let file = state.solution.name.get(self.place.language);
                let title = format!("{file} – {}", texts.site_name);
                self.show(Loading::Ready(state));
                document().set_title(&title);
                mark_in_menu(None);
                (true, Notice::Said((texts.own_file_shown)(name)))
            }
            Ok(None) => (false, broken(Vec::new())),
            Err(Problems(problems)) => (false, broken(problems)),
        };
        self.notices = vec![notice];
        opened
    }

    /// Opens a file that was chosen or dropped: no address names it.
    pub(super) fn open_own(&mut self, (name, solution): OwnFile) {
        let Some(solution) = solution else {
            let said = (self.place.language.texts().file_unread)(&name);
            self.notices = vec![Notice::Said(said)];
            return;
        };
        if self.open(&name, solution) {
            address::write("", false);
            self.addressed = false;
            self.own_file = true;
        }
    }

    /// Opens the file that the address asked for, or says why it cannot and fetches the page's own.
    pub(super) fn open_asked(&mut self, ctx: &Context<Self>, address: &str, answer: &FileAnswer) {
        let texts = self.place.language.texts();
        match answer {
            Ok(solution) if self.open(address, solution.clone()) => {
                self.asked_file = true;
                self.arrive();
            }
            Ok(_) => {}
            Err(status) => self.tell(Notice::Said(unreachable(texts, address, *status))),
        }
        if let Loading::Waiting = self.loading {
            self.fetch(ctx);
        }
    }

    /// Shows, on arrival, what the page's address says: there is nothing before it to go back to.
    pub(super) fn arrive(&mut self) {
        self.read_address();
        if let Loading::Ready(state) = &mut self.loading {
            state.history = Rc::default();
        }
    }

    /// Makes the page show what its address says.
    pub(super) fn read_address(&mut self) {
        self.read_query(&address::query());
    }

    /// Makes the page show what a query says, and tells the visitor what of it could not be used.
    pub(super) fn read_query(&mut self, query: &str) {
        let Loading::Ready(state) = &mut self.loading else {
            return;
        };
        let mut link = Link::read(&state.solution, query);
        let (mut part, mut theme) = (Some(Part::All), None);
        self.others.clear();
        for (name, text) in link.others.clone() {
            let known = match name.as_str() {
                // The state's own.
                "whose" if text == "budget" => continue,
                "years" if text == "cumulated" => continue,
                "whose" | "years" => false,
                // What is shown is the site's solution all the same.
                "file" if !self.asked_file => continue,
                "view" if text == STAGE_VIEW.1 => {
                    part = None;
                    true
                }
                "view" => {
                    let asked = Part::of(&text, self.place.language, state);
                    part = asked.or(part);
                    asked.is_some()
                }
                "theme" => {
                    theme = is_theme(&text).then(|| text.clone());
                    theme.is_some()
                }
                name => name != "height" || text == FOLLOWED,
            };
            match known {
                true => self.others.push((name, text)),
                false => link.ignore(&name, &text, Reason::Unknown),
            }
        }
        let (ignored, digest) = (std::mem::take(&mut link.ignored), link.digest);
        *state = state.after(Action::Open(Box::new(link)));
        let told = Notice::of_link(ignored, digest, state);
        self.notices.retain(|notice| !notice.is_of_link());
        self.notices.extend(told);
        if part.is_none() != self.stage.is_some() {
            self.stage = part.is_none().then(Stage::default);
        }
        self.part = part.unwrap_or_default();
        wear(theme.as_deref().unwrap_or("auto"));
    }

    /// Does what the host page wants, or says what came of it.
    pub(super) fn follow_host(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        let (Loading::Ready(state), Some(rest)) = (&mut self.loading, self.rest) else {
            return false;
        };
        match heard {
            Heard::Wishes(wishes) => {
                let query = (rest.query_with)(state, &self.others, &wishes);
                // What a host does is no step of the visitor's to undo.
                let history = state.history.clone();
                self.end_replay();
                self.read_query(&query);
                if let Loading::Ready(state) = &mut self.loading {
                    state.history = history;
                }
                self.hear_stage(ctx);
                self.find_out(ctx);
                self.write_address_later(ctx);
            }
            Heard::Trouble(text) => {
                let is_told =
                    |notice: &Notice| matches!(notice, Notice::Said(said) if *said == text);
                if self.notices.iter().any(is_told) {
                    return false;
                }
                self.tell(Notice::Said(text));
            }
        }
        true
    }

    /// Makes the address say what the page shows.
    pub(super) fn write_address(&mut self, step: bool) {
        self.address = None;
        if let (Loading::Ready(state), Some(rest), true) =
            (&self.loading, self.rest, self.addressed)
        {
            let mut link = state.link();
            link.others.extend_from_slice(&self.others);
            address::write(&(rest.query)(&link, &state.solution), step);
        }
    }

    /// The same before long: while a slider moves, not at each of its steps.
    pub(super) fn write_address_later(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.address.get_or_insert_with(|| {
            Timeout::new(ADDRESS_BEHIND, move || {
                link.send_message(Message::WriteAddress)
            })
        });
    }

    /// Whether what is shown is the site's own solution. What is kept of another is not mixed with what is kept of that.
    pub(super) fn is_the_sites(&self) -> bool {
        !self.own_file && !self.asked_file
    }

    /// Shows what this browser has kept of the solution.
    pub(super) fn recall(&mut self) {
        let is_the_sites = self.is_the_sites();
        if let (Loading::Ready(state), Some(rest), true) =
            (&mut self.loading, self.rest, is_the_sites)
        {
            let kept = (rest.recall)(&state.solution);
            if !kept.is_empty() {
                *state = (rest.after)(state, Further::Recall(kept));
            }
        }
    }

    /// Keeps what the visitor keeps in this browser too.
    pub(super) fn store(&mut self) {
        if let (Loading::Ready(state), Some(rest), true) =
            (&self.loading, self.rest, self.is_the_sites())
        {
            self.stored = (rest.store)(&state.solution, &state.kept);
        }
    }
}

/// Fetches a solution of the site.
pub async fn fetch(address: &str) -> Answer {
    let bytes = get(address).await?.binary().await.map_err(|_| None)?;
    // What is not the site's own, such as a network's page to log in, is no answer.
    unpack(&bytes).ok_or(None)
}

/// Fetches a solution file, and what reads it.
pub async fn fetch_file(address: &str) -> FileAnswer {
    let json = fetch_text(address).await?;
    let read = reader().await.map_err(|_| None)?;
    Ok(read(&json))
}

/// Fetches a text; else gives the server's status, if it answered.
pub async fn fetch_text(address: &str) -> Result<String, Option<u16>> {
    get(address).await?.text().await.map_err(|_| None)
}

async fn get(address: &str) -> Result<Response, Option<u16>> {
    let answer = Request::get(address).send().await.map_err(|_| None)?;
    match answer.ok() {
        true => Ok(answer),
        false => Err(Some(answer.status())),
    }
}
