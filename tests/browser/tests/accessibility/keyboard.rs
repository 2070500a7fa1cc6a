//! Everything that a mouse does, by the keyboard alone; where one is can be seen, and nothing holds one back.

use browser::simulator::{MONITOR, slider};
use browser::{Engine, Key, Page, Window};
use serde_json::{Value, json};

use super::open_everything;

/// More stops than any page has.
const STOPS: usize = 600;

/// Where the focus is: what it is called here, what is wrong with how it looks and lies there, and whether it comes after
/// the last one.
const STOP: &str = "
  window.last ??= document.body;
  const it = document.activeElement;
  window.first ??= it;
  // After the last stop some engines give the focus to the browser's own buttons, others to the first stop again, and
  // others leave it on the page's last link.
  if (it == document.body || !document.hasFocus() || window.last != document.body && it == window.first
    || it == window.last && it == [...document.links].pop()) return null;
  const near = [it, it.parentElement, it.nextElementSibling].filter(Boolean);
  const look = () => near.map(it => {
    const {outline, boxShadow, borderColor, backgroundColor} = getComputedStyle(it);
    return [outline, boxShadow, borderColor, backgroundColor].join();
  }).join();
  const outside = () => {
    const box = it.getClientRects()[0] ?? it.getBoundingClientRect();
    return box.bottom <= 0 || box.top >= innerHeight || !box.width;
  };
  // Some engines scroll to it only when they paint.
  const start = performance.now();
  const come = done => outside() && performance.now() < start + 1000 ? requestAnimationFrame(() => come(done)) : done();
  return new Promise(come).then(() => {
  const box = it.getClientRects()[0] ?? it.getBoundingClientRect();
  const within = (low, high, share, most) => Math.min(Math.max(low + share * (high - low), 0), most - 1);
  const covered = ![[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].some(([across, down]) => {
    const top = document.elementFromPoint(
      within(box.left, box.right, across, innerWidth), within(box.top, box.bottom, down, innerHeight));
    return top && (it.contains(top) || top.contains(it) || top.control == it || near.includes(top));
  });
  const focused = look();
  it.blur();
  const unseen = look() == focused;
  it.focus({focusVisible: true, preventScroll: true});
  const follows = it.compareDocumentPosition(window.last) & Node.DOCUMENT_POSITION_PRECEDING
    || it.compareDocumentPosition(window.last) & Node.DOCUMENT_POSITION_CONTAINS;
  window.last = it;
  const wrong = [unseen && 'cannot be seen to have the focus', covered && 'is covered', outside() && 'is out of sight',
    !follows && 'comes too late'].filter(Boolean);
  return {name: it.outerHTML.slice(0, 120), wrong};
  });
";

/// Presses Tab from the top of the page to its end. Gives the number of stops.
#[track_caller]
fn assert_leads_through(page: &Page) -> usize {
    // The window has to be asked for, where the focus went on to the browser's own buttons at the page's end; and the
    // body, by which WebKit forgets what had the focus before.
    page.js("focus(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); scrollTo(0, 0); getSelection().removeAllRanges(); delete window.first; delete window.last");
    for stops in 0..STOPS {
        page.keys(Key::Tab.value().to_string());
        let stop = page.js(STOP);
        if stop.is_null() {
            return stops;
        }
        let mut wrong: Vec<&str> = stop["wrong"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if page.engine() == Engine::WebKit {
            // It does not scroll to each field that its Tab key leads to.
            wrong.retain(|what| !["is covered", "is out of sight"].contains(what));
        }
        assert_eq!(wrong, [""; 0], "{}", stop["name"]);
    }
    panic!("the Tab key does not come to an end");
}

/// Presses Tab until something has the focus, or Shift and Tab where it lies behind.
#[track_caller]
fn tab_to(page: &Page, selector: &str) {
    let name = json!(selector);
    let where_it_is = format!(
        "const it = document.activeElement, other = document.querySelector({name});
         return it.matches({name}) ? 0 : it.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1"
    );
    for _ in 0..STOPS {
        match page.js(&where_it_is).as_i64() {
            Some(0) => return,
            Some(1) => page.keys(Key::Tab.value().to_string()),
            _ => page.keys_with(&[Key::Shift], &Key::Tab.value().to_string()),
        }
    }
    panic!("the Tab key does not lead to {selector}");
}

/// Goes to something by Tab and presses a key there.
#[track_caller]
fn press(page: &Page, selector: &str, key: impl Into<String>) {
    tab_to(page, selector);
    page.keys(key.into());
}

fn enter() -> String {
    Key::Enter.value().to_string()
}

#[test]
fn the_tab_key_leads_through_the_page_in_its_order_and_each_stop_can_be_seen() {
    for window in [Window::DESKTOP, Window::PHONE] {
        let page = Page::simulator(window);
        let closed = assert_leads_through(&page);
        assert!(closed > 60, "{closed} stops");
        page.click("#tool-compare");
        page.wait_for("#comparison");
        page.click("#controls .choice label:nth-of-type(3) input");
        page.wait_for(".curve-editor .handle");
        open_everything(&page);
        // The frame that shows what the code gives has a page of its own.
        page.js("document.querySelector('.embed iframe').remove()");
        let opened = assert_leads_through(&page);
        assert!(opened > closed + 60, "{opened} stops");
        page.assert_quiet();
    }
}

#[test]
fn the_tab_key_leads_through_other_pages_too() {
    for (path, here, least) in [
        ("nb/", "main h1", 10),
        ("nb/accessibility.html", "main h1", 6),
        ("nb/monitor/?view=stage", ".stage", 6),
    ] {
        let page = Page::open(path, Window::DESKTOP);
        page.wait_for(here);
        page.next_frame();
        let stops = assert_leads_through(&page);
        assert!(stops >= least, "{stops} stops in {path}");
    }
}

#[test]
fn the_menu_is_opened_used_and_closed() {
    let page = Page::simulator(Window::DESKTOP);
    let menu = "button[popovertarget=solutions]";
    press(&page, menu, enter());
    page.wait_for("#solutions a");
    page.keys(Key::Escape.value().to_string());
    page.wait_until("the menu is closed", || !page.visible("#solutions a"));
    assert_eq!(
        page.js(&format!("return document.activeElement.matches('{menu}')")),
        true
    );
    page.keys(enter());
    press(&page, "#own-file", Key::Tab.value().to_string());
    press(&page, "#solutions a[data-solution=ferries]", enter());
    page.wait_until("the ferries are here", || {
        page.path().starts_with("nb/ferries/")
    });
    page.wait_for_simulator();
    assert_eq!(page.js("return document.activeElement.tagName"), "H1");
    press(&page, ".languages [data-language=nn]", enter());
    page.wait_until("the page is in nynorsk", || {
        page.path().starts_with("nn/ferries/")
    });
}

#[test]
fn controls_are_moved_typed_into_locked_and_reset() {
    let page = Page::simulator(Window::DESKTOP);
    press(&page, &slider("reach"), Key::Left.value().to_string());
    assert_eq!(page.slider_value("reach"), 79.0);
    tab_to(&page, "#reach .field input");
    page.keys("55" + Key::Enter);
    page.wait_until("the number is taken", || page.slider_value("reach") == 55.0);
    press(&page, "#reach summary", enter());
    page.wait_for("#reach .about p");
    press(&page, "#adoption summary", enter());
    page.wait_for("#adoption .certain");
    press(&page, "#adoption .certain input", " ");
    page.wait_until("it is certain", || page.path().contains("certain=adoption"));
    press(&page, "#reach .reset", enter());
    page.wait_until("it is as it was", || page.slider_value("reach") == 80.0);
    let holder = page.focused();
    assert!(holder.contains("reach"), "the focus is on {holder}");
    press(&page, "#controls > .ds-button", enter());
    page.wait_until("all is as it was", || !page.path().contains("certain"));
    page.assert_quiet();
}

#[test]
fn the_rollout_is_drawn_and_typed() {
    let page = Page::simulator(Window::DESKTOP);
    let down = Key::Down.value().to_string();
    press(&page, "#controls .choice input:checked", down.repeat(2));
    page.wait_for(".curve-editor .handle");
    tab_to(&page, "#point-0");
    let before = page.attribute("#point-3", "aria-valuenow");
    page.keys(Key::Right.value().to_string().repeat(3));
    assert_eq!(page.focused(), "point-3");
    page.keys(Key::PageUp.value().to_string());
    page.wait_until("the point is moved", || {
        page.attribute("#point-3", "aria-valuenow") != before
    });
    press(&page, ".points > summary", enter());
    tab_to(&page, ".points-fields input");
    page.keys("9" + Key::Tab);
    page.wait_until("the number is taken", || {
        page.attribute("#point-0", "aria-valuenow").as_deref() == Some("9")
    });
    page.assert_quiet();
}

#[test]
fn stories_are_told_taken_back_and_undone() {
    let page = Page::simulator(Window::DESKTOP);
    let before = page.text("#npv");
    press(&page, ".chip", enter());
    page.wait_for("#tale-title");
    press(&page, ".tale button", enter());
    page.wait_for_text("#npv", &before);
    assert_held(&page, ".chip");
    press(&page, "#tool-undo", enter());
    page.wait_for("#tale-title");
    page.keys(enter());
    page.wait_for_text("#npv", &before);
    // There is nothing more to undo.
    assert_held(&page, "#tool-redo");
    page.keys(enter());
    page.wait_for("#tale-title");
    page.assert_quiet();
}

#[test]
fn scenarios_are_kept_named_compared_and_removed() {
    let page = Page::simulator(Window::DESKTOP);
    press(&page, "#tool-compare", enter());
    page.wait_for("#comparison");
    press(&page, &slider("reach"), Key::Left.value().to_string());
    tab_to(&page, ".kept .ds-input");
    page.keys("Mitt" + Key::Tab);
    page.wait_until("it has its name", || {
        page.text("#comparison").contains("Mitt")
    });
    press(&page, "#comparison > .ds-button", enter());
    page.wait_until("another is kept", || page.count(".kept li") == 2);
    press(&page, ".kept li:last-child button:nth-of-type(2)", enter());
    for left in [1, 0] {
        press(&page, ".kept li:last-child button:nth-of-type(3)", enter());
        page.wait_until("one is removed", || page.count(".kept li") == left);
        assert_held(&page, "#tool-compare");
    }
    page.assert_quiet();
}

#[test]
fn charts_are_read_chosen_and_opened() {
    let page = Page::simulator(Window::DESKTOP);
    press(
        &page,
        "#figure-flows .choice-pair [aria-pressed=false]",
        enter(),
    );
    page.wait_until("the budget is shown", || {
        page.path().contains("whose=budget")
    });
    let last = page.text("#figure-flows .readout");
    press(
        &page,
        "#figure-flows .reader",
        Key::Left.value().to_string(),
    );
    page.wait_until("another year is read", || {
        page.text("#figure-flows .readout") != last
    });
    press(&page, "#figure-flows .figure-table > summary", enter());
    page.wait_for("#figure-flows table");
    saves(&page, "#figure-flows .take button:nth-of-type(1)", ".svg");
    saves(&page, "#figure-flows .take button:nth-of-type(2)", ".png");
    press(&page, "#figure-importance .row-links button", enter());
    let slider = page.js("return document.activeElement.type");
    assert_eq!(slider, "range");
    page.assert_quiet();
}

#[test]
#[ignore = "not in WebKit: grants the clipboard"]
fn all_is_taken_along() {
    let page = Page::blank(Window::DESKTOP);
    page.allow_clipboard();
    page.go(MONITOR);
    page.wait_for_simulator();
    press(&page, "#share .link-row button", enter());
    page.wait_for_text("#share .link-row + .note", "Kopiert");
    saves(&page, "#share .take button:nth-of-type(1)", ".xlsx");
    saves(&page, "#share .take button:nth-of-type(2)", ".csv");
    page.js("window.print = () => window.printed = true");
    press(&page, "#share .take button:nth-of-type(3)", enter());
    assert_eq!(page.js("return window.printed"), true);
    press(&page, "#share .code-details > summary", enter());
    page.wait_for("#share .code svg");
    press(&page, "#method summary, .method summary", enter());
    page.assert_quiet();
}

#[test]
fn the_stage_is_entered_shown_and_left() {
    let page = Page::simulator(Window::STAGE);
    press(&page, "#tool-stage", enter());
    page.wait_for(".stage");
    assert_held(&page, ".stage");
    page.keys(Key::Right.value().to_string());
    page.wait_for(".stage svg.drawing");
    press(&page, ".stage footer button:nth-of-type(5)", enter());
    page.wait_for(".stage-over .keys");
    assert_held(&page, ".stage-over");
    page.keys(Key::Escape.value().to_string());
    page.wait_until("the keys are gone", || page.count(".stage-over") == 0);
    assert_held(&page, ".stage");
    press(&page, ".stage footer button:last-of-type", enter());
    page.wait_for("#controls");
    assert_held(&page, "#tool-stage");
    page.assert_quiet();
}

#[test]
fn a_notice_is_closed_and_the_focus_is_not_lost() {
    let page = Page::open("nb/monitor/?v=1&reach=abc", Window::DESKTOP);
    page.wait_for_simulator();
    press(&page, ".notice button", enter());
    page.wait_until("it is gone", || page.count(".notice") == 0);
    assert_held(&page, "h1");
}

/// What has the focus now.
#[track_caller]
fn assert_held(page: &Page, selector: &str) {
    page.next_frame();
    let holder = page.js(&format!(
        "const it = document.activeElement; return it.matches('{selector}') || it.outerHTML.slice(0, 100)"
    ));
    assert_eq!(holder, Value::Bool(true), "{selector} has not the focus");
}

/// Pressed, it has the browser save a file with such a name.
#[track_caller]
fn saves(page: &Page, selector: &str, end: &str) {
    page.js("window.saved = [];
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download) }");
    press(page, selector, enter());
    page.wait_until(&format!("a file {end} is saved"), || {
        page.js("return saved[0] ?? ''")
            .as_str()
            .is_some_and(|name| name.ends_with(end))
    });
}
