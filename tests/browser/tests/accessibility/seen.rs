//! What can be seen and hit: narrow windows, large text, few colours, thumbs, and the contrast of everything in charts.

use browser::simulator::{MONITOR, field};
use browser::{Page, Site, Window};
use serde_json::json;

use super::open_everything;

/// As narrow as a page must be readable in: 1280 px, enlarged four times.
const NARROW: Window = Window {
    width: 320,
    height: 640,
};

const PAGES: [&str; 10] = [
    "nb/",
    "nn/accessibility.html",
    "en/accessibility.html",
    "nn/ferries/in-full.html",
    "nb/monitor/",
    "nn/ferries/",
    "en/home-monitoring/",
    "nb/monitor/?view=controls",
    "nb/monitor/?view=importance",
    "nb/monitor/?v=1&reach=abc&curve=0.1+0.3+1&with=Et+annet&with.reach=0.5",
];

/// A page with all that can be opened.
#[track_caller]
fn opened(page: &Page, path: &str) {
    page.go(path);
    page.wait_for("main h1, main h3");
    if page.count("#app") > 0 {
        page.wait_until_refined();
        open_everything(page);
    }
}

#[track_caller]
fn assert_nothing_scrolls_sideways(page: &Page, when: &str) {
    page.next_frame();
    let wide =
        page.js("const it = document.scrollingElement; return it.scrollWidth - it.clientWidth");
    assert_eq!(wide, 0, "{when}");
}

#[test]
fn nothing_scrolls_sideways_in_the_narrowest_window() {
    let page = Page::blank(NARROW);
    for path in page.engine().some(PAGES, 2) {
        opened(&page, path);
        assert_nothing_scrolls_sideways(&page, path);
    }
    page.go("nb/monitor/?view=stage");
    page.wait_for(".stage");
    let outside = page.js(
        "return [...document.querySelectorAll('.stage *')]
           .filter(it => it.getBoundingClientRect().right > innerWidth + 1).map(it => it.outerHTML.slice(0, 90))",
    );
    assert_eq!(outside, json!([]));
    drop(page);
    let site = Site::new();
    site.withhold(".wasm");
    let page = site.page(NARROW);
    page.go(MONITOR);
    page.wait_for("#problem");
    assert_nothing_scrolls_sideways(&page, "a program that does not come");
}

#[test]
#[ignore = "not in WebKit: emulates large text"]
fn nothing_scrolls_sideways_and_no_text_is_cut_off_where_text_is_twice_as_large() {
    let page = Page::blank(Window::DESKTOP);
    page.large_text();
    for path in PAGES {
        opened(&page, path);
        let size = page.js("return getComputedStyle(document.body).fontSize");
        assert_eq!(size, "32px");
        assert_nothing_scrolls_sideways(&page, path);
        let cut = page.js(
            "return [...document.querySelectorAll('main :is(p, h1, h2, h3, button, summary, label, dt, dd, td, th, li)')]
               .filter(it => it.checkVisibility() && !it.closest('.ds-sr-only') && !it.matches('.ds-sr-only'))
               .filter(it => getComputedStyle(it).overflow != 'visible' && it.scrollWidth > it.clientWidth + 1)
               .map(it => it.outerHTML.slice(0, 100))",
        );
        assert_eq!(cut, json!([]), "{path}");
    }
}

/// All that is clicked, by what is hit: a label for its field. Links within a sentence and what stands in for a row of
/// fields may be smaller.
const TARGETS: &str = "
  const clicked = 'a[href], button:enabled, summary, input, select, textarea, [role=slider]';
  const targets = [...document.querySelectorAll(clicked)]
    .filter(it => it.checkVisibility({visibilityProperty: true}) && !it.matches('.handle'))
    .filter(it => !it.closest('p, .prose, .sources, .card') || !it.matches('a'))
    .map(it => it.closest('label') ?? it);
  return targets
    .map(it => [it, it.getBoundingClientRect()])
    .filter(([, {width, height}]) => width < LEAST || height < LEAST)
    .map(([it, {width, height}]) => `${it.outerHTML.slice(0, 90)} is ${width} × ${height}`);
";

#[track_caller]
fn assert_targets_are_at_least(page: &Page, least: u32, when: &str) {
    let small = page.js(&TARGETS.replace("LEAST", &least.to_string()));
    assert_eq!(small, json!([]), "{when}: {small:#}");
}

#[test]
fn whatever_is_clicked_is_large_enough_for_a_mouse() {
    let page = Page::blank(Window::DESKTOP);
    for path in page.engine().some(PAGES, 2) {
        opened(&page, path);
        assert_targets_are_at_least(&page, 24, path);
    }
}

#[test]
#[ignore = "not in WebKit: emulates touch"]
fn whatever_is_touched_is_large_enough_for_a_thumb() {
    let page = Page::blank(Window::PHONE);
    page.touch();
    for path in PAGES {
        opened(&page, path);
        assert_eq!(
            page.js("return matchMedia('(pointer: coarse)').matches"),
            true
        );
        assert_targets_are_at_least(&page, 44, path);
    }
    opened(&page, MONITOR);
    page.fill(&field("reach"), "40");
    page.click("button[popovertarget=solutions]");
    page.wait_for("#solutions a");
    assert_targets_are_at_least(&page, 44, "the menu");
    page.go("nb/monitor/?view=stage");
    page.wait_for(".stage");
    assert_targets_are_at_least(&page, 44, "the stage");
}

/// The contrast of each ink of the charts with the paper, by WCAG's formula. Gridlines and tints only help the eye: what
/// they show is said beside them.
const CONTRASTS: &str = "
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const light = color => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const contrast = color => {
    const [low, high] = [light(color), paper].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = new Map();
  for (const it of document.querySelectorAll('.drawing [data-ink]')) {
    const [text, tint, grid] = [it.tagName == 'text', it.dataset.paint == 'tint', it.dataset.ink == 'ink-grid'];
    const style = getComputedStyle(it);
    const ratio = contrast(style[text || !it.dataset.paint.includes('stroke') ? 'fill' : 'stroke']);
    if (!tint && !grid) found.set(`${it.dataset.ink} ${text ? 'text' : 'shape'}`, [ratio, text ? 4.5 : 3]);
  }
  return [...found].map(([name, [ratio, least]]) => [name, ratio, least]);
";

#[test]
#[ignore = "not in WebKit: emulates dark colours"]
fn every_ink_of_the_charts_stands_out_from_the_paper_by_day_and_by_night() {
    for dark in [false, true] {
        let page = Page::blank(Window::DESKTOP);
        if dark {
            page.dark();
        }
        opened(&page, PAGES[PAGES.len() - 1]);
        let found: Vec<(String, f64, f64)> =
            serde_json::from_value(page.js(CONTRASTS)).expect("names and ratios");
        assert!(found.len() > 12, "{found:?}");
        for (ink, ratio, least) in found {
            assert!(ratio >= least, "{ink} has {ratio:.2}, dark: {dark}");
        }
    }
}

#[test]
#[ignore = "not in WebKit: emulates forced colours"]
fn with_forced_colours_what_is_chosen_and_what_is_drawn_can_be_told_apart() {
    let page = Page::blank(Window::DESKTOP);
    page.forced_colors();
    page.go(MONITOR);
    page.wait_for_simulator();
    page.click(".stories .chip");
    page.wait_for("#tale-title");
    let colours = page.js(
        "const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
         return [of('.chip[aria-pressed=true]', 'backgroundColor') != of('.chip[aria-pressed=false]', 'backgroundColor'),
           of('.choice-pair [aria-pressed=true]', 'backgroundColor') != of('.choice-pair [aria-pressed=false]', 'backgroundColor'),
           of('.drawing path[data-paint~=stroke]', 'stroke') == of('body', 'color'),
           of('.mark-band', 'fill') == of('body', 'color')]",
    );
    assert_eq!(colours, json!([true, true, true, true]));
}

#[test]
#[ignore = "not in WebKit: emulates less motion"]
fn nothing_moves_where_less_motion_is_asked_for() {
    let page = Page::blank(Window::DESKTOP);
    page.still();
    page.go(MONITOR);
    page.wait_for_simulator();
    let moving = page.js("return [...document.querySelectorAll('*')]
           .filter(it => ['', '::before', '::after'].some(part => {
             const {transitionDuration, animationName} = getComputedStyle(it, part || null);
             return !/^(0s(, )?)+$/.test(transitionDuration) || animationName != 'none';
           }))
           .map(it => it.outerHTML.slice(0, 80))");
    assert_eq!(moving, json!([]));
}
