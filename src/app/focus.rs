//! Elements by their selector, bringing them into sight, and giving them the focus.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The first such element, if there is one.
pub fn element(selector: &str) -> Option<HtmlElement> {
    let element = document().query_selector(selector).ok()??;
    element.dyn_into().ok()
}

/// Gives an element the focus; one that cannot have it leaves it where it is.
pub fn focus(selector: &str) {
    if let Some(element) = element(selector) {
        let _ = element.focus();
    }
}

/// Brings an element into sight, and whoever goes by keyboard or ear to it.
pub fn go_to(element: &HtmlElement) {
    let _ = element.focus();
    element.scroll_into_view();
}

/// Goes to a section, which by itself has no focus.
pub fn show(selector: &str) {
    if let Some(section) = element(selector) {
        section.set_tab_index(-1);
        go_to(&section);
    }
}
