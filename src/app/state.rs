//! The page's state and what can happen to it. No components here.

use super::further::Further;
use crate::figure::{Context, Flow, View};
use crate::model::{Curve, Plain, Results};
use crate::scenario::{
    ClaimGoal, Compared, Control, Found, History, Kept, Link, Refusal, Scenario, Story, with_point,
};
use crate::solution::{Language, Solution};
use std::rc::Rc;

/// All that the page shows follows from this. Two states are the same if they share what they hold: whatever
/// changes is made anew.
#[derive(Clone)]
pub struct State {
    pub solution: Rc<Solution>,
    pub scenario: Rc<Scenario>,
    pub results: Rc<Results>,
    /// What is known of how sure the figures are.
    pub found: Rc<Found>,
    /// Whether a slider is being moved: axes then stay put.
    pub moving: bool,
    /// What was before a finger or the mouse took a slider, should the finger be about to scroll.
    grabbed: Option<Rc<Grabbed>>,
    /// What was typed or chosen and could not be, until something else is.
    pub refused: Option<Refused>,
    /// What the figure over time shows.
    pub view: View,
    pub flow: Flow,
    /// The scenarios that the visitor has kept.
    pub kept: Rc<Vec<Kept>>,
    /// The one of them that is compared with.
    pub compared: Option<Rc<Compared>>,
    /// The story that the scenario is, until something is changed in it.
    pub story: Option<Rc<Tale>>,
    /// For undoing and doing again.
    pub history: Rc<History<Step>>,
    /// The slider whose moves are one step to undo.
    sliding: Option<usize>,
}

/// A story that was told, and what it was told of.
#[derive(Clone, Debug, PartialEq)]
pub struct Tale {
    pub story: Story,
    pub before: Rc<Scenario>,
    pub results_before: Rc<Results>,
    pub goal: Option<ClaimGoal>,
}

/// What was before a slider was taken.
struct Grabbed {
    parameter: usize,
    before: Step,
    history: Rc<History<Step>>,
}

/// What undoing goes back to.
#[derive(Clone, Debug)]
pub struct Step {
    scenario: Rc<Scenario>,
    results: Rc<Results>,
    kept: Rc<Vec<Kept>>,
    compared: Option<Rc<Compared>>,
    story: Option<Rc<Tale>>,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.solution, &other.solution)
            && Rc::ptr_eq(&self.scenario, &other.scenario)
            && Rc::ptr_eq(&self.results, &other.results)
            && Rc::ptr_eq(&self.found, &other.found)
            && self.moving == other.moving
            && same(&self.grabbed, &other.grabbed)
            && self.refused == other.refused
            && self.view == other.view
            && self.flow == other.flow
            && Rc::ptr_eq(&self.kept, &other.kept)
            && same(&self.compared, &other.compared)
            && same(&self.story, &other.story)
            && Rc::ptr_eq(&self.history, &other.history)
    }
}

/// Whether both are none, or share what they hold.
fn same<T>(one: &Option<Rc<T>>, other: &Option<Rc<T>>) -> bool {
    one.as_ref().map(Rc::as_ptr) == other.as_ref().map(Rc::as_ptr)
}

/// An input that was refused, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub parameter: usize,
    pub text: String,
    /// None where the text is no number.
    pub reason: Option<Refusal>,
}

/// What a visitor does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Puts a finger, or the mouse, on a slider.
    Grab {
        parameter: usize,
    },
    /// The browser took the finger for scrolling: the slider goes back.
    Release {
        parameter: usize,
    },
    /// Moves a slider: the number as shown.
    Slide {
        parameter: usize,
        shown: f64,
    },
    /// Lets go of a slider.
    Rest,
    /// Types something into a number field; the number that it is, as shown, if it is one.
    Type {
        parameter: usize,
        text: String,
        shown: Option<f64>,
    },
    /// Leaves a number field as it was: what was refused there is forgotten.
    Forget {
        parameter: usize,
    },
    Reset {
        parameter: usize,
    },
    ResetAll,
    /// Takes a parameter for certain, or no longer.
    Fix {
        parameter: usize,
        certain: bool,
    },
    ChooseCurve(Curve),
    /// Moves a point of the drawn rollout; whether it is still being moved.
    Draw {
        point: usize,
        stroke: Stroke,
        moving: bool,
    },
    ShowView(View),
    ShowFlow(Flow),
    Undo,
    Redo,
    /// What the rest of the program knows how to do.
    Further(Further),
    /// Goes where an address says.
    Open(Box<Link>),
}

impl State {
    /// The solution as its file has it; none if it could not be calculated, which [`crate::solution::read`]
    /// has ruled out.
    pub fn new(solution: Solution) -> Option<Self> {
        let scenario = Scenario::new(&solution);
        let results = scenario.results(&solution).ok()?;
        Some(Self {
            solution: Rc::new(solution),
            scenario: Rc::new(scenario),
            results: Rc::new(results),
            found: Rc::default(),
            moving: false,
            grabbed: None,
            refused: None,
            view: View::default(),
            flow: Flow::default(),
            kept: Rc::default(),
            compared: None,
            story: None,
            history: Rc::default(),
            sliding: None,
        })
    }

    /// What figures and sentences are made from.
    pub fn context(&self, language: Language) -> Context<'_> {
        Context {
            language,
            solution: &self.solution,
            scenario: &self.scenario,
            results: &self.results,
            found: Some(&self.found),
            compared: self.compared.as_deref(),
        }
    }

    /// What the address says of this state.
    pub fn link(&self) -> Link {
        let mut link = Link::new((*self.scenario).clone());
        link.kept = self.compared.as_ref().map(|compared| compared.kept.clone());
        let others = [
            (self.view != View::default()).then_some(("whose", "budget")),
            (self.flow != Flow::default()).then_some(("years", "cumulated")),
        ];
        let owned = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
        link.others = others.into_iter().flatten().map(owned).collect();
        link
    }

    fn step(&self) -> Step {
        Step {
            scenario: self.scenario.clone(),
            results: self.results.clone(),
            kept: self.kept.clone(),
            compared: self.compared.clone(),
            story: self.story.clone(),
        }
    }

    /// The scenario before the last step, if that changed it.
    pub fn scenario_before(&self) -> Option<Rc<Scenario>> {
        let before = &self.history.last()?.scenario;
        (**before != *self.scenario).then(|| before.clone())
    }

    /// This state with another scenario in its place, as if it had always been so.
    pub fn showing(&self, scenario: Rc<Scenario>, moving: bool) -> Self {
        match scenario.results(&self.solution) {
            Ok(results) => Self {
                scenario,
                results: Rc::new(results),
                moving,
                ..self.clone()
            },
            Err(_) => self.clone(),
        }
    }

    /// This state, with what is before it remembered.
    pub fn remembering(&self) -> Self {
        let mut next = self.clone();
        Rc::make_mut(&mut next.history).remember(self.step());
        // What moves after it is a step of its own.
        next.sliding = None;
        next
    }

    /// This state, with what has been kept before it now and at each of its steps.
    pub fn recalling(mut self, recalled: &[Kept]) -> Self {
        let recall = |kept: &mut Rc<Vec<Kept>>| {
            let new = recalled.iter().filter(|known| !kept.contains(known));
            *kept = Rc::new(new.chain(kept.iter()).cloned().collect());
        };
        recall(&mut self.kept);
        Rc::make_mut(&mut self.history).for_each(|step| recall(&mut step.kept));
        self
    }

    /// The state at another step of the history, in exchange for this one.
    fn at_step(&self, exchange: fn(&mut History<Step>, Step) -> Result<Step, Step>) -> Self {
        let mut next = self.clone();
        let history = Rc::make_mut(&mut next.history);
        let Ok(step) = exchange(history, self.step()) else {
            return self.clone();
        };
        next.going_to(step)
    }

    /// This state as it was at a step.
    fn going_to(self, step: Step) -> Self {
        let Step {
            scenario,
            results,
            kept,
            compared,
            story,
        } = step;
        Self {
            scenario,
            results,
            kept,
            compared,
            story,
            moving: false,
            grabbed: None,
            refused: None,
            sliding: None,
            ..self
        }
    }

    /// The state in which the kept scenario at a place is compared with.
    pub fn comparing(mut self, place: Option<usize>) -> Self {
        let kept = place.and_then(|place| self.kept.get(place)).cloned();
        let compared = kept.map(|kept| Compared::new(&self.solution, kept));
        self.compared = compared.and_then(Result::ok).map(Rc::new);
        self
    }

    /// The place of the kept scenario that is compared with.
    pub fn compared_place(&self) -> Option<usize> {
        let compared = &self.compared.as_ref()?.kept;
        self.kept.iter().position(|kept| kept == compared)
    }

    fn control(&self, parameter: usize) -> Control {
        Control::new(&self.solution, &self.scenario, parameter)
    }

    /// The state after a change of the scenario; on refusal the same scenario, with the reason.
    pub fn change(
        &self,
        moving: bool,
        change: impl FnOnce(&mut Scenario, &Solution) -> Result<(), Refused>,
    ) -> Self {
        let mut scenario = (*self.scenario).clone();
        let refused = change(&mut scenario, &self.solution).err();
        let mut next = Self {
            moving,
            refused,
            ..self.clone()
        };
        if next.refused.is_none()
            && scenario != *self.scenario
            && let Ok(results) = scenario.results(&self.solution)
        {
            Rc::make_mut(&mut next.history).remember(self.step());
            next.scenario = Rc::new(scenario);
            next.results = Rc::new(results);
            next.story = None;
            next.sliding = None;
        }
        next
    }

    /// What follows from one of many moves that belong together, of a slider or of another thing with a number of its
    /// own: they are one step to undo.
    fn as_one_step(&self, mut next: Self, thing: usize) -> Self {
        let goes_on = self.sliding == Some(thing);
        if goes_on {
            next.history = self.history.clone();
        }
        let moved = !Rc::ptr_eq(&self.scenario, &next.scenario);
        next.sliding = (goes_on || moved).then_some(thing);
        next
    }

    /// The state that an address leads to; what the visitor has kept stays.
    fn open(&self, link: Link) -> Self {
        let mut next = self.change(false, |scenario, _| {
            *scenario = link.scenario;
            Ok(())
        });
        (next.view, next.flow) = <(View, Flow)>::default();
        for (name, text) in &link.others {
            match (name.as_str(), text.as_str()) {
                ("whose", "budget") => next.view = View::Budget,
                ("years", "cumulated") => next.flow = Flow::Cumulated,
                _ => {}
            }
        }
        match link.kept {
            Some(kept) => next.keep(kept),
            None => next.comparing(None),
        }
    }

    /// The state with one scenario more, which is compared with; one that is there already is not kept twice.
    pub fn keep(mut self, kept: Kept) -> Self {
        let place = self.kept.iter().position(|known| *known == kept);
        let place = place.unwrap_or_else(|| {
            Rc::make_mut(&mut self.kept).push(kept);
            self.kept.len() - 1
        });
        self.comparing(Some(place))
    }

    fn choose(&self, moving: bool, parameter: usize, shown: f64, text: &str) -> Self {
        let value = self.control(parameter).read(&self.solution, shown);
        self.change(moving, |scenario, solution| {
            scenario
                .set(solution, parameter, value)
                .map_err(|reason| Refused {
                    parameter,
                    text: text.to_owned(),
                    reason: Some(reason),
                })
        })
    }
}

/// Where a point of the drawn rollout goes: a share of the rollout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stroke {
    To(f64),
    By(f64),
}

impl Action {
    /// Whether the browser's back button should lead to what was before.
    pub fn is_a_step(&self) -> bool {
        matches!(
            self,
            Action::ResetAll
                | Action::Further(Further::Tell(_) | Further::TakeUp(_) | Further::Keep(_))
        )
    }
}

impl State {
    /// What follows from an action.
    pub fn after(&self, action: Action) -> Self {
        match action {
            Action::Slide { parameter, shown } => {
                let shown = self.control(parameter).on_step(shown);
                let next = self.choose(true, parameter, shown, &Plain(shown).to_string());
                self.as_one_step(next, parameter)
            }
            Action::Grab { parameter } => State {
                grabbed: Some(Rc::new(Grabbed {
                    parameter,
                    before: self.step(),
                    history: self.history.clone(),
                })),
                sliding: None,
                ..self.clone()
            },
            Action::Release { parameter } => match &self.grabbed {
                Some(grabbed) if grabbed.parameter == parameter => State {
                    history: grabbed.history.clone(),
                    ..self.clone().going_to(grabbed.before.clone())
                },
                _ => self.clone(),
            },
            Action::Rest => State {
                moving: false,
                grabbed: None,
                // A curve is drawn in strokes.
                sliding: self
                    .sliding
                    .filter(|&thing| thing < self.solution.parameters.len()),
                ..self.clone()
            },
            Action::Type {
                parameter,
                text,
                shown,
            } => match shown {
                Some(shown) => {
                    let shown = self.control(parameter).rounded(shown);
                    self.choose(false, parameter, shown, &text)
                }
                None => State {
                    refused: Some(Refused {
                        parameter,
                        text,
                        reason: None,
                    }),
                    ..self.clone()
                },
            },
            Action::Forget { parameter } => State {
                refused: self
                    .refused
                    .clone()
                    .filter(|refused| refused.parameter != parameter),
                ..self.clone()
            },
            Action::Reset { parameter } => self.change(false, |scenario, solution| {
                scenario
                    .reset(solution, parameter)
                    .map_err(|reason| Refused {
                        parameter,
                        text: String::new(),
                        reason: Some(reason),
                    })
            }),
            Action::ResetAll => self.change(false, |scenario, solution| {
                *scenario = Scenario::new(solution);
                Ok(())
            }),
            Action::Fix { parameter, certain } => self.change(false, |scenario, _| {
                scenario.set_certain(parameter, certain);
                Ok(())
            }),
            Action::ShowView(view) => State {
                view,
                ..self.clone()
            },
            Action::ShowFlow(flow) => State {
                flow,
                ..self.clone()
            },
            Action::Undo => self.at_step(History::undo),
            Action::Redo => self.at_step(History::redo),
            // Nobody can ask for it before the rest is here: see the page.
            Action::Further(_) => self.clone(),
            Action::Open(link) => self.open(*link),
            // The curves on offer are legal for every solution.
            Action::Draw {
                point,
                stroke,
                moving,
            } => {
                let drawn = |scenario: &mut Scenario, solution: &Solution| {
                    let points = scenario.points(solution);
                    let share = match stroke {
                        Stroke::To(share) => share,
                        Stroke::By(more) => points.get(point).copied().unwrap_or(0.0) + more,
                    };
                    // The points never fall.
                    let curve = Curve::Drawn(with_point(&points, point, share));
                    let _ = scenario.set_curve(solution, curve);
                    Ok(())
                };
                let next = self.change(moving, drawn);
                if moving {
                    // It takes the place after those of the parameters.
                    return self.as_one_step(next, self.solution.parameters.len());
                }
                next
            }
            Action::ChooseCurve(curve) => self.change(false, |scenario, solution| {
                let _ = scenario.set_curve(solution, curve);
                Ok(())
            }),
        }
    }
}
