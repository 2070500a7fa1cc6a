//! Addresses that are wrong, too long, or mean ill: what of them is not used is said, and the rest is shown.

use browser::simulator::{MONITOR, Twin};
use browser::{Page, Window};
use gevinstsimulator::solution::Group;

#[track_caller]
fn open(query: &str) -> Page {
    let page = Page::blank(Window::PHONE);
    page.go(&format!("{MONITOR}?{query}"));
    page.wait_for_simulator();
    page
}

/// Gives the page another address, which may be longer than a server takes.
#[track_caller]
fn go_on(page: &Page, query: &str) {
    page.js(&format!(
        "history.pushState(null, '', '?{query}'); dispatchEvent(new PopStateEvent('popstate'))"
    ));
    page.wait_until_refined();
}

#[track_caller]
fn told(page: &Page) -> String {
    page.wait_for(".notice li");
    page.texts(".notice li").join("\n")
}

#[test]
fn script_in_an_address_is_shown_as_text() {
    let page = open(
        "reach=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&%3Cscript%3Ealert(1)%3C/script%3E=1&view=javascript:alert(1)&with=%3Csvg%20onload=alert(1)%3E&with.reach=0.5&theme=%22%3E%3Cscript%3E&curve=%3Cb%3E&certain=%3Ci%3E&figures=%3Cu%3E",
    );
    let told = told(&page);
    assert!(told.contains("<img src=x onerror=alert(1)>"), "{told}");
    assert!(told.contains("<script>alert(1)</script>"), "{told}");
    assert_eq!(
        page.count(".notice :is(img, script, b, i, u), #comparison svg[onload]"),
        0
    );
    page.wait_until("the name of what is compared is text", || {
        page.text("#comparison").contains("<svg onload=alert(1)>")
    });
    page.assert_quiet();
}

#[test]
fn a_hundred_kilobytes_of_parameters_are_read_as_far_as_they_go() {
    let many: Vec<String> = (0..7000)
        .map(|number| format!("x{number}={number}"))
        .collect();
    let page = open("");
    go_on(&page, &format!("reach=0.5&{}&delay=2", many.join("&")));
    assert_eq!(page.slider_value("reach"), 50.0);
    let all = told(&page);
    assert!(all.contains("x398 = 398"), "{all}");
    assert!(all.contains("og alt etter det er ikke lest"), "{all}");
    page.assert_quiet();
    go_on(
        &page,
        &format!("reach=0.5&adoption={}", "9".repeat(100_000)),
    );
    assert_eq!(page.slider_value("reach"), 50.0);
    let all = told(&page);
    assert!(all.len() < 1000, "{} characters are repeated", all.len());
    page.assert_quiet();
}

#[test]
fn no_parameter_can_be_made_anything_but_a_number_within_its_bounds() {
    let twin = Twin::default();
    for wrong in [
        "NaN",
        "Infinity",
        "-Infinity",
        "inf",
        "1e400",
        "-1e308",
        "",
        "0x10",
        "--1",
        "1e",
        "١",
    ] {
        let wishes = twin.solution.parameters.iter();
        let query: Vec<String> = wishes
            .map(|about| format!("{}={wrong}", about.id))
            .collect();
        let page = open(&query.join("&"));
        let said = told(&page);
        for about in &twin.solution.parameters {
            assert!(
                said.contains(&format!("{} = ", about.id)),
                "{wrong}: {} is not in {said}",
                about.id
            );
        }
        assert_shows_the_file(&page, &twin, wrong);
    }
}

#[test]
fn no_parameter_can_be_outside_of_its_bounds() {
    let twin = Twin::default();
    for below in [true, false] {
        let outside = twin.solution.parameters.iter().map(|about| {
            let [min, max] = about.bounds;
            let value = if below { min - 1.0 } else { max * 2.0 + 1.0 };
            format!("{}={value}", about.id)
        });
        let page = open(&outside.collect::<Vec<_>>().join("&"));
        let said = told(&page);
        assert_eq!(
            said.lines().count(),
            twin.solution.parameters.len(),
            "{said}"
        );
        assert_shows_the_file(&page, &twin, "values outside of all bounds");
    }
}

/// The page shows the file's own figures, in which there is nothing that is no number.
#[track_caller]
fn assert_shows_the_file(page: &Page, twin: &Twin, after: &str) {
    let controls = twin.controls();
    assert!(
        controls
            .iter()
            .any(|control| twin.solution.parameters[control.parameter].group == Group::Rollout)
    );
    for control in &controls {
        let id = twin.id(control);
        assert_eq!(
            page.slider_value(&id),
            control.value,
            "{id} after {after:?}"
        );
    }
    assert_eq!(
        page.text("#npv"),
        twin.says(300, 4096)["npv"],
        "after {after:?}"
    );
    for nonsense in ["NaN", "inf", "∞"] {
        assert!(
            !page
                .text("main")
                .split(|sign: char| !sign.is_alphabetic() && sign != '∞')
                .any(|word| word == nonsense),
            "{nonsense} after {after:?}"
        );
    }
    page.assert_quiet();
}
