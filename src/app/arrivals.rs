//! Other ways in than the page's own solution: the menu, the browser's back button, and a file of the visitor's own,
//! chosen or dropped on the page. The file is read in the browser and goes nowhere.

use super::focus::element;
use super::place::Place;
use super::reader::reader;
use crate::solution::{LONGEST, Problem, Problems, Solution};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{body, document, document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, HtmlAnchorElement, HtmlInputElement, MouseEvent};
use yew::Callback;

/// Where to go, and whether that is a new step in the browser's history.
pub type Way = (Place, bool);

/// A file of the visitor's own: its name, and the solution in it; nothing where what reads it has not come.
pub type OwnFile = (String, Option<Result<Solution, Problems>>);

/// Hears of every arrival, for as long as it is kept.
pub struct Arrivals(#[allow(dead_code)] Vec<EventListener>);

impl Arrivals {
    /// `go` is told which solution to go to, and whether that is a new step in the browser's history; `open` gets the
    /// visitor's own files.
    pub fn new(here: &Place, go: &Callback<Way>, open: &Callback<OwnFile>) -> Self {
        let mut all = vec![back(here.clone(), go.clone())];
        all.extend(menu(here.clone(), go.clone()));
        all.extend(chosen(open.clone()));
        all.extend(dropped(open.clone()));
        Self(all)
    }
}

/// A solution chosen in the menu.
fn menu(here: Place, go: Callback<Way>) -> Option<EventListener> {
    let menu = document().get_element_by_id("solutions")?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        &menu,
        "click",
        options,
        move |event| {
            let Some(click) = event.dyn_ref::<MouseEvent>() else {
                return;
            };
            let target = event.target().and_then(|target| target.dyn_into().ok());
            let Some(place) = target.and_then(|link: HtmlAnchorElement| here.of(&link)) else {
                return;
            };
            // Another tab or window is the browser's own to open.
            if click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() {
                return;
            }
            event.prevent_default();
            close_menu();
            go.emit((place, true));
        },
    ))
}

/// The browser has gone back or forward.
fn back(here: Place, go: Callback<Way>) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| {
        if let Some(place) = here.at_address() {
            go.emit((place, false));
        }
    })
}

/// A file chosen in the menu.
fn chosen(open: Callback<OwnFile>) -> Option<EventListener> {
    let input: HtmlInputElement = document().get_element_by_id("own-file")?.dyn_into().ok()?;
    Some(EventListener::new(&input.clone(), "change", move |_| {
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read(file, open.clone());
        }
        // So that the same file, mended, can be chosen again.
        input.set_value("");
        close_menu();
    }))
}

/// A file dropped anywhere on the page.
fn dropped(open: Callback<OwnFile>) -> Vec<EventListener> {
    let on = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&body(), name, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>() {
                act(event);
            }
        })
    };
    vec![
        on(
            "dragover",
            Box::new(|event| {
                let types = event.data_transfer().map(|data| data.types());
                if types.is_some_and(|types| types.includes(&"Files".into(), 0)) {
                    event.prevent_default();
                    mark_drop(true);
                }
            }),
        ),
        on(
            "dragleave",
            Box::new(|event| {
                if event.related_target().is_none() {
                    mark_drop(false);
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event| {
                mark_drop(false);
                let files = event.data_transfer().and_then(|data| data.files());
                if let Some(file) = files.and_then(|files| files.get(0)) {
                    event.prevent_default();
                    read(file, open.clone());
                }
            }),
        ),
    ]
}

/// Reads the file, unless it is longer than any solution file may be.
fn read(file: web_sys::File, open: Callback<OwnFile>) {
    let (name, bytes) = (file.name(), file.size());
    if bytes > LONGEST as f64 {
        let problem = Problem::TooLong {
            bytes: bytes as usize,
            most: LONGEST,
        };
        return open.emit((name, Some(Err(Problems(vec![problem])))));
    }
    wasm_bindgen_futures::spawn_local(async move {
        let content = JsFuture::from(file.text()).await;
        // A file that has been taken away meanwhile reads as an empty one, which is no JSON.
        let content = content.ok().and_then(|content| content.as_string());
        let content = content.unwrap_or_default();
        open.emit((name, reader().await.ok().map(|read| read(&content))));
    });
}

/// Shows, or no longer shows, that a file may be let go of here.
fn mark_drop(dropping: bool) {
    let _ = document_element().toggle_attribute_with_force("data-dropping", dropping);
}

fn close_menu() {
    if let Some(menu) = element("#solutions") {
        // Refused where it is closed already.
        let _ = menu.hide_popover();
    }
}
