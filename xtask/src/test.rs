//! All that must hold before a change goes in. What CI runs is what a developer runs.

use std::fs;
use std::panic::resume_unwind;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::browser::Stage;
use crate::command::{cargo, run};
use crate::compress::files_in;
use crate::engines::Engine;
use crate::oembed::Address;
use crate::program::Quality;
use crate::{bare_page, command, dist, engines, fuzz, licences, places, setup};

/// Tries of each kind of input, from those in the corpus on. `cargo xtask fuzz` makes more.
const TRIES: u32 = 5_000;

/// What makes cargo run the browser tests.
const BROWSER_TESTS: &str = "test --package browser --test suites --no-fail-fast";

/// A run that has taken so long before Firefox and WebKit have their turn must do with less: CI ends after 90 minutes.
const LONG: Duration = Duration::from_secs(45 * 60);

/// Adds the command line to what cargo builds natively.
const COMMAND_LINE: &str = "--features gevinstsimulator/cli";

/// Formatting, lints, native tests, then the finished site in browsers. Stops at the first that fails.
pub fn test() -> Result<()> {
    let begun = Instant::now();
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
        run(&mut cargo(&native_tests()), hint)
    })?;
    step("Input that does harm", || fuzz::fuzz(TRIES))?;
    in_browsers(&[], begun)
}

/// The finished site in browsers: all suites, or those of these names. A run that `begun` long ago does with less.
pub fn in_browsers(suites: &[&str], begun: Instant) -> Result<()> {
    let known = known_suites()?;
    for suite in suites {
        let is_known = known.iter().any(|known| known == suite);
        ensure!(
            is_known,
            "there is no suite {suite:?}, but {}",
            known.join(", ")
        );
    }
    step("Site", || {
        // Where it is, the tests decide: they put their own address in its place.
        let address = Address::read("https://simulator.example/")?;
        dist::dist(Quality::Release, Some(&address))
    })?;
    step("Command line, to compare the page with", || {
        let hint = "The command line is built from src/gevinst.rs.";
        // As the native tests have built it.
        let line = format!("{} --test command_line --no-run", native_tests());
        run(&mut cargo(&line), hint)
    })?;
    let figures_page = step("Every figure, to compare the engines by", || {
        bare_page::serve("every_figure")
    })?;
    setup::accessibility_tool()?;
    step("Browser tests, to be run", || {
        run(
            &mut cargo(&format!("{BROWSER_TESTS} --no-run")),
            "Mend what does not compile.",
        )
    })?;
    let wanted = std::env::var("ENGINE").ok();
    let is_wanted = |engine: &Engine| {
        wanted
            .as_ref()
            .is_none_or(|all| all.contains(engine.name()))
    };
    let (chromium, others): (Vec<_>, Vec<_>) = Engine::ALL
        .into_iter()
        .filter(is_wanted)
        .partition(|&engine| engine == Engine::Chromium);
    // Names of tests begin with that of their suite.
    let chosen: String = suites.iter().map(|suite| format!(" {suite}::")).collect();
    // Chromium is given all that the machine has; a driver of the others has one browser at a time.
    let results = [chromium, others].map(|engines| {
        let in_haste = begun.elapsed() > LONG;
        let chosen = |engine| {
            let left_out = if in_haste { left_out(engine) } else { &[] };
            let skipped = left_out.iter().map(|suite| format!(" --skip {suite}::"));
            chosen.clone() + &skipped.collect::<String>()
        };
        if in_haste {
            for &engine in &engines {
                let without = left_out(engine).join(", ");
                println!("This machine is slow. {engine:?} goes without these suites: {without}");
            }
        }
        side_by_side(&engines, &chosen, &figures_page)
    });
    results.into_iter().collect()
}

/// The suites that are left to the two other engines where time is short: what looks more at what is calculated and said
/// than at what an engine does.
fn left_out(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[],
        Engine::Firefox => &["languages", "one_file", "solutions"],
        Engine::WebKit => &["broken", "figures", "scenarios"],
    }
}

/// The suites of browser tests, which `suites.rs` makes one program of.
fn known_suites() -> Result<Vec<String>> {
    let file = places::root().join("tests/browser/tests/suites.rs");
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let modules = text.lines().filter_map(|line| line.strip_prefix("mod "));
    Ok(modules
        .map(|module| module.trim_end_matches(';').to_owned())
        .collect())
}

/// The tests that only Chromium's driver can do, as they are marked.
fn needs_chromium() -> Result<Vec<String>> {
    let mut tests = Vec::new();
    for suite in files_in(&places::root().join("tests/browser/tests"))? {
        let text = fs::read_to_string(&suite)
            .with_context(|| format!("cannot read {}", suite.display()))?;
        tests.extend(marked(&text).map(str::to_owned));
    }
    Ok(tests)
}

/// The tests in this Rust that are marked so.
fn marked(suite: &str) -> impl Iterator<Item = &str> {
    let after = suite.split("#[ignore = \"needs Chromium: ").skip(1);
    after.filter_map(|after| {
        let (_, name) = after.split_once("fn ")?;
        Some(name.split_once('(')?.0)
    })
}

/// Browser tests in several engines at once.
fn side_by_side(
    engines: &[Engine],
    chosen: &(impl Fn(Engine) -> String + Sync),
    figures_page: &str,
) -> Result<()> {
    thread::scope(|scope| {
        let running: Vec<_> = engines
            .iter()
            .map(|&engine| scope.spawn(move || in_engine(engine, &chosen(engine), figures_page)))
            .collect();
        running
            .into_iter()
            .try_for_each(|running| running.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Browser tests in one engine. Drivers are not always steady, nor are machines that others use too: when a few tests fail,
/// these are run once more by themselves, and it is said.
fn in_engine(engine: Engine, chosen: &str, figures_page: &str) -> Result<()> {
    let name = engine.name();
    step(&format!("Browser tests in {engine:?}"), || {
        let servers = setup::servers()?;
        // Gives the names of the tests that fail.
        let run = |options: &str| {
            let stage = Stage::for_tests(engine)?;
            let mut tests = cargo(&format!("{BROWSER_TESTS} -- {options}"));
            stage
                .tell(&mut tests)
                .env("GEVINST", places::root().join("target/debug/gevinst"))
                .env("FIGURES_PAGE", figures_page)
                .env("WORDPRESS", setup::wordpress()?)
                .env("NGINX", &servers.nginx)
                .env("CADDY", &servers.caddy);
            let mut failed = Vec::new();
            let passed = command::follow(&mut tests, |said| {
                println!("{name}: {said}");
                failed.extend(failed_test(said));
            })?;
            ensure!(
                passed || !failed.is_empty(),
                "a test of {name} ended before its end"
            );
            Ok(failed)
        };
        let (options, few) = match engine {
            Engine::Chromium => ("--include-ignored --test-threads=2".to_owned(), 3),
            Engine::Firefox => {
                let skipped = needs_chromium()?;
                let skipped = skipped.iter().map(|name| format!(" --skip {name}"));
                let options = "--include-ignored --test-threads=1".to_owned();
                (options + &skipped.collect::<String>(), 8)
            }
            Engine::WebKit => ("--test-threads=1".to_owned(), 8),
        };
        let mut failed = run(&format!("{options}{chosen}"))?;
        if (1..=few).contains(&failed.len()) {
            println!("{name}: once more: {}", failed.join(", "));
            let these = failed.join(" ");
            failed = run(&format!(
                "--include-ignored --test-threads=1 --exact {these}"
            ))?;
        }
        ensure!(
            failed.is_empty(),
            "These fail in {name}; the output above says why, and where their pictures are:\n{}",
            failed.join("\n")
        );
        Ok(())
    })
}

/// The test that fails by what the harness says.
fn failed_test(said: &str) -> Option<String> {
    let name = said.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
    Some(name.to_owned())
}

/// What makes cargo run the native tests.
fn native_tests() -> String {
    format!("test --workspace --exclude browser {COMMAND_LINE}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_suite_is_left_out_of_two_engines() {
        let [chromium, firefox, webkit] = Engine::ALL.map(left_out);
        assert!(chromium.is_empty());
        let known = known_suites().unwrap();
        for &suite in [firefox, webkit].concat().iter() {
            assert!(known.iter().any(|known| known == suite), "{suite}");
            let in_both = firefox.contains(&suite) && webkit.contains(&suite);
            assert!(!in_both, "{suite}");
        }
    }

    #[test]
    fn every_file_and_folder_of_browser_tests_is_a_suite() {
        let folder = places::root().join("tests/browser/tests");
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        let mut found: Vec<_> = entries
            .map(|entry| {
                let path = entry.path();
                path.file_stem().unwrap().to_string_lossy().into_owned()
            })
            .filter(|name| name != "suites")
            .collect();
        found.sort();
        assert_eq!(known_suites().unwrap(), found);
    }

    #[test]
    fn a_test_that_needs_chromium_is_known_by_its_mark() {
        let suite = "#[test]
            #[ignore = \"needs Chromium: prints\"]
            fn prints() {}
            #[test]
            #[ignore = \"not in WebKit: prints\"]
            fn prints_in_two() {}";
        assert_eq!(marked(suite).collect::<Vec<_>>(), ["prints"]);
    }

    #[test]
    fn a_test_that_fails_is_known_by_its_name() {
        let failed = failed_test("test frames::a_link ... FAILED");
        assert_eq!(failed.as_deref(), Some("frames::a_link"));
        for other in [
            "test frames::a_link ... ok",
            "test result: FAILED. 3 passed; 1 failed",
        ] {
            assert_eq!(failed_test(other), None);
        }
    }
}
