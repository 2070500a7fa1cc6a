//! A sheet that calculates: figures that are the same in all years, and lines with a cell a year.

use super::formula::{Formula, Range, when};
use super::inputs::Inputs;
use super::line::{FIGURE, KEY, LABEL, Line, PRESENT_VALUE, UNIT, YEARS, cell};
use super::style::{BEYOND, Styles};
use crate::export::spreadsheet::{Format, Look, Marked, Scale, Value, Worksheet, column_letters};
use crate::solution::Language;

/// What a figure or a line is.
pub struct About<'a> {
    pub label: &'a str,
    /// As on the command line, where it has the same; else a name of its own.
    pub key: &'a str,
    pub unit: &'a str,
    pub look: Look,
}

/// The sheet, filled from above.
pub struct Sheet<'a> {
    pub inputs: &'a Inputs<'a>,
    pub language: Language,
    pub worksheet: Worksheet,
    styles: &'a Styles,
    row: u32,
    /// Years after the first.
    pub time: Line,
    pub calendar: Line,
    /// Whether a year is within the horizon: 1 or 0.
    within: Line,
    pub discount_factor: Line,
}

impl<'a> Sheet<'a> {
    /// A sheet with its heading and its years.
    pub fn new(
        inputs: &'a Inputs<'a>,
        language: Language,
        styles: &'a Styles,
        name: &str,
        intro: &str,
    ) -> Self {
        let mut worksheet = begin(name, name, intro, styles);
        let widths = [
            (LABEL, 46.0),
            (KEY, 20.0),
            (UNIT, 24.0),
            (FIGURE, 15.0),
            (PRESENT_VALUE, 18.0),
        ];
        for (column, width) in widths {
            worksheet.set_width(column, column, width);
        }
        let last = YEARS + inputs.years as u16 - 1;
        worksheet.set_width(YEARS, last, 15.0);
        let nothing = Line {
            row: 0,
            values: Vec::new(),
            present_value: 0.0,
        };
        let mut sheet = Self {
            inputs,
            language,
            worksheet,
            styles,
            row: HEADING,
            time: nothing.clone(),
            calendar: nothing.clone(),
            within: nothing.clone(),
            discount_factor: nothing,
        };
        sheet.years();
        sheet
    }

    /// The heading of the columns, and what is only about years: needed before all else.
    fn years(&mut self) {
        let texts = self.language.workbook();
        let heads = [texts.line, texts.key, texts.unit];
        for (column, head) in heads.into_iter().enumerate() {
            self.worksheet
                .text(HEADING, column as u16, head, self.styles.column);
        }
        for (column, head) in [(FIGURE, texts.figure), (PRESENT_VALUE, texts.present_value)] {
            self.worksheet
                .text(HEADING, column, head, self.styles.number_column);
        }
        let number = Look::Plain.on(self.styles.number_column);
        let first = self.inputs.first_year();
        self.calendar = self.cells(number, &|_, line| match line.last() {
            None => first.clone(),
            Some(before) => before + 1.0,
        });
        let roles = self.inputs.roles();
        let horizon = self.inputs.parameter(roles.horizon);
        self.section(texts.time);
        let plain = |label, key| About {
            label,
            key,
            unit: "",
            look: Look::Plain,
        };
        self.time = self.every_year(
            &plain(texts.year_number, "t"),
            &|_, line| match line.last() {
                None => Formula::from(0.0),
                Some(before) => before + 1.0,
            },
        );
        let time = self.time.clone();
        self.within = self.every_year(&plain(texts.within, "within"), &|year, _| {
            when(&time.at(year).below(&horizon), 1.0, 0.0)
        });
        let rates = roles.discount_rates.map(|rate| self.inputs.parameter(rate));
        let about = About {
            label: texts.discount_factor,
            key: "discount_factor",
            unit: "",
            look: Look::Decimals(4),
        };
        self.discount_factor = self.yearly(&about, &|year, line| match line.last() {
            None => Formula::from(1.0),
            Some(before) => {
                // the first rate to year 40, the second to 75.
                let later = when(&time.at(year).at_most(75.0), &rates[1], &rates[2]);
                let rate = when(&time.at(year).at_most(40.0), &rates[0], later);
                before / (Formula::from(1.0) + rate)
            }
        });
        self.worksheet.freeze(HEADING + 1, KEY);
    }

    /// The unit of amounts.
    pub fn kroner(&self) -> String {
        (self.language.exports().kroner_of)(&self.inputs.solution.price_year.to_string())
    }

    /// A heading across the sheet.
    pub fn section(&mut self, title: &str) {
        self.row += 1;
        for column in KEY..YEARS + self.inputs.years as u16 {
            self.worksheet.blank(self.row, column, self.styles.section);
        }
        self.worksheet
            .text(self.row, LABEL, title, self.styles.section);
        self.row += 1;
    }

    /// A figure that is the same in all years; gives the cell that it is in.
    pub fn figure(&mut self, about: &About, formula: &Formula) -> Formula {
        self.describe(about, self.styles.text);
        let format = about.look.on(self.styles.figure);
        write(&mut self.worksheet, self.row, FIGURE, formula, format);
        self.row += 1;
        cell(self.row - 1, FIGURE, formula.value)
    }

    /// A line with what the formula gives each year, and nothing after the horizon. It is given the year, and the
    /// line so far.
    pub fn yearly(&mut self, about: &About, formula: Yearly) -> Line {
        let within = self.within.clone();
        self.every_year(about, &|year, line| {
            let flag = within.at(year).is(1.0);
            when(&flag, formula(year, line), 0.0)
        })
    }

    /// A line of what is paid or gained, with its present value.
    pub fn flow(&mut self, about: &About, formula: Yearly) -> Line {
        let line = self.yearly(about, formula);
        self.with_present_value(about, line, self.styles.figure)
    }

    /// A flow that others add up to.
    pub fn total(&mut self, about: &About, formula: Yearly) -> Line {
        let line = self.yearly(about, formula);
        let format = about.look.on(self.styles.result);
        self.describe_row(line.row, about, self.styles.result);
        self.worksheet.blank(line.row, FIGURE, self.styles.result);
        for (year, _) in line.values.iter().enumerate() {
            self.worksheet
                .set_format(line.row, YEARS + year as u16, format);
        }
        self.with_present_value(about, line, self.styles.result)
    }

    fn with_present_value(&mut self, about: &About, line: Line, style: Format) -> Line {
        let sum = line.all().times(&fixed(&self.discount_factor));
        let format = about.look.on(style);
        write(&mut self.worksheet, line.row, PRESENT_VALUE, &sum, format);
        Line {
            present_value: sum.value,
            ..line
        }
    }

    /// A line in all years, the horizon or not.
    fn every_year(&mut self, about: &About, formula: Yearly) -> Line {
        self.describe(about, self.styles.text);
        let format = about.look.on(self.styles.figure);
        let line = self.cells(format, formula);
        self.row += 1;
        line
    }

    fn cells(&mut self, format: Format, formula: Yearly) -> Line {
        let mut line = Line {
            row: self.row,
            values: Vec::new(),
            present_value: 0.0,
        };
        for year in 0..self.inputs.years {
            let formula = formula(year, &line);
            write(
                &mut self.worksheet,
                self.row,
                YEARS + year as u16,
                &formula,
                format,
            );
            line.values.push(formula.value);
        }
        line
    }

    fn describe(&mut self, about: &About, style: Format) {
        self.describe_row(self.row, about, style)
    }

    fn describe_row(&mut self, row: u32, about: &About, style: Format) {
        let quiet = match style == self.styles.result {
            true => style,
            false => self.styles.quiet,
        };
        self.worksheet.text(row, LABEL, about.label, style);
        self.worksheet.text(row, KEY, about.key, quiet);
        self.worksheet.text(row, UNIT, about.unit, quiet);
    }

    /// Hides what is after the horizon, and makes ready to print.
    pub fn finish(mut self) -> Worksheet {
        let last = YEARS + self.inputs.years as u16 - 1;
        let beyond = || format!("{}${}=0", column_letters(YEARS), self.within.row + 1);
        let sheet = &mut self.worksheet;
        sheet.mark((HEADING, YEARS), (HEADING, last), beyond(), BEYOND);
        let (first, end) = ((HEADING + 2, YEARS), (self.row, last));
        sheet.mark(first, end, beyond(), Marked::Unseen);
        sheet.set_paper(Scale::PagesTall(1));
        sheet.repeat_column(LABEL);
        self.worksheet
    }
}

/// The formula of a year, given the line as far as it is written: the years before.
pub type Yearly<'a> = &'a dyn Fn(usize, &Line) -> Formula;

/// The row with the years: below the sheet's title and introduction.
const HEADING: u32 = 3;

/// A worksheet with its title and what it is for.
pub fn begin(name: &str, title: &str, intro: &str, styles: &Styles) -> Worksheet {
    let mut sheet = Worksheet::new(name);
    sheet.set_height(0, 26.0);
    sheet.text(0, 0, title, styles.title);
    sheet.text(1, 0, intro, styles.quiet);
    sheet
}

/// The cells of all years, as other lines refer to them.
fn fixed(line: &Line) -> Range {
    let mut range = line.all();
    let row = line.row + 1;
    range.text = range.text.replace(&row.to_string(), &format!("${row}"));
    range
}

/// Writes a formula, with what it comes to for who does not calculate.
pub fn write(sheet: &mut Worksheet, row: u32, column: u16, formula: &Formula, format: Format) {
    // Zero has no sign.
    let value = Value::Number(formula.value + 0.0);
    sheet.formula(row, column, &formula.text, value, format);
}
