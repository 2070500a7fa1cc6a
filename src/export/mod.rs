//! What a visitor takes along: files made from the model's data, never from what is on the screen.
//!
//! `yearly` names the yearly series and `csv` writes them for a spreadsheet. `picture` makes a file of a figure, `brief` one
//! page for somebody busy, with the code that `qr` draws of a link. `preview` is what is shown where an address is passed
//! on. `workbook` calculates in a spreadsheet, as a file that `spreadsheet` writes. `sources` says in short what all of it
//! rests on. The page offers these files, and the command line writes the same.

pub mod brief;
pub mod csv;
pub mod picture;
pub mod preview;
pub mod qr;
pub mod sources;
mod spreadsheet;
pub mod workbook;
pub mod yearly;
