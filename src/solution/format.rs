//! A solution file as it is written (JSON). Field by field what the README's guide for editors says.

use super::text::Text;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the file format that this simulator reads.
pub const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SolutionFile {
    pub format: u32,
    pub id: String,
    pub name: Text,
    pub summary: Text,
    pub buyer: Option<Text>,
    pub supplier: Option<Text>,
    pub unit: UnitWords,
    #[serde(default)]
    pub units: Ordered<UnitWords>,
    pub first_year: i32,
    pub price_year: i32,
    pub actors: Vec<ActorEntry>,
    pub sources: Vec<Source>,
    #[serde(default)]
    pub claims: Vec<ClaimEntry>,
    pub rollout: RolloutEntry,
    pub parameters: Ordered<ParameterEntry>,
    pub benefits: Vec<BenefitEntry>,
    #[serde(default)]
    pub carbon_price: Option<CarbonPriceEntry>,
    pub costs: Vec<CostEntry>,
}

/// What all solution files share: `common.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonFile {
    pub sources: Vec<Source>,
    pub parameters: Ordered<ParameterEntry>,
}

/// A JSON object whose order counts and whose names may wrongly repeat.
pub struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Ordered<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(Entries(std::marker::PhantomData))
    }
}

/// What one, and what many, of a unit are called.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    pub one: Text,
    pub many: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorEntry {
    pub id: String,
    pub name: Text,
    pub public: bool,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub address: String,
    pub year: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimEntry {
    pub text: Text,
    pub annual_saving: Option<f64>,
    pub person_years: Option<f64>,
    pub source: String,
    pub caveat: Option<Text>,
}

#[derive(Deserialize)]
#[serde(tag = "curve", rename_all = "snake_case", deny_unknown_fields)]
pub enum RolloutEntry {
    Bass,
    Linear,
    Drawn { points: Vec<f64> },
}

/// A parameter in a file. Of a common one only what differs need be said.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterEntry {
    pub label: Option<Text>,
    pub help: Option<Text>,
    pub unit: Option<String>,
    pub group: Option<Group>,
    pub featured: Option<bool>,
    pub likely: Option<f64>,
    pub range: Option<[f64; 2]>,
    pub bounds: Option<[f64; 2]>,
    pub step: Option<f64>,
    pub basis: Option<Basis>,
    pub source: Option<String>,
    pub note: Option<Text>,
}

/// Which controls a parameter belongs with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Rollout,
    Adoption,
    Cost,
    Benefit,
    Standard,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Read in the named source.
    Published,
    /// Arithmetic on published figures.
    Derived,
    /// Everything else.
    Assumption,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitEntry {
    pub id: String,
    pub label: Text,
    pub kind: KindEntry,
    /// Of a count: what is counted.
    pub unit: Option<String>,
    pub scale: Option<String>,
    pub factors: Vec<String>,
    pub price: Option<String>,
    pub cash_share: Option<String>,
    pub gains: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindEntry {
    Time,
    Money,
    Emissions,
    Health,
    Count,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarbonPriceEntry {
    /// Calendar year and NOK per tonne CO2e, rising years.
    pub points: Vec<(i32, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostEntry {
    pub id: String,
    pub label: Text,
    pub timing: TimingEntry,
    pub amount: String,
    pub year: Option<usize>,
    pub buyers: Option<String>,
    pub reused: Option<String>,
    pub learning_rate: Option<String>,
    pub life: Option<String>,
    pub pays: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimingEntry {
    Once,
    PerBuyer,
    PerNewUnit,
    PerUnitYear,
    PerUnitInUseYear,
}
