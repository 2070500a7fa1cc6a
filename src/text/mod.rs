//! Every text on the page, one file per language; numbers, money and units as each language writes them.
//!
//! A language is a value of [`Texts`]: a text that is missing does not compile. Texts with something to fill
//! in are functions of texts that are ready to read, so that each language decides on order and grammar.

mod en;
mod export;
mod nb;
mod nn;
mod number;
mod pages;
mod statement;
mod texts;
mod unit;
mod words;
mod workbook;

use crate::solution::Solution;
pub use crate::solution::{Language, Text};
pub use export::ExportTexts;
pub(crate) use number::MINUS;
pub use number::{NARROW, NumberStyle, SPACE};
pub use pages::PageTexts;
pub use statement::{StatementSection, StatementTexts};
pub use texts::{FurtherTexts, Texts};
pub use unit::{quantity, unit_phrase};
pub use words::Words;
pub use workbook::WorkbookTexts;

impl Language {
    /// The texts of this language.
    pub fn texts(self) -> &'static Texts {
        match self {
            Language::Nb => &nb::TEXTS,
            Language::Nn => &nn::TEXTS,
            Language::En => &en::TEXTS,
        }
    }

    /// The texts of this language for what comes after the first view.
    pub fn further(self) -> &'static FurtherTexts {
        match self {
            Language::Nb => &nb::FURTHER,
            Language::Nn => &nn::FURTHER,
            Language::En => &en::FURTHER,
        }
    }

    /// The texts of this language for files.
    pub fn exports(self) -> &'static ExportTexts {
        match self {
            Language::Nb => &nb::export::TEXTS,
            Language::Nn => &nn::export::TEXTS,
            Language::En => &en::export::TEXTS,
        }
    }

    /// The texts of this language for the pages around the simulator.
    pub fn pages(self) -> &'static PageTexts {
        match self {
            Language::Nb => &nb::pages::TEXTS,
            Language::Nn => &nn::pages::TEXTS,
            Language::En => &en::pages::TEXTS,
        }
    }

    /// The texts of this language for the accessibility statement.
    pub fn statement(self) -> &'static StatementTexts {
        match self {
            Language::Nb => &nb::statement::TEXTS,
            Language::Nn => &nn::statement::TEXTS,
            Language::En => &en::statement::TEXTS,
        }
    }

    /// The texts of this language for workbooks.
    pub fn workbook(self) -> &'static WorkbookTexts {
        match self {
            Language::Nb => &nb::workbook::TEXTS,
            Language::Nn => &nn::workbook::TEXTS,
            Language::En => &en::workbook::TEXTS,
        }
    }
}

/// A name as it stands inside a sentence: without its capital, unless it is an abbreviation.
pub fn inside_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second == lower(second) => {
            name.replacen(first, lower(first).encode_utf8(&mut [0; 4]), 1)
        }
        _ => name.to_owned(),
    }
}

/// A letter of our languages without its capital. The tables of all the world's scripts would weigh more than all of
/// our texts.
fn lower(letter: char) -> char {
    match letter {
        'Æ' => 'æ',
        'Ø' => 'ø',
        'Å' => 'å',
        letter => letter.to_ascii_lowercase(),
    }
}

/// The question that a control asks.
pub fn control_label<'a>(
    language: Language,
    solution: &'a Solution,
    control: &crate::scenario::Control,
) -> &'a str {
    match control.scale {
        crate::scenario::Scale::HalfTime { .. } => language.texts().half_time,
        _ => solution.parameters[control.parameter].label.get(language),
    }
}
