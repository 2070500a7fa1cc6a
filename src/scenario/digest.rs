//! A short digest of a scenario's figures, kept in a link: who opens it when the model or a source has changed is told
//! what the figures were.

use crate::model::{Plain, Results};

/// The figures that a scenario was shared with, to four digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Digest {
    /// Net present value (NOK).
    pub npv: f64,
    /// Net saving a year at full effect (NOK).
    pub saving: f64,
    /// Person-years freed a year at full effect.
    pub person_years: f64,
    /// Calendar year; none where costs are never earned back.
    pub break_even: Option<i32>,
}

impl Digest {
    pub fn of(results: &Results) -> Self {
        Self {
            npv: four_digits(results.npv),
            saving: four_digits(results.annual_saving_at_full_effect.net),
            person_years: four_digits(results.person_years_at_full_effect),
            break_even: results.break_even_year,
        }
    }

    /// Reads what [`Digest::write`] wrote; none where it is anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut next = || parts.next();
        let number = |text: Option<&str>| super::link::number(text?);
        let digest = Self {
            npv: number(next())?,
            saving: number(next())?,
            person_years: number(next())?,
            break_even: match next()? {
                NEVER => None,
                year => Some(number(Some(year))? as i32),
            },
        };
        parts.next().is_none().then_some(digest)
    }

    pub fn write(&self) -> String {
        let [npv, saving, person_years] = [self.npv, self.saving, self.person_years].map(Plain);
        match self.break_even {
            Some(year) => format!("{npv} {saving} {person_years} {year}"),
            None => format!("{npv} {saving} {person_years} {NEVER}"),
        }
    }
}

/// What stands for a year that does not come.
const NEVER: &str = "never";

/// The nearest number of four significant digits.
fn four_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value.abs() / unit >= 9999.5 {
        unit *= 10.0;
    }
    // Below a thousand there may be decimals.
    let mut parts = 1.0;
    while value != 0.0 && value.abs() * parts < 999.95 && parts < 1e6 {
        parts *= 10.0;
    }
    (value / unit * parts).round() / parts * unit
}
