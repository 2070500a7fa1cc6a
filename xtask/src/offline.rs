//! What a visitor's browser keeps, so that the simulator opens without a network and can be installed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::pages::Pages;
use crate::program::Quality;
use crate::site::{Site, digest};
use crate::{compress, licences, places};

/// Where the worker is, which says by that what it answers for: the whole site.
pub const WORKER: &str = "service-worker.js";

/// Adds the worker that keeps what is at the site so far. While developing, one that keeps nothing: what is shown is what
/// was built last.
pub fn add_worker(site: &Site, pages: &Pages, quality: Quality) -> Result<()> {
    match quality {
        Quality::Release => site.add(WORKER, pages.worker(&kept(site.folder())?)?),
        Quality::Dev => {
            let none = places::www().join("hosting/no-service-worker.js");
            site.add(WORKER, fs::read_to_string(none)?)
        }
    }
}

/// A file by its address, and its digest as browsers check it.
pub type Kept = (String, String);

/// All pages, and all that they fetch.
fn kept(site: &Path) -> Result<Vec<Kept>> {
    let mut kept = Vec::new();
    for file in compress::files_in(site)? {
        let path = file.strip_prefix(site)?.to_string_lossy();
        if let Some(address) = address(&path.replace('\\', "/")) {
            let content =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            kept.push((address, digest(&content)));
        }
    }
    Ok(kept)
}

/// What a page asks for a file by, if pages do. The start page's picture is not worth what it weighs.
fn address(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match (folder, name) {
        ("", "index.html") => Some("./".to_owned()),
        ("", licences::FILE) | (_, "accessibility.html") => Some(path.to_owned()),
        (_, "index.html") => Some(format!("{folder}/")),
        ("assets", _) if name.ends_with(".webp") => None,
        ("assets", _) => Some(path.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_kept_by_their_address_and_what_they_fetch_by_its_name() {
        assert_eq!(address("index.html").as_deref(), Some("./"));
        assert_eq!(
            address("nb/monitor/index.html").as_deref(),
            Some("nb/monitor/")
        );
        for file in ["licences.txt", "nb/accessibility.html"] {
            assert_eq!(address(file).as_deref(), Some(file));
        }
        assert_eq!(
            address("assets/rest-0.wasm").as_deref(),
            Some("assets/rest-0.wasm")
        );
        assert_eq!(
            address("assets/monitor-0.bin").as_deref(),
            Some("assets/monitor-0.bin")
        );
    }

    #[test]
    fn what_is_for_others_than_the_page_is_not_kept() {
        for file in [
            "embed.js",
            "nb/monitor/monitor.html",
            "solutions/monitor.json",
            "solutions/solution.schema.json",
            "assets/glimpse-nb-light-0.webp",
        ] {
            assert_eq!(address(file), None, "{file}");
        }
    }
}
