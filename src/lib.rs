//! The gevinstsimulator, room by room, in the order that data goes through it.
//!
//! A *solution* file says what a solution can do and what it costs; a *scenario* says what a visitor chose.
//! The *model* turns the two into numbers, year by year, and *uncertainty* runs it thousands of times. *Chart* and *text*
//! turn numbers into pictures and sentences, *figure* puts the two together, *export* makes files of them, and the *app* shows them on a
//! page; the *cli* writes them to a terminal or a file. A room uses only the rooms before it: the model knows nothing of files, of
//! language or of the browser.

pub mod chart;
#[cfg(any(feature = "app", feature = "cli"))]
pub mod export;
pub mod figure;
pub use engine::model;
pub mod scenario;
pub mod solution;
pub mod text;
pub use engine::uncertainty;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
