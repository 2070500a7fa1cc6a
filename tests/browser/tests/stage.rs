//! The stage: one thing at a time, a key for each move, and a code that leads a hall's phones to the very scenario.

use browser::simulator::{MONITOR, slider};
use browser::{Key, Page, Site, Window};
use gevinstsimulator::scenario::{Scenario, Story};
use gevinstsimulator::solution::{Language, read};
use rqrr::PreparedImage;

const STAGE: &str = ".stage";

#[track_caller]
fn stage(query: &str) -> Page {
    let page = Page::open(&format!("{MONITOR}?view=stage{query}"), Window::STAGE);
    page.wait_for(STAGE);
    page
}

#[track_caller]
fn press(page: &Page, key: impl Into<String>) {
    page.press("body", key.into());
}

fn place(page: &Page) -> String {
    page.attribute(STAGE, "data-place").unwrap_or_default()
}

#[track_caller]
fn wait_for_place(page: &Page, expected: &str) {
    page.wait_until(&format!("view {expected} is shown"), || {
        place(page) == expected
    });
}

#[test]
fn the_button_leads_to_the_stage_and_escape_back_to_the_page() {
    let page = Page::simulator(Window::STAGE);
    page.click("#tool-stage");
    page.wait_for(STAGE);
    assert!(page.path().ends_with("?view=stage"));
    press(&page, Key::Escape.value());
    page.wait_for("#controls");
    assert_eq!(page.path(), MONITOR);
    page.click("#tool-stage");
    page.wait_for(STAGE);
    page.js("history.back()");
    page.wait_for("#controls");
    page.assert_quiet();
}

#[test]
fn arrow_keys_and_a_clicker_step_through_all_views_and_stop_at_the_ends() {
    let page = stage("");
    let views: usize = page
        .text(".stage footer span")
        .rsplit(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(views, 7);
    press(&page, Key::Left.value());
    wait_for_place(&page, "0");
    for step in 1..views {
        let key = if step % 2 == 0 {
            Key::Right
        } else {
            Key::PageDown
        };
        press(&page, key.value());
        wait_for_place(&page, &step.to_string());
        page.wait_for(".stage svg.drawing");
    }
    press(&page, Key::PageDown.value());
    wait_for_place(&page, &(views - 1).to_string());
    press(&page, Key::PageUp.value());
    wait_for_place(&page, &(views - 2).to_string());
    page.assert_quiet();
}

#[test]
fn a_screen_reader_hears_which_view_the_stage_turns_to() {
    let page = stage("");
    assert_eq!(page.count(".stage h1"), 1);
    press(&page, Key::PageDown.value());
    wait_for_place(&page, "1");
    let heard = page.text("[role=status]");
    let title = page.text(".stage .figure h3");
    assert!(
        heard.starts_with("2 / 7: ") && heard.contains(&title),
        "{heard}"
    );
}

#[test]
fn in_a_low_window_the_arrow_keys_scroll_the_list_of_keys_and_a_clicker_turns_the_view() {
    let page = stage("");
    page.resize(Window {
        width: 500,
        height: 360,
    });
    press(&page, "?");
    page.wait_for(".stage-over");
    page.wait_until("it has the focus", || {
        page.js("return document.activeElement.className") == "stage-over"
    });
    page.keys(String::from(Key::Down.value()).repeat(3));
    page.wait_until("it is scrolled", || {
        page.js("return document.querySelector('.stage-over').scrollTop > 0") == true
    });
    assert_eq!(place(&page), "0");
    page.keys(Key::PageDown.value().to_string());
    wait_for_place(&page, "1");
}

#[test]
fn what_is_shown_can_be_read_from_ten_metres_and_is_all_in_the_window() {
    // A type of a fiftieth of the picture's height, 21.6 px of 1080, is the least that is read from the back of a hall.
    let page = stage("");
    for step in 0..7 {
        wait_for_place(&page, &step.to_string());
        page.next_frame();
        let small = page.js(
            "return [...document.querySelectorAll('.stage p, .stage h3, .stage svg.drawing text')]
               .filter(it => it.getClientRects().length && it.textContent.trim())
               .map(it => [it.textContent, it.tagName == 'text'
                 ? parseFloat(it.getAttribute('font-size')) * it.getScreenCTM().a
                 : parseFloat(getComputedStyle(it).fontSize)])
               .filter(([, size]) => size < 21.6)",
        );
        assert_eq!(
            small.as_array().map(Vec::len),
            Some(0),
            "view {step}: {small}"
        );
        let inside = page.js(
            "return document.documentElement.scrollHeight <= innerHeight &&
               [...document.querySelectorAll('.stage *')].every(it => it.getBoundingClientRect().bottom <= innerHeight + 1)",
        );
        assert_eq!(inside, true, "view {step} is larger than the screen");
        press(&page, Key::Right.value());
    }
}

#[test]
fn number_keys_tell_the_stories() {
    let page = stage("");
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/solutions/monitor.json"
    );
    let solution = read(&std::fs::read_to_string(file).unwrap()).unwrap();
    for (number, story) in Story::ALL.into_iter().enumerate() {
        press(&page, (number + 1).to_string());
        let told = story.tell(&solution, &Scenario::new(&solution)).scenario;
        let npv = told.results(&solution).unwrap().npv;
        let texts = Language::Nb.texts();
        page.wait_for_text(".stage .lead-number", &texts.numbers.money(npv.abs()));
        assert!(page.text(".stage-story").ends_with((texts.story)(story)));
    }
    page.assert_quiet();
}

#[test]
fn the_last_change_is_shown_once_more_from_what_was_before_to_what_is_now() {
    let page = stage("");
    let before = page.text(".stage .lead-number");
    press(&page, "1");
    page.wait_until("the story is told", || {
        page.text(".stage .lead-number") != before
    });
    let after = page.text(".stage .lead-number");
    press(&page, "r");
    page.wait_for_text(".stage .lead-number", &before);
    page.wait_for_text(".stage .lead-number", &after);
    // It has changed nothing: a step back is still one.
    press(&page, "z");
    page.wait_for_text(".stage .lead-number", &before);
    page.assert_quiet();
}

#[test]
fn the_code_leads_to_the_very_scenario_on_screen_also_when_it_is_photographed_badly() {
    let page = stage("&reach=0.37&delay=2");
    press(&page, "q");
    page.wait_for(".stage-over .code svg");
    let picture = std::env::temp_dir().join(format!("stage-code-{}.png", std::process::id()));
    page.screenshot(&picture);
    let picture = image::open(&picture).unwrap().to_luma8();
    // Far away, out of focus, and in a hall that is not dark.
    let small = image::imageops::resize(&picture, 640, 360, image::imageops::FilterType::Triangle);
    let blurred = image::imageops::blur(&small, 0.6);
    let pale = image::GrayImage::from_fn(640, 360, |x, y| {
        image::Luma([90 + blurred.get_pixel(x, y).0[0] / 3])
    });
    for picture in [picture, pale] {
        let mut prepared = PreparedImage::prepare_from_greyscale(
            picture.width() as usize,
            picture.height() as usize,
            |x, y| picture.get_pixel(x as u32, y as u32).0[0],
        );
        let codes = prepared.detect_grids();
        assert_eq!(codes.len(), 1);
        let (_, address) = codes[0].decode().unwrap();
        assert_eq!(address, page.text(".code-address"));
        assert!(address.ends_with("?v=1&reach=0.37&delay=2"), "{address}");
    }
    press(&page, Key::Escape.value());
    page.wait_until("the code is gone", || page.count(".stage-over") == 0);
    assert_eq!(page.count(STAGE), 1);
}

#[test]
fn a_question_mark_shows_the_keys_and_every_story_among_them() {
    let page = stage("");
    press(&page, "?");
    page.wait_for(".stage-over .keys");
    let keys = page.text(".keys");
    for story in Story::ALL {
        assert!(keys.contains((Language::Nb.texts().story)(story)), "{keys}");
    }
    press(&page, "?");
    page.wait_until("they are gone", || page.count(".keys") == 0);
}

#[test]
fn the_screen_is_asked_to_stay_awake_and_a_refusal_harms_nothing() {
    let site = Site::with_script(
        "Object.defineProperty(navigator, 'wakeLock', { value: { request(what) { window.awake = what; return Promise.reject(new DOMException('no', 'NotAllowedError')); } } })",
    );
    let page = site.page(Window::STAGE);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.click("#tool-stage");
    page.wait_for(STAGE);
    assert_eq!(page.js("return window.awake"), "screen");
    page.assert_quiet();
}

#[test]
fn what_is_changed_on_the_page_is_what_the_stage_shows() {
    let page = Page::simulator(Window::STAGE);
    page.press(&slider("reach"), Key::Home.value().to_string());
    page.next_frame();
    let npv = page.text("#npv");
    page.click("#tool-stage");
    page.wait_for_text(".stage .lead-number", &npv);
}
