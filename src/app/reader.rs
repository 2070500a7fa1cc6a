//! Reading solution files, in a file of its own: the page's solutions have been read when the site was built.

use crate::solution::{Problems, Solution, read};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Reads a solution file.
pub type Read = fn(&str) -> Result<Solution, Problems>;

/// Fetches what reads solution files.
///
/// # Errors
/// If the network fails; it may be tried again.
#[wasm_split(reader, fallible)]
pub fn reader() -> Result<Read, SplitLoaderError> {
    Ok(read)
}
