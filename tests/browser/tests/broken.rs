//! What does not arrive or arrives broken is said in plain words; the page is never blank.

use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use axum::Router;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::get;
use browser::simulator::{FILE, MONITOR, Twin, slider};
use browser::{Key, Page, Window, told};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

#[test]
fn a_solution_file_that_is_not_there_is_said_to_be_missing() {
    let page = Site::answering(StatusCode::NOT_FOUND, "Not found").open();
    assert_says(&page, "Fant ikke ../../solutions/nb/monitor.json");
    assert_only_the_browser_complains(&page);
}

#[test]
fn a_server_that_fails_is_said_to_have_given_no_file() {
    let page = Site::answering(StatusCode::INTERNAL_SERVER_ERROR, "").open();
    assert_says(&page, "Fant ikke ../../solutions/nb/monitor.json");
    assert_only_the_browser_complains(&page);
}

#[test]
fn a_file_that_is_missing_is_not_blamed_on_the_visitors_connection() {
    let page = Site::answering(StatusCode::NOT_FOUND, "Not found").open();
    assert_says(&page, FILE);
    let message = page.text("#app .failure");
    assert!(!message.contains("nettforbindelsen"), "{message}");
}

#[test]
fn a_file_that_is_not_json_is_said_to_be_broken() {
    let page = Site::answering(StatusCode::OK, "<!doctype html><title>Logg inn</title>").open();
    assert_says(
        &page,
        "Løsningsfilen ../../solutions/nb/monitor.json har feil",
    );
    page.assert_quiet();
}

#[test]
fn an_empty_file_is_said_to_be_broken() {
    let page = Site::answering(StatusCode::OK, "").open();
    assert_says(
        &page,
        "Løsningsfilen ../../solutions/nb/monitor.json har feil",
    );
    page.assert_quiet();
}

#[test]
fn half_a_file_is_said_to_be_broken() {
    let file = file();
    let half: String = file.chars().take(file.chars().count() / 2).collect();
    let page = Site::answering(StatusCode::OK, &half).open();
    assert_says(
        &page,
        "Løsningsfilen ../../solutions/nb/monitor.json har feil",
    );
    page.assert_quiet();
}

#[test]
fn a_figure_out_of_bounds_is_pointed_at_with_what_is_allowed() {
    let page = Site::answering(StatusCode::OK, &with("stay_reduction", "likely", 7.5)).open();
    assert_says(
        &page,
        "Løsningsfilen ../../solutions/nb/monitor.json har feil",
    );
    // What is wrong where is said by the program's second file.
    page.wait_for("#app .failure li");
    let problem = page.text("#app .failure li");
    for part in ["stay_reduction", "7.5", "-0.05", "0.2"] {
        assert!(problem.contains(part), "{part} is not in {problem:?}");
    }
    page.assert_quiet();
}

#[test]
fn every_wrong_figure_of_a_file_is_pointed_at() {
    let mut json: Value = serde_json::from_str(&file()).expect("JSON");
    for parameter in ["stay_reduction", "minutes", "trusts"] {
        json["parameters"][parameter]["likely"] = (-1e6).into();
    }
    let page = Site::answering(StatusCode::OK, &json.to_string()).open();
    page.wait_for("#app .failure li");
    let problems = page.texts("#app .failure li").join("\n");
    for parameter in ["stay_reduction", "minutes", "trusts"] {
        assert!(
            problems.contains(parameter),
            "{parameter} is not in {problems:?}"
        );
    }
    page.assert_quiet();
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_norwegian() {
    for answer in ["no JSON".to_owned(), with("stay_reduction", "likely", 7.5)] {
        let page = Site::answering(StatusCode::OK, &answer).open();
        page.wait_for("#app .failure li");
        let problem = page.text("#app .failure li");
        for english in [" must ", " between ", " and ", "expected", " line "] {
            assert!(!problem.contains(english), "{english:?} is in {problem:?}");
        }
    }
}

#[test]
fn a_page_that_cannot_show_its_solution_still_says_which_one_it_is_and_leads_home() {
    let page = Site::answering(StatusCode::NOT_FOUND, "Not found").open();
    page.wait_for("#app .failure");
    assert_eq!(page.texts("h1"), ["Kontaktløs pasientmonitor"]);
    assert_eq!(page.count("a.site-name"), 1);
}

#[test]
#[ignore = "needs Chromium: blocks requests"]
fn trying_again_when_the_network_is_back_shows_the_page() {
    let page = Page::blank(Window::PHONE);
    page.block(&["*/solutions/*"]);
    page.go(MONITOR);
    assert_says(&page, "Sjekk nettforbindelsen, og prøv igjen.");
    assert_eq!(page.text("#app .failure button"), "Prøv igjen");
    page.block(&[]);
    page.click("#app .failure button");
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "trying again");
    assert_eq!(page.count(".message #app .failure"), 0);
    assert_only_the_browser_complains(&page);
    page.assert_nothing_sent_elsewhere();
}

#[test]
#[ignore = "needs Chromium: blocks requests"]
fn without_the_rest_of_the_program_the_headlines_follow_and_it_comes_with_the_network() {
    let page = Page::blank(Window::PHONE);
    page.block(&["*/assets/rest-*"]);
    page.go(MONITOR);
    page.wait_for_controls();
    let mut twin = Twin::default();
    // What is far below what can be seen has no text as it is seen.
    let word = "return document.querySelector('main > [role=status]')?.textContent";
    page.wait_until("a word on the rest", || {
        page.js(word) == twin.texts().rest_delayed
    });
    let before = page.text("#npv");
    page.press(&slider("reach"), Key::Home);
    page.wait_until("the headline follows", || page.text("#npv") != before);
    assert_eq!(page.count("#method"), 0);
    page.block(&[]);
    page.wait_for_simulator();
    twin.choose("reach", twin.control("reach").min);
    page.assert_says_what(&twin, "the rest has come");
    assert_eq!(page.count("main > [role=status]"), 0);
    page.assert_nothing_sent_elsewhere();
}

#[test]
fn a_server_that_does_not_know_webassembly_serves_the_whole_page_all_the_same() {
    let unknown = async |request: Request, next: Next| -> Response {
        let is_program = request.uri().path().ends_with(".wasm");
        let mut answer = next.run(request).await;
        if is_program {
            let kind = HeaderValue::from_static("application/octet-stream");
            answer.headers_mut().insert(CONTENT_TYPE, kind);
        }
        answer
    };
    let site = Router::new()
        .fallback_service(ServeDir::new(told("DIST")))
        .layer(from_fn(unknown));
    let address = serve_all(site).expect("a site on this machine");
    let page = Page::of_site(address, Window::PHONE);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "opening");
}

#[test]
#[ignore = "needs Chromium: blocks requests"]
fn trying_again_while_the_network_is_still_away_says_so_again() {
    let page = Page::blank(Window::PHONE);
    page.block(&["*/solutions/*"]);
    page.go(MONITOR);
    for _ in 0..3 {
        let asked = asked_for_the_file(&page);
        page.click("#app .failure button");
        page.wait_until("the file is asked for again", || {
            asked_for_the_file(&page) > asked
        });
        assert_says(&page, "Fikk ikke hentet");
    }
    assert_only_the_browser_complains(&page);
}

#[test]
fn trying_again_when_the_server_has_been_mended_shows_the_page() {
    let site = Site::answering(StatusCode::SERVICE_UNAVAILABLE, "");
    let page = site.open();
    page.wait_for("#app .failure button");
    site.answer(StatusCode::OK, &file());
    page.click("#app .failure button");
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "trying again");
    assert_only_the_browser_complains(&page);
}

#[test]
fn trying_again_by_the_keyboard_works_too() {
    let site = Site::answering(StatusCode::SERVICE_UNAVAILABLE, "");
    let page = site.open();
    page.wait_for("#app .failure button");
    site.answer(StatusCode::OK, &file());
    page.press("#app .failure button", Key::Enter.value().to_string());
    page.wait_for_simulator();
    assert_only_the_browser_complains(&page);
}

#[test]
#[ignore = "needs Chromium: runs script before the page's"]
fn while_the_file_is_on_its_way_to_a_scenario_the_page_says_so() {
    let page = waiting_for_its_file("nb/monitor/?v=1&reach=0.5");
    page.wait_for("#loading");
    assert_eq!(page.text("#loading"), "Henter tallene …");
    assert_eq!(page.texts("h1"), ["Kontaktløs pasientmonitor"]);
    page.js("letItCome()");
    page.wait_for_simulator();
    let mut twin = Twin::default();
    twin.choose("reach", 50.0);
    page.assert_says_what(&twin, "waiting");
    page.assert_quiet();
}

#[test]
#[ignore = "needs Chromium: runs script before the page's"]
fn while_the_file_is_on_its_way_the_figures_are_there_and_nothing_can_be_moved() {
    let page = waiting_for_its_file(MONITOR);
    let twin = Twin::default();
    assert_eq!(page.text("#npv"), "917 mill. kr".replace(' ', "\u{a0}"));
    assert!(page.count("#controls[inert] input[type=range]") > 0);
    assert_eq!(page.count("#controls:not([inert])"), 0);
    assert!(!page.visible("#loading"));
    page.js("letItCome()");
    page.wait_for_simulator();
    page.assert_says_what(&twin, "waiting");
}

#[test]
#[ignore = "needs Chromium: runs script before the page's"]
fn who_reads_on_before_the_program_is_there_stays_where_they_are() {
    const PLACE: &str = "return [scrollY, document.activeElement.textContent]";
    let page = waiting_for_its_file(MONITOR);
    page.js("document.querySelector('.claim a').focus(); scrollTo(0, 900)");
    let before = page.js(PLACE);
    assert_eq!(before[0], 900);
    assert!(
        before[1]
            .as_str()
            .is_some_and(|link| link.starts_with("Kilde")),
        "{before}"
    );
    page.js("letItCome()");
    page.wait_for_simulator();
    assert_eq!(page.js(PLACE), before);
}

/// What the solution file's address answers.
type Answer = Arc<Mutex<(StatusCode, String)>>;

/// All that was built, but with another answer where the solution file should be.
struct Site {
    address: String,
    answer: Answer,
}

impl Site {
    fn answering(status: StatusCode, body: &str) -> Self {
        let answer = Arc::new(Mutex::new((status, body.to_owned())));
        let address = serve(answer.clone()).expect("a site on this machine");
        Self { address, answer }
    }

    fn answer(&self, status: StatusCode, body: &str) {
        *self.answer.lock().expect("an answer") = (status, body.to_owned());
    }

    #[track_caller]
    fn open(&self) -> Page {
        let page = Page::of_site(self.address.clone(), Window::PHONE);
        page.go(MONITOR);
        page
    }
}

fn serve(answer: Answer) -> std::io::Result<String> {
    let solution = get(move || async move { answer.lock().expect("an answer").clone() });
    let site = Router::new()
        .route(&format!("/{FILE}"), solution)
        .fallback_service(ServeDir::new(told("DIST")));
    serve_all(site)
}

/// Serves on a free port for as long as the tests run.
fn serve_all(site: Router) -> std::io::Result<String> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    thread::spawn(move || {
        runtime.block_on(async { axum::serve(TcpListener::from_std(listener)?, site).await })
    });
    Ok(format!("http://{address}/"))
}

/// The solution file as it was built.
fn file() -> String {
    let path = Path::new(&told("DIST")).join(FILE);
    std::fs::read_to_string(path).expect("what was built")
}

/// The solution file with a parameter's field changed.
fn with(parameter: &str, field: &str, value: f64) -> String {
    let mut json: Value = serde_json::from_str(&file()).expect("JSON");
    json["parameters"][parameter][field] = value.into();
    json.to_string()
}

/// A page whose solution file arrives when `letItCome` is called.
#[track_caller]
fn waiting_for_its_file(path: &str) -> Page {
    let page = Page::blank(Window::PHONE);
    page.before_all(
        "const real = window.fetch;
         window.fetch = (what, ...more) => (what.url ?? String(what)).includes('/solutions/')
           ? new Promise(done => window.letItCome = () => done(real(what, ...more)))
           : real(what, ...more)",
    );
    page.go(path);
    page.wait_until("the file is asked for", || {
        page.js("return typeof letItCome") == "function"
    });
    page
}

#[track_caller]
fn asked_for_the_file(page: &Page) -> usize {
    let requests = page.requests();
    requests
        .iter()
        .filter(|address| address.ends_with(FILE))
        .count()
}

/// A message with this text can be seen, and no heap of code, `undefined` or nothing.
#[track_caller]
fn assert_says(page: &Page, text: &str) {
    page.wait_for("#app .failure");
    page.wait_until(&format!("the message has {text:?}"), || {
        page.texts("#app .failure")
            .iter()
            .any(|message| message.contains(text))
    });
    let seen = page.text("body");
    for raw in ["undefined", "panicked", "[object", "Error("] {
        assert!(!seen.contains(raw), "{raw} in {seen:?}");
    }
}

/// In the console stands what the browser itself says of the network, and nothing of ours.
#[track_caller]
fn assert_only_the_browser_complains(page: &Page) {
    let ours: Vec<String> = page
        .console()
        .into_iter()
        .filter(|entry| !entry.contains("Failed to load resource"))
        .collect();
    assert_eq!(ours, [""; 0]);
    page.assert_nothing_sent_elsewhere();
}
