//! Stories, a step back, links, comparing and drawing: what a visitor does with a scenario as a whole.

use browser::simulator::{MONITOR, slider};
use browser::{Key, Page, Site, Window};
use gevinstsimulator::scenario::{Link, Scenario, Story};
use gevinstsimulator::solution::{Language, Solution, read};

const UNDO: &str = "#tool-undo";
const REDO: &str = "#tool-redo";

fn monitor() -> Solution {
    let json = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/solutions/monitor.json"
    ));
    read(&json.unwrap()).unwrap()
}

/// The button of a story.
fn chip(story: Story) -> String {
    let place = Story::ALL.iter().position(|&known| known == story).unwrap();
    format!(".chip:nth-of-type({})", place + 1)
}

fn money(kroner: f64) -> String {
    Language::Nb.texts().numbers.money(kroner.abs())
}

/// What the page's leading number must be for a scenario.
fn npv_of(scenario: &Scenario) -> String {
    money(scenario.results(&monitor()).unwrap().npv)
}

#[track_caller]
fn open(query: &str) -> Page {
    let page = Page::open(&format!("{MONITOR}{query}"), Window::DESKTOP);
    page.wait_for_simulator();
    page
}

#[track_caller]
fn wait_for_query(page: &Page, query: &str) {
    page.wait_until(&format!("the address says {query:?}"), || {
        page.path() == format!("{MONITOR}{query}")
    });
}

#[test]
fn each_story_shows_its_scenario_and_says_what_it_moved() {
    let page = open("");
    let solution = monitor();
    for story in Story::ALL {
        let told = story.tell(&solution, &Scenario::new(&solution));
        page.click(&chip(story));
        page.wait_for_text("#npv", &npv_of(&told.scenario));
        let moved = told.scenario.differing(&Scenario::new(&solution)).count();
        assert_eq!(
            page.count(".tale > .table-scroll tbody tr"),
            moved,
            "{story:?}"
        );
        let name = (Language::Nb.texts().story)(story);
        assert!(page.text("#tale-title").ends_with(name), "{story:?}");
        assert_eq!(
            page.attribute(&chip(story), "aria-pressed").as_deref(),
            Some("true")
        );
        if moved > 0 {
            assert!(
                page.text(".tale")
                    .contains(&npv_of(&Scenario::new(&solution)))
            );
        }
    }
    page.assert_quiet();
}

#[test]
fn a_story_told_again_is_taken_back() {
    let page = open("");
    let before = page.text("#npv");
    page.click(&chip(Story::Delayed));
    page.wait_until("the story is told", || page.text("#npv") != before);
    page.click(&chip(Story::Delayed));
    page.wait_for_text("#npv", &before);
    assert_eq!(page.count(".tale"), 0);
}

#[test]
fn stories_are_told_of_the_visitors_own_scenario_one_in_the_place_of_the_other() {
    let page = open("?v=1&reach=0.5");
    let solution = monitor();
    let mut own = Scenario::new(&solution);
    own.set(&solution, solution.plan.roles.reach, 0.5).unwrap();
    for story in [Story::Pilot, Story::Delayed] {
        page.click(&chip(story));
        page.wait_for_text("#npv", &npv_of(&story.tell(&solution, &own).scenario));
    }
    page.assert_quiet();
}

#[test]
fn everything_can_be_undone_and_done_again_by_button() {
    let page = open("");
    let first = page.text("#npv");
    assert_eq!(page.attribute(UNDO, "disabled").as_deref(), Some("true"));
    page.press(&slider("reach"), Key::Left + Key::Left);
    page.wait_until("the slider moves it", || page.text("#npv") != first);
    let second = page.text("#npv");
    page.click(&chip(Story::Pilot));
    page.wait_until("the story changes it", || page.text("#npv") != second);
    let third = page.text("#npv");
    page.click(UNDO);
    page.wait_for_text("#npv", &second);
    page.click(UNDO);
    page.wait_for_text("#npv", &first);
    page.click(REDO);
    page.click(REDO);
    page.wait_for_text("#npv", &third);
    assert_eq!(page.attribute(REDO, "disabled").as_deref(), Some("true"));
    page.assert_quiet();
}

#[test]
fn everything_can_be_undone_and_done_again_by_keyboard() {
    let page = open("");
    let first = page.text("#npv");
    page.press(&slider("delay"), Key::End.value().to_string());
    page.wait_until("the slider moves it", || page.text("#npv") != first);
    let second = page.text("#npv");
    page.press_with(&slider("delay"), &[Key::Control], "z");
    page.wait_for_text("#npv", &first);
    page.press_with(&slider("delay"), &[Key::Control], "y");
    page.wait_for_text("#npv", &second);
    page.press_with(&slider("delay"), &[Key::Control], "z");
    page.wait_for_text("#npv", &first);
    page.press_with(&slider("delay"), &[Key::Control, Key::Shift], "z");
    page.wait_for_text("#npv", &second);
}

#[test]
fn a_drag_of_a_slider_is_one_step_to_undo() {
    let page = open("");
    let first = page.text("#npv");
    page.slide_by_mouse(&slider("reach"), 30.0);
    page.click(UNDO);
    page.next_frame();
    // The mouse may have needed more than one drag to get there.
    while page.attribute(UNDO, "disabled").is_none() {
        page.click(UNDO);
        page.next_frame();
    }
    page.wait_for_text("#npv", &first);
}

#[test]
fn a_finger_that_scrolls_over_a_slider_leaves_the_story_and_what_can_be_done_again() {
    let page = open("");
    page.click(&chip(Story::National));
    page.press(&slider("reach"), Key::Home.value().to_string());
    page.click(UNDO);
    page.wait_until("the story is told", || {
        page.attribute(&chip(Story::National), "aria-pressed")
            .as_deref()
            == Some("true")
    });
    let before = page.text("#npv");
    let on_slider = |then: &str| {
        page.js(&format!(
            "const slider = document.querySelector('{}'); {then}",
            slider("reach")
        ));
    };
    on_slider(
        "slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
         slider.value = 20; slider.dispatchEvent(new Event('input', { bubbles: true }))",
    );
    page.wait_until("the slider moves", || page.text("#npv") != before);
    on_slider("slider.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }))");
    page.wait_for_text("#npv", &before);
    assert_eq!(
        page.attribute(&chip(Story::National), "aria-pressed")
            .as_deref(),
        Some("true")
    );
    assert_eq!(page.attribute("#tool-redo", "disabled"), None);
    page.assert_quiet();
}

#[test]
fn what_opens_below_has_the_focus_of_who_asked_for_it() {
    let page = open("");
    for (tool, section) in [("share", "share"), ("compare", "comparison")] {
        page.press(&format!("#tool-{tool}"), Key::Enter.value().to_string());
        page.wait_until("the focus is there", || page.focused() == section);
    }
    page.assert_quiet();
}

#[test]
fn the_browsers_back_button_leads_to_what_was_before_a_story_and_forward_to_the_story() {
    let page = open("?v=1&reach=0.5");
    let before = page.text("#npv");
    page.click(&chip(Story::Delayed));
    wait_for_query(&page, "?v=1&reach=0.5&delay=5");
    let after = page.text("#npv");
    page.js("history.back()");
    page.wait_for_text("#npv", &before);
    page.js("history.forward()");
    page.wait_for_text("#npv", &after);
}

#[test]
fn the_back_button_after_another_solution_leads_back_to_the_same_scenario() {
    let page = open("?v=1&reach=0.4");
    let before = page.text("#npv");
    page.click("[popovertarget=solutions]");
    page.click("#solutions a[data-solution=video]");
    page.wait_until("the other solution is there", || {
        page.path().starts_with("nb/video/")
    });
    page.wait_for_simulator();
    page.js("history.back()");
    page.wait_for_text("#npv", &before);
    wait_for_query(&page, "?v=1&reach=0.4");
}

#[test]
fn sliding_keeps_the_address_in_step_without_adding_to_the_browsers_history() {
    let page = open("");
    let steps = || page.js("return history.length");
    let before = steps();
    page.press(&slider("reach"), Key::Home.value().to_string());
    wait_for_query(&page, "?v=1&reach=0");
    page.press(
        &slider("reach"),
        String::from_iter(vec![Key::Right.value(); 30]),
    );
    wait_for_query(&page, "?v=1&reach=0.3");
    assert_eq!(steps(), before);
}

#[test]
fn one_undo_takes_back_the_last_move_and_not_what_was_kept_before_it() {
    let page = open("");
    page.press(&slider("reach"), Key::Right.value().to_string());
    page.click("#tool-compare");
    page.wait_for(".kept li");
    page.press(&slider("reach"), Key::Right.value().to_string());
    page.click("#tool-undo");
    page.next_frame();
    assert_eq!(page.slider_value("reach"), 81.0);
    assert_eq!(page.count(".kept li"), 1);
}

#[test]
fn going_back_shows_the_kroner_that_the_address_before_says() {
    let page = open("");
    page.click(&chip(Story::National));
    page.wait_until("the address says so", || {
        page.js("return location.search") != ""
    });
    page.click(".choices .choice-pair:first-child button:last-child");
    page.wait_until("the address says whose", || {
        page.path().contains("whose=budget")
    });
    page.js("history.back()");
    page.wait_until("the address is as before", || {
        page.js("return location.search") == ""
    });
    page.wait_until("the page is too", || {
        page.attribute(
            ".choices .choice-pair:first-child button:first-child",
            "aria-pressed",
        )
        .as_deref()
            == Some("true")
    });
}

#[test]
fn a_link_opened_by_somebody_else_shows_the_same_figures_and_its_digest_agrees() {
    let page = open("");
    page.click(&chip(Story::National));
    page.press(&slider("device-price"), Key::Right + Key::Right);
    page.wait_until_refined();
    page.next_frame();
    let link = page.value("#link");
    let said = page.said();
    drop(page);
    // A profile that nobody has used.
    let other = Page::blank(Window::DESKTOP);
    other.go(&link);
    other.wait_for_simulator();
    assert_eq!(other.said(), said);
    assert_eq!(other.count(".notice"), 0, "{:?}", other.texts(".notice"));
    other.assert_quiet();
}

#[test]
fn a_link_whose_figures_have_changed_says_what_they_were_and_are() {
    let page = open("?v=1&reach=0.5&figures=402500001000+161200000+92.25+2035");
    let notice = page.text(".notice");
    let said = format!("{} da, {} nå", money(402_500_001_000.0), page.text("#npv"));
    assert!(notice.contains(&said), "{said:?} is not in {notice:?}");
    page.click(".notice button");
    assert_eq!(page.count(".notice"), 0);
}

#[test]
fn broken_parts_of_a_link_are_named_one_by_one_and_the_rest_is_shown() {
    let page = open("?v=1&delay=3&reach=7&colour=red&curve=wavy");
    let notice = page.text(".notice");
    for said in [
        "reach = 7 må være fra 0 til 1.",
        "colour = red er ikke kjent for denne løsningen.",
        "curve = wavy må være",
    ] {
        assert!(notice.contains(said), "{said:?} is not in {notice:?}");
    }
    assert_eq!(page.slider_value("delay"), 3.0);
    assert_eq!(page.slider_value("reach"), 80.0);
    page.assert_quiet();
}

#[test]
fn what_is_being_typed_is_left_alone_when_the_page_is_drawn_anew() {
    let page = open("?curve=0.1+0.2+0.3+0.4+0.5");
    page.click("#tool-compare");
    page.wait_for("#comparison .kept input");
    page.click(".points > summary");
    let fields = [
        ".points-fields label:nth-of-type(2) input",
        "#comparison .kept input",
    ];
    for (field, value) in fields.into_iter().zip([3, 5]) {
        page.press_with(field, &[Key::Control], "a");
        page.keys("6");
        let before = page.text("#npv");
        page.js(&format!(
            "const reach = document.querySelector('{}');
             reach.value = {value};
             for (const what of ['input', 'change']) reach.dispatchEvent(new Event(what, {{ bubbles: true }}))",
            slider("reach")
        ));
        page.wait_until("the page is drawn anew", || page.text("#npv") != before);
        page.wait_until_refined();
        page.keys("1");
        assert_eq!(page.value(field), "61");
    }
    page.keys(Key::Tab + "");
    page.wait_until("the name is taken", || {
        page.text("#comparison").contains("«61»")
    });
    // No name is none: the one that it has stays.
    page.fill("#comparison .kept input", " ");
    assert_eq!(page.value("#comparison .kept input"), "61");
    page.assert_quiet();
}

#[test]
fn a_link_with_script_in_it_shows_it_as_text() {
    let page = open(
        "?reach=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E&with=%3Cscript%3E1%3C/script%3E",
    );
    assert!(
        page.text(".notice")
            .contains("<img src=x onerror=document.title=1>")
    );
    assert_eq!(page.value(".kept input"), "<script>1</script>");
    assert_ne!(page.title(), "1");
    page.assert_quiet();
}

#[test]
fn a_kept_scenario_stays_beside_the_one_that_is_changed_with_what_differs() {
    let page = open("");
    let kept = page.text("#npv");
    page.click("#tool-compare");
    page.wait_for("#comparison .kept input");
    page.press(&slider("reach"), Key::Home + Key::Right + Key::Right);
    page.wait_until_refined();
    let now = page.text("#npv");
    let first_row = page.text("#comparison tbody tr");
    assert!(
        first_row.contains(&kept) && first_row.contains(&now),
        "{first_row}"
    );
    assert!(first_row.contains("Åtte av ti utfall"), "{first_row}");
    let differing = page.texts("#comparison .table-scroll:nth-of-type(2) tbody tr");
    assert_eq!(differing.len(), 1, "{differing:?}");
    // Its lines are in the charts, by its name.
    let labels = page.js("return [...document.querySelectorAll('#figure-flows svg text')].map(it => it.textContent).join(' ')");
    assert!(labels.to_string().contains("Alternativ"), "{labels}");
    assert!(page.text("#figure-flows .readout").contains("Alternativ"));
    page.assert_quiet();
}

#[test]
fn what_is_kept_is_there_after_reloading_under_the_name_that_it_was_given() {
    let page = open("");
    page.click(&chip(Story::Pilot));
    page.click("#tool-compare");
    page.wait_for("#comparison .kept input");
    page.fill("#comparison .kept input", "Bare piloten");
    page.wait_until("the name is taken", || {
        page.text("#comparison").contains("«Bare piloten»")
    });
    page.go(MONITOR);
    page.wait_for_simulator();
    assert_eq!(page.value("#comparison .kept input"), "Bare piloten");
    page.click("#comparison .kept button:nth-of-type(2)");
    let solution = monitor();
    let pilot = Story::Pilot
        .tell(&solution, &Scenario::new(&solution))
        .scenario;
    page.wait_for_text("#npv", &npv_of(&pilot));
    page.click("#comparison .kept button:nth-of-type(3)");
    page.wait_until("it is gone", || page.count("#comparison") == 0);
    page.click(UNDO);
    page.wait_for("#comparison .kept input");
    page.assert_quiet();
}

#[test]
fn where_the_browser_refuses_storage_comparing_works_and_the_page_says_to_keep_the_link() {
    let site = Site::with_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    );
    let page = site.page(Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.click("#tool-compare");
    page.wait_for("#comparison .kept input");
    page.wait_until("it says so", || {
        page.text("#comparison").contains("lar oss ikke lagre")
    });
    page.press(&slider("reach"), Key::Home.value().to_string());
    page.next_frame();
    // The link has the pair.
    let (link, compared) = (page.value("#link"), page.text("#comparison tbody tr"));
    drop(page);
    let other = Page::blank(Window::DESKTOP);
    other.go(&link);
    other.wait_for_simulator();
    other.wait_for("#comparison .kept input");
    assert_eq!(other.text("#comparison tbody tr"), compared);
}

#[test]
fn the_rollout_is_drawn_by_mouse_and_never_falls() {
    let page = open("");
    page.click("#controls .choice label:nth-of-type(3) input");
    page.wait_for(".curve-editor .handle");
    let share = || {
        let now = page.attribute("#point-4", "aria-valuenow");
        now.and_then(|now| now.parse().ok()).unwrap_or(-1)
    };
    let before: i32 = share();
    let [left, top, width, height] = page.place_of("#point-4");
    let [x, y] = [left + width / 2.0, top + height / 2.0];
    page.hold_mouse([x, y]);
    page.move_mouse([x, y - 60.0]);
    page.release_mouse();
    page.wait_until("the point goes up", || share() > before + 5);
    let shares =
        page.js("return [...document.querySelectorAll('.handle')].map(it => +it.ariaValueNow)");
    let shares: Vec<f64> = serde_json::from_value(shares).unwrap();
    assert!(shares.is_sorted(), "{shares:?}");
    page.click(UNDO);
    page.wait_until("the point is back", || share() == before);
    page.assert_quiet();
}

#[test]
fn the_rollout_is_drawn_by_arrow_keys_and_typed_as_a_table() {
    let page = open("?curve=0.1+0.2+0.3+0.4+0.5");
    page.press("#point-0", Key::Right + Key::Right + Key::PageUp + Key::Up);
    page.wait_until("the point moves", || {
        page.attribute("#point-2", "aria-valuenow").as_deref() == Some("41")
    });
    // Those after it went along as far as they must.
    assert_eq!(
        page.attribute("#point-3", "aria-valuenow").as_deref(),
        Some("41")
    );
    page.click(".points > summary");
    page.fill(".points-fields label:nth-of-type(2) input", "60");
    page.wait_until("the table moves the point", || {
        page.attribute("#point-1", "aria-valuenow").as_deref() == Some("60")
    });
    page.wait_until("the address has it", || {
        page.path().contains("curve=0.1+0.6+0.6")
    });
    for (typed, said) in [("150", "«150»"), ("mye", "«mye»"), ("", "Skriv et tall")] {
        page.fill(".points-fields label:nth-of-type(2) input", typed);
        page.wait_until(
            "it says what may be typed, and that nothing is lost",
            || {
                let problem = page.text("#points-problem");
                [said, "fra 0 til 100\u{a0}%", "fortsatt 60\u{a0}%"]
                    .iter()
                    .all(|part| problem.contains(part))
            },
        );
    }
    page.fill(".points-fields label:nth-of-type(2) input", "60 %");
    page.wait_until("it has nothing to say", || {
        page.text("#points-problem").is_empty()
    });
    let link = Link::read(&monitor(), page.path().split_once('?').unwrap().1);
    page.wait_for_text("#npv", &npv_of(&link.scenario));
    page.assert_quiet();
}

#[test]
#[ignore = "needs Chromium: emulates touch"]
fn the_rollout_is_drawn_by_a_finger_on_a_phone() {
    let page = Page::blank(Window::PHONE);
    page.touch();
    page.go(&format!("{MONITOR}?curve=0.1+0.2+0.3+0.4+0.5"));
    page.wait_for_simulator();
    page.js("document.querySelector('#figure-rollout').scrollIntoView()");
    page.next_frame();
    let [left, top, width, height] = page.place_of("#point-2");
    let [x, y] = [left + width / 2.0, top + height / 2.0];
    page.swipe([x, y], [x, y - 40.0]);
    page.wait_until("the point moves", || {
        page.attribute("#point-2", "aria-valuenow").as_deref() != Some("30")
    });
}
