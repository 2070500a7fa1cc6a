//! The page for everyone: what a tool finds, what the keyboard reaches, what a screen reader is told, and what can be
//! seen and hit. The accessibility statement says what of this is tested, and must stay true.

mod audit;
mod heard;
mod keyboard;
mod seen;

use browser::Page;

/// Opens all that can be opened.
#[track_caller]
fn open_everything(page: &Page) {
    page.js("document.querySelectorAll('details').forEach(it => it.open = true)");
    page.next_frame();
}
