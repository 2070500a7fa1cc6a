//! What a solution file says: the solution, its parameters with their ranges and sources, its benefits, its
//! costs, and what others have claimed about it.
//!
//! `read` walks a file and makes a [`Solution`] of it: `about` reads what it says in words, `parameters` merges its
//! parameters with `common.json`, the defaults that all files share, `lines` reads benefits and costs, and `units`
//! sees that what is multiplied fits. `json` knows where in the file the walk is, and `problems` is what can be
//! wrong. `packed` is what a page gets of it: read and checked already. Knows nothing of what a visitor chose.

mod about;
mod json;
mod lines;
mod packed;
mod parameters;
mod problems;
mod read;
#[cfg(feature = "cli")]
pub mod schema;
mod text;
mod units;

use crate::model::{Curve, Part, Plan};
use crate::uncertainty::Distribution;
use borsh::{BorshDeserialize, BorshSerialize};
pub use packed::{pack, unpack};
pub use problems::{Expected, Problem, Problems};
pub use read::{COMMON, LONGEST, read, read_beside};
pub use text::{Language, Text};
pub use units::{is_percent, is_share};

/// A solution, checked: every name in it leads somewhere, every figure is legal.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Solution {
    /// Letters, digits and hyphens: the solution's place in an address.
    pub id: String,
    pub name: Text,
    /// One sentence.
    pub summary: Text,
    /// Who bought it first.
    pub buyer: Option<Text>,
    pub supplier: Option<Text>,
    /// What the solution is counted in.
    pub unit: UnitWords,
    /// Words for the other units that the file uses, by their formal name.
    pub units: Vec<(String, UnitWords)>,
    /// The year whose prices all amounts are in.
    pub price_year: i32,
    /// What is calculated. Its parameters are in the order of `parameters`.
    pub plan: Plan,
    /// The shape of the rollout unless a visitor chooses another.
    pub curve: Curve,
    /// How many units were in place at the ends of past years.
    pub observed: Option<Path>,
    /// NOK per tonne CO2e, where emissions are priced.
    pub carbon_price: Option<Path>,
    pub parameters: Vec<Parameter>,
    /// In the order of the plan's benefits.
    pub benefits: Vec<Benefit>,
    /// In the order of the plan's costs.
    pub costs: Vec<Named>,
    /// In the order of the plan's actors.
    pub actors: Vec<Named>,
    pub sources: Vec<Source>,
    pub claims: Vec<Claim>,
}

/// What one, and what many, of a unit are called.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct UnitWords {
    pub one: Text,
    pub many: Text,
}

/// Where a figure comes from.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub address: String,
    pub year: i32,
}

/// Figures by calendar year, in rising years.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Path {
    pub points: Vec<(i32, f64)>,
    /// Place in [`Solution::sources`].
    pub source: usize,
    pub note: Option<Text>,
}

/// Which controls a parameter belongs with.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Rollout,
    Adoption,
    Cost,
    Benefit,
    Standard,
}

/// How sure a figure is.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Read in the named source.
    Published,
    /// Arithmetic on published figures.
    Derived,
    /// Everything else.
    Assumption,
}

/// Something in a file that has an id and a text.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Named {
    pub id: String,
    pub label: Text,
}

/// A benefit stream's name and the unit of its quantity.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Benefit {
    pub id: String,
    pub label: Text,
    /// Formal unit: `h`, `NOK`, `t`, `QALY`, or what a count counts.
    pub unit: String,
    /// The number that converts the factors' units, with its own unit, as the file writes it: `1/60 h/min`.
    pub scale: Option<String>,
}

/// A parameter: three figures, what they mean and where they come from.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Parameter {
    pub id: String,
    /// A question in plain words.
    pub label: Text,
    /// What it means, with the field's term.
    pub help: Option<Text>,
    /// Formal unit: `NOK/bed/year`; `1` is a share.
    pub unit: String,
    pub group: Group,
    /// Whether its control is always in sight.
    pub featured: bool,
    pub likely: f64,
    /// P10 and P90; none where the figure is a choice or certain.
    pub range: Option<[f64; 2]>,
    /// The distribution that the range and the likely figure make.
    pub belief: Option<Distribution>,
    /// What a visitor may choose, both ends included.
    pub bounds: [f64; 2],
    /// Between the values of a slider.
    pub step: f64,
    pub basis: Basis,
    /// Place in [`Solution::sources`].
    pub source: Option<usize>,
    pub note: Option<Text>,
}

/// What somebody has published about the solution.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Claim {
    /// Goes on from "It is claimed that the solution …".
    pub text: Text,
    /// NOK a year at full effect.
    pub annual_saving: Option<f64>,
    /// Person-years a year at full effect.
    pub person_years: Option<f64>,
    /// Place in [`Solution::sources`].
    pub source: usize,
    pub caveat: Option<Text>,
}

/// Whether a file of this name in a folder of solutions is one: not the schema that lies beside them.
pub fn is_solution_file(name: &str) -> bool {
    name.ends_with(".json") && !name.ends_with(".schema.json")
}

impl Solution {
    /// The place of a parameter.
    pub fn parameter(&self, id: &str) -> Option<usize> {
        self.plan.parameters.iter().position(|known| known == id)
    }

    /// The first claim that says a yearly saving at full effect, before costs (NOK); none where nothing is claimed.
    pub fn claimed_saving(&self) -> Option<f64> {
        self.claims.iter().find_map(|claim| claim.annual_saving)
    }

    /// The id of every cost line, in the order of the model's lines.
    pub fn cost_line_ids(&self) -> Vec<String> {
        self.plan
            .line_parts()
            .map(|(cost, part)| {
                let id = &self.costs[cost].id;
                match part {
                    Part::First => id.clone(),
                    Part::Replacement => format!("{id}_replacement"),
                    Part::Residual => format!("{id}_residual"),
                }
            })
            .collect()
    }

    /// The words for a formal unit such as `bed`, if it is one of the file's own.
    pub fn unit_words(&self, unit: &str) -> Option<&UnitWords> {
        if self.parameters[self.plan.roles.potential].unit == unit {
            return Some(&self.unit);
        }
        let own = self.units.iter().find(|(name, _)| name == unit);
        own.map(|(_, words)| words)
    }
}
