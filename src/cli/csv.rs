//! The yearly table as comma-separated values (RFC 4180): a header, then a line a year.

use super::yearly::{self, YEAR};
use crate::export::csv::Form;
use crate::model::Results;
use crate::scenario::Found;
use crate::solution::Solution;

/// The table; what was found of draws comes last. Numbers are unrounded, with a point and without an exponent.
pub fn years(solution: &Solution, results: &Results, found: Option<&Found>) -> String {
    let mut columns = yearly::columns(solution, results);
    columns.extend(found.into_iter().flat_map(yearly::band_columns));
    let (keys, values): (Vec<String>, Vec<Vec<f64>>) = columns
        .into_iter()
        .map(|column| (column.key, column.values))
        .unzip();
    let header: Vec<String> = std::iter::once(YEAR.to_owned()).chain(keys).collect();
    Form::INTERNATIONAL.table(&header, solution.plan.first_year, &values)
}
