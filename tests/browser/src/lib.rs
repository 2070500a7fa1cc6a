//! A person at a browser: opens a page, reads it, moves its controls.
//!
//! ```ignore
//! let page = Page::open("nb/monitor/", Window::PHONE);
//! page.slide_by_keyboard("#reach", 80.0);
//! assert_eq!(page.text("#npv"), "13,3 mrd. kr");
//! page.assert_quiet();
//! ```
//!
//! Whatever is asked for is waited for a few seconds. What does not come fails the test, with a message that says
//! what was looked for and where, and with a picture in `target/browser/`.
//!
//! `cargo xtask test` serves the site, starts a driver and tells us of them in the environment; without it every test
//! fails. It runs the tests once in each engine, but for those that only some drivers can do: `#[ignore = "not in WebKit: …"]`
//! is run in Chromium and in Firefox, `#[ignore = "needs Chromium: …"]` in Chromium alone.

mod emulate;
mod engine;
mod frame;
mod hand;
mod observe;
mod page;
mod session;
pub mod simulator;
mod site;
mod visit;

pub use engine::Engine;
pub use page::{Page, Window};
pub use session::told;
pub use site::{Site, serve};
pub use thirtyfour::Key;
