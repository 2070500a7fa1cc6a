//! The front door: all that one does with this repository is one word after `cargo xtask`.

mod advisories;
mod background;
mod bare_page;
mod bench;
mod browser;
mod catalogue;
mod command;
mod compress;
mod css;
mod dist;
mod engines;
mod first_view;
mod fuzz;
mod headers;
mod licences;
mod lighthouse;
mod oembed;
mod offline;
mod one_file;
mod packages;
mod pages;
mod places;
mod preview;
mod program;
mod serve;
mod setup;
mod shots;
mod site;
mod sizes;
mod test;
mod watch;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask serve [--port N]   build, serve on this machine, build again when a file changes
cargo xtask dist [--dev]       build the site in dist/ (--dev: fast to build, larger to load)
           [--url ADDRESS]     for the place where it will be, so that others can embed it by pasting an address
cargo xtask test               all that must hold before a change goes in
cargo xtask test SUITE…        these suites of tests/browser/tests, in browsers
cargo xtask bench              sizes and speeds against their budgets
cargo xtask shots              the pictures of the simulator for README and start page, taken anew
cargo xtask fuzz [TRIES]       a search for input that does harm: 200,000 tries of each kind, or so many";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match obey(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dist_as(mut options: &[&str]) -> Result<()> {
    let (mut quality, mut address) = (program::Quality::Release, None);
    loop {
        options = match options {
            [] => return dist::dist(quality, address.as_ref()),
            ["--dev", rest @ ..] => {
                quality = program::Quality::Dev;
                rest
            }
            ["--url", text, rest @ ..] => {
                address = Some(oembed::Address::read(text)?);
                rest
            }
            [unknown, ..] => bail!("`cargo xtask dist {unknown}` is not known. What is:\n{HELP}"),
        };
    }
}

fn obey(words: &[&str]) -> Result<()> {
    match words {
        ["serve"] => serve::serve(serve::USUAL_PORT),
        ["serve", "--port", port] => serve::serve(
            port.parse()
                .with_context(|| format!("{port} is not a port number"))?,
        ),
        ["dist", options @ ..] => dist_as(options),
        ["test"] => test::test(),
        ["test", suites @ ..] => test::in_browsers(suites, Instant::now()),
        ["fuzz"] => fuzz::fuzz(200_000),
        ["fuzz", tries] => fuzz::fuzz(
            tries
                .parse()
                .with_context(|| format!("{tries} is not a number of tries"))?,
        ),
        ["bench"] => bench::bench(),
        ["shots"] => shots::shots(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        unknown => bail!(
            "`cargo xtask {}` is not known. What is:\n{HELP}",
            unknown.join(" ")
        ),
    }
}
