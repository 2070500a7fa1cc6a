//! A page that has nothing but a program: for what is to be measured or compared apart from the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::program::{self, Quality};
use crate::{places, serve};

const PAGE: &str = "<!doctype html><title>A program</title><script src=start.js></script>";

/// Scripts await `ready`, and call what the program exports.
const START: &str = "globalThis.ready = import('./program.js').then(async program => {
  await program.default({ module_or_path: 'program.wasm' });
  return program;
});";

/// Compiles a package of this workspace as the site's program is, and serves a page with it. Gives the address.
pub fn serve(package: &str) -> Result<String> {
    let module = program::compile(&format!("--package {package}"), Quality::Release)?;
    let (js, wasm) = program::connect(&module.join(package).with_extension("wasm"))?;
    let folder = places::scratch("bare-page").join(package);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    write(&folder.join("index.html"), PAGE.as_bytes())?;
    write(&folder.join("start.js"), START.as_bytes())?;
    write(&folder.join("program.js"), js.as_bytes())?;
    write(&folder.join("program.wasm"), &wasm)?;
    let address = serve::start(folder, serve::FREE_PORT)?;
    Ok(format!("http://{address}/"))
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}
