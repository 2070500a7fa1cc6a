//! A sheet that calculates: figures that are the same in all years, and lines with a cell a year.

use super::Error;
use super::formula::{Formula, Range, column_letters, when};
use super::inputs::Inputs;
use super::line::{FIGURE, KEY, LABEL, Line, PRESENT_VALUE, UNIT, YEARS, cell};
use super::style::{Look, Styles};
use crate::solution::Language;
use rust_xlsxwriter::{self as xlsx, ConditionalFormatFormula, Format, Worksheet};

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
    ) -> Result<Self, Error> {
        let mut worksheet = begin(name, name, intro, styles)?;
        let widths = [
            (LABEL, 46.0),
            (KEY, 20.0),
            (UNIT, 24.0),
            (FIGURE, 15.0),
            (PRESENT_VALUE, 18.0),
        ];
        for (column, width) in widths {
            worksheet.set_column_width(column, width)?;
        }
        let last = YEARS + inputs.years as u16 - 1;
        worksheet.set_column_range_width(YEARS, last, 15.0)?;
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
        sheet.years()?;
        Ok(sheet)
    }

    /// The heading of the columns, and what is only about years: needed before all else.
    fn years(&mut self) -> Result<(), Error> {
        let texts = self.language.workbook();
        let heads = [texts.line, texts.key, texts.unit];
        for (column, head) in heads.into_iter().enumerate() {
            self.worksheet.write_string_with_format(
                HEADING,
                column as u16,
                head,
                &self.styles.column,
            )?;
        }
        for (column, head) in [(FIGURE, texts.figure), (PRESENT_VALUE, texts.present_value)] {
            self.worksheet.write_string_with_format(
                HEADING,
                column,
                head,
                &self.styles.number_column,
            )?;
        }
        let number = Look::Plain.on(&self.styles.number_column);
        let first = self.inputs.first_year();
        self.calendar = self.cells(&number, &|_, line| match line.last() {
            None => first.clone(),
            Some(before) => before + 1.0,
        })?;
        let roles = self.inputs.roles();
        let horizon = self.inputs.parameter(roles.horizon);
        self.section(texts.time)?;
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
        )?;
        let time = self.time.clone();
        self.within = self.every_year(&plain(texts.within, "within"), &|year, _| {
            when(&time.at(year).below(&horizon), 1.0, 0.0)
        })?;
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
        })?;
        self.worksheet.set_freeze_panes(HEADING + 1, KEY)?;
        Ok(())
    }

    /// The unit of amounts.
    pub fn kroner(&self) -> String {
        (self.language.exports().kroner_of)(&self.inputs.solution.price_year.to_string())
    }

    /// A heading across the sheet.
    pub fn section(&mut self, title: &str) -> Result<(), Error> {
        self.row += 1;
        for column in KEY..YEARS + self.inputs.years as u16 {
            self.worksheet
                .write_blank(self.row, column, &self.styles.section)?;
        }
        self.worksheet
            .write_string_with_format(self.row, LABEL, title, &self.styles.section)?;
        self.row += 1;
        Ok(())
    }

    /// A figure that is the same in all years; gives the cell that it is in.
    pub fn figure(&mut self, about: &About, formula: &Formula) -> Result<Formula, Error> {
        self.describe(about, &self.styles.text)?;
        let format = about.look.on(&self.styles.figure);
        write(&mut self.worksheet, self.row, FIGURE, formula, &format)?;
        self.row += 1;
        Ok(cell(self.row - 1, FIGURE, formula.value))
    }

    /// A line with what the formula gives each year, and nothing after the horizon. It is given the year, and the
    /// line so far.
    pub fn yearly(&mut self, about: &About, formula: Yearly) -> Result<Line, Error> {
        let within = self.within.clone();
        self.every_year(about, &|year, line| {
            let flag = within.at(year).is(1.0);
            when(&flag, formula(year, line), 0.0)
        })
    }

    /// A line of what is paid or gained, with its present value.
    pub fn flow(&mut self, about: &About, formula: Yearly) -> Result<Line, Error> {
        let line = self.yearly(about, formula)?;
        self.with_present_value(about, line, &self.styles.figure)
    }

    /// A flow that others add up to.
    pub fn total(&mut self, about: &About, formula: Yearly) -> Result<Line, Error> {
        let line = self.yearly(about, formula)?;
        let format = about.look.on(&self.styles.result);
        self.describe_row(line.row, about, &self.styles.result)?;
        self.worksheet
            .write_blank(line.row, FIGURE, &self.styles.result)?;
        for (year, _) in line.values.iter().enumerate() {
            self.worksheet
                .set_cell_format(line.row, YEARS + year as u16, &format)?;
        }
        self.with_present_value(about, line, &self.styles.result)
    }

    fn with_present_value(
        &mut self,
        about: &About,
        line: Line,
        style: &Format,
    ) -> Result<Line, Error> {
        let sum = line.all().times(&fixed(&self.discount_factor));
        let format = about.look.on(style);
        write(&mut self.worksheet, line.row, PRESENT_VALUE, &sum, &format)?;
        Ok(Line {
            present_value: sum.value,
            ..line
        })
    }

    /// A line in all years, the horizon or not.
    fn every_year(&mut self, about: &About, formula: Yearly) -> Result<Line, Error> {
        self.describe(about, &self.styles.text)?;
        let format = about.look.on(&self.styles.figure);
        let line = self.cells(&format, formula)?;
        self.row += 1;
        Ok(line)
    }

    fn cells(&mut self, format: &Format, formula: Yearly) -> Result<Line, Error> {
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
            )?;
            line.values.push(formula.value);
        }
        Ok(line)
    }

    fn describe(&mut self, about: &About, style: &Format) -> Result<(), Error> {
        self.describe_row(self.row, about, style)
    }

    fn describe_row(&mut self, row: u32, about: &About, style: &Format) -> Result<(), Error> {
        let quiet = match std::ptr::eq(style, &self.styles.result) {
            true => style,
            false => &self.styles.quiet,
        };
        self.worksheet
            .write_string_with_format(row, LABEL, about.label, style)?;
        self.worksheet
            .write_string_with_format(row, KEY, about.key, quiet)?;
        self.worksheet
            .write_string_with_format(row, UNIT, about.unit, quiet)?;
        Ok(())
    }

    /// Hides what is after the horizon, and makes ready to print.
    pub fn finish(mut self) -> Result<Worksheet, Error> {
        let last = YEARS + self.inputs.years as u16 - 1;
        let rule = format!("={}${}=0", column_letters(YEARS), self.within.row + 1);
        let rule = |format: Format| {
            ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(format)
        };
        self.worksheet.add_conditional_format(
            HEADING,
            YEARS,
            HEADING,
            last,
            &rule(self.styles.beyond_heading()),
        )?;
        self.worksheet.add_conditional_format(
            HEADING + 2,
            YEARS,
            self.row,
            last,
            &rule(self.styles.beyond()),
        )?;
        self.worksheet
            .set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(0, 1);
        self.worksheet.set_repeat_columns(LABEL, LABEL)?;
        Ok(self.worksheet)
    }
}

/// The formula of a year, given the line as far as it is written: the years before.
pub type Yearly<'a> = &'a dyn Fn(usize, &Line) -> Formula;

/// The row with the years: below the sheet's title and introduction.
const HEADING: u32 = 3;

/// The size of paper, as a spreadsheet numbers them.
pub const A4: u8 = 9;

/// A worksheet with its title and what it is for.
pub fn begin(name: &str, title: &str, intro: &str, styles: &Styles) -> Result<Worksheet, Error> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    sheet.set_screen_gridlines(false);
    sheet.set_row_height(0, 26.0)?;
    sheet.write_string_with_format(0, 0, title, &styles.title)?;
    sheet.write_string_with_format(1, 0, intro, &styles.quiet)?;
    Ok(sheet)
}

/// The cells of all years, as other lines refer to them.
fn fixed(line: &Line) -> Range {
    let mut range = line.all();
    let row = line.row + 1;
    range.text = range.text.replace(&row.to_string(), &format!("${row}"));
    range
}

/// Writes a formula, with what it comes to for who does not calculate.
pub fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    formula: &Formula,
    format: &Format,
) -> Result<(), Error> {
    // Zero has no sign.
    let written = xlsx::Formula::new(&formula.text).set_result((formula.value + 0.0).to_string());
    sheet.write_formula_with_format(row, column, written, format)?;
    Ok(())
}
