//! Content that waits while a slider moves: what is long and out of sight need not be made anew sixty times a second.

use yew::prelude::*;

#[derive(Properties)]
pub struct StillProps {
    /// None while it waits: what was there stays.
    pub content: Option<Html>,
}

impl PartialEq for StillProps {
    /// Only waiting content is sure to be the same; comparing the rest would cost as much as showing it.
    fn eq(&self, other: &Self) -> bool {
        self.content.is_none() && other.content.is_none()
    }
}

pub struct Still {
    shown: Html,
}

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(ctx: &Context<Self>) -> Self {
        let shown = ctx.props().content.clone().unwrap_or_default();
        Self { shown }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &StillProps) -> bool {
        match &ctx.props().content {
            Some(content) => {
                self.shown = content.clone();
                true
            }
            None => false,
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        self.shown.clone()
    }
}
