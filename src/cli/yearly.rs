//! The yearly results as named columns: what JSON and CSV have in common.

use crate::export::yearly;
use crate::model::Results;
use crate::scenario::Found;
use crate::solution::Solution;
use crate::uncertainty::{Band, Series};

/// The name of the first column, which holds the calendar year.
pub const YEAR: &str = "year";

/// The keys of [`yearly::FIXED`].
const FIXED: [&str; yearly::FIXED.len()] = [
    "installed",
    "new",
    "in_service",
    "in_use",
    "benefits",
    "costs",
    "net",
    "discount_factor",
    "person_years",
];

/// The series that have P10, P50 and P90 of the draws, in the order of their names' columns.
pub const BANDS: [(&str, Series); 7] = [
    ("installed", Series::Installed),
    ("in_use", Series::InUse),
    ("benefits", Series::Benefits),
    ("costs", Series::Costs),
    ("net", Series::Net),
    ("cumulated", Series::Cumulated),
    ("person_years", Series::PersonYears),
];

/// One of the three figures of a band.
pub type Part = fn(&Band) -> f64;

/// The figures of a band, with the end of their keys.
pub const PARTS: [(&str, Part); 3] = [
    ("p10", |band| band.p10),
    ("p50", |band| band.p50),
    ("p90", |band| band.p90),
];

/// A figure a year.
pub struct Column {
    pub key: String,
    /// From the solution's first year on.
    pub values: Vec<f64>,
}

/// All columns but the year: the fixed ones, then the streams by id (NOK; the quantity of one that only counts), then
/// the cost lines by id (NOK). An id that is a fixed column's name, or stands for more than one column, has `benefit_`
/// or `cost_` before it.
pub fn columns(solution: &Solution, results: &Results) -> Vec<Column> {
    let keys = FIXED.map(str::to_owned).into_iter();
    keys.chain(own_keys(solution))
        .zip(yearly::all(solution))
        .map(|(key, yearly)| Column {
            key,
            values: yearly.figures(solution, &results.evaluation),
        })
        .collect()
}

/// The columns that draws add: three a series, `costs_p10` and so on.
pub fn band_columns(found: &Found) -> Vec<Column> {
    let parts = BANDS
        .iter()
        .flat_map(|(_, series)| PARTS.map(|(_, part)| (*series, part)));
    std::iter::zip(band_keys(), parts)
        .filter_map(|(key, (series, part))| {
            let values = found.bands(series)?.iter().map(|band| part(band) + 0.0);
            Some(Column {
                key,
                values: values.collect(),
            })
        })
        .collect()
}

fn band_keys() -> impl Iterator<Item = String> {
    let keys = BANDS
        .iter()
        .flat_map(|(name, _)| PARTS.map(|(part, _)| (name, part)));
    keys.map(|(name, part)| format!("{name}_{part}"))
}

/// The keys of the solution's own columns: streams, then cost lines. All keys differ, whatever the ids are.
fn own_keys(solution: &Solution) -> Vec<String> {
    let streams = solution.benefits.iter().map(|benefit| benefit.id.clone());
    let own: Vec<(&str, String)> = streams
        .map(|id| ("benefit_", id))
        .chain(solution.cost_line_ids().into_iter().map(|id| ("cost_", id)))
        .collect();
    let mut taken: Vec<String> = std::iter::once(YEAR)
        .chain(FIXED)
        .map(str::to_owned)
        .chain(band_keys())
        .chain(own.iter().map(|(_, id)| id.clone()))
        .collect();
    let times = |taken: &[String], key: &str| taken.iter().filter(|other| *other == key).count();
    own.iter()
        .map(|(prefix, id)| {
            if times(&taken, id) == 1 {
                return id.clone();
            }
            let mut key = format!("{prefix}{id}");
            while times(&taken, &key) > 0 {
                key.insert_str(0, prefix);
            }
            taken.push(key.clone());
            key
        })
        .collect()
}
