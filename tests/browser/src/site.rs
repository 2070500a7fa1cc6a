//! The site as a test wants it: with answers that are missing or others than were built, or with script of the test's own.

use std::net::Ipv4Addr;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

use crate::{Page, Window, told};

/// Where script of the test's own is. From elsewhere than the site it would be against a host's policy.
const SCRIPT: &str = "/before-all.js";

/// A site with an address of its own: all that was built, but for what a test changes. It is served as long as tests run.
pub struct Site {
    address: String,
    changes: Arc<Mutex<Changes>>,
}

#[derive(Default)]
struct Changes {
    /// What is answered to addresses with such a part.
    answers: Vec<(String, Answer)>,
    script: Option<String>,
    /// The paths that were asked for so far.
    asked: Vec<String>,
}

#[derive(Clone)]
enum Answer {
    /// None: the connection is closed.
    Nothing,
    Other(StatusCode, Vec<u8>),
    /// What was built, said to be of another kind.
    OfKind(&'static str),
}

impl Site {
    /// What was built, as it is.
    #[track_caller]
    pub fn new() -> Self {
        let changes = Arc::<Mutex<Changes>>::default();
        let of_this = changes.clone();
        let site = Router::new()
            .fallback_service(ServeDir::new(told("DIST")))
            .layer(from_fn(move |request, next| {
                changed(of_this.clone(), request, next)
            }));
        let address = format!("http://127.0.0.1:{}/", serve(site));
        Self { address, changes }
    }

    /// Runs a script before any of the page's own, on every page.
    #[track_caller]
    pub fn with_script(script: impl Into<String>) -> Self {
        let site = Self::new();
        site.changes().script = Some(script.into());
        site
    }

    /// Nobody answers to addresses with this part, as where the network is away.
    pub fn withhold(&self, part: &str) {
        self.change(part, Answer::Nothing);
    }

    /// Something else is answered to addresses with this part.
    pub fn answer(&self, part: &str, status: StatusCode, body: &[u8]) {
        self.change(part, Answer::Other(status, body.to_owned()));
    }

    /// What is at addresses with this part is said to be of this media type.
    pub fn call(&self, part: &str, kind: &'static str) {
        self.change(part, Answer::OfKind(kind));
    }

    /// All is answered again as it was built.
    pub fn mend(&self) {
        self.changes().answers.clear();
    }

    /// How often an address with this part was asked for.
    pub fn asked_for(&self, part: &str) -> usize {
        let changes = self.changes();
        let asked = changes.asked.iter();
        asked.filter(|path| path.contains(part)).count()
    }

    /// An empty page, in a browser that is as if nobody had used it.
    #[track_caller]
    pub fn page(&self, window: Window) -> Page {
        Page::of_site(self.address.clone(), window)
    }

    fn change(&self, part: &str, answer: Answer) {
        self.changes().answers.push((part.to_owned(), answer));
    }

    fn changes(&self) -> MutexGuard<'_, Changes> {
        self.changes.lock().expect("what a test changes")
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

/// Serves on a free port of this machine, which it gives, for as long as tests run.
#[track_caller]
pub fn serve(site: Router) -> u16 {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.set_nonblocking(true).expect("a port");
    let port = listener.local_addr().expect("a port").port();
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    thread::spawn(move || {
        runtime.block_on(async { axum::serve(TcpListener::from_std(listener)?, site).await })
    });
    port
}

async fn changed(changes: Arc<Mutex<Changes>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let (answer, script) = {
        let mut changes = changes.lock().expect("what a test changes");
        changes.asked.push(path.clone());
        // What was said last holds.
        let mut answers = changes.answers.iter().rev();
        let answer = answers.find(|(part, _)| path.contains(part));
        (
            answer.map(|(_, answer)| answer.clone()),
            changes.script.clone(),
        )
    };
    match (answer, script) {
        // The task of this connection ends, and nothing else.
        (Some(Answer::Nothing), _) => resume_unwind(Box::new("nobody answers")),
        (Some(Answer::Other(status, body)), _) => (status, body).into_response(),
        (Some(Answer::OfKind(kind)), _) => {
            let mut built = next.run(request).await;
            let kind = HeaderValue::from_static(kind);
            built.headers_mut().insert(CONTENT_TYPE, kind);
            built
        }
        (None, Some(script)) if path == SCRIPT => {
            ([(CONTENT_TYPE, "text/javascript")], script).into_response()
        }
        (None, Some(_)) => with_script(next.run(request).await).await,
        (None, None) => next.run(request).await,
    }
}

/// A page in which the test's own script comes first; whatever is no page stays as it is.
async fn with_script(built: Response) -> Response {
    let kind = built.headers().get(CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return built;
    }
    let (mut head, body) = built.into_parts();
    let page = to_bytes(body, usize::MAX).await.expect("what was built");
    let page = String::from_utf8_lossy(&page);
    let begin = format!("<head>\n<script src=\"{SCRIPT}\"></script>");
    let page = page.replacen("<head>", &begin, 1);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(page))
}
