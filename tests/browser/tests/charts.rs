//! Charts are read by mouse, finger and keys, say the same to ears as to eyes, and fit whatever they are shown on.

use browser::simulator::{MONITOR, Twin, field, slider, solutions_of_this_engine};
use browser::{Key, Page, Window};
use gevinstsimulator::chart::{Axis, Shape};
use gevinstsimulator::figure::{FIGURES, View};
use gevinstsimulator::model::Curve;
use gevinstsimulator::solution::Language;
use serde_json::json;

/// The figures that run along the years, and so can be read off.
const ALONG_THE_YEARS: [&str; 3] = ["flows", "person-years", "rollout"];
const WIDTHS: [u32; 5] = [320, 360, 768, 1280, 1920];

#[test]
fn the_read_out_follows_the_mouse_to_the_year_under_it() {
    let page = Page::simulator(Window::DESKTOP);
    for figure in ALONG_THE_YEARS {
        for year in ["2026", "2034", "2045"] {
            page.move_mouse(over(&page, figure, year));
            page.next_frame();
            assert_reads(&page, figure, year);
        }
        page.move_mouse([5.0, 5.0]);
        page.next_frame();
        assert_reads(&page, figure, "2045");
        assert_eq!(
            page.count(&marker(figure)),
            0,
            "a marker is left in {figure}"
        );
    }
    page.assert_quiet();
}

#[test]
fn the_mouse_beside_the_plot_reads_its_nearest_year() {
    let page = Page::simulator(Window::DESKTOP);
    for figure in ALONG_THE_YEARS {
        let [left, top, width, height] = page.place_of(&reader(figure));
        for (x, year) in [(left + 2.0, "2026"), (left + width - 2.0, "2045")] {
            page.move_mouse([x, top + height / 2.0]);
            page.next_frame();
            assert_reads(&page, figure, year);
        }
    }
    page.assert_quiet();
}

#[test]
fn the_read_out_follows_the_arrow_keys() {
    let page = Page::simulator(Window::DESKTOP);
    for figure in ALONG_THE_YEARS {
        for (key, year) in [
            (Key::Left, "2044"),
            (Key::Left, "2043"),
            (Key::Right, "2044"),
            (Key::End, "2045"),
            (Key::Right, "2045"),
            (Key::Home, "2026"),
            (Key::Left, "2026"),
            (Key::PageUp, "2031"),
            (Key::PageDown, "2026"),
            (Key::Escape, "2045"),
        ] {
            page.press(&reader(figure), key.value().to_string());
            page.next_frame();
            assert_reads(&page, figure, year);
        }
        assert_eq!(
            page.count(&marker(figure)),
            0,
            "a marker is left in {figure}"
        );
    }
    page.assert_quiet();
}

#[test]
fn keys_that_read_a_chart_do_not_scroll_the_page() {
    let page = Page::simulator(Window::PHONE);
    page.place_of(&reader("person-years"));
    page.press(&reader("person-years"), Key::Left.value().to_string());
    let before = page.js("return scrollY");
    for key in [
        Key::Home,
        Key::End,
        Key::Up,
        Key::Down,
        Key::PageUp,
        Key::PageDown,
    ] {
        page.press(&reader("person-years"), key.value().to_string());
        page.next_frame();
        assert_eq!(page.js("return scrollY"), before, "{key:?} scrolls");
    }
    page.assert_quiet();
}

#[test]
#[ignore = "needs Chromium: emulates touch"]
fn a_finger_reads_a_chart_and_what_it_read_stays_when_it_is_lifted() {
    let page = Page::blank(Window::PHONE);
    page.touch();
    page.go(MONITOR);
    page.wait_for_simulator();
    for figure in ALONG_THE_YEARS {
        page.finger("touchStart", Some(over(&page, figure, "2030")));
        page.next_frame();
        assert_reads(&page, figure, "2030");
        page.finger("touchMove", Some(over(&page, figure, "2040")));
        page.next_frame();
        assert_reads(&page, figure, "2040");
        page.finger("touchEnd", None);
        page.next_frame();
        assert_reads(&page, figure, "2040");
    }
    page.assert_quiet();
}

#[test]
fn a_marker_stands_at_the_year_that_is_read() {
    let page = Page::simulator(Window::DESKTOP);
    for figure in ALONG_THE_YEARS {
        for year in ["2026", "2036", "2045"] {
            let [x, y] = over(&page, figure, year);
            page.move_mouse([x, y]);
            page.next_frame();
            let [left, _, width, _] = page.place_of(&marker(figure));
            let marked = left + width / 2.0;
            assert!(
                (marked - x).abs() < 2.0,
                "{figure}, {year}: marked at {marked}, not {x}"
            );
        }
        page.move_mouse([5.0, 5.0]);
    }
    page.assert_quiet();
}

#[test]
fn a_year_that_is_being_read_stays_when_a_control_is_moved() {
    let page = Page::simulator(Window::DESKTOP);
    page.press(&reader("flows"), Key::Home.value().to_string());
    let before = page.text(&readout("flows"));
    page.press("#reach-slider", Key::Home.value().to_string());
    page.next_frame();
    assert_reads(&page, "flows", "2026");
    assert_ne!(page.text(&readout("flows")), before);
    page.assert_quiet();
}

#[test]
fn a_year_beyond_the_end_of_a_shorter_period_is_not_read() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    page.press(&reader("rollout"), Key::Left.value().to_string());
    page.fill(&field("horizon"), "6");
    page.next_frame();
    assert_reads(&page, "rollout", "2031");
    assert_eq!(
        page.attribute(&reader("rollout"), "aria-valuemax")
            .as_deref(),
        Some("5")
    );
    page.assert_quiet();
}

#[test]
fn beside_a_longer_scenario_the_mouse_reads_the_year_that_it_points_at() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    page.click("#tool-compare");
    page.wait_for(".kept li");
    page.fill(&field("horizon"), "10");
    page.next_frame();
    // What is read twice below must not be refined between.
    page.wait_until_refined();
    for figure in ["flows", "rollout"] {
        for (pointed, read) in [("2029", "2029"), ("2034", "2034"), ("2042", "2035")] {
            page.move_mouse(over(&page, figure, pointed));
            page.next_frame();
            assert_reads(&page, figure, read);
        }
    }
    page.assert_quiet();
}

#[test]
fn every_chart_has_a_title_and_a_description_that_say_what_is_seen() {
    let page = Page::simulator(Window::DESKTOP);
    assert_eq!(page.count(".figure svg.drawing"), 6);
    for end in [Key::Home, Key::End] {
        page.press("#reach-slider", end.value().to_string());
        let said = page.said();
        for id in FIGURES {
            let svg = format!("#figure-{id} svg");
            assert_eq!(page.attribute(&svg, "role").as_deref(), Some("img"));
            let [title, description] =
                ["aria-labelledby", "aria-describedby"].map(|name| named(&page, &svg, name));
            assert_eq!(title, said[&format!("{id}, title")]);
            assert!(
                description.starts_with(&said[&format!("{id}, subtitle")]),
                "{description}"
            );
            assert!(
                description.ends_with(&said[&format!("{id}, read-out")]),
                "{description}"
            );
        }
    }
    page.assert_quiet();
}

#[test]
fn a_table_says_which_figure_it_belongs_to() {
    let page = Page::simulator(Window::DESKTOP);
    let said = page.said();
    for id in ["flows", "person-years", "rollout", "actors"] {
        page.click(&format!("#figure-{id} summary"));
        page.wait_for(&format!("#figure-{id} table"));
        assert_eq!(
            page.text(&format!("#figure-{id} caption")),
            said[&format!("{id}, title")]
        );
    }
    page.assert_quiet();
}

#[test]
fn choosing_whose_kroner_and_which_years_changes_title_table_and_drawing() {
    let page = Page::simulator(Window::DESKTOP);
    let mut seen = vec![flows_said(&page)];
    for button in ["Offentlige budsjetter", "Samlet", "Samfunnet"] {
        choose(&page, button);
        let now = flows_said(&page);
        assert!(
            seen.iter().all(|before| before[0] != now[0]),
            "{button}: the title is the same"
        );
        assert!(
            seen.iter().all(|before| before[2] != now[2]),
            "{button}: the drawing is the same"
        );
        seen.push(now);
    }
    assert_ne!(seen[0][1], seen[1][1], "both tables are the same");
    choose(&page, "År for år");
    page.wait_until_refined();
    assert_eq!(flows_said(&page), seen[0]);
    page.assert_quiet();
}

#[test]
fn a_choice_above_the_chart_stays_when_a_control_is_moved() {
    let page = Page::simulator(Window::DESKTOP);
    let mut twin = Twin::default();
    choose(&page, "Offentlige budsjetter");
    page.fill(&field("reach"), "50");
    twin.choose("reach", 50.0);
    twin.view = View::Budget;
    page.assert_says_what(&twin, "moving a control");
    page.assert_quiet();
}

#[test]
fn a_choice_above_the_chart_says_whether_it_is_the_one_that_holds() {
    let page = Page::simulator(Window::DESKTOP);
    let pressed = |button: &str| page.attribute(&chosen(button), "aria-pressed");
    assert_eq!(pressed("Samfunnet").as_deref(), Some("true"));
    choose(&page, "Offentlige budsjetter");
    assert_eq!(pressed("Samfunnet").as_deref(), Some("false"));
    assert_eq!(pressed("Offentlige budsjetter").as_deref(), Some("true"));
}

#[test]
fn nothing_scrolls_sideways_at_any_width_even_with_charts_shown_as_tables() {
    let page = Page::simulator(Window::DESKTOP);
    assert_nothing_scrolls_sideways(&page);
    for opened in ["details:not(.figure-table)", ".figure-table"] {
        page.js(&format!(
            "document.querySelectorAll('{opened}').forEach(it => it.open = true)"
        ));
        assert_nothing_scrolls_sideways(&page);
    }
    page.assert_quiet();
}

#[test]
fn every_chart_is_drawn_to_the_width_that_it_has_with_texts_that_can_be_read() {
    let page = Page::simulator(Window::DESKTOP);
    for width in page.engine().widths(&WIDTHS) {
        fit(&page, width);
        let scales = page.js(
            "return [...document.querySelectorAll('.plot svg')].map(svg => svg.viewBox.baseVal.width / svg.clientWidth)",
        );
        // On a stage all is a quarter larger, the charts' texts too.
        let scale = if width >= 1800 { 8.0 } else { 10.0 };
        for drawn in scales.as_array().expect("a list") {
            let drawn = drawn.as_f64().expect("a number");
            assert!(
                (drawn - scale).abs() < 0.05,
                "{drawn} in a window of {width}"
            );
        }
        let smallest = page.js(
            "return Math.min(...[...document.querySelectorAll('.figure svg text')]
               .map(text => text.getAttribute('font-size') / 10))",
        );
        assert!(
            smallest.as_f64() >= Some(11.0),
            "{smallest} px in a window of {width}"
        );
    }
    fit(&page, WIDTHS[2]);
    page.assert_says_what(&Twin::default(), "changing the width");
    page.assert_quiet();
}

#[test]
fn texts_of_charts_neither_overlap_nor_leave_them_whosever_kroner_they_are_about() {
    let page = Page::simulator(Window::DESKTOP);
    for width in page.engine().widths(&WIDTHS) {
        fit(&page, width);
        for buttons in [
            ["Samfunnet", "År for år"],
            ["Samfunnet", "Samlet"],
            ["Offentlige budsjetter", "Samlet"],
            ["Offentlige budsjetter", "År for år"],
        ] {
            for button in buttons {
                choose(&page, button);
            }
            assert_texts_fit(&page, &format!("{buttons:?} in a window of {width}"));
        }
    }
    page.assert_quiet();
}

#[test]
fn texts_of_charts_neither_overlap_nor_leave_them_however_extreme_the_figures_are() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let extremes = [
        ("reach", "0"),
        ("horizon", "5"),
        ("reach", "1"),
        ("device-price", "200 000"),
        ("horizon", "40"),
        ("reach", "100"),
        ("sets", "12"),
        ("realisation", "100"),
        ("delay", "10"),
    ];
    let tried = page.engine().some(0..extremes.len(), 3);
    for (place, (id, text)) in extremes.into_iter().enumerate() {
        page.fill(&field(id), text);
        if tried.contains(&place) {
            assert_texts_fit_at_all_widths(&page, &format!("{id} at {text}"));
        }
    }
    page.choose_curve(&Curve::Linear);
    assert_texts_fit_at_all_widths(&page, "an even rollout");
    page.assert_quiet();
}

#[test]
fn texts_of_charts_neither_overlap_nor_leave_them_with_every_control_at_an_end() {
    let page = Page::simulator(Window::DESKTOP);
    page.open_all_assumptions();
    let twin = Twin::default();
    for key in [Key::End, Key::Home] {
        for control in twin.controls() {
            page.press(&slider(&twin.id(&control)), key.value().to_string());
        }
        assert_texts_fit_at_all_widths(&page, &format!("{key:?} everywhere"));
    }
    page.assert_quiet();
}

#[test]
fn no_solutions_charts_overlap_leave_their_place_or_scroll_sideways() {
    for id in solutions_of_this_engine() {
        let page = Page::open(&format!("nb/{id}/"), Window::DESKTOP);
        page.wait_for_simulator();
        assert_texts_fit_at_all_widths(&page, &id);
        assert_nothing_scrolls_sideways(&page);
        page.assert_quiet();
    }
}

#[test]
fn a_chart_on_a_stage_has_texts_as_much_larger_as_the_rest_of_the_page() {
    let sizes = |window: Window| {
        let page = Page::simulator(window);
        page.js(
            "const size = selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
             const texts = [...document.querySelectorAll('.figure svg text')];
             const shown = text => text.getAttribute('font-size') / text.ownerSVGElement.viewBox.baseVal.width
               * text.ownerSVGElement.clientWidth;
             return Math.min(...texts.map(shown)) / size('.note')",
        )
        .as_f64()
        .expect("a number")
    };
    let (stage, desktop) = (sizes(Window::STAGE), sizes(Window::DESKTOP));
    assert!(
        (stage - desktop).abs() < 0.01,
        "{stage} and {desktop} of the page's notes"
    );
}

#[test]
fn the_axis_stays_while_a_slider_is_moved_down_and_settles_when_it_is_let_go() {
    let page = Page::simulator(Window::DESKTOP);
    let before = ticks(&page, "flows");
    for value in [70, 45, 20, 5] {
        drag(&page, "reach", value);
        assert_eq!(ticks(&page, "flows"), before, "at {value}");
    }
    page.js("document.querySelector('#reach-slider').dispatchEvent(new Event('change', {bubbles: true}))");
    page.next_frame();
    let mut twin = Twin::default();
    twin.choose("reach", 5.0);
    assert_ne!(ticks(&page, "flows"), before);
    page.assert_says_what(&twin, "letting go");
    page.assert_quiet();
}

#[test]
fn the_axis_grows_and_never_shrinks_while_a_slider_goes_up_and_down() {
    let page = Page::simulator(Window::DESKTOP);
    let mut twin = Twin::default();
    let mut figure = twin.figures(page.draws()).remove(0);
    twin.rested = Some(twin.scenario.clone());
    let mut axis: Axis = *figure.picture.axis().expect("an axis");
    for value in [2, 12, 7, 0, 12] {
        drag(&page, "sets", value);
        twin.choose("sets", f64::from(value));
        figure = twin.figures(page.draws()).remove(0);
        let drawn_on = figure.picture.axis().expect("an axis");
        axis = drawn_on.holding(&axis);
        *drawn_on = axis;
        let drawn = figure.draw(Language::Nb, page.plot_width(), None);
        let right: Vec<String> = drawn.shapes.into_iter().filter_map(text_of).collect();
        assert_eq!(texts(&page, "flows"), right, "at {value}");
    }
    page.assert_quiet();
}

#[test]
fn the_axes_of_all_charts_stay_while_a_slider_is_moved_down() {
    let page = Page::simulator(Window::DESKTOP);
    let before = ALONG_THE_YEARS.map(|figure| ticks(&page, figure));
    for value in [60, 30, 3] {
        drag(&page, "reach", value);
        assert_eq!(ALONG_THE_YEARS.map(|figure| ticks(&page, figure)), before);
    }
    page.assert_quiet();
}

/// Texts that lie on each other, in any chart, and those that reach out of it: by more than one and a half pixels, by which
/// Firefox rounds letters up.
const MISPLACED: &str = "
  // Of the letters, as high as their size: engines differ in what they count around them.
  const box = text => {
    const {x, width} = text.getBBox(), {a, d, e, f} = text.getScreenCTM();
    const height = parseFloat(getComputedStyle(text).fontSize);
    const top = text.getStartPositionOfChar(0).y - .78 * height;
    return new DOMRect(e + a * x, f + d * top, a * width, d * height);
  };
  return [...document.querySelectorAll('.figure svg')].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, box(text)]);
    const overlaps = texts.flatMap(([text, box], place) => texts.slice(place + 1)
      .filter(([, other]) => Math.min(box.right, other.right) > Math.max(box.left, other.left)
        && Math.min(box.bottom, other.bottom) > Math.max(box.top, other.top))
      .map(([other]) => `“${text}” lies on “${other}”`));
    const outside = texts
      .map(([text, box]) => [text, Math.max(frame.left - box.left, box.right - frame.right,
        frame.top - box.top, box.bottom - frame.bottom)])
      .filter(([, out]) => out > 1.5)
      .map(([text, out]) => `“${text}” is ${out.toFixed(1)} px outside`);
    return [...overlaps, ...outside].map(what => svg.closest('.figure').id + ': ' + what);
  })";

#[track_caller]
fn assert_texts_fit(page: &Page, when: &str) {
    assert_eq!(page.js(MISPLACED), json!([]), "{when}");
}

#[track_caller]
fn assert_texts_fit_at_all_widths(page: &Page, when: &str) {
    for width in page.engine().widths(&WIDTHS) {
        fit(page, width);
        assert_texts_fit(page, &format!("{when}, in a window of {width}"));
    }
}

#[track_caller]
fn assert_nothing_scrolls_sideways(page: &Page) {
    for width in page.engine().widths(&WIDTHS) {
        fit(page, width);
        let wide = page.js("return document.scrollingElement.scrollWidth");
        assert_eq!(wide, json!(width), "{wide} wide in a window of {width}");
    }
}

/// Gives the window this width, and passes every figure: the browser lays out only what comes into sight.
#[track_caller]
fn fit(page: &Page, width: u32) {
    page.resize(Window { width, height: 900 });
    page.js(
        "const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
         return (async () => {
           await frame();
           for (const figure of document.querySelectorAll('.figure')) {
             figure.scrollIntoView({block: 'center', behavior: 'instant'});
             await frame();
             await frame();
           }
         })()",
    );
}

/// Where in the window a year is on a chart: halfway up.
#[track_caller]
fn over(page: &Page, figure: &str, year: &str) -> [f64; 2] {
    let [left, top, width, height] = page.place_of(&reader(figure));
    let script = format!(
        "const svg = document.querySelector('#figure-{figure} svg');
         const years = [...svg.querySelectorAll('text[data-ink=ink-tick]')].filter(tick => /^\\d{{4}}$/.test(tick.textContent));
         const [first, last] = [years[0], years.at(-1)].map(tick => [Number(tick.textContent), Number(tick.getAttribute('x'))]);
         const x = first[1] + ({year} - first[0]) / (last[0] - first[0]) * (last[1] - first[1]);
         return x / svg.viewBox.baseVal.width"
    );
    let across = page.js(&script).as_f64().unwrap_or(f64::NAN);
    [left + across * width, top + height / 2.0]
}

/// Moves a slider as a held thumb does: it says `input`, and not yet `change`.
#[track_caller]
fn drag(page: &Page, id: &str, value: i32) {
    page.js(&format!(
        "const slider = document.querySelector('#{id}-slider');
         slider.value = {value};
         slider.dispatchEvent(new InputEvent('input', {{bubbles: true}}))"
    ));
    page.next_frame();
}

/// The read-out is of this year, the screen reader's slider says the same, and the table agrees that there is one.
#[track_caller]
fn assert_reads(page: &Page, figure: &str, year: &str) {
    let seen = page.text(&readout(figure));
    assert!(
        seen.starts_with(&format!("{year}: ")),
        "{figure} reads {seen:?}, not {year}"
    );
    let spoken = page.attribute(&reader(figure), "aria-valuetext");
    assert_eq!(spoken.as_deref(), Some(seen.as_str()));
    let place = page
        .attribute(&reader(figure), "aria-valuenow")
        .unwrap_or_default();
    let row = format!(
        "#figure-{figure} tbody tr:nth-child({}) th",
        place.parse().unwrap_or(0) + 1
    );
    let row = page.js(&format!(
        "return document.querySelector('{row}').textContent"
    ));
    assert_eq!(row, json!(year));
}

#[track_caller]
fn choose(page: &Page, button: &str) {
    page.click(&chosen(button));
    page.next_frame();
}

/// Title, table and drawing of the first chart.
#[track_caller]
fn flows_said(page: &Page) -> [String; 3] {
    let mut said = page.said();
    ["title", "table", "drawing"]
        .map(|part| said.remove(&format!("flows, {part}")).unwrap_or_default())
}

/// The texts of a chart's axes.
#[track_caller]
fn ticks(page: &Page, figure: &str) -> Vec<String> {
    strings(
        page,
        &format!("#figure-{figure} svg text[data-ink=ink-tick]"),
    )
}

/// The texts of a chart.
#[track_caller]
fn texts(page: &Page, figure: &str) -> Vec<String> {
    strings(page, &format!("#figure-{figure} svg text"))
}

#[track_caller]
fn strings(page: &Page, selector: &str) -> Vec<String> {
    let script =
        format!("return [...document.querySelectorAll('{selector}')].map(it => it.textContent)");
    serde_json::from_value(page.js(&script)).unwrap_or_default()
}

/// The text of the element that an attribute names.
#[track_caller]
fn named(page: &Page, selector: &str, attribute: &str) -> String {
    let script = format!(
        "return document.getElementById(document.querySelector('{selector}').getAttribute('{attribute}')).textContent"
    );
    page.js(&script).as_str().unwrap_or_default().to_owned()
}

fn text_of(shape: Shape) -> Option<String> {
    match shape {
        Shape::Text { content, .. } => Some(content),
        Shape::Path { .. } => None,
    }
}

fn reader(figure: &str) -> String {
    format!("#figure-{figure} .reader")
}

fn readout(figure: &str) -> String {
    format!("#figure-{figure} .readout")
}

fn marker(figure: &str) -> String {
    format!("#figure-{figure} svg path[data-ink=ink-marker]")
}

/// A choice above the first chart, by its text.
fn chosen(button: &str) -> String {
    let (group, place) = match button {
        "Samfunnet" => (1, 1),
        "Offentlige budsjetter" => (1, 2),
        "År for år" => (2, 1),
        _ => (2, 2),
    };
    format!("#figure-flows [role=group]:nth-of-type({group}) button:nth-of-type({place})")
}
