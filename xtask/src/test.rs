//! All that must hold before a change goes in. What CI runs is what a developer runs.

use std::time::Instant;

use anyhow::Result;

use crate::browser::Stage;
use crate::command::{cargo, run};
use crate::oembed::Address;
use crate::program::Quality;
use crate::{bare_page, dist, engines, fuzz, licences, places, setup};

/// Tries of each kind of input, from those in the corpus on. `cargo xtask fuzz` makes more.
const TRIES: u32 = 5_000;

/// Adds the command line to what cargo builds natively.
const COMMAND_LINE: &str = "--features gevinstsimulator/cli";

/// Formatting, lints, native tests, then the finished site in browsers. Stops at the first that fails.
pub fn test() -> Result<()> {
    step("Tools", || {
        setup::rust_component("rustfmt", "rustfmt")?;
        setup::rust_component("cargo-clippy", "clippy")?;
        setup::wasm_target()?;
        setup::libreoffice()?;
        setup::wordpress()?;
        setup::servers()?;
        setup::accessibility_tool()?;
        engines::chromium()?;
        engines::firefox()?;
        engines::webkit().map(|_| ())
    })?;
    step("Licences", licences::check)?;
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
    step("Input that does harm", || fuzz::fuzz(TRIES))?;
    in_browsers(&[])
}

/// The finished site in browsers: all suites, or those of these names.
pub fn in_browsers(suites: &[&str]) -> Result<()> {
    step("Site", || {
        // Where it is, the tests decide: they put their own address in its place.
        let address = Address::read("https://simulator.example/")?;
        dist::dist(Quality::Release, Some(&address))
    })?;
    step("Command line, to compare the page with", || {
        let hint = "The command line is built from src/gevinst.rs.";
        run(&mut cargo("build --features cli --bin gevinst"), hint)
    })?;
    let figures_page = step("Every figure, to compare the engines by", || {
        bare_page::serve("every_figure")
    })?;
    setup::accessibility_tool()?;
    heading("Browser tests");
    let (stage, servers) = (Stage::with_all_engines()?, setup::servers()?);
    let selection: String = match suites {
        [] => "--tests".to_owned(),
        suites => suites
            .iter()
            .map(|suite| format!("--test {suite} "))
            .collect(),
    };
    let line = format!("test --package browser {selection} --no-fail-fast -- --test-threads=2");
    let mut tests = cargo(&line);
    run(
        stage
            .tell(&mut tests)
            .env("GEVINST", places::root().join("target/debug/gevinst"))
            .env("FIGURES_PAGE", figures_page)
            .env("WORDPRESS", setup::wordpress()?)
            .env("NGINX", servers.nginx)
            .env("CADDY", servers.caddy),
        "The output above names the tests that fail, and their pictures.",
    )
}

fn clippy(selection: &str) -> Result<()> {
    let line = format!("clippy {selection} -- -D warnings");
    run(&mut cargo(&line), "Mend what clippy points at.")
}

fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    heading(name);
    let start = Instant::now();
    let done = work()?;
    println!("{name}: ok, {:.0} s", start.elapsed().as_secs_f32());
    Ok(done)
}

fn heading(name: &str) {
    println!("\n── {name} ──");
}
