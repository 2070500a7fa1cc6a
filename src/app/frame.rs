//! The frame in which the page may stand in another page, and what that page says of the look.
//!
//! `boot.js` sees it before anything is painted, and writes it on the document.

use gloo::utils::document_element;
use js_sys::{Reflect, global};

/// What `height` says where the host makes the frame as high as the content.
pub const FOLLOWED: &str = "content";

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    document_element().has_attribute("data-frame")
}

/// Whether the frame has no origin of its own: then there is no storage, and saving, printing and other windows are
/// most likely refused.
pub fn is_sandboxed() -> bool {
    let origin = Reflect::get(&global(), &"origin".into());
    is_framed() && origin.is_ok_and(|origin| origin.as_string().as_deref() == Some("null"))
}

pub fn is_theme(name: &str) -> bool {
    matches!(name, "auto" | "light" | "dark")
}

pub fn wear(theme: &str) {
    // Without it the colours are those that the visitor's system asks for.
    let _ = document_element().set_attribute("data-color-scheme", theme);
}
