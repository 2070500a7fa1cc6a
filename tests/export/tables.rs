//! The yearly table, as a spreadsheet reads it.

use super::{Case, SOLUTIONS, file};
use csv::{Reader, ReaderBuilder};
use gevinstsimulator::export::csv::{Form, yearly_table};
use gevinstsimulator::export::yearly;
use gevinstsimulator::solution::Language;
use gevinstsimulator::text::NumberStyle;
use gevinstsimulator::uncertainty::Series;

/// A table's names and its lines.
struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    #[track_caller]
    fn read(text: &str, between: u8) -> Self {
        // Not flexible: a line with another number of fields than the first is an error.
        let mut reader: Reader<_> = ReaderBuilder::new()
            .delimiter(between)
            .from_reader(text.as_bytes());
        let names = reader.headers().unwrap();
        Self {
            names: names.iter().map(str::to_owned).collect(),
            rows: reader
                .records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect(),
        }
    }

    /// The figures of a column, written with a decimal comma.
    #[track_caller]
    fn figures(&self, place: usize) -> Vec<f64> {
        let figure = |row: &Vec<String>| {
            assert!(!row[place].contains('.'), "{}", row[place]);
            row[place].replace(',', ".").parse().unwrap()
        };
        self.rows.iter().map(figure).collect()
    }

    #[track_caller]
    fn column(&self, name: &str) -> Vec<f64> {
        let place = self.names.iter().position(|known| known == name);
        self.figures(place.unwrap_or_else(|| panic!("no «{name}» in {:?}", self.names)))
    }
}

#[test]
fn every_figure_of_the_table_is_the_models() {
    for id in SOLUTIONS {
        let case = Case::published(id);
        let text = yearly_table(case.context());
        let table = Table::read(text.trim_start_matches('\u{feff}'), b';');
        let e = &case.results.evaluation;
        assert_eq!(table.rows.len(), e.years, "{id}");
        let years: Vec<f64> = (0..e.years)
            .map(|year| f64::from(case.solution.plan.first_year) + year as f64)
            .collect();
        assert_eq!(table.figures(0), years);
        for yearly in yearly::all(&case.solution) {
            let name = yearly.heading(&case.context()).replace('\u{a0}', " ");
            assert_eq!(
                table.column(&name),
                yearly.figures(&case.solution, e),
                "{id}: {name}"
            );
        }
    }
}

#[test]
fn the_table_has_a_column_for_every_stream_every_cost_line_and_every_end_of_a_band() {
    let case = Case::published("monitor");
    let table = Table::read(
        yearly_table(case.context()).trim_start_matches('\u{feff}'),
        b';',
    );
    // Two streams; device, its replacement and residual value, running, adaptation, programme; four bands of two ends.
    let fixed = 1 + yearly::FIXED.len() + 1;
    assert_eq!(
        table.names.len(),
        fixed + 2 + 6 + 2 * 4,
        "{:?}",
        table.names
    );
    let bands = case.found.bands(Series::PersonYears).unwrap();
    let low: Vec<f64> = bands.iter().map(|band| band.p10).collect();
    assert_eq!(table.column("Årsverk, lavt anslag"), low);
    assert_eq!(
        table.column("Samlet netto, diskontert (2025-kroner)"),
        case.results.evaluation.cumulated
    );
}

#[test]
fn names_are_words_with_units_and_none_is_there_twice() {
    for id in SOLUTIONS {
        let case = Case::published(id);
        let text = yearly_table(case.context());
        let table = Table::read(text.trim_start_matches('\u{feff}'), b';');
        let mut names = table.names.clone();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), table.names.len(), "{:?}", table.names);
        for name in ["År", "Diskonteringsfaktor", "Årsverk"] {
            assert!(table.names.iter().any(|known| known == name));
        }
        for name in &table.names {
            assert!(!name.contains(['_', '\u{a0}', '\u{202f}']), "{name}");
        }
    }
}

#[test]
fn the_norwegian_form_is_what_excel_opens_by_itself() {
    let text = yearly_table(Case::published("monitor").context());
    assert!(text.starts_with("\u{feff}År;På plass (sengeplasser);"));
    assert!(
        text.lines()
            .all(|line| text.contains(&format!("{line}\r\n")))
    );
}

#[test]
fn where_numbers_have_a_point_the_form_is_rfc_4180() {
    let numbers = NumberStyle {
        decimal: '.',
        ..Language::Nb.texts().numbers
    };
    assert_eq!(Form::of(&numbers), Form::INTERNATIONAL);
    let header = ["Year", "Costs, \"all\" (NOK)"].map(str::to_owned);
    let text = Form::INTERNATIONAL.table(&header, 2026, &[vec![0.5, -1e21]]);
    assert_eq!(
        text,
        "Year,\"Costs, \"\"all\"\" (NOK)\"\r\n2026,0.5\r\n2027,-1000000000000000000000\r\n"
    );
    assert_eq!(Table::read(&text, b',').names, header);
}

#[test]
fn a_name_from_a_file_cannot_be_a_formula() {
    let json = file("monitor").replace("Frigjort sykepleiertid", "=1+1;\\\"x\\\"");
    let text = yearly_table(Case::of(&json, |_, _| {}).context());
    let table = Table::read(text.trim_start_matches('\u{feff}'), b';');
    assert!(
        table
            .names
            .iter()
            .any(|name| name.starts_with(" =1+1;\"x\""))
    );
    assert!(!table.names.iter().any(|name| name.starts_with('=')));
}
