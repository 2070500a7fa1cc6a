//! The yearly series of a solution, in the order of every table that has them all.

use crate::figure::Context;
use crate::model::{Evaluation, Kind, Part};
use crate::solution::Solution;
use crate::text::unit_phrase;
use crate::uncertainty::Series;

/// A yearly series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearly {
    Installed,
    New,
    InService,
    InUse,
    Benefits,
    Costs,
    Net,
    DiscountFactor,
    PersonYears,
    /// A benefit stream: its value, or the quantity of one that only counts.
    Stream(usize),
    /// A line of the model's costs.
    Line(usize),
}

/// The series that every solution has.
pub const FIXED: [Yearly; 9] = [
    Yearly::Installed,
    Yearly::New,
    Yearly::InService,
    Yearly::InUse,
    Yearly::Benefits,
    Yearly::Costs,
    Yearly::Net,
    Yearly::DiscountFactor,
    Yearly::PersonYears,
];

/// All series: the fixed ones, then the benefit streams, then the cost lines.
pub fn all(solution: &Solution) -> impl Iterator<Item = Yearly> {
    let plan = &solution.plan;
    let streams = (0..plan.benefits.len()).map(Yearly::Stream);
    let lines = (0..plan.line_parts().count()).map(Yearly::Line);
    FIXED.into_iter().chain(streams).chain(lines)
}

impl Yearly {
    /// The figures from the first year on: money in NOK, units, person-years.
    pub fn figures(self, solution: &Solution, e: &Evaluation<f64>) -> Vec<f64> {
        let series = match self {
            Yearly::Installed => &e.installed,
            Yearly::New => &e.new,
            Yearly::InService => &e.in_service,
            Yearly::InUse => &e.in_use,
            Yearly::Benefits => &e.benefits,
            Yearly::Costs => &e.costs,
            Yearly::Net => &e.net,
            Yearly::DiscountFactor => &e.discount_factor,
            Yearly::PersonYears => &e.person_years,
            Yearly::Stream(place) if counts(solution, place) => &e.quantities[place],
            Yearly::Stream(place) => &e.values[place],
            Yearly::Line(place) => &e.lines[place],
        };
        // Zero has no sign: nobody is to wonder what a residual value of minus zero is.
        series[..e.years]
            .iter()
            .map(|figure| figure + 0.0)
            .collect()
    }

    /// Its name with its unit in brackets.
    pub fn heading(self, context: &Context) -> String {
        let Context {
            language, solution, ..
        } = *context;
        let (texts, further, exports) = (
            context.texts(),
            context.further(),
            context.language.exports(),
        );
        let units = || solution.unit.many.get(language).to_owned();
        let kroner = || (exports.kroner_of)(&solution.price_year.to_string());
        let (name, unit) = match self {
            Yearly::Installed => (further.in_place.to_owned(), units()),
            Yearly::New => (exports.new_units.to_owned(), units()),
            Yearly::InService => (exports.in_service.to_owned(), units()),
            Yearly::InUse => (further.in_use.to_owned(), units()),
            Yearly::Benefits => (texts.benefit.to_owned(), kroner()),
            Yearly::Costs => (texts.cost.to_owned(), kroner()),
            Yearly::Net => (texts.net.to_owned(), kroner()),
            Yearly::DiscountFactor => return exports.discount_factor.to_owned(),
            Yearly::PersonYears => return further.person_years_line.to_owned(),
            Yearly::Stream(place) => {
                let about = &solution.benefits[place];
                let unit = match counts(solution, place) {
                    true => unit_phrase(language, solution, &about.unit),
                    false => kroner(),
                };
                (about.label.get(language).to_owned(), unit)
            }
            Yearly::Line(place) => (line(context, place), kroner()),
        };
        format!("{name} ({unit})")
    }

    /// The series of the draws that is the same.
    pub fn drawn(self) -> Option<Series> {
        match self {
            Yearly::Installed => Some(Series::Installed),
            Yearly::New => Some(Series::New),
            Yearly::InUse => Some(Series::InUse),
            Yearly::Benefits => Some(Series::Benefits),
            Yearly::Costs => Some(Series::Costs),
            Yearly::Net => Some(Series::Net),
            Yearly::PersonYears => Some(Series::PersonYears),
            _ => None,
        }
    }
}

/// Whether a stream only counts: it has no price.
fn counts(solution: &Solution, stream: usize) -> bool {
    solution.plan.benefits[stream].kind == Kind::Count
}

/// The name of a cost line.
fn line(context: &Context, place: usize) -> String {
    let exports = context.language.exports();
    let Some((cost, part)) = context.solution.plan.line_parts().nth(place) else {
        return String::new();
    };
    let name = context.solution.costs[cost].label.get(context.language);
    match part {
        Part::First => name.to_owned(),
        Part::Replacement => (exports.replacement)(name),
        Part::Residual => (exports.residual)(name),
    }
}
