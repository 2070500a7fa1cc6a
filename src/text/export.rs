//! What a language says in the files that a visitor takes along. Arguments are ready to read.

use crate::model::Curve;

/// Texts of tables, pictures and the brief.
pub struct ExportTexts {
    // The yearly table: names of columns that the page has no word for.
    pub new_units: &'static str,
    pub in_service: &'static str,
    pub discount_factor: &'static str,
    /// The name of a cost that is bought again, and of what is left of it at the end.
    pub replacement: fn(cost: &str) -> String,
    pub residual: fn(cost: &str) -> String,
    /// The unit of amounts.
    pub kroner_of: fn(price_year: &str) -> String,

    // What the figures rest on.
    pub made_with: fn(site: &str) -> String,
    pub sources: fn(list: &str) -> String,
    /// How many of how many assumptions are no more than that.
    pub assumed: fn(count: usize, all: usize) -> String,
    pub changed: fn(count: usize) -> String,

    // The brief.
    /// Price year, first and last year calculated.
    pub prices_and_years: fn(&str, &str, &str) -> String,
    pub how_sure: &'static str,
    /// A question, its answer now, and the limit for a net present value of zero.
    pub must_hold: fn(question: &str, now: &str, limit: &str) -> String,
    pub claimed: &'static str,
    /// What the model gives a year at full effect: money before costs, person-years.
    pub model_gives: fn(money: Option<&str>, person_years: Option<&str>) -> String,
    pub changes: &'static str,
    pub no_changes: &'static str,
    /// The name of a curve, as short as it can be.
    pub curve: fn(&Curve) -> &'static str,
    pub from_to: fn(from: &str, to: &str) -> String,
    pub taken_for_certain: &'static str,
    pub more_changes: fn(count: usize) -> String,
    pub grounds: &'static str,
    pub try_it: &'static str,
    pub code: &'static str,
}
