//! What a first visit to a solution's page costs, in bytes as they are sent with brotli.

use std::fs;
use std::path::{Path, PathBuf};

use browser::{Page, Window, told};

use crate::table::Row;

pub fn measure() -> Row {
    let page = Page::open("nb/monitor/", Window::PHONE);
    page.wait_for("#controls input[type=range]");
    let site = told("SITE");
    let dist = PathBuf::from(told("DIST"));
    let requests = page.requests();
    let files: Vec<&str> = requests
        .iter()
        .filter_map(|address| address.strip_prefix(&site))
        .collect();
    println!();
    let mut bytes = 0;
    for file in &files {
        let size = sent(&dist, file);
        println!("{:<60} {size:>8}", format!("/{file}"));
        bytes += size;
    }
    Row {
        name: "First load, brotli".to_owned(),
        measured: bytes as f64 / 1000.0,
        budget: 150.0,
        unit: "kB",
        beside: format!("{} files", files.len()),
    }
}

/// The size of what a server sends for a path.
fn sent(dist: &Path, path: &str) -> u64 {
    let file = match path.is_empty() || path.ends_with('/') {
        true => dist.join(path).join("index.html"),
        false => dist.join(path),
    };
    let mut compressed = file.clone().into_os_string();
    compressed.push(".br");
    let size = fs::metadata(compressed).or_else(|_| fs::metadata(&file));
    size.unwrap_or_else(|error| panic!("{} was asked for, but: {error}", file.display()))
        .len()
}
