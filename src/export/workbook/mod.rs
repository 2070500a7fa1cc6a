//! A scenario as a workbook that calculates: an analyst changes a cell, and the net present value follows.
//!
//! `assumptions` is the sheet with the cells that may be changed, `results` the one with what comes of them. What is
//! between has the model's own parts: `rollout`, `adoption`, `benefits`, `costs` and `appraisal` write it as formulas, a
//! line a series, three times: as chosen, a year later, and left at the pilot. `rate_of_return` is a sheet of its own.
//! `inputs` knows the cells of assumptions by `names`; a `sheet` is filled with figures and `line`s, each a `formula`,
//! which has its text and what it comes to; `style` is how cells look.

mod adoption;
mod appraisal;
mod assumptions;
mod benefits;
mod costs;
mod formula;
mod inputs;
mod line;
mod names;
mod rate_of_return;
mod results;
mod rollout;
mod sheet;
mod style;

use crate::export::spreadsheet::Workbook;
use crate::figure::Context;
use inputs::Inputs;
use results::Sources;
use style::Styles;

/// Of what the whole calculation is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Variation {
    AsChosen,
    /// The rollout starts a year later.
    YearLater,
    /// The rollout does not start.
    AtPilot,
}

/// What the sheets are called that others refer to.
struct SheetNames {
    assumptions: &'static str,
    calculation: &'static str,
    results: &'static str,
}

/// The workbook, as the bytes of an `.xlsx` file; `link` is the address that shows the same figures, if there is one.
pub fn workbook(context: Context, link: Option<&str>) -> Vec<u8> {
    let texts = context.language.workbook();
    let names = SheetNames {
        assumptions: texts.assumptions_sheet,
        calculation: texts.calculation_sheet,
        results: texts.results_sheet,
    };
    let styles = Styles::new();
    let inputs = Inputs::new(context.solution, context.scenario);
    let calculate =
        |titles, variation| appraisal::write(&inputs, context.language, &styles, titles, variation);
    let (calculation, appraisal) = calculate(
        [names.calculation, texts.calculation_intro],
        Variation::AsChosen,
    );
    let later = [texts.later_sheet, texts.later_intro];
    let (year_later, of_later) = calculate(later, Variation::YearLater);
    let at_pilot = [texts.pilot_sheet, texts.pilot_intro];
    let (pilot, of_pilot) = calculate(at_pilot, Variation::AtPilot);
    let (rate_sheet, rate_of_return) =
        rate_of_return::write(names.calculation, &appraisal, texts, &styles);
    let sources = Sources {
        context: &context,
        inputs: &inputs,
        names: &names,
        appraisal: &appraisal,
        variations: [
            of_later.net.present_value().on(texts.later_sheet),
            of_pilot.net.present_value().on(texts.pilot_sheet),
        ],
        rate_of_return,
        link,
    };
    let (results, npv) = results::write(&sources, &styles);
    let (assumptions, names) = assumptions::write(&context, &inputs, &names, &npv, &styles);
    let workbook = Workbook {
        title: context.solution.name.get(context.language),
        author: context.texts().site_name,
        sheets: vec![
            assumptions,
            calculation,
            results,
            year_later,
            pilot,
            rate_sheet,
        ],
        names,
    };
    workbook.file()
}
