//! How large the site is, as a table.

use std::path::Path;

use anyhow::Result;

use crate::compress::{beside, files_in, size};

/// Prints each file's size as it is and compressed, and the sum of `first_load`, the files that a first visit needs.
pub fn print(dist: &Path, first_load: &[String]) -> Result<()> {
    let compressed = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension == "br" || extension == "gz")
    };
    println!(
        "{:<52} {:>9} {:>9} {:>9}",
        "dist/", "bytes", "gzip", "brotli"
    );
    for file in files_in(dist)?.into_iter().filter(|file| !compressed(file)) {
        let name = file
            .strip_prefix(dist)
            .unwrap_or(&file)
            .display()
            .to_string();
        let [plain, gzip, brotli] = [size(&file)?, smallest(&file, "gz")?, smallest(&file, "br")?];
        println!("{name:<52} {plain:>9} {gzip:>9} {brotli:>9}");
    }
    let sum = |extension: &str| -> Result<u64> {
        first_load
            .iter()
            .map(|name| smallest(&dist.join(name), extension))
            .sum()
    };
    let [gzip, brotli] = [sum("gz")?, sum("br")?];
    println!(
        "{:<52} {:>9} {gzip:>9} {brotli:>9}",
        format!("first load of {}", first_load[0]),
        ""
    );
    Ok(())
}

/// What is sent for a file: its compressed copy where there is one.
fn smallest(file: &Path, extension: &str) -> Result<u64> {
    let copy = beside(file, extension);
    size(if copy.is_file() { &copy } else { file })
}
