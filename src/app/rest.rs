//! The rest of the program, in a file of its own that is fetched when the first view stands: how sure the figures are,
//! every figure but the first, and the sections below them. On bad Wi-Fi a visitor sees and moves the headlines long
//! before it is here.
//!
//! The build takes [`REST`], and all that nothing else needs, out of the first file: who has it has fetched it.

use super::arrivals::{Arrivals, OwnFile, Way};
use super::embed::{self, Heard, Host};
use super::figures::{Look, further_figure};
use super::further::{self, Further};
use super::notice::{self, Notice};
use super::page::Page;
use super::paper::Latest;
use super::part::Part;
use super::place::Place;
use super::stage::{self, Cue, Stage};
use super::state::{Action, State};
use super::takeaway::{self, Progress, Take};
use super::{compare, keys, paper, share, storage, table, tale};
use crate::figure::{Flow, Table, View, series_of};
use crate::scenario::{FIRST_DRAWS, Found, Kept, Link, Outlook, Pair, Scenario};
use crate::solution::{Language, Solution};
use crate::uncertainty::Series;
use gloo::events::EventListener;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, Context, Html};

/// What an address has beside the scenario: names and texts.
type Others = [(String, String)];

/// Shows the stage. What is at no address has no code there.
type ShowStage = fn(Language, &State, Stage, &Look, Option<&Others>, &Callback<Cue>) -> Html;

/// What the rest can do.
pub struct Rest {
    /// Other ways in than the page's own solution; without them a link of the menu loads its page.
    pub arrivals: fn(&Place, &Callback<Way>, &Callback<OwnFile>) -> Arrivals,
    /// What is below a figure: its data, with a caption that says of what, and ways to take it along.
    pub below: fn(Language, &'static str, &Table, &str, &Callback<Take>) -> Html,
    /// Takes something along, with the address that shows it again if one does. How it goes is told.
    pub take: fn(Language, &State, Take, Option<String>, Callback<Progress>),
    /// The address that shows the state, beside what else an address has.
    pub address: fn(&State, &Others) -> String,
    /// Sees to what is printed.
    pub paper: fn(Language, Latest) -> [EventListener; 2],
    /// The sections below the figures.
    pub sections: fn(&Page, &Context<Page>, &State) -> Html,
    /// A figure by its id; nothing where the state has none of it.
    pub figure: fn(&str, Language, &State, &Callback<Action>, &Look) -> Html,
    /// What a notice says first, and what it lists.
    pub notice: fn(Language, &Notice) -> (String, Vec<String>),
    /// What follows from what is done with a whole scenario.
    pub after: fn(&State, Further) -> State,
    /// What a story did.
    pub tale: fn(Language, &State, &Callback<Action>) -> Html,
    /// Two scenarios beside each other; whether this browser keeps what is kept, if it is
    /// of the site's solution.
    pub compare: fn(Language, &State, &Callback<Action>, Option<bool>) -> Html,
    /// A link as the query of an address.
    pub query: fn(&Link, &Solution) -> String,
    /// What this browser keeps, and keeping it: whether it did.
    pub recall: fn(&Solution) -> Vec<Kept>,
    pub store: fn(&Solution, &[Kept]) -> bool,
    /// The stage, and hearing its keys.
    pub stage: ShowStage,
    pub stage_keys: fn(&State, Callback<Cue>) -> EventListener,
    pub turned: fn(Stage, isize, Language, &State) -> Stage,
    pub stage_said: fn(Language, &State, Stage) -> String,
    pub full_screen: fn() -> bool,
    pub stay_awake: fn(),
    /// The scenario so much of the way from one to another.
    pub between: fn(&Scenario, &Scenario, &Solution, f64) -> Scenario,
    /// Keys that work anywhere on the page.
    pub keys: fn(Callback<Action>) -> EventListener,
    /// The host page, where there is one.
    pub host: fn(Language, Callback<Heard>) -> Box<dyn Host>,
    /// The query of an address that has these wishes in the place of what the state says.
    pub query_with: fn(&State, &Others, &[Pair]) -> String,
    /// The way from a part of the page to the whole of it.
    pub whole: fn(Language, &State, Part, &Others) -> Html,
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
    /// What it is compared with.
    pub other: Option<&'a Scenario>,
}

/// How much is to be found out.
#[derive(Clone, Copy)]
pub enum Effort {
    /// So many draws, and what must follow a slider.
    Follow(usize),
    /// Everything, from so many draws.
    Settle(usize),
    /// The same, but in pieces: by [`Prospect::refine`].
    SettleLater(usize),
}

static REST: Rest = Rest {
    arrivals: Arrivals::new,
    below: table::below,
    take: takeaway::take,
    address: share::address,
    paper: paper::listen,
    sections: Page::further_sections,
    figure: further_figure,
    notice: notice::in_words,
    after: further::after,
    tale: tale::tale,
    compare: compare::compare,
    query: Link::write,
    recall: storage::recall,
    store: storage::store,
    stage: stage::stage,
    stage_keys: stage::listen,
    turned: Stage::turned,
    stage_said: stage::said,
    full_screen: stage::toggle_full_screen,
    stay_awake: stage::stay_awake,
    between: Scenario::towards,
    keys: keys::listen,
    host: embed::host,
    query_with: embed::query_with,
    whole: embed::whole,
    prospect: || Box::new(Outlooks::default()),
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
    /// Begins anew, and finds out what is asked; nothing yet where that is to be done in pieces.
    fn find_out(&mut self, question: &Question) -> Option<Found>;

    /// Goes on, with more draws where all has been found out from those that there are, until time is up. Gives what was
    /// found when it is all done.
    fn refine(&mut self, time_is_up: &dyn Fn() -> bool) -> Option<Found>;
}

/// The scenario being changed, and the one that it is compared with.
#[derive(Default)]
struct Outlooks {
    own: Option<Outlook>,
    other: Option<(Scenario, Outlook)>,
}

impl Prospect for Outlooks {
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
        if let Some(outlook) = &mut self.own {
            outlook.restart(solution, scenario, &series).ok()?;
        } else {
            self.own = Outlook::new(solution, scenario, &series).ok();
        }
        self.look_at_other(question);
        let outlook = self.own.as_mut()?;
        let found = match question.effort {
            Effort::Follow(draws) => outlook.follow(draws),
            Effort::Settle(draws) => outlook.settle(draws),
            Effort::SettleLater(draws) => {
                outlook.settle_later(draws);
                return None;
            }
        };
        Some(self.with_differences(found))
    }

    fn refine(&mut self, time_is_up: &dyn Fn() -> bool) -> Option<Found> {
        let found = self.own.as_mut()?.refine(time_is_up)?;
        Some(self.with_differences(found))
    }
}

impl Outlooks {
    /// Makes the draws of the scenario that is compared with, once.
    fn look_at_other(&mut self, question: &Question) {
        let known = self.other.as_ref().map(|(known, _)| known);
        if known == question.other {
            return;
        }
        self.other = question.other.and_then(|other| {
            let mut outlook = Outlook::new(question.solution, other, &[]).ok()?;
            outlook.follow(FIRST_DRAWS);
            Some((other.clone(), outlook))
        });
    }

    fn with_differences(&self, mut found: Found) -> Found {
        if let (Some(own), Some((_, other))) = (&self.own, &self.other) {
            found.differences = own.differences(other);
        }
        found
    }
}
