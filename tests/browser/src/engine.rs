//! The engines that the site is tested in, and how a browser of each is started.

use std::sync::{Mutex, MutexGuard, TryLockError};

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::told;

/// What draws pages and runs their programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chrome, Edge and most other browsers.
    Chromium,
    Firefox,
    /// Of Safari; here it is WebKitGTK.
    WebKit,
}

/// Keeps Chromium from phoning home, from using what a test machine lacks, and from making what its own address field will
/// show, which takes a second of a processor when it starts.
const CHROMIUM_SWITCHES: [&str; 11] = [
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
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
];

impl Engine {
    /// The engine that the tests are to run in.
    #[track_caller]
    pub fn chosen() -> Self {
        match told("ENGINE").as_str() {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("ENGINE is chromium, firefox or webkit, not {other:?}"),
        }
    }

    /// The least width of a window's content, in CSS pixels.
    pub fn least_width(self) -> u32 {
        match self {
            Self::Chromium => 1,
            Self::Firefox => 500,
            Self::WebKit => 450,
        }
    }

    /// The right to start a browser, where the driver can have only one at a time. Tests run one after another there.
    #[track_caller]
    pub(crate) fn turn(self) -> Option<Turn> {
        static ONLY: Mutex<()> = Mutex::new(());
        let turn = || match ONLY.try_lock() {
            Ok(turn) => turn,
            // A test that failed has ended its browser all the same.
            Err(TryLockError::Poisoned(turn)) => turn.into_inner(),
            Err(TryLockError::WouldBlock) => {
                panic!("{self:?} has one browser at a time: drop the page before")
            }
        };
        (self != Self::Chromium).then(turn)
    }

    /// What a driver must know to start a browser with a profile that nobody has used.
    #[track_caller]
    pub(crate) fn capabilities(self) -> Capabilities {
        let wanted = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {"binary": told("BROWSER"), "args": CHROMIUM_SWITCHES},
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {"binary": told("BROWSER"), "args": ["-headless"]},
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
