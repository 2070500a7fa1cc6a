//! What is wrong with how the program was called, in Norwegian.

use super::args::Args;
use super::output;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error};
use std::error::Error as _;
use std::process::ExitCode;

/// Shows the help that was asked for, or says what is wrong. The exit status is clap's: 0 for the help, else 2.
pub fn tell(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Nobody is left to be told that help could not be shown.
            let _ = error.print();
        }
        _ => output::tell(&format!(
            "{}\nSkriv «gevinst --help» for hjelp.",
            sentence(error)
        )),
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn sentence(error: &Error) -> String {
    let about = |kind| error.get(kind).map_or(String::new(), in_words);
    let argument = about(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => format!("«{argument}» er ikke et valg her."),
        ErrorKind::InvalidSubcommand => format!(
            "Kommandoen «{}» finnes ikke. Velg blant: {}",
            about(ContextKind::InvalidSubcommand),
            commands()
        ),
        ErrorKind::MissingRequiredArgument => {
            if argument.starts_with("--draws") {
                return format!("{argument} mangler: uten den er det ingenting å trekke.");
            }
            // An option by its name, without what it takes.
            let name = match argument.split_once(' ') {
                Some((option, _)) => option,
                None => argument.trim_end_matches('.').trim_matches(['<', '>']),
            };
            format!("{name} mangler.")
        }
        ErrorKind::ValueValidation => {
            let value = about(ContextKind::InvalidValue);
            let reason = error
                .source()
                .map_or(String::new(), |why| format!(" {why}"));
            format!("«{value}» går ikke for {argument}.{reason}")
        }
        ErrorKind::ArgumentConflict => format!("{argument} kan bare stå én gang."),
        ErrorKind::InvalidValue => match about(ContextKind::InvalidValue).as_str() {
            "" => format!("{argument} mangler en verdi."),
            value => format!(
                "«{value}» går ikke for {argument}. Velg blant: {}",
                about(ContextKind::ValidValue)
            ),
        },
        ErrorKind::TooManyValues => format!("{argument} tar ingen verdi."),
        ErrorKind::InvalidUtf8 => "Et av ordene er ikke tekst i UTF-8.".to_owned(),
        _ => error.to_string(),
    }
}

fn commands() -> String {
    let args = Args::command();
    let names: Vec<&str> = args.get_subcommands().map(|one| one.get_name()).collect();
    names.join(", ")
}

fn in_words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        value => value.to_string(),
    }
}
