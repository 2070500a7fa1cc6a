//! Sliders and number fields agree, however they are moved; what is refused says what is allowed, and loses nothing.

use browser::simulator::{MONITOR, Said, Stand, Twin, field, number, problem, reset, slider};
use browser::{Key, Page, Window};
use gevinstsimulator::model::Curve;
use gevinstsimulator::solution::Language;
use gevinstsimulator::text::control_label;

#[test]
fn every_slider_and_its_field_agree_after_each_key() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let twin = Twin::default();
    for control in twin.controls_of_this_engine() {
        let id = twin.id(&control);
        assert_agree(&page, &id, "opening");
        for key in [
            Key::End,
            Key::Left,
            Key::PageDown,
            Key::Home,
            Key::Up,
            Key::PageUp,
        ] {
            page.press(&slider(&id), key.value().to_string());
            assert_agree(&page, &id, &format!("{key:?}"));
        }
        assert_eq!(page.text(&problem(&id)), "");
    }
    page.assert_quiet();
}

#[test]
fn home_and_end_reach_the_bounds_that_the_solution_file_gives() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let twin = Twin::default();
    for control in twin.controls_of_this_engine() {
        let id = twin.id(&control);
        for (key, end) in [(Key::End, control.max), (Key::Home, control.min)] {
            page.press(&slider(&id), key.value().to_string());
            assert_eq!(page.slider_value(&id), end, "{key:?} on {id}");
        }
    }
    page.assert_quiet();
}

#[test]
fn slider_and_field_agree_while_a_thumb_is_dragged_and_after() {
    let page = Page::simulator(Window::DESKTOP);
    let control = Twin::default().control("device-price");
    let at = |shown| page.point_on_slider(&control, "device-price", shown);
    page.hold_mouse(at(30_000.0));
    for shown in [50_000.0, 110_000.0, 180_000.0] {
        page.move_mouse(at(shown));
        assert_agree(&page, "device-price", "dragging");
    }
    page.release_mouse();
    assert_agree(&page, "device-price", "letting go");
    assert!(page.slider_value("device-price") > 150_000.0);
    page.assert_quiet();
}

#[test]
fn numbers_are_taken_as_people_write_them_and_move_the_slider() {
    let page = Page::simulator(Window::DESKTOP);
    for (id, text, shown) in [
        ("reach", "65", 65.0),
        ("reach", "70 %", 70.0),
        ("reach", "71%", 71.0),
        ("reach", " 72 ", 72.0),
        ("reach", "72,5", 72.5),
        ("reach", "73.5", 73.5),
        ("reach", "074,0", 74.0),
        ("stay-reduction", "-2,5", -2.5),
        ("stay-reduction", "\u{2212}3", -3.0),
        ("stay-reduction", "–4", -4.0),
        ("imitation", "15", 15.0),
        ("device-price", "1 000", 1_000.0),
        ("device-price", "1 000,5", 1_000.5),
        ("device-price", "45\u{a0}000", 45_000.0),
        ("device-price", "45\u{202f}500", 45_500.0),
        ("device-price", "46000", 46_000.0),
        ("device-price", "45 000 kr", 45_000.0),
        ("running-cost", "5.000", 5_000.0),
        ("optimism", "500", 500.0),
        ("delay", "0", 0.0),
        ("delay", "2 år", 2.0),
    ] {
        assert_taken(&page, id, text, shown);
    }
    page.assert_quiet();
}

#[test]
fn a_typed_number_that_is_already_there_is_written_as_the_page_writes_it() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("device-price"), "30000,0");
    page.next_frame();
    assert_eq!(page.value(&field("device-price")), "30\u{202f}000");
    page.fill(&field("reach"), "80 %");
    page.next_frame();
    assert_eq!(page.value(&field("reach")), "80");
    page.assert_quiet();
}

#[test]
fn after_a_number_between_two_steps_the_next_key_leads_to_a_step() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("device-price"), "30 250");
    for (key, shown) in [(Key::Right, 30_500.0), (Key::Left, 30_000.0)] {
        page.press(&slider("device-price"), key.value().to_string());
        assert_agree(&page, "device-price", "an arrow key");
        assert_eq!(page.slider_value("device-price"), shown);
    }
    page.assert_quiet();
}

#[test]
fn a_slider_dragged_from_between_two_steps_comes_to_a_step() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("reach"), "72,5");
    let control = Twin::default().control("reach");
    let at = |shown| page.point_on_slider(&control, "reach", shown);
    page.hold_mouse(at(72.5));
    page.move_mouse(at(40.4));
    page.release_mouse();
    assert_agree(&page, "reach", "dragging");
    assert_eq!(page.slider_value("reach").fract(), 0.0);
    page.assert_quiet();
}

#[test]
fn a_number_with_many_decimals_is_the_one_that_is_calculated_with_and_shown() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("reach"), "72,1234");
    assert_agree(&page, "reach", "typing 72,1234");
    page.assert_quiet();
}

#[test]
fn the_years_until_half_still_agree_when_another_control_has_changed_what_they_follow_from() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    for end in [Key::End, Key::Home] {
        page.press(&slider("imitation"), end.value().to_string());
        page.press(&slider("innovation"), Key::Home.value().to_string());
        for _ in 0..12 {
            assert_agree(
                &page,
                "imitation",
                &format!("{end:?}, then moving innovation"),
            );
            page.press(&slider("innovation"), Key::PageUp.value().to_string());
        }
    }
    page.assert_quiet();
}

#[test]
fn what_cannot_be_is_refused_with_what_is_allowed_and_all_else_stays() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("adoption"), "70");
    page.next_frame();
    page.wait_until_refined();
    let before = everything(&page);
    let share = ["0", "100\u{a0}%"];
    for (id, text, [min, max]) in [
        ("reach", "150", share),
        ("reach", "-1", share),
        ("reach", "abc", share),
        ("reach", "", share),
        ("reach", "1e9", share),
        ("reach", "1,2,3", share),
        (
            "device-price",
            "500",
            ["1\u{202f}000", "200\u{202f}000\u{a0}kr per sengeplass"],
        ),
        ("stay-reduction", "-20", ["\u{2212}5", "20\u{a0}%"]),
        ("imitation", "60", ["4,2", "34,3\u{a0}år"]),
    ] {
        page.fill(&field(id), text);
        page.wait_for(&problem(id));
        page.next_frame();
        let message = page.text(&problem(id));
        for part in [text, &format!("fra {min} til {max}")] {
            assert!(message.contains(part), "{part:?} is not in {message:?}");
        }
        assert_eq!(everything(&page), before, "{text:?} in {id}");
        assert_agree(&page, id, "a refusal");
    }
    page.assert_quiet();
}

#[test]
fn half_a_year_is_refused_where_only_whole_years_can_be_calculated() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    page.fill(&field("horizon"), "12,5");
    page.wait_for(&problem("horizon"));
    let message = page.text(&problem("horizon"));
    assert!(message.contains("et helt tall"), "{message}");
    assert!(message.contains("5") && message.contains("40"), "{message}");
    assert_agree(&page, "horizon", "a refusal");
    page.assert_quiet();
}

#[test]
fn a_refused_text_refused_again_leaves_the_field_in_agreement_with_the_slider() {
    let page = Page::simulator(Window::DESKTOP);
    for text in ["abc", "abc", "150", "150"] {
        page.fill(&field("reach"), text);
        assert_agree(&page, "reach", &format!("typing {text:?} again"));
    }
    page.assert_quiet();
}

#[test]
fn the_focus_stays_in_a_field_whose_number_is_refused() {
    let page = Page::simulator(Window::DESKTOP);
    page.press(&field("reach"), Key::Control + "a");
    page.press(&field("reach"), "150" + Key::Enter);
    page.wait_for(&problem("reach"));
    assert_eq!(page.focused(), "input in reach");
    assert_eq!(
        page.attribute(&field("reach"), "aria-invalid").as_deref(),
        Some("true")
    );
    page.assert_quiet();
}

#[test]
fn what_other_controls_were_set_to_survives_a_refusal() {
    let page = Page::simulator(Window::DESKTOP);
    let mut twin = Twin::default();
    page.fill(&field("sets"), "2");
    page.press(&slider("adoption"), Key::PageUp.value().to_string());
    page.choose_curve(&Curve::Linear);
    twin.choose("sets", 2.0);
    twin.choose("adoption", page.slider_value("adoption"));
    twin.choose_curve(Curve::Linear);
    page.fill(&field("reach"), "150");
    page.wait_for(&problem("reach"));
    page.assert_says_what(&twin, "a refusal");
    page.assert_quiet();
}

#[test]
fn a_refusal_goes_away_after_a_good_number_or_when_the_slider_is_moved() {
    let page = Page::simulator(Window::DESKTOP);
    let refused = || {
        page.fill(&field("reach"), "150");
        page.wait_for(&problem("reach"));
    };
    // The last is the one that was kept.
    for good in ["60", "70", "80", "80"] {
        refused();
        page.fill(&field("reach"), good);
        page.next_frame();
        assert_at_peace(&page, "reach");
    }
    refused();
    page.press(&slider("reach"), Key::Left.value().to_string());
    page.next_frame();
    assert_at_peace(&page, "reach");
    assert_eq!(page.slider_value("reach"), 79.0);
    page.assert_quiet();
}

#[test]
fn a_control_goes_back_to_what_it_was() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let before = page.said();
    for id in [
        "reach",
        "imitation",
        "stay-reduction",
        "device-price",
        "minutes",
        "horizon",
    ] {
        let was = page.slider_value(id);
        assert!(!page.visible(&reset(id)));
        page.press(&slider(id), Key::PageUp.value().to_string());
        page.wait_for(&reset(id));
        page.click(&reset(id));
        page.wait_until_refined();
        assert_eq!(page.said(), before, "after resetting {id}");
        assert_eq!(page.slider_value(id), was);
        assert_agree(&page, id, "a reset");
        assert!(!page.visible(&reset(id)));
    }
    page.assert_quiet();
}

#[test]
fn a_control_goes_back_alone() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("reach"), "60");
    page.fill(&field("sets"), "5");
    page.click(&reset("reach"));
    page.next_frame();
    assert_eq!(page.slider_value("reach"), 80.0);
    assert_eq!(page.slider_value("sets"), 5.0);
    page.assert_quiet();
}

#[test]
fn a_control_reset_by_the_keyboard_keeps_the_focus() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&field("reach"), "60");
    page.press(&reset("reach"), Key::Enter.value().to_string());
    page.next_frame();
    assert_eq!(page.slider_value("reach"), 80.0);
    let focused = page.focused();
    assert!(focused.contains("reach"), "the focus is on {focused}");
}

#[test]
fn everything_goes_back_at_once() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let before = everything(&page);
    page.choose_curve(&Curve::Linear);
    for id in [
        "reach",
        "rollout-years",
        "stay-reduction",
        "trusts",
        "horizon",
        "minutes",
    ] {
        page.press(&slider(id), Key::PageUp.value().to_string());
    }
    page.fill(&field("reach"), "150");
    page.click("#controls > .ds-button");
    page.next_frame();
    page.wait_until_refined();
    assert_eq!(everything(&page), before);
    page.assert_quiet();
}

#[test]
fn the_tab_key_leads_through_every_control_in_its_order() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let first = "#controls input:checked";
    page.js(
        "window.wanted = [...document.querySelectorAll('#controls :is(input, summary, button)')]
           .filter(it => it.checkVisibility() && !it.disabled && (it.type != 'radio' || it.checked));
         window.visited = [];
         addEventListener('focusin', event => visited.push(event.target))",
    );
    let controls = page.js("return wanted.length").as_u64().unwrap_or_default() as usize;
    page.press(first, Key::Tab.value().to_string().repeat(controls - 1));
    let missed = page.js(
        "const say = it => it?.outerHTML.slice(0, 80);
         return wanted.findIndex((it, place) => it != visited[place]) < 0 ? 'none'
           : wanted.flatMap((it, place) => it == visited[place] ? [] : [say(it) + ' but ' + say(visited[place])])[0]",
    );
    assert_eq!(missed, "none");
    assert!(controls > 90, "{controls} places to stop at");
    page.assert_quiet();
}

#[test]
fn every_control_has_a_name_and_says_its_value_with_its_unit() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let twin = Twin::default();
    for Stand { id, spoken, .. } in page.stands("#controls .control") {
        let label = control_label(Language::Nb, &twin.solution, &twin.control(&id));
        assert_eq!(page.text(&format!("#{id} label")), label);
        let named = page.attribute(&field(&id), "aria-label");
        let named = named.unwrap_or_default();
        assert!(
            named.starts_with(label),
            "the field of {id} is called {named:?}"
        );
        let unit = page.text(&format!("#{id} .unit"));
        assert!(spoken.ends_with(&unit), "{id}: {spoken:?}, not in {unit:?}");
    }
    page.assert_quiet();
}

#[test]
fn controls_that_stay_in_sight_never_lie_on_the_text_below_them() {
    for window in [Window::DESKTOP, Window::STAGE] {
        let page = Page::simulator(window);
        let [left, top, width, height] = page.place_of("#method-title");
        let [x, y] = [left + width.min(200.0) / 2.0, top + height / 2.0];
        let seen = format!("return document.elementFromPoint({x}, {y}).id");
        assert_eq!(page.js(&seen), "method-title", "at {} px", window.width);
    }
}

#[test]
#[ignore = "needs Chromium: emulates touch"]
fn a_finger_moves_a_slider_on_a_phone() {
    let (page, mut twin) = held_in_hand();
    let control = twin.control("reach");
    let at = |shown| page.point_on_slider(&control, "reach", shown);
    page.swipe(at(80.0), at(30.0));
    assert_agree(&page, "reach", "a swipe");
    let reached = page.slider_value("reach");
    assert!((reached - 30.0).abs() < 8.0, "the thumb is at {reached}");
    twin.choose("reach", reached);
    page.assert_says_what(&twin, "a swipe");
    page.assert_quiet();
}

#[test]
#[ignore = "needs Chromium: emulates touch"]
fn a_finger_that_scrolls_the_page_leaves_the_sliders_as_they_are() {
    let (page, twin) = held_in_hand();
    let [left, top, width, height] = page.place_of(&slider("reach"));
    let on_track = [left + width / 4.0, top + height / 2.0];
    let scrolled = page.js("return scrollY");
    page.swipe(on_track, [on_track[0], on_track[1] - 200.0]);
    page.wait_until("the page has scrolled", || {
        page.js("return scrollY") != scrolled
    });
    page.assert_says_what(&twin, "scrolling");
    page.assert_quiet();
}

#[test]
#[ignore = "not in WebKit: emulates touch"]
fn all_that_is_touched_on_a_phone_is_large_enough_for_a_thumb() {
    let (page, _) = held_in_hand();
    page.press(&slider("reach"), Key::Left.value().to_string());
    let small = page.js(
        "return [...document.querySelectorAll('#controls :is(input:not([type=radio]), label:has(input), summary, button:enabled)')]
           .filter(it => it.checkVisibility())
           .map(it => [it.outerHTML.slice(0, 60), it.getBoundingClientRect()])
           .filter(([, box]) => box.width < 24 || box.height < 24)
           .map(([name, box]) => `${name} is ${box.width} × ${box.height}`)",
    );
    assert_eq!(small, serde_json::json!([]));
    page.assert_quiet();
}

/// The page on a phone that is touched.
#[track_caller]
fn held_in_hand() -> (Page, Twin) {
    let page = Page::blank(Window::PHONE);
    page.touch();
    page.go(MONITOR);
    page.wait_for_simulator();
    (page, Twin::default())
}

/// All that is said, and where every slider and field stands.
#[track_caller]
fn everything(page: &Page) -> (Said, Vec<Stand>) {
    (page.said(), page.stands("#controls .control"))
}

/// Slider, field and what a screen reader is told are one number.
#[track_caller]
fn assert_agree(page: &Page, id: &str, after: &str) {
    let Some(Stand {
        slider,
        field,
        spoken,
        ..
    }) = page.stands(&format!("#{id}")).pop()
    else {
        panic!("no control {id}");
    };
    let typed = number(&field).unwrap_or(f64::NAN);
    assert!(
        (slider - typed).abs() <= 1e-9 * slider.abs().max(1.0),
        "after {after} the slider of {id} is at {slider} and its field says {field:?}"
    );
    assert!(
        spoken.starts_with(&field),
        "after {after}, {id}: {field:?} is read as {spoken:?}"
    );
}

/// Typed, the number is taken by field and slider, and nothing is wrong with it.
#[track_caller]
fn assert_taken(page: &Page, id: &str, text: &str, shown: f64) {
    page.fill(&field(id), text);
    page.next_frame();
    assert_eq!(page.slider_value(id), shown, "typing {text:?} in {id}");
    assert_agree(page, id, &format!("typing {text:?}"));
    assert_at_peace(page, id);
}

/// No complaint stands at the control.
#[track_caller]
fn assert_at_peace(page: &Page, id: &str) {
    assert_eq!(page.text(&problem(id)), "");
    assert_eq!(page.attribute(&field(id), "aria-invalid"), None);
}
