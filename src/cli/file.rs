//! Solution files on disk.

use super::error::Error;
use crate::solution::{self, Solution, is_solution_file};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads and checks a solution file.
///
/// # Errors
/// If it cannot be read, or is not right.
pub fn read(path: &Path) -> Result<Solution, Error> {
    let json = fs::read_to_string(path).map_err(|source| unreadable(path, source))?;
    solution::read(&json).map_err(|problems| Error::Broken {
        path: path.to_owned(),
        problems,
    })
}

/// The solution files in a folder, in the order of their names.
///
/// # Errors
/// If the folder cannot be read, or has none.
pub fn all_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|source| unreadable(folder, source))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_solution_file(&name) {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Err(Error::NoSolutions {
            path: folder.to_owned(),
        });
    }
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, source: std::io::Error) -> Error {
    Error::Unreadable {
        path: path.to_owned(),
        source,
    }
}
