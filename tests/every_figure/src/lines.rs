//! Figures as text that can be compared, and that says what differs.

use std::fmt::Write;

/// A line for each kind of figure: its name, a colon and the bits of each figure in hexadecimal.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    pub fn add(&mut self, name: &str, figures: impl IntoIterator<Item = f64>) {
        self.add_bits(name, figures.into_iter().map(f64::to_bits));
    }

    /// One number for all of these figures and their order: any other bit in any one of them gives another number.
    pub fn add_sum_of(&mut self, name: &str, figures: &[f64]) {
        // FNV-1a, but a whole figure at a time.
        let sum = figures
            .iter()
            .fold(0xcbf2_9ce4_8422_2325, |sum: u64, figure| {
                (sum ^ figure.to_bits()).wrapping_mul(0x0100_0000_01b3)
            });
        self.add_bits(name, [sum ^ figures.len() as u64]);
    }

    fn add_bits(&mut self, name: &str, figures: impl IntoIterator<Item = u64>) {
        self.0 += name;
        self.0.push(':');
        for bits in figures {
            // Writing to a text cannot fail.
            let _ = write!(self.0, " {bits:016x}");
        }
        self.0.push('\n');
    }

    pub fn text(self) -> String {
        self.0
    }
}

/// How many figures there are.
pub fn count(figures: &str) -> usize {
    figures.lines().map(|line| split(line).1.count()).sum()
}

/// What is the first to differ between two texts of figures, and in how many lines they do; none if all is the same.
pub fn difference(right: &str, seen: &str) -> Option<String> {
    let lengths = [right, seen].map(|text| text.lines().count());
    let mut differing = std::iter::zip(right.lines(), seen.lines())
        .filter(|(right, seen)| right != seen)
        .peekable();
    match differing.peek() {
        Some((right, seen)) => {
            let first = difference_of_lines(right, seen);
            let [lines, _] = lengths;
            let count = differing.count();
            Some(format!("{first} ({count} of {lines} lines differ)"))
        }
        None if lengths[0] != lengths[1] => {
            Some(format!("{} lines instead of {}", lengths[1], lengths[0]))
        }
        None => None,
    }
}

fn difference_of_lines(right: &str, seen: &str) -> String {
    let ((name, rights), (seen_name, seens)) = (split(right), split(seen));
    if name != seen_name {
        return format!("{seen_name:?} where there should be {name:?}");
    }
    let mut pairs = std::iter::zip(rights, seens).enumerate();
    match pairs.find(|(_, (right, seen))| right != seen) {
        Some((place, (right, seen))) => {
            format!(
                "{name}, figure {place}: {} instead of {}",
                told(seen),
                told(right)
            )
        }
        None => format!("{name}: not as many figures"),
    }
}

/// A figure as a person reads it, and its bits.
fn told(bits: &str) -> String {
    let number = u64::from_str_radix(bits, 16).map(f64::from_bits);
    number.map_or(bits.to_owned(), |number| format!("{number:e} [{bits}]"))
}

/// The name and the figures of a line.
fn split(line: &str) -> (&str, std::str::SplitWhitespace<'_>) {
    let (name, figures) = line.rsplit_once(':').unwrap_or((line, ""));
    (name, figures.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(figures: &[f64]) -> String {
        let mut lines = Lines::default();
        lines.add("costs", figures.iter().copied());
        lines.add_sum_of("draws", figures);
        lines.text()
    }

    #[test]
    fn the_same_figures_do_not_differ() {
        assert_eq!(difference(&text(&[1.0, 2.0]), &text(&[1.0, 2.0])), None);
        assert_eq!(count(&text(&[1.0, 2.0])), 3);
    }

    #[test]
    fn any_bit_of_any_figure_is_noticed_in_itself_and_in_its_sum() {
        let right: [f64; 3] = [1.5, 0.0, -2e9];
        for (place, bit) in (0..3).flat_map(|place| (0..64).map(move |bit| (place, bit))) {
            let mut other = right;
            other[place] = f64::from_bits(right[place].to_bits() ^ 1 << bit);
            let noticed = difference(&text(&right), &text(&other)).unwrap_or_default();
            let where_it_is = format!("costs, figure {place}: ");
            assert!(noticed.starts_with(&where_it_is), "{noticed}");
            assert!(noticed.ends_with("(2 of 2 lines differ)"), "{noticed}");
        }
    }

    #[test]
    fn what_is_missing_is_noticed() {
        let right = text(&[1.0, 2.0]);
        assert!(difference(&right, "").is_some());
        assert!(difference(&right, &text(&[1.0])).is_some());
        assert!(difference(&right, &right.replace("costs", "benefits")).is_some());
    }
}
