//! Figures that stay as they are when a slider has come to rest and the draws become many more.
//!
//! The first draws put P10 a little off where all draws do, and in scenarios that lie close to each other by nearly the same
//! share of the draws. So what was off in the last scenario that all draws were made of is taken off the first draws of the
//! next. All draws are taken as they are: what a scenario gives never depends on where a visitor came from.

use super::FIRST_DRAWS;
use crate::uncertainty::{Band, Headline, Series, chance_of_gain};

/// What has a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Of {
    Headline(Headline),
    Year(Series, usize),
}

/// What the first draws and all draws had in the last scenario that all were made of.
#[derive(Default)]
pub(super) struct Steady {
    /// The shares at which the first draws have what all draws have as P10, P50 and P90.
    shares: Vec<(Of, [f64; 3])>,
    /// The chance of a gain by the first draws, and by all.
    chances: Option<[f64; 2]>,
}

impl Steady {
    /// The band of some draws: of the first ones as far as all draws of another scenario can tell.
    pub(super) fn band(&mut self, of: Of, draws: &[f64]) -> Band {
        let known = self.shares.iter().position(|(known, _)| *known == of);
        let place = known.unwrap_or(self.shares.len());
        if known.is_none() {
            self.shares.push((of, Band::SHARES));
        }
        let (_, shares) = &mut self.shares[place];
        if draws.len() <= FIRST_DRAWS {
            return Band::at(*shares, draws);
        }
        let band = Band::of(draws);
        *shares = shares_of(band, draws);
        band
    }

    /// The share of the draws of the net present value in which there is a gain; likewise.
    pub(super) fn chance_of_gain(&mut self, draws: &[f64]) -> f64 {
        let first = chance_of_gain(&draws[..draws.len().min(FIRST_DRAWS)]);
        if draws.len() > FIRST_DRAWS {
            let all = chance_of_gain(draws);
            self.chances = Some([first, all]);
            return all;
        }
        // Sure remains sure. Between what is known of other shares, straight.
        let npv = Of::Headline(Headline::Npv);
        let known = self.shares.iter().find(|(known, _)| *known == npv);
        let known = known.map_or(Band::SHARES, |(_, shares)| *shares);
        let known =
            std::iter::zip(known, Band::SHARES).map(|(first, all)| [1.0 - first, 1.0 - all]);
        let known = known.chain(self.chances);
        let [mut from, mut to] = [[0.0, 0.0], [1.0, 1.0]];
        for pair in known.filter(|pair| pair[0] < 1.0) {
            if pair[0] <= first && pair[0] > from[0] {
                from = pair;
            } else if pair[0] > first && pair[0] < to[0] {
                to = pair;
            }
        }
        from[1] + (first - from[0]) * (to[1] - from[1]) / (to[0] - from[0])
    }
}

/// The shares at which the first draws have the band of all draws, as [`Band::at`] takes them. Where many draws are the same,
/// as years are, it is the share of these that is off.
fn shares_of(band: Band, draws: &[f64]) -> [f64; 3] {
    let mut shares = Band::SHARES;
    for (share, figure) in shares.iter_mut().zip([band.p10, band.p50, band.p90]) {
        let [first, all] = [&draws[..FIRST_DRAWS], draws].map(|draws| shares_around(draws, figure));
        let way = (*share - all[0]) / (all[1] - all[0]);
        *share = first[0] + way * (first[1] - first[0]);
    }
    shares
}

/// The shares of some draws that are below a figure, and not above it.
fn shares_around(draws: &[f64], figure: f64) -> [f64; 2] {
    let (mut below, mut up_to) = (0, 0);
    for &draw in draws {
        below += usize::from(draw < figure);
        up_to += usize::from(draw <= figure);
    }
    [below, up_to].map(|count| count as f64 / draws.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NPV: Of = Of::Headline(Headline::Npv);

    /// Sixteen times as many numbers as the first, evenly between 0 and 1, but of the first more are low.
    fn all_and_first() -> (Vec<f64>, Vec<f64>) {
        let first: Vec<f64> = (0..FIRST_DRAWS)
            .map(|place| ((place as f64 + 0.5) / FIRST_DRAWS as f64).powf(1.05))
            .collect();
        let rest = 15 * FIRST_DRAWS;
        let rest = (0..rest).map(|place| (place as f64 + 0.5) / rest as f64);
        let all = first.iter().copied().chain(rest).collect();
        (all, first)
    }

    #[test]
    fn what_was_off_in_one_scenario_is_taken_off_the_next() {
        let (all, first) = all_and_first();
        let mut steady = Steady::default();
        let before = steady.band(NPV, &first);
        let exact = steady.band(NPV, &all);
        let after = steady.band(NPV, &first);
        for (before, after, exact) in [
            (before.p10, after.p10, exact.p10),
            (before.p50, after.p50, exact.p50),
            (before.p90, after.p90, exact.p90),
        ] {
            assert!((before - exact).abs() > 0.003, "{before}, {exact}");
            assert!((after - exact).abs() < 0.0003, "{after}, {exact}");
        }
    }

    #[test]
    fn a_chance_that_was_off_in_one_scenario_is_taken_off_the_next() {
        let (all, first) = all_and_first();
        let less =
            |draws: &[f64], figure: f64| draws.iter().map(|draw| draw - figure).collect::<Vec<_>>();
        for known in [0.2, 0.9] {
            let mut steady = Steady::default();
            let before = steady.chance_of_gain(&less(&first, known));
            let exact = steady.chance_of_gain(&less(&all, known));
            assert!((before - exact).abs() > 0.003, "{before}, {exact}");
            assert_eq!(steady.chance_of_gain(&less(&first, known)), exact);
            for (figure, chance) in [(-1.0, 1.0), (2.0, 0.0)] {
                assert_eq!(steady.chance_of_gain(&less(&first, figure)), chance);
            }
        }
    }

    /// A break-even at once in so many of the draws, in some years in the others, or never.
    fn years(draws: usize, at_once: usize) -> Vec<f64> {
        let later = (0..draws - at_once).map(|place| [2030.0, f64::INFINITY][place % 2]);
        std::iter::repeat_n(2026.0, at_once).chain(later).collect()
    }

    #[test]
    fn what_was_off_in_a_band_is_taken_off_a_chance_too() {
        let (all, first) = all_and_first();
        let mut steady = Steady::default();
        steady.band(NPV, &all);
        for figure in [0.1, 0.3, 0.9] {
            let [all, first] = [&all, &first]
                .map(|draws| draws.iter().map(|draw| draw - figure).collect::<Vec<_>>());
            let exact = chance_of_gain(&all);
            let off = |chance: f64| (chance - exact).abs();
            let [before, after] = [chance_of_gain(&first), steady.chance_of_gain(&first)].map(off);
            assert!(before > 0.003 && after < before / 3.0, "{before}, {after}");
        }
    }

    #[test]
    fn what_was_sure_in_the_first_draws_only_leaves_a_chance_between_none_and_all() {
        let mut steady = Steady::default();
        let but_one = [vec![1.0; 16 * FIRST_DRAWS - 1], vec![-1.0]].concat();
        let almost = steady.chance_of_gain(&but_one);
        assert!(almost < 1.0);
        assert_eq!(steady.chance_of_gain(&but_one[..FIRST_DRAWS]), 1.0);
        let chance = steady.chance_of_gain(&but_one[15 * FIRST_DRAWS..]);
        assert!(0.999 < chance && chance < 1.0, "{chance}");
    }

    #[test]
    fn where_many_draws_are_the_same_what_was_off_in_their_share_is_taken_off() {
        let mut steady = Steady::default();
        // A little more than a tenth, and of the first draws a little more than that.
        let [first, rest] = [(FIRST_DRAWS, 440), (15 * FIRST_DRAWS, 6200)]
            .map(|(draws, at_once)| years(draws, at_once));
        let exact = steady.band(NPV, &[first, rest].concat());
        assert_eq!(
            (exact.p10, exact.p50, exact.p90),
            (2026.0, 2030.0, f64::INFINITY)
        );
        // Where hardly more than a tenth of the first draws are so, of all there are less.
        assert_eq!(steady.band(NPV, &years(FIRST_DRAWS, 415)).p10, 2030.0);
        assert_eq!(steady.band(NPV, &years(FIRST_DRAWS, 440)).p10, 2026.0);
    }
}
