//! Texts in the languages of the simulator.

use borsh::{BorshDeserialize, BorshSerialize};

/// A language of the page and of solution files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::Nb, Language::Nn, Language::En];

    /// The BCP 47 tag, also the first part of a page's address.
    pub fn code(self) -> &'static str {
        match self {
            Language::Nb => "nb",
            Language::Nn => "nn",
            Language::En => "en",
        }
    }

    /// The language with this tag.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }
}

/// A text in the languages that its author wrote it in: one at least, which stands in for the others.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct Text([Option<String>; Language::ALL.len()]);

impl Text {
    /// A text by what is written in each language; none if that is nothing.
    pub fn new(written: impl Fn(Language) -> Option<String>) -> Option<Self> {
        let texts = Language::ALL.map(written);
        texts.iter().any(Option::is_some).then_some(Self(texts))
    }

    /// The same in every language: an id in the place of a text that is missing.
    pub fn everywhere(text: &str) -> Self {
        Self([Some(text.to_owned()), None, None])
    }

    /// The text in a language, or else in the first that there is.
    pub fn get(&self, language: Language) -> &str {
        let own = self.0[language as usize].as_ref();
        let found = own.or_else(|| self.0.iter().flatten().next());
        found.map_or("", String::as_str)
    }
}
