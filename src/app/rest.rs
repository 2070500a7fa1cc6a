//! The rest of the program, in a file of its own that is fetched when the first view stands: how sure the figures are,
//! every figure but the first, and the sections below them. On bad Wi-Fi a visitor sees and moves the headlines long
//! before it is here.
//!
//! The build takes [`REST`], and all that nothing else needs, out of the first file: who has it has fetched it.

use super::arrivals::{Arrivals, OwnFile, Way};
use super::figures::{Look, further_figure};
use super::place::Place;
use super::state::State;
use super::{claim, conditions, method, table};
use crate::figure::{Flow, Table, View, series_of};
use crate::scenario::{Found, Outlook, Scenario};
use crate::solution::{Language, Problem, Solution};
use crate::uncertainty::Series;
use maud::Markup;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, Html};

/// What the rest can do.
pub struct Rest {
    /// Other ways in than the page's own solution; without them a link of the menu loads its page.
    pub arrivals: fn(&Place, &Callback<Way>, &Callback<OwnFile>) -> Arrivals,
    /// The data of a figure; the caption says of what.
    pub table: fn(&Table, &str) -> Markup,
    /// What must hold.
    pub conditions: fn(Language, &State) -> Markup,
    /// The published claim beside the model.
    pub claim: fn(Language, &State) -> Markup,
    /// How it is calculated.
    pub method: fn(Language, &State) -> Html,
    /// A figure by its id; nothing where the state has none of it.
    pub figure: fn(&str, Language, &State, &Look) -> Html,
    /// What is wrong with a file, each in a sentence.
    pub problems: fn(Language, &[Problem]) -> Vec<String>,
    /// Somebody to ask how sure the figures are.
    pub prospect: fn() -> Box<dyn Prospect>,
}

/// Of what, and how much, is to be found out.
pub struct Question<'a> {
    pub solution: &'a Solution,
    pub scenario: &'a Scenario,
    /// The figures whose lines are to have bands, and what is shown of them.
    pub figures: Vec<&'static str>,
    pub shown_as: (View, Flow),
    pub effort: Effort,
}

/// How much is to be found out.
#[derive(Clone, Copy)]
pub enum Effort {
    /// So many draws, and what must follow a slider.
    Follow(usize),
    /// Everything, from so many draws.
    Settle(usize),
}

static REST: Rest = Rest {
    arrivals: Arrivals::new,
    table: table::table,
    conditions: conditions::conditions_of,
    claim: claim::claim_beside_model,
    method: method::method,
    figure: further_figure,
    problems: |language, problems| {
        let text = language.further().problem;
        problems.iter().map(text).collect()
    },
    prospect: || Box::new(None),
};

/// Fetches the rest.
///
/// # Errors
/// If the network fails; it may be tried again.
#[wasm_split(rest, fallible)]
pub fn rest() -> Result<&'static Rest, SplitLoaderError> {
    Ok(&REST)
}

/// Finds out how sure the figures are. The first file knows no more of it than this.
pub trait Prospect {
    /// Begins anew, and finds out what is asked.
    fn find_out(&mut self, question: &Question) -> Option<Found>;

    /// Goes on with more draws until time is up. Gives what was found when it is all done.
    fn refine(&mut self, time_is_up: &dyn Fn() -> bool) -> Option<Found>;
}

impl Prospect for Option<Outlook> {
    fn find_out(&mut self, question: &Question) -> Option<Found> {
        let Question {
            solution,
            scenario,
            shown_as: (view, flow),
            ..
        } = *question;
        let figures = question.figures.iter();
        let series: Vec<Series> = figures
            .flat_map(|id| series_of(id, view, flow))
            .copied()
            .collect();
        if let Some(outlook) = self {
            outlook.restart(solution, scenario, &series).ok()?;
        } else {
            *self = Outlook::new(solution, scenario, &series).ok();
        }
        let outlook = self.as_mut()?;
        Some(match question.effort {
            Effort::Follow(draws) => outlook.follow(draws),
            Effort::Settle(draws) => outlook.settle(draws),
        })
    }

    fn refine(&mut self, time_is_up: &dyn Fn() -> bool) -> Option<Found> {
        self.as_mut()?.refine(time_is_up)
    }
}
