//! What a first visit to a solution's page costs, in bytes as they are sent with brotli.

use std::fs;
use std::path::{Path, PathBuf};

use browser::simulator::solutions;
use browser::{Page, Window, told};

use crate::table::Row;

/// What the first view takes, and all that the page fetches by itself.
pub fn measure() -> [Row; 4] {
    let page = Page::open("nb/monitor/", Window::PHONE);
    page.wait_for("#conditions");
    let site = told("SITE");
    let dist = PathBuf::from(told("DIST"));
    let requests = page.requests();
    let files = requests
        .iter()
        .filter_map(|address| address.strip_prefix(&site));
    let sizes: Vec<(&str, u64)> = files.map(|file| (file, sent(&dist, file))).collect();
    println!();
    for (file, size) in &sizes {
        println!("{:<60} {size:>8}", format!("/{file}"));
    }
    // What is fetched only when the program has started: the rest (src/app/rest.rs), what it shares with workbooks, the
    // style of what is seen later, and what installs the simulator.
    let (rest, first): (Vec<_>, Vec<_>) = sizes.into_iter().partition(|(file, _)| {
        let later = ["rest", "shared", "further", "manifest"];
        later.iter().any(|part| is_part(file, part))
    });
    assert!(!rest.is_empty(), "the rest of the program is a file");
    let assets = fs::read_dir(dist.join("assets")).unwrap().flatten();
    let names = assets.map(|file| format!("assets/{}", file.file_name().to_string_lossy()));
    let workbook = names.filter(|file| is_part(file, "workbook") && file.ends_with(".wasm"));
    let workbook: Vec<String> = workbook.collect();
    let workbook: Vec<_> = workbook
        .iter()
        .map(|file| (file.as_str(), sent(&dist, file)))
        .collect();
    let row = |name: &str, sizes: &[(&str, u64)], budget| Row {
        name: name.to_owned(),
        measured: sizes.iter().map(|(_, size)| size).sum::<u64>() as f64 / 1000.0,
        budget,
        unit: "kB",
        beside: format!("{} files", sizes.len()),
    };
    let all = [&first[..], &rest].concat();
    [
        row("First load, brotli", &first, 150.0),
        row("With the rest, fetched when it stands", &all, 250.0),
        row("Workbooks, fetched when one is asked for", &workbook, 75.0),
        one_file(&dist),
    ]
}

/// The largest of the solutions as one file.
fn one_file(dist: &Path) -> Row {
    let size = |id: &String| {
        let file = dist.join(format!("nb/{id}/{id}.html"));
        fs::metadata(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
            .len()
    };
    let sizes: Vec<u64> = solutions().iter().map(size).collect();
    Row {
        name: "A solution as one file, as it is".to_owned(),
        measured: sizes.iter().max().copied().unwrap_or_default() as f64 / 1000.0,
        budget: 400.0,
        unit: "kB",
        beside: format!("{} solutions", sizes.len()),
    }
}

/// Whether a file of the site is a part of the program, by the part's name.
fn is_part(file: &str, part: &str) -> bool {
    file.starts_with(&format!("assets/{part}-"))
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
