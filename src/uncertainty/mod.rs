//! Uncertainty: what is not known for sure, and what that does to every figure (model.md, section 6). Calls the
//! model, nothing else.

mod bands;
mod case;
mod draws;
mod learning;
mod metalog;
mod run;
mod series;
mod threshold;
mod tornado;

pub use bands::{Band, Histogram};
pub use case::{Case, Error};
pub use draws::{Dimension, MOST_DRAWS};
pub use learning::{Explained, value_of_knowing_all};
pub use metalog::{Distribution, Figure, Metalog, TripletError};
pub use run::Simulation;
pub use series::{Headline, Series};
pub use threshold::{Threshold, threshold};
pub use tornado::{Swing, tornado};
