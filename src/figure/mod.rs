//! What each figure shows: the series, a title that says the message, the value read-out, and the same data
//! as a table. Made from the model's results and a language; drawn by the chart room, shown by the app.
//!
//! A file each: `flows` (over time), `person_years`, `rollout`, `actors`; `certainty`, `importance` and `conditions` say
//! how sure all that is, and `band` has what they share. `comparison` puts two scenarios beside each other.

mod actors;
mod band;
mod certainty;
mod comparison;
mod conditions;
mod flows;
mod headlines;
mod importance;
mod person_years;
mod rollout;

use crate::chart::{Axis, Bars, Drawing, HistogramChart, LineChart, Size};
use crate::model::Results;
use crate::scenario::{Compared, Found, Scenario};
use crate::solution::{Language, Solution};
use crate::text::{FurtherTexts, SPACE, Texts};
pub use actors::actors;
pub use band::series_of;
pub use certainty::certainty;
pub use comparison::{headlines_beside, moved_table};
pub use conditions::{Conditions, conditions};
pub use flows::{Flow, View, flows};
pub use headlines::{Headline, Headlines, headlines, more_results};
pub use importance::{importance, importance_of, importance_rows};
pub use person_years::{frees_time, person_years};
pub use rollout::rollout;

/// What figures are made from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub language: Language,
    pub solution: &'a Solution,
    pub scenario: &'a Scenario,
    pub results: &'a Results,
    /// What is known of how sure the figures are, if anything.
    pub found: Option<&'a Found>,
    /// The scenario that is compared with, if there is one.
    pub compared: Option<&'a Compared>,
}

/// The ids of all figures, in the page's order.
pub const FIGURES: [&str; 6] = [
    "flows",
    "certainty",
    "importance",
    "person-years",
    "rollout",
    "actors",
];

/// The ids of the figures that there are of this solution, in the page's order.
pub fn figures_of(context: Context) -> impl Iterator<Item = &'static str> {
    let frees_time = frees_time(context);
    let has = move |id: &&str| *id != "person-years" || frees_time;
    FIGURES.into_iter().filter(has)
}

/// A figure by its id; none where it is not known yet, or where there is none of this id.
pub fn figure(id: &str, context: Context, view: View, flow: Flow) -> Option<Figure> {
    match id {
        "flows" => Some(flows(context, view, flow)),
        "certainty" => certainty(context),
        "importance" => importance(context),
        "person-years" => Some(person_years(context)),
        "rollout" => Some(rollout(context)),
        "actors" => Some(actors(context)),
        _ => None,
    }
}

/// A figure, ready to be drawn and read.
pub struct Figure {
    /// Part of ids and file names.
    pub id: &'static str,
    /// What there is to see.
    pub title: String,
    /// What is drawn, in which unit.
    pub subtitle: String,
    pub picture: Box<dyn Picture>,
    /// What can be read off at each place along the figure.
    pub readouts: Vec<String>,
    pub table: Table,
    /// What must be known about it, if anything.
    pub note: Option<String>,
}

impl Figure {
    /// Draws the picture at its height for a width, with the place at `marker` picked out.
    pub fn draw(&self, language: Language, width: u32, marker: Option<usize>) -> Drawing {
        let height = self.picture.height(width);
        self.picture.draw(language, Size { width, height }, marker)
    }
}

/// What is drawn.
pub trait Picture {
    /// The axis that it is drawn on, if it is one that must not jump.
    fn axis(&mut self) -> Option<&mut Axis>;

    /// The height in CSS pixels that suits a width.
    fn height(&self, width: u32) -> u32;

    /// Draws it, with the place at `marker` picked out.
    fn draw(&self, language: Language, size: Size, marker: Option<usize>) -> Drawing;

    /// How many places there are along it: more than can be read off where something longer is compared with.
    fn places(&self) -> usize {
        0
    }

    /// The share of the height that is above the rows, where there are rows.
    fn head_share(&self, _width: u32) -> Option<f64> {
        None
    }
}

/// Lines over years.
pub struct Lines {
    pub chart: LineChart,
    pub scale: TickScale,
}

/// How an axis' numbers are written: the unit stands on the topmost only.
#[derive(Clone, Debug, PartialEq)]
pub enum TickScale {
    Money,
    /// With the name of what is counted.
    Count(String),
}

/// The data of a figure in text: the first column names the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl<'a> Context<'a> {
    pub fn further(&self) -> &'static FurtherTexts {
        self.language.further()
    }

    pub fn texts(&self) -> &'static Texts {
        self.language.texts()
    }

    /// Calendar year of a place in the series.
    pub fn year(&self, index: usize) -> String {
        (self.solution.plan.first_year + index as i32).to_string()
    }

    pub fn last_year(&self) -> String {
        self.year(self.results.evaluation.years - 1)
    }

    /// A number of units with their name: `9 228 sengeplasser`.
    pub fn units(&self, count: f64) -> String {
        let words = &self.solution.unit;
        let text = self.texts().numbers.number(count, 0);
        let name = if text == "1" { &words.one } else { &words.many };
        format!("{text} {}", name.get(self.language))
    }

    /// Person-years with their name: `148 årsverk`.
    pub fn person_years(&self, count: f64) -> String {
        let word = (self.texts().unit)("person_year").map_or("", |(_, many)| many);
        format!("{}{SPACE}{word}", self.texts().numbers.rounded(count))
    }
}

impl Context<'_> {
    /// Emissions with their name: `125 000 tonn CO₂`.
    pub fn emissions(&self, tonnes: f64) -> String {
        let word = (self.texts().unit)("t").map_or("", |(_, many)| many);
        format!("{}{SPACE}{word}", self.texts().numbers.rounded(tonnes))
    }
}

impl Picture for Lines {
    fn axis(&mut self) -> Option<&mut Axis> {
        Some(&mut self.chart.axis)
    }

    fn height(&self, width: u32) -> u32 {
        (width * 9 / 16).clamp(230, 420)
    }

    fn draw(&self, language: Language, size: Size, marker: Option<usize>) -> Drawing {
        let Self { chart, scale } = self;
        let tick = |value| scale.tick(language, &chart.axis, value);
        chart.draw(size, marker, &tick)
    }

    fn places(&self) -> usize {
        self.chart.years()
    }
}

impl Picture for Bars {
    fn axis(&mut self) -> Option<&mut Axis> {
        Some(&mut self.axis)
    }

    fn height(&self, width: u32) -> u32 {
        Bars::height(self, width)
    }

    fn draw(&self, _: Language, size: Size, _: Option<usize>) -> Drawing {
        Bars::draw(self, size)
    }

    fn head_share(&self, width: u32) -> Option<f64> {
        Some(Bars::head_share(self, width))
    }
}

impl Picture for HistogramChart {
    fn axis(&mut self) -> Option<&mut Axis> {
        None
    }

    fn height(&self, width: u32) -> u32 {
        (width * 6 / 16).clamp(170, 260)
    }

    fn draw(&self, language: Language, size: Size, _: Option<usize>) -> Drawing {
        let tick = |value| language.texts().numbers.money(value);
        HistogramChart::draw(self, size, &tick)
    }
}

impl TickScale {
    /// An axis number: in the unit that suits the axis, named at its top.
    fn tick(&self, language: Language, axis: &Axis, value: f64) -> String {
        let numbers = &language.texts().numbers;
        let (unit, word) = match self {
            TickScale::Money => numbers.money_unit(axis.max().max(-axis.min())),
            TickScale::Count(name) => (1.0, name.as_str()),
        };
        let number = numbers.trimmed(value / unit, 2);
        let topmost = value > axis.max() - axis.step() * 0.5;
        if topmost {
            format!("{number} {word}")
        } else {
            number
        }
    }
}

/// The figures of the yearly table are in millions.
fn millions(language: Language, kroner: f64) -> String {
    language.texts().numbers.number(kroner / 1e6, 1)
}

/// The columns of a table in millions; the first names the rows.
fn in_millions(texts: &Texts, rows: &str, labels: [&str; 3]) -> Vec<String> {
    let label = |label| format!("{label} ({})", texts.millions_kroner);
    let names = std::iter::once(rows.to_owned());
    names.chain(labels.map(label)).collect()
}

/// A figure with its span behind it, if there is one.
fn with_span(said: String, span: &str) -> String {
    if span.is_empty() {
        return said;
    }
    format!("{said} ({span})")
}

/// The first place from which all values are at or above zero.
fn stays_above_zero(values: &[f64]) -> Option<usize> {
    let below = values.iter().rposition(|&value| value < 0.0);
    let first = below.map_or(0, |place| place + 1);
    (first < values.len()).then_some(first)
}
