//! The yearly table as comma-separated values (RFC 4180): a header, then a line a year.

use super::yearly::{self, YEAR};
use crate::model::Results;
use crate::scenario::Found;
use crate::solution::Solution;

/// The table; what was found of draws comes last. Numbers are unrounded, with a point and without an exponent.
pub fn years(solution: &Solution, results: &Results, found: Option<&Found>) -> String {
    let mut columns = yearly::columns(solution, results);
    columns.extend(found.into_iter().flat_map(yearly::band_columns));
    let header = columns.iter().map(|column| field(&column.key));
    let mut text = line(YEAR.to_owned(), header);
    for place in 0..results.evaluation.years {
        let year = solution.plan.first_year + place as i32;
        let values = columns
            .iter()
            .map(|column| column.values[place].to_string());
        text += &line(year.to_string(), values);
    }
    text
}

fn line(first: String, rest: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = std::iter::once(first).chain(rest).collect();
    fields.join(",") + "\r\n"
}

/// A text as a field: in quotes where it would be taken apart.
fn field(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}
