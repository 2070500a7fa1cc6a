//! Programs that are not ours and that tests need: found on this machine, or installed where we can.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::command;

/// What `find` finds, after the Debian packages have been installed where that is needed and possible. `needed` says
/// what is missing, and how to get it elsewhere.
pub fn found_or_installed<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    needed: &str,
) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let list = packages.join(" ");
    if is_debian() && is_root() {
        println!("Installing {list}");
        let hint = format!("Install these packages by hand: {list}");
        command::run(apt().arg("update"), &hint)?;
        let options = ["install", "-y", "--no-install-recommends"];
        command::run(apt().args(options).args(packages), &hint)?;
    }
    match find() {
        Some(found) => Ok(found),
        None => bail!("{needed}\nOn Debian: sudo apt-get install {list}"),
    }
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
    apt
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}

fn is_root() -> bool {
    let id = command::read(Command::new("id").arg("-u"), "");
    id.is_ok_and(|id| id.trim() == "0")
}
