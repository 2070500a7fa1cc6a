//! One pass through the model, for some scenarios side by side: every yearly series, and the sums over years.

use super::lanes::Lanes;
use super::plan::Plan;
use super::rollout::Curve;
use super::{adoption, appraisal, benefits, costs, rollout};

/// A series with a value a year.
pub type Series<N> = Vec<N>;

/// What the model gives for scenarios of one plan: of several, [`Lanes`] of figures, of one alone, `f64`. Money in NOK at
/// the price year; flows are of the year, stocks at its end. Made once and filled again for every new set of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation<N> {
    /// Years calculated, `T`; only so much of each series counts.
    pub years: usize,
    /// Units that the rollout aims at, `M`.
    pub target: N,
    /// Share of the rollout completed, `F` (0–1).
    pub completed: Series<N>,
    /// Units in place.
    pub installed: Series<N>,
    /// Units put in place.
    pub new: Series<N>,
    /// Units in place on average over the year.
    pub in_service: Series<N>,
    /// Units in full use, `U`.
    pub in_use: Series<N>,
    /// Hours freed, all time streams together.
    pub hours: Series<N>,
    /// Person-years freed, årsverk.
    pub person_years: Series<N>,
    /// Each stream's quantity, in its own unit.
    pub quantities: Vec<Series<N>>,
    /// Each stream's value (NOK).
    pub values: Vec<Series<N>>,
    /// Each cost line (NOK), as [`Plan::line_parts`] lists them; residual values are negative.
    pub lines: Vec<Series<N>>,
    /// Benefits to society (NOK).
    pub benefits: Series<N>,
    /// Benefits that reach a public budget as money (NOK).
    pub public_cash: Series<N>,
    /// Costs, residual value taken off (NOK).
    pub costs: Series<N>,
    /// The part of them that public actors pay (NOK).
    pub public_costs: Series<N>,
    /// Net public outlay: public costs less public cash benefits (NOK).
    pub outlay: Series<N>,
    /// Tax financing cost (NOK), negative when the budget gains.
    pub tax_financing: Series<N>,
    /// Benefits − costs − tax financing (NOK).
    pub net: Series<N>,
    /// Present value of one krone in the year.
    pub discount_factor: Series<N>,
    /// Cumulated present value of `net` (NOK).
    pub cumulated: Series<N>,
    pub pv_benefits: N,
    pub pv_costs: N,
    pub pv_outlay: N,
    pub pv_tax_financing: N,
    /// Net present value (NOK).
    pub npv: N,
    /// The first `t` from which the cumulated discounted net benefit is never below zero; infinite where there is none, or
    /// where nothing happens at all.
    pub break_even: N,
    /// The lowest point of the cumulated undiscounted net flow of the public budget (NOK): zero or below.
    pub peak_funding: N,
    /// NOK per tonne CO2e.
    pub(super) carbon_prices: Vec<f64>,
    /// Units bought, replacements included: working space of the costs, after as many years without any.
    pub(super) bought: Series<N>,
    /// The price of a unit, uplift included (NOK): working space of the costs. The last is when the target is in place.
    pub(super) prices: Series<N>,
    /// That last price of each cost for new units, in the plan's order; of the others nothing.
    pub(super) target_prices: Vec<N>,
}

impl Evaluation<Lanes> {
    /// An empty evaluation with room for `years` years of this plan.
    pub fn new(plan: &Plan, years: usize) -> Self {
        let series = || zeros(years);
        Self {
            years,
            target: Lanes::ZERO,
            completed: series(),
            installed: series(),
            new: series(),
            in_service: series(),
            in_use: series(),
            hours: series(),
            person_years: series(),
            quantities: vec![series(); plan.benefits.len()],
            values: vec![series(); plan.benefits.len()],
            lines: vec![series(); plan.line_parts().count()],
            benefits: series(),
            public_cash: series(),
            costs: series(),
            public_costs: series(),
            outlay: series(),
            tax_financing: series(),
            net: series(),
            discount_factor: series(),
            cumulated: series(),
            pv_benefits: Lanes::ZERO,
            pv_costs: Lanes::ZERO,
            pv_outlay: Lanes::ZERO,
            pv_tax_financing: Lanes::ZERO,
            npv: Lanes::ZERO,
            break_even: Lanes::ZERO,
            peak_funding: Lanes::ZERO,
            carbon_prices: carbon_prices(plan, years),
            bought: zeros(2 * years),
            prices: zeros(years + 1),
            target_prices: zeros(plan.costs.len()),
        }
    }

    /// One of the scenarios by itself.
    pub fn lane(&self, lane: usize) -> Evaluation<f64> {
        let one = |lanes: &Lanes| lanes.as_array()[lane];
        let series = |series: &Series<Lanes>| in_lane(series, lane);
        let all = |all: &Vec<Series<Lanes>>| all.iter().map(series).collect();
        Evaluation {
            years: self.years,
            target: one(&self.target),
            completed: series(&self.completed),
            installed: series(&self.installed),
            new: series(&self.new),
            in_service: series(&self.in_service),
            in_use: series(&self.in_use),
            hours: series(&self.hours),
            person_years: series(&self.person_years),
            quantities: all(&self.quantities),
            values: all(&self.values),
            lines: all(&self.lines),
            benefits: series(&self.benefits),
            public_cash: series(&self.public_cash),
            costs: series(&self.costs),
            public_costs: series(&self.public_costs),
            outlay: series(&self.outlay),
            tax_financing: series(&self.tax_financing),
            net: series(&self.net),
            discount_factor: series(&self.discount_factor),
            cumulated: series(&self.cumulated),
            pv_benefits: one(&self.pv_benefits),
            pv_costs: one(&self.pv_costs),
            pv_outlay: one(&self.pv_outlay),
            pv_tax_financing: one(&self.pv_tax_financing),
            npv: one(&self.npv),
            break_even: one(&self.break_even),
            peak_funding: one(&self.peak_funding),
            carbon_prices: self.carbon_prices.clone(),
            bought: series(&self.bought),
            prices: series(&self.prices),
            target_prices: in_lane(&self.target_prices, lane),
        }
    }

    /// Calculates everything anew. The plan must be the one that this was made for; the figures must have passed
    /// [`Plan::check`], lane by lane, and `years` must be the horizon in every lane.
    pub fn fill(&mut self, plan: &Plan, curve: &Curve, values: &[Lanes]) {
        rollout::fill(plan, curve, values, self);
        adoption::fill(plan, values, self);
        benefits::fill(plan, values, self);
        costs::fill(plan, values, self);
        appraisal::fill(plan, values, self);
    }
}

fn carbon_prices(plan: &Plan, years: usize) -> Vec<f64> {
    let calendar_years = (plan.first_year..).take(years);
    calendar_years
        .map(|year| benefits::carbon_price(&plan.carbon_price, year))
        .collect()
}

/// A series without anything. A function of its own, not one at every place that calls it.
#[inline(never)]
fn zeros(years: usize) -> Series<Lanes> {
    vec![Lanes::ZERO; years]
}

/// The series of one of the scenarios; as above.
#[inline(never)]
fn in_lane(series: &[Lanes], lane: usize) -> Series<f64> {
    series.iter().map(|lanes| lanes.as_array()[lane]).collect()
}
