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
use crate::figure::Table;
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
    /// Begins anew, and finds out what is asked.
    pub find_out: fn(&mut Option<Outlook>, &Question) -> Option<Found>,
    /// Goes on with more draws until time is up. Gives what was found when it is all done.
    pub refine: fn(&mut Outlook, &dyn Fn() -> bool) -> Option<Found>,
}

/// Of what, and how much, is to be found out.
pub struct Question<'a> {
    pub solution: &'a Solution,
    pub scenario: &'a Scenario,
    /// The series that bands are asked for.
    pub series: &'a [Series],
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
    find_out,
    refine: |outlook, time_is_up| outlook.refine(time_is_up),
};

/// Fetches the rest.
///
/// # Errors
/// If the network fails; it may be tried again.
#[wasm_split(rest, fallible)]
pub fn rest() -> Result<&'static Rest, SplitLoaderError> {
    Ok(&REST)
}

fn find_out(outlook: &mut Option<Outlook>, question: &Question) -> Option<Found> {
    let Question {
        solution,
        scenario,
        series,
        effort,
    } = *question;
    if let Some(outlook) = outlook {
        outlook.restart(solution, scenario, series).ok()?;
    } else {
        *outlook = Outlook::new(solution, scenario, series).ok();
    }
    let outlook = outlook.as_mut()?;
    Some(match effort {
        Effort::Follow(draws) => outlook.follow(draws),
        Effort::Settle(draws) => outlook.settle(draws),
    })
}
