//! Help, bad usage, and readers that stop reading.

use super::{MONITOR, command, fails, has, prints};
use std::process::Stdio;

#[test]
fn the_help_is_in_norwegian_and_has_examples() {
    for arguments in [
        &["--help"][..],
        &["check", "--help"],
        &["run", "-h"],
        &["list", "--help"],
    ] {
        let help = prints(arguments);
        has(&help, &["Bruk: gevinst ", "Eksemp", "Vis hjelp"]);
        for english in ["Usage", "Options", "Print", "possible", "default"] {
            assert!(!help.contains(english), "«{english}» is in:\n{help}");
        }
    }
}

#[test]
fn the_help_of_the_program_names_every_command() {
    has(&prints(&["--help"]), &["  check ", "  run ", "  list "]);
}

#[test]
fn the_help_of_a_run_names_every_option() {
    let help = prints(&["run", "--help"]);
    has(&help, &["--set <ID=VERDI>", "--curve <KURVE>"]);
    has(&help, &["--format <FORMAT>", "80%", "linear", "csv"]);
    has(&help, &["--draws <ANTALL>", "--seed <TALL>", "2016"]);
}

#[test]
fn the_version_is_said() {
    let version = concat!("gevinst ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(prints(&["--version"]), version);
}

#[test]
fn a_program_without_a_command_shows_the_help_as_an_error() {
    has(&fails(&[], 2), &["Bruk: gevinst KOMMANDO"]);
}

#[track_caller]
fn is_bad_usage(arguments: &[&str], said: &str) {
    let errors = fails(arguments, 2);
    let expected = format!("{said}\nSkriv «gevinst --help» for hjelp.\n");
    assert_eq!(errors, expected);
}

#[test]
fn bad_usage_is_told_in_norwegian_with_exit_status_2() {
    is_bad_usage(
        &["fly"],
        "Kommandoen «fly» finnes ikke. Velg blant: check, run, list, brief, picture, workbook",
    );
    is_bad_usage(&["check"], "FIL mangler.");
    is_bad_usage(&["run"], "FIL mangler.");
    is_bad_usage(&["run", "x", "--fly"], "«--fly» er ikke et valg her.");
    is_bad_usage(&["run", "x", "--set"], "--set <ID=VERDI> mangler en verdi.");
    is_bad_usage(
        &["run", "x", "--format", "xml"],
        "«xml» går ikke for --format <FORMAT>. Velg blant: table, csv, json",
    );
    is_bad_usage(
        &["run", "x", "--curve", "drawn"],
        "«drawn» går ikke for --curve <KURVE>. Velg blant: bass, linear",
    );
    is_bad_usage(
        &["run", "x", "--curve", "bass", "--curve", "linear"],
        "--curve <KURVE> kan bare stå én gang.",
    );
}

#[test]
fn a_number_of_draws_or_a_seed_that_cannot_be_is_told_with_what_can() {
    let run = |rest: &[&str], said: &str| is_bad_usage(&[&["run", "x"], rest].concat(), said);
    for count in [
        "7",
        "65537",
        "-8",
        "many",
        "8.5",
        "",
        "99999999999999999999",
    ] {
        run(
            &["--draws", count],
            &format!(
                "«{count}» går ikke for --draws <ANTALL>. Det må være et helt tall fra 8 til 65536"
            ),
        );
    }
    for seed in ["-1", "4294967296", "x"] {
        run(
            &["--draws", "8", "--seed", seed],
            &format!(
                "«{seed}» går ikke for --seed <TALL>. Det må være et helt tall fra 0 til 4294967295"
            ),
        );
    }
    run(&["--draws"], "--draws <ANTALL> mangler en verdi.");
    run(
        &["--seed", "3"],
        "--draws <ANTALL> mangler: uten den er det ingenting å trekke.",
    );
    run(
        &["--draws", "8", "--draws", "9"],
        "--draws <ANTALL> kan bare stå én gang.",
    );
}

/// Starts the program, closes the pipe that it writes to, and waits for its end.
#[track_caller]
fn ends_well_unread(arguments: &[&str]) {
    let mut program = command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stdout.take());
    let ended = super::ended(program.wait_with_output().unwrap());
    assert_eq!((ended.errors.as_str(), ended.status), ("", 0));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    for format in ["table", "csv", "json"] {
        ends_well_unread(&["run", MONITOR, "--format", format]);
        ends_well_unread(&["run", MONITOR, "--format", format, "--draws", "8"]);
    }
    ends_well_unread(&["check", MONITOR]);
    ends_well_unread(&["list"]);
    ends_well_unread(&["--help"]);
}

#[test]
fn closed_standard_error_is_no_crash() {
    let mut program = command(&["check", "nowhere.json"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stderr.take());
    assert_eq!(program.wait().unwrap().code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let ended = command(&["run", MONITOR]).stdout(full).output().unwrap();
    let errors = String::from_utf8(ended.stderr).unwrap();
    has(&errors, &["Får ikke skrevet resultatet"]);
    assert_eq!(ended.status.code(), Some(1));
}
