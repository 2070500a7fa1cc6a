//! What can be wrong with a solution file: where, what was found, what is allowed.

use crate::model::{Error, Plain};
use std::fmt;

/// Everything found wrong with a file; never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Problem {
    /// Not JSON: what a reader of JSON says, and where (lines and columns from 1).
    #[error("{what}")]
    Unreadable {
        what: String,
        line: usize,
        column: usize,
    },
    #[error("{bytes} bytes: a solution file has at most {most}")]
    TooLong { bytes: usize, most: usize },
    #[error(
        "format = {}: this simulator reads format {}",
        Plain(*found),
        Plain(super::read::FORMAT)
    )]
    Format { found: f64 },
    #[error("{path}: missing")]
    Missing { path: String },
    #[error("{path}: unknown field; known: {known}")]
    UnknownField { path: String, known: String },
    #[error("{path} = \"{found}\": no such {what}; known: {known}")]
    UnknownName {
        path: String,
        found: String,
        what: &'static str,
        known: String,
    },
    #[error("{path} = \"{found}\": stands there twice")]
    Duplicate { path: String, found: String },
    #[error("{path} = {}: must be between {} and {}", Plain(*found), Plain(*min), Plain(*max))]
    OutOfRange {
        path: String,
        found: f64,
        min: f64,
        max: f64,
    },
    #[error("{path} = {found}: must be {expected}")]
    Malformed {
        path: String,
        found: String,
        expected: Expected,
    },
}

impl Problem {
    /// Where in the file it is; empty for the file as a whole.
    pub fn path(&self) -> &str {
        match self {
            Problem::Unreadable { .. } | Problem::TooLong { .. } | Problem::Format { .. } => "",
            Problem::Missing { path }
            | Problem::UnknownField { path, .. }
            | Problem::UnknownName { path, .. }
            | Problem::Duplicate { path, .. }
            | Problem::OutOfRange { path, .. }
            | Problem::Malformed { path, .. } => path,
        }
    }
}

/// What a value must be.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Expected {
    #[error("an object")]
    Object,
    #[error("a list")]
    List,
    #[error("a text")]
    Text,
    #[error("a number")]
    Number,
    #[error("a whole number")]
    Whole,
    #[error("true or false")]
    TrueOrFalse,
    #[error("a list of two numbers")]
    TwoNumbers,
    #[error("one of {0}")]
    OneOf(String),
    #[error("letters from a to z, digits, hyphens or underscores")]
    AddressPart,
    #[error(
        "small letters from a to z, digits or underscores, beginning with a letter, and no name of addresses' or pages' own"
    )]
    ParameterId,
    #[error("an address that begins with https://")]
    Address,
    #[error("a rising list of shares from 0 to 1 ({0})")]
    RisingShares(Error),
    #[error("a year and a figure")]
    YearAndFigure,
    #[error("years that rise, at least one")]
    RisingYears,
    #[error("a number or a fraction, then its unit")]
    Scale,
    #[error("in {0}")]
    Unit(String),
    #[error("above {} and below {}", Plain(*.0), Plain(*.1))]
    Inside(f64, f64),
    #[error("between the two of its range, and not one of them")]
    BetweenRange,
    #[error("further from the ends of its range; the nearest that would do is {}", Plain(*.0))]
    LessSkewed(f64),
    #[error("at most {0} factors")]
    FewerFactors(usize),
}
