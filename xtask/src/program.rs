//! The program of the page: the app compiled to WebAssembly, and the JavaScript that connects it to the browser.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{command, setup};

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// For visitors: small and fast, slow to build.
    Release,
    /// For developers: quick to build.
    Dev,
}

impl Quality {
    /// The profile in the top `Cargo.toml`.
    pub fn profile(self) -> &'static str {
        match self {
            Self::Release => "page",
            Self::Dev => "page-dev",
        }
    }
}

/// The two files that a browser runs.
pub struct Program {
    pub js: String,
    pub wasm: Vec<u8>,
}

/// Compiles the app.
pub fn build(quality: Quality) -> Result<Program> {
    let app = "--package gevinstsimulator --bin gevinstsimulator --features app";
    connect(&compile(app, quality)?.join("gevinstsimulator.wasm"))
}

/// Compiles for the browser what `selection` says, and gives the folder where cargo leaves it.
pub fn compile(selection: &str, quality: Quality) -> Result<PathBuf> {
    let (wasm, profile) = (setup::WASM, quality.profile());
    let line = format!("build --target {wasm} --profile {profile} {selection}");
    let hint = "Mend what the compiler points at, then try again.";
    command::run(&mut command::cargo(&line), hint)?;
    Ok(target_folder()?.join(wasm).join(profile))
}

/// Writes the JavaScript side of a compiled module. The two sides must speak one version of wasm-bindgen;
/// cargo sees to that, since it allows only one version of `wasm-bindgen-shared` in `Cargo.lock`.
pub fn connect(module: &Path) -> Result<Program> {
    let mut output = Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot read {}", module.display()))?;
    let snippets = output
        .snippets()
        .iter()
        .filter(|(_, files)| !files.is_empty())
        .map(|(from, _)| from);
    let loose: Vec<&String> = snippets.chain(output.local_modules().keys()).collect();
    ensure!(
        loose.is_empty(),
        "A crate brings JavaScript files of its own, which the site's build does not copy: {loose:?}. \
         Do without the crate, or teach xtask/src/program.rs to copy them."
    );
    Ok(Program {
        js: output.js().to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// Where cargo puts what it compiles.
pub fn target_folder() -> Result<PathBuf> {
    let mut metadata = command::cargo("metadata --no-deps --format-version 1");
    let answer = command::read(&mut metadata, "See what cargo says about Cargo.toml.")?;
    let metadata: serde_json::Value = serde_json::from_str(&answer)?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("cargo metadata names no target directory")?;
    Ok(PathBuf::from(folder))
}
