//! How cells look. A colour means one thing everywhere: what may be changed, what has been changed, what comes of it.

use crate::export::spreadsheet::{Align, Color, Edge, Format, Marked};

const INK: Color = Color(0x1B2733);
const QUIET: Color = Color(0x66727F);
const LINK: Color = Color(0x0B5CAD);
const RULE: Color = Color(0xC9D1D9);
const HEADING: Color = Color(0xE6ECF2);
const INPUT: Color = Color(0xFFF6D6);

/// An assumption that is not the file's own.
pub const CHANGED: Marked = Marked::Fill(Color(0xFFD9A8));
/// The heading of a year after the horizon, below which there is nothing to see.
pub const BEYOND: Marked = Marked::Color(RULE);

/// The formats of the workbook.
pub struct Styles {
    pub title: Format,
    /// Text that runs on.
    pub prose: Format,
    pub text: Format,
    pub bold: Format,
    /// What is there for who looks for it: ids, units.
    pub quiet: Format,
    /// What stands to the right of a number.
    pub unit: Format,
    /// The heading of a column, and of one with numbers.
    pub column: Format,
    pub number_column: Format,
    pub indented_column: Format,
    pub section: Format,
    pub figure: Format,
    /// A sum, or what a sheet is for.
    pub result: Format,
    pub input: Format,
    pub link: Format,
    /// A link that may run on over the cells beside it.
    pub link_in_line: Format,
}

impl Styles {
    pub fn new() -> Self {
        let text = Format {
            color: INK,
            ..Format::default()
        };
        let quiet = Format {
            color: QUIET,
            ..text
        };
        let bold = Format { bold: true, ..text };
        let column = Format {
            line: Some((Edge::Below, RULE)),
            ..bold
        };
        let link_in_line = Format {
            color: LINK,
            underlined: true,
            ..text
        };
        let indented = Some(Align::Left(1));
        Self {
            title: Format { size: 18, ..bold },
            prose: Format {
                wraps: true,
                ..text
            },
            unit: Format {
                align: indented,
                ..quiet
            },
            quiet,
            number_column: Format {
                align: Some(Align::Right),
                ..column
            },
            indented_column: Format {
                align: indented,
                ..column
            },
            column,
            section: Format {
                fill: Some(HEADING),
                ..bold
            },
            figure: text,
            result: Format {
                line: Some((Edge::Above, RULE)),
                ..bold
            },
            input: Format {
                color: LINK,
                fill: Some(INPUT),
                line: Some((Edge::Around, RULE)),
                ..text
            },
            link: Format {
                wraps: true,
                ..link_in_line
            },
            link_in_line,
            text,
            bold,
        }
    }
}
