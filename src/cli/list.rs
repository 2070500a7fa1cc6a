//! `gevinst list`: the solutions in a folder.

use super::args::ListArgs;
use super::error::Error;
use super::lines::{Align, lines};
use super::{LANGUAGE, file, output};
use crate::scenario::Scenario;
use std::path::Path;
use std::process::ExitCode;

/// Prints id, name and net present value of each solution as its file has it. Says which files are wrong, lists the
/// rest, and then fails.
pub fn list(args: &ListArgs) -> Result<ExitCode, Error> {
    let mut status = ExitCode::SUCCESS;
    let mut rows = vec![["ID", "Navn", LANGUAGE.texts().npv_term].map(str::to_owned)];
    for path in file::all_in(&args.folder)? {
        match row(&path) {
            Ok(row) => rows.push(row),
            Err(error) => {
                output::tell(&error);
                status = error.exit_code();
            }
        }
    }
    let rows: Vec<Vec<String>> = rows.into_iter().map(Vec::from).collect();
    output::print(lines(&rows, &[Align::Left, Align::Left, Align::Right]))?;
    Ok(status)
}

fn row(path: &Path) -> Result<[String; 3], Error> {
    let solution = file::read(path)?;
    let results = Scenario::new(&solution).results(&solution)?;
    let name = solution.name.get(LANGUAGE).to_owned();
    let npv = LANGUAGE.texts().numbers.money(results.npv);
    Ok([solution.id, name, npv])
}
