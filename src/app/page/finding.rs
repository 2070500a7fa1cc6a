//! Finding out how sure the figures are, between the frames.

use super::{Loading, Message, Page};
use crate::app::first_findings;
use crate::app::rest::{Effort, Question};
use crate::figure::FIGURES;
use crate::scenario::{FIRST_DRAWS, Scenario};
use crate::uncertainty::MOST_DRAWS;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::rc::Rc;
use yew::Context;

/// How long the visitor must rest before figures are refined, and how long that may hold the page at a time
/// (milliseconds). A piece of work that begins within it may take some more.
const PAUSE: u32 = 120;
const SLICE: f64 = 4.0;

/// How long the draws may take for each move of a slider (milliseconds), and how many are made at least.
const MOVING: f64 = 8.0;
const FEWEST_MOVING: usize = 512;

impl Page {
    /// Finds out how sure the figures are: what is in sight while a slider moves, everything when it rests, and then
    /// again, more exactly, as time allows.
    pub(super) fn find_out(&mut self, ctx: &Context<Self>) {
        let moving = matches!(&self.loading, Loading::Ready(state) if state.moving);
        self.find_out_by(
            ctx,
            match moving {
                true => Effort::Follow(self.draws),
                false => Effort::Settle(FIRST_DRAWS),
            },
        );
    }

    /// Begins to find everything out in pieces: the rest of the program has just come, and the page is still being made.
    pub(super) fn begin_to_find_out(&mut self, ctx: &Context<Self>) {
        match self.stage {
            // It has no page before it.
            Some(_) => self.find_out(ctx),
            None => self.find_out_by(ctx, Effort::SettleLater(FIRST_DRAWS)),
        }
    }

    fn find_out_by(&mut self, ctx: &Context<Self>, effort: Effort) {
        self.refining = None;
        self.finding = false;
        let (Loading::Ready(state), Some(rest)) = (&mut self.loading, self.rest) else {
            self.forget_findings();
            return;
        };
        let shown = FIGURES
            .into_iter()
            .filter(|id| self.part.has_figure(id))
            .filter(|id| !state.moving || self.in_sight.contains(id));
        let start = now();
        let question = Question {
            solution: &state.solution,
            scenario: &state.scenario,
            figures: shown.collect(),
            shown_as: (state.view, state.flow),
            effort,
            other: state
                .compared
                .as_ref()
                .map(|compared| &compared.kept.scenario),
        };
        let prospect = self.prospect.get_or_insert_with(rest.prospect);
        let Some(found) = prospect.find_out(&question) else {
            self.finding = true;
            self.refine_later(ctx, 0);
            return;
        };
        state.found = Rc::new(found);
        if state.moving {
            // A slow machine draws less while a slider moves, so that the page keeps up.
            let fitting = self.draws as f64 * MOVING / (now() - start).max(f64::MIN_POSITIVE);
            self.draws = (fitting as usize).clamp(FEWEST_MOVING, FIRST_DRAWS);
        }
        if !state.moving {
            self.refine_later(ctx, PAUSE);
        }
    }

    /// Takes up what was found out when the site was built, where the page shows the solution as its file has it.
    pub(super) fn take_up_findings(&mut self) {
        if let Loading::Ready(state) = &mut self.loading
            && *state.scenario == Scenario::new(&state.solution)
            && state.compared.is_none()
        {
            state.found = Rc::new(first_findings::here());
        }
    }

    /// What was found out of one scenario is not so of the next.
    fn forget_findings(&mut self) {
        if let Loading::Ready(state) = &mut self.loading {
            state.found = Rc::default();
        }
    }

    fn refine_later(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let link = ctx.link().clone();
        let refine = move || link.send_message(Message::Refine);
        self.refining = Some(Timeout::new(milliseconds, refine));
    }

    /// Works for a part of a frame; whether there is something new to show.
    pub(super) fn refine(&mut self, ctx: &Context<Self>) -> bool {
        if self.growing.is_some() {
            self.refine_later(ctx, PAUSE);
            return false;
        }
        let (Loading::Ready(state), Some(prospect)) = (&mut self.loading, &mut self.prospect)
        else {
            return false;
        };
        let end = now() + SLICE;
        match prospect.refine(&|| now() >= end) {
            Some(mut found) => {
                let more = found.draws < MOST_DRAWS;
                // What was found out when the site was built is from all draws.
                if more && state.found.draws == 0 {
                    found.trust(&state.found);
                }
                state.found = Rc::new(found);
                self.finding = false;
                self.refining = None;
                if more {
                    self.refine_later(ctx, PAUSE);
                }
                if !self.grow() {
                    self.grow_up();
                }
                true
            }
            None => {
                self.refine_later(ctx, 0);
                false
            }
        }
    }
}

/// Milliseconds since the page began; the end of all time where there is no clock.
pub(super) fn now() -> f64 {
    window().performance().map_or(f64::MAX, |clock| clock.now())
}

/// Whether the figure or section is in the window, or nearly so. Asked before anything is changed, when the browser
/// knows all places already.
pub(super) fn in_sight(id: &str) -> bool {
    const NEARLY: f64 = 200.0;
    let Some(element) = document().get_element_by_id(&format!("figure-{id}")) else {
        return false;
    };
    let place = element.get_bounding_client_rect();
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    place.bottom() > -NEARLY && place.top() < height.unwrap_or(f64::MAX) + NEARLY
}
