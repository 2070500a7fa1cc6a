//! The uncertainty engine: distributions, draws, bands, sensitivity, the value of learning and thresholds.

mod draws;
mod metalog;
