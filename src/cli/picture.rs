//! `gevinst picture`: a figure as a file.

use super::args::ScenarioArgs;
use super::brief::FileArgs;
use super::error::Error;
use super::run::Run;
use super::{LANGUAGE, outlook, output};
use crate::export::picture::picture as drawn;
use crate::figure::{FIGURES, Flow, View, figure};
use clap::ValueEnum;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub struct PictureArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(
        long,
        value_name = "FIGUR",
        value_parser = FIGURES,
        hide_possible_values = true,
        help = "flows: gevinst og kostnad over tid. certainty: hvor sikker gevinsten er. importance: hva som betyr mest. \
                person-years: årsverk. rollout: innføringen. actors: hvem som betaler, og hvem som får igjen"
    )]
    pub figure: String,
    #[arg(
        long,
        value_name = "KRONER",
        default_value = "social",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Hvem sine kroner flows viser. social: samfunnets (det du får uten dette valget). budget: de offentlige \
                budsjettenes"
    )]
    pub view: Whose,
    #[arg(
        long,
        value_name = "ÅR",
        default_value = "yearly",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Hvordan flows viser årene. yearly: år for år (det du får uten dette valget). cumulated: samlet"
    )]
    pub flow: Years,
    #[command(flatten)]
    pub file: FileArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Whose {
    Social,
    Budget,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Years {
    Yearly,
    Cumulated,
}

pub const EXAMPLES: &str = "\
Bildet er en SVG-fil med tittel, kilder og adresse, til trykk og presentasjoner.

Eksempler:
  gevinst picture www/solutions/monitor.json --figure rollout --output innforing.svg
  gevinst picture www/solutions/monitor.json --figure flows --flow cumulated --output samlet.svg";

/// Writes the picture.
pub fn picture(args: &PictureArgs) -> Result<ExitCode, Error> {
    let run = Run::new(&args.scenario)?;
    let view = match args.view {
        Whose::Social => View::Social,
        Whose::Budget => View::Budget,
    };
    let flow = match args.flow {
        Years::Yearly => Flow::Yearly,
        Years::Cumulated => Flow::Cumulated,
    };
    let id = args.figure.as_str();
    let found = outlook::found(&run, id, view, flow)?;
    let context = run.context(LANGUAGE, &found);
    let Some(figure) = figure(id, context, view, flow) else {
        return Err(Error::NothingToDraw(id.to_owned()));
    };
    let picture = drawn(context, &figure, args.file.link.as_deref());
    output::write(args.file.output.as_deref(), &picture.svg)?;
    Ok(ExitCode::SUCCESS)
}
