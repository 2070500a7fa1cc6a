//! The page in a frame of another page. It tells its host how high its content is and what the visitor chose, and hears
//! what the host chooses. The README's "Embedding" describes the messages.
//!
//! Anybody may send a window messages, as many and as large as they like: only the parent's are read, what is no message
//! of ours is passed over, and what comes within a moment is done at once.

use super::address::whole as whole_address;
use super::markup::raw;
use super::part::Part;
use super::share::link;
use super::state::State;
use crate::export::picture::grounds;
use crate::model::Results;
use crate::scenario::{Link, Pair, Scenario, curve_text, wishes};
use crate::solution::{Language, Solution};
use crate::text::FurtherTexts;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use js_sys::{Function, JsString, Object, Reflect};
use maud::html as markup;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MessageEvent, MouseEvent, ResizeObserver, Window};
use yew::{Callback, Html};

/// What every message of ours has, and the version of their shape.
const NAME: &str = "gevinstsimulator";
const VERSION: f64 = 1.0;

/// Characters that a wish may have, and wishes that wait at most.
const LONGEST: u32 = 8192;
const MOST: usize = 400;

/// How long wishes wait for more (milliseconds).
const MOMENT: u32 = 16;

/// What comes from the host page, or must be told because of it.
pub enum Heard {
    /// What the host chose, by the names of an address.
    Wishes(Vec<Pair>),
    /// What the visitor must be told.
    Trouble(String),
}

/// The host page.
pub trait Host {
    /// Tells it what the visitor has chosen, if that is new.
    fn tell(&self, state: &State);
}

/// The host page, and what was told to it.
struct Audience {
    parent: Parent,
    told: RefCell<Option<Rc<Scenario>>>,
    _listeners: [EventListener; 2],
    _observer: Option<Observer>,
}

/// The page's host; it is heard for as long as this is kept.
pub fn host(language: Language, heard: Callback<Heard>) -> Box<dyn Host> {
    let further = language.further();
    let parent = Parent::new();
    let height = Height {
        parent: parent.clone(),
        told: Rc::default(),
    };
    // Browsers observe nothing in a frame that is out of sight, and WordPress shows it only when it has heard of it.
    height.tell();
    Box::new(Audience {
        told: RefCell::default(),
        _observer: Observer::new(height.clone()),
        _listeners: [
            listen(further, height, heard.clone()),
            open_outside(further, parent.clone(), heard),
        ],
        parent,
    })
}

impl Host for Audience {
    fn tell(&self, state: &State) {
        let mut told = self.told.borrow_mut();
        if told.as_ref().is_some_and(|told| **told == *state.scenario) {
            return;
        }
        *told = Some(state.scenario.clone());
        let message = message("change");
        put(
            &message,
            "scenario",
            scenario(&state.solution, &state.scenario),
        );
        put(&message, "figures", figures(&state.results));
        self.parent.post(&message);
    }
}

fn scenario(solution: &Solution, scenario: &Scenario) -> Object {
    let values = Object::new();
    for (parameter, value) in solution.parameters.iter().zip(scenario.values()) {
        put(&values, &parameter.id, *value);
    }
    let said = Object::new();
    put(&said, "query", Link::new(scenario.clone()).write(solution));
    put(&said, "curve", curve_text(scenario.curve()));
    put(&said, "values", values);
    said
}

/// By the names that the command line gives them.
fn figures(results: &Results) -> Object {
    let saving = &results.annual_saving_at_full_effect;
    let by_year = Object::new();
    put(&by_year, "gross", saving.gross);
    put(&by_year, "net", saving.net);
    let said = Object::new();
    put(&said, "npv", results.npv);
    put(&said, "annual_saving_at_full_effect", by_year);
    let person_years = results.person_years_at_full_effect;
    put(&said, "person_years_at_full_effect", person_years);
    let year = results.break_even_year.map_or(JsValue::NULL, JsValue::from);
    put(&said, "break_even_year", year);
    said
}

fn message(kind: &str) -> Object {
    let message = Object::new();
    put(&message, NAME, VERSION);
    put(&message, "type", kind);
    message
}

fn put(object: &Object, name: &str, value: impl Into<JsValue>) {
    // Never refused by an object of our own.
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// The window that the frame is in.
#[derive(Clone)]
struct Parent {
    window: Window,
    /// What WordPress wants to see in a message, if it is WordPress.
    secret: Option<String>,
}

impl Parent {
    fn new() -> Self {
        let parent = window().parent().ok().flatten();
        Self {
            window: parent.unwrap_or_else(window),
            secret: wordpress_secret(),
        }
    }

    /// To whichever page it is: there is nothing in it that a host must not know.
    fn post(&self, message: &Object) {
        // A parent that has gone hears nothing.
        let _ = self.window.post_message(message, "*");
    }

    fn post_to_wordpress(&self, what: &str, value: impl Into<JsValue>) {
        if let Some(secret) = &self.secret {
            let message = Object::new();
            put(&message, "secret", secret.as_str());
            put(&message, "message", what);
            put(&message, "value", value);
            self.post(&message);
        }
    }
}

/// WordPress puts it behind the address' hash.
fn wordpress_secret() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let (_, secret) = hash.split_once("secret=")?;
    Some(secret.to_owned())
}

/// What a host page says.
enum Said {
    Wishes(Vec<Pair>),
    TooMuch,
    /// WordPress has come to listen.
    Ready,
}

/// What a message says, if it is one of ours, or WordPress'.
fn read(data: &JsValue, secret: Option<&str>) -> Option<Said> {
    let get = |name: &str| Reflect::get(data, &name.into()).ok();
    let is = |name: &str, text: &str| get(name).is_some_and(|said| said == text);
    if get(NAME)?.as_f64() == Some(VERSION) {
        let query = get("query")?.dyn_into::<JsString>().ok();
        return query
            .filter(|_| is("type", "set"))
            .map(|query| match query.length() > LONGEST {
                true => Said::TooMuch,
                false => Said::Wishes(wishes(&String::from(query))),
            });
    }
    let ready = is("secret", secret?) && is("message", "ready");
    ready.then_some(Said::Ready)
}

/// What has been said within a moment, and is done at its end.
#[derive(Default)]
struct Waiting {
    wishes: Vec<Pair>,
    too_much: bool,
    ready: bool,
    timer: Option<Timeout>,
}

impl Waiting {
    fn hear(&mut self, said: Said) {
        match said {
            Said::Wishes(wishes) => {
                let all = &mut self.wishes;
                all.retain(|(known, _)| wishes.iter().all(|(name, _)| name != known));
                all.extend(wishes);
                all.truncate(MOST);
            }
            Said::TooMuch => self.too_much = true,
            Said::Ready => self.ready = true,
        }
    }
}

fn listen(further: &'static FurtherTexts, height: Height, heard: Callback<Heard>) -> EventListener {
    let waiting: Rc<RefCell<Waiting>> = Rc::default();
    let origin = host_origin();
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let from_host = event
            .source()
            .is_some_and(|source| source == **height.parent.window)
            && origin
                .as_ref()
                .is_none_or(|origin| *origin == event.origin());
        if !from_host {
            return;
        }
        let Some(said) = read(&event.data(), height.parent.secret.as_deref()) else {
            return;
        };
        let (all, height, heard) = (waiting.clone(), height.clone(), heard.clone());
        let mut waiting = waiting.borrow_mut();
        waiting.hear(said);
        waiting.timer.get_or_insert_with(|| {
            Timeout::new(MOMENT, move || {
                let said = all.take();
                if said.ready {
                    height.tell_again();
                }
                if said.too_much {
                    heard.emit(Heard::Trouble(further.host_too_long.to_owned()));
                }
                if !said.wishes.is_empty() {
                    heard.emit(Heard::Wishes(said.wishes));
                }
            })
        });
    })
}

/// The origin of the host page, where the browser tells it.
fn host_origin() -> Option<String> {
    let origins = Reflect::get(&window().location(), &"ancestorOrigins".into()).ok()?;
    let origin = Reflect::get_u32(&origins, 0).ok()?.as_string();
    // A file and a page without an origin of its own are called differently in different places.
    origin.filter(|origin| origin.starts_with("http"))
}

/// Tells the host how high the content is.
#[derive(Clone)]
struct Height {
    parent: Parent,
    told: Rc<Cell<f64>>,
}

impl Height {
    /// If it is new. Where the frame is not shown it has no width, and the content no height worth telling.
    fn tell(&self) {
        let content = document_element().get_bounding_client_rect();
        let height = content.height().ceil();
        if content.width() == 0.0 || self.told.replace(height) == height {
            return;
        }
        let message = message("height");
        put(&message, "height", height);
        self.parent.post(&message);
        self.parent.post_to_wordpress("height", height);
    }

    fn tell_again(&self) {
        self.told.set(0.0);
        self.tell();
    }
}

/// Sees when the content gets another height.
struct Observer {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut()>,
}

impl Observer {
    fn new(height: Height) -> Option<Self> {
        let tell = Closure::new(move || height.tell());
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref::<Function>()).ok()?;
        observer.observe(&document_element());
        Some(Self {
            observer,
            _tell: tell,
        })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Has links open outside of the frame, where nobody expects another page.
fn open_outside(
    further: &'static FurtherTexts,
    parent: Parent,
    heard: Callback<Heard>,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^=http]").ok().flatten());
        let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
            !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
        });
        let Some(link) = link
            .filter(|link| plain && !event.default_prevented() && !link.has_attribute("download"))
        else {
            return;
        };
        event.prevent_default();
        match window().open_with_url_and_target(&link.href(), "_blank") {
            Ok(Some(opened)) => {
                // The other page has no business with this one.
                let _ = Reflect::set(&opened, &"opener".into(), &JsValue::NULL);
            }
            _ => {
                let here = window().location().host().unwrap_or_default();
                if parent.secret.is_some() && link.host() == here {
                    // WordPress goes to pages of the frame's own site.
                    parent.post_to_wordpress("link", link.href());
                } else {
                    heard.emit(Heard::Trouble((further.link_blocked)(&link.href())));
                }
            }
        }
    })
}

/// The query of an address that has these wishes in the place of what the state says.
pub fn query_with(state: &State, others: &[Pair], wishes: &[Pair]) -> String {
    let mut link = state.link();
    link.others.extend_from_slice(others);
    link.write_with(&state.solution, wishes)
}

/// What a part of the page rests on, and the way to the whole of it.
pub fn whole(language: Language, state: &State, part: Part, others: &[Pair]) -> Html {
    let further = language.further();
    let address = whole_address(&link(state, others).write(&state.solution));
    raw(markup! {
        footer.whole {
            @if let Part::Figure(_) = part { p.note { (grounds(&state.context(language))) } }
            p { a.ds-link href=(address) target="_blank" rel="noopener" { (further.whole) } }
        }
    })
}
