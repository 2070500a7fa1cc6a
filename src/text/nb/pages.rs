//! Bokmål, on the pages around the simulator.

use crate::text::PageTexts;

pub const TEXTS: PageTexts = PageTexts {
    site_intro: "Hva kan Norge spare på løsninger som allerede finnes? Velg en løsning, skru på forutsetningene og se hva som skjer.",
    all_solutions: "Alle løsninger",
    noscript: "Simulatoren regner i nettleseren. Skal du kunne endre tallene, må JavaScript være slått på. Slå det på, og last siden på nytt.",
    in_full: "Alle figurer, tabeller og kilder uten JavaScript",
    in_full_title: |solution| format!("{solution}: figurer, tabeller og kilder"),
    show_numbers: "Vis tallene",
    to_simulator: "Endre tallene i simulatoren",
    unsupported: "Simulatoren trenger WebAssembly, som denne nettleseren mangler eller har slått av. Prøv en nyere nettleser.",
    page_damaged: "Filen er skadet eller ikke hel. Last den ned på nytt.",
    other_solutions: "Andre løsninger",
    own_file_help: "Filen blir bare lest i nettleseren. Du kan også slippe den på siden.",
    drop_here: "Slipp løsningsfilen her",
    licences: "Lisenser",
};
