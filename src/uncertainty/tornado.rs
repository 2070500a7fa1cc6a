//! How far each parameter alone moves the net present value.

use super::case::{Block, Case};
use super::series::Headline;
use crate::model::WIDTH;

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
    let uncertain: Vec<_> = case.uncertain().collect();
    let mut swings: Vec<Swing> = Vec::with_capacity(uncertain.len());
    let mut block = Block::new(case);
    // Two lanes a parameter.
    for uncertain in uncertain.chunks(WIDTH / 2) {
        let likely = block.values.clone();
        for (pair, (parameter, belief)) in uncertain.iter().enumerate() {
            let [p10, _, p90] = belief.figures();
            let values = block.values[*parameter].as_mut_array();
            (values[2 * pair], values[2 * pair + 1]) = (p10, p90);
        }
        let npv = block.evaluate(case)[Headline::Npv as usize].to_array();
        for (pair, (parameter, _)) in uncertain.iter().enumerate() {
            let swing = Swing {
                parameter: *parameter,
                at_p10: npv[2 * pair],
                at_p90: npv[2 * pair + 1],
            };
            // For so few, finding each its place is much less code than a sort.
            let place = swings.partition_point(|other| other.width() >= swing.width());
            swings.insert(place, swing);
        }
        block.values = likely;
    }
    swings
}
