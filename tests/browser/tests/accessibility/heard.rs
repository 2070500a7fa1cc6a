//! What a screen reader is told: by the page itself when something has changed, and by the browser of what there is.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use browser::simulator::{Twin, field, slider};
use browser::{Engine, Key, Page, Window};
use gevinstsimulator::figure::FIGURES;
use serde_json::{Value, json};

use super::open_everything;

/// Where the page says something by itself, beside what is said of a field or a button there.
const SAID: &str = "#app > [role=status]";

/// Longer than the visitor must rest before anything is said (milliseconds).
const LONG: u32 = 1500;

/// Writes down all that is said from now on, with where the slider was then.
fn listen(page: &Page) {
    page.js(&format!(
        "window.heard = [];
         new MutationObserver(() => heard.push(document.querySelector('{SAID}').textContent))
           .observe(document.querySelector('{SAID}'), {{childList: true, characterData: true, subtree: true}})"
    ));
}

fn heard(page: &Page) -> Vec<String> {
    let heard = page.js("return window.heard");
    serde_json::from_value(heard).unwrap_or_default()
}

fn wait(page: &Page, milliseconds: u32) {
    page.js(&format!(
        "return new Promise(done => setTimeout(done, {milliseconds}))"
    ));
}

#[test]
fn nothing_is_said_before_anything_is_done() {
    let page = Page::simulator(Window::DESKTOP);
    wait(&page, LONG);
    assert_eq!(page.text(SAID), "");
}

#[test]
fn a_slider_that_is_dragged_is_followed_by_one_sentence_when_it_is_let_go() {
    let page = Page::simulator(Window::DESKTOP);
    let control = Twin::default().control("reach");
    let at = |shown| page.point_on_slider(&control, "reach", shown);
    let way = [80.0, 70.0, 60.0, 50.0, 40.0, 30.0].map(at);
    listen(&page);
    page.hold_mouse(way[0]);
    for point in way {
        page.move_mouse(point);
        page.next_frame();
    }
    // It rests, and is still held.
    wait(&page, LONG);
    assert_eq!(heard(&page), [""; 0]);
    page.release_mouse();
    page.wait_until("the result is said", || !heard(&page).is_empty());
    wait(&page, LONG);
    assert_eq!(heard(&page), [page.text(".sentence")]);
}

#[test]
fn a_slider_that_is_moved_by_many_keys_is_followed_by_one_sentence() {
    let page = Page::simulator(Window::DESKTOP);
    listen(&page);
    page.press(&slider("reach"), Key::Left.value().to_string().repeat(20));
    wait(&page, LONG);
    assert_eq!(heard(&page), [page.text(".sentence")]);
    page.fill(&field("reach"), "40");
    wait(&page, LONG);
    assert_eq!(heard(&page)[1..], [page.text(".sentence")]);
}

#[test]
fn a_story_is_said_with_what_comes_of_it_on_the_page_and_on_the_stage() {
    let page = Page::simulator(Window::DESKTOP);
    page.click(".stories .chip:nth-of-type(1)");
    page.wait_for("#tale-title");
    let said = format!("{} {}", page.text("#tale-title"), page.text(".sentence"));
    page.wait_for_text(SAID, &said);
    page.click("#tool-stage");
    page.wait_for(".stage");
    page.press("body", "2");
    page.wait_until("the other story is said", || {
        page.text(SAID).starts_with(&page.text(".stage-story"))
            && page.text(SAID).ends_with(&page.text(".stage-sentence"))
    });
}

#[test]
fn what_looks_at_the_same_result_in_another_way_says_nothing() {
    let page = Page::simulator(Window::DESKTOP);
    listen(&page);
    page.click("#figure-flows .choice-pair button:nth-of-type(2)");
    wait(&page, LONG);
    assert_eq!(heard(&page), [""; 0]);
}

/// What Firefox tells of the page, with roles and properties called as Chromium calls them. It makes its tree when it is
/// first asked for, and keeps it for as long as somebody has the service.
const TREE_OF_FIREFOX: &str = "
  const service = window.accessibility ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const roles = {graphic: 'image', document: 'RootWebArea'};
  const told = [];
  const visit = it => {
    const state = {};
    it.getState(state, {});
    const role = service.getStringRole(it.role);
    const {name, description} = it;
    const focusable = (state.value & Ci.nsIAccessibleStates.STATE_FOCUSABLE) != 0;
    const node = {role: roles[role] ?? role, name, description, focusable};
    if (role == 'slider' && it instanceof Ci.nsIAccessibleValue) {
      [node.valuemin, node.value, node.valuemax] = [it.minimumValue, it.currentValue, it.maximumValue];
    }
    told.push(node);
    for (let child = it.firstChild; child; child = child.nextSibling) visit(child);
  };
  const page = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
  if (page) visit(page);
  return told;";

/// What the browser tells of the page: role, name, description and the other properties of each element.
#[track_caller]
fn tree(page: &Page) -> Vec<BTreeMap<String, Value>> {
    if page.engine() == Engine::Firefox {
        let (last, known) = (page.text("#licences"), Cell::new(0));
        let nodes = RefCell::<Vec<BTreeMap<String, Value>>>::default();
        page.wait_until("the tree is made, to its last link", || {
            let told = page.in_firefox(TREE_OF_FIREFOX);
            *nodes.borrow_mut() = serde_json::from_value(told).expect("what Firefox tells");
            let nodes = nodes.borrow();
            known.replace(nodes.len()) == nodes.len()
                && nodes.iter().any(|node| is(node, "name", &last))
        });
        return nodes.into_inner();
    }
    page.cdp("Accessibility.enable", json!({}));
    let tree = page.cdp("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().into_iter().flatten();
    let told = nodes.filter(|node| node["ignored"] != true).map(|node| {
        let own = ["role", "name", "description", "value"].map(|key| (key, &node[key]["value"]));
        let others = node["properties"].as_array().into_iter().flatten();
        let others = others.filter_map(|it| Some((it["name"].as_str()?, &it["value"]["value"])));
        let all = own.into_iter().chain(others);
        all.map(|(key, value)| (key.to_owned(), value.clone()))
            .collect()
    });
    told.collect()
}

fn is(node: &BTreeMap<String, Value>, key: &str, value: &str) -> bool {
    node.get(key).and_then(Value::as_str) == Some(value)
}

#[test]
#[ignore = "not in WebKit: reads the accessibility tree"]
fn whatever_can_have_the_focus_has_a_name() {
    let page = Page::simulator(Window::DESKTOP);
    page.click("#controls .choice label:nth-of-type(3) input");
    page.click("#tool-compare");
    page.wait_for("#comparison");
    open_everything(&page);
    let nodes = tree(&page);
    let focusable = nodes.iter().filter(|node| {
        node.get("focusable") == Some(&json!(true)) && !is(node, "role", "RootWebArea")
    });
    let (named, nameless): (Vec<_>, Vec<_>) = focusable.partition(|node| {
        node.get("name")
            .and_then(Value::as_str)
            .is_some_and(|name| !name.trim().is_empty())
    });
    assert_eq!(nameless, [] as [&BTreeMap<String, Value>; 0]);
    assert!(named.len() > 150, "{} have the focus", named.len());
}

#[test]
#[ignore = "not in WebKit: reads the accessibility tree"]
fn a_chart_is_named_by_what_it_shows_is_summed_up_and_has_a_table_also_out_of_sight() {
    let page = Page::simulator(Window::DESKTOP);
    open_everything(&page);
    let said = page.said();
    let nodes = tree(&page);
    for id in FIGURES {
        let title = &said[&format!("{id}, title")];
        let of = |role: &str| {
            let mut found = nodes
                .iter()
                .filter(|node| is(node, "role", role) && is(node, "name", title));
            let first = found.next();
            first.unwrap_or_else(|| panic!("no {role} is called {title:?}"))
        };
        of("figure");
        of("table");
        let summary = of("image")["description"].as_str().unwrap_or_default();
        for part in ["subtitle", "read-out"] {
            let part = &said[&format!("{id}, {part}")];
            assert!(summary.contains(part.as_str()), "{summary:?} lacks {part}");
        }
    }
}

#[test]
#[ignore = "not in WebKit: reads the accessibility tree"]
fn a_slider_is_told_as_its_question_with_its_value_in_words() {
    let page = Page::simulator(Window::DESKTOP);
    let nodes = tree(&page);
    let question = page.text("label[for=reach-slider]");
    let mut sliders = nodes
        .iter()
        .filter(|node| is(node, "role", "slider") && is(node, "name", &question));
    let told = sliders.next().expect("a slider");
    assert_eq!(
        (&told["valuemin"], &told["value"], &told["valuemax"]),
        (&json!(0), &json!(80), &json!(100))
    );
    // The tree has no place for the words.
    let spoken = |selector: &str| page.attribute(selector, "aria-valuetext");
    assert_eq!(spoken(&slider("reach")).as_deref(), Some("80\u{a0}%"));
    let year = "#figure-flows .reader";
    assert_eq!(spoken(year), Some(page.text("#figure-flows .readout")));
    page.press(year, Key::Left.value().to_string());
    page.next_frame();
    assert_eq!(spoken(year), Some(page.text("#figure-flows .readout")));
}
