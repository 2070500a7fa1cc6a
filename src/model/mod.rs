//! The model: a social cost-benefit analysis of rolling a solution out, year by year. Pure numbers.
//!
//! Models: rollout (Bass 1969), adoption, benefits, costs and the appraisal of the Norwegian Ministry of
//! Finance's circular R-109. Leaves out: uncertainty (a room of its own), files, language, drawing.
//! `model.md` beside this file says in words and formulas what the code does.
//!
//! Data goes one way, a file a step: `plan` (what is calculated) and `check` (what figures are legal) →
//! `rollout` → `adoption` → `benefits` and `costs` → `appraisal` → `headlines` → `results`.
//! Every step is written once, for some scenarios side by side (`lanes`): the page's headline and what it is compared
//! with, or draws of a distribution.

mod adoption;
mod appraisal;
mod benefits;
mod check;
mod costs;
mod evaluation;
mod headlines;
mod lanes;
mod plain;
mod plan;
mod results;
mod rollout;

pub use check::{Domain, Error};
pub use costs::Part;
pub use evaluation::Evaluation;
pub use headlines::FullEffect;
pub use lanes::{Lanes, WIDTH, exp_of, exp2, ln_of, log2, log2_of};
pub(crate) use lanes::{
    WHOLE, each_single, exp2_each, from_memory, greater, lane, log2_each, smaller,
};
pub use plain::Plain;
pub use plan::{ActorIndex, Cost, Kind, ParameterIndex, Plan, Roles, Stream, Timing};
pub use results::{AnnualSaving, ByActor, Irr, IrrAbsence, Results};
pub use rollout::{Curve, half_time, imitation_for_half_time};
