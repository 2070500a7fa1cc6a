//! A page inside of another: going into its frame and out again.

use std::path::Path;

use serde_json::json;

use crate::{Page, Window};

impl Page {
    /// Opens a page that has frames.
    #[track_caller]
    pub fn host(address: &str, window: Window) -> Self {
        let page = Self::blank(window);
        page.go(address);
        page
    }

    /// Goes into a frame, or into that of an element with one in its shadow; all that is read and done is there then.
    #[track_caller]
    pub fn enter(&self, selector: &str) {
        let name = json!(selector);
        let find = format!(
            "const it = document.querySelector({name});
             it?.scrollIntoView({{block: 'nearest'}});
             const frame = it?.shadowRoot?.querySelector('iframe') ?? it;
             return frame?.contentWindow ? frame : null"
        );
        self.wait_until(&format!("{selector} has a frame"), || {
            !self.js(&find).is_null()
        });
        let found = self.ask(&find, self.session.driver().execute(&find, Vec::new()));
        let frame = self.ask("find the frame", async { found.element() });
        self.ask(&format!("go into {selector}"), frame.enter_frame());
    }

    /// Goes out of all frames.
    #[track_caller]
    pub fn leave(&self) {
        self.ask(
            "go out of the frame",
            self.session.driver().enter_default_frame(),
        );
    }

    /// Goes to the other window, when one has been opened.
    #[track_caller]
    pub fn go_to_new_window(&self) {
        let driver = self.session.driver();
        self.wait_until("another window opens", || {
            self.ask("list the windows", driver.windows()).len() > 1
        });
        let this = self.ask("tell the window", driver.window());
        let windows = self.ask("list the windows", driver.windows());
        if let Some(window) = windows.into_iter().find(|window| *window != this) {
            self.ask("go to the window", driver.switch_to_window(window));
        }
    }

    /// A picture for a person to look at, in the folder that `PICTURES` names, if it does.
    #[track_caller]
    pub fn picture(&self, name: &str) {
        if let Ok(folder) = std::env::var("PICTURES") {
            self.screenshot(&Path::new(&folder).join(name).with_extension("png"));
        }
    }
}
