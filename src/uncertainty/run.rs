//! All draws through the model, in slices.
//!
//! A page simulates a few thousand draws while a slider moves, and goes on to more when it rests: what was drawn
//! before stays, and how the work is cut up changes nothing.

use super::case::{Block, Case};
use super::draws::{Dimension, MOST_DRAWS, SEED};
use super::metalog::Distribution;
use super::series::{HEADLINES, Headline, Series};
use crate::model::{Lanes, WIDTH};

/// Draws that are stored together.
const CHUNK: usize = 4096;
/// What a row of a chunk takes: a little more, so that rows do not all fall on the same lines of the cache.
const STRIDE: usize = CHUNK + 16;

/// The draws made so far of a case, and what the model gave.
#[derive(Clone, Debug)]
pub struct Simulation {
    case: Case,
    seed: u32,
    series: Vec<Series>,
    varying: Vec<Varying>,
    block: Block,
    done: usize,
    /// Each headline's draws.
    headlines: [Vec<f64>; HEADLINES],
    /// Rows of draws, `[series][year]`, a chunk of draws at a time. In single precision: they are for drawing.
    chunks: Vec<Vec<f32>>,
}

impl Simulation {
    /// Nothing drawn yet. Of `series`, yearly figures are kept. The draws are those of [`SEED`].
    pub fn new(case: Case, series: &[Series]) -> Self {
        Self::with_seed(case, series, SEED)
    }

    /// The same with the draws of another seed; any number will do.
    pub fn with_seed(case: Case, series: &[Series], seed: u32) -> Self {
        Self {
            series: series.to_vec(),
            varying: Varying::all(&case, seed, Vec::new()),
            block: Block::new(&case),
            case,
            seed,
            done: 0,
            headlines: Default::default(),
            chunks: Vec::new(),
        }
    }

    /// Begins anew with another case and the same seed. What is believed as before is not drawn again.
    pub fn restart(&mut self, case: Case, series: &[Series]) {
        let same_rows = self.rows() == series.len() * case.years();
        if !same_rows {
            self.chunks.clear();
        }
        self.varying = Varying::all(&case, self.seed, std::mem::take(&mut self.varying));
        self.headlines.iter_mut().for_each(Vec::clear);
        self.series = series.to_vec();
        self.block = Block::new(&case);
        self.case = case;
        self.done = 0;
    }

    /// Makes so many draws more, rounded up to whole blocks of four, and at most [`MOST_DRAWS`] in all. Gives how many
    /// there are now.
    pub fn advance(&mut self, draws: usize) -> usize {
        let goal = self.done.saturating_add(draws).min(MOST_DRAWS);
        while self.done < goal {
            self.draw_block();
        }
        self.done
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.done
    }

    /// What the draws are scrambled by.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    pub fn case(&self) -> &Case {
        &self.case
    }

    /// A headline in every draw so far; infinite where there is none.
    pub fn headline(&self, headline: Headline) -> &[f64] {
        &self.headlines[headline as usize]
    }

    /// A parameter's value in every draw so far.
    pub fn values(&self, parameter: usize) -> Vec<f64> {
        let known = Distribution::Constant(self.case.likely[parameter]);
        let belief = self.case.beliefs[parameter].unwrap_or(known);
        let dimension = Dimension::with_seed(parameter, self.seed);
        let blocks = (0..self.done).step_by(WIDTH);
        blocks
            .flat_map(|first| draws(&belief, &dimension, first).to_array())
            .collect()
    }

    /// Copies a year of a series, in every draw so far, to `out`. Nothing if the series is not kept.
    pub(super) fn year(&self, series: Series, year: usize, out: &mut Vec<f64>) {
        out.clear();
        let place = self.series.iter().position(|&kept| kept == series);
        let Some(place) = place.filter(|_| year < self.years()) else {
            return;
        };
        let start = (place * self.years() + year) * STRIDE;
        for (index, chunk) in self.chunks.iter().enumerate() {
            let count = self.done.saturating_sub(index * CHUNK).min(CHUNK);
            out.extend(
                chunk[start..start + count]
                    .iter()
                    .map(|&figure| f64::from(figure)),
            );
        }
    }

    /// Years calculated.
    pub fn years(&self) -> usize {
        self.block.evaluation.years
    }

    fn rows(&self) -> usize {
        self.series.len() * self.years()
    }

    /// Draws and evaluates the next block.
    fn draw_block(&mut self) {
        for varying in &mut self.varying {
            self.block.values[varying.parameter] = varying.block(self.done);
        }
        let headlines = self.block.evaluate(&self.case);
        for (draws, figures) in self.headlines.iter_mut().zip(headlines) {
            draws.extend_from_slice(figures.as_array());
        }
        self.keep_series();
        self.done += WIDTH;
    }

    fn keep_series(&mut self) {
        let (chunk, place) = (self.done / CHUNK, self.done % CHUNK);
        if chunk == self.chunks.len() {
            self.chunks.push(vec![0.0; self.rows() * STRIDE]);
        }
        let years = self.block.evaluation.years;
        for (index, series) in self.series.iter().enumerate() {
            let rows = &mut self.chunks[chunk][index * years * STRIDE..];
            series.each_year(&self.case.plan, &self.block.evaluation, |year, figures| {
                let start = year * STRIDE + place;
                for (kept, figure) in rows[start..start + WIDTH]
                    .iter_mut()
                    .zip(figures.to_array())
                {
                    *kept = (figure as f32).clamp(f32::MIN, f32::MAX);
                }
            });
        }
    }
}

/// A parameter that varies.
#[derive(Clone, Debug)]
struct Varying {
    parameter: usize,
    belief: Distribution,
    /// The parameter's own, whatever else varies: what another slider does never moves its draws.
    dimension: Dimension,
    /// Its draws in the first chunk, so far: with them, another slider's move costs no exponentials.
    kept: Vec<Lanes>,
}

impl Varying {
    /// What varies in a case, with the draws of those before, of the same seed, that are the same.
    fn all(case: &Case, seed: u32, before: Vec<Varying>) -> Vec<Varying> {
        let mut before = before.into_iter().peekable();
        let mut reuse = |parameter| {
            while before.next_if(|old| old.parameter < parameter).is_some() {}
            before.next_if(|old| old.parameter == parameter)
        };
        case.uncertain()
            .map(|(parameter, belief)| match reuse(parameter) {
                Some(same) if same.belief == belief => same,
                _ => Varying {
                    parameter,
                    belief,
                    dimension: Dimension::with_seed(parameter, seed),
                    kept: Vec::new(),
                },
            })
            .collect()
    }

    /// The draws from `first` on; blocks must come in turn.
    fn block(&mut self, first: usize) -> Lanes {
        if let Some(&kept) = self.kept.get(first / WIDTH) {
            return kept;
        }
        let draws = draws(&self.belief, &self.dimension, first);
        if first < CHUNK {
            self.kept.push(draws);
        }
        draws
    }
}

fn draws(belief: &Distribution, dimension: &Dimension, first: usize) -> Lanes {
    belief.quantiles(dimension.points(first).into())
}
