//! Running other programs, with errors that say what to do.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::places;

/// The cargo that runs us, with the words of a command line, started at the repository's top.
pub fn cargo(line: &str) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut cargo = Command::new(program);
    cargo
        .current_dir(places::root())
        .args(line.split_whitespace());
    cargo
}

/// Runs a program to its end, its output going to the terminal. `hint` says what to do if it fails.
pub fn run(command: &mut Command, hint: &str) -> Result<()> {
    let status = command
        .status()
        .with_context(|| cannot_start(command, hint))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status}).\n{hint}", line(command));
}

/// Runs a program to its end, each line of its standard output going to `each`. Gives whether it succeeded.
pub fn follow(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command, ""))?;
    for said in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
    {
        each(&said?);
    }
    Ok(child.wait()?.success())
}

/// Runs a program to its end and gives its standard output.
pub fn read(command: &mut Command, hint: &str) -> Result<String> {
    let output = command.output();
    output_of(command, output, hint)
}

/// Runs a program to its end with `input` as its standard input, and gives its standard output.
pub fn filter(command: &mut Command, input: &str, hint: &str) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command, hint))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    output_of(command, child.wait_with_output(), hint)
}

fn output_of(command: &Command, output: std::io::Result<Output>, hint: &str) -> Result<String> {
    let Output {
        status,
        stdout,
        stderr,
    } = output.with_context(|| cannot_start(command, hint))?;
    if status.success() {
        return String::from_utf8(stdout)
            .with_context(|| format!("`{}` printed odd bytes", line(command)));
    }
    bail!(
        "`{}` failed ({status}).\n{}\n{hint}",
        line(command),
        String::from_utf8_lossy(&stderr).trim()
    );
}

/// Where a program is that the shell would find, or `None`.
pub fn find(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let words = program.file_name().into_iter().chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

fn cannot_start(command: &Command, hint: &str) -> String {
    format!("cannot start `{}`. {hint}", line(command))
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn a_missing_program_says_what_to_do() {
        let error = run(&mut Command::new("no-such-program"), "Install it.").unwrap_err();
        assert_eq!(
            error.to_string(),
            "cannot start `no-such-program`. Install it."
        );
        let cause = error
            .root_cause()
            .downcast_ref::<std::io::Error>()
            .map(std::io::Error::kind);
        assert_eq!(cause, Some(ErrorKind::NotFound));
    }
}
