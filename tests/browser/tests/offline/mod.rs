//! Once opened, the simulator opens without a network; a newer one takes its place as a whole or not at all.

mod site;

use browser::simulator::{MONITOR, packed, slider, solutions};
use browser::{Page, Window};
use gevinstsimulator::solution::{Text, pack, unpack};
use serde_json::json;
use site::{Site, WORKER};

/// The name of the second version's solution, and the title of its page.
const NEWER: &str = "Nyere monitor";

const PAGE: &str = "nb/monitor/index.html";

#[test]
fn after_the_first_visit_every_solution_opens_without_a_network() {
    let mut site = Site::new();
    let page = visited(&site);
    site.stop();
    for id in solutions() {
        page.go(&format!("nb/{id}/?v=1&reach=0.6"));
        page.wait_for_simulator();
        assert_eq!(page.slider_value("reach"), 60.0, "{id}");
    }
    page.go("nb/");
    page.wait_until("no picture is broken", || {
        page.js("const it = document.querySelector('.glimpse img'); return it.complete && it.naturalWidth > 0") == true
    });
    page.click(".card a[href$='/monitor/']");
    page.wait_for_simulator();
    page.slide_by_keyboard(&slider("reach"), 70.0);
    page.wait_until_refined();
    page.assert_quiet();
}

#[test]
fn on_a_first_visit_nothing_is_kept_until_the_page_is_whole() {
    let site = browser::Site::new();
    site.withhold("/assets/rest-");
    let page = site.page(Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_controls();
    page.wait_until("the rest does not come", || {
        page.count("main > [role=status]") == 1
    });
    assert_eq!(names_of_caches(&page), 0);
    site.mend();
    page.wait_until_refined();
    page.js("return navigator.serviceWorker.ready.then(() => {})");
    assert_eq!(names_of_caches(&page), 1);
}

#[test]
fn without_a_network_there_is_a_workbook_and_an_address_without_its_slash() {
    let mut site = Site::new();
    let page = visited(&site);
    site.stop();
    page.go("nb/monitor?v=1&reach=0.6");
    page.wait_for_simulator();
    assert_eq!(page.path(), "nb/monitor/?v=1&reach=0.6");
    page.js("HTMLAnchorElement.prototype.click = function () { window.saved = this.download }");
    page.click("#share .take button:nth-of-type(1)");
    page.wait_until("a workbook is saved", || {
        page.js("return window.saved") == "monitor.xlsx"
    });
    page.assert_quiet();
}

#[test]
fn who_opens_the_simulator_after_an_update_sees_the_newer_one_with_what_they_had_kept() {
    let site = Site::new();
    let page = visited(&site);
    page.slide_by_keyboard(&slider("reach"), 70.0);
    page.click("#tool-compare");
    page.wait_for("#comparison");
    publish_newer(&site);
    page.go(MONITOR);
    page.wait_until("the newer one is here", || shown(&page) == [NEWER; 2]);
    page.wait_for_simulator();
    page.wait_for("#comparison");
    assert_eq!(names_of_caches(&page), 1);
    page.assert_quiet();
}

#[test]
fn who_has_begun_goes_on_with_the_simulator_that_they_began_with() {
    let mut site = Site::new();
    let page = visited(&site);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.slide_by_keyboard(&slider("reach"), 70.0);
    publish_newer(&site);
    page.js("return navigator.serviceWorker.ready.then(it => it.update())");
    wait_until_newer_waits(&page);
    page.click("button[popovertarget=solutions]");
    page.click("#solutions a[data-solution=ferries]");
    page.wait_until("the ferries are here", || {
        page.path().starts_with("nb/ferries/")
    });
    page.js("history.back()");
    page.wait_until("the monitor is here again", || {
        page.path().starts_with(MONITOR)
    });
    page.wait_for_simulator();
    assert!(!page.text("h1").contains(NEWER));
    assert_eq!(page.slider_value("reach"), 70.0);
    site.stop();
    page.go(MONITOR);
    page.wait_until("the newer one is here", || shown(&page) == [NEWER; 2]);
}

#[test]
#[ignore = "needs Chromium: knows of other pages"]
fn while_an_older_page_is_open_a_new_one_is_as_old() {
    let site = Site::new();
    let page = visited(&site);
    page.js("open('../ferries/')");
    page.wait_until("another page is open", || pages(&page) == 2);
    publish_newer(&site);
    page.js("return navigator.serviceWorker.ready.then(it => it.update())");
    wait_until_newer_waits(&page);
    page.go(MONITOR);
    page.wait_for_simulator();
    let all_old = shown(&page).iter().all(|title| !title.contains(NEWER));
    assert!(all_old, "{:?}", shown(&page));
}

#[test]
fn half_an_update_is_none() {
    let mut site = Site::new();
    let page = visited(&site);
    let file = packed();
    let old = site.read(&file);
    publish_newer(&site);
    let new = site.read(&file);
    site.write(&file, &old);
    page.go(MONITOR);
    page.wait_for_simulator();
    wait_until_the_newer_is_refused(&page);
    site.stop();
    page.go(MONITOR);
    page.wait_for_simulator();
    let all_old = shown(&page).iter().all(|title| !title.contains(NEWER));
    assert!(all_old, "{:?}", shown(&page));
    site.start();
    site.write(&file, &new);
    page.go(MONITOR);
    page.wait_until("the newer one is here", || shown(&page) == [NEWER; 2]);
    assert_eq!(names_of_caches(&page), 1);
}

#[test]
fn a_publisher_who_wants_it_away_gets_it_away_but_for_what_visitors_kept() {
    let mut site = Site::new();
    let page = visited(&site);
    page.click("#tool-compare");
    page.wait_for("#comparison");
    let hosting = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .unwrap()
        .join("www/hosting");
    let away = std::fs::read_to_string(hosting.join("no-service-worker.js")).unwrap();
    site.write(WORKER, &away);
    page.go(MONITOR);
    page.wait_until("nothing is kept", || names_of_caches(&page) == 0);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.wait_for("#comparison");
    site.stop();
    page.js("location.reload()");
    page.wait_until("nobody answers", || page.count("#app") == 0);
}

#[test]
fn in_a_frame_nothing_is_kept_and_nothing_is_missing() {
    let site = Site::new();
    for sandbox in ["", "sandbox='allow-scripts'"] {
        site.write(
            "host.html",
            format!("<!doctype html><link rel=icon href=data:,><iframe {sandbox} src='nb/monitor/' width=900 height=900></iframe>"),
        );
        let page = Page::of_site(site.address(), Window::DESKTOP);
        page.go("host.html");
        page.enter("iframe");
        page.wait_until_refined();
        page.leave();
        assert_eq!(
            page.js("return navigator.serviceWorker.getRegistrations().then(all => all.length)"),
            json!(0)
        );
        page.assert_quiet();
    }
}

#[test]
#[ignore = "needs Chromium: asks whether it can be installed"]
fn browsers_can_install_the_simulator() {
    let site = Site::new();
    let page = visited(&site);
    let manifest = page.cdp("Page.getAppManifest", json!({}));
    assert_eq!(manifest["errors"], json!([]));
    let data = manifest["data"].as_str().expect("a manifest");
    for part in ["\"lang\": \"nb\"", "\"start_url\": \"../nb/\""] {
        assert!(data.contains(part), "no {part} in {data}");
    }
    let obstacles = page.cdp("Page.getInstallabilityErrors", json!({}));
    let obstacles = &obstacles["installabilityErrors"];
    let errors: Vec<_> = obstacles
        .as_array()
        .into_iter()
        .flatten()
        .filter(|it| it["errorId"] != "in-incognito")
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

/// A page at the monitor whose browser has kept all of the simulator.
#[track_caller]
fn visited(site: &Site) -> Page {
    let page = Page::of_site(site.address(), Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.js("return navigator.serviceWorker.ready.then(() => {})");
    page
}

/// Publishes a version in which the page and its solution have another name.
#[track_caller]
fn publish_newer(site: &Site) {
    let page = site.text(PAGE);
    let named = |name: &str| format!("<title>{name} – ");
    let newer = page.replace(&named(&title(&page)), &named(NEWER));
    site.publish(PAGE, newer.as_bytes());
    let file = packed();
    let mut solution = unpack(&site.read(&file)).expect("a solution");
    solution.summary = Text::everywhere(NEWER);
    site.publish(&file, &pack(&solution));
}

/// What a solution's page is called, without the site's name.
fn title(page: &str) -> String {
    let (_, title) = page.split_once("<title>").unwrap();
    title.split_once(" – ").unwrap().0.to_owned()
}

/// By which name the page and the solution file are here.
#[track_caller]
fn shown(page: &Page) -> [String; 2] {
    let title = page.js("return document.title.split(' – ')[0]");
    let title = title.as_str().unwrap_or_default().to_owned();
    let summary = page.texts(".summary").into_iter().next();
    [title, summary.unwrap_or_default()]
}

#[track_caller]
fn wait_until_newer_waits(page: &Page) {
    page.wait_until("the newer one has all its files", || {
        page.js("return navigator.serviceWorker.ready.then(it => !!it.waiting)") == true
    });
}

/// How many pages the worker answers for.
#[track_caller]
fn pages(page: &Page) -> usize {
    let targets = page.cdp("Target.getTargets", json!({}));
    let targets = targets["targetInfos"].as_array().into_iter().flatten();
    targets.filter(|target| target["type"] == "page").count()
}

/// What the page does by itself, done once more so that its end is seen.
#[track_caller]
fn wait_until_the_newer_is_refused(page: &Page) {
    page.wait_until("the newer one is refused", || {
        page.js("return (async () => {
             const here = await navigator.serviceWorker.ready;
             // A worker that is refused before the update ends, ends it.
             await here.update().catch(() => {});
             const newer = here.installing;
             while (newer?.state == 'installing') await new Promise(done => setTimeout(done, 20));
             return (!newer || newer.state == 'redundant') && !here.waiting;
             })()")
            == true
    });
}

#[track_caller]
fn names_of_caches(page: &Page) -> usize {
    let names = page.js("return caches.keys().then(names => names.length)");
    names.as_u64().unwrap_or_default() as usize
}
