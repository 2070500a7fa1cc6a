//! Other machines, settings and mishaps than those at hand, by Chromium's own means and some of them by Firefox's; WebKit
//! knows only windows.

use std::cell::Cell;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::{Value, json};
use thirtyfour::common::print::{PrintPageRange, PrintParameters};

use crate::session::in_firefox;
use crate::{Engine, Page, Window};

/// By how many bytes two PDFs of nothing may differ, as they bear the time: one with a word on it is a hundred times longer.
const NOTHING_MORE: usize = 50;

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
        if self.engine() == Engine::Firefox {
            return self.set("layout.css.prefers-color-scheme.content-override", 0);
        }
        self.prefer("prefers-color-scheme", "dark");
    }

    /// A visitor who has asked for less motion.
    #[track_caller]
    pub fn still(&self) {
        if self.engine() == Engine::Firefox {
            return self.set("ui.prefersReducedMotion", 1);
        }
        self.prefer("prefers-reduced-motion", "reduce");
    }

    /// A visitor who has chosen few colours with much contrast, for all that is shown.
    #[track_caller]
    pub fn forced_colors(&self) {
        if self.engine() == Engine::Firefox {
            return self.set("browser.display.document_color_use", 2);
        }
        self.prefer("forced-colors", "active");
    }

    /// A visitor who has set text to be twice as large.
    #[track_caller]
    pub fn large_text(&self) {
        if self.engine() == Engine::Firefox {
            self.set("font.size.variable.x-western", 32);
            return self.set("font.size.monospace.x-western", 26);
        }
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
        self.show_on("print");
    }

    /// A page as it is seen again.
    #[track_caller]
    pub fn on_screen(&self) {
        self.show_on("");
    }

    #[track_caller]
    fn show_on(&self, medium: &str) {
        if self.engine() == Engine::Firefox {
            self.in_firefox(&format!(
                "gBrowser.selectedBrowser.browsingContext.mediumOverride = '{medium}'"
            ));
            return;
        }
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium}));
    }

    /// A screen that is touched.
    #[track_caller]
    pub fn touch(&self) {
        if self.engine() == Engine::Firefox {
            self.set("dom.w3c_touch_events.enabled", 1);
            self.set("ui.primaryPointerCapabilities", 1);
            return self.set("ui.allPointerCapabilities", 1);
        }
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({"enabled": true}),
        );
    }

    /// A browser without script.
    #[track_caller]
    pub fn scriptless(&self) {
        if self.engine() == Engine::Firefox {
            self.in_firefox("gBrowser.selectedBrowser.browsingContext.allowJavascript = false");
            return;
        }
        self.cdp(
            "Emulation.setScriptExecutionDisabled",
            json!({"value": true}),
        );
    }

    /// A visitor whose downloads go to this folder.
    #[track_caller]
    pub fn save_to(&self, folder: &Path) {
        if self.engine() == Engine::Firefox {
            self.set("browser.download.folderList", 2);
            return self.set("browser.download.dir", folder.display().to_string());
        }
        self.cdp(
            "Browser.setDownloadBehavior",
            json!({"behavior": "allow", "downloadPath": folder}),
        );
    }

    /// How many sheets of A4 the page is when it is printed, as large as its style says.
    #[track_caller]
    pub fn sheets(&self) -> usize {
        if self.engine() == Engine::Firefox {
            // What it prints cannot be read without unpacking: a sheet that there is not, or with nothing on it, is as short
            // as the ten-thousandth.
            let length = |sheet: u64| {
                let mut paper = PrintParameters::default();
                (paper.page.width, paper.page.height) = (21.0, 29.7);
                paper.page_ranges = [PrintPageRange::Integer(sheet)].into();
                paper.background = true;
                paper.shrink_to_fit = false;
                self.ask("print", self.session.driver().print_page(paper))
                    .len()
            };
            let nothing = length(10_000);
            let is_sheet = |&sheet: &u64| length(sheet) > nothing + NOTHING_MORE;
            return (1..=9).take_while(is_sheet).count();
        }
        let how = json!({"preferCSSPageSize": true, "printBackground": true});
        let printed = self.cdp("Page.printToPDF", how);
        let pdf = BASE64.decode(printed["data"].as_str().unwrap_or_default());
        let pdf = pdf.unwrap_or_else(|error| self.fail(&format!("no paper: {error}")));
        let pdf = String::from_utf8_lossy(&pdf);
        // A sheet's object says that it is a page, and its parent that it is pages.
        let pages = pdf.split("/Type /Page").skip(1);
        pages.filter(|after| !after.starts_with('s')).count()
    }

    /// A machine this many times slower.
    #[track_caller]
    pub fn slow(&self, times: u32) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({"rate": times}));
    }

    /// A visitor who lets the page use the clipboard.
    #[track_caller]
    pub fn allow_clipboard(&self) {
        if self.engine() == Engine::Firefox {
            return self.set("dom.events.testing.asyncClipboard", true);
        }
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

    /// Sets what Firefox calls so in `about:config`, until the next test.
    #[track_caller]
    fn set(&self, name: &str, value: impl Into<Value>) {
        let value = value.into();
        let kind = match value {
            Value::Bool(_) => "Bool",
            Value::String(_) => "String",
            _ => "Int",
        };
        self.in_firefox(&format!(
            "Services.prefs.set{kind}Pref('{name}', {value}); (window.settings ??= []).push('{name}')"
        ));
    }

    /// What a piece of JavaScript returns that runs in Firefox itself, not in the page.
    #[track_caller]
    pub fn in_firefox(&self, script: &str) -> Value {
        if self.engine() != Engine::Firefox {
            self.fail(&format!("only Firefox can run {script}"));
        }
        self.ask(script, in_firefox(self.session.driver(), script))
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
