//! Hosts' mistakes: none breaks the simulator, and none makes it grow without end.

use browser::simulator::slider;
use browser::{Engine, Page};

use super::element::{ELEMENT, wait_for_height};
use super::hosts::{open, simulator};

#[test]
fn where_scripts_are_stripped_a_link_leads_to_the_simulator() {
    let page = open("scripts-stripped");
    page.click(&format!("{ELEMENT} a"));
    page.wait_for("#controls");
    assert_eq!(page.slider_value("reach"), 80.0);
}

#[test]
fn under_a_strict_policy_it_needs_its_script_and_its_frame_and_nothing_else() {
    let page = open("strict-csp");
    wait_for_height(&page, ELEMENT);
    page.enter(ELEMENT);
    page.wait_for("#npv");
    page.leave();
    let link = format!("return document.querySelector('{ELEMENT} a').getClientRects().length");
    assert_eq!(page.js(&link), 0, "the link is no longer needed");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
#[ignore = "not in WebKit: tells that it has refused the frame"]
fn where_a_policy_forbids_the_frame_the_link_stays() {
    let page = open("no-frames-csp");
    page.wait_until("the browser has refused the frame", || {
        page.console()
            .iter()
            .any(|entry| entry.contains("frame-src") || entry.contains("default-src"))
    });
    for _ in 0..10 {
        page.next_frame();
    }
    assert!(page.visible(&format!("{ELEMENT} a")));
    page.click(&format!("{ELEMENT} a"));
    page.wait_for("#controls");
}

#[test]
fn a_hosts_styles_on_everything_do_not_reach_the_frame() {
    let page = open("rough-styles");
    let height = wait_for_height(&page, ELEMENT);
    let frame = page.js(&format!(
        "const frame = document.querySelector('{ELEMENT}').shadowRoot.querySelector('iframe');
         const style = getComputedStyle(frame);
         return [frame.offsetWidth > 500, frame.offsetHeight == {height}, style.visibility, style.transform, style.borderTopWidth]"
    ));
    assert_eq!(
        frame,
        serde_json::json!([true, true, "visible", "none", "0px"])
    );
    page.picture("rough-styles");
}

#[test]
fn in_a_hidden_tab_it_waits_and_is_whole_when_it_is_shown() {
    let page = open("tabs");
    for _ in 0..30 {
        page.next_frame();
    }
    page.click("#show");
    for tab in ["#gone gevinst-simulator", "#flat gevinst-simulator"] {
        let height = wait_for_height(&page, tab);
        assert!(height > 150.0, "{tab}: {height}");
    }
    page.enter("#flat gevinst-simulator");
    page.wait_until("the figure is as wide as the frame", || {
        page.js(
            "const drawing = document.querySelector('#figure-flows svg.drawing');
             return drawing && Math.abs(drawing.viewBox.baseVal.width / 10 - drawing.clientWidth) < 2",
        ) == true
    });
    page.leave();
    // Hidden again and shown again.
    let before = wait_for_height(&page, "#gone gevinst-simulator");
    page.click("#show");
    for _ in 0..30 {
        page.next_frame();
    }
    page.click("#show");
    assert_eq!(wait_for_height(&page, "#gone gevinst-simulator"), before);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn two_on_a_page_have_each_their_own_settings() {
    let page = open("two");
    let heights = ["#light", "#dark"].map(|id| wait_for_height(&page, id));
    assert_ne!(heights[0], heights[1]);
    page.picture("two");
    for (id, solution, theme, language) in [
        ("#light", "monitor", "light", "nn"),
        ("#dark", "ferries", "dark", "nb"),
    ] {
        page.enter(id);
        page.wait_for(".whole");
        let html = |name: &str| page.attribute("html", name).unwrap_or_default();
        assert_eq!(html("data-solution"), solution);
        assert_eq!(html("data-color-scheme"), theme);
        assert_eq!(html("lang"), language);
        assert_eq!(page.count(".notice"), 0);
        page.leave();
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_script_that_comes_late_and_twice_does_its_work_once() {
    let page = open("twice");
    assert!(page.visible(&format!("{ELEMENT} a")));
    page.click("#load");
    wait_for_height(&page, ELEMENT);
    assert_eq!(page.count(ELEMENT), 1);
    let frames = format!(
        "return document.querySelector('{ELEMENT}').shadowRoot.querySelectorAll('iframe').length"
    );
    assert_eq!(page.js(&frames), 1);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn an_element_that_is_moved_goes_on_where_it_lands() {
    let page = open("two");
    wait_for_height(&page, "#dark");
    page.js("document.body.append(document.querySelector('#dark'))");
    wait_for_height(&page, "#dark");
    page.js("document.querySelector('#light').remove()");
    page.js("document.body.prepend(document.querySelector('#dark'))");
    // What is asked for before the frame is here again is not lost either; Firefox shows the first of two addresses.
    if page.engine() == Engine::Firefox {
        wait_for_height(&page, "#dark");
    }
    page.js("const it = document.querySelector('#dark'); it.setAttribute('view', 'controls'); it.title = 'Ferjer'");
    // The frame is entered anew each time: what is in it gives way to another page meanwhile.
    page.wait_until("it shows what was asked for", || {
        page.enter("#dark");
        let there = page.visible("#controls");
        page.leave();
        there
    });
    let called = "return document.querySelector('#dark').shadowRoot.querySelector('iframe').title";
    assert_eq!(page.js(called), "Ferjer");
    wait_for_height(&page, "#dark");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_frame_that_is_far_too_small_can_still_be_used() {
    let page = super::hosts::open_with(&format!(
        "<iframe src='{}nb/monitor/' width=200 height=100></iframe>",
        simulator()
    ));
    page.enter("iframe");
    page.wait_for_simulator();
    assert_moves(&page);
}

#[track_caller]
fn assert_moves(page: &Page) {
    let before = page.text("#npv");
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.wait_until("the figures follow", || page.text("#npv") != before);
}
