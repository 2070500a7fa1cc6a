//! What of the page is shown: all of it, or the part that `view=` asks for.

use super::state::State;
use crate::figure::figures_of;
use crate::solution::Language;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Part {
    #[default]
    All,
    /// Nothing but the headlines.
    Headlines,
    /// The headlines and all controls.
    Controls,
    /// One figure.
    Figure(&'static str),
}

impl Part {
    /// The part of this name; none where the state has none.
    pub fn of(name: &str, language: Language, state: &State) -> Option<Self> {
        match name {
            "all" => Some(Part::All),
            "headlines" => Some(Part::Headlines),
            "controls" => Some(Part::Controls),
            name => figures_of(state.context(language))
                .find(|id| *id == name)
                .map(Part::Figure),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Part::All => "all",
            Part::Headlines => "headlines",
            Part::Controls => "controls",
            Part::Figure(id) => id,
        }
    }

    pub fn has_figure(self, id: &str) -> bool {
        match self {
            Part::All => true,
            Part::Headlines | Part::Controls => false,
            Part::Figure(only) => id == only,
        }
    }
}
