//! The site on this machine, for looking at while it is being made.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::middleware::{Next, from_fn};
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::headers::{self, Headers};
use crate::program::Quality;
use crate::watch::Watch;
use crate::{command, dist, offline, places};

/// Where `cargo xtask serve` serves unless told otherwise.
pub const USUAL_PORT: u16 = 8080;

/// Any port that is free.
pub const FREE_PORT: u16 = 0;

/// Builds, serves, and builds again after each change, until interrupted.
pub fn serve(port: u16) -> Result<()> {
    let watch = Watch::new()?;
    dist::dist(Quality::Dev, None)?;
    let address = start(places::dist(), port)?;
    println!("\nServing http://{address}/ (Ctrl-C ends it)");
    loop {
        let changed = watch.wait()?;
        let changed = changed.strip_prefix(places::root()).unwrap_or(&changed);
        println!("\n{} has changed: building again", changed.display());
        match rebuild() {
            Ok(()) => println!("Serving http://{address}/"),
            Err(error) => {
                eprintln!("\n{error}\nStill serving what was built before, at http://{address}/")
            }
        }
    }
}

/// Builds in a process of its own: what the pages say comes from the library that is compiled into this program.
fn rebuild() -> Result<()> {
    let mut dist = command::cargo("run --quiet --package xtask -- dist --dev");
    command::run(&mut dist, "It is tried again at the next change.")
}

/// Serves the site in a folder on this machine only, under the policy that visitors meet, for as long as this program
/// runs. Gives the address.
pub fn start(folder: PathBuf, port: u16) -> Result<SocketAddr> {
    start_with(folder, port, headers::of_every_file()?, Router::new())
}

/// The finished site for tests, on any port, with the worker that keeps nothing: what it would fetch for later takes a
/// browser as long as what most tests do. Tests of the other one serve it themselves.
pub fn start_for_tests() -> Result<SocketAddr> {
    const NONE: &str = include_str!("../../www/hosting/no-service-worker.js");
    let worker = || async { ([(CONTENT_TYPE, "text/javascript")], NONE) };
    let routes = Router::new().route(&format!("/{}", offline::WORKER), get(worker));
    start_with(places::dist(), FREE_PORT, headers::of_every_file()?, routes)
}

/// The same for another site's pages, on any port: it has no policy.
pub fn start_host(folder: PathBuf) -> Result<SocketAddr> {
    start_with(folder, FREE_PORT, Vec::new(), Router::new())
}

/// `routes` are answered otherwise than by files.
fn start_with(folder: PathBuf, port: u16, headers: Headers, routes: Router) -> Result<SocketAddr> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .with_context(|| {
            format!("cannot serve on port {port}: choose another by `cargo xtask serve --port N`")
        })?;
    let (address, router) = (listener.local_addr()?, router(&folder, headers, routes));
    thread::spawn(move || {
        if let Err(error) = runtime.block_on(axum::serve(listener, router).into_future()) {
            eprintln!("The server has stopped: {error}");
        }
    });
    Ok(address)
}

/// The files as they are or as they were compressed, never from a browser's cache unasked.
fn router(folder: &Path, headers: Headers, routes: Router) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    let fresh = (CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let router = headers
        .into_iter()
        .chain([fresh])
        .fold(routes.fallback_service(files), |router, (name, value)| {
            router.layer(SetResponseHeaderLayer::overriding(name, value))
        });
    router.layer(from_fn(|request: Request, next: Next| async move {
        let has_own_policy = is_one_file(request.uri().path());
        let mut answer = next.run(request).await;
        if has_own_policy {
            answer.headers_mut().remove(CONTENT_SECURITY_POLICY);
        }
        answer
    }))
}

/// Whether it is a solution as one file, which lies in the folder of its name.
fn is_one_file(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let (name, folder) = (parts.next(), parts.next());
    name.and_then(|name| name.strip_suffix(".html")) == folder
}
