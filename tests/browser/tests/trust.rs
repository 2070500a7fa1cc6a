//! What the simulator does behind a visitor's back: nothing. No request leaves its own host, no cookie is set, nothing is
//! stored without being asked for, and nothing that strangers write is run.

use std::path::PathBuf;

use browser::simulator::{MONITOR, slider};
use browser::{Key, Page, Window, told};
use serde_json::{Value, json};

#[test]
#[ignore = "not in WebKit: reads all cookies"]
fn a_whole_visit_asks_only_the_simulators_own_host_and_leaves_nothing_behind() {
    let page = Page::open("nb/", Window::DESKTOP);
    // Asked of each document: Firefox tells of the requests of the one that is shown.
    page.assert_nothing_sent_elsewhere();
    page.click(".card a[href$='/monitor/']");
    page.wait_for_simulator();
    page.press(&slider("reach"), Key::Home);
    page.click(".stories button");
    page.wait_until_refined();
    for summary in [
        "#figure-rollout .figure-table > summary",
        ".code-details > summary",
        "#embed > summary",
    ] {
        page.click(summary);
    }
    page.wait_for("#embed iframe");
    page.js("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))");
    page.click("#share .take button:nth-of-type(1)");
    page.wait_until("the workbook has come", || {
        page.requests()
            .iter()
            .any(|address| address.contains("workbook-"))
    });
    page.click("#tool-stage");
    page.wait_for(".stage");
    page.press("body", Key::Escape);
    page.click("[popovertarget=solutions]");
    page.click("#solutions a[data-solution=ferries]");
    page.wait_for_text("h1", "Elektriske ferjer");
    page.wait_until_refined();
    page.assert_nothing_sent_elsewhere();
    page.go("nb/video/?reach=0.5&utm_source=elsewhere");
    page.wait_for_simulator();

    page.assert_nothing_sent_elsewhere();
    // It tells of requests at all.
    assert!(page.requests().len() > 5, "{:?}", page.requests());
    assert_eq!(page.cookies(), json!([]));
    assert_eq!(stored(&page), json!([]));
}

#[test]
fn what_a_visitor_keeps_is_stored_and_gone_when_it_is_no_longer_kept() {
    let page = Page::simulator(Window::DESKTOP);
    assert_eq!(stored(&page), json!([]));
    page.click("#tool-compare");
    page.wait_for(".kept li");
    assert_eq!(stored(&page), json!(["gevinstsimulatoren/monitor"]));
    page.click(".kept li button:last-of-type");
    page.wait_until("it is no longer kept", || page.count(".kept li") == 0);
    assert_eq!(stored(&page), json!([]));
}

#[test]
fn script_in_a_solution_files_texts_is_text() {
    let page = Page::simulator(Window::DESKTOP);
    let file = std::fs::read_to_string(PathBuf::from(told("DIST")).join("solutions/monitor.json"));
    let mut file: Value = serde_json::from_str(&file.expect("what was built")).expect("JSON");
    let changed = poison(&mut file);
    assert!(changed > 30, "only {changed} texts");
    let path = std::env::temp_dir().join(format!("poisoned-{}.json", std::process::id()));
    std::fs::write(&path, file.to_string()).expect("a file");
    page.click("[popovertarget=solutions]");
    page.upload("#own-file", &path);
    page.wait_until("the file is shown", || page.text("h1").contains("<img"));
    page.wait_until_refined();
    page.click("#figure-rollout .figure-table > summary");
    page.js("for (const details of document.querySelectorAll('details')) details.open = true");
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.next_frame();
    assert_eq!(page.js("return window.harmed ?? null"), Value::Null);
    assert_eq!(page.count("img, #app script, #paper script"), 0);
    page.js("dispatchEvent(new Event('afterprint'))");
    page.assert_nothing_sent_elsewhere();
}

#[test]
fn script_in_an_address_is_text() {
    for query in [
        "reach=<img src=x onerror=harmed=1>",
        "<script>harmed=1</script>=1",
        "with=<img src=x onerror=harmed=1>&with.reach=0.2",
        "file=javascript:harmed=1",
        "curve=<svg onload=harmed=1>",
    ] {
        let page = Page::open(&format!("{MONITOR}?{query}"), Window::DESKTOP);
        page.wait_for_simulator();
        page.next_frame();
        assert_eq!(
            page.js("return window.harmed ?? null"),
            Value::Null,
            "{query}"
        );
        assert_eq!(page.count("img, #app script"), 0, "{query}");
        page.assert_nothing_sent_elsewhere();
    }
}

/// The names of all that the browser stores for the site.
#[track_caller]
fn stored(page: &Page) -> Value {
    page.js(
        "return indexedDB.databases().then(databases =>
           [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases.map(it => it.name)])",
    )
}

/// Puts script into every text that a page shows, and says how many that were.
fn poison(value: &mut Value) -> usize {
    match value {
        Value::Object(entries) => entries
            .iter_mut()
            .map(|(name, value)| match value {
                Value::String(text) if name == "nb" || name == "title" || name == "publisher" => {
                    *text = format!("<img src=x onerror=harmed=1><script>harmed=1</script>{text}");
                    1
                }
                value => poison(value),
            })
            .sum(),
        Value::Array(values) => values.iter_mut().map(poison).sum(),
        _ => 0,
    }
}
