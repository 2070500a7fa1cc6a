//! Where the program writes.

use super::error::Error;
use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Writes to standard output. A reader that has had enough, as `head` has, is no error.
///
/// # Errors
/// If it cannot be written for another reason, such as a full disk.
pub fn print(content: impl AsRef<[u8]>) -> Result<(), Error> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(content.as_ref())
        .and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::Output(error)),
        _ => Ok(()),
    }
}

/// Writes to a file, or to standard output where none is named.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: Option<&Path>, content: impl AsRef<[u8]>) -> Result<(), Error> {
    let Some(path) = path else {
        return print(content);
    };
    fs::write(path, content).map_err(|source| Error::Unwritable {
        path: path.to_owned(),
        source,
    })
}

/// Says on standard error what is wrong. If that is closed too, nobody listens.
pub fn tell(error: &impl Display) {
    let _ = writeln!(io::stderr(), "{error}");
}
