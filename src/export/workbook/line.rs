//! A line of the yearly calculation: a cell a year, and before them, of a flow, its present value.

use super::formula::{Formula, Range};
use crate::export::spreadsheet::column_letters;

/// Columns of a sheet that calculates.
pub const LABEL: u16 = 0;
pub const KEY: u16 = 1;
pub const UNIT: u16 = 2;
/// What is the same in all years.
pub const FIGURE: u16 = 3;
pub const PRESENT_VALUE: u16 = 4;
/// The first year.
pub const YEARS: u16 = 5;

/// Where a line stands, and what its cells come to.
#[derive(Clone, Debug)]
pub struct Line {
    /// Counted from 0.
    pub row: u32,
    pub values: Vec<f64>,
    /// The sum of discounted values.
    pub present_value: f64,
}

impl Line {
    /// The cell of a year.
    pub fn at(&self, year: usize) -> Formula {
        let column = column_letters(YEARS + year as u16);
        Formula::one(format!("{column}{}", self.row + 1), self.values[year])
    }

    /// The last cell that is written, if there is one.
    pub fn last(&self) -> Option<Formula> {
        self.values.len().checked_sub(1).map(|year| self.at(year))
    }

    /// The cell of the year before; in the first year something else.
    pub fn before(&self, year: usize, first: impl Into<Formula>) -> Formula {
        match year.checked_sub(1) {
            Some(before) => self.at(before),
            None => first.into(),
        }
    }

    /// The cells of all years.
    pub fn all(&self) -> Range {
        self.first(self.values.len())
    }

    /// The cells of so many years, at least one, from the first on.
    pub fn first(&self, years: usize) -> Range {
        let last = YEARS + years as u16 - 1;
        let row = self.row + 1;
        let [first, last] = [YEARS, last].map(column_letters);
        Range {
            text: format!("${first}{row}:${last}{row}"),
            values: self.values[..years].to_vec(),
        }
    }

    pub fn present_value(&self) -> Formula {
        cell(self.row, PRESENT_VALUE, self.present_value)
    }
}

/// A cell of a column that formulas of all years refer to.
pub fn cell(row: u32, column: u16, value: f64) -> Formula {
    Formula::one(format!("${}${}", column_letters(column), row + 1), value)
}
