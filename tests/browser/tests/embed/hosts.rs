//! The host pages of `tests/hosts/`, served from another origin than the simulator.

use std::path::Path;
use std::sync::OnceLock;

use axum::Router;
use axum::extract::{Path as Part, Request};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use browser::{Page, Window, serve, told};
use tower_http::services::ServeDir;

/// The simulator's address in the pages.
pub const EXAMPLE: &str = "https://simulator.example/";

/// A window with room for all sizes of frames.
pub const WINDOW: Window = Window {
    width: 1100,
    height: 900,
};

/// Where the simulator is.
pub fn simulator() -> &'static str {
    static SITE: OnceLock<String> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Router::new()
            .route(
                "/nb/{solution}/",
                get(|Part(solution)| at_home(solution, "index.html", "text/html; charset=utf-8")),
            )
            .route(
                "/nb/{solution}/oembed.json",
                get(|Part(solution)| at_home(solution, "oembed.json", "application/json")),
            )
            .fallback_service(ServeDir::new(told("DIST")));
        // A frame without an origin of its own asks for everything as a stranger.
        let open = from_fn(|request: Request, next: Next| async {
            let mut answer = next.run(request).await;
            let anybody = HeaderValue::from_static("*");
            answer
                .headers_mut()
                .insert(ACCESS_CONTROL_ALLOW_ORIGIN, anybody);
            answer
        });
        format!("http://127.0.0.1:{}/", serve(site.layer(open)))
    })
}

/// A file of a solution, for the place where it is served: it was built for another one.
async fn at_home(solution: String, file: &str, kind: &'static str) -> Response {
    let file = Path::new(&told("DIST"))
        .join("nb")
        .join(solution)
        .join(file);
    match std::fs::read_to_string(file) {
        Ok(text) => ([(CONTENT_TYPE, kind)], text.replace(EXAMPLE, simulator())).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Opens a host page of `tests/hosts/`.
#[track_caller]
pub fn open(name: &str) -> Page {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../hosts")
        .join(name)
        .with_extension("html");
    let page = std::fs::read_to_string(&file);
    open_page(&page.unwrap_or_else(|error| panic!("{}: {error}", file.display())))
}

/// Opens a host page of its own.
#[track_caller]
pub fn open_page(html: &str) -> Page {
    let html = html.replace(EXAMPLE, simulator());
    let host =
        Router::new().route("/favicon.ico", get(|| async {})).route(
            "/",
            get(move || async move {
                ([(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
            }),
        );
    // Another name of this machine: not only another port, but another site.
    Page::host(&format!("http://localhost:{}/", serve(host)), WINDOW)
}

/// Opens a host page with nothing but this in it.
#[track_caller]
pub fn open_with(body: &str) -> Page {
    open_page(&format!(
        "<!doctype html><html lang=nb><meta charset=utf-8><title>Vert</title>{body}"
    ))
}
