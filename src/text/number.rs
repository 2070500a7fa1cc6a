//! Numbers and money as people of a language write them.

/// Narrow no-break space: between thousands, and between a number and its unit.
pub const NARROW: char = '\u{202f}';
const MINUS: char = '\u{2212}';

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberStyle {
    pub decimal: char,
    /// What stands after a number in thousands of millions, in millions, and of kroner.
    pub billions: &'static str,
    pub millions: &'static str,
    pub kroner: &'static str,
}

impl NumberStyle {
    /// A number with a fixed number of decimals: `1 040`, `−3,5`.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let digits = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let negative = value < 0.0 && digits.bytes().any(|b| (b'1'..=b'9').contains(&b));
        let mut text = String::with_capacity(digits.len() + 8);
        if negative {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            // Four digits stay together in running text in no Norwegian style guide: 1 040.
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(NARROW);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// A number to three significant digits or so, without idle decimals: how people say it.
    pub fn rounded(&self, value: f64) -> String {
        match value.abs() {
            size if size >= 1000.0 => {
                let unit = 10f64.powi(size.log10().floor() as i32 - 2);
                self.number((value / unit).round() * unit, 0)
            }
            size if size >= 99.95 => self.number(value, 0),
            size if size >= 9.95 => self.trimmed(value, 1),
            _ => self.trimmed(value, 2),
        }
    }

    /// A share as a percentage: `80 %`.
    pub fn percent(&self, share: f64) -> String {
        format!("{}{NARROW}%", self.trimmed(share * 100.0, 1))
    }

    /// At most so many decimals, without trailing zeros.
    pub fn trimmed(&self, value: f64, decimals: usize) -> String {
        let places = (0..decimals).find(|&places| {
            let unit = 10f64.powi(places as i32);
            let most = 10f64.powi(decimals as i32);
            ((value * unit).round() / unit - (value * most).round() / most).abs() < 0.5 / most
        });
        self.number(value, places.unwrap_or(decimals))
    }

    /// Kroner as people say them: `13,3 mrd. kr`, `349 mill. kr`, `45 000 kr`.
    pub fn money(&self, kroner: f64) -> String {
        let (unit, word) = self.money_unit(kroner.abs());
        let scaled = kroner / unit;
        let decimals =
            usize::from(unit > 1.0 && scaled.abs() < 9.95 || unit == 1e9 && scaled.abs() < 99.95);
        let number = if unit == 1.0 {
            self.rounded_kroner(kroner)
        } else {
            self.number(scaled, decimals)
        };
        format!("{number}{NARROW}{word}")
    }

    /// The unit that an amount of this size is said in, and its word.
    pub fn money_unit(&self, size: f64) -> (f64, &'static str) {
        match size {
            size if size >= 999.5e6 => (1e9, self.billions),
            size if size >= 999_500.0 => (1e6, self.millions),
            _ => (1.0, self.kroner),
        }
    }

    fn rounded_kroner(&self, kroner: f64) -> String {
        let unit = if kroner.abs() >= 10_000.0 {
            1000.0
        } else {
            1.0
        };
        self.number((kroner / unit).round() * unit, 0)
    }

    /// Reads a number as people type it: spaces between thousands, comma or point, any minus, a sign at the end.
    pub fn read(text: &str) -> Option<f64> {
        let plain: String = text
            .trim()
            .trim_end_matches('%')
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                ',' => '.',
                MINUS | '–' => '-',
                c => c,
            })
            .collect();
        let numeric = plain
            .bytes()
            .all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
        plain
            .parse()
            .ok()
            .filter(|value: &f64| numeric && value.is_finite())
    }
}
