//! One pass through the model for `W` scenarios: every yearly series, and the sums over years.

use super::costs::Part;
use super::lanes::Lanes;
use super::plan::Plan;
use super::rollout::Curve;
use super::{adoption, appraisal, benefits, costs, rollout};

/// Scenarios that are evaluated side by side, wherever there are several: one width is one program. As wasm, optimised
/// for speed, four are fastest: with eight, draws of the monitor plan take 6 % longer, with one half as long again.
/// Natively eight would be a little faster.
pub const WIDTH: usize = 4;

/// A series with a value a year.
pub type Series<const W: usize> = Vec<Lanes<W>>;

/// What the model gives for `W` scenarios of one plan. Money in NOK at the price year; flows are of the year,
/// stocks at its end. Made once and filled again for every new set of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation<const W: usize> {
    /// Years calculated, `T`; only so much of each series counts.
    pub years: usize,
    /// Units that the rollout aims at, `M`.
    pub target: Lanes<W>,
    /// Share of the rollout completed, `F` (0–1).
    pub completed: Series<W>,
    /// Units in place.
    pub installed: Series<W>,
    /// Units put in place.
    pub new: Series<W>,
    /// Units in place on average over the year.
    pub in_service: Series<W>,
    /// Units in full use, `U`.
    pub in_use: Series<W>,
    /// Hours freed, all time streams together.
    pub hours: Series<W>,
    /// Person-years freed, årsverk.
    pub person_years: Series<W>,
    /// Each stream's quantity, in its own unit.
    pub quantities: Vec<Series<W>>,
    /// Each stream's value (NOK).
    pub values: Vec<Series<W>>,
    /// Each cost line (NOK), as [`Evaluation::line_parts`] lists them; residual values are negative.
    pub lines: Vec<Series<W>>,
    /// Benefits to society (NOK).
    pub benefits: Series<W>,
    /// Benefits that reach a public budget as money (NOK).
    pub public_cash: Series<W>,
    /// Costs, residual value taken off (NOK).
    pub costs: Series<W>,
    /// The part of them that public actors pay (NOK).
    pub public_costs: Series<W>,
    /// Net public outlay: public costs less public cash benefits (NOK).
    pub outlay: Series<W>,
    /// Tax financing cost (NOK), negative when the budget gains.
    pub tax_financing: Series<W>,
    /// Benefits − costs − tax financing (NOK).
    pub net: Series<W>,
    /// Present value of one krone in the year.
    pub discount_factor: Series<W>,
    /// Cumulated present value of `net` (NOK).
    pub cumulated: Series<W>,
    pub pv_benefits: Lanes<W>,
    pub pv_costs: Lanes<W>,
    pub pv_outlay: Lanes<W>,
    pub pv_tax_financing: Lanes<W>,
    /// Net present value (NOK).
    pub npv: Lanes<W>,
    /// Units bought, replacements included: working space of the costs.
    pub(super) bought: Series<W>,
    /// The price of a unit, uplift included (NOK): working space of the costs.
    pub(super) prices: Series<W>,
}

impl<const W: usize> Evaluation<W> {
    /// An empty evaluation with room for `years` years of this plan.
    pub fn new(plan: &Plan, years: usize) -> Self {
        let series = || vec![Lanes::ZERO; years];
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
            lines: vec![series(); Self::line_parts(plan).count()],
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
            bought: series(),
            prices: series(),
        }
    }

    /// The cost (its place in the plan) and the part of it that each cost line is, in the lines' order.
    pub fn line_parts(plan: &Plan) -> impl Iterator<Item = (usize, Part)> + '_ {
        plan.costs.iter().enumerate().flat_map(|(index, cost)| {
            Part::of(&cost.timing)
                .iter()
                .map(move |&part| (index, part))
        })
    }

    /// One of the scenarios by itself.
    pub fn lane(&self, lane: usize) -> Evaluation<1> {
        let one = |lanes: &Lanes<W>| Lanes([lanes.0[lane]]);
        let series = |series: &Vec<Lanes<W>>| series.iter().map(one).collect::<Vec<_>>();
        let all = |all: &Vec<Series<W>>| all.iter().map(series).collect();
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
            bought: series(&self.bought),
            prices: series(&self.prices),
        }
    }

    /// Calculates everything anew. The figures must have passed [`Plan::check`], lane by lane, and `years`
    /// must be the horizon in every lane.
    pub fn fill(&mut self, plan: &Plan, curve: &Curve, values: &[Lanes<W>]) {
        rollout::fill(plan, curve, values, self);
        adoption::fill(plan, values, self);
        benefits::fill(plan, values, self);
        costs::fill(plan, values, self);
        appraisal::fill(plan, values, self);
    }
}
