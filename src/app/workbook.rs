//! Workbooks, in a file of the program of their own: it is fetched when somebody asks for one.

use crate::export::workbook::workbook;
use crate::figure::Context;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Writes a scenario as a workbook, with the address that shows it.
pub type Write = fn(Context, Option<&str>) -> Vec<u8>;

/// Fetches what writes workbooks.
///
/// # Errors
/// If the network fails; it may be tried again.
#[wasm_split(workbook, fallible)]
pub fn writer() -> Result<Write, SplitLoaderError> {
    Ok(workbook)
}
