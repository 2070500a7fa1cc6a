//! The program of the page: the app compiled to WebAssembly, and the JavaScript that connects it to the browser.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, anyhow, ensure};
use rayon::prelude::*;
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

/// What a browser runs. The page's program is in parts: what the first view needs, the rest of it, and what is only
/// asked for by a few.
pub struct Program {
    pub js: String,
    pub wasm: Vec<u8>,
    /// Fetched by `js` when they are needed.
    pub parts: Vec<Part>,
}

/// A part of the program, see `wasm_split` in `src/app/`.
pub struct Part {
    /// As the functions that fetch it say; what several parts share is called so.
    pub name: String,
    /// Its address, as the program's JavaScript has it.
    pub address: String,
    pub wasm: Vec<u8>,
}

/// Compiles the app.
pub fn build(quality: Quality) -> Result<Program> {
    let app = "--package gevinstsimulator --bin gevinstsimulator --features app";
    let module = compile(app, quality)?.join("gevinstsimulator.wasm");
    let (first, link, parts) = split(&module)?;
    let (js, wasm) = connect(&first)?;
    let js = shorten(&join(&link, &js)?, Script::Module)?;
    let mut program = Program { js, wasm, parts };
    if quality == Quality::Release {
        let first = rayon::iter::once(&mut program.wasm);
        let parts = program.parts.par_iter_mut().map(|part| &mut part.wasm);
        first.chain(parts).try_for_each(|wasm| {
            *wasm = smaller(wasm)?;
            anyhow::Ok(())
        })?;
    }
    Ok(program)
}

/// Compiles what unpacks the page as one file.
pub fn unpacker(quality: Quality) -> Result<Vec<u8>> {
    let module = compile("--package unpack", quality)?.join("unpack.wasm");
    let program = tidy(&read(&module)?)?;
    match quality {
        Quality::Release => smaller(&program),
        Quality::Dev => Ok(program),
    }
}

/// Compiles for the browser what `selection` says, and gives the folder where cargo leaves it.
pub fn compile(selection: &str, quality: Quality) -> Result<PathBuf> {
    let (wasm, profile) = (setup::WASM, quality.profile());
    let line = format!("build --target {wasm} --profile {profile} {selection}");
    let mut cargo = command::cargo(&line);
    let mut flags = format!("{VECTORS} {ADDRESSES} {RELOCATIONS}");
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

/// Loops count places, not addresses: WebAssembly's instructions add what is constant in an address by themselves. Draws take
/// three hundredths less time, bands a tenth.
const ADDRESSES: &str = "-Cllvm-args=-disable-lsr";

/// What a compiled program can be split by: where its functions refer to one another.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// Compiles the standard library along with the program, for size, and without texts for panics and `{:?}`, which
/// nobody sees on the page: a tenth less to load. Cargo calls this unstable still, and does it only when told to.
fn small_standard_library(cargo: &mut Command, flags: &mut String) {
    *flags += " -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        // Not with its feature `optimize_for_size`: its selection of quantiles takes seconds where many draws are equal.
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features="]);
}

/// Takes apart a compiled program. Gives the file with what is needed first, the JavaScript that fetches the others, and
/// these.
fn split(module: &Path) -> Result<(PathBuf, String, Vec<Part>)> {
    let folder = places::scratch("split");
    let program = read(module)?;
    let first = folder.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&program);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{} cannot be split: {error:?}", module.display()))?;
    let link =
        fs::read_to_string(folder.join(LINK)).context("the JavaScript that fetches the parts")?;
    let parts = parts.split_modules.iter().map(|file| Part::read(file));
    Ok((first, link, parts.collect::<Result<_>>()?))
}

impl Part {
    fn read(file: &Path) -> Result<Self> {
        let stem = file.file_stem().context("a part without a name")?;
        let stem = stem.to_string_lossy();
        Ok(Self {
            name: match stem.split_once('_') {
                Some(("split", name)) => name.to_owned(),
                _ => "shared".to_owned(),
            },
            address: format!("./{stem}.wasm"),
            wasm: tidy(&read(file)?)?,
        })
    }
}

/// What the program's parts use of WebAssembly beyond its beginnings: all of it is in every browser since Safari 16.4.
const FEATURES: [&str; 9] = [
    "simd",
    "bulk-memory",
    "bulk-memory-opt",
    "mutable-globals",
    "nontrapping-float-to-int",
    "sign-ext",
    "reference-types",
    "multivalue",
    "extended-const",
];

/// How the optimizer goes about it: a second time after it has taken apart and joined again what functions do, which finds
/// half as much once more. The lowest kilobyte of memory is the stack's end.
const PASSES: [&str; 6] = [
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// The same in fewer bytes.
fn smaller(wasm: &[u8]) -> Result<Vec<u8>> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let [from, to] =
        ["larger", "smaller"].map(|name| places::scratch(&format!("{name}-{number}.wasm")));
    fs::write(&from, wasm).with_context(|| format!("cannot write {}", from.display()))?;
    let mut node = Command::new("node");
    node.arg(places::www().join("node_modules/binaryen/bin/wasm-opt"))
        .args(FEATURES.map(|feature| format!("--enable-{feature}")))
        .args(PASSES)
        .arg(&from)
        .arg("-o")
        .arg(&to);
    let hint = "Install Node.js 18 or later, and run `npm ci` in www/.";
    command::run(&mut node, hint)?;
    let smaller = read(&to)?;
    // Another build at the same time writes there too.
    ensure!(smaller.starts_with(b"\0asm"), "wasm-opt left no program");
    Ok(smaller)
}

/// The same without names, and with numbers as short as they can be: the linker leaves room in them.
fn tidy(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut config = walrus::ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    Ok(config.parse(wasm)?.emit_wasm())
}

/// What the JavaScript that fetches the parts is called, and imported by.
const LINK: &str = "./__wasm_split.js";

/// How a part is started, which only does where the server says that it is WebAssembly.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// The same whatever the server says it is, as for the first file.
const WHATEVER_IT_IS_CALLED: &str =
    "src.then(part => part.arrayBuffer()).then(part => WebAssembly.instantiate(part, imports))";

/// One file of the JavaScript side and of what fetches the parts, which import one another: names that say what they hold
/// can be given only to files that do not.
fn join(link: &str, js: &str) -> Result<String> {
    // Once for each part that can be asked for.
    let imports = |line: &&str| line.starts_with("import ") && line.contains(LINK);
    let names: Vec<&str> = js
        .lines()
        .filter(imports)
        .filter_map(|line| line.split_whitespace().nth(3))
        .collect();
    ensure!(!names.is_empty(), "nothing fetches the parts");
    let (own_import, link) = link.split_once('\n').context("an empty link")?;
    ensure!(
        own_import.starts_with("import "),
        "the link begins otherwise than it did: {own_import}"
    );
    let loads: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("export const "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    ensure!(
        link.contains(STREAMING),
        "a part is started otherwise than it was"
    );
    let link = link
        .replace("export const ", "const ")
        .replace(STREAMING, WHATEVER_IT_IS_CALLED);
    let loads = loads.join(", ");
    let objects = names
        .iter()
        .map(|name| format!("const {name} = {{ {loads} }};\n"));
    let rest = js.lines().filter(|line| !imports(line));
    let rest: Vec<&str> = rest.collect();
    Ok([link, objects.collect(), rest.join("\n")].join("\n"))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Writes the JavaScript side of a compiled module. The two sides must speak one version of wasm-bindgen;
/// cargo sees to that, since it allows only one version of `wasm-bindgen-shared` in `Cargo.lock`.
pub fn connect(module: &Path) -> Result<(String, Vec<u8>)> {
    let mut output = Bindgen::new()
        .input_path(module)
        .web(true)?
        .keep_lld_exports(true)
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
    Ok((js, output.wasm_mut().emit_wasm()))
}

/// Gives what the two sides call each other by short names, and returns the JavaScript side with them: the long ones
/// say what they are for, to nobody on the page, and their hashes do not compress.
fn shorten_names(output: &mut Output) -> String {
    /// How the names begin that wasm-bindgen has made up.
    const OWN: [&str; 3] = ["__wb", "__externref", "wasm_bindgen_"];
    let mut short_names = HashMap::new();
    let mut shorten = |name: &mut String| {
        if OWN.iter().any(|start| name.starts_with(start)) {
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

/// How a browser reads a piece of JavaScript.
pub enum Script {
    Classic,
    Module,
}

/// The same JavaScript with short names and no spare space.
pub fn shorten(js: &str, script: Script) -> Result<String> {
    let terser = places::www().join("node_modules/terser/bin/terser");
    let mut node = Command::new("node");
    node.arg(terser).args(["--compress", "--mangle"]);
    if let Script::Module = script {
        node.arg("--module");
    }
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
