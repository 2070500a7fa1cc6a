//! A control's numbers in words.

use super::{Language, unit_phrase};
use crate::scenario::{Control, Scale};
use crate::solution::Solution;

/// A control's numbers in words.
pub struct Words {
    /// What stands after a number.
    pub unit: String,
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
        let numbers = &self.language.texts().numbers;
        numbers.with_unit(&self.number(shown), &self.unit)
    }

    /// A shown number with its unit, as people say it.
    pub fn about(&self, shown: f64) -> String {
        let numbers = &self.language.texts().numbers;
        numbers.with_unit(&numbers.rounded(shown), &self.unit)
    }
}
