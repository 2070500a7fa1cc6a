//! The shape of a solution file as a JSON Schema, so that an editor's program completes and explains its fields.
//! Only what a file may look like; what its names and figures must be to each other is for [`super::read`] to say.

// The fields are there for their names, types and descriptions.
#![allow(dead_code)]

use schemars::{JsonSchema, Schema, schema_for};
use std::collections::BTreeMap;

/// The schema of a solution file.
pub fn schema() -> Schema {
    schema_for!(File)
}

/// A solution, as the gevinstsimulator reads it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct File {
    /// The address of this schema.
    #[schemars(rename = "$schema")]
    schema: Option<String>,
    /// The version of the file format: 1.
    format: u32,
    /// The solution's place in addresses, and the file's name: letters from a to z, digits, hyphens, underscores.
    #[schemars(regex(pattern = "^[A-Za-z0-9_-]+$"))]
    id: String,
    /// What it is called, as a heading.
    name: Text,
    /// One sentence: what it does, and for whom.
    summary: Text,
    /// Who bought it first.
    buyer: Option<Text>,
    /// Who makes it.
    supplier: Option<Text>,
    /// What one, and what many, of the things are called that the solution is counted in.
    unit: UnitWords,
    /// Words for the other units that the file uses, by their formal names.
    units: Option<BTreeMap<String, UnitWords>>,
    /// Calendar year of the decision: the first year that is calculated.
    #[schemars(range(min = 1900, max = 2200))]
    first_year: i32,
    /// The year whose prices all amounts are in.
    #[schemars(range(min = 1900, max = 2200))]
    price_year: i32,
    /// Who pays and who gains.
    actors: Vec<Actor>,
    /// Where figures come from. The sources of the common parameters need not be repeated.
    sources: Vec<Source>,
    /// What others have published about the solution.
    claims: Option<Vec<Claim>>,
    /// How the solution spreads.
    rollout: Rollout,
    /// Figures by their ids: the solution's own, and what differs from the common ones. An id has small letters from a to
    /// z, digits and underscores, begins with a letter but not with "on", and is no name that addresses or pages have.
    #[schemars(extend("propertyNames" = { "pattern": "^(?!on)[a-z][a-z0-9_]*$" }))]
    parameters: BTreeMap<String, Parameter>,
    /// What the solution gives.
    benefits: Vec<Benefit>,
    /// NOK per tonne CO2e by calendar year, where it differs from the common path.
    carbon_price: Option<Path>,
    /// What the solution costs.
    costs: Vec<Cost>,
}

/// A text in one language at least, which stands in for the others.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1))]
struct Text {
    /// Bokmål.
    nb: Option<String>,
    /// Nynorsk.
    nn: Option<String>,
    /// English.
    en: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct UnitWords {
    /// Singular: sengeplass.
    one: Text,
    /// Plural: sengeplasser.
    many: Text,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Actor {
    id: String,
    name: Text,
    /// Whether its money is the public budget's.
    public: bool,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Source {
    id: String,
    title: String,
    publisher: String,
    #[schemars(regex(pattern = "^https?://"))]
    address: String,
    #[schemars(range(min = 1900, max = 2200))]
    year: i32,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Claim {
    /// Goes on from «Det er hevdet at løsningen …».
    text: Text,
    /// NOK a year at full effect.
    annual_saving: Option<f64>,
    /// Freed person-years a year at full effect.
    person_years: Option<f64>,
    /// The id of a source.
    source: String,
    /// What a reader should know before believing it.
    caveat: Option<Text>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Rollout {
    /// The curve that holds unless a visitor chooses another.
    curve: Curve,
    /// For a drawn curve: the share that is rolled out at the end of each year, never falling.
    points: Option<Vec<f64>>,
    /// How many units were in place at the ends of past years.
    observed: Option<Path>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Curve {
    /// An S-curve: slow, then faster, then slow (Bass 1969).
    Bass,
    /// As many each year, over `rollout_years`.
    Linear,
    /// As `points` say.
    Drawn,
}

/// Figures by calendar year, and where they are from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Path {
    /// Pairs of year and figure, in rising years.
    #[schemars(length(min = 1))]
    points: Vec<(i32, f64)>,
    /// The id of a source.
    source: String,
    note: Option<Text>,
}

/// A figure with its range and where it comes from. For one of the common parameters only what differs.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Parameter {
    /// A question in plain words.
    label: Option<Text>,
    /// What it means, with the field's term.
    help: Option<Text>,
    /// Formal unit: NOK/bed/year; 1 is a share.
    unit: Option<String>,
    /// The group of controls that it stands in.
    group: Option<Group>,
    /// Whether its control is always in sight.
    featured: Option<bool>,
    /// The figure that holds unless a visitor moves it.
    likely: Option<f64>,
    /// P10 and P90: in one of ten cases lower than the first, in one of ten higher than the second. Left out where
    /// the figure is a choice, or certain.
    range: Option<(f64, f64)>,
    /// The lowest and the highest that a visitor can choose; outside of the range.
    bounds: Option<(f64, f64)>,
    /// Between the values of the slider.
    #[schemars(range(min = 0.0))]
    step: Option<f64>,
    /// How sure it is.
    basis: Option<Basis>,
    /// The id of a source. A published figure must have one.
    source: Option<String>,
    /// How the figure came about.
    note: Option<Text>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Group {
    /// How far and how fast.
    Rollout,
    /// How much it is used, and what that does.
    Adoption,
    /// What it costs.
    Cost,
    /// What lies behind the benefits; shown under all assumptions.
    Benefit,
    /// What all analyses share; shown under all assumptions.
    Standard,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Basis {
    /// Read in the named source.
    Published,
    /// Arithmetic on published figures.
    Derived,
    /// Everything else.
    Assumption,
}

/// A benefit: the product of its factors is what one unit in full use gives in a year.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Benefit {
    id: String,
    label: Text,
    kind: Kind,
    /// For a count: what is counted.
    unit: Option<String>,
    /// A number or a fraction, then its unit: 1/60 h/min.
    scale: Option<String>,
    /// Ids of parameters.
    #[schemars(length(max = 10))]
    factors: Vec<String>,
    /// For time and health: the parameter with the price.
    price: Option<String>,
    /// For time, and for money if not all of it: the parameter with the share that becomes a lower budget.
    cash_share: Option<String>,
    /// The actor that gains.
    gains: String,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Kind {
    /// Hours of work.
    Time,
    /// Kroner.
    Money,
    /// Tonnes CO2e, at the carbon price.
    Emissions,
    /// Quality-adjusted life years.
    Health,
    /// Anything else that is counted: shown, never priced.
    Count,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Cost {
    id: String,
    label: Text,
    timing: Timing,
    /// The parameter with the amount.
    amount: String,
    /// For a cost that falls once: in which year after the first (0 is the first).
    #[schemars(range(min = 0, max = 99))]
    year: Option<u32>,
    /// For a cost per buyer: the parameter with their number.
    buyers: Option<String>,
    /// For a cost per buyer: the parameter with the share that only the first pays.
    reused: Option<String>,
    /// For a cost per new unit: the parameter with the fall in price at each doubling.
    learning_rate: Option<String>,
    /// For a cost per new unit: the parameter with the years until it is bought again.
    life: Option<String>,
    /// The actor that pays.
    pays: String,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Timing {
    /// Once, in a year.
    Once,
    /// For each buyer when it joins.
    PerBuyer,
    /// For each new unit.
    PerNewUnit,
    /// For each unit in place and year.
    PerUnitYear,
    /// For each unit in use and year.
    PerUnitInUseYear,
}
