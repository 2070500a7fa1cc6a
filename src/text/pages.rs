//! What the site's pages say around the simulator: the program itself needs none of it.

/// The texts of the pages.
pub struct PageTexts {
    pub site_intro: &'static str,
    pub all_solutions: &'static str,
    /// To those who see the page without scripts, and where the whole of it is written out for them.
    pub noscript: &'static str,
    pub in_full: &'static str,
    pub in_full_title: fn(solution: &str) -> String,
    /// There, what opens the table of a figure.
    pub show_numbers: &'static str,
    /// From there back to the simulator.
    pub to_simulator: &'static str,
    pub unsupported: &'static str,
    pub page_damaged: &'static str,
    /// The way to other solutions, and to the visitor's own.
    pub other_solutions: &'static str,
    pub own_file_help: &'static str,
    pub drop_here: &'static str,
    pub licences: &'static str,
}
