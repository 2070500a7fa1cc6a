//! Other machines, settings and mishaps than those at hand, by Chromium's own means.

use serde_json::{Value, json};

use crate::{Page, Window};

impl Page {
    /// Gives the window's content exactly this size.
    #[track_caller]
    pub fn resize(&self, Window { width, height }: Window) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", size);
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

    /// Requests to such addresses fail: `*.wasm`.
    #[track_caller]
    pub fn block(&self, addresses: &[&str]) {
        self.cdp("Network.enable", json!({}));
        self.cdp("Network.setBlockedURLs", json!({"urls": addresses}));
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
        self.ask(
            command,
            self.session.driver().cdp().send_raw(command, parameters),
        )
    }
}
