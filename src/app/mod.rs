//! The page: Yew components, and all that has to do with the browser. The only room that names yew.
//!
//! `place` is where the page stands, and `arrivals` how a visitor gets elsewhere. `state` holds what the page shows and
//! what can happen to it; `page` fetches the solution and lays the sections out, each in a file of its own. Sections
//! get plain data and give back [`state::Action`]s. What the browser may refuse has a file each: `address`, `storage`,
//! `share`.

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
mod frame;
mod further;
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
use place::{Asked, Place, asked};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Fetches the solution and mounts the page in `#app`, in the place of what stands there: the first view as the site's
/// build has written it.
pub fn run() {
    let place = Place::here();
    let Some(element) = document().get_element_by_id("app") else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let asked = asked();
        let own = place.solution_address();
        let answer = match &asked {
            Some(Asked::Here(address)) => page::fetch(address),
            _ => page::fetch(&own),
        };
        let answer = answer.await;
        let props = page::PageProps {
            place,
            answer,
            asked,
        };
        let link = focused_link();
        yew::Renderer::<page::Page>::with_root_and_props(element, props).render();
        // When Yew has rendered.
        wasm_bindgen_futures::spawn_local(async { link.map_or((), focus_again) });
    });
}

/// Where the link leads that a visitor has gone to by keyboard.
fn focused_link() -> Option<String> {
    document().active_element()?.get_attribute("href")
}

/// Gives the focus to the same link of the page that has come in the other's place, if it was there.
fn focus_again(address: String) {
    let link = document().query_selector(&format!("#app a[href='{address}']"));
    if let Some(link) = link
        .ok()
        .flatten()
        .and_then(|link| link.dyn_into::<HtmlElement>().ok())
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A link that cannot have the focus leaves it where it is.
        let _ = link.focus_with_options(&options);
    }
}
