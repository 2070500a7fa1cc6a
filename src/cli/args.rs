//! What can be asked for, and the help that says so.

use super::brief::{self, BriefArgs};
use super::draws::DrawsArgs;
use super::picture::{self, PictureArgs};
use super::workbook::{self, WorkbookArgs};
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(
    name = "gevinst",
    version,
    about = "Regner ut hva samfunnet sparer på å ta i bruk en løsning, ut fra løsningens fil. Samme regnestykke som på \
             nettsiden Gevinstsimulatoren.",
    override_usage = "gevinst KOMMANDO …",
    after_help = EXAMPLES,
    help_template = "{about}\n\nBruk: {usage}\n\nKommandoer:\n{subcommands}\n\nValg:\n{options}{after-help}",
    max_term_width = 100,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    #[arg(short, long, global = true, display_order = 100, action = ArgAction::Help, help = "Vis hjelp og avslutt")]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = "Vis versjonen og avslutt")]
    version: Option<bool>,
}

const EXAMPLES: &str = "\
Eksempler:
  gevinst list
      Hvilke løsninger finnes, og hva er de verdt?
  gevinst run www/solutions/monitor.json
      Alle resultater for én løsning, slik filen har den.
  gevinst run www/solutions/monitor.json --set reach=50%
      Det samme, men bare halve landet tar løsningen i bruk.
  gevinst check min-losning.json
      Er noe galt i en fil jeg skriver på?
  gevinst brief www/solutions/monitor.json --output notat.html
      Det viktigste på én side, til å skrive ut.

«gevinst run --help» forteller mer om én kommando.

Avslutter med 0 når alt gikk bra, 1 når en fil er gal eller ikke kan leses, og 2 når
noe er galt med det du skrev.";

const TEMPLATE: &str = "\
{about}\n\nBruk: {usage}\n\nDu må oppgi:\n{positionals}\n\nValg:\n{options}{after-help}";

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(
        about = "Se om løsningsfiler er riktige, og hva som må rettes",
        override_usage = "gevinst check FIL…",
        help_template = TEMPLATE,
        after_help = CHECK_EXAMPLES
    )]
    Check(CheckArgs),
    #[command(
        about = "Regn ut alle resultater for en løsning",
        override_usage = "gevinst run FIL [--set ID=VERDI]… [--curve bass|linear] [--draws ANTALL [--seed TALL]] \
                          [--format table|csv|json]",
        help_template = TEMPLATE,
        after_help = RUN_EXAMPLES
    )]
    Run(RunArgs),
    #[command(
        about = "Vis alle løsninger i en mappe med netto nåverdi",
        override_usage = "gevinst list [MAPPE]",
        help_template = LIST_TEMPLATE,
        after_help = LIST_EXAMPLES
    )]
    List(ListArgs),
    #[command(
        about = "Skriv et notat på én side for en travel leder",
        override_usage = "gevinst brief FIL [--set ID=VERDI]… [--curve bass|linear] [--link ADRESSE] [--output FIL.html]",
        help_template = TEMPLATE,
        after_help = brief::EXAMPLES
    )]
    Brief(BriefArgs),
    #[command(
        about = "Skriv en figur som bilde (SVG)",
        override_usage = "gevinst picture FIL --figure FIGUR [--view social|budget] [--flow yearly|cumulated] \
                          [--set ID=VERDI]… [--curve bass|linear] [--link ADRESSE] [--output FIL.svg]",
        help_template = TEMPLATE,
        after_help = picture::EXAMPLES
    )]
    Picture(PictureArgs),
    #[command(
        about = "Skriv et regneark med levende formler (Excel, LibreOffice)",
        override_usage = "gevinst workbook FIL [--set ID=VERDI]… [--curve bass|linear] [--link ADRESSE] --output FIL.xlsx",
        help_template = TEMPLATE,
        after_help = workbook::EXAMPLES
    )]
    Workbook(WorkbookArgs),
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[arg(
        required = true,
        value_name = "FIL",
        help = "Løsningsfilene (JSON) som skal sjekkes"
    )]
    pub files: Vec<PathBuf>,
}

const CHECK_EXAMPLES: &str = "\
Hver feil står på en egen linje: filen, stedet i filen, det som står der, og hva som er lov.

Eksempler:
  gevinst check www/solutions/monitor.json
  gevinst check www/solutions/*.json";

#[derive(Debug, clap::Args)]
pub struct RunArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[command(flatten)]
    pub draws: DrawsArgs,
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true,
        help = "table: en tabell å lese (det du får uten dette valget). csv: årstabellen til regneark, i kroner. json: \
                alle tall, uten avrunding"
    )]
    pub format: Format,
}

/// What a scenario is made of: the same for every command that calculates.
#[derive(Debug, clap::Args)]
pub struct ScenarioArgs {
    #[arg(value_name = "FIL", help = "Løsningens fil (JSON)")]
    pub file: PathBuf,
    #[arg(
        long,
        value_name = "ID=VERDI",
        help = "Gi en forutsetning en annen verdi enn i filen, i samme enhet som i filen: 0.8 eller 80% for en andel, \
                30000 for kroner. Kan gjentas; står samme ID flere ganger, gjelder den siste"
    )]
    pub set: Vec<String>,
    #[arg(
        long,
        value_name = "KURVE",
        hide_possible_values = true,
        help = "Hvordan løsningen sprer seg. bass: S-kurve, sakte først og så raskere. linear: like mange hvert år. \
                Uten dette valget gjelder filens kurve"
    )]
    pub curve: Option<CurveName>,
}

const RUN_EXAMPLES: &str = "\
ID-ene er navnene under «parameters» i filen, og de felles: reach (hvor stor del av landet),
delay (år før innføringen starter), adoption (hvor mye løsningen brukes), horizon (år som
regnes med) og flere. Skriver du en ID som ikke finnes, får du se hele listen.

Eksempler:
  gevinst run www/solutions/monitor.json
  gevinst run www/solutions/monitor.json --set reach=50% --set delay=2
  gevinst run www/solutions/monitor.json --curve linear --set rollout_years=5
  gevinst run www/solutions/monitor.json --format csv > monitor.csv
  gevinst run www/solutions/monitor.json --format json | jq .npv
  gevinst run www/solutions/monitor.json --draws 4096 --format json | jq .uncertainty.headlines.npv";

#[derive(Debug, clap::Args)]
pub struct ListArgs {
    #[arg(
        value_name = "MAPPE",
        default_value = "www/solutions",
        hide_default_value = true,
        help = "Mappen med løsningsfiler (JSON). Uten den: www/solutions"
    )]
    pub folder: PathBuf,
}

const LIST_TEMPLATE: &str = "\
{about}\n\nBruk: {usage}\n\nDu kan oppgi:\n{positionals}\n\nValg:\n{options}{after-help}";

const LIST_EXAMPLES: &str = "\
Netto nåverdi er slik filene har forutsetningene.

Eksempel:
  gevinst list www/solutions";

/// The shape of a rollout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CurveName {
    Bass,
    Linear,
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Json,
}
