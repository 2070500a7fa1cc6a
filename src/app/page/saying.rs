//! What a screen reader says by itself: one sentence of result when the visitor rests, and nothing on the way there. And
//! where the focus goes, when what had it goes away.

use super::{Loading, Message, Page};
use crate::app::focus::focus;
use crate::app::further::Further;
use crate::app::state::{Action, State};
use crate::figure::headlines;
use crate::solution::Language;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::Context;

/// How long the visitor must rest (milliseconds): longer than from one press of a key to the next.
const REST: u32 = 700;

/// What is to have the focus when the page is rendered: by its selector, and whether also if something else has it.
pub type Heir = Option<(&'static str, bool)>;

impl Page {
    /// Has the result said when nothing more is done for a while.
    pub(super) fn say_later(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.saying = Some(Timeout::new(REST, move || link.send_message(Message::Say)));
    }

    /// Says the result; whether it is another than was said last.
    pub(super) fn say(&mut self) -> bool {
        match &self.loading {
            // It is said when the slider is let go.
            Loading::Ready(state) if !state.moving => {
                let result = result(self.place.language, state);
                std::mem::replace(&mut self.said, result.clone()) != result
            }
            _ => false,
        }
    }

    /// Gives the focus to what is to have it.
    pub(super) fn pass_focus(&mut self) {
        let Some((heir, always)) = self.heir.take() else {
            return;
        };
        let active = document().active_element();
        let is_held = active.is_some_and(|it| !matches!(it.matches("body, :disabled"), Ok(true)));
        if always || !is_held {
            focus(heir);
        }
    }
}

/// What takes over from a button that an action may take away.
pub(super) fn heir(action: &Action) -> Heir {
    let selector = match action {
        Action::Undo => "#tool-redo",
        Action::Redo => "#tool-undo",
        Action::Further(Further::Tell(_)) => ".chip",
        Action::Further(Further::Keep(_)) => ".kept .ds-input",
        Action::Further(Further::Drop(_)) => "#tool-compare",
        _ => return None,
    };
    Some((selector, false))
}

/// The scenario's result in a sentence, and the story that led to it.
fn result(language: Language, state: &State) -> String {
    let texts = language.texts();
    let sentence = headlines(state.context(language)).sentence;
    match &state.story {
        Some(tale) => format!("{} {} {sentence}", texts.what_if, (texts.story)(tale.story)),
        None => sentence,
    }
}
