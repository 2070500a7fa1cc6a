//! Where the page stands: which solution in which language, as its address and its menu say.

use crate::solution::Language;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, Url, UrlSearchParams};

/// Where this page stands. The first is written on the document by the page itself, the others by its menu.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    pub language: Language,
    /// The solution's id.
    pub solution: String,
    /// The solution's name, as the page's first view or the menu has it.
    pub title: String,
    /// The way from the page to the site's root: `../../`. Nothing where there is no site.
    pub root: String,
    /// Where its solution is, with the texts of this language.
    pub file: String,
}

impl Place {
    /// The place that the document was made for.
    pub fn here() -> Self {
        let html = document_element();
        let say = |name: &str| html.get_attribute(name).unwrap_or_default();
        let title = document().query_selector("#app h1").ok().flatten();
        let title = title.and_then(|title| title.text_content());
        Self {
            language: Language::from_code(&say("lang")).unwrap_or_default(),
            solution: say("data-solution"),
            root: say("data-root"),
            file: say("data-file"),
            title: title.unwrap_or_default(),
        }
    }

    /// Another solution at the same site.
    pub fn of(&self, link: &HtmlAnchorElement) -> Option<Self> {
        Some(Self {
            solution: link.get_attribute("data-solution")?,
            title: link.text_content().unwrap_or_default().trim().to_owned(),
            file: link.get_attribute("data-file")?,
            ..self.clone()
        })
    }

    /// The place that the browser's address names, if the menu leads there.
    pub fn at_address(&self) -> Option<Self> {
        if self.is_alone() {
            return Some(self.clone());
        }
        let path = window().location().pathname().ok()?;
        let link = links().find(|link| link.pathname() == path)?;
        self.of(&link)
    }

    /// Whether this page is a file of its own, without a site around it.
    pub fn is_alone(&self) -> bool {
        self.root.is_empty()
    }

    /// Makes the document say that this is its place.
    pub fn announce(&self, site_name: &str) {
        document().set_title(&format!("{} – {site_name}", self.title));
        // The attribute is only for those who read the document: nothing is lost where it cannot be set.
        let _ = document_element().set_attribute("data-solution", &self.solution);
        mark_in_menu(Some(&self.solution));
    }
}

/// Marks in the menu which of its solutions is shown, if one is.
pub fn mark_in_menu(shown: Option<&str>) {
    for link in links() {
        let solution = link.get_attribute("data-solution");
        let _ = match solution.as_deref().is_some_and(|it| Some(it) == shown) {
            true => link.set_attribute("aria-current", "page"),
            false => link.remove_attribute("aria-current"),
        };
    }
}

/// The menu's links to solutions.
fn links() -> impl Iterator<Item = HtmlAnchorElement> {
    let found = document()
        .query_selector_all("#solutions a[data-solution]")
        .ok();
    let count = found.as_ref().map_or(0, |found| found.length());
    (0..count).filter_map(move |index| found.as_ref()?.get(index)?.dyn_into().ok())
}

/// A solution file that the address asks for by `?file=`.
#[derive(Clone, PartialEq)]
pub enum Asked {
    /// An address of this site.
    Here(String),
    /// An address of another site, or none at all: not fetched.
    Elsewhere(String),
}

/// What the address asks for by `?file=`, if it does.
pub fn asked() -> Option<Asked> {
    let location = window().location();
    let search = UrlSearchParams::new_with_str(&location.search().ok()?).ok()?;
    let file = search.get("file")?;
    let address = Url::new_with_base(&file, &location.href().ok()?).ok();
    Some(match address {
        Some(address) if Some(address.origin()) == location.origin().ok() => {
            Asked::Here(address.href())
        }
        _ => Asked::Elsewhere(file),
    })
}
