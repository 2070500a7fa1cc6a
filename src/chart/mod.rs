//! The chart room: plain series in, a drawing as plain data out.
//!
//! It knows nothing of money, language, the model or the page: whoever calls it has put the words on the lines and
//! says how a number on an axis is written. What comes out is a [`Drawing`]: paths and texts with coordinates, that
//! become SVG, inside the page or as a file. The same input gives the same drawing on a
//! phone, on a server and in a test: nothing here asks a browser or a font how wide a text is.
//!
//! A chart's state comes first and is a type of its own: [`LineChart`], [`Bars`] and the [`Axis`] that grows but
//! never shrinks while a slider moves. `draw` then lays it out for a [`Size`]. Plotters does the coordinates and the
//! elements, and is named in this room only; `backend.rs` is the drawing backend that it draws on. Colours are
//! [`Ink`]s, names of CSS classes, so that a style sheet decides what a benefit looks like, in light and in dark.
//!
//! Titles and read-outs are not drawn: they are text on the page. In a file of its own a drawing is on a [`Sheet`], with
//! words above and below.

mod axis;
mod backend;
mod bars;
mod canvas;
mod drawing;
mod frame;
mod histogram;
mod ink;
mod labels;
mod line_chart;
mod measure;
mod place;
mod sheet;
mod svg;
mod years;

pub use axis::Axis;
pub use bars::{Bar, Bars, Row, Side};
pub use drawing::{Anchor, Bounds, Drawing, Paint, PlotArea, Shape, Size, UNITS_PER_PX, Weight};
pub use histogram::HistogramChart;
pub use ink::Ink;
pub use line_chart::{Dots, Event, Line, LineChart, Reference};
pub use sheet::{Caption, Sheet};
