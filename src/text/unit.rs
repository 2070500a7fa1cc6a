//! Units in words: `NOK/bed/year` is "kr per sengeplass i året".

use super::Language;
use crate::solution::Solution;

/// A formal unit in words, as it stands after a number other than one; empty for a bare number.
pub fn unit_phrase(language: Language, solution: &Solution, unit: &str) -> String {
    phrase(language, solution, unit, many)
}

/// A number, as it is written, with its unit in words: `1 ferje`, `2 ferjer`.
pub fn quantity(language: Language, solution: &Solution, number: &str, unit: &str) -> String {
    let numbers = &language.texts().numbers;
    let counted = if number == "1" { one } else { many };
    numbers.with_unit(number, &phrase(language, solution, unit, counted))
}

/// How one, or several, of a unit are called.
type Counted = for<'a> fn(Language, &'a Solution, &'a str) -> &'a str;

fn phrase(language: Language, solution: &Solution, unit: &str, counted: Counted) -> String {
    let texts = language.texts();
    let mut phrase = String::new();
    for (index, part) in unit.split('/').enumerate() {
        if index > 0 {
            if part == "year" {
                phrase.push_str(if phrase.is_empty() {
                    texts.per_year
                } else {
                    texts.a_year
                });
                continue;
            }
            phrase.push_str(texts.per);
        }
        phrase.push_str(match (part, index) {
            ("1", 0) => "%",
            // Written in short, and not by what one of them is called.
            (part @ ("NOK" | "t"), 0) => many(language, solution, part),
            (part, 0) => counted(language, solution, part),
            (part, _) => one(language, solution, part),
        });
    }
    phrase.trim_start().to_owned()
}

fn many<'a>(language: Language, solution: &'a Solution, unit: &'a str) -> &'a str {
    match solution.unit_words(unit) {
        Some(words) => words.many.get(language),
        None => (language.texts().unit)(unit).map_or(unit, |(_, many)| many),
    }
}

fn one<'a>(language: Language, solution: &'a Solution, unit: &'a str) -> &'a str {
    match solution.unit_words(unit) {
        Some(words) => words.one.get(language),
        None => (language.texts().unit)(unit).map_or(unit, |(one, _)| one),
    }
}
