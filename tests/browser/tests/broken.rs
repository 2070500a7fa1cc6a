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
use browser::simulator::{FILE, MONITOR, Twin, packed, slider};
use browser::{Key, Page, Window, told};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

#[test]
fn a_solution_that_is_not_there_is_said_to_be_missing() {
    let page = Site::answering(StatusCode::NOT_FOUND, b"Not found").open();
    assert_says(&page, &format!("Fant ikke ../../{}", packed()));
    assert_only_the_browser_complains(&page);
}

#[test]
fn a_server_that_fails_is_said_to_have_given_no_solution() {
    let page = Site::answering(StatusCode::INTERNAL_SERVER_ERROR, b"").open();
    assert_says(&page, &format!("Fant ikke ../../{}", packed()));
    assert_only_the_browser_complains(&page);
}

#[test]
fn a_solution_that_is_missing_is_not_blamed_on_the_visitors_connection() {
    let page = Site::answering(StatusCode::NOT_FOUND, b"Not found").open();
    assert_says(&page, &packed());
    let message = page.text("#app .failure");
    assert!(!message.contains("nettforbindelsen"), "{message}");
}

#[test]
fn what_a_network_answers_in_the_place_of_a_solution_is_said_not_to_be_it() {
    let whole = solution();
    let half = &whole[..whole.len() / 2];
    for body in [b"<!doctype html><title>Logg inn</title>", &b""[..], half] {
        let page = Site::answering(StatusCode::OK, body).open();
        assert_says(&page, &format!("Fikk ikke hentet ../../{}", packed()));
        page.assert_quiet();
    }
}

#[test]
fn a_file_that_is_not_json_is_said_to_be_broken_and_the_page_shows_its_own() {
    let whole = file();
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    for body in ["<!doctype html><title>Logg inn</title>", "", &half] {
        let page = Site::with_file(body).open_file();
        assert_tells(&page, "ikke gyldig JSON");
        page.wait_for_simulator();
        page.assert_says_what(&Twin::default(), "a file that is not JSON");
        page.assert_quiet();
    }
}

#[test]
fn a_figure_out_of_bounds_is_pointed_at_with_what_is_allowed() {
    let page = Site::with_file(&with("stay_reduction", "likely", 7.5)).open_file();
    for part in ["stay_reduction", "7.5", "-0.05", "0.2"] {
        assert_tells(&page, part);
    }
    page.assert_quiet();
}

#[test]
fn every_wrong_figure_of_a_file_is_pointed_at() {
    let mut json: Value = serde_json::from_str(&file()).expect("JSON");
    for parameter in ["stay_reduction", "minutes", "trusts"] {
        json["parameters"][parameter]["likely"] = (-1e6).into();
    }
    let page = Site::with_file(&json.to_string()).open_file();
    for parameter in ["stay_reduction", "minutes", "trusts"] {
        assert_tells(&page, parameter);
    }
    page.assert_quiet();
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_norwegian() {
    for answer in ["no JSON".to_owned(), with("stay_reduction", "likely", 7.5)] {
        let page = Site::with_file(&answer).open_file();
        page.wait_for(".notice li");
        let problem = page.text(".notice li");
        for english in [" must ", " between ", " and ", "expected", " line "] {
            assert!(!problem.contains(english), "{english:?} is in {problem:?}");
        }
    }
}

#[test]
fn an_address_in_a_message_does_not_leave_a_narrow_window() {
    let page = Page::blank(Window {
        width: 320,
        height: 740,
    });
    page.go(&format!("{MONITOR}?file={}.json", "long".repeat(20)));
    page.wait_for(".notice");
    let wider = page.js("return document.documentElement.scrollWidth - innerWidth");
    assert!(wider.as_i64().is_some_and(|wider| wider <= 0), "{wider}");
}

#[test]
fn a_page_that_cannot_show_its_solution_still_says_which_one_it_is_and_leads_home() {
    let page = Site::answering(StatusCode::NOT_FOUND, b"Not found").open();
    page.wait_for("#app .failure");
    assert_eq!(page.texts("h1"), ["Kontaktløs pasientmonitor"]);
    assert_eq!(page.count("a.site-name"), 1);
}

#[test]
#[ignore = "needs Chromium: blocks requests"]
fn trying_again_when_the_network_is_back_shows_the_page() {
    let page = Page::blank(Window::PHONE);
    page.block(&["*/assets/monitor-*"]);
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
    page.block(&["*/assets/monitor-*"]);
    page.go(MONITOR);
    for _ in 0..3 {
        let asked = asked_for_the_solution(&page);
        page.click("#app .failure button");
        page.wait_until("the solution is asked for again", || {
            asked_for_the_solution(&page) > asked
        });
        assert_says(&page, "Fikk ikke hentet");
    }
    assert_only_the_browser_complains(&page);
}

#[test]
fn trying_again_when_the_server_has_been_mended_shows_the_page() {
    let site = Site::answering(StatusCode::SERVICE_UNAVAILABLE, b"");
    let page = site.open();
    page.wait_for("#app .failure button");
    site.answer(StatusCode::OK, &solution());
    page.click("#app .failure button");
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "trying again");
    assert_only_the_browser_complains(&page);
}

#[test]
fn trying_again_by_the_keyboard_works_too() {
    let site = Site::answering(StatusCode::SERVICE_UNAVAILABLE, b"");
    let page = site.open();
    page.wait_for("#app .failure button");
    site.answer(StatusCode::OK, &solution());
    page.press("#app .failure button", Key::Enter.value().to_string());
    page.wait_for_simulator();
    assert_only_the_browser_complains(&page);
}

#[test]
#[ignore = "needs Chromium: runs script before the page's"]
fn while_the_solution_is_on_its_way_to_a_scenario_the_page_says_so() {
    let page = waiting_for_its_solution("nb/monitor/?v=1&reach=0.5");
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
fn while_the_solution_is_on_its_way_the_figures_are_there_and_nothing_can_be_moved() {
    let page = waiting_for_its_solution(MONITOR);
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
    let page = waiting_for_its_solution(MONITOR);
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

/// What an address answers.
type Answer = Arc<Mutex<(StatusCode, Vec<u8>)>>;

/// All that was built, but with another answer where the monitor's solution, or its file, should be.
struct Site {
    address: String,
    answer: Answer,
}

impl Site {
    fn answering(status: StatusCode, body: &[u8]) -> Self {
        Self::with(&packed(), status, body)
    }

    fn with_file(body: &str) -> Self {
        Self::with(FILE, StatusCode::OK, body.as_bytes())
    }

    fn with(path: &str, status: StatusCode, body: &[u8]) -> Self {
        let answer = Arc::new(Mutex::new((status, body.to_owned())));
        let address = serve(path, answer.clone()).expect("a site on this machine");
        Self { address, answer }
    }

    fn answer(&self, status: StatusCode, body: &[u8]) {
        *self.answer.lock().expect("an answer") = (status, body.to_owned());
    }

    #[track_caller]
    fn open(&self) -> Page {
        let page = Page::of_site(self.address.clone(), Window::PHONE);
        page.go(MONITOR);
        page
    }

    #[track_caller]
    fn open_file(&self) -> Page {
        let page = Page::of_site(self.address.clone(), Window::PHONE);
        page.go(&format!("{MONITOR}?file=../../{FILE}"));
        page
    }
}

fn serve(path: &str, answer: Answer) -> std::io::Result<String> {
    let answers = get(move || async move { answer.lock().expect("an answer").clone() });
    let site = Router::new()
        .route(&format!("/{path}"), answers)
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

/// The solution as the page has it.
fn solution() -> Vec<u8> {
    std::fs::read(Path::new(&told("DIST")).join(packed())).expect("what was built")
}

/// The solution file.
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

/// A page whose solution arrives when `letItCome` is called.
#[track_caller]
fn waiting_for_its_solution(path: &str) -> Page {
    let page = Page::blank(Window::PHONE);
    page.before_all(
        "const real = window.fetch;
         window.fetch = (what, ...more) => (what.url ?? String(what)).includes('/assets/monitor-')
           ? new Promise(done => window.letItCome = () => done(real(what, ...more)))
           : real(what, ...more)",
    );
    page.go(path);
    page.wait_until("the solution is asked for", || {
        page.js("return typeof letItCome") == "function"
    });
    page
}

#[track_caller]
fn asked_for_the_solution(page: &Page) -> usize {
    let (requests, solution) = (page.requests(), packed());
    requests
        .iter()
        .filter(|address| address.ends_with(&solution))
        .count()
}

/// A notice has this.
#[track_caller]
fn assert_tells(page: &Page, text: &str) {
    page.wait_until(&format!("a notice has {text:?}"), || {
        page.texts(".notice")
            .iter()
            .any(|notice| notice.contains(text))
    });
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
