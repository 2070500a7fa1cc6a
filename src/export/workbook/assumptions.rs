//! The sheet of assumptions: the cells that may be changed, with what each means and where it comes from.

use super::formula::{Formula, column_letters};
use super::inputs::{CURVES, Inputs};
use super::sheet::{A4, begin, write as write_cell};
use super::style::{Look, Styles};
use super::{Error, SheetNames};
use crate::figure::Context;
use crate::solution::{Group, Parameter, Source, is_percent};
use crate::text::unit_phrase;
use rust_xlsxwriter::{
    self as xlsx, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle,
    DataValidationRule, Workbook, Worksheet,
};

// Columns.
const LABEL: u16 = 0;
const NAME: u16 = 1;
const VALUE: u16 = 2;
const UNIT: u16 = 3;
const STANDARD: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
const LEAST: u16 = 7;
const MOST: u16 = 8;
const BASIS: u16 = 9;
const SOURCE: u16 = 10;
const NOTE: u16 = 11;
const HEADING: u32 = 4;
const WIDTHS: [f64; 12] = [
    50.0, 24.0, 16.0, 32.0, 13.0, 13.0, 13.0, 11.0, 13.0, 13.0, 44.0, 70.0,
];
/// Points.
const LINE_HEIGHT: f64 = 15.0;

/// The sheet while it is written, from above.
struct Assumptions<'a> {
    context: &'a Context<'a>,
    inputs: &'a Inputs<'a>,
    styles: &'a Styles,
    sheet: Worksheet,
    row: u32,
    /// Names and the cells that they stand for.
    named: Vec<(String, String)>,
}

/// Writes the sheet, and names its cells in the workbook. `npv` is where the net present value stands.
pub fn write(
    context: &Context,
    inputs: &Inputs,
    names: &SheetNames,
    npv: &Formula,
    styles: &Styles,
    workbook: &mut Workbook,
) -> Result<Worksheet, Error> {
    let title = context.solution.name.get(context.language);
    let intro = context.language.workbook().assumptions_intro;
    let sheet = begin(names.assumptions, title, intro, styles)?;
    let mut all = Assumptions {
        context,
        inputs,
        styles,
        sheet,
        row: HEADING,
        named: Vec::new(),
    };
    all.head(npv)?;
    for group in [
        Group::Rollout,
        Group::Adoption,
        Group::Cost,
        Group::Benefit,
        Group::Standard,
    ] {
        all.group(group)?;
    }
    all.fixed_figures()?;
    all.carbon_price()?;
    all.sources()?;
    all.drawn_curve()?;
    for (name, cells) in &all.named {
        workbook.define_name(
            name,
            &format!("={}!{cells}", super::formula::quoted(names.assumptions)),
        )?;
    }
    Ok(all.sheet)
}

impl Assumptions<'_> {
    fn head(&mut self, npv: &Formula) -> Result<(), Error> {
        let texts = self.context.language.workbook();
        let styles = self.styles;
        let sheet = &mut self.sheet;
        sheet.write_string_with_format(2, LABEL, self.context.texts().npv_term, &styles.bold)?;
        write_cell(sheet, 2, VALUE, npv, &Look::Kroner.on(&styles.bold))?;
        let unit = (self.context.language.exports().kroner_of)(
            &self.context.solution.price_year.to_string(),
        );
        sheet.write_string_with_format(2, UNIT, &unit, &styles.unit)?;
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        let heads = [
            texts.question,
            texts.cell_name,
            texts.value,
            texts.unit,
            texts.standard,
            texts.p10,
            texts.p90,
            texts.least,
            texts.most,
            texts.basis,
            texts.source,
            texts.note,
        ];
        for (column, head) in (0..).zip(heads) {
            let style = match column {
                VALUE | STANDARD..=MOST => &styles.number_column,
                UNIT | BASIS => &styles.indented_column,
                _ => &styles.column,
            };
            sheet.write_string_with_format(HEADING, column, head, style)?;
        }
        sheet.set_freeze_panes(HEADING + 1, NAME)?;
        sheet
            .set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn section(&mut self, title: &str) -> Result<(), Error> {
        self.row += 1;
        for column in NAME..=NOTE {
            self.sheet
                .write_blank(self.row, column, &self.styles.section)?;
        }
        self.sheet
            .write_string_with_format(self.row, LABEL, title, &self.styles.section)?;
        self.row += 1;
        Ok(())
    }

    /// The parameters of a group that any formula asks for, and with those of the rollout its shape.
    fn group(&mut self, group: Group) -> Result<(), Error> {
        let solution = self.context.solution;
        let parameters = solution.parameters.iter().enumerate();
        let asked: Vec<(usize, &Parameter)> = parameters
            .filter(|(index, about)| about.group == group && self.inputs.name(*index).is_some())
            .collect();
        if asked.is_empty() {
            return Ok(());
        }
        self.section((self.context.language.texts().group)(group))?;
        if group == Group::Rollout {
            self.curve()?;
        }
        for (index, about) in asked {
            self.parameter(index, about)?;
        }
        Ok(())
    }

    fn parameter(&mut self, index: usize, about: &Parameter) -> Result<(), Error> {
        let language = self.context.language;
        let (styles, row) = (self.styles, self.row);
        let look = look(about);
        let name = self.inputs.name(index).unwrap_or_default().to_owned();
        let unit = unit_phrase(language, self.context.solution, &about.unit);
        self.describe(about.label.get(language), &name, &unit)?;
        let value = self.context.scenario.value(index);
        let [least, most] = about.bounds;
        self.input(value, look)?;
        let numbers = [(STANDARD, about.likely), (LEAST, least), (MOST, most)];
        let range = about.range.map(|[low, high]| [(LOW, low), (HIGH, high)]);
        let figure = look.on(&styles.figure);
        for (column, number) in numbers.into_iter().chain(range.into_iter().flatten()) {
            self.sheet
                .write_number_with_format(row, column, number, &figure)?;
        }
        let changed = [VALUE, STANDARD].map(column_letters);
        let changed = format!(
            "=${}{number}<>${}{number}",
            changed[0],
            changed[1],
            number = row + 1
        );
        let changed = ConditionalFormatFormula::new()
            .set_rule(changed.as_str())
            .set_format(&styles.changed);
        self.sheet
            .add_conditional_format(row, VALUE, row, VALUE, &changed)?;
        let texts = language.workbook();
        let whole = index == self.inputs.roles().horizon;
        let between = match whole {
            true => DataValidation::new()
                .allow_whole_number(DataValidationRule::Between(least as i32, most as i32)),
            false => {
                DataValidation::new().allow_decimal_number(DataValidationRule::Between(least, most))
            }
        };
        self.refuse(between, texts.out_of_bounds)?;
        let basis = (language.texts().basis)(about.basis);
        self.sheet
            .write_string_with_format(row, BASIS, basis, &styles.unit)?;
        let source = about
            .source
            .map(|place| &self.context.solution.sources[place]);
        let note = about.note.as_ref().map(|note| note.get(language));
        self.grounds(source, note)?;
        let lines = |text: &str, column: u16| {
            let letters = text.chars().count() as f64;
            (letters / WIDTHS[usize::from(column)]).ceil()
        };
        let lines = note
            .map_or(1.0, |note| lines(note, NOTE))
            .max(lines(about.label.get(language), LABEL));
        self.sheet.set_row_height(row, LINE_HEIGHT * lines)?;
        self.row += 1;
        Ok(())
    }

    /// The shape of the rollout, as a choice.
    fn curve(&mut self) -> Result<(), Error> {
        let texts = self.context.language.workbook();
        let name = self.inputs.curve.clone();
        self.describe(texts.curve, &name, "")?;
        let style = &self.styles.input;
        let right = style.clone().set_align(xlsx::FormatAlign::Right);
        self.sheet
            .write_string_with_format(self.row, VALUE, self.inputs.curve_chosen(), &right)?;
        let choice = DataValidation::new().allow_list_strings(&CURVES)?;
        self.refuse(choice, texts.no_such_curve)?;
        self.grounds(None, Some(texts.curve_note))?;
        self.row += 1;
        Ok(())
    }

    /// What the file settles and no control changes: the first year, what converts units, when single costs fall.
    fn fixed_figures(&mut self) -> Result<(), Error> {
        let (inputs, solution) = (self.inputs, self.context.solution);
        let language = self.context.language;
        let texts = language.workbook();
        self.section(texts.of_the_file)?;
        let mut figures = vec![(
            texts.first_year.to_owned(),
            inputs.first_year(),
            String::new(),
            Look::Plain,
        )];
        for (place, about) in solution.benefits.iter().enumerate() {
            if let Some(scale) = inputs.scale(place) {
                let written = about.scale.clone().unwrap_or_default();
                let label = (texts.scale)(about.label.get(language));
                figures.push((label, scale, written, Look::Decimals(6)));
            }
        }
        for (place, about) in solution.costs.iter().enumerate() {
            if let Some(moment) = inputs.moment(place) {
                let label = (texts.moment)(about.label.get(language));
                figures.push((label, moment, texts.years_unit.to_owned(), Look::Plain));
            }
        }
        for (label, figure, unit, look) in figures {
            self.describe(&label, &figure.text, &unit)?;
            self.input(figure.value, look)?;
            self.row += 1;
        }
        Ok(())
    }

    /// The carbon price by year.
    fn carbon_price(&mut self) -> Result<(), Error> {
        let [years, prices] = &self.inputs.carbon;
        let Some(path) = &self.context.solution.carbon_price else {
            return Ok(());
        };
        let language = self.context.language;
        let texts = language.workbook();
        self.section(texts.carbon_path)?;
        let first = self.row;
        let source = &self.context.solution.sources[path.source];
        self.grounds(
            Some(source),
            path.note.as_ref().map(|note| note.get(language)),
        )?;
        let year_style = Look::Plain.on(&self.styles.input);
        for (year, price) in years.values.iter().zip(&prices.values) {
            self.sheet.write_string_with_format(
                self.row,
                LABEL,
                texts.carbon_path_year,
                &self.styles.text,
            )?;
            self.sheet
                .write_number_with_format(self.row, UNIT, *year, &year_style)?;
            self.input(*price, Look::Decimals(0))?;
            self.row += 1;
        }
        self.name_column(&years.text, UNIT, first);
        self.name_column(&prices.text, VALUE, first);
        Ok(())
    }

    /// The rollout as it is drawn: the share completed after each year.
    fn drawn_curve(&mut self) -> Result<(), Error> {
        let drawn = &self.inputs.drawn;
        let texts = self.context.language.workbook();
        self.section(texts.drawn_curve)?;
        let first = self.row;
        for (year, share) in drawn.values.iter().enumerate() {
            let label = (texts.after_years)(&year.to_string());
            self.sheet
                .write_string_with_format(self.row, LABEL, label, &self.styles.text)?;
            self.input(*share, Look::Percent(1))?;
            self.row += 1;
        }
        self.name_column(&drawn.text, VALUE, first);
        Ok(())
    }

    /// Gives the cells of a column, from a row to the one before this, a name.
    fn name_column(&mut self, name: &str, column: u16, first: u32) {
        let letter = column_letters(column);
        let cells = format!("${letter}${}:${letter}${}", first + 1, self.row);
        self.named.push((name.to_owned(), cells));
    }

    /// All sources, with their addresses.
    fn sources(&mut self) -> Result<(), Error> {
        self.section(self.context.language.further().sources)?;
        for source in crate::export::sources::cited(self.context) {
            self.sheet.write_string_with_format(
                self.row,
                LABEL,
                said(source),
                &self.styles.text,
            )?;
            let url = xlsx::Url::new(&source.address).set_text(&source.title);
            self.sheet
                .write_url_with_format(self.row, NAME, url, &self.styles.link_in_line)?;
            self.row += 1;
        }
        Ok(())
    }

    fn describe(&mut self, label: &str, name: &str, unit: &str) -> Result<(), Error> {
        self.sheet
            .write_string_with_format(self.row, LABEL, label, &self.styles.prose)?;
        self.sheet
            .write_string_with_format(self.row, NAME, name, &self.styles.quiet)?;
        self.sheet
            .write_string_with_format(self.row, UNIT, unit, &self.styles.unit)?;
        let cell = format!("${}${}", column_letters(VALUE), self.row + 1);
        self.named.push((name.to_owned(), cell));
        Ok(())
    }

    fn input(&mut self, value: f64, look: Look) -> Result<(), Error> {
        self.sheet.write_number_with_format(
            self.row,
            VALUE,
            value,
            &look.on(&self.styles.input),
        )?;
        Ok(())
    }

    /// Refuses what is not allowed in the cell, and says why.
    fn refuse(&mut self, validation: DataValidation, message: &str) -> Result<(), Error> {
        let validation = validation
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_message(message)?;
        self.sheet
            .add_data_validation(self.row, VALUE, self.row, VALUE, &validation)?;
        Ok(())
    }

    fn grounds(&mut self, source: Option<&Source>, note: Option<&str>) -> Result<(), Error> {
        if let Some(source) = source {
            let url = xlsx::Url::new(&source.address).set_text(said(source));
            self.sheet
                .write_url_with_format(self.row, SOURCE, url, &self.styles.link)?;
        }
        if let Some(note) = note {
            self.sheet
                .write_string_with_format(self.row, NOTE, note, &self.styles.prose)?;
        }
        Ok(())
    }
}

/// Who said it, and when.
fn said(source: &Source) -> String {
    format!("{} ({})", source.publisher, source.year)
}

/// As many decimals as a slider's step has.
fn look(about: &Parameter) -> Look {
    let percent = is_percent(&about.unit);
    let step = if percent {
        about.step * 100.0
    } else {
        about.step
    };
    let decimals = (0..6).find(|&decimals| {
        let scaled = step * 10.0_f64.powi(decimals);
        (scaled - scaled.round()).abs() < 1e-6
    });
    let decimals = decimals.unwrap_or(6) as usize;
    match percent {
        true => Look::Percent(decimals),
        false if about.unit == "year" && decimals == 0 => Look::Plain,
        false => Look::Decimals(decimals),
    }
}
