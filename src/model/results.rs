//! All results of one scenario, in plain numbers: what a page, a table or a file shows.

use super::benefits::{first_price_and_growth, quantity_per_unit};
use super::check::Error;
use super::costs::{Learning, whole_years};
use super::evaluation::Evaluation;
use super::lanes::Lanes;
use super::plan::{Kind, Plan, Stream, Timing};
use super::rollout::Curve;

/// All results of one scenario. Money in NOK at the price year.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The yearly series and their sums.
    pub evaluation: Evaluation<1>,
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
        let evaluation = self.evaluate(curve, values);
        let npv = evaluation.npv.0[0];
        let outlay = evaluation.pv_outlay.0[0];
        let net = first_lane(&evaluation.net);
        let (annual_saving, person_years) = self.at_full_effect(values);
        Ok(Results {
            npv,
            net_benefit_per_budget_krone: (outlay > 0.0).then(|| npv / outlay),
            break_even_year: break_even(&net, &first_lane(&evaluation.cumulated))
                .map(|year| self.first_year + year as i32),
            irr: internal_rate_of_return(&net),
            peak_funding: lowest_cumulated(&first_lane(&evaluation.outlay)),
            cost_of_delay: npv
                - self.npv_with(curve, values, self.roles.delay, |delay| delay + 1.0),
            npv_at_pilot: self.npv_with(curve, values, self.roles.reach, |_| 0.0),
            annual_saving_at_full_effect: annual_saving,
            person_years_at_full_effect: person_years,
            by_actor: std::iter::zip(&evaluation.paid, &evaluation.gained)
                .map(|(paid, gained)| ByActor {
                    paid: paid.0[0],
                    gained: gained.0[0],
                    net: gained.0[0] - paid.0[0],
                })
                .collect(),
            evaluation,
        })
    }

    /// What a unit in full use gives of a stream each year, after the realisation rate, in the stream's unit.
    pub fn quantity_per_unit(&self, stream: &Stream, values: &[f64]) -> f64 {
        let lanes: Vec<_> = values.iter().map(|&value| Lanes([value])).collect();
        quantity_per_unit(self, stream, &lanes).0[0]
    }

    fn evaluate(&self, curve: &Curve, values: &[f64]) -> Evaluation<1> {
        let lanes: Vec<_> = values.iter().map(|&value| Lanes([value])).collect();
        let mut evaluation = Evaluation::new(self, values[self.roles.horizon] as usize);
        evaluation.fill(self, curve, &lanes);
        evaluation
    }

    /// The net present value with one value changed.
    fn npv_with(
        &self,
        curve: &Curve,
        values: &[f64],
        parameter: usize,
        change: impl Fn(f64) -> f64,
    ) -> f64 {
        let mut values = values.to_vec();
        values[parameter] = change(values[parameter]);
        self.evaluate(curve, &values).npv.0[0]
    }

    /// Saving and person-years a year with the whole target in place and in use, at prices of `t = 0`.
    fn at_full_effect(&self, values: &[f64]) -> (AnnualSaving, f64) {
        let roles = &self.roles;
        let pilot = values[roles.pilot];
        let in_place = pilot.max(values[roles.reach] * values[roles.potential]);
        let in_use = values[roles.adoption] * in_place;
        let lanes: Vec<_> = values.iter().map(|&value| Lanes([value])).collect();
        let (mut gross, mut hours) = (0.0, 0.0);
        for stream in &self.benefits {
            let quantity = in_use * quantity_per_unit(self, stream, &lanes).0[0];
            gross += quantity * first_price_and_growth(self, stream, &lanes).0.0[0];
            if let Kind::Time { .. } = stream.kind {
                hours += quantity;
            }
        }
        let yearly_costs: f64 = self
            .costs
            .iter()
            .map(|cost| match cost.timing {
                Timing::PerUnitYear { amount } => in_place * values[amount],
                Timing::PerUnitInUseYear { amount } => in_use * values[amount],
                Timing::PerNewUnit {
                    life: Some(life), ..
                } => {
                    let price = Learning::new(self, cost, &lanes).unit_price(Lanes([in_place])).0[0];
                    in_place * price / whole_years(values[life])
                }
                _ => 0.0,
            })
            .sum();
        let net = gross - (1.0 + values[roles.optimism]) * yearly_costs;
        (
            AnnualSaving { gross, net },
            hours / values[roles.hours_per_person_year],
        )
    }
}

fn first_lane(series: &[Lanes<1>]) -> Vec<f64> {
    series.iter().map(|lanes| lanes.0[0]).collect()
}

/// The first year from which `cumulated` is never below zero; none where nothing happens at all.
fn break_even(net: &[f64], cumulated: &[f64]) -> Option<usize> {
    let below = cumulated.iter().rposition(|&sum| sum < 0.0);
    let first = below.map_or(0, |year| year + 1);
    let something_happens = net.iter().any(|&flow| flow != 0.0);
    (something_happens && first < cumulated.len()).then_some(first)
}

/// The lowest point of the cumulated budget flow, given the yearly net outlay.
fn lowest_cumulated(outlay: &[f64]) -> f64 {
    let mut cumulated = 0.0;
    outlay.iter().fold(0.0, |lowest: f64, outlay| {
        cumulated -= outlay;
        lowest.min(cumulated)
    })
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
    // Scaled by the larger end of the discount factors, so that neither extreme overflows.
    let positive_at = |log_rate: f64| {
        let last = if log_rate < 0.0 { net.len() - 1 } else { 0 };
        let sum: f64 = net
            .iter()
            .enumerate()
            .map(|(year, flow)| flow * libm::exp((last as f64 - year as f64) * log_rate))
            .sum();
        sum > 0.0
    };
    let (mut low, mut high) = (-50.0, 50.0);
    for _ in 0..120 {
        let middle = 0.5 * (low + high);
        if positive_at(middle) == rises {
            low = middle;
        } else {
            high = middle;
        }
    }
    Irr::Rate(libm::exp(0.5 * (low + high)) - 1.0)
}
