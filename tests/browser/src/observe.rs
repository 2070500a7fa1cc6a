//! What goes on behind a page: its console, its requests, its picture.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::{Value, json};

use crate::{Engine, Page, Window};

/// What went wrong in pages: their scripts, what policies refused, and what scripts warned of.
const FIREFOX_ERRORS: &str = "
  const isOfPage = address => /^(https?|file|data|blob):/.test(address);
  const errors = Services.console.getMessageArray()
    .filter(entry => entry instanceof Ci.nsIScriptError && !(entry.flags & Ci.nsIScriptError.warningFlag))
    .filter(entry => isOfPage(entry.sourceName) || /^(content|CSP|Content Security Policy)/.test(entry.category))
    .map(entry => `${entry.category}: ${entry.errorMessage} (${entry.sourceName})`);
  const said = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
    .filter(entry => isOfPage(entry.filename) && ['error', 'warn', 'assert'].includes(entry.level))
    .map(entry => `${entry.level}: ${entry.arguments.join(' ')}`);
  return [...errors, ...said];";

impl Page {
    /// All that has come up in the console so far, each entry with its level. Firefox is asked for errors only, as its own
    /// warnings are about more than the page; WebKit tells nothing.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => {}
            Engine::Firefox => {
                let errors = self.in_firefox(FIREFOX_ERRORS);
                return serde_json::from_value(errors).expect("what Firefox tells");
            }
            Engine::WebKit => return Vec::new(),
        }
        let new = self.ask("read the console", self.session.driver().get_log("browser"));
        let mut all = self.console.borrow_mut();
        all.extend(
            new.into_iter()
                .map(|entry| format!("{}: {}", entry.level, entry.message)),
        );
        all.clone()
    }

    /// The addresses of all requests so far, in their order. Other engines than Chromium tell only of those of the document
    /// that the page shows now.
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        if self.engine() != Engine::Chromium {
            let all = self.js(
                "return [location, ...performance.getEntriesByType('resource').map(it => it.name)].map(String)",
            );
            return serde_json::from_value(all).unwrap_or_default();
        }
        let new = self.ask(
            "read the requests",
            self.session.driver().get_log("performance"),
        );
        let mut all = self.requests.borrow_mut();
        all.extend(new.iter().filter_map(|entry| requested(&entry.message)));
        all.clone()
    }

    /// The names of all cookies that the browser has, whosever they are.
    #[track_caller]
    pub fn cookies(&self) -> Value {
        if self.engine() == Engine::Firefox {
            return self.in_firefox("return Services.cookies.cookies.map(cookie => cookie.name)");
        }
        let all = self.cdp("Storage.getCookies", json!({}));
        let all = all["cookies"].as_array().into_iter().flatten();
        all.map(|cookie| cookie["name"].clone()).collect()
    }

    /// Nothing in the console, and no request to another host.
    #[track_caller]
    pub fn assert_quiet(&self) {
        let console = self.console();
        if !console.is_empty() {
            self.fail(&format!("in the console:\n{}", console.join("\n")));
        }
        self.assert_nothing_sent_elsewhere();
    }

    /// No request to another host.
    #[track_caller]
    pub fn assert_nothing_sent_elsewhere(&self) {
        let ours =
            |address: &String| address.starts_with(&self.site) || !address.starts_with("http");
        let others: Vec<String> = self
            .requests()
            .into_iter()
            .filter(|address| !ours(address))
            .collect();
        if !others.is_empty() {
            self.fail(&format!("requests to other hosts:\n{}", others.join("\n")));
        }
    }

    /// A picture of the window, when all that is in the page is painted: WebKit would give what was there before.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        self.next_frame();
        self.ask("take a picture", self.take_picture(file));
    }

    /// A picture of the window that is quick to fetch, as WebP.
    #[track_caller]
    pub fn screenshot_small(&self, file: &Path) {
        let how = json!({"format": "webp", "quality": 80});
        let answer = self.cdp("Page.captureScreenshot", how);
        let picture = BASE64.decode(answer["data"].as_str().unwrap_or_default());
        let picture = picture.unwrap_or_else(|error| self.fail(&format!("no picture: {error}")));
        if let Err(error) = fs::write(file, picture) {
            self.fail(&format!("cannot write {}: {error}", file.display()));
        }
    }

    /// A picture of the page from top to bottom.
    #[track_caller]
    pub fn screenshot_whole(&self, file: &Path) {
        let number = |script: &str| self.js(script).as_f64().unwrap_or_default().ceil() as u32;
        let width = number("return innerWidth");
        let window = Window {
            width,
            height: number("return innerHeight"),
        };
        self.resize(Window {
            width,
            height: number("return document.documentElement.scrollHeight"),
        });
        self.screenshot(file);
        self.resize(window);
    }
}

/// The address in an entry of the performance log that tells of a request.
fn requested(entry: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = &entry["message"];
    (message["method"] == "Network.requestWillBeSent").then(|| {
        message["params"]["request"]["url"]
            .as_str()
            .map(str::to_owned)
    })?
}
