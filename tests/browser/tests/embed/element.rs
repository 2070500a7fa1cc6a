//! The element `<gevinst-simulator>`.

use browser::simulator::{Twin, slider};
use browser::{Key, Page};
use serde_json::{Value, json};

use super::hosts::{EXAMPLE, open, open_with, simulator};

pub const ELEMENT: &str = "gevinst-simulator";

/// Waits until the element's frame is as high as its content, which has no scroll bar then.
#[track_caller]
pub fn wait_for_height(page: &Page, element: &str) -> f64 {
    page.enter(element);
    page.wait_until("the page is whole", || page.count("[data-draws]") > 0);
    page.wait_until("the frame is as high as its content", || {
        page.js(
            "const root = document.documentElement, high = Math.ceil(root.getBoundingClientRect().height);
             return high > 50 && innerHeight == high && root.scrollHeight <= innerHeight",
        ) == true
    });
    let height = page.js("return innerHeight");
    page.leave();
    height.as_f64().unwrap_or_default()
}

#[track_caller]
fn with(attributes: &str) -> Page {
    open_with(&format!(
        "<script async src='{EXAMPLE}embed.js'></script>
         <gevinst-simulator solution=monitor {attributes}><a href='{EXAMPLE}nb/monitor/'>Simulatoren</a></gevinst-simulator>
         <script>window.told = []; addEventListener('change', event => told.push(event.detail))</script>"
    ))
}

#[track_caller]
fn set(page: &Page, name: &str, text: &str) {
    page.js(&format!(
        "document.querySelector('{ELEMENT}').setAttribute({}, {})",
        json!(name),
        json!(text)
    ));
}

/// The last change that the host was told.
#[track_caller]
fn told(page: &Page) -> Value {
    page.js("return told.at(-1) ?? null")
}

#[track_caller]
fn wait_for_change(page: &Page, query: &str) -> Value {
    page.wait_until(&format!("the host is told of {query:?}"), || {
        told(page)["scenario"]["query"] == query
    });
    told(page)
}

#[test]
fn its_height_follows_the_content_and_comes_to_rest() {
    let page = with("view=controls");
    let closed = wait_for_height(&page, ELEMENT);
    page.picture("element");
    page.enter(ELEMENT);
    page.open_all_assumptions();
    page.leave();
    let open = wait_for_height(&page, ELEMENT);
    assert!(open > closed + 200.0, "{closed} px, then {open} px");
    page.enter(ELEMENT);
    page.press(".all-assumptions > summary", Key::Enter);
    page.leave();
    page.wait_until("the frame is as before", || {
        wait_for_height(&page, ELEMENT) == closed
    });
    // Nothing answers its own echo.
    page.js(&format!(
        "window.heights = 0;
         new MutationObserver(() => heights++).observe(
           document.querySelector('{ELEMENT}').shadowRoot.querySelector('iframe'), {{attributes: true}})"
    ));
    for _ in 0..30 {
        page.next_frame();
    }
    assert_eq!(page.js("return heights"), 0);
}

#[test]
fn its_height_follows_the_width_in_all_layouts() {
    let page = with("");
    for width in ["1080px", "700px", "360px", "1080px"] {
        set(&page, "style", &format!("display: block; width: {width}"));
        page.wait_until(&format!("the frame is {width} wide"), || {
            page.enter(ELEMENT);
            let wide = page.js("return innerWidth + 'px'");
            page.leave();
            wide == width
        });
        wait_for_height(&page, ELEMENT);
        page.enter(ELEMENT);
        page.wait_for_simulator();
        page.leave();
        wait_for_height(&page, ELEMENT);
    }
}

#[test]
fn the_stage_has_a_height_of_its_own_in_it() {
    let page = with("view=stage");
    page.enter(ELEMENT);
    page.wait_for(".stage");
    page.leave();
    let height = wait_for_height(&page, ELEMENT);
    assert!((400.0..700.0).contains(&height), "{height}");
}

#[test]
fn attributes_say_what_it_shows_and_can_change_at_any_time() {
    let page = with("reach=0.5 theme=dark view=headlines class=wide data-x=1 style='margin: 0'");
    page.enter(ELEMENT);
    page.wait_for(".whole");
    let npv = page.text("#npv");
    assert_eq!(
        page.attribute("html", "data-color-scheme").as_deref(),
        Some("dark")
    );
    assert_eq!(
        page.count(".notice"),
        0,
        "attributes that any element may have are no parameters"
    );
    page.js("window.still = true");
    page.leave();

    set(&page, "view", "controls");
    set(&page, "reach", "0.61");
    set(&page, "theme", "light");
    page.enter(ELEMENT);
    page.wait_for("#controls");
    assert_eq!(page.slider_value("reach"), 61.0);
    assert_ne!(page.text("#npv"), npv);
    assert_eq!(
        page.attribute("html", "data-color-scheme").as_deref(),
        Some("light")
    );
    // What the visitor has moved stays when the host moves something else.
    page.slide_by_keyboard(&slider("delay"), 2.0);
    page.leave();
    set(&page, "reach", "0.7");
    page.enter(ELEMENT);
    page.wait_until("reach follows", || page.slider_value("reach") == 70.0);
    assert_eq!(page.slider_value("delay"), 2.0);
    page.leave();
    page.js(&format!(
        "document.querySelector('{ELEMENT}').removeAttribute('reach')"
    ));
    page.enter(ELEMENT);
    page.wait_until("reach is as the file has it", || {
        page.slider_value("reach") == 80.0
    });
    assert_eq!(
        page.js("return still"),
        true,
        "the page was never loaded anew"
    );
    page.leave();

    set(&page, "solution", "ferries");
    page.enter(ELEMENT);
    page.wait_until("the other solution is there", || {
        page.js("return document.documentElement.dataset.solution") == "ferries"
    });
    page.wait_for("#controls");
}

#[test]
fn what_cannot_be_used_of_the_attributes_is_said_in_the_frame() {
    let page = with("reach=7 colour=red theme=pink view=everything");
    page.enter(ELEMENT);
    page.wait_for(".notice li");
    let told = page.texts(".notice li").join("\n");
    for part in [
        "reach = 7 ",
        "colour = red ",
        "theme = pink ",
        "view = everything ",
    ] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    page.leave();
    set(&page, "reach", "many");
    page.enter(ELEMENT);
    page.wait_until("it is said of what came later too", || {
        page.texts(".notice li")
            .join("\n")
            .contains("reach = many ")
    });
    assert_eq!(page.count(".notice"), 1);
}

#[test]
fn the_host_is_told_every_change_with_the_scenario_and_its_figures() {
    let page = with("reach=0.5 view=controls");
    let mut twin = Twin::default();
    twin.choose("reach", 50.0);
    assert_told(&wait_for_change(&page, "v=1&reach=0.5"), &twin);
    page.enter(ELEMENT);
    page.slide_by_keyboard(&slider("delay"), 3.0);
    page.leave();
    twin.choose("delay", 3.0);
    assert_told(&wait_for_change(&page, "v=1&reach=0.5&delay=3"), &twin);
    set(&page, "reach", "0.61");
    twin.choose("reach", 61.0);
    assert_told(&wait_for_change(&page, "v=1&reach=0.61&delay=3"), &twin);
    // A host that sets what it was told hears no echo.
    let times = page.js("return told.length");
    set(&page, "delay", "3");
    for _ in 0..10 {
        page.next_frame();
    }
    assert_eq!(page.js("return told.length"), times);
}

#[track_caller]
fn assert_told(told: &Value, twin: &Twin) {
    let (values, figures) = (&told["scenario"]["values"], &told["figures"]);
    for (parameter, value) in twin.solution.parameters.iter().zip(twin.scenario.values()) {
        assert_eq!(
            values[&parameter.id].as_f64(),
            Some(*value),
            "{}",
            parameter.id
        );
    }
    let results = twin.results();
    let saving = &results.annual_saving_at_full_effect;
    assert_near(&figures["npv"], results.npv);
    assert_near(
        &figures["annual_saving_at_full_effect"]["gross"],
        saving.gross,
    );
    assert_near(&figures["annual_saving_at_full_effect"]["net"], saving.net);
    assert_near(
        &figures["person_years_at_full_effect"],
        results.person_years_at_full_effect,
    );
    assert_eq!(figures["break_even_year"], json!(results.break_even_year));
    assert_eq!(told["scenario"]["curve"], "bass");
}

/// The same to the last digits, which two machines may round otherwise.
#[track_caller]
fn assert_near(told: &Value, right: f64) {
    let told = told.as_f64().unwrap_or(f64::NAN);
    assert!(
        (told - right).abs() <= right.abs() * 1e-12,
        "{told}, not {right}"
    );
}

#[test]
fn the_example_page_moves_the_simulator_and_follows_it() {
    let page = open("element");
    page.wait_until("the host says the figure", || {
        page.text("#npv").ends_with("mrd. kr")
    });
    let before = page.text("#npv");
    page.slide_by_keyboard("#own", 0.3);
    page.wait_until("the host's figure follows its slider", || {
        page.text("#npv") != before
    });
    page.enter(ELEMENT);
    assert_eq!(page.slider_value("reach"), 30.0);
    page.slide_by_keyboard(&slider("reach"), 90.0);
    page.leave();
    page.wait_until("the host's slider follows the simulator's", || {
        page.value("#own") == "0.9"
    });
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn nothing_is_fetched_before_it_comes_near_the_window() {
    let page = open_with(&format!(
        "<script async src='{EXAMPLE}embed.js'></script><div style='height: 20000px'></div>
         <gevinst-simulator solution=monitor view=headlines><a href='{EXAMPLE}nb/monitor/'>Simulatoren</a></gevinst-simulator>"
    ));
    page.wait_until("the element is there", || {
        page.js(&format!(
            "return !!document.querySelector('{ELEMENT}').shadowRoot"
        )) == true
    });
    for _ in 0..30 {
        page.next_frame();
    }
    let fetched = |page: &Page| {
        let of_simulator = format!("{}nb/", simulator());
        page.requests()
            .iter()
            .filter(|address| address.starts_with(&of_simulator))
            .count()
    };
    assert_eq!(fetched(&page), 0);
    page.js("scrollTo(0, 30000)");
    wait_for_height(&page, ELEMENT);
}

#[test]
fn a_frame_says_to_everybody_what_is_in_it() {
    let page = with("view=headlines");
    wait_for_height(&page, ELEMENT);
    let title = format!(
        "return document.querySelector('{ELEMENT}').shadowRoot.querySelector('iframe').title"
    );
    assert_eq!(page.js(&title), "Simulatoren");
}

#[test]
fn a_frame_that_the_host_gives_no_name_has_the_simulators_in_its_language() {
    for (language, title, path) in [
        ("nn", "Gevinstsimulatoren", "nn/monitor/"),
        ("EN-gb", "The Benefit Simulator", "en/monitor/"),
        ("de", "Gevinstsimulatoren", "nb/monitor/"),
    ] {
        let page = open_with(&format!(
            "<script src='{}embed.js'></script><gevinst-simulator lang={language} solution=monitor></gevinst-simulator>",
            simulator()
        ));
        let frame = page.js(&format!(
            "const it = document.querySelector('{ELEMENT}').shadowRoot.querySelector('iframe');
             return [it.title, it.src.includes('{path}')]"
        ));
        assert_eq!(frame, json!([title, true]), "{language}");
    }
}
