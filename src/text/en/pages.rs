//! English, on the pages around the simulator.

use crate::text::PageTexts;

pub const TEXTS: PageTexts = PageTexts {
    site_intro: "What could Norway save with solutions that already exist? Choose one, adjust the assumptions and see what happens.",
    all_solutions: "All solutions",
    noscript: "The simulator calculates in the browser, and needs JavaScript for you to change the figures. Turn it on, and reload the page.",
    in_full: "All figures, tables and sources without JavaScript",
    in_full_title: |solution| format!("{solution}: figures, tables and sources"),
    show_numbers: "Show the figures",
    to_simulator: "Change the figures in the simulator",
    unsupported: "The simulator needs WebAssembly, which this browser lacks or has turned off. Try a newer browser.",
    page_damaged: "The file is damaged or incomplete. Download it again.",
    other_solutions: "Other solutions",
    own_file_help: "The file never leaves your browser. You can also drop it on the page.",
    drop_here: "Drop the solution file here",
    licences: "Licences",
};
