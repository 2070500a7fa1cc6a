//! A number as machines write it: a point, no spaces, six decimals at most.
//!
//! Also what errors say. The standard library's own way, exact to the last of up to a thousand digits, would weigh
//! more in the page's program than the whole model.

use std::fmt;

/// Writes a number: `0.05`, `-3`, `1e300`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plain(pub f64);

/// Decimals at most.
const DECIMALS: usize = 6;
const UNIT: u64 = 1_000_000;
/// From here on, and below one of the last decimal, with an exponent.
const LARGE: f64 = 1e13;

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        if self.0.is_nan() {
            return f.write_str("NaN");
        }
        if self.0 < 0.0 {
            f.write_str("-")?;
        }
        if size.is_infinite() {
            return f.write_str("infinity");
        }
        if size != 0.0 && !(1.0 / UNIT as f64..LARGE).contains(&size) {
            return with_exponent(size, f);
        }
        decimal((size * UNIT as f64).round() as u64, f)
    }
}

/// Writes so many millionths.
fn decimal(millionths: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}", millionths / UNIT)?;
    let (mut rest, mut places) = (millionths % UNIT, DECIMALS);
    if rest == 0 {
        return Ok(());
    }
    while rest.is_multiple_of(10) {
        rest /= 10;
        places -= 1;
    }
    write!(f, ".{rest:0places$}")
}

fn with_exponent(size: f64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (mut leading, mut exponent) = (size, 0);
    while leading >= 10.0 {
        leading /= 10.0;
        exponent += 1;
    }
    while leading < 1.0 {
        leading *= 10.0;
        exponent -= 1;
    }
    let mut leading = (leading * UNIT as f64).round() as u64;
    if leading == 10 * UNIT {
        leading = UNIT;
        exponent += 1;
    }
    decimal(leading, f)?;
    write!(f, "e{exponent}")
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[track_caller]
    fn writes(value: f64, expected: &str) {
        assert_eq!(Plain(value).to_string(), expected);
    }

    #[test]
    fn a_number_is_written_without_idle_zeros() {
        writes(0.0, "0");
        writes(-3.0, "-3");
        writes(0.05, "0.05");
        writes(80.0 * 0.01 * 100.0, "80");
        writes(0.1 + 0.2, "0.3");
        writes(1234567.891, "1234567.891");
        writes(0.000001, "0.000001");
    }

    #[test]
    fn very_large_and_very_small_numbers_have_an_exponent() {
        writes(1e300, "1e300");
        writes(-2.5e-9, "-2.5e-9");
        writes(1e15, "1e15");
        writes(9.9999999e20, "1e21");
        writes(f64::MAX, "1.797693e308");
    }

    #[test]
    fn what_is_no_number_is_said() {
        writes(f64::NAN, "NaN");
        writes(f64::NEG_INFINITY, "-infinity");
    }
}
