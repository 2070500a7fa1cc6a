//! Other machines, settings and mishaps than those at hand, by Chromium's own means; other engines know only windows.

use std::cell::Cell;

use serde_json::{Value, json};

use crate::{Engine, Page, Window};

/// The size of a window's content, when the next frame is there.
const SIZE: &str = "return new Promise(done => requestAnimationFrame(() => setTimeout(
    () => done([document.documentElement.clientWidth, innerHeight]))))";

impl Page {
    /// Gives the window's content exactly this size, or the least width that the engine's windows have: a page is laid
    /// out there as on a phone, too.
    #[track_caller]
    pub fn resize(&self, Window { width, height }: Window) {
        if self.engine() == Engine::Chromium {
            let size =
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.cdp("Emulation.setDeviceMetricsOverride", size);
            return;
        }
        self.resize_window(Window {
            width: width.max(self.engine().least_width()),
            height,
        });
    }

    /// A manager of windows takes its time, and may have something else on its mind: the size must last.
    #[track_caller]
    fn resize_window(&self, wanted: Window) {
        let driver = self.session.driver();
        let lasts = Cell::new(false);
        self.wait_until(&format!("the window is {wanted:?}"), || {
            let content = self.js(SIZE);
            let missing = [wanted.width, wanted.height].map(i64::from);
            let missing =
                [0, 1].map(|side| missing[side] - content[side].as_i64().unwrap_or_default());
            if missing == [0, 0] {
                return lasts.replace(true);
            }
            lasts.set(false);
            let rect = self.ask("measure the window", driver.get_window_rect());
            let [width, height] = [rect.width + missing[0], rect.height + missing[1]];
            let [width, height] = [width, height].map(|side| side.max(1) as u32);
            let resized = driver.set_window_rect(0, 0, width, height);
            self.ask("resize the window", resized);
            false
        });
    }

    /// A visitor who has asked for dark colours.
    #[track_caller]
    pub fn dark(&self) {
        self.prefer("prefers-color-scheme", "dark");
    }

    /// A visitor who has asked for less motion.
    #[track_caller]
    pub fn still(&self) {
        self.prefer("prefers-reduced-motion", "reduce");
    }

    /// A visitor who has chosen few colours with much contrast, for all that is shown.
    #[track_caller]
    pub fn forced_colors(&self) {
        self.prefer("forced-colors", "active");
    }

    /// A visitor who has set text to be twice as large.
    #[track_caller]
    pub fn large_text(&self) {
        self.cdp(
            "Page.setFontSizes",
            json!({"fontSizes": {"standard": 32, "fixed": 26}}),
        );
    }

    #[track_caller]
    fn prefer(&self, feature: &str, value: &str) {
        let features = json!({"features": [{"name": feature, "value": value}]});
        self.cdp("Emulation.setEmulatedMedia", features);
    }

    /// A page as it is printed.
    #[track_caller]
    pub fn on_paper(&self) {
        self.cdp("Emulation.setEmulatedMedia", json!({"media": "print"}));
    }

    /// A page as it is seen again.
    #[track_caller]
    pub fn on_screen(&self) {
        self.cdp("Emulation.setEmulatedMedia", json!({"media": ""}));
    }

    /// A screen that is touched.
    #[track_caller]
    pub fn touch(&self) {
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({"enabled": true}),
        );
    }

    /// A browser without script.
    #[track_caller]
    pub fn scriptless(&self) {
        self.cdp(
            "Emulation.setScriptExecutionDisabled",
            json!({"value": true}),
        );
    }

    /// A machine this many times slower.
    #[track_caller]
    pub fn slow(&self, times: u32) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({"rate": times}));
    }

    /// A visitor who lets the page use the clipboard.
    #[track_caller]
    pub fn allow_clipboard(&self) {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        self.cdp(
            "Browser.grantPermissions",
            json!({"permissions": permissions}),
        );
    }

    /// Runs a script before any of the page's own, on every page from now on.
    #[track_caller]
    pub fn before_all(&self, script: &str) {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": script}),
        );
    }

    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        if self.engine() != Engine::Chromium {
            self.fail(&format!("only Chromium understands {command}"));
        }
        self.ask(
            command,
            self.session.driver().cdp().send_raw(command, parameters),
        )
    }
}
