//! Plain frames, of any size, and without an origin of their own.

use browser::simulator::slider;
use browser::{Engine, Page};

use super::hosts::{EXAMPLE, open, open_with, simulator};

/// All of it can be reached, and a slider moves the figures.
#[track_caller]
fn assert_usable(page: &Page, frame: &str) {
    page.enter(frame);
    page.wait_for_simulator();
    let wider = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
    assert_eq!(page.js(wider), 0, "{frame} scrolls sideways");
    let lead =
        "return document.querySelector('#npv').getBoundingClientRect().bottom <= innerHeight";
    assert_eq!(
        page.js(lead),
        true,
        "in {frame} the first figure is out of sight"
    );
    assert!(
        !page.visible(".site"),
        "{frame} has a way to other solutions"
    );
    let before = page.text("#npv");
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.wait_until("the figures follow", || page.text("#npv") != before);
    page.leave();
}

#[test]
fn a_plain_frame_can_be_used_at_any_size() {
    let page = open("iframe");
    page.picture("frames");
    for frame in ["#smallest", "#phone", "#column", "#wide"] {
        assert_usable(&page, frame);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_frame_that_may_not_fill_the_screen_says_so() {
    let page = open_with(&format!(
        "<iframe src='{}nb/monitor/?view=stage' width=900 height=600></iframe>",
        simulator()
    ));
    page.enter("iframe");
    page.wait_for(".stage");
    page.press(".stage", "f");
    page.wait_for(".stage-over");
    assert!(page.text(".stage-over").contains("ikke fylle skjermen"));
    page.leave();
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn each_part_of_the_page_can_be_shown_alone_with_the_way_to_the_whole() {
    for (view, seen, unseen) in [
        ("headlines", "#npv", "#controls, .figure, #share"),
        ("controls", "#controls", ".figure, #share, .stories"),
        (
            "flows",
            "#figure-flows svg",
            "#npv, #controls, #figure-rollout",
        ),
        (
            "certainty",
            "#figure-certainty svg",
            "#npv, #controls, #figure-flows",
        ),
        (
            "importance",
            "#figure-importance svg",
            "#npv, #controls, #figure-flows",
        ),
        (
            "person-years",
            "#figure-person-years svg",
            "#npv, #controls, #figure-flows",
        ),
        (
            "rollout",
            "#figure-rollout svg",
            "#npv, #controls, #figure-flows",
        ),
        (
            "actors",
            "#figure-actors svg",
            "#npv, #controls, #figure-flows",
        ),
    ] {
        let page = open_with(&format!(
            "<iframe src='{EXAMPLE}nb/monitor/?v=1&reach=0.5&view={view}' width=600 height=500></iframe>"
        ));
        page.enter("iframe");
        page.wait_for(seen);
        page.wait_for(".whole a");
        page.wait_until_refined();
        page.picture(&format!("view-{view}"));
        assert_eq!(page.count(unseen), 0, "{view}");
        assert_eq!(page.count(".notice"), 0, "{view}");
        let whole = page.attribute(".whole a", "href").unwrap_or_default();
        assert!(
            whole.starts_with(&format!("{}nb/monitor/?v=1&reach=0.5", simulator())),
            "{whole}"
        );
        assert!(!whole.contains("view="), "{whole}");
        if view == "flows" {
            assert!(
                page.text(".whole .note").contains("Kilder"),
                "what the figure rests on"
            );
        }
    }
}

#[test]
fn the_whole_page_opens_in_a_window_of_its_own_that_cannot_reach_back() {
    let page = open_with(&format!(
        "<iframe src='{EXAMPLE}nb/monitor/?reach=0.5&view=headlines' width=600 height=500></iframe>"
    ));
    page.enter("iframe");
    page.click(".whole a");
    page.leave();
    page.go_to_new_window();
    page.wait_for("#controls");
    assert_eq!(page.js("return opener"), serde_json::Value::Null);
    assert_eq!(page.slider_value("reach"), 50.0);
}

#[test]
fn what_is_done_in_a_frame_is_no_step_of_the_hosts_back_button() {
    let page = open("iframe");
    let before = page.js("return history.length");
    page.enter("#column");
    page.wait_for_simulator();
    page.click(".chip:nth-of-type(2)");
    page.wait_until("the address is in step", || {
        page.js("return location.search") != ""
    });
    page.leave();
    assert_eq!(page.js("return history.length"), before);
}

#[test]
fn without_an_origin_of_its_own_it_works_and_says_what_is_refused() {
    let page = open_with(&format!(
        "<iframe src='{EXAMPLE}nb/monitor/' sandbox='allow-scripts' width=700 height=800></iframe>"
    ));
    page.enter("iframe");
    page.wait_for_simulator();
    assert_eq!(page.js("return origin"), "null");
    let before = page.text("#npv");
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.wait_until("the figures follow", || page.text("#npv") != before);
    // The storage.
    page.click("#tool-compare");
    page.wait_until("it is said that nothing is stored", || {
        page.text("#comparison")
            .contains("Nettleseren lar oss ikke lagre her")
    });
    // The clipboard, which Chromium alone refuses.
    let said = match page.engine() {
        Engine::Chromium => "lar oss ikke kopiere",
        Engine::Firefox | Engine::WebKit => "Kopiert",
    };
    page.click(".link-row button");
    page.wait_until("it is said whether it is copied", || {
        page.text("#share").contains(said)
    });
    let link = page.value("#link");
    assert!(
        link.starts_with(&format!("{}nb/monitor/?v=1&reach=0.61", simulator())),
        "{link}"
    );
    // Saving and printing.
    assert!(
        page.text("#share")
            .contains("verken lagre filer eller skrive ut")
    );
    page.click("#figure-flows summary");
    page.wait_for("#figure-flows .take");
    assert!(
        page.text("#figure-flows")
            .contains("verken lagre filer eller skrive ut")
    );
    // Other windows.
    let source = page
        .attribute(".solution .claim a", "href")
        .unwrap_or_default();
    page.click(".solution .claim a");
    page.wait_until("it is said that the link is not opened", || {
        page.texts(".notice")
            .iter()
            .any(|told| told.contains(&source))
    });
    page.click(".solution .claim a");
    page.next_frame();
    assert_eq!(page.count(".notice"), 1, "it is said once");
    page.wait_for("#controls");
}

#[test]
fn a_frame_with_an_origin_stores_nothing_unasked_and_says_nothing_of_refusals() {
    let page = open("iframe");
    page.enter("#column");
    page.wait_for_simulator();
    assert_eq!(page.js("return localStorage.length"), 0);
    assert_eq!(page.js("return document.cookie"), "");
    assert!(!page.text("#share").contains("verken lagre filer"));
}
