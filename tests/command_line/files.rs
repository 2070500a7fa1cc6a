//! Solution files for the tests: one that is right, with something changed.

use serde_json::Value;
use std::path::PathBuf;

const HOME: &str = include_str!("../solution_files/home.json");

/// Writes the right file, changed, into a folder of the test's own, and gives its path.
pub fn home_with(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut file = serde_json::from_str(HOME).unwrap();
    change(&mut file);
    write(name, file.to_string())
}

/// Writes a file into a folder of the test's own, and gives its path.
pub fn write(name: &str, content: impl AsRef<[u8]>) -> String {
    let path: PathBuf = super::empty_folder(name).join("file.json");
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}
