//! The engines that the site is tested in, and how a browser of each is started.

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

    /// What takes long where each of many is tried, and is made of the same parts in all: everything in Chromium, elsewhere
    /// the first of every so many.
    pub fn some<T>(self, all: impl IntoIterator<Item = T>, every: usize) -> Vec<T> {
        let every = match self {
            Self::Chromium => 1,
            Self::Firefox | Self::WebKit => every,
        };
        all.into_iter().step_by(every).collect()
    }

    /// Widths of windows, each once: none below the least.
    pub fn widths(self, wanted: &[u32]) -> Vec<u32> {
        let least = self.least_width();
        let mut widths: Vec<u32> = wanted.iter().map(|&width| width.max(least)).collect();
        widths.dedup();
        widths
    }

    /// The least width of a window's content, in CSS pixels.
    pub fn least_width(self) -> u32 {
        match self {
            Self::Chromium => 1,
            Self::Firefox => 500,
            Self::WebKit => 450,
        }
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
                "moz:firefoxOptions": {
                    "binary": told("BROWSER"),
                    "args": ["-headless"],
                    "prefs": firefox_preferences(),
                },
            }),
            Self::WebKit => json!({}),
        };
        match wanted {
            Value::Object(wanted) => wanted.into(),
            _ => Capabilities::new(),
        }
    }
}

/// Keeps Firefox from making ready what no test asks for: two of six seconds of a processor when it starts, and as long when
/// it ends. Files come to it compressed as they do by HTTPS.
fn firefox_preferences() -> Value {
    json!({
        "browser.aboutwelcome.enabled": false,
        "browser.chrome.site_icons": false,
        "browser.ml.enable": false,
        "browser.newtabpage.enabled": false,
        "browser.safebrowsing.blockedURIs.enabled": false,
        "browser.search.update": false,
        "browser.startup.homepage_override.mstone": "ignore",
        "browser.startup.page": 0,
        "dom.ipc.processPrelaunch.enabled": false,
        "extensions.enabledScopes": 0,
        "extensions.pocket.enabled": false,
        "extensions.webextensions.remote": false,
        "network.http.accept-encoding": "gzip, deflate, br",
        "services.settings.server": "data:,",
        "toolkit.shutdown.fastShutdownStage": 3,
        "toolkit.shutdown.lateWriteChecksStage": 3,
    })
}
