//! Charts: plain series in, a drawing out. The only room that names plotters.
//!
//! A chart's state (`lines`, `bars`, with their `axis`) is plain data; `canvas` draws it with plotters on a
//! backend of our own (`backend`), which writes shapes instead of pixels. A drawing is the same on every
//! machine: it measures text by itself (`metrics`), and its colours are names that a style sheet fills in.
//! Titles, read-outs and tables stand outside of the drawing.

mod axis;
mod backend;
mod bars;
mod canvas;
mod drawing;
mod lines;
mod metrics;

pub use axis::Axis;
pub use bars::{BarRow, Bars};
pub use drawing::{Anchor, Drawing, Ink, Paint, PlotArea, Shape, Size};
pub use lines::{Line, LineChart, Reference};
