//! Programs that are not ours and that tests need: found on this machine, or installed where we can.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use crate::command;

/// What `find` finds, after the Debian packages have been installed where that is needed and possible. `needed` says
/// what is missing, and how to get it elsewhere.
pub fn found_or_installed<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    needed: &str,
) -> Result<T> {
    // One at a time: browsers are looked for side by side, and Debian's tools lock each other out.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = find() {
        return Ok(found);
    }
    let list = packages.join(" ");
    if is_debian() && is_root() {
        println!("Installing {list}");
        let hint = format!("Install these packages by hand: {list}");
        command::run(apt().arg("update"), &hint)?;
        let options = ["install", "-y", "--no-install-recommends"];
        let mut install = apt();
        install.args(options).args(packages);
        without_starting_servers(|| command::run(&mut install, &hint))?;
    }
    match find() {
        Some(found) => Ok(found),
        None => bail!("{needed}\nOn Debian: sudo apt-get install {list}"),
    }
}

/// Debian packages whose files are wanted without what installing them would do: unpacked into a folder. Gives the one
/// of their folders that is asked for.
pub fn unpacked(packages: &[&str], folder: &Path, wanted: &str) -> Result<PathBuf> {
    let wanted = folder.join(wanted);
    if wanted.is_dir() {
        return Ok(wanted);
    }
    let hint = format!(
        "Put what Debian's {} has there into {}.",
        packages.join(" and "),
        wanted.display()
    );
    let unfinished = folder.with_extension("unfinished");
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("cannot create {}", unfinished.display()))?;
    if is_root() {
        command::run(apt().arg("update"), &hint)?;
    }
    // Not by the user `_apt`, who cannot write here.
    let download = ["-o", "APT::Sandbox::User=root", "download"];
    command::run(
        apt().args(download).args(packages).current_dir(&unfinished),
        &hint,
    )?;
    for entry in fs::read_dir(&unfinished)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            let mut unpack = Command::new("dpkg-deb");
            command::run(unpack.arg("--extract").arg(&path).arg(&unfinished), &hint)?;
        }
    }
    fs::rename(&unfinished, folder)
        .with_context(|| format!("cannot move {}", unfinished.display()))?;
    Ok(wanted)
}

/// Debian starts the servers that it installs, open to everybody, unless this file forbids it.
fn without_starting_servers(install: impl FnOnce() -> Result<()>) -> Result<()> {
    let policy = Path::new("/usr/sbin/policy-rc.d");
    if policy.exists() {
        return install();
    }
    fs::write(policy, "#!/bin/sh\nexit 101\n")?;
    fs::set_permissions(policy, Permissions::from_mode(0o755))?;
    let installed = install();
    fs::remove_file(policy)?;
    installed
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
