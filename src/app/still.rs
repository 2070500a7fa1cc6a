//! Content that is not made anew while it would stay as it is: what did not change, and what waits while a slider
//! moves. Few things on the page change sixty times a second, and a phone has no time for the rest.

use crate::scenario::Control;
use yew::prelude::*;

/// What the content depends on.
#[derive(Clone)]
pub enum Stamp {
    /// On too much to say: it is made anew each time.
    Anything,
    /// It waits: what was there stays.
    Waiting,
    /// On what a field shows alone: what is being typed there stays.
    Field(String),
    /// A control: its numbers, whether it has been moved and is certain, and what was refused.
    Control(Control, [bool; 2], Option<String>),
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Stamp::Waiting, Stamp::Waiting) => true,
            (Stamp::Field(shown), Stamp::Field(before)) => shown == before,
            (Stamp::Control(a, b, c), Stamp::Control(x, y, z)) => (a, b, c) == (x, y, z),
            _ => false,
        }
    }
}

#[derive(Properties)]
pub struct StillProps {
    pub stamp: Stamp,
    /// Makes the content; not asked while it waits.
    pub make: Callback<(), Html>,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

pub struct Still;

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &StillProps) -> bool {
        !matches!(ctx.props().stamp, Stamp::Waiting)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().make.emit(())
    }
}

/// Content that is made once.
pub fn stays(make: impl Fn() -> Html + 'static) -> Html {
    waits(true, make)
}

/// Content that waits while `waiting`.
pub fn waits(waiting: bool, make: impl Fn() -> Html + 'static) -> Html {
    still(
        if waiting {
            Stamp::Waiting
        } else {
            Stamp::Anything
        },
        make,
    )
}

/// A field that shows `shown`, and is left alone as long as it does: also what somebody is typing into it.
pub fn field(shown: &str, make: impl Fn() -> Html + 'static) -> Html {
    still(Stamp::Field(shown.to_owned()), make)
}

fn still(stamp: Stamp, make: impl Fn() -> Html + 'static) -> Html {
    html! { <Still {stamp} make={Callback::from(move |()| make())} /> }
}
