//! `gevinst brief`: one page for somebody busy.

use super::args::ScenarioArgs;
use super::error::Error;
use super::run::Run;
use super::{LANGUAGE, outlook, output};
use crate::export::brief::brief_document;
use crate::figure::{Flow, View};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub struct BriefArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[command(flatten)]
    pub file: FileArgs,
}

/// Where a file goes, and which address it names.
#[derive(Debug, clap::Args)]
pub struct FileArgs {
    #[arg(
        long,
        value_name = "ADRESSE",
        value_parser = address,
        help = "Adressen til siden med de samme valgene. Den står i filen, i notatet også som QR-kode"
    )]
    pub link: Option<String>,
    #[arg(
        long,
        value_name = "FIL",
        help = "Filen som skal skrives. Uten dette valget kommer innholdet rett ut"
    )]
    pub output: Option<PathBuf>,
}

pub const EXAMPLES: &str = "\
Notatet er én side A4 i HTML: åpne det i en nettleser og skriv det ut, på papir eller som PDF.
Tallene er de samme som på siden, med like mange beregninger.

Eksempler:
  gevinst brief www/solutions/monitor.json --output notat.html
  gevinst brief www/solutions/monitor.json --set reach=50% \\
      --link 'https://eksempel.no/nb/monitor/?v=1&reach=0.5' --output notat.html";

/// Writes the brief.
pub fn brief(args: &BriefArgs) -> Result<ExitCode, Error> {
    let run = Run::new(&args.scenario)?;
    let found = outlook::found(&run, "flows", View::Social, Flow::Cumulated)?;
    let document = brief_document(run.context(LANGUAGE, &found), args.file.link.as_deref());
    output::write(args.file.output.as_deref(), &document)?;
    Ok(ExitCode::SUCCESS)
}

fn address(text: &str) -> Result<String, String> {
    let known = ["https://", "http://"];
    match known.iter().any(|start| text.starts_with(start)) {
        true => Ok(text.to_owned()),
        false => Err("Adressen må begynne med https://".to_owned()),
    }
}
