//! `gevinst run`: all results of one scenario.

use super::args::{Format, RunArgs, ScenarioArgs};
use super::choice::{self, Chosen};
use super::error::Error;
use super::{csv, drawn, file, json, output, table, uncertainty};
use crate::figure::Context;
use crate::model::Results;
use crate::scenario::Found;
use crate::solution::{Language, Solution};
use std::process::ExitCode;

/// A solution, what was chosen for it and what comes of it.
pub struct Run {
    pub solution: Solution,
    pub chosen: Chosen,
    pub results: Results,
}

impl Run {
    /// Reads the solution, chooses and calculates.
    ///
    /// # Errors
    /// If the file cannot be read or is not right, or a choice is refused.
    pub fn new(args: &ScenarioArgs) -> Result<Self, Error> {
        let solution = file::read(&args.file)?;
        let chosen = choice::choose(&solution, args)?;
        let results = chosen.scenario.results(&solution)?;
        Ok(Self {
            solution,
            chosen,
            results,
        })
    }

    /// What figures and sentences are made from.
    pub fn context<'a>(&'a self, language: Language, found: &'a Found) -> Context<'a> {
        Context {
            language,
            solution: &self.solution,
            scenario: &self.chosen.scenario,
            results: &self.results,
            found: Some(found),
            compared: None,
        }
    }
}

/// Prints all results in the format that was asked for.
pub fn run(args: &RunArgs) -> Result<ExitCode, Error> {
    let Run {
        solution,
        chosen,
        results,
    } = &Run::new(&args.scenario)?;
    let drawn = drawn::draw(solution, &chosen.scenario, &args.draws)?;
    let text = match args.format {
        Format::Table => table::table(solution, chosen, results, drawn.as_ref()),
        Format::Csv => csv::years(solution, results, drawn.as_ref().map(|drawn| &drawn.found)),
        Format::Json => {
            let mut value = json::results(solution, &chosen.scenario, results, &chosen.set);
            if let Some(drawn) = &drawn {
                value["uncertainty"] = uncertainty::uncertainty(solution, drawn);
            }
            format!("{value:#}\n")
        }
    };
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
