//! A number as machines write it: a point, no spaces, six decimals at most.
//!
//! Also what errors say. The standard library's own way, exact to the last of up to a thousand digits, would weigh
//! more in the page's program than the whole model.

use std::fmt;

/// Writes a number: `0.05`, `-3`, `1e300`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plain(pub f64);

impl Plain {
    /// Reads a number as it is written here: digits, perhaps a point and decimals, perhaps an exponent. Exact up to
    /// fifteen digits and powers of ten to the twenty-second; none where the text is anything else.
    pub fn read(text: &str) -> Option<f64> {
        let (size, negative) = match text.strip_prefix('-') {
            Some(size) => (size, true),
            None => (text, false),
        };
        let (leading, exponent) = match size.split_once(['e', 'E']) {
            Some((leading, exponent)) => (leading, exponent.parse().ok()?),
            None => (size, 0_i16),
        };
        let (whole, decimals) = leading.split_once('.').unwrap_or((leading, ""));
        let digits = || whole.bytes().chain(decimals.bytes());
        let legal = !whole.is_empty() && digits().all(|digit| digit.is_ascii_digit());
        if !legal || leading.len() > LONGEST {
            return None;
        }
        let number = digits().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
        let exponent = i32::from(exponent) - decimals.len() as i32;
        let power = (0..exponent.abs().min(400)).fold(1.0, |power, _| power * 10.0);
        let value = if exponent < 0 {
            number / power
        } else {
            number * power
        };
        value.is_finite().then_some(if negative && value != 0.0 {
            -value
        } else {
            value
        })
    }

    /// The nearest value that is written in full, and so is read again as it was: of six decimals; from a thousand
    /// million on, whole.
    pub fn nearest(value: f64) -> f64 {
        match value.abs() < 1e9 {
            true => (value * UNIT as f64).round() / UNIT as f64,
            false => value.round(),
        }
    }
}

/// Decimals at most.
const DECIMALS: usize = 6;
const UNIT: u64 = 1_000_000;
/// Characters that are read at most, without the exponent.
const LONGEST: usize = 40;
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
    fn what_is_written_is_read_again_as_it_was() {
        for value in [
            0.0,
            0.05,
            -3.0,
            0.381234,
            1234567.891,
            45_000.0,
            123_456_789_012.0,
            1e15,
        ] {
            assert_eq!(Plain::read(&Plain(value).to_string()), Some(value));
        }
        assert_eq!(Plain::read("2.5e-3"), Some(0.0025));
        assert_eq!(Plain::read("007"), Some(7.0));
        assert_eq!(Plain::read("-0").map(f64::to_bits), Some(0));
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "", "-", ".", ".5", "1.2.3", "0,8", "NaN", "infinity", "1e", "1e999", "1e99999",
            "0x10", "٣", "1 000", "--1", "1e5.0",
        ] {
            assert_eq!(Plain::read(text), None, "{text:?}");
        }
        assert_eq!(Plain::read(&"9".repeat(400)), None);
    }

    #[test]
    fn what_is_no_number_is_said() {
        writes(f64::NAN, "NaN");
        writes(f64::NEG_INFINITY, "-infinity");
    }
}
