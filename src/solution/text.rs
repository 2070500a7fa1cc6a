//! Texts in the languages of the simulator.

/// A language of the page and of solution files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Norwegian bokmål.
    #[default]
    Nb,
}

impl Language {
    pub const ALL: [Language; 1] = [Language::Nb];

    /// The BCP 47 tag, also the first part of a page's address.
    pub fn code(self) -> &'static str {
        match self {
            Language::Nb => "nb",
        }
    }

    /// The language with this tag.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }
}

/// A text, once in every language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    pub nb: String,
}

impl Text {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
        }
    }
}
