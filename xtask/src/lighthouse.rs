//! What Lighthouse says of a solution's page on a phone with a slow network: the tool that search engines' people judge
//! pages by.

use std::process::Command;

use anyhow::Result;

use crate::{command, engines, places, setup};

/// Runs, of which the bench takes the one in the middle.
const RUNS: usize = 3;

/// A browser that does nothing but show the page: what its own address field will show would take a second of a processor
/// while the page is judged.
const SWITCHES: [&str; 4] = [
    "--headless",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
];

/// How a slow network and a slow processor are had.
#[derive(Clone, Copy)]
pub enum Slowness {
    /// Reckoned from a quick visit, as Lighthouse does unless told otherwise. What is fetched before something is seen
    /// counts as if it had been waited for.
    Reckoned,
    /// The browser is slowed down.
    Real,
}

impl Slowness {
    /// What Lighthouse calls it.
    fn method(self) -> &'static str {
        match self {
            Self::Reckoned => "simulate",
            Self::Real => "devtools",
        }
    }
}

/// The files with the reports on a page, as JSON.
pub fn reports(page: &str, slowness: Slowness) -> Result<Vec<String>> {
    let folder = places::root().join("xtask/lighthouse");
    setup::npm(&folder, "Lighthouse comes from npm")?;
    let chromium = engines::chromium()?.browser;
    let method = slowness.method();
    (0..RUNS)
        .map(|run| {
            let report =
                places::scratch("lighthouse").with_extension(format!("{method}.{run}.json"));
            let mut lighthouse = Command::new("node");
            lighthouse
                .arg(folder.join("node_modules/lighthouse/cli/index.js"))
                .args([
                    page,
                    "--output=json",
                    "--quiet",
                    "--no-enable-error-reporting",
                ])
                .arg("--only-categories=performance,accessibility,best-practices,seo")
                .arg(format!("--throttling-method={method}"))
                .arg(format!("--chrome-flags={}", SWITCHES.join(" ")))
                .arg(format!("--output-path={}", report.display()))
                .env("CHROME_PATH", &chromium);
            command::run(&mut lighthouse, "Lighthouse needs Node.js 18.16 or later.")?;
            Ok(report.display().to_string())
        })
        .collect()
}
