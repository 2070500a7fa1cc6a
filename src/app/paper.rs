//! The page on paper: what is printed is the brief, one page in sentences, whatever is on the screen.

use super::address::{opens_elsewhere, whole};
use super::share::link;
use super::state::State;
use crate::export::brief::{STYLE, brief};
use crate::scenario::Pair;
use crate::solution::Language;
use gloo::events::EventListener;
use gloo::utils::{body, document, window};
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

/// What the page shows now, and what its address has beside the scenario; none where no address shows it.
pub type Latest = Rc<RefCell<Option<(State, Option<Vec<Pair>>)>>>;

/// The paper in the document, while it is printed.
const ID: &str = "paper";

/// Nothing but the brief.
const ONLY_PAPER: &str = "@media screen { #paper { display: none; } } \
    @media print { body > :not(#paper) { display: none !important; } } \
    @page { size: A4; margin: 12mm 14mm; }";

/// Puts the brief in the place of the page whenever it is printed, for as long as this is kept.
pub fn listen(language: Language, latest: Latest) -> [EventListener; 2] {
    [
        EventListener::new(&window(), "beforeprint", move |_| {
            remove();
            if let Some((state, others)) = &*latest.borrow() {
                put(language, state, others.as_deref());
            }
        }),
        EventListener::new(&window(), "afterprint", |_| remove()),
    ]
}

fn put(language: Language, state: &State, others: Option<&[Pair]>) {
    let address = others.map(|others| whole(&link(state, others).write(&state.solution)));
    let link = address.filter(|address| opens_elsewhere(address));
    let page = brief(state.context(language), link.as_deref()).into_string();
    // Without it the page is printed as it is.
    let _ = style(&[ONLY_PAPER, STYLE].concat());
    if let Ok(paper) = document().create_element("main") {
        paper.set_id(ID);
        paper.set_inner_html(&page);
        let _ = body().append_child(&paper);
    }
}

fn remove() {
    if let Some(paper) = document().get_element_by_id(ID) {
        paper.remove();
        let _ = style("");
    }
}

/// Gives the document a style sheet beside its own, by the one way that a strict policy leaves open.
fn style(text: &str) -> Result<(), JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(text)?;
    let sheets = Array::of1(&sheet);
    Reflect::set(&document(), &"adoptedStyleSheets".into(), &sheets).map(drop)
}
