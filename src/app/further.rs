//! What can be done with whole scenarios: telling stories, keeping and comparing. The rest of the program does it.

use super::state::{State, Tale};
use crate::scenario::{Kept, Story};
use std::rc::Rc;

/// What a visitor does with a scenario as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Further {
    /// Makes the scenario a story; told again, it is what it was before.
    Tell(Story),
    /// Keeps the scenario under a name, and compares with it from now on.
    Keep(String),
    /// Compares with the kept scenario at a place, or with none.
    Compare(Option<usize>),
    /// Gives the kept scenario at a place another name.
    Rename(usize, String),
    /// No longer keeps it.
    Drop(usize),
    /// Goes on from the kept scenario at a place.
    TakeUp(usize),
    /// Scenarios that this browser had kept for the visitor.
    Recall(Vec<Kept>),
}

/// The state after it.
pub fn after(state: &State, further: Further) -> State {
    match further {
        Further::Tell(story) => tell(state, story),
        Further::Keep(name) => {
            let scenario = (*state.scenario).clone();
            state.remembering().keep(Kept { name, scenario })
        }
        Further::Compare(place) => state.remembering().comparing(place),
        Further::Rename(place, name) => {
            let compared = state.compared_place();
            let mut next = state.remembering();
            let kept = Rc::make_mut(&mut next.kept).get_mut(place);
            if let Some(kept) = kept.filter(|_| !name.trim().is_empty()) {
                kept.name = name;
            }
            next.comparing(compared)
        }
        Further::Drop(place) => {
            let compared = state.compared_place();
            let mut next = state.remembering();
            let kept = Rc::make_mut(&mut next.kept);
            if place < kept.len() {
                kept.remove(place);
            }
            let still = compared.filter(|&at| at != place);
            next.comparing(still.map(|at| at - usize::from(at > place)))
        }
        Further::TakeUp(place) => match state.kept.get(place) {
            Some(kept) => {
                let kept = kept.scenario.clone();
                state.change(false, |scenario, _| {
                    *scenario = kept;
                    Ok(())
                })
            }
            None => state.clone(),
        },
        Further::Recall(recalled) => state.clone().recalling(&recalled),
    }
}

/// The scenario as a story has it. A story takes the place of the one before it, and is told of what that was told
/// of.
fn tell(state: &State, story: Story) -> State {
    let before = state.story.as_ref();
    let (base, results) = before.map_or((&state.scenario, &state.results), |tale| {
        (&tale.before, &tale.results_before)
    });
    if before.is_some_and(|tale| tale.story == story) {
        let base = base.clone();
        let mut next = state.change(false, |scenario, _| {
            *scenario = (*base).clone();
            Ok(())
        });
        next.story = None;
        return next;
    }
    let told = story.tell(&state.solution, base);
    let tale = Tale {
        story,
        before: base.clone(),
        results_before: results.clone(),
        goal: told.goal,
    };
    let mut next = state.change(false, |scenario, _| {
        *scenario = told.scenario;
        Ok(())
    });
    next.story = Some(Rc::new(tale));
    next
}
