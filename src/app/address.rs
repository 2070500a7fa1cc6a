//! The browser's address, kept in step with what the page shows.

use super::frame::is_framed;
use gloo::utils::{document_element, window};
use wasm_bindgen::JsValue;

/// The query of the page's address, with its question mark if it has one.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The whole address of this page with another query. A page that was taken along as a file leads to where it was taken.
pub fn whole(query: &str) -> String {
    if let Some(origin) = taken_from() {
        return without_query(&origin) + &marked(query);
    }
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    // From a file or in a frame without an origin of its own, that is `null`.
    match origin.as_str() {
        "null" => without_query(&location.href().unwrap_or_default()) + &marked(query),
        _ => origin + &path + &marked(query),
    }
}

/// Whether others can open such an address too: a file's works only where the file is.
pub fn opens_elsewhere(address: &str) -> bool {
    address.starts_with("http")
}

/// The address that a page which was taken along as a file was taken from.
fn taken_from() -> Option<String> {
    document_element().get_attribute("data-address")
}

fn without_query(address: &str) -> String {
    let (path, _) = address.split_once(['?', '#']).unwrap_or((address, ""));
    path.to_owned()
}

/// Writes the query into the address; as a new step in the browser's history, or in the place of this one. A browser
/// that does not allow it leaves the address as it is.
pub fn write(query: &str, step: bool) {
    let marked = marked(query);
    if marked == self::query() {
        return;
    }
    let Ok(history) = window().history() else {
        return;
    };
    let location = window().location();
    // What is behind a hash is a host page's own.
    let [path, hash] = [location.pathname(), location.hash()].map(Result::unwrap_or_default);
    let address = Some(path + &marked + &hash);
    let (state, title) = (JsValue::NULL, "");
    // The browser's back button leads out of a host page, not through what was done in a frame of it.
    let _ = match step && !is_framed() {
        true => history.push_state_with_url(&state, title, address.as_deref()),
        false => history.replace_state_with_url(&state, title, address.as_deref()),
    };
}

fn marked(query: &str) -> String {
    match query {
        "" => String::new(),
        query => format!("?{query}"),
    }
}
