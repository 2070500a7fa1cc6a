//! A control's numbers in words.

use super::{Language, quantity, unit_phrase};
use crate::scenario::{Control, Scale};
use crate::solution::Solution;

/// A control's numbers in words.
pub struct Words {
    /// What stands after a number.
    pub unit: String,
    /// One with its unit.
    one: String,
    control: Control,
    language: Language,
}

impl Words {
    pub fn new(language: Language, solution: &Solution, control: &Control) -> Self {
        let formal = match control.scale {
            Scale::HalfTime { .. } => "year",
            _ => &solution.parameters[control.parameter].unit,
        };
        Self {
            unit: unit_phrase(language, solution, formal),
            one: quantity(language, solution, "1", formal),
            control: *control,
            language,
        }
    }

    /// A shown number, without its unit.
    pub fn number(&self, shown: f64) -> String {
        let numbers = &self.language.texts().numbers;
        numbers.trimmed(shown, self.control.decimals() + 2)
    }

    /// A shown number with its unit.
    pub fn full(&self, shown: f64) -> String {
        self.with_unit(&self.number(shown))
    }

    /// A shown number with its unit, as people say it.
    pub fn about(&self, shown: f64) -> String {
        self.with_unit(&self.language.texts().numbers.rounded(shown))
    }

    fn with_unit(&self, number: &str) -> String {
        match number {
            "1" => self.one.clone(),
            _ => self.language.texts().numbers.with_unit(number, &self.unit),
        }
    }
}
