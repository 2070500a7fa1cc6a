//! All that must hold before a change goes in. What CI runs is what a developer runs.

use std::time::Instant;

use anyhow::Result;

use crate::browser::Stage;
use crate::command::{cargo, run};
use crate::program::Quality;
use crate::{dist, places, setup};

/// Adds the command line to what cargo builds natively.
const COMMAND_LINE: &str = "--features gevinstsimulator/cli";

/// Formatting, lints, native tests, then the finished site in a browser. Stops at the first that fails.
pub fn test() -> Result<()> {
    step("Tools", || {
        setup::rust_component("rustfmt", "rustfmt")?;
        setup::rust_component("cargo-clippy", "clippy")?;
        setup::wasm_target()?;
        setup::libreoffice()?;
        setup::servers()?;
        setup::chromium().map(|_| ())
    })?;
    step("Formatting", || {
        let hint = "`cargo fmt --all` mends it.";
        run(&mut cargo("fmt --all --check"), hint)
    })?;
    step("Lints, native", || {
        clippy(&format!("--workspace --all-targets {COMMAND_LINE}"))
    })?;
    step("Lints, browser", || {
        let wasm = setup::WASM;
        clippy(&format!(
            "--target {wasm} --package gevinstsimulator --features app --lib --bins"
        ))
    })?;
    step("Native tests", || {
        let hint = "The output above names the tests that fail.";
        let line = format!("test --workspace --exclude browser {COMMAND_LINE}");
        run(&mut cargo(&line), hint)
    })?;
    step("Site", || dist::dist(Quality::Release))?;
    step("Command line, to compare the page with", || {
        let hint = "The command line is built from src/gevinst.rs.";
        run(&mut cargo("build --features cli --bin gevinst"), hint)
    })?;
    heading("Browser tests");
    let (stage, servers) = (Stage::set()?, setup::servers()?);
    let mut tests = cargo("test --package browser --tests --no-fail-fast -- --test-threads=2");
    run(
        stage
            .tell(&mut tests)
            .env("GEVINST", places::root().join("target/debug/gevinst"))
            .env("NGINX", servers.nginx)
            .env("CADDY", servers.caddy),
        "The output above names the tests that fail, and their pictures.",
    )
}

fn clippy(selection: &str) -> Result<()> {
    let line = format!("clippy {selection} -- -D warnings");
    run(&mut cargo(&line), "Mend what clippy points at.")
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
