//! How cells look.

use super::worksheet::Marked;
use super::xml::escaped;
use super::{HEAD, MAIN};
use std::fmt::Write as _;

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u32);

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Kroner, in whole.
    Kroner,
    /// With so many decimals.
    Decimals(usize),
    /// A share, with so many decimals of a per cent.
    Percent(usize),
    /// A calendar year, or a place in a row: no thousands apart.
    Plain,
}

impl Look {
    /// On a cell that looks otherwise like this.
    pub fn on(self, format: Format) -> Format {
        Format {
            number: Some(self),
            align: Some(Align::Right),
            ..format
        }
    }

    /// As a spreadsheet has it. Zero is a dash, so that what counts is seen.
    fn code(self) -> String {
        let decimals = |count: usize| match count {
            0 => String::new(),
            count => format!(".{}", "0".repeat(count)),
        };
        match self {
            Look::Kroner => "#,##0;-#,##0;\"–\"".to_owned(),
            Look::Decimals(count) => format!("#,##0{0};-#,##0{0};0", decimals(count)),
            Look::Percent(count) => format!("0{} %", decimals(count)),
            Look::Plain => "0".to_owned(),
        }
    }
}

/// Where a cell has a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A strong one.
    Below,
    Above,
    Around,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// So many steps from the left edge.
    Left(u8),
    Right,
}

/// How a cell looks. Without an alignment texts stand to the left and numbers to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    pub number: Option<Look>,
    pub bold: bool,
    pub underlined: bool,
    /// Points.
    pub size: u8,
    pub color: Color,
    pub fill: Option<Color>,
    pub line: Option<(Edge, Color)>,
    pub align: Option<Align>,
    /// Whether a text that is too long goes on in another line.
    pub wraps: bool,
}

impl Default for Format {
    fn default() -> Self {
        Self {
            number: None,
            bold: false,
            underlined: false,
            size: 11,
            color: Color(0),
            fill: None,
            line: None,
            align: None,
            wraps: false,
        }
    }
}

/// What formats begin their own numbers with: those below are a spreadsheet's.
const FIRST_NUMBER: usize = 164;
/// The number of what shows nothing, beyond those of the formats.
const UNSEEN: usize = 1000;
/// Fills that every file has: none, and one for spreadsheets' own use.
const FIRST_FILLS: &str = "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>";

/// The part with all formats, and with what changes how marked cells look. Each format has a font, a fill and lines of its
/// own.
pub fn styles(formats: &[Format], marks: &[Marked]) -> String {
    let list = |name: &str, first: &str, more: usize, item: &dyn Fn(usize, &Format) -> String| {
        let items: String = formats
            .iter()
            .enumerate()
            .map(|(place, format)| item(place, format))
            .collect();
        let count = formats.len() + more;
        format!("<{name} count=\"{count}\">{first}{items}</{name}>")
    };
    let numbers = list("numFmts", "", 0, &|place, format| {
        let code = format.number.map_or("General".to_owned(), Look::code);
        format!(
            "<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>",
            FIRST_NUMBER + place,
            escaped(&code)
        )
    });
    let fonts = list("fonts", "", 0, &|_, format| format.font());
    let fills = list("fills", FIRST_FILLS, 2, &|_, format| format.fill());
    let borders = list("borders", "", 0, &|_, format| format.border());
    let cells = list("cellXfs", "", 0, &|place, format| {
        format!(
            "<xf numFmtId=\"{}\" fontId=\"{place}\" fillId=\"{}\" borderId=\"{place}\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">{}</xf>",
            if format.number.is_some() {
                FIRST_NUMBER + place
            } else {
                0
            },
            if format.fill.is_some() { place + 2 } else { 0 },
            format.alignment()
        )
    });
    let mut marked = String::new();
    for mark in marks {
        marked += &mark.format();
    }
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\">{numbers}{fonts}{fills}{borders}<cellStyleXfs count=\"1\">\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>{cells}<cellStyles count=\"1\">\
         <cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"{}\">{marked}</dxfs></styleSheet>",
        marks.len()
    )
}

impl Format {
    fn font(&self) -> String {
        let bold = if self.bold { "<b/>" } else { "" };
        let underlined = if self.underlined { "<u/>" } else { "" };
        let (size, color) = (self.size, self.color.element("color"));
        format!(
            "<font>{bold}{underlined}<sz val=\"{size}\"/>{color}<name val=\"Calibri\"/><family val=\"2\"/></font>"
        )
    }

    fn fill(&self) -> String {
        let color = self.fill.unwrap_or(Color(0xFF_FF_FF)).element("fgColor");
        format!("<fill><patternFill patternType=\"solid\">{color}</patternFill></fill>")
    }

    fn border(&self) -> String {
        let mut all = String::from("<border>");
        let sides = [
            ("left", None),
            ("right", None),
            ("top", Some(Edge::Above)),
            ("bottom", Some(Edge::Below)),
        ];
        for (side, edge) in sides {
            let line = self
                .line
                .filter(|(where_, _)| *where_ == Edge::Around || Some(*where_) == edge);
            let _ = match line {
                Some((where_, color)) => {
                    let style = if where_ == Edge::Below {
                        "medium"
                    } else {
                        "thin"
                    };
                    let color = color.element("color");
                    write!(all, "<{side} style=\"{style}\">{color}</{side}>")
                }
                None => write!(all, "<{side}/>"),
            };
        }
        all + "<diagonal/></border>"
    }

    fn alignment(&self) -> String {
        let horizontal = match self.align {
            Some(Align::Left(steps)) => format!("horizontal=\"left\" indent=\"{steps}\" "),
            Some(Align::Right) => "horizontal=\"right\" ".to_owned(),
            None => String::new(),
        };
        let wraps = if self.wraps { " wrapText=\"1\"" } else { "" };
        format!("<alignment {horizontal}vertical=\"top\"{wraps}/>")
    }
}

impl Color {
    fn element(self, name: &str) -> String {
        format!("<{name} rgb=\"FF{:06X}\"/>", self.0)
    }
}

impl Marked {
    /// What is other than the cell's own format.
    fn format(self) -> String {
        let other = match self {
            Marked::Color(color) => format!("<font>{}</font>", color.element("color")),
            Marked::Fill(color) => format!(
                "<fill><patternFill>{}</patternFill></fill>",
                color.element("bgColor")
            ),
            Marked::Unseen => format!("<numFmt numFmtId=\"{UNSEEN}\" formatCode=\";;;\"/>"),
        };
        format!("<dxf>{other}</dxf>")
    }
}
