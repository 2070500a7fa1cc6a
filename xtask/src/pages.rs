//! The pages: what a person, a search engine or a browser without script sees before the program runs.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use gevinstsimulator::uncertainty::MOST_DRAWS;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde::Serialize;

use crate::catalogue::{Edition, Entry};
use crate::first_view::FirstView;
use crate::licences;
use crate::oembed::{self, Address};
use crate::offline::Kept;
use crate::places;
use crate::preview::{self, Previews};
use crate::shots::Glimpse;
use crate::site::fingerprint;

/// The names of the files in `assets/`.
#[derive(Default, Serialize)]
pub struct Assets {
    pub css: String,
    /// The style sheet itself, where it stands in the pages of solutions: they are painted a round trip sooner.
    pub style: Option<String>,
    /// The style of what is seen later.
    pub further_css: String,
    pub js: String,
    pub wasm: String,
    /// The other parts of the program.
    pub parts: Vec<String>,
    pub boot: String,
    pub nomodule: String,
    pub start: String,
    pub icon: String,
    pub manifests: BTreeMap<&'static str, String>,
}

/// Where a language has its accessibility statement.
pub const STATEMENT: &str = "accessibility.html";

/// Where a solution has all that its page says written out.
pub const IN_FULL: &str = "in-full.html";

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
            "metadata.html",
            "start.html",
            "beside.html",
            "statement.html",
            "in-full.html",
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

    /// The script that is run before anything is painted. It stands in the page, where a policy knows it by its content.
    pub fn first_script(&self) -> Result<String> {
        self.fill("first.js", context!())
    }

    /// The script that starts the program, and says so if it cannot.
    pub fn boot(
        &self,
        js: &str,
        wasm: &str,
        [css, further_css]: [&str; 2],
        manifests: &BTreeMap<&str, String>,
    ) -> Result<String> {
        let draws = MOST_DRAWS;
        let manifests = Value::from_safe_string(serde_json::to_string(manifests)?);
        self.fill(
            "boot.js",
            context!(js, wasm, css, further_css, manifests, draws),
        )
    }

    /// The script that leads to the visitor's language.
    pub fn start_script(&self) -> Result<String> {
        self.fill("start.js", context!())
    }

    /// The script that starts the program where all of it is in the page. `unpacker` is how many bytes that has which
    /// unpacks the rest; `index` has how many bytes each part of the rest has, the checksum of what is in it, and its names
    /// and sizes.
    pub fn unpack(
        &self,
        unpacker: usize,
        index: &impl Serialize,
        css: [&str; 2],
        js: &str,
    ) -> Result<String> {
        let index = Value::from_safe_string(serde_json::to_string(index)?);
        self.fill(
            "unpack.js",
            context!(unpacker, index, css, js, licences => licences::FILE),
        )
    }

    /// The script for browsers that do not know modules.
    pub fn nomodule(&self) -> Result<String> {
        self.fill("nomodule.js", context!())
    }

    /// The script that other sites embed the simulator by.
    pub fn embed(&self, editions: &[Edition]) -> Result<String> {
        let titles: BTreeMap<&str, &str> = editions
            .iter()
            .map(|edition| (edition.code, edition.site_name))
            .collect();
        let titles = Value::from_safe_string(serde_json::to_string(&titles)?);
        self.fill("embed.js", context!(titles))
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
        let first = Value::from_safe_string(self.first_script()?);
        let style = assets.style.clone().map(Value::from_safe_string);
        let site = address.map(site);
        let path = Value::from_safe_string(format!("{}/", solution.id));
        let [width, height] = Previews::size();
        let preview = context!(file => preview::FILE, width, height);
        self.fill(
            "page.html",
            context!(editions, edition, solution, assets, first, style, view, findings, root, site, path, preview, oembed, alone => ()),
        )
    }

    /// All that a solution's page says, for those without scripts.
    pub fn in_full(
        &self,
        editions: &[Edition],
        edition: &Edition,
        solution: &Entry,
        assets: &Assets,
        text: String,
    ) -> Result<String> {
        let root = Value::from_safe_string("../../".to_owned());
        let file = Value::from_safe_string(format!("{}/{IN_FULL}", solution.id));
        let (title, description) = (
            (edition.spoken.pages().in_full_title)(&solution.name),
            &solution.summary,
        );
        let text = Value::from_safe_string(text);
        self.fill(
            "in-full.html",
            context!(
                editions,
                edition,
                solution,
                assets,
                root,
                file,
                title,
                description,
                text
            ),
        )
    }

    /// The page that leads to the others; `root` is the way from it to the site's root.
    pub fn start(
        &self,
        editions: &[Edition],
        edition: &Edition,
        root: &str,
        assets: &Assets,
        glimpse: Option<&Glimpse>,
        address: Option<&Address>,
    ) -> Result<String> {
        let root = Value::from_safe_string(root.to_owned());
        let site = address.map(site);
        self.fill(
            "start.html",
            context!(editions, edition, assets, glimpse, root, site, preview => ()),
        )
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

    /// The accessibility statement.
    pub fn statement(
        &self,
        editions: &[Edition],
        edition: &Edition,
        assets: &Assets,
    ) -> Result<String> {
        let (file, root) = (STATEMENT, Value::from_safe_string("../".to_owned()));
        let said = edition.spoken.statement();
        let (title, description) = (said.title, said.intro[0]);
        self.fill(
            "statement.html",
            context!(editions, edition, assets, root, file, title, description, solution => ()),
        )
    }

    fn fill(&self, name: &str, values: Value) -> Result<String> {
        let text = self.0.get_template(name)?.render(values);
        text.with_context(|| format!("cannot fill in www/{name}"))
    }
}

/// The site's whole address, in which there is nothing to escape.
fn site(address: &Address) -> Value {
    Value::from_safe_string(address.root().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    /// Every page of a site whose address is known, or is not, by its path.
    fn all(address: Option<&Address>) -> Vec<(String, String)> {
        let files = catalogue::files().unwrap();
        let editions = catalogue::editions(&files).unwrap();
        let named = |edition: &Edition| (edition.code, String::from("manifest"));
        let (pages, assets) = (
            Pages::read().unwrap(),
            Assets {
                manifests: editions.iter().map(named).collect(),
                ..Assets::default()
            },
        );
        let view = FirstView {
            view: String::new(),
            findings: "",
        };
        let mut all = Vec::new();
        for edition in &editions {
            let page = pages.start(&editions, edition, "../", &assets, None, address);
            all.push((format!("{}/", edition.code), page.unwrap()));
            for solution in &edition.solutions {
                let page = pages.solution(&editions, edition, solution, &assets, &view, address);
                all.push((format!("{}/{}/", edition.code, solution.id), page.unwrap()));
            }
        }
        all
    }

    #[test]
    fn every_page_says_what_it_is_in_its_language_to_those_who_pass_it_on() {
        for (path, page) in all(None) {
            let (code, _) = path.split_once('/').unwrap();
            for said in [
                format!("<html lang=\"{code}\""),
                format!("property=\"og:locale\" content=\"{code}_"),
                "<meta name=\"description\" content=\"".to_owned(),
                "property=\"og:title\" content=\"".to_owned(),
                "property=\"og:description\" content=\"".to_owned(),
            ] {
                assert!(page.contains(&said), "{path} lacks {said}:\n{page}");
            }
            let empty = "content=\"\"";
            assert!(!page.contains(empty), "{path} says nothing:\n{page}");
            assert!(!page.contains("canonical"), "{path} makes an address up");
        }
    }

    #[test]
    fn where_the_site_is_known_every_page_says_where_it_is_itself_and_in_other_languages() {
        let address = Address::read("https://a.example/sim").unwrap();
        for (path, page) in all(Some(&address)) {
            let (_, rest) = path.split_once('/').unwrap();
            let whole = format!("https://a.example/sim/{path}");
            for said in [
                format!("rel=\"canonical\" href=\"{whole}\""),
                format!("property=\"og:url\" content=\"{whole}\""),
                format!("hreflang=\"nn\" href=\"https://a.example/sim/nn/{rest}\""),
                format!("hreflang=\"en\" href=\"https://a.example/sim/en/{rest}\""),
            ] {
                assert!(page.contains(&said), "{path} lacks {said}:\n{page}");
            }
        }
    }

    #[test]
    fn what_is_written_out_leads_to_the_simulator_and_to_the_same_in_other_languages() {
        let files = catalogue::files().unwrap();
        let editions = catalogue::editions(&files).unwrap();
        let (pages, assets) = (Pages::read().unwrap(), Assets::default());
        let (edition, text) = (&editions[0], "<main>…</main>".to_owned());
        let solution = &edition.solutions[0];
        let page = pages.in_full(&editions, edition, solution, &assets, text);
        let page = page.unwrap();
        for said in [
            "<html lang=\"nb\"".to_owned(),
            "<main>…</main>".to_owned(),
            format!("href=\"./\">{}</a>", edition.to_simulator),
            format!("href=\"../../nn/{}/{IN_FULL}\"", solution.id),
        ] {
            assert!(page.contains(&said), "no {said} in:\n{page}");
        }
        assert!(!page.contains("<script"), "{page}");
    }
}
