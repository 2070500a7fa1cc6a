//! The sheet of assumptions: the cells that may be changed, with what each means and where it comes from.

use super::SheetNames;
use super::formula::Formula;
use super::inputs::{CURVES, Inputs};
use super::sheet::{begin, write as write_cell};
use super::style::{CHANGED, Styles};
use crate::export::spreadsheet::{
    Align, Allowed, Format, Look, Scale, Worksheet, column_letters, quoted,
};
use crate::figure::Context;
use crate::solution::{Group, Parameter, Source, is_percent};
use crate::text::unit_phrase;

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

/// Writes the sheet; gives also the names of its cells. `npv` is where the net present value stands.
pub fn write(
    context: &Context,
    inputs: &Inputs,
    names: &SheetNames,
    npv: &Formula,
    styles: &Styles,
) -> (Worksheet, Vec<(String, String)>) {
    let title = context.solution.name.get(context.language);
    let intro = context.language.workbook().assumptions_intro;
    let sheet = begin(names.assumptions, title, intro, styles);
    let mut all = Assumptions {
        context,
        inputs,
        styles,
        sheet,
        row: HEADING,
        named: Vec::new(),
    };
    all.head(npv);
    for group in [
        Group::Rollout,
        Group::Adoption,
        Group::Cost,
        Group::Benefit,
        Group::Standard,
    ] {
        all.group(group);
    }
    all.fixed_figures();
    all.carbon_price();
    all.sources();
    all.drawn_curve();
    let sheet = quoted(names.assumptions);
    let named = all.named.into_iter();
    let named = named.map(|(name, cells)| (name, format!("{sheet}!{cells}")));
    (all.sheet, named.collect())
}

impl Assumptions<'_> {
    fn head(&mut self, npv: &Formula) {
        let texts = self.context.language.workbook();
        let styles = self.styles;
        let sheet = &mut self.sheet;
        sheet.text(2, LABEL, self.context.texts().npv_term, styles.bold);
        write_cell(sheet, 2, VALUE, npv, Look::Kroner.on(styles.bold));
        let unit = (self.context.language.exports().kroner_of)(
            &self.context.solution.price_year.to_string(),
        );
        sheet.text(2, UNIT, &unit, styles.unit);
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_width(column, column, width);
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
                VALUE | STANDARD..=MOST => styles.number_column,
                UNIT | BASIS => styles.indented_column,
                _ => styles.column,
            };
            sheet.text(HEADING, column, head, style);
        }
        sheet.freeze(HEADING + 1, NAME);
        sheet.set_paper(Scale::PagesWide(1));
    }

    fn section(&mut self, title: &str) {
        self.row += 1;
        for column in NAME..=NOTE {
            self.sheet.blank(self.row, column, self.styles.section);
        }
        self.sheet.text(self.row, LABEL, title, self.styles.section);
        self.row += 1;
    }

    /// The parameters of a group that any formula asks for, and with those of the rollout its shape.
    fn group(&mut self, group: Group) {
        let solution = self.context.solution;
        let parameters = solution.parameters.iter().enumerate();
        let asked: Vec<(usize, &Parameter)> = parameters
            .filter(|(index, about)| about.group == group && self.inputs.name(*index).is_some())
            .collect();
        if asked.is_empty() {
            return;
        }
        self.section((self.context.language.texts().group)(group));
        if group == Group::Rollout {
            self.curve();
        }
        for (index, about) in asked {
            self.parameter(index, about);
        }
    }

    fn parameter(&mut self, index: usize, about: &Parameter) {
        let language = self.context.language;
        let (styles, row) = (self.styles, self.row);
        let look = look(about);
        let name = self.inputs.name(index).unwrap_or_default().to_owned();
        let unit = unit_phrase(language, self.context.solution, &about.unit);
        self.describe(about.label.get(language), &name, &unit);
        let value = self.context.scenario.value(index);
        let [least, most] = about.bounds;
        self.input(value, look);
        let numbers = [(STANDARD, about.likely), (LEAST, least), (MOST, most)];
        let range = about.range.map(|[low, high]| [(LOW, low), (HIGH, high)]);
        let figure = look.on(styles.figure);
        for (column, number) in numbers.into_iter().chain(range.into_iter().flatten()) {
            self.sheet.number(row, column, number, figure);
        }
        let [here, there] = [VALUE, STANDARD].map(column_letters);
        let changed = format!("${here}{number}<>${there}{number}", number = row + 1);
        self.sheet
            .mark((row, VALUE), (row, VALUE), changed, CHANGED);
        let between = match index == self.inputs.roles().horizon {
            true => Allowed::Whole([least, most]),
            false => Allowed::Decimal([least, most]),
        };
        self.refuse(&between, language.workbook().out_of_bounds);
        let basis = (language.texts().basis)(about.basis);
        self.sheet.text(row, BASIS, basis, styles.unit);
        let source = about
            .source
            .map(|place| &self.context.solution.sources[place]);
        let note = about.note.as_ref().map(|note| note.get(language));
        self.grounds(source, note);
        let lines = |text: &str, column: u16| {
            let letters = text.chars().count() as f64;
            (letters / WIDTHS[usize::from(column)]).ceil()
        };
        let lines = note
            .map_or(1.0, |note| lines(note, NOTE))
            .max(lines(about.label.get(language), LABEL));
        self.sheet.set_height(row, LINE_HEIGHT * lines);
        self.row += 1;
    }

    /// The shape of the rollout, as a choice.
    fn curve(&mut self) {
        let texts = self.context.language.workbook();
        let name = self.inputs.curve.clone();
        self.describe(texts.curve, &name, "");
        let right = Format {
            align: Some(Align::Right),
            ..self.styles.input
        };
        let chosen = self.inputs.curve_chosen();
        self.sheet.text(self.row, VALUE, chosen, right);
        self.refuse(&Allowed::OneOf(&CURVES), texts.no_such_curve);
        self.grounds(None, Some(texts.curve_note));
        self.row += 1;
    }

    /// What the file settles and no control changes: the first year, what converts units, when single costs fall.
    fn fixed_figures(&mut self) {
        let (inputs, solution) = (self.inputs, self.context.solution);
        let language = self.context.language;
        let texts = language.workbook();
        self.section(texts.of_the_file);
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
            self.describe(&label, &figure.text, &unit);
            self.input(figure.value, look);
            self.row += 1;
        }
    }

    /// The carbon price by year.
    fn carbon_price(&mut self) {
        let [years, prices] = &self.inputs.carbon;
        let Some(path) = &self.context.solution.carbon_price else {
            return;
        };
        let language = self.context.language;
        let texts = language.workbook();
        self.section(texts.carbon_path);
        let first = self.row;
        let source = &self.context.solution.sources[path.source];
        self.grounds(
            Some(source),
            path.note.as_ref().map(|note| note.get(language)),
        );
        let year_style = Look::Plain.on(self.styles.input);
        for (year, price) in years.values.iter().zip(&prices.values) {
            self.sheet
                .text(self.row, LABEL, texts.carbon_path_year, self.styles.text);
            self.sheet.number(self.row, UNIT, *year, year_style);
            self.input(*price, Look::Decimals(0));
            self.row += 1;
        }
        self.name_column(&years.text, UNIT, first);
        self.name_column(&prices.text, VALUE, first);
    }

    /// The rollout as it is drawn: the share completed after each year.
    fn drawn_curve(&mut self) {
        let drawn = &self.inputs.drawn;
        let texts = self.context.language.workbook();
        self.section(texts.drawn_curve);
        let first = self.row;
        for (year, share) in drawn.values.iter().enumerate() {
            let label = (texts.after_years)(&year.to_string());
            self.sheet.text(self.row, LABEL, &label, self.styles.text);
            self.input(*share, Look::Percent(1));
            self.row += 1;
        }
        self.name_column(&drawn.text, VALUE, first);
    }

    /// Gives the cells of a column, from a row to the one before this, a name.
    fn name_column(&mut self, name: &str, column: u16, first: u32) {
        let letter = column_letters(column);
        let cells = format!("${letter}${}:${letter}${}", first + 1, self.row);
        self.named.push((name.to_owned(), cells));
    }

    /// All sources, with their addresses.
    fn sources(&mut self) {
        self.section(self.context.language.further().sources);
        for source in crate::export::sources::cited(self.context) {
            self.sheet
                .text(self.row, LABEL, &said(source), self.styles.text);
            let style = self.styles.link_in_line;
            self.sheet
                .link(self.row, NAME, &source.address, &source.title, style);
            self.row += 1;
        }
    }

    fn describe(&mut self, label: &str, name: &str, unit: &str) {
        self.sheet.text(self.row, LABEL, label, self.styles.prose);
        self.sheet.text(self.row, NAME, name, self.styles.quiet);
        self.sheet.text(self.row, UNIT, unit, self.styles.unit);
        let cell = format!("${}${}", column_letters(VALUE), self.row + 1);
        self.named.push((name.to_owned(), cell));
    }

    fn input(&mut self, value: f64, look: Look) {
        self.sheet
            .number(self.row, VALUE, value, look.on(self.styles.input));
    }

    /// Refuses what is not allowed in the cell, and says why.
    fn refuse(&mut self, allowed: &Allowed, message: &str) {
        self.sheet.allow(self.row, VALUE, allowed, message);
    }

    fn grounds(&mut self, source: Option<&Source>, note: Option<&str>) {
        if let Some(source) = source {
            let style = self.styles.link;
            self.sheet
                .link(self.row, SOURCE, &source.address, &said(source), style);
        }
        if let Some(note) = note {
            self.sheet.text(self.row, NOTE, note, self.styles.prose);
        }
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
