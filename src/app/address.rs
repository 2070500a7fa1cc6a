//! The browser's address, kept in step with what the page shows.

use gloo::utils::window;
use wasm_bindgen::JsValue;

/// The query of the page's address, with its question mark if it has one.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The whole address of this page with another query.
pub fn whole(query: &str) -> String {
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    // From a file or in a frame without an origin of its own, that is `null`.
    match origin.as_str() {
        "null" => {
            location
                .href()
                .unwrap_or_default()
                .split(['?', '#'])
                .next()
                .unwrap_or_default()
                .to_owned()
                + &marked(query)
        }
        _ => origin + &path + &marked(query),
    }
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
    let path = window().location().pathname().unwrap_or_default();
    let address = Some(path + &marked);
    let (state, title) = (JsValue::NULL, "");
    let _ = match step {
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
