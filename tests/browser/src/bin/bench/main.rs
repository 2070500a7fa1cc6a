//! Measures the finished site, and fails if a budget is broken. `cargo xtask bench` builds and serves it for us.

mod embed;
mod first_load;
mod lighthouse;
mod model;
mod slider;
mod table;

use std::process::ExitCode;

use table::Row;

fn main() -> ExitCode {
    let mut rows = Vec::from(first_load::measure());
    rows.extend(lighthouse::measure());
    rows.extend(embed::measure());
    rows.extend(slider::measure());
    rows.extend(model::measure());
    table::print(&rows);
    match rows.iter().all(Row::within_budget) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
