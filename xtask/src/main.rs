//! The front door: all that one does with this repository is one word after `cargo xtask`.

mod bench;
mod browser;
mod catalogue;
mod command;
mod compress;
mod css;
mod dist;
mod headers;
mod offline;
mod packages;
mod pages;
mod places;
mod program;
mod serve;
mod setup;
mod site;
mod sizes;
mod test;
mod watch;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask serve [--port N]   build, serve on this machine, build again when a file changes
cargo xtask dist [--dev]       build the site in dist/ (--dev: fast to build, larger to load)
cargo xtask test               all that must hold before a change goes in
cargo xtask bench              sizes and speeds against their budgets";

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

fn obey(words: &[&str]) -> Result<()> {
    match words {
        ["serve"] => serve::serve(serve::USUAL_PORT),
        ["serve", "--port", port] => serve::serve(
            port.parse()
                .with_context(|| format!("{port} is not a port number"))?,
        ),
        ["dist"] => dist::dist(program::Quality::Release),
        ["dist", "--dev"] => dist::dist(program::Quality::Dev),
        ["test"] => test::test(),
        ["bench"] => bench::bench(),
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
