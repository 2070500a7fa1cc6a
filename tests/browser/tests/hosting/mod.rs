//! The site as it is published: by nginx and by Caddy, with the configurations in `www/hosting/`, and by `cargo xtask serve`.

mod servers;

use std::collections::BTreeMap;

use browser::{Page, Window, told};
use serde_json::{Value, json};
use servers::Server;

const MONITOR: &str = "nb/monitor/";

#[test]
#[ignore = "not in WebKit: emulates paper"]
fn a_whole_visit_by_nginx_breaks_no_policy() {
    assert_a_visit_breaks_no_policy(Server::nginx().address());
}

#[test]
#[ignore = "not in WebKit: emulates paper"]
fn a_whole_visit_by_caddy_breaks_no_policy() {
    assert_a_visit_breaks_no_policy(Server::caddy().address());
}

#[test]
#[ignore = "not in WebKit: emulates paper"]
fn a_whole_visit_while_developing_breaks_no_policy() {
    assert_a_visit_breaks_no_policy(&told("SITE"));
}

#[test]
#[ignore = "not in WebKit: tells what is in its console"]
fn style_and_script_written_into_a_page_are_refused_and_noticed() {
    for inserted in [
        "<p style='color: red'>",
        "<img src='data:,' onerror='window.wrong = true'>",
    ] {
        let page = Page::open(MONITOR, Window::DESKTOP);
        page.wait_for_simulator();
        page.js(&format!(
            "document.body.insertAdjacentHTML('beforeend', \"{inserted}\")"
        ));
        page.wait_until("the console has it", || !page.console().is_empty());
        // Firefox writes it with hyphens.
        let console = page.console().join("\n").replace('-', " ");
        assert!(console.contains("Content Security Policy"), "{console}");
        assert_eq!(page.js("return window.wrong ?? false"), false);
    }
}

#[test]
#[ignore = "not in WebKit: it knows Brotli by HTTPS only"]
fn every_server_says_the_same_beside_each_file() {
    let (nginx, caddy) = (Server::nginx(), Server::caddy());
    let page = Page::blank(Window::PHONE);
    for file in files() {
        let developing = policy(&page, &told("SITE"), &file);
        let hashed = file.starts_with("assets/");
        for address in [nginx.address(), caddy.address()] {
            let mut said = policy(&page, address, &file);
            let kept = said.insert("cache-control".to_owned(), "no-cache".to_owned());
            let expected = match hashed {
                true => "public, max-age=31536000, immutable",
                false => "no-cache",
            };
            assert_eq!(kept.as_deref(), Some(expected), "{address}{file}");
            assert_eq!(said, developing, "{address}{file}");
        }
    }
}

#[test]
#[ignore = "not in WebKit: it knows Brotli by HTTPS only"]
fn each_file_has_its_type_and_comes_compressed() {
    let page = Page::blank(Window::PHONE);
    for server in [Server::nginx(), Server::caddy()] {
        for file in files() {
            let headers = headers(&page, server.address(), &file);
            let (media_type, compressed) = match file.rsplit_once('.').map(|(_, end)| end) {
                // A whole simulator in one file is packed already.
                None | Some("html") => ("text/html", !is_one_file(&file)),
                Some("bin") => ("application/octet-stream", true),
                Some("css") => ("text/css", true),
                Some("js") => ("text/javascript", !file.contains("nomodule")),
                Some("json") => ("application/json", true),
                Some("png") => ("image/png", false),
                Some("svg") => ("image/svg+xml", true),
                Some("txt") => ("text/plain", true),
                Some("wasm") => ("application/wasm", true),
                Some("webmanifest") => ("application/manifest+json", true),
                Some("webp") => ("image/webp", false),
                Some(other) => panic!("{file}: what type has {other}?"),
            };
            let said = headers.get("content-type").cloned().unwrap_or_default();
            let said = said.split(';').next().unwrap_or_default();
            assert_eq!(said, media_type, "{file}");
            let encoding = headers.get("content-encoding").map(String::as_str);
            assert_eq!(encoding, compressed.then_some("br"), "{file}");
        }
    }
}

#[test]
fn what_is_not_there_is_said_not_to_be_there_and_may_come() {
    for server in [Server::nginx(), Server::caddy()] {
        let page = Page::of_site(server.address().to_owned(), Window::PHONE);
        page.go("");
        for address in ["nb/nothing/", "assets/nothing.wasm"] {
            let said = page.js(&format!(
                "return fetch('{address}').then(answer => [answer.status, answer.headers.get('Cache-Control')])"
            ));
            assert_eq!(said, json!([404, "no-cache"]), "{address}");
        }
    }
}

#[test]
fn a_solution_as_one_file_opens_where_it_is_published_too() {
    let (nginx, caddy) = (Server::nginx(), Server::caddy());
    let site = told("SITE");
    for address in [nginx.address(), caddy.address(), &site] {
        let page = Page::of_site(address.to_owned(), Window::DESKTOP);
        page.go("nb/monitor/monitor.html");
        page.wait_for_simulator();
        page.assert_quiet();
    }
}

fn is_one_file(file: &str) -> bool {
    file.ends_with(".html") && !file.ends_with("index.html")
}

#[track_caller]
fn assert_a_visit_breaks_no_policy(address: &str) {
    let page = Page::of_site(address.to_owned(), Window::DESKTOP);
    page.visit_everything();
    page.assert_quiet();
}

/// What a server says beside a file that does not follow from what is in it.
#[track_caller]
fn policy(page: &Page, address: &str, file: &str) -> BTreeMap<String, String> {
    let mut headers = headers(page, address, file);
    headers.retain(|name, _| !name.starts_with("content-") || name == "content-security-policy");
    headers
}

/// What a server says beside a file, as a script of the site sees it. Types that say the same are one.
#[track_caller]
fn headers(page: &Page, address: &str, file: &str) -> BTreeMap<String, String> {
    page.go(&format!("{address}licences.txt"));
    let said = page.js(&format!(
        "return fetch('/{file}').then(answer => answer.ok ? Object.fromEntries(answer.headers) : null)"
    ));
    let Value::Object(said) = said else {
        panic!("{address}{file} is not served")
    };
    /// What differs from one moment, or one server, to another and means nothing to the page.
    const OWN: [&str; 8] = [
        "accept-ranges",
        "connection",
        "content-length",
        "date",
        "etag",
        "last-modified",
        "server",
        "vary",
    ];
    said.into_iter()
        .filter(|(name, _)| !OWN.contains(&name.as_str()) && !name.starts_with("transfer"))
        .map(|(name, value)| (name, value.as_str().unwrap_or_default().to_owned()))
        .collect()
}

/// A file of each kind, by its address.
fn files() -> Vec<String> {
    let dist = std::path::PathBuf::from(told("DIST"));
    let mut by_kind = BTreeMap::new();
    let mut folders = vec![dist.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("what was built") {
            let path = entry.expect("a file").path();
            let end = path.extension().unwrap_or_default().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if end != "br" && end != "gz" {
                let file = path.strip_prefix(&dist).expect("a file of the site");
                by_kind.insert(end, file.display().to_string());
            }
        }
    }
    let pages = [String::new(), MONITOR.to_owned()];
    by_kind.into_values().chain(pages).collect()
}
