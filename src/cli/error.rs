//! What can go wrong, in sentences for whoever started the program.

use super::LANGUAGE;
use super::refused::Refused;
use crate::model;
use crate::solution::Problems;
use crate::uncertainty;
use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: {}", path.display(), reason(source))]
    Unreadable { path: PathBuf, source: io::Error },
    /// A solution file with problems: a line each.
    #[error("{}", told(path, problems))]
    Broken { path: PathBuf, problems: Problems },
    #[error("{}: Det er ingen løsningsfiler (.json) i mappen", path.display())]
    NoSolutions { path: PathBuf },
    /// Assumptions that cannot be as was asked: a line each, never none.
    #[error("{}", lines(.0))]
    Refused(Vec<Refused>),
    /// Never for a scenario that was made of a solution.
    #[error("Dette lar seg ikke regne ut: {0}")]
    Model(#[from] model::Error),
    /// Never for a scenario that was made of a solution.
    #[error("Usikkerheten lar seg ikke regne ut: {0}")]
    Uncertainty(#[from] uncertainty::Error),
    #[error("Får ikke skrevet resultatet: {0}")]
    Output(io::Error),
    #[error("{}: Får ikke skrevet filen: {}", path.display(), unwritable(source))]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("Med disse valgene er det ingenting å vise i «{0}»")]
    NothingToDraw(String),
    #[error("Et regneark er ikke tekst: si hvor filen skal ligge, med --output FIL.xlsx")]
    NotForTerminal,
}

impl Error {
    /// 2 if the command must be mended, else 1.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Error::Refused(_) | Error::NotForTerminal => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "Finnes ikke".to_owned(),
        ErrorKind::PermissionDenied => "Du har ikke lov til å lese den".to_owned(),
        ErrorKind::IsADirectory => "Er en mappe, ikke en fil".to_owned(),
        ErrorKind::NotADirectory => "Er en fil, ikke en mappe".to_owned(),
        ErrorKind::InvalidData => "Er ikke tekst i UTF-8".to_owned(),
        _ => format!("Kan ikke leses: {error}"),
    }
}

fn unwritable(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "Mappen finnes ikke".to_owned(),
        ErrorKind::PermissionDenied => "Du har ikke lov".to_owned(),
        ErrorKind::IsADirectory => "Det er en mappe".to_owned(),
        _ => error.to_string(),
    }
}

fn told(path: &Path, problems: &Problems) -> String {
    let further = LANGUAGE.further();
    let line = |problem| format!("{}: {}", path.display(), (further.problem)(problem));
    lines(&problems.0.iter().map(line).collect::<Vec<_>>())
}

fn lines<T: Display>(parts: &[T]) -> String {
    let lines: Vec<String> = parts.iter().map(T::to_string).collect();
    lines.join("\n")
}
