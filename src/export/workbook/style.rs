//! How cells look. A colour means one thing everywhere: what may be changed, what has been changed, what comes of it.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

const INK: Color = Color::RGB(0x1B2733);
const QUIET: Color = Color::RGB(0x66727F);
const LINK: Color = Color::RGB(0x0B5CAD);
const RULE: Color = Color::RGB(0xC9D1D9);
const HEADING: Color = Color::RGB(0xE6ECF2);
const INPUT: Color = Color::RGB(0xFFF6D6);
const CHANGED: Color = Color::RGB(0xFFD9A8);

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

    /// On a cell that looks otherwise like this.
    pub fn on(self, format: &Format) -> Format {
        format
            .clone()
            .set_num_format(self.code())
            .set_align(FormatAlign::Right)
    }
}

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
    pub changed: Format,
    pub link: Format,
    /// A link that may run on over the cells beside it.
    pub link_in_line: Format,
}

impl Styles {
    pub fn new() -> Self {
        let text = Format::new()
            .set_font_color(INK)
            .set_align(FormatAlign::Top);
        let wrapped = text.clone().set_text_wrap();
        let bold = text.clone().set_bold();
        let column = bold
            .clone()
            .set_border_bottom(FormatBorder::Medium)
            .set_border_bottom_color(RULE);
        Self {
            title: bold.clone().set_font_size(18),
            quiet: text.clone().set_font_color(QUIET),
            unit: text
                .clone()
                .set_font_color(QUIET)
                .set_align(FormatAlign::Left)
                .set_indent(1),
            indented_column: column.clone().set_align(FormatAlign::Left).set_indent(1),
            number_column: column.clone().set_align(FormatAlign::Right),
            column,
            section: bold.clone().set_background_color(HEADING),
            figure: text.clone(),
            result: bold
                .clone()
                .set_border_top(FormatBorder::Thin)
                .set_border_top_color(RULE),
            input: text
                .clone()
                .set_font_color(LINK)
                .set_background_color(INPUT)
                .set_border(FormatBorder::Thin)
                .set_border_color(RULE),
            changed: Format::new().set_background_color(CHANGED),
            link_in_line: text
                .clone()
                .set_font_color(LINK)
                .set_underline(FormatUnderline::Single),
            link: wrapped
                .clone()
                .set_font_color(LINK)
                .set_underline(FormatUnderline::Single),
            prose: wrapped,
            text,
            bold,
        }
    }

    /// Years after the horizon: nothing to see.
    pub fn beyond(&self) -> Format {
        Format::new().set_num_format(";;;")
    }

    /// Their heading.
    pub fn beyond_heading(&self) -> Format {
        Format::new().set_font_color(RULE)
    }
}
