//! All results of one scenario, in plain numbers: what a page, a table or a file shows.

use super::check::Error;
use super::evaluation::Evaluation;
use super::lanes::{Lanes, exp_of, lane};
use super::plan::{Plan, Stream};
use super::rollout::Curve;

/// All results of one scenario. Money in NOK at the price year.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The yearly series and their sums.
    pub evaluation: Evaluation<f64>,
    /// Net present value.
    pub npv: f64,
    /// Netto nytte per budsjettkrone: NPV / PV of net public outlay; none unless that outlay is above zero.
    pub net_benefit_per_budget_krone: Option<f64>,
    /// The first calendar year from which the cumulated discounted net benefit is never below zero.
    pub break_even_year: Option<i32>,
    /// Internal rate of return of the yearly net benefit.
    pub irr: Irr,
    /// The lowest point of the cumulated undiscounted net flow of the public budget: zero or below.
    pub peak_funding: f64,
    /// What a year more of delay takes off the net present value.
    pub cost_of_delay: f64,
    /// Net present value if it stays at the pilot.
    pub npv_at_pilot: f64,
    /// At full effect, prices of `t = 0`.
    pub annual_saving_at_full_effect: AnnualSaving,
    /// Person-years freed a year at full effect.
    pub person_years_at_full_effect: f64,
    /// In the order of the plan's actors.
    pub by_actor: Vec<ByActor>,
}

/// A year's saving when everything is in place and used (NOK a year).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnnualSaving {
    /// All priced benefits.
    pub gross: f64,
    /// Less yearly costs and straight-line renewal of what wears out.
    pub net: f64,
}

/// What an actor pays and gains, in present value (NOK).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByActor {
    pub paid: f64,
    pub gained: f64,
    pub net: f64,
}

/// Internal rate of return, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Irr {
    /// Per year; 0.1 is 10 %.
    Rate(f64),
    None(IrrAbsence),
}

/// Why a net flow has no meaningful internal rate of return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IrrAbsence {
    /// The flow never changes sign: nothing is invested, or nothing comes back.
    NoSignChange,
    /// More than one rate could fit.
    SeveralSignChanges(usize),
}

impl Irr {
    pub fn rate(self) -> Option<f64> {
        match self {
            Irr::Rate(rate) => Some(rate),
            Irr::None(_) => None,
        }
    }
}

impl Plan {
    /// Calculates all results of a scenario.
    ///
    /// # Errors
    /// If a figure is not legal: see [`Plan::check`].
    pub fn results(&self, curve: &Curve, values: &[f64]) -> Result<Results, Error> {
        self.check(curve, values)?;
        // The scenario, the same a year later, and left at the pilot.
        let mut side_by_side: Vec<Lanes> = values.iter().copied().map(Lanes::splat).collect();
        side_by_side[self.roles.delay].as_mut_array()[1] += 1.0;
        side_by_side[self.roles.reach].as_mut_array()[2] = 0.0;
        let mut together = Evaluation::new(self, values[self.roles.horizon] as usize);
        together.fill(self, curve, &side_by_side);
        let full_effect = together.at_full_effect(self, &side_by_side);
        let [npv, npv_delayed, npv_at_pilot, _] = together.npv.to_array();
        let evaluation = together.lane(0);
        let outlay = evaluation.pv_outlay;
        Ok(Results {
            npv,
            net_benefit_per_budget_krone: (outlay > 0.0).then(|| npv / outlay),
            break_even_year: evaluation
                .break_even
                .is_finite()
                .then(|| self.first_year + evaluation.break_even as i32),
            irr: internal_rate_of_return(&evaluation.net),
            peak_funding: evaluation.peak_funding,
            cost_of_delay: npv - npv_delayed,
            npv_at_pilot,
            annual_saving_at_full_effect: AnnualSaving {
                gross: lane(&full_effect.gross, 0),
                net: lane(&full_effect.net, 0),
            },
            person_years_at_full_effect: lane(&full_effect.person_years, 0),
            by_actor: self.by_actor(&evaluation),
            evaluation,
        })
    }

    /// What each actor pays and gains.
    fn by_actor(&self, e: &Evaluation<f64>) -> Vec<ByActor> {
        let nothing = ByActor {
            paid: 0.0,
            gained: 0.0,
            net: 0.0,
        };
        let mut actors = vec![nothing; self.actors.len()];
        let present_value = |series: &[f64]| -> f64 {
            let flows = series.iter().zip(&e.discount_factor);
            flows.map(|(flow, factor)| flow * factor).sum()
        };
        for (stream, series) in self.benefits.iter().zip(&e.values) {
            actors[stream.gains].gained += present_value(series);
        }
        for ((cost, _), series) in self.line_parts().zip(&e.lines) {
            actors[self.costs[cost].pays].paid += present_value(series);
        }
        for actor in &mut actors {
            actor.net = actor.gained - actor.paid;
        }
        actors
    }

    /// What a unit in full use gives of a stream each year, after the realisation rate, in the stream's unit.
    pub fn quantity_per_unit(&self, stream: &Stream, values: &[f64]) -> f64 {
        let factors = stream.factors.iter().map(|&factor| values[factor]);
        factors.fold(
            values[self.roles.realisation] * stream.scale,
            |product, factor| product * factor,
        )
    }
}

/// The rate at which the flow's net present value is zero. One sign change makes it unique (Descartes'
/// rule of signs), and bisection on `ln(1 + rate)` finds it, however large.
fn internal_rate_of_return(net: &[f64]) -> Irr {
    let signs: Vec<bool> = net
        .iter()
        .filter(|&&flow| flow != 0.0)
        .map(|&flow| flow > 0.0)
        .collect();
    match signs.windows(2).filter(|pair| pair[0] != pair[1]).count() {
        0 => return Irr::None(IrrAbsence::NoSignChange),
        1 => {}
        changes => return Irr::None(IrrAbsence::SeveralSignChanges(changes)),
    }
    let rises = signs[signs.len() - 1];
    // By Horner's rule, seen from the end where the discount factor is largest, so that neither extreme overflows.
    let positive_at = |log_rate: f64| {
        let step = exp_of(-log_rate.abs());
        let add = |sum: f64, flow: &f64| sum * step + flow;
        let sum = match log_rate < 0.0 {
            true => net.iter().fold(0.0, add),
            false => net.iter().rev().fold(0.0, add),
        };
        sum > 0.0
    };
    let (mut low, mut high) = (-50.0, 50.0);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if positive_at(middle) == rises {
            low = middle;
        } else {
            high = middle;
        }
    }
    Irr::Rate(exp_of(0.5 * (low + high)) - 1.0)
}
