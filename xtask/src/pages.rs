//! The pages: what a person, a search engine or a browser without script sees before the program runs.

use std::fs;

use anyhow::{Context, Result};
use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde::Serialize;

use crate::catalogue::{Edition, Entry};
use crate::first_view::FirstView;
use crate::licences;
use crate::oembed::{self, Address};
use crate::offline::Kept;
use crate::places;
use crate::site::fingerprint;

/// The names of the files in `assets/`.
#[derive(Serialize)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
    /// The other parts of the program.
    pub parts: Vec<String>,
    pub first: String,
    pub boot: String,
    pub nomodule: String,
    pub start: String,
    pub icon: String,
    pub manifest: String,
}

/// What a page has in itself when it is a file of its own.
#[derive(Serialize)]
pub struct Alone {
    /// What it allows itself: a Content-Security-Policy.
    pub policy: String,
    /// All that the page needs, compressed and written in letters.
    pub packed: String,
    /// The script that unpacks it.
    pub unpack: String,
    pub nomodule: String,
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
            "start.js",
            "first.js",
            "begin.js",
            "boot.js",
            "unpack.js",
            "nomodule.js",
            "embed.js",
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

    /// The script that is run before anything is painted.
    pub fn first_script(&self) -> Result<String> {
        self.fill("first.js", context!())
    }

    /// The script that starts the program, and says so if it cannot.
    pub fn boot(&self, js: &str, wasm: &str) -> Result<String> {
        self.fill("boot.js", context!(js, wasm))
    }

    /// The script that leads to the visitor's language.
    pub fn start_script(&self) -> Result<String> {
        self.fill("start.js", context!())
    }

    /// The script that starts the program where all of it is in the page. `index` has the name and size of each file.
    pub fn unpack(&self, index: &[(&str, usize)], css: &str, js: &str) -> Result<String> {
        let index = Value::from_safe_string(serde_json::to_string(index)?);
        self.fill(
            "unpack.js",
            context!(index, css, js, licences => licences::FILE),
        )
    }

    /// The script for browsers that do not know modules.
    pub fn nomodule(&self) -> Result<String> {
        self.fill("nomodule.js", context!())
    }

    /// The script that other sites embed the simulator by.
    pub fn embed(&self, editions: &[Edition]) -> Result<String> {
        let codes: Vec<&str> = editions.iter().map(|edition| edition.code).collect();
        let languages = Value::from_safe_string(serde_json::to_string(&codes)?);
        self.fill("embed.js", context!(languages))
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

    /// A solution's page in one of the editions.
    pub fn solution(
        &self,
        editions: &[Edition],
        edition: &Edition,
        solution: &Entry,
        assets: &Assets,
        first_view: &FirstView,
        address: Option<&Address>,
    ) -> Result<String> {
        let root = Value::from_safe_string("../../".to_owned());
        let oembed = address.map(|address| address.page(edition, solution) + oembed::FILE);
        let oembed = oembed.map(Value::from_safe_string);
        let view = Value::from_safe_string(first_view.view.clone());
        let findings = first_view.findings;
        self.fill(
            "page.html",
            context!(editions, edition, solution, assets, view, findings, root, oembed, alone => ()),
        )
    }

    /// The page that leads to the others; `root` is the way from it to the site's root.
    pub fn start(
        &self,
        editions: &[Edition],
        edition: &Edition,
        root: &str,
        assets: &Assets,
    ) -> Result<String> {
        let root = Value::from_safe_string(root.to_owned());
        self.fill("start.html", context!(editions, edition, assets, root))
    }

    /// The same as a file of its own.
    pub fn alone(&self, edition: &Edition, solution: &Entry, alone: &Alone) -> Result<String> {
        let Alone {
            policy,
            packed,
            unpack,
            nomodule,
        } = alone;
        let safe = |text: &String| Value::from_safe_string(text.clone());
        let alone = context!(policy => safe(policy), packed => safe(packed), unpack => safe(unpack), nomodule => safe(nomodule));
        self.fill("page.html", context!(edition, solution, alone))
    }

    fn fill(&self, name: &str, values: Value) -> Result<String> {
        let text = self.0.get_template(name)?.render(values);
        text.with_context(|| format!("cannot fill in www/{name}"))
    }
}
