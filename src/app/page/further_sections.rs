//! What is below the figures: what must hold, the claim, ways to take the scenario along, and the method. Only the rest of
//! the program names it, and so has it.

use super::{Message, Page};
use crate::app::claim::claim_beside_model;
use crate::app::conditions::conditions_of;
use crate::app::growth::Step;
use crate::app::markup::raw;
use crate::app::method;
use crate::app::share::{self, Sharing};
use crate::app::state::State;
use crate::app::still::waits;
use crate::solution::Language;
use maud::Markup;
use yew::prelude::*;

impl Page {
    /// The sections below the figures, as far as they have been made.
    pub fn further_sections(&self, ctx: &Context<Self>, state: &State) -> Html {
        let language = self.place.language;
        let sharing = Sharing {
            others: self.at_address().map(<[_]>::to_vec),
            own_file: self.own_file,
            alone: self.place.is_alone(),
            copied: self.copied.clone(),
            embed: self.embed,
            choose: ctx.link().callback(Message::Choose),
            taken: self.taken,
            tell_copied: ctx.link().callback(Message::Copied),
            take: ctx.link().callback(Message::Take),
            print: ctx.link().callback(|_| Message::Print),
        };
        let growth = self.growth;
        let claim_waits = state.moving && !self.in_sight.contains(&"claim");
        let waiting = |step| growth.keeps(step) || state.moving;
        let text = |step, waiting: bool, make: fn(Language, &State) -> Markup| {
            let state = state.clone();
            let text = || waits(waiting, move || raw(make(language, &state)));
            growth.has(step).then(text)
        };
        let (of_share, of_method) = (state.clone(), state.clone());
        let share = move || share::share(language, &of_share, &sharing);
        let method = move || method::method(language, &of_method);
        html! {
            <>
                { text(Step::Conditions, waiting(Step::Conditions), conditions_of).unwrap_or_default() }
                { text(Step::Claim, growth.keeps(Step::Claim) || claim_waits, claim_beside_model).unwrap_or_default() }
                if growth.has(Step::Share) { { waits(waiting(Step::Share), share) } }
                if growth.has(Step::Method) { { waits(waiting(Step::Method), method) } }
            </>
        }
    }
}
