//! Where the program writes.

use super::error::Error;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

/// Writes to standard output. A reader that has had enough, as `head` has, is no error.
///
/// # Errors
/// If it cannot be written for another reason, such as a full disk.
pub fn print(text: &str) -> Result<(), Error> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::Output(error)),
        _ => Ok(()),
    }
}

/// Says on standard error what is wrong. If that is closed too, nobody listens.
pub fn tell(error: &impl Display) {
    let _ = writeln!(io::stderr(), "{error}");
}
