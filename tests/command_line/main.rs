//! The command line, as whoever starts it sees it: what it prints, what it says is wrong, and how it ends.

mod check;
mod draws;
mod files;
mod json;
mod list;
mod reading;
mod run;
mod snapshots;
mod take_along;
mod thresholds;
mod uncertainty;
mod usage;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MONITOR: &str = "www/solutions/monitor.json";

/// What a program that has ended printed, and its exit status.
struct Ended {
    output: String,
    errors: String,
    status: i32,
}

fn gevinst(arguments: &[&str]) -> Ended {
    ended(command(arguments).output().unwrap())
}

/// The program at the repository's top, not started yet.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gevinst"));
    command.args(arguments).current_dir(root());
    command
}

fn ended(output: Output) -> Ended {
    Ended {
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().expect("ended by itself"),
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a command prints that goes well.
#[track_caller]
fn prints(arguments: &[&str]) -> String {
    let ended = gevinst(arguments);
    assert_eq!((ended.errors.as_str(), ended.status), ("", 0));
    ended.output
}

/// What a command says is wrong that ends with the status and prints nothing.
#[track_caller]
fn fails(arguments: &[&str], status: i32) -> String {
    let ended = gevinst(arguments);
    assert_eq!(
        (ended.output.as_str(), ended.status),
        ("", status),
        "{}",
        ended.errors
    );
    ended.errors
}

/// All results of the monitor, with further arguments.
#[track_caller]
fn results_with(arguments: &[&str]) -> Value {
    results_of(MONITOR, arguments)
}

#[track_caller]
fn results_of(file: &str, arguments: &[&str]) -> Value {
    let arguments = [&["run", file, "--format", "json"], arguments].concat();
    serde_json::from_str(&prints(&arguments)).unwrap()
}

/// Says that a text has all of the parts.
#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "«{part}» is not in:\n{text}");
    }
}

/// A folder of a test's own, empty.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
