//! Numbers and money as people of a language write them.

/// Narrow no-break space: between thousands in Norwegian.
pub const NARROW: char = '\u{202f}';
/// No-break space: between a number and its unit. A narrow one looks like none before a word.
pub const SPACE: char = '\u{a0}';
pub(crate) const MINUS: char = '\u{2212}';

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberStyle {
    pub decimal: char,
    /// Between thousands.
    pub thousands: char,
    /// What stands after a number of hundredths.
    pub percent: &'static str,
    /// What stands after a number in thousands of millions, in millions, and of kroner.
    pub billions: &'static str,
    pub millions: &'static str,
    pub kroner: &'static str,
}

impl NumberStyle {
    /// A number with a fixed number of decimals: `1 040`, `−3,5`. Numbers of people and money: past 10^19, counted in
    /// the last decimal, they stay at that.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let scaled = (value.abs() * power_of_ten(decimals)).round() as u64;
        let digits = format!("{scaled:0width$}", width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let mut text = String::with_capacity(digits.len() + 8);
        if value < 0.0 && scaled > 0 {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(self.thousands);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// What stands between the fields of a file that a spreadsheet opens by itself: where the comma is in the numbers, it
    /// cannot be between them.
    pub fn between_fields(&self) -> char {
        if self.decimal == ',' { ';' } else { ',' }
    }

    /// A number to three significant digits or so, without idle decimals: how people say it.
    pub fn rounded(&self, value: f64) -> String {
        match value.abs() {
            size if size >= 999.5 => {
                let mut unit = 1.0;
                while size / unit >= 999.5 {
                    unit *= 10.0;
                }
                self.number((value / unit).round() * unit, 0)
            }
            size if size >= 99.95 => self.number(value, 0),
            size if size >= 9.95 => self.trimmed(value, 1),
            _ => self.trimmed(value, 2),
        }
    }

    /// A share as a percentage: `80 %`.
    pub fn percent(&self, share: f64) -> String {
        self.with_unit(&self.trimmed(share * 100.0, 1), "%")
    }

    /// A number with its unit in words.
    pub fn with_unit(&self, number: &str, phrase: &str) -> String {
        match phrase.strip_prefix('%') {
            Some(more) => format!("{number}{}{more}", self.percent),
            None => format!("{number}{SPACE}{phrase}").trim_end().to_owned(),
        }
    }

    /// At most so many decimals, without trailing zeros.
    pub fn trimmed(&self, value: f64, decimals: usize) -> String {
        self.number(value, needed_decimals(value, decimals))
    }

    /// Kroner as people say them: `13,3 mrd. kr`, `349 mill. kr`, `45 000 kr`.
    pub fn money(&self, kroner: f64) -> String {
        let (unit, word) = self.money_unit(kroner.abs());
        let scaled = kroner / unit;
        let number = match unit {
            1.0 => self.rounded_kroner(kroner),
            1e9 => self.number(scaled, usize::from(scaled.abs() < 99.95)),
            _ => self.number(scaled, usize::from(scaled.abs() < 9.95)),
        };
        format!("{number}{SPACE}{word}")
    }

    /// The two ends of a span, both to the largest of one, two or five times a power of ten that goes ten times into the span
    /// or more often: what draws can tell. Never to more than three digits of the larger end, nor to less than `finest`, the
    /// smallest that will be written.
    pub fn span(&self, ends: [f64; 2], finest: f64) -> [f64; 2] {
        let step = span_step(ends, finest);
        ends.map(|end| (end / step).round() * step)
    }

    /// The two ends of a span of money in the same unit, which stands on the second only.
    pub fn money_span(&self, ends: [f64; 2]) -> [String; 2] {
        let step = span_step(ends, 1.0);
        let ends = self.span(ends, 1.0);
        let (unit, word) = self.money_unit(larger(ends));
        let mut decimals = 0;
        while unit > 1.0 && step * power_of_ten(decimals) < unit * 0.99 {
            decimals += 1;
        }
        let [low, high] = ends.map(|end| match end {
            0.0 => self.number(0.0, 0),
            _ => self.trimmed(end / unit, decimals),
        });
        [low, format!("{high}{SPACE}{word}")]
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

    /// Reads a number as people type it: any spaces between thousands, comma or point, any minus, a sign at the end.
    pub fn read(&self, text: &str) -> Option<f64> {
        let text = text.trim();
        let text = text
            .strip_suffix('%')
            .unwrap_or(text)
            .trim_start_matches('+');
        let (negative, text) = match text.strip_prefix(['-', MINUS, '–']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let text = text.replace(char::is_whitespace, "");
        let text = self.without_thousands(&text);
        let (mut value, mut digits, mut decimals) = (0.0, 0, None);
        for c in text.chars() {
            match c {
                '0'..='9' => {
                    value = value * 10.0 + f64::from(c as u32 - '0' as u32);
                    digits += 1;
                    decimals = decimals.map(|count: usize| count + 1);
                }
                ',' | '.' if decimals.is_none() => decimals = Some(0),
                _ => return None,
            }
        }
        // Exact up to fifteen digits: both numbers then are whole, and one division rounds once.
        let value = value / power_of_ten(decimals.unwrap_or(0));
        (digits > 0 && value.is_finite()).then_some(if negative { -value } else { value })
    }

    /// The sign that is not the language's decimal one stands between thousands where three digits follow each, as in
    /// 5.000 in Norwegian and 5,000 in English, unless only zero is before it.
    fn without_thousands(&self, text: &str) -> String {
        let between = if self.decimal == ',' { '.' } else { ',' };
        let whole = text.split(self.decimal).next().unwrap_or_default();
        let mut groups = whole.split(between);
        let first = groups.next().unwrap_or_default();
        let thousands = !first.is_empty() && !first.starts_with('0');
        match thousands && groups.all(|group| group.len() == 3) {
            true => text.replace(between, ""),
            false => text.to_owned(),
        }
    }
}

fn power_of_ten(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// What both ends of a span are rounded to.
fn span_step(ends: [f64; 2], finest: f64) -> f64 {
    let [low, high] = ends;
    let tenth = (high - low).abs() / 10.0;
    let power = power_within(tenth);
    let times = [5.0, 2.0, 1.0]
        .into_iter()
        .find(|times| times * power <= tenth);
    let of_span = times.unwrap_or(1.0) * power;
    let of_larger = power_within(larger(ends)) / 100.0;
    of_span.max(of_larger).max(finest)
}

/// The size of the end that is farther from zero.
fn larger([low, high]: [f64; 2]) -> f64 {
    low.abs().max(high.abs())
}

/// The largest power of ten that is not above a size; of what is smaller, a hundredth.
fn power_within(size: f64) -> f64 {
    let mut power = 0.01;
    while size / power >= 10.0 {
        power *= 10.0;
    }
    power
}

/// The decimals, at most `most`, after which only zeros would follow.
fn needed_decimals(value: f64, most: usize) -> usize {
    let last = power_of_ten(most);
    let rounded = (value * last).round();
    let enough = |&places: &usize| {
        let unit = power_of_ten(most - places);
        (rounded / unit).fract() == 0.0
    };
    (0..most).find(enough).unwrap_or(most)
}
