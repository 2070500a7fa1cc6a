//! The page's state and what can happen to it. No components here.

use crate::figure::{Context, Flow, View};
use crate::model::{Curve, Plain, Results};
use crate::scenario::{Control, Found, Refusal, Scenario};
use crate::solution::{Language, Solution};
use crate::text::NumberStyle;
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
    /// What the slider under a finger stood at, should the finger be about to scroll.
    pub grabbed: Option<(usize, f64)>,
    /// What was typed or chosen and could not be, until something else is.
    pub refused: Option<Refused>,
    /// What the figure over time shows.
    pub view: View,
    pub flow: Flow,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.solution, &other.solution)
            && Rc::ptr_eq(&self.scenario, &other.scenario)
            && Rc::ptr_eq(&self.results, &other.results)
            && Rc::ptr_eq(&self.found, &other.found)
            && self.moving == other.moving
            && self.grabbed == other.grabbed
            && self.refused == other.refused
            && self.view == other.view
            && self.flow == other.flow
    }
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
    /// Types a number: as shown.
    Type {
        parameter: usize,
        text: String,
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
    ShowView(View),
    ShowFlow(Flow),
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
        }
    }

    fn control(&self, parameter: usize) -> Control {
        Control::new(&self.solution, &self.scenario, parameter)
    }

    /// The state after a change of the scenario; on refusal the same scenario, with the reason.
    fn change(
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
            next.scenario = Rc::new(scenario);
            next.results = Rc::new(results);
        }
        next
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

impl State {
    /// What follows from an action.
    pub fn after(&self, action: Action) -> Self {
        match action {
            Action::Slide { parameter, shown } => {
                let shown = self.control(parameter).on_step(shown);
                self.choose(true, parameter, shown, &Plain(shown).to_string())
            }
            Action::Grab { parameter } => State {
                grabbed: Some((parameter, self.scenario.value(parameter))),
                ..self.clone()
            },
            Action::Release { parameter } => match self.grabbed {
                Some((grabbed, value)) if grabbed == parameter => {
                    self.change(false, |scenario, solution| {
                        // It stood there before, so it can stand there again.
                        let _ = scenario.set(solution, parameter, value);
                        Ok(())
                    })
                }
                _ => self.clone(),
            },
            Action::Rest => State {
                moving: false,
                grabbed: None,
                ..self.clone()
            },
            Action::Type { parameter, text } => match NumberStyle::read(&text) {
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
            // The curves on offer are legal for every solution.
            Action::ChooseCurve(curve) => self.change(false, |scenario, solution| {
                let _ = scenario.set_curve(solution, curve);
                Ok(())
            }),
        }
    }
}
