//! Uncertainty: what is not known for sure, and what that does to every figure. Calls the model, nothing else.
//!
//! Three figures, low–likely–high, make a distribution (`metalog`); a plan and what is believed of its figures are a
//! `case`; evenly spread points (`draws`) make thousands of scenarios of it, which a simulation (`run`) puts through the
//! model in slices. Out of what is kept of them (`series`) come P10, P50 and P90 (`bands`), and what each parameter
//! explains and what knowing it is worth (`learning`). Without draws, one parameter at a time: `tornado` and `threshold`.
//!
//! Leaves out that parameters may have to do with one another: all are drawn independently, but for the pilot, which is
//! cut off at the potential.

mod bands;
mod case;
mod draws;
mod learning;
mod metalog;
mod run;
mod series;
mod threshold;
mod tornado;

pub use bands::{Band, Histogram, chance_of_gain};
pub use case::{Case, Error};
pub use draws::{BATCH, Dimension, MOST_DRAWS, SEED};
pub use learning::{Explained, FEWEST_DRAWS, Learning, value_of_knowing_all};
pub use metalog::{Distribution, Figure, Metalog, TripletError};
pub use run::Simulation;
pub use series::{Headline, Series};
pub use threshold::{Threshold, threshold};
pub use tornado::{Swing, tornado};
