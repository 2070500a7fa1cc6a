//! Links that were made for an earlier format, brought to today's, step by step.
//!
//! Every format ever published opens for good. When a name or a unit in an address changes, [`VERSION`] grows and a small
//! pure step is added at the end of [`STEPS`]; `tests/links/` has stored links of every version.

/// A name and its text, as they stand in the address.
pub type Pair = (String, String);

/// Brings the pairs of one version to the next.
type Step = fn(Vec<Pair>) -> Vec<Pair>;

/// The version of links that are made now.
pub const VERSION: usize = STEPS.len() + 1;

/// The step at place `n` leads from version `n + 1` to the next. None is needed so far.
const STEPS: [Step; 0] = [];

/// The pairs as the present version has them. A version that is none counts as the present one.
pub fn migrate(version: usize, pairs: Vec<Pair>) -> Vec<Pair> {
    by_steps(&STEPS, version, pairs)
}

fn by_steps(steps: &[Step], version: usize, pairs: Vec<Pair>) -> Vec<Pair> {
    let done = version.checked_sub(1).unwrap_or(steps.len());
    let left = steps.iter().skip(done);
    left.fold(pairs, |pairs, step| step(pairs))
}

#[cfg(test)]
mod tests {
    use super::{Pair, Step, by_steps};

    const RENAMED: Step = |pairs| {
        let rename = |(name, text): Pair| match name.as_str() {
            "coverage" => ("reach".to_owned(), text),
            _ => (name, text),
        };
        pairs.into_iter().map(rename).collect()
    };
    const ADDED: Step = |mut pairs| {
        pairs.push(("delay".to_owned(), "1".to_owned()));
        pairs
    };

    #[track_caller]
    fn becomes(version: usize, before: &[(&str, &str)], after: &[(&str, &str)]) {
        let owned = |pairs: &[(&str, &str)]| -> Vec<Pair> {
            let owned = |&(name, text): &(&str, &str)| (name.to_owned(), text.to_owned());
            pairs.iter().map(owned).collect()
        };
        assert_eq!(
            by_steps(&[RENAMED, ADDED], version, owned(before)),
            owned(after)
        );
    }

    #[test]
    fn a_link_goes_through_every_step_that_came_after_it_in_turn() {
        becomes(
            1,
            &[("coverage", "0.5")],
            &[("reach", "0.5"), ("delay", "1")],
        );
        becomes(
            2,
            &[("coverage", "0.5")],
            &[("coverage", "0.5"), ("delay", "1")],
        );
    }

    #[test]
    fn a_link_of_today_or_of_a_later_version_stays_as_it_is() {
        becomes(3, &[("coverage", "0.5")], &[("coverage", "0.5")]);
        becomes(9, &[("coverage", "0.5")], &[("coverage", "0.5")]);
        becomes(0, &[("coverage", "0.5")], &[("coverage", "0.5")]);
    }
}
