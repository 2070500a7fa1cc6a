//! Keys that work anywhere on the page: a step back, and forward again.

use super::state::Action;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::Callback;

/// Listens for as long as it is kept.
pub fn listen(act: Callback<Action>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if let Some(action) = meant(key) {
            event.prevent_default();
            act.emit(action);
        }
    })
}

/// Ctrl or Cmd with Z, with shift or as Y to do it again. In a field that is being written in, the browser's own undoing
/// comes first.
fn meant(key: &KeyboardEvent) -> Option<Action> {
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || writes(key) {
        return None;
    }
    match (key.key().to_lowercase().as_str(), key.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Whether the key is pressed in a field of text, other than a number field that says what the page put there.
fn writes(key: &KeyboardEvent) -> bool {
    let target = key.target();
    let field = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| {
        field.type_() == "text" && field.get_attribute("data-shown") != Some(field.value())
    })
}
