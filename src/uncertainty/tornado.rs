//! How far each parameter alone moves the net present value.

use super::case::{Block, Case, WIDTH};
use super::series::Headline;

/// The net present value (NOK) with one parameter at its P10 and at its P90, the rest likely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    pub parameter: usize,
    pub at_p10: f64,
    pub at_p90: f64,
}

impl Swing {
    pub fn width(&self) -> f64 {
        (self.at_p90 - self.at_p10).abs()
    }
}

/// The swing of every uncertain parameter, widest first.
pub fn tornado(case: &Case) -> Vec<Swing> {
    let mut swings: Vec<_> = case
        .uncertain()
        .map(|(parameter, _)| Swing {
            parameter,
            at_p10: 0.0,
            at_p90: 0.0,
        })
        .collect();
    let mut block = Block::new(case);
    // Two lanes a parameter.
    for swings in swings.chunks_mut(WIDTH / 2) {
        let likely = block.values.clone();
        for (pair, swing) in swings.iter().enumerate() {
            if let Some(belief) = case.beliefs[swing.parameter] {
                let [p10, _, p90] = belief.figures();
                let values = &mut block.values[swing.parameter].0;
                (values[2 * pair], values[2 * pair + 1]) = (p10, p90);
            }
        }
        let npv = block.evaluate(case)[Headline::Npv as usize].0;
        for (pair, swing) in swings.iter_mut().enumerate() {
            (swing.at_p10, swing.at_p90) = (npv[2 * pair], npv[2 * pair + 1]);
        }
        block.values = likely;
    }
    swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
    swings
}
