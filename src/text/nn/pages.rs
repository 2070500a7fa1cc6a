//! Nynorsk, on the pages around the simulator.

use crate::text::PageTexts;

pub const TEXTS: PageTexts = PageTexts {
    site_intro: "Kva kan Noreg spare på løysingar som alt finst? Vel ei løysing, skru på føresetnadene og sjå kva som skjer.",
    all_solutions: "Alle løysingar",
    noscript: "Simulatoren reknar i nettlesaren. Skal du kunne endre tala, må JavaScript vere slått på. Slå det på, og last sida på nytt.",
    in_full: "Alle figurar, tabellar og kjelder utan JavaScript",
    in_full_title: |solution| format!("{solution}: figurar, tabellar og kjelder"),
    show_numbers: "Vis tala",
    to_simulator: "Endre tala i simulatoren",
    unsupported: "Simulatoren treng WebAssembly, som denne nettlesaren manglar eller har slått av. Prøv ein nyare nettlesar.",
    page_damaged: "Fila er skadd eller ikkje heil. Last henne ned på nytt.",
    other_solutions: "Andre løysingar",
    own_file_help: "Fila blir berre lesen i nettlesaren. Du kan òg sleppe henne på sida.",
    drop_here: "Slepp løysingsfila her",
    licences: "Lisensar",
};
