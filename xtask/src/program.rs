//! The program of the page: the app compiled to WebAssembly, and the JavaScript that connects it to the browser.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::{command, places, setup};

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
    let mut cargo = command::cargo(&line);
    let mut flags = VECTORS.to_owned();
    if quality == Quality::Release && setup::standard_library_source()? {
        small_standard_library(&mut cargo, &mut flags);
    }
    cargo.env("RUSTFLAGS", flags);
    let hint = "Mend what the compiler points at, then try again.";
    command::run(&mut cargo, hint)?;
    Ok(target_folder()?.join(wasm).join(profile))
}

/// Vector instructions: draws take two thirds of the time. Every browser since Safari 16.4 (March 2023) has them.
const VECTORS: &str = "-Ctarget-feature=+simd128";

/// Compiles the standard library along with the program, for size, and without texts for panics and `{:?}`, which
/// nobody sees on the page: a tenth less to load. Cargo calls this unstable still, and does it only when told to.
fn small_standard_library(cargo: &mut Command, flags: &mut String) {
    *flags += " -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        // Not with its feature `optimize_for_size`: its selection of quantiles takes seconds where many draws are equal.
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features="]);
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
    let js = shorten_names(&mut output);
    Ok(Program {
        js: shorten(&js)?,
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// Gives what the two sides call each other by short names, and returns the JavaScript side with them: the long ones
/// say what they are for, to nobody on the page, and their hashes do not compress.
fn shorten_names(output: &mut Output) -> String {
    let mut short_names = HashMap::new();
    let mut shorten = |name: &mut String| {
        if name.starts_with("__wb") {
            let next = format!("_{}", short_names.len());
            *name = short_names.entry(name.clone()).or_insert(next).clone();
        }
    };
    let module = output.wasm_mut();
    module
        .imports
        .iter_mut()
        .for_each(|import| shorten(&mut import.name));
    module
        .exports
        .iter_mut()
        .for_each(|export| shorten(&mut export.name));
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    output
        .js()
        .split_inclusive(|c| !in_name(c))
        .map(|piece| {
            let name = piece.trim_end_matches(|c| !in_name(c));
            match short_names.get(name) {
                Some(short) => format!("{short}{}", &piece[name.len()..]),
                None => piece.to_owned(),
            }
        })
        .collect()
}

/// The same JavaScript with short names and no spare space.
fn shorten(js: &str) -> Result<String> {
    let terser = places::www().join("node_modules/terser/bin/terser");
    let mut node = Command::new("node");
    node.arg(terser)
        .args(["--module", "--compress", "--mangle"]);
    let hint = "Install Node.js 18 or later, and run `npm ci` in www/.";
    command::filter(&mut node, js, hint)
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
