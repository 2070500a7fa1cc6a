//! Workbooks as files that spreadsheets open (Office Open XML: ECMA-376-1:2016, parts 12 and 18): as much of the format as
//! ours need. What is known to write all of it is four times as much to load, and does not fit into the one file.
//!
//! A `worksheet` has cells in rows, each with a `format`. `xml` writes texts so that they stay texts.

mod format;
mod worksheet;
mod xml;

pub use format::{Align, Color, Edge, Format, Look};
pub use worksheet::{Allowed, Marked, Scale, Value, Worksheet};

use format::styles;
use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter, crc32};
use std::fmt::Write as _;
use std::io::Write as _;
use xml::escaped;

/// A workbook, before it is a file.
pub struct Workbook<'a> {
    pub title: &'a str,
    pub author: &'a str,
    /// At least one.
    pub sheets: Vec<Worksheet>,
    /// Names, and the cells that they stand for: `Sheet!$A$1`.
    pub names: Vec<(String, String)>,
}

impl Workbook<'_> {
    /// The bytes of an `.xlsx` file; the same every time.
    pub fn file(&self) -> Vec<u8> {
        // The first is what cells have that say nothing.
        let mut formats = vec![Format::default()];
        let mut marks = Vec::new();
        let mut archive = Archive::new();
        for (place, sheet) in (1..).zip(&self.sheets) {
            let written = sheet.xml(&mut formats, &mut marks);
            archive.add(&format!("xl/worksheets/sheet{place}.xml"), &written);
            if let Some(links) = sheet.links() {
                archive.add(
                    &format!("xl/worksheets/_rels/sheet{place}.xml.rels"),
                    &links,
                );
            }
        }
        archive.add("[Content_Types].xml", &self.types());
        archive.add("_rels/.rels", &relations(PACKAGE));
        archive.add("docProps/core.xml", &self.properties());
        archive.add("xl/workbook.xml", &self.contents());
        let sheets = (1..=self.sheets.len()).map(|place| format!("worksheets/sheet{place}.xml"));
        let parts = sheets.map(|sheet| (OFFICE, "worksheet", sheet));
        let parts = parts.chain([(OFFICE, "styles", "styles.xml".to_owned())]);
        archive.add("xl/_rels/workbook.xml.rels", &relations(parts));
        archive.add("xl/styles.xml", &styles(&formats, &marks));
        archive.bytes()
    }

    /// What each part of the file is.
    fn types(&self) -> String {
        let mut types = format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        );
        let mut add = |part: &str, what: &str| {
            let _ = write!(
                types,
                "<Override PartName=\"/{part}.xml\" ContentType=\"application/vnd.openxmlformats-{what}+xml\"/>"
            );
        };
        add("docProps/core", "package.core-properties");
        let spreadsheet = "officedocument.spreadsheetml";
        add("xl/workbook", &format!("{spreadsheet}.sheet.main"));
        add("xl/styles", &format!("{spreadsheet}.styles"));
        for place in 1..=self.sheets.len() {
            let part = format!("xl/worksheets/sheet{place}");
            add(&part, &format!("{spreadsheet}.worksheet"));
        }
        types + "</Types>"
    }

    fn properties(&self) -> String {
        format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
             </cp:coreProperties>",
            escaped(self.title),
            escaped(self.author)
        )
    }

    /// The sheets in their order, and the names. It is calculated when it is opened.
    fn contents(&self) -> String {
        let mut all = format!(
            "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews><sheets>"
        );
        for (place, sheet) in (1..).zip(&self.sheets) {
            let name = escaped(&sheet.name);
            let _ = write!(
                all,
                "<sheet name=\"{name}\" sheetId=\"{place}\" r:id=\"rId{place}\"/>"
            );
        }
        all += "</sheets><definedNames>";
        for (place, sheet) in self.sheets.iter().enumerate() {
            if let Some(columns) = sheet.repeated() {
                let columns = escaped(&columns);
                let _ = write!(
                    all,
                    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{place}\">{columns}</definedName>"
                );
            }
        }
        for (name, cells) in &self.names {
            let cells = escaped(cells);
            let _ = write!(all, "<definedName name=\"{name}\">{cells}</definedName>");
        }
        all + "</definedNames><calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>"
    }
}

/// A sheet's name as it stands in a formula.
pub fn quoted(sheet: &str) -> String {
    match sheet.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        true => sheet.to_owned(),
        false => format!("'{}'", sheet.replace('\'', "''")),
    }
}

/// A column's letters: `A`, `Z`, `AA`.
pub fn column_letters(column: u16) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        before => column_letters(before - 1) + letter.encode_utf8(&mut [0; 4]),
    }
}

/// A cell: `B3`.
fn cell(row: u32, column: u16) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// How each part begins.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the package begins with.
const PACKAGE: [(&str, &str, &str); 2] = [
    (OFFICE, "officeDocument", "xl/workbook.xml"),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata",
        "core-properties",
        "docProps/core.xml",
    ),
];

/// What a part refers to, as `rId1` and so on: whose kind it is, the kind, and where it is.
fn relations<'a, T: AsRef<str>>(parts: impl IntoIterator<Item = (&'a str, &'a str, T)>) -> String {
    let mut all = format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (place, (whose, kind, target)) in (1..).zip(parts) {
        let target = escaped(target.as_ref());
        let outside = match kind {
            LINK => " TargetMode=\"External\"",
            _ => "",
        };
        let _ = write!(
            all,
            "<Relationship Id=\"rId{place}\" Type=\"{whose}/{kind}\" Target=\"{target}\"{outside}/>"
        );
    }
    all + "</Relationships>"
}

/// The kind of what lies outside of the file.
const LINK: &str = "hyperlink";

/// The parts, packed together.
struct Archive(ZipArchiveWriter<Vec<u8>>);

impl Archive {
    fn new() -> Self {
        Self(ZipArchiveWriter::new(Vec::new()))
    }

    fn add(&mut self, name: &str, text: &str) {
        let part = self.0.new_file(name);
        let part = part.compression_method(CompressionMethod::DEFLATE).start();
        let (mut part, _) = part.expect(IN_MEMORY);
        let text = text.as_bytes();
        let packed = compress_to_vec(text, EFFORT);
        part.write_all(&packed).expect(IN_MEMORY);
        let about = DataDescriptorOutput::new(crc32(text), text.len() as u64);
        part.finish(about).expect(IN_MEMORY);
    }

    fn bytes(self) -> Vec<u8> {
        self.0.finish().expect(IN_MEMORY)
    }
}

/// How hard to compress, of 10.
const EFFORT: u8 = 6;

const IN_MEMORY: &str = "nothing refuses what is written to memory";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn sheets_are_quoted_where_a_formula_would_not_take_their_names() {
        assert_eq!(quoted("Ett år senere"), "'Ett år senere'");
        assert_eq!(quoted("Year's end"), "'Year''s end'");
        assert_eq!(quoted("Kilder"), "Kilder");
    }
}
