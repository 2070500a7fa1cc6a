//! Uncertainty: what is not known for sure, and what that does to every figure. Calls the model, nothing else.

mod draws;
mod metalog;

pub use draws::{Dimension, MOST_DRAWS};
pub use metalog::{Distribution, Figure, Metalog, TripletError};
