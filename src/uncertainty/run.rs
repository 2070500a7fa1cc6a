//! All draws through the model, in slices.
//!
//! A page simulates a few thousand draws while a slider moves, and goes on to more when it rests: what was drawn
//! before stays, and how the work is cut up changes nothing.

use super::case::{Block, Case};
use super::draws::{self, Dimension, MOST_DRAWS, SEED};
use super::metalog::Distribution;
use super::series::{HEADLINES, Headline, Series};
use crate::model::{Lanes, WIDTH, each_single};
use wide::bytemuck::cast_slice;

/// Draws whose series are stored together: so few that they stay in the cache while they are filled in, block by block.
const CHUNK: usize = 256;
/// What a row of a chunk takes: a little more, so that rows do not all fall on the same lines of the cache.
const STRIDE: usize = CHUNK + 16;
/// Blocks whose values are drawn together.
const BATCH: usize = draws::BATCH / WIDTH;
/// Draws whose values are kept for the next case: as many as are made while a slider moves.
const KEPT: usize = 4096;

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
    /// Working space for series that are calculated from others.
    computed: Vec<Lanes>,
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
            computed: Vec::new(),
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
        let batches = (0..self.done).step_by(BATCH * WIDTH);
        let mut batch = [Lanes::ZERO; BATCH];
        let mut values = Vec::new();
        for first in batches {
            draws(&belief, &dimension, first, &mut batch);
            values.extend_from_slice(cast_slice(&batch));
        }
        values.truncate(self.done);
        values
    }

    /// A year of a series in every draw so far, to single precision. Nothing if the series is not kept.
    pub fn year(&self, series: Series, year: usize) -> Vec<f64> {
        let mut draws = Vec::with_capacity(self.done);
        let place = self.series.iter().position(|&kept| kept == series);
        let Some(place) = place.filter(|_| year < self.years()) else {
            return draws;
        };
        let start = (place * self.years() + year) * STRIDE;
        for (index, chunk) in self.chunks.iter().enumerate() {
            let count = self.done.saturating_sub(index * CHUNK).min(CHUNK);
            let row = &chunk[start..start + count];
            let finite = |figure: f32| f64::from(figure.clamp(f32::MIN, f32::MAX));
            draws.extend(row.iter().map(|&figure| finite(figure)));
        }
        draws
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
        let place = self.done / WIDTH % BATCH;
        if place == 0 {
            for varying in &mut self.varying {
                varying.draw(self.done);
            }
        }
        for varying in &self.varying {
            self.block.values[varying.parameter] = varying.batch[place];
        }
        let headlines = self.block.evaluate(&self.case);
        for (draws, figures) in self.headlines.iter_mut().zip(&headlines) {
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
        let (chunk, evaluation) = (&mut self.chunks[chunk], &self.block.evaluation);
        let mut rows = chunk.chunks_exact_mut(STRIDE);
        for series in &self.series {
            let figures = series.of(&self.case.plan, evaluation, &mut self.computed);
            each_single(figures, |figures| {
                if let Some(row) = rows.next() {
                    row[place..place + WIDTH].copy_from_slice(&figures);
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
    /// Its draws at hand.
    batch: [Lanes; BATCH],
    /// The first of its draws: with them, another slider's move costs no exponentials.
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
                    batch: [Lanes::ZERO; BATCH],
                    kept: Vec::with_capacity(KEPT / WIDTH),
                },
            })
            .collect()
    }

    /// Takes the batch from `first` on; batches must come in turn.
    fn draw(&mut self, first: usize) {
        let block = first / WIDTH;
        if let Some(kept) = self.kept.get(block..block + BATCH) {
            self.batch.copy_from_slice(kept);
            return;
        }
        draws(&self.belief, &self.dimension, first, &mut self.batch);
        if first < KEPT {
            self.kept.extend_from_slice(&self.batch);
        }
    }
}

/// A batch of draws, from `first` on.
fn draws(belief: &Distribution, dimension: &Dimension, first: usize, batch: &mut [Lanes]) {
    dimension.points(first, batch);
    belief.quantiles(batch);
}
