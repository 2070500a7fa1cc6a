//! `gevinst workbook`: a scenario as a workbook that calculates.

use super::args::ScenarioArgs;
use super::brief::FileArgs;
use super::error::Error;
use super::run::Run;
use super::{LANGUAGE, outlook, output};
use crate::export::workbook::workbook as written;
use crate::figure::{Flow, View};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub struct WorkbookArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[command(flatten)]
    pub file: FileArgs,
}

pub const EXAMPLES: &str = "\
Regnearket har forutsetninger med kilder, beregningen år for år og resultatene, alt med levende
formler: Endre en celle i Excel eller LibreOffice, og netto nåverdi følger etter.

Eksempler:
  gevinst workbook www/solutions/monitor.json --output monitor.xlsx
  gevinst workbook www/solutions/monitor.json --set reach=50% --output halve-landet.xlsx";

/// Writes the workbook.
pub fn workbook(args: &WorkbookArgs) -> Result<ExitCode, Error> {
    let run = Run::new(&args.scenario)?;
    if args.file.output.is_none() && stdout().is_terminal() {
        return Err(Error::NotForTerminal);
    }
    let found = outlook::found(&run, "flows", View::Social, Flow::Yearly)?;
    let workbook = written(run.context(LANGUAGE, &found), args.file.link.as_deref());
    output::write(args.file.output.as_deref(), &workbook)?;
    Ok(ExitCode::SUCCESS)
}
