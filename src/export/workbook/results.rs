//! The sheet of results: what the model says, calculated by the spreadsheet, beside what the simulator said when the
//! file was made.

use super::SheetNames;
use super::appraisal::Appraisal;
use super::formula::{Condition, Formula};
use super::inputs::Inputs;
use super::line::Line;
use super::sheet::{begin, write as write_cell};
use super::style::Styles;
use crate::export::spreadsheet::{Look, Scale, Value, Worksheet, column_letters};
use crate::figure::Context;
use crate::uncertainty::{Band, Headline};

// Columns.
const LABEL: u16 = 0;
const KEY: u16 = 1;
const UNIT: u16 = 2;
const NOW: u16 = 3;
const THEN: u16 = 4;
const CHANGE: u16 = 5;
const LOW: u16 = 6;
const HIGH: u16 = 7;
const HEADING: u32 = 4;

/// What the sheet is made from.
pub struct Sources<'a> {
    pub context: &'a Context<'a>,
    pub inputs: &'a Inputs<'a>,
    pub names: &'a SheetNames,
    pub appraisal: &'a Appraisal,
    /// Net present values: a year later, and at the pilot.
    pub variations: [Formula; 2],
    pub rate_of_return: Formula,
    pub link: Option<&'a str>,
}

/// A result: what it is, how it is calculated, and when there is one.
struct Row<'a> {
    label: &'a str,
    key: &'a str,
    unit: &'a str,
    look: Look,
    formula: Formula,
    /// What must hold, and what is said where it does not.
    only_if: Option<(Condition, &'a str)>,
    band: Option<Band>,
}

/// Writes the sheet; gives the cell of the net present value, for other sheets.
pub fn write(sources: &Sources, styles: &Styles) -> (Worksheet, Formula) {
    let Sources { context, link, .. } = sources;
    let texts = context.language.workbook();
    let title = context.solution.name.get(context.language);
    let mut sheet = begin(sources.names.results, title, texts.results_intro, styles);
    if let Some(link) = link {
        sheet.link(2, LABEL, link, link, styles.link_in_line);
    }
    for (column, width) in [(LABEL, 52.0), (KEY, 30.0), (UNIT, 18.0)] {
        sheet.set_width(column, column, width);
    }
    sheet.set_width(NOW, HIGH, 19.0);
    let heads = [texts.result, texts.key, texts.unit];
    for (column, head) in (LABEL..).zip(heads) {
        sheet.text(HEADING, column, head, styles.column);
    }
    let heads = [
        texts.now,
        texts.in_simulator,
        texts.change,
        texts.p10,
        texts.p90,
    ];
    for (column, head) in (NOW..).zip(heads) {
        sheet.text(HEADING, column, head, styles.number_column);
    }
    let mut row = HEADING + 1;
    for result in rows(sources) {
        result.write(&mut sheet, row, styles);
        row += 1;
    }
    sheet.text(row, LABEL, texts.bands_note, styles.quiet);
    actors(sources, &mut sheet, row + 2, styles);
    sheet.freeze(HEADING + 1, KEY);
    sheet.set_paper(Scale::PagesWide(1));
    let npv = sources.appraisal.net.present_value;
    let npv = super::line::cell(HEADING + 1, NOW, npv).on(sources.names.results);
    (sheet, npv)
}

impl Row<'_> {
    fn write(&self, sheet: &mut Worksheet, row: u32, styles: &Styles) {
        sheet.text(row, LABEL, self.label, styles.bold);
        sheet.text(row, KEY, self.key, styles.quiet);
        sheet.text(row, UNIT, self.unit, styles.quiet);
        let figure = self.look.on(styles.figure);
        let result = self.look.on(styles.bold);
        match &self.only_if {
            Some((condition, otherwise)) => {
                let quoted = super::formula::in_quotes(otherwise);
                let text = format!("IF({},{},{quoted})", condition.text, self.formula.text);
                let value = match condition.holds {
                    true => Value::Number(self.formula.value + 0.0),
                    false => Value::Text((*otherwise).to_owned()),
                };
                sheet.formula(row, NOW, &text, value, result);
                match condition.holds {
                    true => sheet.number(row, THEN, self.formula.value, figure),
                    false => sheet.text(row, THEN, otherwise, figure),
                }
            }
            None => {
                write_cell(sheet, row, NOW, &self.formula, result);
                sheet.number(row, THEN, self.formula.value + 0.0, figure);
            }
        }
        let [now, then] = [NOW, THEN].map(column_letters);
        let row_number = row + 1;
        let change = format!(
            "IF(AND(ISNUMBER({now}{row_number}),ISNUMBER({then}{row_number})),{now}{row_number}-{then}{row_number},\"\")"
        );
        let holds = self
            .only_if
            .as_ref()
            .is_none_or(|(condition, _)| condition.holds);
        let value = match holds {
            true => Value::Number(0.0),
            false => Value::Text(String::new()),
        };
        sheet.formula(row, CHANGE, &change, value, figure);
        let ends = self
            .band
            .iter()
            .flat_map(|band| [(LOW, band.p10), (HIGH, band.p90)]);
        for (column, end) in ends.filter(|(_, end)| end.is_finite()) {
            sheet.number(row, column, end, figure);
        }
    }
}

fn rows<'a>(sources: &'a Sources) -> Vec<Row<'a>> {
    let Sources {
        context,
        inputs,
        appraisal,
        ..
    } = sources;
    let (texts, further) = (context.texts(), context.further());
    let own = context.language.workbook();
    let calculation = sources.names.calculation;
    let here = |cell: &Formula| cell.on(calculation);
    let present = |line: &Line| here(&line.present_value());
    let row = |label, key, unit, look, formula| Row {
        label,
        key,
        unit,
        look,
        formula,
        only_if: None,
        band: None,
    };
    let band = |headline| context.found.and_then(|found| found.headline(headline));
    let kroner = |label, key, formula| row(label, key, own.kroner, Look::Kroner, formula);
    let npv = present(&appraisal.net);
    let outlay = present(&appraisal.outlay);
    let first_year = inputs.first_year();
    let horizon = inputs.parameter(inputs.roles().horizon);
    let break_even = here(&appraisal.break_even);
    let breaks_even = here(&appraisal.largest_flow)
        .above(0.0)
        .and(&break_even.below(&horizon));
    let effect = &appraisal.full_effect;
    let [later, at_pilot] = &sources.variations;
    let mut rows = vec![
        Row {
            band: band(Headline::Npv),
            ..kroner(texts.npv_term, "npv", npv.clone())
        },
        Row {
            band: band(Headline::NetSaving),
            ..kroner(
                own.net_saving,
                "annual_saving_at_full_effect_net",
                here(&effect.net),
            )
        },
    ];
    rows.extend(effect.person_years.iter().map(|freed| Row {
        band: band(Headline::PersonYears),
        ..row(
            own.person_years_freed,
            "person_years_at_full_effect",
            own.person_years_unit,
            Look::Decimals(1),
            here(freed),
        )
    }));
    rows.extend(effect.emissions.iter().map(|cut| {
        row(
            own.emissions_cut,
            "emissions_at_full_effect",
            own.tonnes_unit,
            Look::Decimals(1),
            here(cut),
        )
    }));
    rows.extend([
        Row {
            only_if: Some((breaks_even, own.never)),
            band: band(Headline::BreakEvenYear),
            ..row(
                own.break_even_year,
                "break_even_year",
                "",
                Look::Plain,
                first_year + break_even,
            )
        },
        kroner(
            own.gross_saving,
            "annual_saving_at_full_effect_gross",
            here(&effect.gross),
        ),
        Row {
            only_if: Some((outlay.above(0.0), own.no_outlay)),
            ..row(
                further.net_benefit_per_budget_krone,
                "net_benefit_per_budget_krone",
                "",
                Look::Decimals(2),
                &npv / &outlay,
            )
        },
        Row {
            only_if: Some((here(&appraisal.sign_changes).is(1.0), own.no_rate)),
            ..row(
                further.irr,
                "irr",
                "",
                Look::Percent(2),
                sources.rate_of_return.clone(),
            )
        },
        kroner(
            further.peak_funding,
            "peak_funding",
            here(&appraisal.peak_funding),
        ),
        kroner(further.cost_of_delay, "cost_of_delay", &npv - later),
        kroner(further.npv_at_pilot, "npv_at_pilot", at_pilot.clone()),
        kroner(
            own.pv_benefits,
            "pv_benefits",
            present(&appraisal.benefits.all),
        ),
        kroner(own.pv_costs, "pv_costs", present(&appraisal.costs.all)),
        kroner(
            own.pv_tax_financing,
            "pv_tax_financing",
            present(&appraisal.tax_financing),
        ),
        kroner(own.pv_outlay, "pv_outlay", outlay),
    ]);
    rows
}

/// What each actor pays and gains, in present value.
fn actors(sources: &Sources, sheet: &mut Worksheet, row: u32, styles: &Styles) {
    let Sources {
        context,
        appraisal,
        names,
        ..
    } = sources;
    let texts = context.language.workbook();
    let solution = context.solution;
    let heads = [(LABEL, texts.actor), (KEY, texts.key)];
    for (column, head) in heads {
        sheet.text(row, column, head, styles.column);
    }
    sheet.blank(row, UNIT, styles.column);
    let columns = [(NOW, texts.paid), (THEN, texts.gained), (CHANGE, texts.net)];
    for (column, head) in columns {
        sheet.text(row, column, head, styles.number_column);
    }
    let figure = Look::Kroner.on(styles.figure);
    let present = |line: &Line| line.present_value().on(names.calculation);
    for (actor, about) in solution.actors.iter().enumerate() {
        let row = row + 1 + actor as u32;
        let plan = &solution.plan;
        let lines = plan.line_parts().zip(&appraisal.costs.lines);
        let paid = lines.filter(|((cost, _), _)| plan.costs[*cost].pays == actor);
        let paid = super::formula::total(paid.map(|(_, line)| present(line)));
        let streams = plan.benefits.iter().zip(&appraisal.benefits.values);
        let gained = streams.filter(|(stream, _)| stream.gains == actor);
        let gained =
            super::formula::total(gained.filter_map(|(_, value)| value.as_ref()).map(present));
        sheet.text(row, LABEL, about.label.get(context.language), styles.bold);
        sheet.text(row, KEY, &about.id, styles.quiet);
        let cell = |column, value| super::line::cell(row, column, value);
        let net = cell(THEN, gained.value) - cell(NOW, paid.value);
        for (column, formula) in [(NOW, paid), (THEN, gained), (CHANGE, net)] {
            write_cell(sheet, row, column, &formula, figure);
        }
    }
}
