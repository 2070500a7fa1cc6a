//! Starting a browser that is as if nobody had used it.

use std::future::Future;
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::thread;

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{RequestData, SessionId, WebDriver};
use tokio::runtime::{Builder, Runtime};

use crate::Engine;

/// A browser under remote control, of nobody else until this is dropped.
pub struct Session {
    engine: Engine,
    browser: Option<Browser>,
    /// Given up last.
    turn: Option<Turn>,
}

struct Browser {
    runtime: Runtime,
    driver: WebDriver,
}

/// The right to a driver that has only one browser at a time, and the browser, where it is as good as new: Firefox takes
/// longer to start than a test to run. Tests run one after another there. The last browser ends with the driver.
type Turn = MutexGuard<'static, Option<Browser>>;

/// Makes Firefox forget all that it keeps of pages, and what a test has set. Fails where that cannot be.
const FORGET: &str = "
  if (window.accessibility) throw new Error('the accessibility tree stays, and takes time');
  for (const name of window.settings ?? []) Services.prefs.clearUserPref(name);
  return new Promise((done, fail) => Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, left => {
    Services.console.reset();
    Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).clearEvents();
    left ? fail(new Error(`what is kept is not cleared: ${left}`)) : done();
  }));";

impl Session {
    #[track_caller]
    pub fn start(engine: Engine) -> Self {
        let mut turn = (engine != Engine::Chromium).then(|| turn_at(engine));
        let as_new = turn.as_mut().and_then(|turn| turn.take());
        Self {
            engine,
            browser: Some(as_new.unwrap_or_else(|| Browser::start(engine))),
            turn,
        }
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    pub fn driver(&self) -> &WebDriver {
        &self.browser().driver
    }

    /// Waits for the browser's answer.
    pub fn wait<T>(&self, answer: impl Future<Output = T>) -> T {
        self.browser().runtime.block_on(answer)
    }

    fn browser(&self) -> &Browser {
        self.browser.as_ref().expect("a session that has not ended")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(browser) = self.browser.take() else {
            return;
        };
        let is_as_new = self.engine == Engine::Firefox && !thread::panicking() && browser.forget();
        match &mut self.turn {
            Some(turn) if is_as_new => **turn = Some(browser),
            _ => browser.end(),
        }
    }
}

impl Browser {
    #[track_caller]
    fn start(engine: Engine) -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let (driver, wanted) = (told("DRIVER"), engine.capabilities());
        match runtime.block_on(WebDriver::new(driver, wanted)) {
            Ok(driver) => Self { runtime, driver },
            Err(error) => panic!("{engine:?} does not start: {error}"),
        }
    }

    /// Whether all that was done in Firefox is undone: its windows are closed but for an empty one, no key is held, and
    /// nothing is kept.
    fn forget(&self) -> bool {
        let driver = &self.driver;
        let forgotten: WebDriverResult<()> = self.runtime.block_on(async {
            driver.action_chain().reset_actions().await?;
            let new = driver.new_tab().await?;
            for window in driver.windows().await? {
                if window != new {
                    driver.switch_to_window(window).await?;
                    driver.close_window().await?;
                }
            }
            driver.switch_to_window(new).await?;
            in_firefox(driver, FORGET).await?;
            Ok(())
        });
        if let Err(error) = &forgotten {
            println!("Firefox is started anew: {error}");
        }
        forgotten.is_ok()
    }

    fn end(self) {
        // A browser that cannot be told to end is ended with the driver.
        let _ = self.runtime.block_on(self.driver.quit());
    }
}

/// What a piece of JavaScript returns that runs in Firefox itself.
pub(crate) async fn in_firefox(driver: &WebDriver, script: &str) -> WebDriverResult<Value> {
    driver.cmd(Context("chrome")).await?;
    let answer = driver.execute(script, Vec::new()).await;
    driver.cmd(Context("content")).await?;
    Ok(answer?.json().clone())
}

/// Where Firefox runs script: "chrome", in the browser itself, or "content", in the page.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("session/{session}/moz/context");
        RequestData::new(Method::POST, address).add_body(json!({"context": self.0}))
    }
}

#[track_caller]
fn turn_at(engine: Engine) -> Turn {
    static ONLY: Mutex<Option<Browser>> = Mutex::new(None);
    match ONLY.try_lock() {
        Ok(turn) => turn,
        // A test that failed has ended its browser all the same.
        Err(TryLockError::Poisoned(turn)) => turn.into_inner(),
        Err(TryLockError::WouldBlock) => {
            panic!("{engine:?} has one browser at a time: drop the page before")
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
