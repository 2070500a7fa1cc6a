//! What is known to be unsafe in the packages that we use (the RustSec advisory database): by a list that is stored here,
//! and by `cargo audit` where that is installed and can fetch a newer one.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use semver::{Version, VersionReq};
use serde::Deserialize;

use crate::command;

/// What is known and does us no harm, and why.
const HARMLESS: [(&str, &str); 3] = [
    (
        "RUSTSEC-2026-0235",
        "rkyv is there for source maps of lightningcss, which builds the style sheet; nothing reads archives with it",
    ),
    (
        "RUSTSEC-2025-0141",
        "bincode comes with Yew and gloo and is not called: it is for workers, and for hydration",
    ),
    (
        "RUSTSEC-2024-0370",
        "proc-macro-error comes with Yew's macros, and runs in the compiler",
    ),
];

/// The stored list: `xtask/advisories.json`.
#[derive(Deserialize)]
struct Known {
    /// The last day of which the list knows.
    as_of: String,
    /// The packages that were looked up, in which all others have nothing against them.
    packages: BTreeSet<String>,
    advisories: Vec<Advisory>,
}

#[derive(Deserialize)]
struct Advisory {
    id: String,
    package: String,
    /// `vulnerability`, `unsound` or `unmaintained`.
    kind: String,
    /// Versions that are safe again, and that always were.
    patched: Vec<VersionReq>,
    unaffected: Vec<VersionReq>,
    what: String,
}

impl Advisory {
    fn is_about(&self, name: &str, version: &Version) -> bool {
        let safe = || self.patched.iter().chain(&self.unaffected);
        self.package == name && !safe().any(|versions| versions.matches(version))
    }
}

/// Fails if a package is known to be unsafe or was never looked up.
pub fn check<'a>(packages: impl Iterator<Item = (&'a str, &'a Version)>) -> Result<()> {
    let known: Known = serde_json::from_str(include_str!("../advisories.json"))?;
    let (wrong, harmless) = known.about(packages);
    ensure!(
        wrong.is_empty(),
        "{}\nTake another version or do without, or see xtask/src/advisories.rs.",
        wrong.join("\n")
    );
    for line in harmless {
        println!("Known and harmless: {line}");
    }
    println!("Advisories: nothing else until {}.", known.as_of);
    if command::find("cargo-audit").is_none() {
        println!("What has been found since is not known here: cargo-audit is not installed.");
        return Ok(());
    }
    let mut audit = command::cargo("audit");
    for (id, _) in HARMLESS {
        audit.args(["--ignore", id]);
    }
    let hint = "See what cargo audit says; without the network it has no list of advisories.";
    command::run(&mut audit, hint)
}

impl Known {
    /// What is wrong with packages, and what is known and harmless.
    fn about<'a>(
        &self,
        packages: impl Iterator<Item = (&'a str, &'a Version)>,
    ) -> (Vec<String>, Vec<String>) {
        let (mut wrong, mut harmless) = (Vec::new(), Vec::new());
        for (name, version) in packages {
            if !self.packages.contains(name) {
                wrong.push(format!(
                    "{name} {version} is new: look for it at https://rustsec.org/packages/, then name it in \
                     xtask/advisories.json with what is there."
                ));
            }
            let about = |advisory: &&Advisory| advisory.is_about(name, version);
            for Advisory { id, kind, what, .. } in self.advisories.iter().filter(about) {
                let said = format!("{name} {version}, {id} ({kind}): {what}.");
                match HARMLESS.iter().find(|(harmless, _)| harmless == id) {
                    Some((_, why)) => harmless.push(format!("{said} But {why}.")),
                    None => wrong.push(said),
                }
            }
        }
        (wrong, harmless)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let json = r#"{
            "as_of": "2026-01-01",
            "packages": ["tokio", "rkyv"],
            "advisories": [
                {"id": "RUSTSEC-2021-0124", "package": "tokio", "kind": "vulnerability",
                    "patched": [">= 1.8.4, < 1.9.0", ">= 1.13.1"], "unaffected": ["< 0.1.14"], "what": "A race"},
                {"id": "RUSTSEC-2026-0235", "package": "rkyv", "kind": "vulnerability",
                    "patched": [">= 0.8.17"], "unaffected": [], "what": "Reads beyond bounds"}
            ]
        }"#;
        serde_json::from_str(json).unwrap()
    }

    fn about(name: &str, version: &str) -> (usize, usize) {
        let version = version.parse().unwrap();
        let (wrong, harmless) = known().about([(name, &version)].into_iter());
        (wrong.len(), harmless.len())
    }

    #[test]
    fn a_version_is_unsafe_that_is_neither_patched_nor_was_always_safe() {
        assert_eq!(about("tokio", "1.9.0"), (1, 0));
        assert_eq!(about("tokio", "1.8.3"), (1, 0));
        for safe in ["1.8.4", "1.13.1", "1.48.0", "0.1.13"] {
            assert_eq!(about("tokio", safe), (0, 0), "{safe}");
        }
    }

    #[test]
    fn what_does_us_no_harm_is_said_and_does_not_fail() {
        assert_eq!(about("rkyv", "0.7.46"), (0, 1));
    }

    #[test]
    fn a_package_that_nobody_looked_up_is_refused() {
        assert_eq!(about("left-pad", "1.0.0"), (1, 0));
    }

    #[test]
    fn the_stored_list_is_about_packages_that_were_looked_up() {
        let known: Known = serde_json::from_str(include_str!("../advisories.json")).unwrap();
        for Advisory { id, package, .. } in &known.advisories {
            assert!(known.packages.contains(package), "{id}");
        }
        let ids = known.advisories.iter().map(|advisory| advisory.id.as_str());
        let ids: BTreeSet<&str> = ids.collect();
        for (id, _) in HARMLESS {
            assert!(ids.contains(id), "{id} is no longer of use");
        }
    }
}
