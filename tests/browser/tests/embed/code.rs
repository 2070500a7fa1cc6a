//! The code that the page gives for other pages: what is chosen there is what others see.

use browser::simulator::slider;
use browser::{Page, Window};

use super::element::{ELEMENT, wait_for_height};
use super::hosts::{open_with, simulator};

#[track_caller]
fn opened() -> Page {
    let page = Page::blank(Window::DESKTOP);
    page.go(&format!("{}nb/monitor/", simulator()));
    page.wait_for_simulator();
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.click("#embed > summary");
    page.wait_for("#embed-code");
    page
}

/// Chooses by what it is called.
#[track_caller]
fn choose(page: &Page, list: &str, name: &str) {
    let value = page.js(&format!(
        "return [...document.querySelector('{list}').options].find(it => it.text.startsWith('{name}')).value"
    ));
    page.click(&format!("{list} option[value={value}]"));
    page.next_frame();
}

/// A page with the code of an element, seen from within it.
#[track_caller]
fn shown_in_element(code: &str) -> Page {
    let host = open_with(code);
    wait_for_height(&host, ELEMENT);
    host.enter(ELEMENT);
    host.wait_for_simulator();
    host
}

#[test]
fn the_code_of_a_fixed_size_shows_what_was_chosen() {
    let page = opened();
    choose(&page, "#embed-part", "Figur: hvem");
    choose(&page, "#embed-theme", "Mørke");
    choose(&page, "#embed-size", "600");
    let code = page.value("#embed-code");
    let preview = page.attribute("#embed iframe", "src");
    page.picture("embed-code");
    drop(page);
    let host = open_with(&code);
    assert_eq!(host.attribute("iframe", "src"), preview);
    assert_eq!(
        host.attribute("iframe", "title").as_deref(),
        Some("Kontaktløs pasientmonitor – Gevinstsimulatoren")
    );
    host.enter("iframe");
    host.wait_for("#figure-actors svg");
    assert_eq!(host.count("#controls, #npv"), 0);
    assert_eq!(
        host.attribute("html", "data-color-scheme").as_deref(),
        Some("dark")
    );
    assert_eq!(
        host.js("return [innerWidth, innerHeight]"),
        serde_json::json!([600, 800])
    );
    let whole = host.attribute(".whole a", "href").unwrap_or_default();
    assert!(whole.contains("reach=0.61"), "{whole}");
}

#[test]
fn the_code_of_the_element_shows_the_same() {
    let page = opened();
    choose(&page, "#embed-part", "Hovedtall");
    let npv = page.text("#npv");
    let code = page.value("#embed-code");
    drop(page);
    let host = shown_in_element(&code);
    assert_eq!(host.slider_value("reach"), 61.0);
    assert_eq!(host.text("#npv"), npv);
    assert_eq!(host.count(".notice, .figure"), 0);
    host.leave();
    assert_eq!(host.console(), [""; 0]);
}

#[test]
fn the_code_can_be_in_another_language_than_the_page() {
    let page = opened();
    choose(&page, "#embed-language", "English");
    let code = page.value("#embed-code");
    drop(page);
    let host = shown_in_element(&code);
    assert_eq!(host.attribute("html", "lang").as_deref(), Some("en"));
    assert_eq!(host.text("h1"), "Contactless patient monitoring");
    assert_eq!(host.slider_value("reach"), 61.0);
}

#[test]
#[ignore = "not in WebKit: grants the clipboard"]
fn the_code_follows_the_scenario_and_is_copied() {
    let page = opened();
    page.allow_clipboard();
    page.slide_by_keyboard(&slider("reach"), 35.0);
    page.wait_until("the code has the scenario", || {
        page.value("#embed-code").contains("reach=\"0.35\"")
    });
    page.click("#embed button");
    page.wait_until("it is said that it is copied", || {
        page.text("#embed").contains("Kopiert")
    });
    let copied = page.js("return navigator.clipboard.readText()");
    assert_eq!(copied.as_str(), Some(page.value("#embed-code").as_str()));
    page.enter("#embed iframe");
    page.wait_for_simulator();
    assert_eq!(page.slider_value("reach"), 35.0);
    assert_eq!(page.count("#embed"), 0, "a frame gives no code of itself");
}
