//! The yearly results as named columns: what JSON and CSV have in common.

use crate::model::{Kind, Lanes, Results};
use crate::solution::Solution;

/// The name of the first column, which holds the calendar year.
pub const YEAR: &str = "year";

/// The columns that every solution has, after the year.
const FIXED: [&str; 9] = [
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
    let e = &results.evaluation;
    let fixed = [
        &e.installed,
        &e.new,
        &e.in_service,
        &e.in_use,
        &e.benefits,
        &e.costs,
        &e.net,
        &e.discount_factor,
        &e.person_years,
    ];
    let streams = solution.plan.benefits.iter().enumerate();
    let streams = streams.map(|(place, stream)| match stream.kind {
        Kind::Count => &e.quantities[place],
        _ => &e.values[place],
    });
    let keys = FIXED.map(str::to_owned).into_iter();
    keys.chain(own_keys(solution))
        .zip(fixed.into_iter().chain(streams).chain(&e.lines))
        .map(|(key, series)| Column {
            key,
            values: series[..e.years].iter().map(plain).collect(),
        })
        .collect()
}

/// The first lane. Zero has no sign: nobody is to wonder what a residual value of minus zero is.
fn plain(lanes: &Lanes<1>) -> f64 {
    lanes.0[0] + 0.0
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
