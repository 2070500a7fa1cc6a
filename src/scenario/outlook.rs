//! What may come of a scenario: every figure's band, how sure a gain is, what that hangs on and what must hold.
//!
//! While a slider moves, a few thousand draws and only what is in sight. When it rests, all of it, and then again with
//! many more draws, in pieces so small that the page stays quick to the touch.

use super::Scenario;
use super::steady::{Of, Steady};
use crate::solution::Solution;
use crate::uncertainty::{
    self, Band, Case, Explained, Headline, Histogram, Learning, MOST_DRAWS, Series, Simulation,
    Swing, Threshold, threshold, tornado,
};

/// Draws while a slider moves, on a machine that is quick enough, and when it has come to rest.
pub const FIRST_DRAWS: usize = 4096;

/// Draws made at once when the visitor rests: well below a frame's time, on a phone too.
const SLICE: usize = 128;

/// Bins of the distribution of the net present value.
const BINS: usize = 40;

/// Headlines that the page gives bands for.
const HEADLINES: [Headline; 4] = [
    Headline::Npv,
    Headline::NetSaving,
    Headline::PersonYears,
    Headline::BreakEvenYear,
];

/// What a parameter must be for a target to be reached, the others likely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    pub parameter: usize,
    /// For a net present value of zero.
    pub gain: Threshold,
    /// For the claimed yearly saving, before costs; none where nothing is claimed.
    pub claim: Option<Threshold>,
}

impl Reached {
    /// Looks for both thresholds between `bounds`; `claim` is a yearly saving before costs (NOK).
    ///
    /// # Errors
    /// If the bounds are not legal for the parameter, or if it is the horizon.
    pub fn of(
        case: &Case,
        parameter: usize,
        bounds: [f64; 2],
        claim: Option<f64>,
    ) -> Result<Self, uncertainty::Error> {
        let reach = |headline, target| threshold(case, parameter, bounds, headline, target);
        Ok(Self {
            parameter,
            gain: reach(Headline::Npv, 0.0)?,
            claim: claim
                .map(|claim| reach(Headline::GrossSaving, claim))
                .transpose()?,
        })
    }
}

/// What has been found out so far. Empty where it has not been asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many draws it is from.
    pub draws: usize,
    /// One for each year.
    pub bands: Vec<(Series, Vec<Band>)>,
    pub headlines: Vec<(Headline, Band)>,
    /// The share of draws with a net present value above zero.
    pub chance_of_gain: f64,
    pub histogram: Option<Histogram>,
    /// Widest first.
    pub swings: Vec<Swing>,
    /// In the order of `swings`.
    pub explained: Vec<Explained>,
    /// What it would be worth to know everything before deciding (NOK).
    pub value_of_knowing_all: f64,
    /// In the order of `swings`.
    pub reached: Vec<Reached>,
    /// How much more than in the scenario that is compared with: the difference in each draw of both.
    pub differences: Vec<(Headline, Band)>,
}

/// Headlines whose difference between two scenarios is a figure in every draw.
const COMPARED: [Headline; 3] = [Headline::Npv, Headline::NetSaving, Headline::PersonYears];

impl Found {
    /// The bands of a series, if they have been found.
    pub fn bands(&self, series: Series) -> Option<&[Band]> {
        let found = self.bands.iter().find(|(known, _)| *known == series);
        found.map(|(_, bands)| bands.as_slice())
    }

    /// The band of a headline, if it has been found.
    pub fn headline(&self, headline: Headline) -> Option<Band> {
        let found = self.headlines.iter().find(|(known, _)| *known == headline);
        found.map(|(_, band)| *band)
    }

    /// Takes P10 and P90 of the headlines from what was found out about the same scenario from more draws.
    pub fn trust(&mut self, exact: &Found) {
        for (headline, band) in &mut self.headlines {
            if let Some(exact) = exact.headline(*headline) {
                (band.p10, band.p90) = (exact.p10, exact.p90);
            }
        }
    }

    /// The band of the difference of a headline, if it has been found.
    pub fn difference(&self, headline: Headline) -> Option<Band> {
        let mut found = self.differences.iter();
        let found = found.find(|(known, _)| *known == headline);
        found.map(|(_, band)| *band)
    }
}

/// A scenario being found out about.
pub struct Outlook {
    simulation: Simulation,
    /// The series that the page draws.
    series: Vec<Series>,
    claim: Option<f64>,
    /// Of every parameter: between these a threshold is looked for.
    bounds: Vec<[f64; 2]>,
    steady: Steady,
    /// What the pieces that are done have given.
    next: Found,
    /// Pieces that are still to be done, the last first.
    todo: Vec<Piece>,
    /// How many draws they are to be from.
    goal: usize,
}

/// A piece of work, small enough to be done between two frames.
enum Piece {
    Draws,
    Year(Series, usize),
    Headline(Headline),
    Spread,
    Tornado,
    Explained(usize),
    /// The same, begun.
    Learning(Learning),
    Reached(usize),
}

impl Outlook {
    /// Nothing drawn yet; `series` are what the page may ask bands for.
    ///
    /// # Errors
    /// Never for a scenario of this solution.
    pub fn new(
        solution: &Solution,
        scenario: &Scenario,
        series: &[Series],
    ) -> Result<Self, uncertainty::Error> {
        Ok(Self {
            simulation: Simulation::new(scenario.case(solution)?, series),
            series: series.to_vec(),
            claim: solution.claimed_saving(),
            bounds: solution
                .parameters
                .iter()
                .map(|about| about.bounds)
                .collect(),
            steady: Steady::default(),
            next: Found::default(),
            todo: Vec::new(),
            goal: MOST_DRAWS,
        })
    }

    /// Begins anew with another scenario of the same solution, and other series: nothing drawn yet.
    ///
    /// # Errors
    /// Never for a scenario of this solution.
    pub fn restart(
        &mut self,
        solution: &Solution,
        scenario: &Scenario,
        series: &[Series],
    ) -> Result<(), uncertainty::Error> {
        self.simulation.restart(scenario.case(solution)?, series);
        self.series = series.to_vec();
        self.todo.clear();
        Ok(())
    }

    /// Makes so many draws and finds what must follow a slider: the headlines, how the net present value spreads, and
    /// the bands of the series.
    pub fn follow(&mut self, draws: usize) -> Found {
        self.begin(draws);
        self.bands();
        self.take()
    }

    /// Makes so many draws and finds everything from them.
    pub fn settle(&mut self, draws: usize) -> Found {
        self.begin(draws);
        self.everything();
        self.take()
    }

    /// Has everything found out from so many draws, and those made, by [`Outlook::refine`].
    pub fn settle_later(&mut self, draws: usize) {
        self.next = Found::default();
        self.todo = vec![Piece::Draws];
        self.goal = draws;
    }

    /// How much more there is of each headline than in another scenario of the same solution, from the draws that both
    /// have: every figure that both believe the same of is the same in them, so the difference is not noise.
    pub fn differences(&self, other: &Outlook) -> Vec<(Headline, Band)> {
        COMPARED
            .map(|headline| {
                let [here, there] = [self, other].map(|of| of.simulation.headline(headline));
                let differences = here.iter().zip(there).map(|(here, there)| here - there);
                (headline, Band::of(&differences.collect::<Vec<_>>()))
            })
            .into()
    }

    fn begin(&mut self, draws: usize) {
        self.todo.clear();
        self.next = Found {
            draws: self.simulation.advance(draws),
            ..Found::default()
        };
    }

    /// Does what is left in pieces until time is up: first as many draws as there can be, then everything from
    /// them. Gives what was found when it is all done.
    pub fn refine(&mut self, time_is_up: impl Fn() -> bool) -> Option<Found> {
        if self.todo.is_empty() {
            self.settle_later(MOST_DRAWS);
        }
        while let Some(piece) = self.todo.pop() {
            self.work(piece);
            if time_is_up() {
                break;
            }
        }
        self.todo.is_empty().then(|| std::mem::take(&mut self.next))
    }

    /// Does all that is left and gives what was found.
    fn take(&mut self) -> Found {
        while let Some(piece) = self.todo.pop() {
            self.work(piece);
        }
        std::mem::take(&mut self.next)
    }

    /// How the figures spread.
    fn bands(&mut self) {
        let years = self.simulation.years();
        for &series in &self.series {
            self.todo
                .extend((0..years).rev().map(|year| Piece::Year(series, year)));
        }
        self.todo.extend(HEADLINES.map(Piece::Headline));
        self.todo.push(Piece::Spread);
    }

    fn everything(&mut self) {
        let uncertain = self.simulation.case().uncertain().count();
        self.todo.extend((0..uncertain).rev().map(Piece::Reached));
        self.todo.extend((0..uncertain).rev().map(Piece::Explained));
        self.todo.push(Piece::Tornado);
        self.bands();
    }

    fn work(&mut self, piece: Piece) {
        let simulation = &mut self.simulation;
        match piece {
            Piece::Draws => {
                self.next.draws = simulation.advance(SLICE);
                if self.next.draws < self.goal {
                    self.todo.push(Piece::Draws);
                } else {
                    self.everything();
                }
            }
            Piece::Year(series, year) => {
                let draws = simulation.year(series, year);
                let band = self.steady.band(Of::Year(series, year), &draws);
                match self.next.bands.last_mut() {
                    Some((known, bands)) if *known == series => bands.push(band),
                    _ => self.next.bands.push((series, vec![band])),
                }
            }
            Piece::Headline(headline) => {
                let draws = simulation.headline(headline);
                let band = self.steady.band(Of::Headline(headline), draws);
                self.next.headlines.push((headline, band));
            }
            Piece::Spread => {
                let npv = simulation.headline(Headline::Npv);
                self.next.chance_of_gain = self.steady.chance_of_gain(npv);
                self.next.histogram = Some(simulation.npv_histogram(BINS));
            }
            Piece::Tornado => {
                self.next.swings = tornado(simulation.case());
                self.next.value_of_knowing_all = simulation.value_of_knowing_all();
            }
            Piece::Explained(place) => {
                let learning = simulation.learning(self.next.swings[place].parameter);
                self.todo.push(Piece::Learning(learning));
            }
            Piece::Learning(mut learning) => match simulation.learn(&mut learning) {
                Some(explained) => self.next.explained.push(explained),
                None => self.todo.push(Piece::Learning(learning)),
            },
            Piece::Reached(place) => {
                let parameter = self.next.swings[place].parameter;
                // None where the parameter's bounds are not legal, which its file has ruled out.
                let bounds = self.bounds[parameter];
                let reached = Reached::of(simulation.case(), parameter, bounds, self.claim);
                self.next.reached.extend(reached.ok());
            }
        }
    }
}
