//! The yearly table as separated values, in two forms: for people, that a double click opens in a spreadsheet of the
//! language, and for programs.

use super::yearly;
use crate::figure::Context;
use crate::text::NumberStyle;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    /// Between the fields.
    between: char,
    decimal: char,
    /// Whether a byte order mark says that it is UTF-8: Excel asks for one.
    marked: bool,
}

impl Form {
    /// RFC 4180: commas, and points in the numbers.
    pub const INTERNATIONAL: Form = Form {
        between: ',',
        decimal: '.',
        marked: false,
    };

    /// The form that a spreadsheet of the language opens by itself.
    pub fn of(numbers: &NumberStyle) -> Form {
        let between = numbers.between_fields();
        Form {
            between,
            decimal: numbers.decimal,
            marked: between != Form::INTERNATIONAL.between,
        }
    }

    /// A header and a line a year; each column has a figure a year from `first_year` on, unrounded and without exponent.
    pub fn table(&self, header: &[String], first_year: i32, columns: &[Vec<f64>]) -> String {
        let mut text = String::from(if self.marked { "\u{feff}" } else { "" });
        self.line(&mut text, header.iter().map(|name| self.field(name)));
        let years = columns.first().map_or(0, Vec::len);
        for place in 0..years {
            let year = (first_year + place as i32).to_string();
            let figures = columns.iter().map(|figures| self.number(figures[place]));
            self.line(&mut text, std::iter::once(year).chain(figures));
        }
        text
    }

    fn line(&self, text: &mut String, fields: impl Iterator<Item = String>) {
        for (place, field) in fields.enumerate() {
            if place > 0 {
                text.push(self.between);
            }
            text.push_str(&field);
        }
        text.push_str("\r\n");
    }

    fn number(&self, figure: f64) -> String {
        let text = figure.to_string();
        match self.decimal {
            '.' => text,
            decimal => text.replace('.', decimal.encode_utf8(&mut [0; 4])),
        }
    }

    /// A text as a field: in quotes where it would be taken apart.
    fn field(&self, text: &str) -> String {
        if text.contains(['"', self.between, '\r', '\n']) {
            return format!("\"{}\"", text.replace('"', "\"\""));
        }
        text.to_owned()
    }
}

/// The yearly table in words, with units: all series, the cumulated net, and P10 and P90 of those that were drawn.
pub fn yearly_table(context: Context) -> String {
    let Context {
        solution, results, ..
    } = context;
    let (texts, further) = (context.texts(), context.further());
    let e = &results.evaluation;
    let kroner = (context.language.exports().kroner_of)(&solution.price_year.to_string());
    let mut header = vec![texts.year.to_owned()];
    let mut columns = Vec::new();
    for yearly in yearly::all(solution) {
        header.push(yearly.heading(&context));
        columns.push(yearly.figures(solution, e));
        if yearly == yearly::Yearly::DiscountFactor {
            header.push(format!("{} ({kroner})", texts.cumulated_net_column));
            columns.push(e.cumulated[..e.years].to_vec());
        }
    }
    for yearly in yearly::all(solution) {
        let bands = yearly
            .drawn()
            .and_then(|series| context.found?.bands(series));
        let heading = yearly.heading(&context);
        for (estimate, end) in [(further.low_estimate, 0), (further.high_estimate, 1)] {
            if let Some(bands) = bands {
                header.push(format!(
                    "{heading}, {}",
                    crate::text::inside_sentence(estimate)
                ));
                let ends = bands.iter().map(|band| [band.p10, band.p90][end]);
                columns.push(ends.collect());
            }
        }
    }
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    Form::of(&texts.numbers).table(&header, solution.plan.first_year, &columns)
}

/// A name for a spreadsheet: ordinary spaces, and nothing that it would take for a formula.
fn plain(name: &str) -> String {
    let name = name.replace(['\u{a0}', '\u{202f}'], " ");
    match name.starts_with(['=', '+', '-', '@']) {
        true => format!(" {name}"),
        false => name,
    }
}
