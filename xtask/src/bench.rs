//! Sizes and speeds of the finished site, beside their budgets. The crate `browser` measures; this sets the stage.

use std::fs;
use std::net::SocketAddr;

use anyhow::{Context, Result};

use crate::browser::Stage;
use crate::engines::Engine;
use crate::lighthouse::Slowness;
use crate::program::Quality;
use crate::{bare_page, command, dist, lighthouse, places, serve};

/// Prints a table, and fails if a budget is broken.
pub fn bench() -> Result<()> {
    dist::dist(Quality::Release, None)?;
    let native = model_native()?;
    let page = bare_page::serve("model_speed")?;
    let stage = Stage::of(Engine::Chromium)?;
    let host = host_pages(stage.site())?;
    let judged = |slowness| {
        let reports = lighthouse::reports(&format!("{}nb/monitor/", stage.site()), slowness)?;
        anyhow::Ok(reports.join("\n"))
    };
    let (reckoned, slowed) = (judged(Slowness::Reckoned)?, judged(Slowness::Real)?);
    let mut bench = command::cargo("run --package browser --bin bench");
    bench
        .env("LIGHTHOUSE", reckoned)
        .env("LIGHTHOUSE_SLOWED", slowed)
        .env("HOST", format!("http://{host}/"))
        .env("MODEL_NATIVE_NANOSECONDS", native)
        .env("MODEL_PAGE", page);
    command::run(stage.tell(&mut bench), "See the table above.")
}

/// What one evaluation of the model takes outside the browser, and what thousands of draws, in nanoseconds.
fn model_native() -> Result<String> {
    let mut model = command::cargo("run --release --package model_speed");
    let printed = command::read(&mut model, "The model could not be timed.")?;
    Ok(printed.trim().to_owned())
}

/// Pages on another site than the simulator: one with the simulator in it, and one with its figures as plain text in a
/// frame.
fn host_pages(simulator: &str) -> Result<SocketAddr> {
    let folder = places::scratch("host-pages");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let head = "<!doctype html><title>A host</title>";
    let element = format!(
        "{head}<script async src=\"{simulator}embed.js\"></script><gevinst-simulator solution=\"monitor\" view=\"headlines\"></gevinst-simulator>"
    );
    let text = format!("{head}<iframe src=\"figures.html\" width=\"600\" height=\"400\"></iframe>");
    let figures = format!("{head}<p id=\"npv\">917 mill. kr</p>");
    for (name, page) in [("element", element), ("text", text), ("figures", figures)] {
        let file = folder.join(name).with_extension("html");
        fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))?;
    }
    serve::start_host(folder)
}
