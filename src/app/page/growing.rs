//! Making the page in steps, and putting it in the place of what the site's build has written.

use super::{Loading, Message, Page};
use crate::app::focus::element;
use crate::app::growth::Growth;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use web_sys::{Element, FocusOptions};
use yew::Context;

impl Page {
    /// How far the page can be made with what is here.
    fn most(&self) -> Growth {
        match self.rest {
            // How sure the figures are is known by then.
            Some(_) if !self.finding => Growth::WHOLE,
            _ => Growth::FIRST_VIEW,
        }
    }

    /// Takes the next step; whether there was one.
    pub(super) fn grow(&mut self) -> bool {
        let grows = !self.growth.reaches(self.most());
        if grows {
            self.growth = self.growth.next();
        }
        grows
    }

    /// Takes all steps at once: something has happened that the page must show. Whether there were any.
    pub(super) fn grow_up(&mut self) -> bool {
        let grows = !self.growth.reaches(self.most());
        self.growth = self.most();
        grows
    }

    /// Has the next step taken when the browser has done what else there is to do, and puts the page in its place when
    /// the first view is whole.
    pub(super) fn go_on_growing(&mut self, ctx: &Context<Self>) {
        let ready = matches!(self.loading, Loading::Ready(_));
        if !ready || self.growth.reaches(Growth::FIRST_VIEW) {
            self.put_in_place(&ctx.props().root);
        }
        let link = ctx.link().clone();
        let grows = ready && !self.growth.reaches(self.most());
        self.growing = grows.then(|| Timeout::new(0, move || link.send_message(Message::Grow)));
    }

    /// Puts the page where the first view stands as the site's build has written it.
    fn put_in_place(&mut self, root: &Element) {
        if root.is_connected() {
            return;
        }
        let link = focused_link();
        if let Some(written) = document().get_element_by_id("app") {
            // Both are elements of a page.
            let _ = written.replace_with_with_node_1(root);
        }
        if let Some(link) = link {
            focus_again(link);
        }
    }
}

/// Where the link leads that a visitor has gone to by keyboard.
fn focused_link() -> Option<String> {
    document().active_element()?.get_attribute("href")
}

/// Gives the focus to the same link of the page that has come in the other's place, if it was there.
fn focus_again(address: String) {
    if let Some(link) = element(&format!("#app a[href='{address}']")) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A link that cannot have the focus leaves it where it is.
        let _ = link.focus_with_options(&options);
    }
}
