//! The command line for analysts: the same library without the page, for many runs, scripts and spreadsheets.
//!
//! `args` says what can be asked for, in the words of the help, and `usage` what is wrong with what was asked. A file
//! each for the commands: `check`, `run`, `list`, `brief`, `picture` and `workbook`. They read solutions with `file`, make a scenario of what was
//! asked for with `choice` (`refused` says why not), and write what comes of it as `json`, `csv` or `table`, through
//! `output`. `draws` says how often to draw, `drawn` what that gives, and `uncertainty` is its part of the JSON. `yearly`
//! names the columns that JSON and CSV share; `lines` sets a text table. `outlook` is how sure the files that are taken
//! along say it is.
//!
//! Results and findings go to standard output, errors to standard error. The exit status is 0 if all went well, 1 if a
//! file is wrong or cannot be read, 2 if the command is. Messages are in bokmål, names of ids, keys and options are
//! English. Native only: the page is built without this room.

mod args;
mod brief;
mod check;
mod choice;
pub mod csv;
mod drawn;
mod draws;
mod error;
mod file;
pub mod json;
mod lines;
mod list;
mod outlook;
mod output;
mod picture;
mod refused;
mod run;
mod table;
mod uncertainty;
mod usage;
mod workbook;
pub mod yearly;

use crate::solution::Language;
use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

/// The language of all that is said.
const LANGUAGE: Language = Language::Nb;

/// Does what the program was started for.
pub fn main() -> ExitCode {
    let command = match Args::try_parse() {
        Ok(args) => args.command,
        Err(error) => return usage::tell(&error),
    };
    let done = match command {
        Command::Check(args) => check::check(&args),
        Command::Run(args) => run::run(&args),
        Command::List(args) => list::list(&args),
        Command::Brief(args) => brief::brief(&args),
        Command::Picture(args) => picture::picture(&args),
        Command::Workbook(args) => workbook::workbook(&args),
    };
    done.unwrap_or_else(|error| {
        output::tell(&error);
        error.exit_code()
    })
}
