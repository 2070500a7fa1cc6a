//! A search for input that does harm, led by what each try makes the code do (libFuzzer, on the stable compiler).

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, places, setup};

/// The programs of the crate `fuzz`, each with the longest input that is tried (bytes).
const TARGETS: [(&str, u32); 4] = [
    ("link", 4_000),
    ("packed", 40_000),
    ("solution", 20_000),
    ("wishes", 4_000),
];

/// What the search follows: each branch of the code that is taken, and what is compared there.
const FOLLOWED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Coverflow-checks --cfg fuzzing";

/// Makes so many tries of each kind, from what is in `tests/fuzz/corpus/`. The same number makes the same tries.
pub fn fuzz(tries: u32) -> Result<()> {
    setup::cpp_compiler()?;
    let host = host()?;
    let mut build = command::cargo("build --release --package fuzz --features search --bins");
    build
        .args(["--target", &host, "--target-dir"])
        .arg(places::scratch("fuzz"))
        .env("RUSTFLAGS", FOLLOWED);
    command::run(&mut build, "The search is built from tests/fuzz/.")?;
    for (name, longest) in TARGETS {
        search(name, &host, longest, tries)?;
    }
    Ok(())
}

fn search(name: &str, host: &str, longest: u32, tries: u32) -> Result<()> {
    println!("{name}: {tries} tries");
    let program = places::scratch("fuzz").join(host).join("release");
    // What is new goes here; what is worth keeping is moved to the corpus by hand.
    let found = places::scratch("fuzz").join("found").join(name);
    // Fails where there is nothing yet.
    let _ = fs::remove_dir_all(&found);
    fs::create_dir_all(&found).with_context(|| format!("cannot create {}", found.display()))?;
    let mut search = Command::new(program.join(format!("fuzz_{name}")));
    search
        .args([
            "-seed=1",
            "-timeout=20",
            "-rss_limit_mb=2048",
            "-verbosity=0",
        ])
        .arg(format!("-runs={tries}"))
        .arg(format!("-max_len={longest}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .arg(&found)
        .arg(places::root().join("tests/fuzz/corpus").join(name));
    let hint = format!(
        "The input that does harm is in {}: mend the code, and put it into tests/fuzz/corpus/{name}.",
        found.display()
    );
    command::run(&mut search, &hint)
}

/// What the compiler calls this machine.
fn host() -> Result<String> {
    let mut compiler = Command::new("rustc");
    let about = command::read(compiler.arg("-vV"), "Install Rust from https://rustup.rs.")?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host
        .context("the compiler does not say where it is")?
        .to_owned())
}
