//! Hosts and strangers who mean ill: nothing is executed, nothing hangs, nothing is told to others.

use std::path::Path;

use browser::simulator::slider;
use browser::{Page, told};

use serde_json::json;

use super::hosts::open;

/// The page still answers: a slider moves the figures.
#[track_caller]
fn assert_alive(page: &Page) {
    page.enter("#simulator");
    let before = page.text("#npv");
    let to = if page.slider_value("reach") == 61.0 {
        62.0
    } else {
        61.0
    };
    page.slide_by_keyboard(&slider("reach"), to);
    page.wait_until("the figures follow", || page.text("#npv") != before);
    page.leave();
}

#[track_caller]
fn hostile() -> Page {
    let page = open("hostile");
    page.enter("#simulator");
    page.wait_for_simulator();
    page.leave();
    page
}

/// Runs a script as the host's own: what a driver runs is not the host's, in some engines, and what it sends is from
/// nobody.
#[track_caller]
fn as_host(page: &Page, script: &str) {
    page.js(&format!(
        "const own = document.createElement('script');
         own.textContent = {};
         document.head.append(own)",
        json!(script)
    ));
}

#[track_caller]
fn reach(page: &Page) -> f64 {
    page.enter("#simulator");
    let reach = page.slider_value("reach");
    page.leave();
    reach
}

#[test]
fn a_flood_of_wishes_is_followed_to_its_last() {
    let page = hostile();
    as_host(
        &page,
        "flood(); simulator.postMessage(wish('reach=0.42'), '*')",
    );
    page.enter("#simulator");
    page.wait_until("the last wish is followed", || {
        page.slider_value("reach") == 42.0
    });
    assert_eq!(page.count(".notice"), 0);
    page.leave();
    assert_alive(&page);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn what_a_stranger_says_is_not_heard() {
    let page = hostile();
    as_host(&page, "asStranger(wish('reach=0.1'))");
    // A wish of the host's own, later: once it is followed, the stranger's would have been.
    as_host(
        &page,
        "setTimeout(() => simulator.postMessage(wish('delay=1'), '*'), 200)",
    );
    page.enter("#simulator");
    page.wait_until("the host's wish is followed", || {
        page.slider_value("delay") == 1.0
    });
    page.leave();
    assert_eq!(reach(&page), 80.0);
}

#[test]
fn messages_of_any_other_shape_are_passed_over() {
    let page = hostile();
    as_host(
        &page,
        "nonsense(); simulator.postMessage(wish('delay=1'), '*')",
    );
    page.enter("#simulator");
    page.wait_until("a wish after them is followed", || {
        page.slider_value("delay") == 1.0
    });
    assert_eq!(page.slider_value("reach"), 80.0);
    page.leave();
    assert_alive(&page);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn ten_megabytes_are_not_read_and_the_page_says_so() {
    let page = hostile();
    as_host(
        &page,
        "simulator.postMessage(wish('reach=0.1&' + 'x'.repeat(1e7)), '*')",
    );
    as_host(
        &page,
        "simulator.postMessage({ gevinstsimulator: 1, type: 'set', query: 'delay=1', more: 'x'.repeat(1e7) }, '*')",
    );
    page.enter("#simulator");
    page.wait_until("it is said", || {
        page.texts(".notice")
            .iter()
            .any(|told| told.contains("mer enn vi leser"))
    });
    page.wait_until("a short wish in a large message is followed", || {
        page.slider_value("delay") == 1.0
    });
    page.leave();
    assert_eq!(reach(&page), 80.0);
    assert_alive(&page);
}

#[test]
fn a_flood_of_wishes_that_are_too_long_is_told_once() {
    let page = hostile();
    as_host(
        &page,
        "for (let time = 0; time < 2000; time++) simulator.postMessage(wish('reach=0.1&' + 'x'.repeat(9000)), '*');
         simulator.postMessage(wish('delay=1'), '*')",
    );
    page.enter("#simulator");
    page.wait_until("a wish after them is followed", || {
        page.slider_value("delay") == 1.0
    });
    assert_eq!(page.count(".notice"), 1);
    page.leave();
    assert_eq!(reach(&page), 80.0);
    assert_alive(&page);
}

#[test]
fn a_file_of_the_visitors_own_is_not_told_to_the_host() {
    let page = hostile();
    page.enter("#simulator");
    let content = std::fs::read_to_string(Path::new(&told("DIST")).join("solutions/ferries.json"));
    let content = content.expect("a file");
    page.js(&format!(
        "const data = new DataTransfer();
         data.items.add(new File([{}], 'secret.json'));
         document.body.dispatchEvent(new DragEvent('drop', {{dataTransfer: data, bubbles: true, cancelable: true}}))",
        json!(content)
    ));
    page.wait_until("the file is opened", || {
        page.texts(".notice")
            .iter()
            .any(|told| told.contains("secret.json"))
    });
    let before = page.text("#npv");
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.wait_until("the figures follow", || page.text("#npv") != before);
    // What the host will be told in any case, once more and last.
    page.js("document.body.style.paddingBottom = '9px'");
    page.leave();
    let told = page.js(
        "return new Promise(done => setTimeout(() => done(heard.filter(message =>
           message.scenario && JSON.stringify(message).includes('ferr')).length), 300))",
    );
    assert_eq!(told, 0);
    let changes = page.js("return heard.filter(message => message.type == 'change').length");
    assert_eq!(changes, 1, "of the page's own solution, at the start");
}

#[test]
fn a_wish_with_script_in_it_is_shown_as_text() {
    let page = hostile();
    as_host(
        &page,
        "simulator.postMessage(wish(new URLSearchParams({ reach: '<img src=x onerror=alert(1)>', '<script>alert(1)</script>': '1', view: 'javascript:alert(1)', theme: '\"><script>alert(1)</script>', curve: '<svg onload=alert(1)>' }) + ''), '*')",
    );
    page.enter("#simulator");
    page.wait_for(".notice li");
    assert_eq!(page.count(".notice :is(img, script, svg)"), 0);
    assert!(
        page.text(".notice")
            .contains("<img src=x onerror=alert(1)>")
    );
    page.leave();
    assert_alive(&page);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_host_is_told_no_more_than_heights_and_figures() {
    let page = hostile();
    page.enter("#simulator");
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.leave();
    page.wait_until("the host is told", || {
        page.js("return heard.at(-1)?.scenario?.query") == "v=1&reach=0.61"
    });
    let told = page.js(
        "return [...new Set(heard.map(message => [message.gevinstsimulator, message.type, ...Object.keys(message)].join()))].sort()",
    );
    assert_eq!(
        told,
        json!([
            "1,change,gevinstsimulator,type,scenario,figures",
            "1,height,gevinstsimulator,type,height"
        ])
    );
}

#[test]
fn the_element_hears_nobody_but_its_own_frame() {
    let page = super::hosts::open("element");
    super::element::wait_for_height(&page, super::element::ELEMENT);
    let height = "return document.querySelector('gevinst-simulator').shadowRoot.querySelector('iframe').style.height";
    let before = page.js(height);
    page.js(
        "const { origin } = new URL(document.querySelector('gevinst-simulator').shadowRoot.querySelector('iframe').src);
         const forged = { gevinstsimulator: 1, type: 'height', height: 12345 };
         const frame = document.querySelector('gevinst-simulator').shadowRoot.querySelector('iframe').contentWindow;
         window.changes = 0;
         document.addEventListener('change', () => changes++);
         postMessage(forged, '*');
         for (const [source, from, data] of [
           [window, origin, forged], [frame, 'https://elsewhere.example', forged], [frame, 'null', forged],
           [frame, origin, null], [frame, origin, 'height'], [frame, origin, { ...forged, gevinstsimulator: 2 }],
           [frame, origin, { ...forged, height: -1 }], [frame, origin, { ...forged, height: 1e9 }],
           [frame, origin, { ...forged, height: NaN }], [frame, origin, { ...forged, height: '5px; position: fixed' }],
           [frame, origin, { gevinstsimulator: 1, type: 'change' }], [frame, origin, { gevinstsimulator: 1 }],
         ]) dispatchEvent(new MessageEvent('message', { source, origin: from, data }));",
    );
    for _ in 0..5 {
        page.next_frame();
    }
    assert_eq!(page.js(height), before);
    assert_eq!(page.js("return changes"), 0);
    assert_eq!(page.console(), [""; 0]);
}
