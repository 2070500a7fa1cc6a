//! The page: Yew components, and all that has to do with the browser. The only room that names yew.
//!
//! `state` holds what the page shows and what can happen to it; `page` fetches the solution and lays the sections
//! out, each in a file of its own. Sections get plain data and give back [`state::Action`]s.

mod claim;
mod controls;
mod drawing;
mod figure;
mod figures;
mod head;
mod headlines;
mod method;
mod page;
mod slider;
mod state;
mod still;
mod table;

use crate::solution::Language;
use gloo::utils::{document, document_element};

/// Where this page stands: what its address says, written on the document by the page itself.
#[derive(Clone, PartialEq, Debug)]
struct Place {
    language: Language,
    /// The solution's id.
    solution: String,
    /// The solution's name, as the page's first view has it.
    title: String,
    /// The way from the page to the site's root: `../../`.
    root: String,
}

impl Place {
    fn solution_address(&self) -> String {
        format!("{}solutions/{}.json", self.root, self.solution)
    }
}

/// Fetches the solution and mounts the page in `#app`; until then the page's first view stands there.
pub fn run() {
    let html = document_element();
    let say = |name: &str| html.get_attribute(name).unwrap_or_default();
    let title = document().query_selector("#app h1").ok().flatten();
    let title = title.and_then(|title| title.text_content());
    let place = Place {
        language: Language::from_code(&say("lang")).unwrap_or_default(),
        solution: say("data-solution"),
        root: say("data-root"),
        title: title.unwrap_or_default(),
    };
    let Some(element) = document().get_element_by_id("app") else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let answer = page::fetch(&place).await;
        let props = page::PageProps { place, answer };
        yew::Renderer::<page::Page>::with_root_and_props(element, props).render();
    });
}
