//! What the accessibility statement says. It has the parts that the Norwegian authority asks for: how far the requirements
//! are met, what is not, how and when that was found out, whom to tell, and who sees to it that the law is kept.

/// The statement. Who publishes the simulator answers for it there, and nobody knows beforehand who that will be.
pub struct StatementTexts {
    pub title: &'static str,
    pub intro: &'static [&'static str],
    pub sections: &'static [StatementSection],
}

/// A part of the statement: paragraphs, then points, then places to go to.
pub struct StatementSection {
    pub title: &'static str,
    pub paragraphs: &'static [&'static str],
    pub points: &'static [&'static str],
    /// Each with its name and its address.
    pub links: &'static [(&'static str, &'static str)],
}
