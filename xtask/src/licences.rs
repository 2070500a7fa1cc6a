//! The licences of what is not ours: whether we may use it all, and what must be said of what the site ships.
//!
//! Less than `cargo deny` does, which takes minutes to compile; cargo knows the licences that the packages state.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use semver::Version;
use serde::Deserialize;

use crate::{advisories, command, places, setup};

/// What asks for no more than to be named, or leaves our own code as free as it is.
const ACCEPTED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "NCSA",
    "Unicode-3.0",
    "Zlib",
];

/// Where all packages come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The npm packages that the site has something of.
const STYLES: [&str; 2] = ["designsystemet-css", "designsystemet-theme"];

/// Where the site has them.
pub const FILE: &str = "licences.txt";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// A package, as cargo knows it.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: Version,
    license: Option<String>,
    authors: Vec<String>,
    /// None for our own.
    source: Option<String>,
    manifest_path: PathBuf,
}

/// Fails if a package of the lock file has a licence that we do not accept, or comes from elsewhere than the registry.
pub fn check() -> Result<()> {
    let packages = packages()?;
    let foreign = || packages.iter().filter(|package| package.source.is_some());
    let wrong: Vec<String> = foreign().filter_map(Package::objection).collect();
    ensure!(
        wrong.is_empty(),
        "{}\nDo without, or see xtask/src/licences.rs.",
        wrong.join("\n")
    );
    println!("{} packages have licences that we accept.", packages.len());
    advisories::check(foreign().map(|package| (package.name.as_str(), &package.version)))
}

impl Package {
    fn objection(&self) -> Option<String> {
        let license = self.license.as_deref().unwrap_or("none");
        let said = format!("{} {}", self.name, self.version);
        if !is_accepted(license) {
            return Some(format!("{said} has the licence {license}."));
        }
        let elsewhere = self.source.as_deref().filter(|from| *from != REGISTRY);
        elsewhere.map(|from| format!("{said} comes from {from}."))
    }

    fn is(&self, named: &str) -> bool {
        named.starts_with(&format!("{} v{} ", self.name, self.version))
            || named == format!("{} v{}", self.name, self.version)
    }
}

/// Whether one of the choices that a licence expression gives is ours to take, in each of its parts. A slash is how `OR`
/// was written before.
fn is_accepted(license: &str) -> bool {
    let license = license.replace('/', " OR ");
    let parts = license.split(" AND ");
    parts.into_iter().all(|part| {
        let choices = part.trim_matches(['(', ')', ' ']).split(" OR ");
        choices
            .into_iter()
            .any(|choice| ACCEPTED.contains(&choice.trim()))
    })
}

/// All packages of the lock file.
fn packages() -> Result<Vec<Package>> {
    let mut metadata = command::cargo("metadata --all-features --format-version 1");
    let answer = command::read(&mut metadata, "See what cargo says about Cargo.toml.")?;
    let Metadata { packages } = serde_json::from_str(&answer)?;
    Ok(packages)
}

/// The licences of everything that the site ships, each text once below the names that it is for and whose they are.
pub fn of_what_is_shipped() -> Result<String> {
    let own = fs::read_to_string(places::root().join("LICENSE"))?;
    let mut by_terms: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let mut add = |name: String, text: String| {
        let Licence { holders, terms } = Licence::of(&text);
        let by_holders = by_terms.entry(terms).or_default();
        by_holders.entry(holders).or_default().insert(name);
    };
    let names = compiled_in()?;
    for package in packages()?
        .iter()
        .filter(|package| package.source.is_some())
    {
        if names.iter().any(|name| package.is(name)) {
            let name = format!("{} {}", package.name, package.version);
            add(name, text_of(package, &own)?);
        }
    }
    for name in STYLES {
        let folder = places::www().join("node_modules/@digdir").join(name);
        add(format!("@digdir/{name}"), read(&folder.join("LICENSE"))?);
    }
    let mut whole = paragraphs(&own).collect::<Vec<_>>().join("\n\n");
    for (terms, by_holders) in by_terms {
        whole += &format!("\n\n{RULE}");
        for (holders, names) in by_holders {
            let names: Vec<String> = names.into_iter().collect();
            whole += &format!("\n\n{}", names.join(", "));
            if !holders.is_empty() {
                whole += &format!("\n{holders}");
            }
        }
        whole += &format!("\n\n{terms}");
    }
    whole += &format!("\n\n{RULE}\n\nThe standard library of Rust\n\n{STANDARD_LIBRARY}\n");
    Ok(whole)
}

/// A licence's text, in two.
struct Licence {
    /// Who has the copyright, a line each.
    holders: String,
    /// What is allowed, a line for each paragraph; without a title that says no more than which licence it is.
    terms: String,
}

impl Licence {
    fn of(text: &str) -> Self {
        // Below that it says how to use the licence, which is none of its terms.
        let text = text.split("APPENDIX: How to apply").next().unwrap_or(text);
        let paragraphs = text.split("\n\n").zip(paragraphs(text));
        let (mut holders, mut terms) = (Vec::new(), Vec::new());
        for (paragraph, joined) in paragraphs {
            let names_holders = terms.is_empty() && joined.starts_with("Copyright");
            match joined.as_str() {
                "" | "MIT License" | "The MIT License" | "The MIT License (MIT)" => {}
                _ if names_holders => holders.extend(paragraph.lines().map(str::trim)),
                _ => terms.push(joined),
            }
        }
        Self {
            holders: holders.join("\n"),
            terms: terms.join("\n\n"),
        }
    }
}

/// A text's paragraphs, a line each: the same words are the same text, however wide it was set.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let words = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    text.split("\n\n").map(words)
}

const RULE: &str = "------------------------------------------------------------------------------";

const STANDARD_LIBRARY: &str = "Copyright (c) The Rust Project Contributors\n\n\
    Used under the MIT license, whose text stands first in this file.";

/// What is compiled into the page's program: names and versions.
fn compiled_in() -> Result<Vec<String>> {
    let wasm = setup::WASM;
    let line = format!(
        "tree --package gevinstsimulator --package unpack --features gevinstsimulator/app --target {wasm} --edges normal,no-proc-macro --prefix none"
    );
    let tree = command::read(&mut command::cargo(&line), "See what cargo says.")?;
    Ok(tree.lines().map(str::to_owned).collect())
}

/// The text of the licence that a package is used under: that of MIT where there is a choice.
fn text_of(package: &Package, own: &str) -> Result<String> {
    let license = package.license.as_deref().unwrap_or_default();
    let folder = package
        .manifest_path
        .parent()
        .context("a package without a folder")?;
    let mut files = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        if path.is_file() && (name.starts_with("LICEN") || name.starts_with("COPYING")) {
            files.push((name, path));
        }
    }
    files.sort();
    let of_mit = files.iter().find(|(name, _)| name.contains("MIT"));
    let text = of_mit.or(files.first()).map(|(_, path)| read(path));
    match text.transpose()? {
        Some(text) if text.len() > A_NAME => Ok(text),
        _ => {
            // Some say only in their manifest what their licence is, and whose; and of a link to a text elsewhere there is
            // only the name.
            ensure!(
                license.contains("MIT"),
                "{} has no text of its licence, {license}",
                package.name
            );
            let (_, text) = own.split_once("\n\n").context("our own licence")?;
            let (_, text) = text.split_once("\n\n").context("our own licence")?;
            let (text, _) = text.split_once(RULE).context("our own licence")?;
            let holders = package.authors.join(", ");
            Ok(format!(
                "MIT License\n\nCopyright (c) {holders}\n\n{}",
                text.trim()
            ))
        }
    }
}

/// What is no longer than this, in bytes, is no licence.
const A_NAME: usize = 100;

fn read(path: &Path) -> Result<String> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_accepted_choice_is_enough_and_every_part_needs_one() {
        for accepted in [
            "MIT",
            "GPL-3.0 OR MIT",
            "Unlicense/MIT",
            "(MIT OR Apache-2.0) AND ISC",
        ] {
            assert!(is_accepted(accepted), "{accepted}");
        }
        for refused in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(GPL-3.0 OR LGPL-3.0) AND MIT",
            "none",
            "",
        ] {
            assert!(!is_accepted(refused), "{refused}");
        }
    }

    #[test]
    fn what_the_site_ships_is_named_with_its_licence_and_what_only_builds_it_is_not() {
        setup::design_system().unwrap();
        let licences = of_what_is_shipped().unwrap();
        for shipped in [
            "yew 0.23",
            "plotters 0.3",
            "lzma-rust2 0.25",
            "Kuo and Stephen Joe",
            "Hao Hou",
            "@digdir/designsystemet-css",
        ] {
            assert!(licences.contains(shipped), "{shipped}");
        }
        assert!(!licences.contains("axum"));
        // Whose it is, where the package has no file with the text.
        assert!(licences.contains("Chris Wong"));
    }
}
