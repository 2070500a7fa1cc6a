//! Starting a browser, with a profile that nobody has used.

use std::future::Future;

use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::runtime::{Builder, Runtime};

/// Keeps the browser from phoning home, and from using what a test machine lacks.
const SWITCHES: [&str; 10] = [
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

/// A browser under remote control, which ends when this is dropped.
pub struct Session {
    runtime: Runtime,
    driver: Option<WebDriver>,
}

impl Session {
    #[track_caller]
    pub fn start() -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let driver = told("WEBDRIVER");
        let started = runtime.block_on(async { WebDriver::new(driver, capabilities()?).await });
        match started {
            Ok(driver) => Self {
                runtime,
                driver: Some(driver),
            },
            Err(error) => panic!("the browser does not start: {error}"),
        }
    }

    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("a session that has not ended")
    }

    /// Waits for the browser's answer.
    pub fn wait<T>(&self, answer: impl Future<Output = T>) -> T {
        self.runtime.block_on(answer)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // A browser that cannot be told to end is ended with the driver.
            let _ = self.runtime.block_on(driver.quit());
        }
    }
}

/// What `cargo xtask test` tells us by the environment.
#[track_caller]
pub fn told(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!(
            "{name} is not set. Browser tests need the site and a driver: run `cargo xtask test`."
        )
    })
}

fn capabilities() -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    for switch in SWITCHES {
        capabilities.add_arg(switch)?;
    }
    if let Ok(browser) = std::env::var("BROWSER") {
        capabilities.set_binary(&browser)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}
