//! The engines that the site is tested in, and how a browser of each is started.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::told;

/// What draws pages and runs their programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Of Chrome, Edge and most other browsers.
    Chromium,
    Firefox,
    /// Of Safari; here it is WebKitGTK.
    WebKit,
}

/// Keeps Chromium from phoning home, and from using what a test machine lacks.
const CHROMIUM_SWITCHES: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

impl Engine {
    /// In this order a test opens pages in several, or it might wait for another test that waits for it.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine of tests that do not ask for one: `ENGINE` in the environment, or else Chromium.
    #[track_caller]
    pub fn usual() -> Self {
        match std::env::var("ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("ENGINE is chromium, firefox or webkit, not {other:?}"),
        }
    }

    /// The address of its driver.
    #[track_caller]
    pub(crate) fn driver(self) -> String {
        told(match self {
            Self::Chromium => "CHROMIUM_DRIVER",
            Self::Firefox => "FIREFOX_DRIVER",
            Self::WebKit => "WEBKIT_DRIVER",
        })
    }

    /// Waits until the driver has no other browser, where it can have only one at a time.
    pub(crate) fn turn(self) -> Option<Turn> {
        static FIREFOX: Mutex<()> = Mutex::new(());
        static WEBKIT: Mutex<()> = Mutex::new(());
        let turn = match self {
            Self::Chromium => return None,
            Self::Firefox => &FIREFOX,
            Self::WebKit => &WEBKIT,
        };
        // A test that failed has ended its browser all the same.
        Some(turn.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What a driver must know to start a browser with a profile that nobody has used.
    #[track_caller]
    pub(crate) fn capabilities(self) -> Capabilities {
        let wanted = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {"binary": told("CHROMIUM"), "args": CHROMIUM_SWITCHES},
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {"binary": told("FIREFOX"), "args": ["-headless"]},
            }),
            Self::WebKit => json!({}),
        };
        match wanted {
            Value::Object(wanted) => wanted.into(),
            _ => Capabilities::new(),
        }
    }
}

/// The right to a driver that has only one browser at a time.
pub(crate) type Turn = MutexGuard<'static, ()>;
