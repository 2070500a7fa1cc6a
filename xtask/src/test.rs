//! All that must hold before a change goes in, and the budgets. What CI runs is what a developer runs.

use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use crate::browser::Stage;
use crate::program::Quality;
use crate::{command, dist, setup};

/// Formatting, lints, native tests, then the finished site in a browser. Stops at the first that fails.
pub fn test() -> Result<()> {
    setup::rust_component("rustfmt", "rustfmt")?;
    setup::rust_component("cargo-clippy", "clippy")?;
    setup::wasm_target()?;
    step("Formatting", || {
        run(&["fmt", "--all", "--check"], "`cargo fmt --all` mends it.")
    })?;
    step("Lints, native", || {
        clippy(&["--workspace", "--all-targets"])
    })?;
    step("Lints, browser", || {
        let features = [
            "--package",
            "gevinstsimulator",
            "--features",
            "app",
            "--lib",
            "--bins",
        ];
        clippy(&[["--target", setup::WASM].as_slice(), &features].concat())
    })?;
    step("Native tests", || {
        run(
            &["test", "--workspace", "--exclude", "browser"],
            "A test fails.",
        )
    })?;
    step("Browser", || setup::chromium().map(|_| ()))?;
    step("Site", || dist::dist(Quality::Release))?;
    heading("Browser tests");
    in_browser(
        &[
            "test",
            "--package",
            "browser",
            "--tests",
            "--",
            "--test-threads=2",
        ],
        "A test fails.",
    )
}

/// Sizes and speeds of the finished site, beside their budgets.
pub fn bench() -> Result<()> {
    dist::dist(Quality::Release)?;
    let arguments = ["run", "--quiet", "--package", "browser", "--bin", "bench"];
    in_browser(
        &arguments,
        "A budget is broken, or something could not be measured: see above.",
    )
}

/// Runs cargo with the site served and a browser at hand.
fn in_browser(arguments: &[&str], hint: &str) -> Result<()> {
    let stage = Stage::set()?;
    command::run(stage.tell(&mut command::cargo(arguments)), hint)
}

fn run(arguments: &[&str], hint: &str) -> Result<()> {
    command::run(&mut command::cargo(arguments), hint)
}

fn clippy(selection: &[&str]) -> Result<()> {
    let mut clippy: Command = command::cargo(["clippy"]);
    command::run(
        clippy.args(selection).args(["--", "-D", "warnings"]),
        "Mend what clippy points at.",
    )
}

fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    heading(name);
    let start = Instant::now();
    work()?;
    println!("{name}: ok, {:.0} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn heading(name: &str) {
    println!("\n── {name} ──");
}
