//! A sheet of a workbook, filled cell by cell. Rows and columns are counted from 0.

use super::format::{Color, Format};
use super::xml::escaped;
use super::{HEAD, LINK, MAIN, OFFICE, cell, column_letters, quoted, relations};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
}

enum Content {
    Blank,
    Value(Value),
    /// Without its equals sign, and what stands there until it is calculated.
    Formula(String, Value),
}

/// How cells look where a condition holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Marked {
    Color(Color),
    Fill(Color),
    Unseen,
}

/// What may be written into a cell.
pub enum Allowed<'a> {
    Whole([f64; 2]),
    Decimal([f64; 2]),
    OneOf(&'a [&'a str]),
}

/// On how much paper a sheet is printed: as many pages beside each other, or below.
#[derive(Clone, Copy)]
pub enum Scale {
    PagesWide(u16),
    PagesTall(u16),
}

/// A sheet.
pub struct Worksheet {
    /// At most 31 letters, none of `[]:*?/\`.
    pub name: String,
    cells: BTreeMap<u32, BTreeMap<u16, (Content, Format)>>,
    /// First and last column, and how many letters wide they are.
    widths: Vec<([u16; 2], f64)>,
    /// Points.
    heights: BTreeMap<u32, f64>,
    /// Rows above and columns to the left that stay in sight.
    frozen: (u32, u16),
    paper: Option<Scale>,
    repeated: Option<u16>,
    marked: Vec<(String, String, Marked)>,
    validations: Vec<String>,
    links: Vec<(String, String)>,
}

impl Worksheet {
    /// An empty sheet without lines between its cells.
    pub fn new(name: &str) -> Self {
        debug_assert!(name.chars().count() <= 31, "{name}");
        Self {
            name: name.to_owned(),
            cells: BTreeMap::new(),
            widths: Vec::new(),
            heights: BTreeMap::new(),
            frozen: (0, 0),
            paper: None,
            repeated: None,
            marked: Vec::new(),
            validations: Vec::new(),
            links: Vec::new(),
        }
    }

    fn put(&mut self, row: u32, column: u16, content: Content, format: Format) {
        self.cells
            .entry(row)
            .or_default()
            .insert(column, (content, format));
    }

    /// A text; one that is longer than a spreadsheet takes is cut.
    pub fn text(&mut self, row: u32, column: u16, text: &str, format: Format) {
        let text = match text.char_indices().nth(LONGEST_TEXT) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        };
        let content = match text.is_empty() {
            true => Content::Blank,
            false => Content::Value(Value::Text(text)),
        };
        self.put(row, column, content, format);
    }

    pub fn number(&mut self, row: u32, column: u16, number: f64, format: Format) {
        self.put(row, column, Content::Value(Value::Number(number)), format);
    }

    /// A formula without its equals sign, and what it comes to for who does not calculate.
    pub fn formula(&mut self, row: u32, column: u16, formula: &str, value: Value, format: Format) {
        self.put(
            row,
            column,
            Content::Formula(formula.to_owned(), value),
            format,
        );
    }

    /// A cell with nothing in it.
    pub fn blank(&mut self, row: u32, column: u16, format: Format) {
        self.put(row, column, Content::Blank, format);
    }

    /// A text that leads to an address; only the text, where the address is longer than a spreadsheet takes.
    pub fn link(&mut self, row: u32, column: u16, address: &str, text: &str, format: Format) {
        self.text(row, column, text, format);
        if address.len() <= LONGEST_LINK {
            self.links.push((cell(row, column), written_out(address)));
        }
    }

    /// Another format for a cell that has something in it.
    pub fn set_format(&mut self, row: u32, column: u16, format: Format) {
        let cell = self
            .cells
            .get_mut(&row)
            .and_then(|row| row.get_mut(&column));
        if let Some((_, old)) = cell {
            *old = format;
        }
    }

    /// How wide columns are: as many digits as fit.
    pub fn set_width(&mut self, first: u16, last: u16, digits: f64) {
        self.widths.push(([first, last], digits));
    }

    /// How high a row is (points).
    pub fn set_height(&mut self, row: u32, points: f64) {
        self.heights.insert(row, points);
    }

    /// Keeps the rows above and the columns to the left in sight.
    pub fn freeze(&mut self, row: u32, column: u16) {
        self.frozen = (row, column);
    }

    /// Prints on A4 paper that lies on its side.
    pub fn set_paper(&mut self, scale: Scale) {
        self.paper = Some(scale);
    }

    /// Prints a column on every page.
    pub fn repeat_column(&mut self, column: u16) {
        self.repeated = Some(column);
    }

    /// Makes cells look otherwise where a formula, seen from the first of them, holds.
    pub fn mark(&mut self, from: (u32, u16), to: (u32, u16), formula: String, look: Marked) {
        let cells = format!("{}:{}", cell(from.0, from.1), cell(to.0, to.1));
        self.marked.push((cells, formula, look));
    }

    /// Refuses other contents of a cell, with a message of at most 255 letters.
    pub fn allow(&mut self, row: u32, column: u16, allowed: &Allowed, message: &str) {
        let (kind, first, second) = match allowed {
            Allowed::Whole([least, most]) => ("whole", least.to_string(), Some(most)),
            Allowed::Decimal([least, most]) => ("decimal", least.to_string(), Some(most)),
            Allowed::OneOf(choices) => ("list", format!("\"{}\"", choices.join(",")), None),
        };
        let second = second.map(|most| format!("<formula2>{most}</formula2>"));
        self.validations.push(format!(
            "<dataValidation type=\"{kind}\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" error=\"{}\" \
             sqref=\"{}\"><formula1>{}</formula1>{}</dataValidation>",
            escaped(message),
            cell(row, column),
            escaped(&first),
            second.unwrap_or_default()
        ));
    }

    /// The column that is printed on every page.
    pub(super) fn repeated(&self) -> Option<String> {
        let letters = column_letters(self.repeated?);
        Some(format!("{}!${letters}:${letters}", quoted(&self.name)))
    }

    /// Where the links lead, if there are any.
    pub(super) fn links(&self) -> Option<String> {
        let links = self
            .links
            .iter()
            .map(|(_, address)| (OFFICE, LINK, address));
        (!self.links.is_empty()).then(|| relations(links))
    }

    /// The sheet's part. A format's number is its place among all, and a mark's: new ones are added there.
    pub(super) fn xml(&self, formats: &mut Vec<Format>, marks: &mut Vec<Marked>) -> String {
        let mut all = format!("{HEAD}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">");
        if self.paper.is_some() {
            all += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
        }
        all += &self.view();
        all += "<sheetFormatPr defaultRowHeight=\"15\"/>";
        self.columns(&mut all);
        self.rows(&mut all, formats);
        for (priority, (cells, formula, look)) in (1..).zip(&self.marked) {
            let _ = write!(
                all,
                "<conditionalFormatting sqref=\"{cells}\"><cfRule type=\"expression\" dxfId=\"{}\" priority=\"{priority}\">\
                 <formula>{}</formula></cfRule></conditionalFormatting>",
                place_in(marks, *look),
                escaped(formula)
            );
        }
        if !self.validations.is_empty() {
            let (count, validations) = (self.validations.len(), self.validations.concat());
            let _ = write!(
                all,
                "<dataValidations count=\"{count}\">{validations}</dataValidations>"
            );
        }
        if !self.links.is_empty() {
            all += "<hyperlinks>";
            for (place, (cell, _)) in (1..).zip(&self.links) {
                let _ = write!(all, "<hyperlink ref=\"{cell}\" r:id=\"rId{place}\"/>");
            }
            all += "</hyperlinks>";
        }
        all += "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>";
        if let Some(scale) = self.paper {
            let (wide, tall) = match scale {
                Scale::PagesWide(pages) => (pages, 0),
                Scale::PagesTall(pages) => (0, pages),
            };
            let _ = write!(
                all,
                "<pageSetup paperSize=\"9\" fitToWidth=\"{wide}\" fitToHeight=\"{tall}\" orientation=\"landscape\"/>"
            );
        }
        all + "</worksheet>"
    }

    fn view(&self) -> String {
        let (row, column) = self.frozen;
        let pane = match (row, column) {
            (0, 0) => "",
            (_, 0) => "bottomLeft",
            (0, _) => "topRight",
            _ => "bottomRight",
        };
        let mut view =
            String::from("<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"");
        if pane.is_empty() {
            return view + "/></sheetViews>";
        }
        view += "><pane";
        for (name, split) in [("xSplit", u32::from(column)), ("ySplit", row)] {
            if split > 0 {
                let _ = write!(view, " {name}=\"{split}\"");
            }
        }
        let _ = write!(
            view,
            " topLeftCell=\"{}\" activePane=\"{pane}\" state=\"frozen\"/><selection pane=\"{pane}\"/></sheetView></sheetViews>",
            cell(row, column)
        );
        view
    }

    fn columns(&self, all: &mut String) {
        if self.widths.is_empty() {
            return;
        }
        *all += "<cols>";
        for ([first, last], digits) in &self.widths {
            let (first, last, width) = (first + 1, last + 1, digits + MARGIN);
            let _ = write!(
                all,
                "<col min=\"{first}\" max=\"{last}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        *all += "</cols>";
    }

    fn rows(&self, all: &mut String, formats: &mut Vec<Format>) {
        *all += "<sheetData>";
        for (row, cells) in &self.cells {
            let _ = write!(all, "<row r=\"{}\"", row + 1);
            if let Some(points) = self.heights.get(row) {
                let _ = write!(all, " ht=\"{points}\" customHeight=\"1\"");
            }
            *all += ">";
            for (column, (content, format)) in cells {
                let (cell, style) = (cell(*row, *column), place_in(formats, *format));
                let _ = write!(all, "<c r=\"{cell}\" s=\"{style}\"");
                content.write(all);
            }
            *all += "</row>";
        }
        *all += "</sheetData>";
    }
}

/// As many letters as a spreadsheet takes in a cell, without one that says that there were more.
const LONGEST_TEXT: usize = 32_766;
/// As many letters as a spreadsheet allows a link.
const LONGEST_LINK: usize = 2000;
/// What a column has beside its digits, in digits of Calibri 11.
const MARGIN: f64 = 0.710_937_5;

impl Content {
    /// The rest of a cell's element.
    fn write(&self, all: &mut String) {
        let _ = match self {
            Content::Blank => write!(all, "/>"),
            Content::Value(Value::Number(number)) => write!(all, "><v>{number}</v></c>"),
            Content::Value(Value::Text(text)) => write!(
                all,
                " t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escaped(text)
            ),
            Content::Formula(formula, Value::Number(number)) => {
                write!(all, "><f>{}</f><v>{number}</v></c>", escaped(formula))
            }
            Content::Formula(formula, Value::Text(text)) => write!(
                all,
                " t=\"str\"><f>{}</f><v>{}</v></c>",
                escaped(formula),
                escaped(text)
            ),
        };
    }
}

/// Where something is in a list, and if it is not yet there, at its end.
fn place_in<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    let place = list.iter().position(|other| *other == item);
    place.unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

/// An address without letters that may not stand in one.
fn written_out(address: &str) -> String {
    let mut all = String::new();
    for letter in address.chars() {
        match letter {
            '\0'..=' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                let _ = write!(all, "%{:02X}", u32::from(letter));
            }
            _ => all.push(letter),
        }
    }
    all
}
