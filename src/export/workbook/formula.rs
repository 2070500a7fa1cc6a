//! A formula, and what it comes to. It is written once, as arithmetic: the text is what a spreadsheet calculates, the
//! value what stands in the cell until it does.

use crate::export::spreadsheet::quoted;
use crate::model::{exp_of, ln_of, log2_of};
use std::ops::{Add, Div, Mul, Sub};

/// A formula without its equals sign.
#[derive(Clone, Debug)]
pub struct Formula {
    pub text: String,
    pub value: f64,
    binds: Binds,
}

/// How strongly a formula's parts hold together: what needs no parentheses in what.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Binds {
    Sum,
    Product,
    Power,
    /// A number, a cell, a name, a function.
    One,
}

impl Formula {
    /// A cell, a name or a function's call, and what it is worth.
    pub fn one(text: impl Into<String>, value: f64) -> Self {
        Self {
            text: text.into(),
            value,
            binds: Binds::One,
        }
    }

    /// A function of what has been written out already.
    pub fn call(name: &str, arguments: &[&str], value: f64) -> Self {
        Self::one(format!("{name}({})", arguments.join(",")), value)
    }

    /// This cell, seen from another sheet.
    pub fn on(&self, sheet: &str) -> Self {
        Self::one(format!("{}!{}", quoted(sheet), self.text), self.value)
    }

    pub fn max(&self, other: impl Into<Formula>) -> Self {
        let other = other.into();
        let value = self.value.max(other.value);
        Self::call("MAX", &[&self.text, &other.text], value)
    }

    pub fn min(&self, other: impl Into<Formula>) -> Self {
        let other = other.into();
        let value = self.value.min(other.value);
        Self::call("MIN", &[&self.text, &other.text], value)
    }

    pub fn exp(&self) -> Self {
        Self::call("EXP", &[&self.text], exp_of(self.value))
    }

    /// 1, 0 or −1.
    pub fn sign(&self) -> Self {
        let value = if self.value == 0.0 {
            0.0
        } else {
            self.value.signum()
        };
        Self::call("SIGN", &[&self.text], value)
    }

    pub fn abs(&self) -> Self {
        Self::call("ABS", &[&self.text], self.value.abs())
    }

    /// The whole number at or below.
    pub fn floor(&self) -> Self {
        Self::call("INT", &[&self.text], self.value.floor())
    }

    pub fn log2(&self) -> Self {
        Self::call("LOG", &[&self.text, "2"], log2_of(self.value))
    }

    /// To a power; must be above zero.
    pub fn power(&self, exponent: impl Into<Formula>) -> Self {
        let exponent = exponent.into();
        let power = |base, exponent| exp_of(exponent * ln_of(base));
        self.joined("^", &exponent, Binds::Power, power)
    }

    pub fn below(&self, other: impl Into<Formula>) -> Condition {
        self.compared("<", &other.into(), |a, b| a < b)
    }

    pub fn at_most(&self, other: impl Into<Formula>) -> Condition {
        self.compared("<=", &other.into(), |a, b| a <= b)
    }

    pub fn above(&self, other: impl Into<Formula>) -> Condition {
        self.compared(">", &other.into(), |a, b| a > b)
    }

    pub fn is(&self, other: impl Into<Formula>) -> Condition {
        self.compared("=", &other.into(), |a, b| a == b)
    }

    fn compared(&self, sign: &str, other: &Formula, holds: fn(f64, f64) -> bool) -> Condition {
        Condition {
            text: format!("{}{sign}{}", self.text, other.text),
            holds: holds(self.value, other.value),
        }
    }

    /// Calculated in the order that it is written in: what comes second must bind more strongly.
    fn joined(&self, sign: &str, other: &Formula, binds: Binds, of: fn(f64, f64) -> f64) -> Self {
        let wrapped = |part: &Formula, enough: bool| match enough {
            true => part.text.clone(),
            false => format!("({})", part.text),
        };
        let (left, right) = (
            wrapped(
                self,
                self.binds >= binds && binds != Binds::Power || self.binds == Binds::One,
            ),
            wrapped(other, other.binds > binds),
        );
        Self {
            text: format!("{left}{sign}{right}"),
            value: of(self.value, other.value),
            binds,
        }
    }
}

impl From<f64> for Formula {
    fn from(number: f64) -> Self {
        let binds = if number < 0.0 { Binds::Sum } else { Binds::One };
        Self {
            text: number.to_string(),
            value: number,
            binds,
        }
    }
}

impl From<&Formula> for Formula {
    fn from(formula: &Formula) -> Self {
        formula.clone()
    }
}

macro_rules! arithmetic {
    ($($trait:ident $method:ident $sign:literal $binds:ident),*) => {$(
        impl<R: Into<Formula>> $trait<R> for &Formula {
            type Output = Formula;
            fn $method(self, other: R) -> Formula {
                self.joined($sign, &other.into(), Binds::$binds, f64::$method)
            }
        }
        impl<R: Into<Formula>> $trait<R> for Formula {
            type Output = Formula;
            fn $method(self, other: R) -> Formula {
                self.joined($sign, &other.into(), Binds::$binds, f64::$method)
            }
        }
    )*};
}
arithmetic!(Add add "+" Sum, Sub sub "-" Sum, Mul mul "*" Product, Div div "/" Product);

/// A number as it stands in a formula.
pub fn number(number: f64) -> Formula {
    Formula::from(number)
}

/// The sum of formulas; 0 of none.
pub fn total(parts: impl IntoIterator<Item = Formula>) -> Formula {
    let sum = parts.into_iter().reduce(|sum, part| sum + part);
    sum.unwrap_or_else(|| number(0.0))
}

/// What is so or not.
#[derive(Clone, Debug)]
pub struct Condition {
    pub text: String,
    pub holds: bool,
}

impl Condition {
    pub fn and(&self, other: &Condition) -> Condition {
        Condition {
            text: format!("AND({},{})", self.text, other.text),
            holds: self.holds && other.holds,
        }
    }
}

/// One formula or another.
pub fn when(condition: &Condition, yes: impl Into<Formula>, no: impl Into<Formula>) -> Formula {
    let (yes, no) = (yes.into(), no.into());
    let value = if condition.holds { yes.value } else { no.value };
    Formula::call("IF", &[&condition.text, &yes.text, &no.text], value)
}

/// Some cells beside or below each other.
#[derive(Clone, Debug)]
pub struct Range {
    pub text: String,
    pub values: Vec<f64>,
}

impl Range {
    /// These cells, seen from another sheet.
    pub fn on(&self, sheet: &str) -> Self {
        Self {
            text: format!("{}!{}", quoted(sheet), self.text),
            values: self.values.clone(),
        }
    }

    pub fn sum(&self) -> Formula {
        Formula::call("SUM", &[&self.text], self.values.iter().sum())
    }

    pub fn largest(&self) -> Formula {
        let value = self.values.iter().copied().fold(f64::MIN, f64::max);
        Formula::call("MAX", &[&self.text], value)
    }

    pub fn smallest(&self) -> Formula {
        let value = self.values.iter().copied().fold(f64::MAX, f64::min);
        Formula::call("MIN", &[&self.text], value)
    }

    /// The sum of products, pair by pair.
    pub fn times(&self, other: &Range) -> Formula {
        let pairs = self.values.iter().zip(&other.values);
        let value = pairs.map(|(a, b)| a * b).sum();
        Formula::call("SUMPRODUCT", &[&self.text, &other.text], value)
    }

    /// The place, counted from 1, of the last cell that is not above a value: the cells rise.
    pub fn place_of(&self, value: &Formula) -> Formula {
        let place = self.values.partition_point(|cell| *cell <= value.value);
        Formula::call("MATCH", &[&value.text, &self.text, "1"], place as f64)
    }

    /// The cell at a place, counted from 1.
    pub fn place(&self, place: &Formula) -> Formula {
        let index = (place.value as usize).saturating_sub(1);
        let value = self.values.get(index).copied().unwrap_or(0.0);
        Formula::call("INDEX", &[&self.text, &place.text], value)
    }
}

/// A text as it stands in a formula.
pub fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(formula: Formula, text: &str, value: f64) {
        assert_eq!((formula.text.as_str(), formula.value), (text, value));
    }

    #[test]
    fn a_formula_is_calculated_in_the_order_of_its_arithmetic() {
        let [a, b, c] =
            [("A1", 8.0), ("B1", 4.0), ("C1", 2.0)].map(|(text, value)| Formula::one(text, value));
        reads(&a - (&b - &c), "A1-(B1-C1)", 6.0);
        reads(&a - &b - &c, "A1-B1-C1", 2.0);
        reads((&a + &b) * &c, "(A1+B1)*C1", 24.0);
        reads(&a / (&b * &c), "A1/(B1*C1)", 1.0);
        reads(&a / &b * &c, "A1/B1*C1", 4.0);
        reads(
            (&a * &b).power(number(1.0) - &c),
            "(A1*B1)^(1-C1)",
            1.0 / 32.0,
        );
        reads(&a * number(-1.0), "A1*(-1)", -8.0);
        reads(
            when(&a.below(&b), &b, &c).max(0.5),
            "MAX(IF(A1<B1,B1,C1),0.5)",
            2.0,
        );
    }

    #[test]
    fn sheets_and_texts_are_quoted() {
        assert_eq!(
            Formula::one("A1", 0.0).on("Ett år senere").text,
            "'Ett år senere'!A1"
        );
        assert_eq!(Formula::one("A1", 0.0).on("Kilder").text, "Kilder!A1");
        assert_eq!(in_quotes("«a» og \"b\""), "\"«a» og \"\"b\"\"\"");
    }
}
