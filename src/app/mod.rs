//! The page: Yew components, and all that has to do with the browser. The only room that names yew.
//!
//! `place` is where the page stands, and `arrivals` how a visitor gets elsewhere. `state` holds what the page shows and
//! what can happen to it; `page` fetches the solution and lays the sections out, each in a file of its own. Sections
//! get plain data and give back [`state::Action`]s. What the browser may refuse has a file each: `address`, `storage`,
//! `share`.
//!
//! What may or may not be there is one node among its neighbours: `if`, `unwrap_or_default()`, `collect::<Html>()`. Yew
//! makes as many of `{ for … }` as there are, and all neighbours anew where that changes.

mod address;
mod arrivals;
mod claim;
mod compare;
mod conditions;
mod controls;
mod curve_editor;
mod drawing;
mod embed;
mod embed_code;
mod figure;
mod figures;
mod first_findings;
mod first_view;
mod focus;
mod frame;
mod further;
mod growth;
mod head;
mod headlines;
mod keys;
mod markup;
mod method;
mod notice;
mod page;
mod paper;
mod part;
mod place;
#[cfg(feature = "prerender")]
pub mod prerender;
mod reader;
mod rest;
mod share;
mod slider;
mod stage;
mod state;
mod still;
mod storage;
mod table;
mod takeaway;
mod tale;
mod workbench;
mod workbook;

use gloo::utils::document;
use page::Arrival;
use place::{Asked, Place, asked};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Fetches the solution and makes the page, which comes in the place of `#app`: the first view as the site's build has
/// written it.
pub fn run() {
    let place = Place::here();
    let Some(element) = document().get_element_by_id("app") else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let arrival = match asked() {
            Some(Asked::Here(address)) => {
                let answer = page::fetch_file(&address).await;
                Arrival::File(address, answer)
            }
            Some(Asked::Elsewhere(address)) => {
                Arrival::Elsewhere(address, page::fetch(&place.file).await)
            }
            None => Arrival::Usual(page::fetch(&place.file).await),
        };
        let Ok(root) = element.clone_node() else {
            return;
        };
        let root: Element = root.unchecked_into();
        let props = page::PageProps {
            place,
            arrival,
            root: root.clone(),
        };
        yew::Renderer::<page::Page>::with_root_and_props(root, props).render();
    });
}
