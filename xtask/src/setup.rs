//! What the builds and tests need on this machine: fetched where we can, asked for where we cannot.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::SystemTime;

use anyhow::Result;

use crate::{command, packages, places};

/// The compilation target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The compiler's standard library for the browser.
pub fn wasm_target() -> Result<()> {
    let hint = format!(
        "Install Rust's `{WASM}` target: with rustup from https://rustup.rs, or as your system's package."
    );
    let standard_library = Path::new("lib/rustlib").join(WASM);
    if rust_folder()?.join(standard_library).is_dir() {
        return Ok(());
    }
    command::run(Command::new("rustup").args(["target", "add", WASM]), &hint)
}

/// Whether the source of the standard library is here, fetched first where that is possible. Without it the site is
/// built all the same, and is larger.
pub fn standard_library_source() -> Result<bool> {
    let source = rust_folder()?.join("lib/rustlib/src/rust/library/std");
    if !source.is_dir() {
        let mut add = Command::new("rustup");
        add.args(["component", "add", "rust-src"]);
        if let Err(error) = command::run(&mut add, "") {
            println!(
                "{error}Without Rust's own source (rust-src) the page's program is a tenth larger."
            );
        }
    }
    Ok(source.is_dir())
}

/// A part of the toolchain that some installations leave out, by its program and its name in rustup.
pub fn rust_component(program: &str, component: &str) -> Result<()> {
    let hint = format!(
        "Install `{component}`: with rustup from https://rustup.rs, or as your system's package."
    );
    if rust_folder()?.join("bin").join(program).is_file() {
        return Ok(());
    }
    command::run(
        Command::new("rustup").args(["component", "add", component]),
        &hint,
    )
}

/// The stylesheets of the design system, as `www/package-lock.json` names them.
pub fn design_system() -> Result<()> {
    npm(&places::www(), "The page's stylesheets come from npm")
}

/// The tool that the browser tests look for inaccessible elements with, as `tests/browser/package-lock.json` names it.
pub fn accessibility_tool() -> Result<()> {
    let tests = places::root().join("tests/browser");
    npm(&tests, "What tests of accessibility need comes from npm")
}

/// What the lock file in a folder names. `why` says what is missing without it. Tests that run beside each other ask for
/// the same: npm empties the folder first, so that one fetches it and the others wait.
pub fn npm(folder: &Path, why: &str) -> Result<()> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.package-lock.json");
    match (changed(&lock), changed(&installed)) {
        (Some(wanted), Some(present)) if present >= wanted => Ok(()),
        _ => command::run(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(folder),
            &format!(
                "{why}: install Node.js 18.16 or later with npm, and see that its registry can be reached."
            ),
        ),
    }
}

/// LibreOffice, which calculates workbooks in the tests.
pub fn libreoffice() -> Result<PathBuf> {
    packages::found_or_installed(
        || command::find("soffice"),
        &["libreoffice-calc-nogui"],
        "The tests of workbooks need LibreOffice Calc: `soffice` on the PATH.\n\
         On Fedora: sudo dnf install libreoffice-calc\n\
         On macOS:  brew install --cask libreoffice, and /Applications/LibreOffice.app/Contents/MacOS on the PATH",
    )
}

/// A WordPress, unpacked, and the PHP and the database that it runs on, for a test that pastes the simulator's address
/// into it. Only programs are installed: no server starts by itself.
pub fn wordpress() -> Result<PathBuf> {
    let programs = ["php", "mariadbd", "mariadb-install-db"];
    packages::found_or_installed(
        || {
            programs
                .iter()
                .all(|name| command::find(name).is_some())
                .then_some(())
        },
        &[
            "php-cli",
            "php-mysql",
            "mariadb-server-core",
            "mariadb-client-core",
        ],
        "The test in WordPress needs PHP with MySQL (`php`) and MariaDB (`mariadbd`, `mariadb-install-db`) on the PATH.",
    )?;
    let folder = places::scratch("wordpress");
    packages::unpacked(
        &["wordpress", "wordpress-theme-twentytwentythree"],
        &folder,
        "usr/share/wordpress",
    )
}

/// What libFuzzer is compiled by.
pub fn cpp_compiler() -> Result<PathBuf> {
    packages::found_or_installed(
        || command::find("c++"),
        &["g++"],
        "The search for input that does harm needs a C++ compiler: `c++` on the PATH.\n\
         On Fedora: sudo dnf install gcc-c++\n\
         On macOS:  xcode-select --install",
    )
}

/// Web servers, by which the site is published.
pub struct Servers {
    pub nginx: PathBuf,
    pub caddy: PathBuf,
}

/// The web servers that the repository has configurations for, to try these.
pub fn servers() -> Result<Servers> {
    packages::found_or_installed(
        || {
            Some(Servers {
                nginx: command::find("nginx").or_else(at_debians_place)?,
                caddy: command::find("caddy")?,
            })
        },
        &["nginx", "libnginx-mod-http-brotli-static", "caddy"],
        "The tests of www/hosting/ need `nginx`, with its module brotli_static, and `caddy`.",
    )
}

/// Not on the PATH of everybody.
fn at_debians_place() -> Option<PathBuf> {
    Some(PathBuf::from("/usr/sbin/nginx")).filter(|path| path.is_file())
}

/// Where the compiler in use keeps its parts.
fn rust_folder() -> Result<PathBuf> {
    let hint = "Install Rust from https://rustup.rs.";
    let folder = command::read(Command::new("rustc").args(["--print", "sysroot"]), hint)?;
    Ok(PathBuf::from(folder.trim()))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}
