//! Showing the page on a stage, and the last change once more.

use super::finding::{in_sight, now};
use super::saying::heir;
use super::{Loading, Message, Page};
use crate::app::stage::{Cue, Over, Stage};
use crate::app::state::Action;
use crate::figure::FIGURES;
use crate::scenario::Scenario;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use std::rc::Rc;
use yew::Context;

/// The last change, being shown once more.
pub struct Replay {
    from: Rc<Scenario>,
    to: Rc<Scenario>,
    began: f64,
    /// Ends with the replay.
    _next: Timeout,
}

/// How long the room sees what was before, and how long the change takes (milliseconds).
const BEFORE: f64 = 700.0;
const CHANGE: f64 = 1600.0;
const FRAME: u32 = 16;

/// How wide figures are drawn on a wide stage (CSS pixels): they are enlarged to what there is room for.
const STAGE_DRAWING: u32 = 640;

/// What the address has when the stage is shown.
pub(super) const STAGE_VIEW: (&str, &str) = ("view", "stage");

impl Page {
    /// Goes to the stage, or back to the page.
    pub(super) fn set_stage(&mut self, ctx: &Context<Self>, stage: Option<Stage>) {
        self.end_replay();
        let (name, text) = STAGE_VIEW;
        self.others.retain(|(known, _)| known != name);
        self.others
            .extend(stage.map(|_| (name.to_owned(), text.to_owned())));
        let arrives = stage.is_some();
        self.stage = stage;
        self.heir = Some((if arrives { ".stage" } else { "#tool-stage" }, true));
        self.write_address(arrives);
        self.hear_stage(ctx);
        if let Some(rest) = self.rest.filter(|_| arrives) {
            (rest.stay_awake)();
        }
    }

    /// Hears the stage's keys while it is shown.
    pub(super) fn hear_stage(&mut self, ctx: &Context<Self>) {
        let cue = ctx.link().callback(Message::Cue);
        self.stage_keys = match (&self.loading, self.rest, self.stage) {
            (Loading::Ready(state), Some(rest), Some(_)) => Some((rest.stage_keys)(state, cue)),
            _ => None,
        };
    }

    /// Follows a cue; whether there is something new to show.
    pub(super) fn follow_cue(&mut self, ctx: &Context<Self>, cue: Cue) -> bool {
        let (Some(stage), Some(rest)) = (self.stage, self.rest) else {
            return false;
        };
        match cue {
            Cue::Turn(by) => {
                if let Loading::Ready(state) = &self.loading {
                    let language = self.place.language;
                    let turned = (rest.turned)(stage, by, language, state);
                    self.said = (rest.stage_said)(language, state, turned);
                    self.stage = Some(turned);
                }
            }
            Cue::Over(over) => self.lay_over(stage.with(over)),
            Cue::FullScreen => {
                if !(rest.full_screen)() {
                    self.lay_over(stage.with(Over::NoFullScreen));
                }
            }
            Cue::Leave if stage.over.is_some() => self.lay_over(Stage {
                over: None,
                ..stage
            }),
            Cue::Leave => self.set_stage(ctx, None),
            Cue::Replay => self.replay(ctx),
            Cue::Act(action) => {
                self.end_replay();
                return self.act(ctx, action);
            }
        }
        true
    }

    /// Shows what lies over a view, or that nothing does; the focus goes along.
    fn lay_over(&mut self, stage: Stage) {
        let has_focus = stage.over.map_or(".stage", |_| ".stage-over");
        self.stage = Some(stage);
        self.heir = Some((has_focus, true));
    }

    /// Shows the last change once more, if there was one.
    fn replay(&mut self, ctx: &Context<Self>) {
        self.end_replay();
        let Loading::Ready(state) = &mut self.loading else {
            return;
        };
        let Some(from) = state.scenario_before() else {
            return;
        };
        let to = state.scenario.clone();
        *state = state.showing(from.clone(), true);
        self.in_sight = FIGURES.into();
        self.replay = Some(Replay {
            from,
            to,
            began: now(),
            _next: self.next_frame(ctx),
        });
        self.find_out(ctx);
    }

    /// The next picture of the replay.
    pub(super) fn replay_frame(&mut self, ctx: &Context<Self>) -> bool {
        let (Loading::Ready(state), Some(rest), Some(replay)) =
            (&mut self.loading, self.rest, &self.replay)
        else {
            return false;
        };
        let way = way(now() - replay.began);
        if way >= 1.0 {
            self.end_replay();
        } else {
            let between = (rest.between)(&replay.from, &replay.to, &state.solution, way);
            *state = state.showing(Rc::new(between), true);
            let next = self.next_frame(ctx);
            if let Some(replay) = &mut self.replay {
                replay._next = next;
            }
        }
        self.find_out(ctx);
        true
    }

    /// Ends a replay where it leads to.
    pub(super) fn end_replay(&mut self) {
        if let (Loading::Ready(state), Some(replay)) = (&mut self.loading, self.replay.take()) {
            *state = state.showing(replay.to, false);
        }
    }

    fn next_frame(&self, ctx: &Context<Self>) -> Timeout {
        let link = ctx.link().clone();
        Timeout::new(FRAME, move || link.send_message(Message::Frame))
    }

    /// The width that figures are drawn with on the stage.
    pub(super) fn stage_width() -> u32 {
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        let width = width.map_or(STAGE_DRAWING, |width| width as u32);
        width.saturating_sub(32).min(STAGE_DRAWING)
    }

    /// Does what a visitor asks for.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let Loading::Ready(state) = &mut self.loading else {
            return false;
        };
        // Asked when a movement begins: the browser would have to lay out each of its steps for it.
        if let (false, Action::Slide { .. } | Action::Draw { moving: true, .. }) =
            (state.moving, &action)
        {
            let all = FIGURES.into_iter().chain(["claim"]);
            self.in_sight = all.filter(|id| in_sight(id)).collect();
        }
        let step = action.is_a_step();
        self.heir = heir(&action);
        let next = match (action, self.rest) {
            (Action::Further(further), Some(rest)) => (rest.after)(state, further),
            (action, _) => state.after(action),
        };
        let changed = next != *state;
        let same_results =
            Rc::ptr_eq(&next.scenario, &state.scenario) && next.moving == state.moving;
        let same_draws = same_results
            && (next.view, next.flow) == (state.view, state.flow)
            && next.compared == state.compared;
        let same_kept = Rc::ptr_eq(&next.kept, &state.kept);
        if step && changed {
            // What was before is what the browser's back button leads to.
            self.write_address(false);
        }
        if let Loading::Ready(state) = &mut self.loading {
            *state = next;
        }
        if step && changed {
            self.write_address(true);
        } else if changed {
            self.write_address_later(ctx);
        }
        if !same_kept {
            self.store();
        }
        if !same_draws {
            self.find_out(ctx);
        }
        self.copied = None;
        if !same_results {
            self.say_later(ctx);
        }
        changed
    }
}

/// How much of the way a change has gone after so long: slowly at both ends. Where less motion is asked for, all at once.
fn way(elapsed: f64) -> f64 {
    let time = ((elapsed - BEFORE) / CHANGE).clamp(0.0, 1.0);
    let calm = window().match_media("(prefers-reduced-motion: reduce)");
    if calm.ok().flatten().is_some_and(|calm| calm.matches()) {
        return if elapsed > BEFORE { 1.0 } else { 0.0 };
    }
    time * time * (3.0 - 2.0 * time)
}
