//! The pages: what a person, a search engine or a browser without script sees before the program runs.

use std::fs;

use anyhow::{Context, Result};
use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde::Serialize;

use crate::catalogue::{Edition, Entry};
use crate::offline::Kept;
use crate::places;
use crate::site::fingerprint;

/// The names of the files in `assets/`.
#[derive(Serialize)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
    pub boot: String,
    pub nomodule: String,
    pub icon: String,
    pub manifest: String,
}

/// The templates in `www/`.
pub struct Pages(Environment<'static>);

impl Pages {
    pub fn read() -> Result<Self> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_trim_blocks(true);
        templates.set_lstrip_blocks(true);
        for name in [
            "page.html",
            "menu.html",
            "start.html",
            "boot.js",
            "nomodule.js",
            "service-worker.js",
            "manifest.webmanifest",
        ] {
            let path = places::www().join(name);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            templates.add_template_owned(name, text)?;
        }
        Ok(Self(templates))
    }

    /// The script that starts the program, and says so if it cannot.
    pub fn boot(&self, js: &str, wasm: &str) -> Result<String> {
        self.fill("boot.js", context!(js, wasm))
    }

    /// The script for browsers that do not know modules.
    pub fn nomodule(&self) -> Result<String> {
        self.fill("nomodule.js", context!())
    }

    /// The worker that keeps these files.
    pub fn worker(&self, kept: &[Kept]) -> Result<String> {
        let files = serde_json::to_string(kept)?;
        let version = fingerprint(files.as_bytes());
        self.fill(
            "service-worker.js",
            context!(version, files => Value::from_safe_string(files)),
        )
    }

    /// What an installed simulator is called, and looks like: a drawing, and pictures of it by their width.
    pub fn manifest(
        &self,
        edition: &Edition,
        icon: &str,
        pictures: &[(u32, String)],
    ) -> Result<String> {
        let (name, description) = (edition.site_name, edition.site_intro);
        let language = edition.code;
        self.fill(
            "manifest.webmanifest",
            context!(name, description, language, icon, pictures),
        )
    }

    /// A solution's page.
    pub fn solution(&self, edition: &Edition, solution: &Entry, assets: &Assets) -> Result<String> {
        self.fill("page.html", context!(edition, solution, assets, root => Value::from_safe_string("../../".to_owned())))
    }

    /// The page that leads to the others.
    pub fn start(&self, editions: &[Edition], assets: &Assets) -> Result<String> {
        self.fill("start.html", context!(editions, assets, root => ""))
    }

    fn fill(&self, name: &str, values: Value) -> Result<String> {
        let text = self.0.get_template(name)?.render(values);
        text.with_context(|| format!("cannot fill in www/{name}"))
    }
}
