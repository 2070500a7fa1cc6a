//! The page shows what the library calculates, whatever is moved and however: headlines, sentence, charts and tables.

use browser::simulator::{Twin, field, number, reset, slider};
use browser::{Key, Page, Window};
use gevinstsimulator::figure::{Flow, View};
use gevinstsimulator::model::Curve;
use gevinstsimulator::scenario::Control;
use gevinstsimulator::solution::Group;

#[test]
fn the_page_opens_with_the_figures_that_the_library_calculates() {
    let page = Page::simulator(Window::DESKTOP);
    page.assert_says_what(&Twin::default(), "opening");
    page.assert_quiet();
}

#[test]
fn a_phone_shows_the_same_figures() {
    let page = Page::simulator(Window::PHONE);
    page.assert_says_what(&Twin::default(), "opening");
    page.assert_quiet();
}

#[test]
fn the_page_has_a_control_for_everything_that_can_change_a_result() {
    let page = Page::simulator(Window::DESKTOP);
    for curve in [Curve::Bass, Curve::Linear] {
        let mut twin = Twin::default();
        page.choose_curve(&curve);
        twin.choose_curve(curve);
        let wanted = twin.controls();
        for control in &wanted {
            assert_eq!(
                page.count(&slider(&twin.id(control))),
                1,
                "{}",
                twin.id(control)
            );
        }
        assert_eq!(page.count("#controls input[type=range]"), wanted.len());
    }
    page.assert_quiet();
}

#[test]
fn keys_on_the_controls_of_rollout_and_use_lead_to_the_figures_of_the_library() {
    keys_lead_to_the_librarys_figures(Curve::Bass, &[Group::Rollout, Group::Adoption]);
}

#[test]
fn keys_on_the_other_controls_lead_to_the_figures_of_the_library() {
    let others = [Group::Cost, Group::Benefit, Group::Standard];
    keys_lead_to_the_librarys_figures(Curve::Bass, &others);
}

#[test]
fn keys_lead_to_the_figures_of_the_library_when_the_rollout_is_even() {
    let groups = [
        Group::Rollout,
        Group::Adoption,
        Group::Cost,
        Group::Benefit,
        Group::Standard,
    ];
    keys_lead_to_the_librarys_figures(Curve::Linear, &groups);
}

#[test]
fn with_every_control_at_one_of_its_ends_the_page_still_says_what_the_library_says() {
    for (key, end) in [(Key::Home, "lower"), (Key::End, "upper")] {
        let (page, mut twin) = opened(Curve::Bass);
        let controls = twin.controls();
        let judged = page.engine().some(0..controls.len(), 5);
        for (place, control) in controls.into_iter().enumerate() {
            let id = twin.id(&control);
            page.press(&slider(&id), key.value().to_string());
            twin.choose(&id, page.slider_value(&id));
            if judged.contains(&place) {
                page.assert_says_what(&twin, &format!("all down to {id} at the {end} end"));
            }
        }
        page.assert_says_what(&twin, &format!("all at the {end} end"));
        page.assert_quiet();
    }
}

#[test]
fn the_mouse_on_a_track_leads_to_the_figures_of_the_library() {
    let (page, mut twin) = opened(Curve::Bass);
    for id in [
        "reach",
        "imitation",
        "sets",
        "device-price",
        "optimism",
        "horizon",
    ] {
        for share in [0.55, 0.95] {
            let [left, top, width, height] = page.place_of(&slider(id));
            let point = [left + share * width, top + height / 2.0];
            page.hold_mouse(point);
            page.release_mouse();
            moved(&page, &mut twin, id);
            page.assert_says_what(&twin, &format!("a click on the track of {id}"));
        }
    }
    page.assert_quiet();
}

#[test]
fn dragging_a_thumb_leads_to_the_figures_of_the_library() {
    let (page, mut twin) = opened(Curve::Bass);
    for (id, shown) in [
        ("reach", 35.0),
        ("adoption", 95.0),
        ("stay-reduction", -2.0),
        ("running-cost", 12_000.0),
    ] {
        page.slide_by_mouse(&slider(id), shown);
        moved(&page, &mut twin, id);
        page.assert_says_what(&twin, &format!("dragging {id}"));
    }
    page.assert_quiet();
}

#[test]
fn what_is_in_sight_follows_while_the_thumb_is_still_held() {
    let (page, mut twin) = opened(Curve::Bass);
    for figure in ["flows", "person-years", "rollout", "actors"] {
        page.click(&format!("#figure-{figure} .figure-table summary"));
        page.wait_for(&format!("#figure-{figure} table"));
    }
    let control = twin.control("reach");
    let [from, to] = [80.0, 30.0].map(|shown| page.point_on_slider(&control, "reach", shown));
    page.wait_until_refined();
    twin.rested = Some(twin.scenario.clone());
    page.hold_mouse(from);
    page.move_mouse(to);
    moved(&page, &mut twin, "reach");
    let (seen, right) = (page.said(), twin.says(page.plot_width(), page.draws()));
    let out_of_sight = page.js(
        "return [...document.querySelectorAll('.figure, .claim-beside')]
           .filter(it => it.getBoundingClientRect().top > innerHeight || it.getBoundingClientRect().bottom < 0)
           .map(it => it.id.replace('figure-', ''))",
    );
    let out_of_sight: Vec<String> = serde_json::from_value(out_of_sight).expect("names");
    // The axes stay until the thumb is let go; the method, and what is out of sight, wait for that.
    let waits = |key: &str| {
        let figure = key.split(',').next().unwrap_or_default();
        key.ends_with("drawing")
            || ["method", "more results", "conditions"].contains(&key)
            || figure == "importance"
            || out_of_sight.iter().any(|id| id == figure)
    };
    let follows: Vec<_> = right.keys().filter(|key| !waits(key)).collect();
    assert!(
        follows.iter().any(|key| key.ends_with("table")),
        "{follows:?}"
    );
    for key in follows {
        assert_eq!(seen[key], right[key], "{key}");
    }
    page.release_mouse();
    page.assert_says_what(&twin, "letting go");
    page.assert_quiet();
}

#[test]
fn typing_numbers_leads_to_the_figures_of_the_library() {
    let (page, mut twin) = opened(Curve::Bass);
    for (id, text, shown) in [
        ("reach", "72", 72.0),
        ("imitation", "8,4", 8.4),
        ("sets", "2,5", 2.5),
        ("stay-reduction", "-2", -2.0),
        ("device-price", "45 000", 45_000.0),
        ("minutes", "4,77", 4.77),
        ("potential", "13 339", 13_339.0),
        ("discount-rate", "2,5", 2.5),
        ("wage-growth", "0,7", 0.7),
    ] {
        page.fill(&field(id), text);
        twin.choose(id, shown);
        page.assert_says_what(&twin, &format!("typing {text} in {id}"));
    }
    page.assert_quiet();
}

#[test]
fn going_from_one_curve_to_the_other_and_back_changes_the_figures_and_brings_them_back() {
    let (page, mut twin) = opened(Curve::Bass);
    let before = page.said();
    page.choose_curve(&Curve::Linear);
    twin.choose_curve(Curve::Linear);
    page.assert_says_what(&twin, "choosing an even rollout");
    assert_ne!(page.said()["npv"], before["npv"]);
    page.choose_curve(&Curve::Bass);
    page.wait_until_refined();
    assert_eq!(page.said(), before);
    page.assert_quiet();
}

#[test]
fn the_first_chart_shows_either_kroner_in_either_way_as_the_library_does() {
    let (page, mut twin) = opened(Curve::Bass);
    for shown in [80.0, 5.0] {
        page.fill(&field("reach"), &shown.to_string());
        twin.choose("reach", shown);
        for (view, flow, buttons) in VIEWS {
            for button in buttons {
                page.click(&toggle(button));
            }
            (twin.view, twin.flow) = (view, flow);
            page.assert_says_what(&twin, &format!("choosing {view:?} and {flow:?}"));
        }
    }
    page.assert_quiet();
}

#[test]
fn headline_title_and_read_out_say_what_the_tables_last_row_says() {
    let (page, twin) = opened(Curve::Bass);
    for keys in [Key::Down, Key::PageUp, Key::Home, Key::End] {
        page.press("#realisation-slider", keys.value().to_string());
        let said = page.said();
        let last = last_row(&said["person-years, table"])[1];
        let freed = twin
            .texts()
            .numbers
            .rounded(number(last).expect("a number"));
        let read = format!(": {freed}\u{a0}årsverk");
        assert!(said["person-years, read-out"].contains(&read), "{read}");
        let title = &said["person-years, title"];
        assert!(
            title.contains(&format!(" {freed}\u{a0}")) || freed == "0",
            "{title}: {freed}"
        );
        let sum = last_row(&said["flows, table"])[3];
        // The table has rounded it to a tenth of a million, which may round on to the next.
        let npv = number(sum).expect("a number").abs();
        let near = [-0.05, 0.0, 0.05].map(|off| twin.texts().numbers.money((npv + off) * 1e6));
        assert!(
            near.contains(&said["npv"]),
            "{} is not {near:?}",
            said["npv"]
        );
    }
    page.assert_quiet();
}

#[test]
fn the_break_even_year_is_the_first_from_which_the_table_stays_above_zero() {
    let page = Page::simulator(Window::DESKTOP);
    page.click(&toggle(4));
    for price in ["12 000", "30 000", "75 000", "190 000"] {
        page.fill(&field("device-price"), price);
        let said = page.said();
        let rows: Vec<Vec<&str>> = said["flows, table"].lines().skip(1).map(cells).collect();
        let below = |row: &Vec<&str>| number(row[3]).expect("a number") < 0.0;
        let first = rows.iter().rposition(below).map_or(0, |last| last + 1);
        match rows.get(first) {
            Some(row) => {
                assert_eq!(said["break-even"], row[0], "monitors at {price}");
                assert!(said["flows, title"].contains(row[0]), "monitors at {price}");
            }
            None => assert!(number(&said["break-even"]).is_none(), "monitors at {price}"),
        }
    }
    page.assert_quiet();
}

#[test]
fn the_method_says_what_its_years_are() {
    let (page, twin) = opened(Curve::Bass);
    let half = twin.control("imitation").value;
    let half = format!(
        "unnagjort etter {}\u{a0}år.",
        twin.texts().numbers.trimmed(half, 1)
    );
    let method = |page: &Page| {
        page.place_of("#method");
        page.text("#method")
    };
    assert!(method(&page).contains(&half));
    page.choose_curve(&Curve::Linear);
    let years = twin.control("rollout-years").value;
    assert!(method(&page).contains(&format!("hvert år i {years}\u{a0}år.")));
}

#[test]
fn an_amount_is_never_broken_over_two_lines() {
    let page = Page::simulator(Window::PHONE);
    for selector in ["#npv", "#annual-saving", ".method .table-scroll td"] {
        for amount in page.texts(selector) {
            assert!(
                !amount.contains(' ') || !amount.contains("kr"),
                "{amount:?}"
            );
        }
    }
}

#[test]
fn a_line_ends_where_its_axis_has_the_tables_last_value() {
    let page = Page::simulator(Window::DESKTOP);
    for (figure, ink, column) in [
        ("person-years", "person-years", 1),
        ("rollout", "units", 1),
        ("rollout", "units-in-use", 2),
        ("flows", "benefit", 1),
        ("flows", "cost", 2),
    ] {
        let drawn = drawn_end(&page, figure, ink);
        let said = page.said();
        let row = last_row(&said[&format!("{figure}, table")]);
        let value = number(row[column]).expect("a number");
        assert!(
            (drawn / value - 1.0).abs() < 0.01,
            "{ink} ends at {drawn}, and the table says {value}"
        );
    }
    page.assert_quiet();
}

#[test]
fn the_actors_nets_less_tax_financing_are_the_net_present_value() {
    let (page, twin) = opened(Curve::Bass);
    let said = page.said();
    let nets = said["actors, table"]
        .lines()
        .skip(1)
        .map(|row| cells(row)[3]);
    let net: f64 = nets.map(|net| number(net).expect("a number") * 1e6).sum();
    let tax = twin.results().evaluation.pv_tax_financing;
    assert_eq!(said["npv"], twin.texts().numbers.money(net - tax));
    page.assert_quiet();
}

const VIEWS: [(View, Flow, [usize; 2]); 4] = [
    (View::Social, Flow::Cumulated, [1, 4]),
    (View::Budget, Flow::Cumulated, [2, 4]),
    (View::Budget, Flow::Yearly, [2, 3]),
    (View::Social, Flow::Yearly, [1, 3]),
];

/// The page with all its controls in sight, and the library's twin of it.
#[track_caller]
fn opened(curve: Curve) -> (Page, Twin) {
    let (page, mut twin) = (Page::simulator(Window::DESKTOP), Twin::default());
    page.open_all_assumptions();
    page.choose_curve(&curve);
    twin.choose_curve(curve);
    (page, twin)
}

/// Moves every control of the groups by keys, each from its default and back to it.
#[track_caller]
fn keys_lead_to_the_librarys_figures(curve: Curve, groups: &[Group]) {
    let (page, mut twin) = opened(curve);
    let in_groups = |twin: &Twin, control: &Control| {
        groups.contains(&twin.solution.parameters[control.parameter].group)
    };
    let mut controls = twin.controls();
    controls.retain(|control| in_groups(&twin, control));
    for control in page.engine().some(controls, 6) {
        let id = twin.id(&control);
        for key in [Key::End, Key::Home, Key::PageUp, Key::Right] {
            page.press(&slider(&id), key.value().to_string());
            moved(&page, &mut twin, &id);
            page.assert_says_what(&twin, &format!("{key:?} on {id}"));
        }
        page.click(&reset(&id));
        twin.reset(&id);
        page.assert_says_what(&twin, &format!("resetting {id}"));
    }
    page.assert_quiet();
}

/// The twin takes over where the page's slider has come to, which must be another value than before.
#[track_caller]
fn moved(page: &Page, twin: &mut Twin, id: &str) {
    let (before, now) = (twin.control(id).value, page.slider_value(id));
    assert_ne!(now, before, "{id} has not moved");
    twin.choose(id, now);
}

/// The buttons above the first chart, in their order from 1.
fn toggle(button: usize) -> String {
    let (group, place) = (button.div_ceil(2), 2 - button % 2);
    format!("#figure-flows [role=group]:nth-of-type({group}) button:nth-of-type({place})")
}

fn cells(row: &str) -> Vec<&str> {
    row.split(" | ").collect()
}

fn last_row(table: &str) -> Vec<&str> {
    cells(table.lines().last().unwrap_or_default())
}

/// The value at which a line ends, read off the chart's axis as an eye does it.
#[track_caller]
fn drawn_end(page: &Page, figure: &str, ink: &str) -> f64 {
    let script = format!(
        "const shapes = name => [...document.querySelectorAll('#figure-{figure} svg ' + name)];
         const height = line => line.getPointAtLength(line.getTotalLength()).y;
         const grid = shapes('path:is([data-ink=ink-grid], [data-ink=ink-zero])').map(height).sort((a, b) => b - a);
         const numbers = shapes('text[data-ink=ink-tick]').slice(0, grid.length).map(tick => tick.textContent);
         return [grid[0], grid.at(-1), height(shapes('path[data-ink=ink-{ink}][data-paint=stroke]')[0]), numbers[0], numbers.at(-1)]"
    );
    let read = page.js(&script);
    let [bottom, top, end] = [0, 1, 2].map(|index| read[index].as_f64().unwrap_or(f64::NAN));
    let value = |text: &str| {
        let digits: String = text.chars().take_while(|c| !c.is_alphabetic()).collect();
        number(&digits).unwrap_or(f64::NAN)
    };
    let [low, high] = [3, 4].map(|index| value(read[index].as_str().unwrap_or_default()));
    low + (bottom - end) / (bottom - top) * (high - low)
}
