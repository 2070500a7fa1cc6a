//! Starting a browser, with a profile that nobody has used.

use std::future::Future;

use thirtyfour::WebDriver;
use tokio::runtime::{Builder, Runtime};

use crate::Engine;
use crate::engine::Turn;

/// A browser under remote control, which ends when this is dropped.
pub struct Session {
    runtime: Runtime,
    driver: Option<WebDriver>,
    engine: Engine,
    /// Given up last, when the browser has ended.
    _turn: Option<Turn>,
}

impl Session {
    #[track_caller]
    pub fn start(engine: Engine) -> Self {
        let turn = engine.turn();
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let (driver, wanted) = (told("DRIVER"), engine.capabilities());
        match runtime.block_on(WebDriver::new(driver, wanted)) {
            Ok(driver) => Self {
                runtime,
                driver: Some(driver),
                engine,
                _turn: turn,
            },
            Err(error) => panic!("{engine:?} does not start: {error}"),
        }
    }

    pub fn engine(&self) -> Engine {
        self.engine
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
