//! The internal rate of return, by halving, as `model::results` finds it: a spreadsheet's own function searches from a
//! guess, and may miss a rate that is far from it.

use super::appraisal::Appraisal;
use super::formula::{Formula, Range, number, when};
use super::line::{Line, cell};
use super::sheet::{begin, write as write_cell};
use super::style::Styles;
use crate::export::spreadsheet::{Look, Worksheet};
use crate::model::exp_of;
use crate::text::WorkbookTexts;

/// The rate is looked for between these, as logarithms of one plus the rate.
const ENDS: [f64; 2] = [-50.0, 50.0];
const HALVINGS: u32 = 64;

const HEADING: u32 = 3;
// Columns.
const LOW: u16 = 0;
const HIGH: u16 = 1;
const MIDDLE: u16 = 2;
const WORTH: u16 = 3;

/// Writes the sheet; gives the rate, as a cell of it. It means something where the net flow changes its sign once.
pub fn write(
    calculation: &str,
    appraisal: &Appraisal,
    texts: &WorkbookTexts,
    styles: &Styles,
) -> (Worksheet, Formula) {
    let mut sheet = begin(texts.rate_sheet, texts.rate_sheet, texts.rate_intro, styles);
    sheet.set_width(LOW, WORTH, 22.0);
    let heads = [
        texts.lowest,
        texts.highest,
        texts.middle,
        texts.worth_at_middle,
    ];
    for (column, head) in (0..).zip(heads) {
        sheet.text(HEADING, column, head, styles.number_column);
    }
    let on = |line: &Line| line.all().on(calculation);
    let flow = Flow {
        net: on(&appraisal.net),
        time: on(&appraisal.time),
        years_left: on(&appraisal.years_left),
    };
    let direction = appraisal.direction.on(calculation);
    let [mut low, mut high] = ENDS.map(number);
    let format = Look::Decimals(12).on(styles.figure);
    for row in HEADING + 1..=HEADING + HALVINGS {
        let put = |sheet: &mut Worksheet, column, formula: &Formula| {
            write_cell(sheet, row, column, formula, format);
            cell(row, column, formula.value)
        };
        low = put(&mut sheet, LOW, &low);
        high = put(&mut sheet, HIGH, &high);
        let middle = put(&mut sheet, MIDDLE, &((&low + &high) * 0.5));
        let worth = put(&mut sheet, WORTH, &flow.worth(&middle));
        // A flow that begins below zero and ends above is worth something at rates that are too low.
        let too_low = (worth.sign() * &direction).above(0.0);
        (low, high) = (
            when(&too_low, &middle, &low),
            when(&too_low, &high, &middle),
        );
    }
    let row = HEADING + HALVINGS + 2;
    let rate = ((low + high) * 0.5).exp() - 1.0;
    sheet.text(row, MIDDLE, texts.rate, styles.result);
    write_cell(
        &mut sheet,
        row,
        WORTH,
        &rate,
        Look::Percent(2).on(styles.result),
    );
    sheet.freeze(HEADING + 1, 0);
    (sheet, cell(row, WORTH, rate.value).on(texts.rate_sheet))
}

/// The yearly net flow.
struct Flow {
    net: Range,
    time: Range,
    years_left: Range,
}

impl Flow {
    /// What it is worth at a rate, or something with the same sign: seen from the end where the factor is largest, so
    /// that neither extreme overflows.
    fn worth(&self, log_rate: &Formula) -> Formula {
        let [net, time, left] = [&self.net, &self.time, &self.years_left].map(|range| &range.text);
        let rate = log_rate.value;
        let ages = if rate < 0.0 {
            &self.years_left
        } else {
            &self.time
        };
        let flows = self.net.values.iter().zip(&ages.values);
        let value = flows
            .map(|(flow, age)| flow * exp_of(-rate.abs() * age))
            .sum();
        let factor = |ages: &str| {
            format!(
                "SUMPRODUCT({net},EXP(-ABS({rate})*{ages}))",
                rate = log_rate.text
            )
        };
        Formula::call(
            "IF",
            &[&log_rate.below(0.0).text, &factor(left), &factor(time)],
            value,
        )
    }
}
