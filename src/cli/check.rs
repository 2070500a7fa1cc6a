//! `gevinst check`: whether files are right.

use super::args::CheckArgs;
use super::error::Error;
use super::{file, output};
use std::process::ExitCode;

/// Prints what is wrong with each file, or that it is right. Fails if any is wrong or cannot be read.
pub fn check(args: &CheckArgs) -> Result<ExitCode, Error> {
    let mut status = ExitCode::SUCCESS;
    for path in &args.files {
        match file::read(path) {
            Ok(_) => output::print(format!("{}: ok\n", path.display()))?,
            Err(problems @ Error::Broken { .. }) => {
                output::print(format!("{problems}\n"))?;
                status = problems.exit_code();
            }
            Err(error) => {
                output::tell(&error);
                status = error.exit_code();
            }
        }
    }
    Ok(status)
}
