//! Sizes and speeds of the finished site, beside their budgets. The crate `browser` measures; this sets the stage.

use anyhow::Result;

use crate::browser::Stage;
use crate::program::Quality;
use crate::{bare_page, command, dist};

/// Prints a table, and fails if a budget is broken.
pub fn bench() -> Result<()> {
    dist::dist(Quality::Release, None)?;
    let native = model_native()?;
    let page = bare_page::serve("model_speed")?;
    let stage = Stage::with_chromium()?;
    let mut bench = command::cargo("run --package browser --bin bench");
    bench
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
