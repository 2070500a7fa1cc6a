//! What is kept of every draw: yearly series, and headlines.

use crate::model::{Evaluation, FullEffect, Lanes, Part, Plan};

/// A yearly series that bands can be asked for. Money in NOK at the price year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Units in place at the end of the year.
    Installed,
    /// Units put in place in the year.
    New,
    /// Units in full use.
    InUse,
    /// Person-years freed, årsverk.
    PersonYears,
    /// Benefits to society.
    Benefits,
    /// Costs, residual value taken off.
    Costs,
    /// Costs without the residual value, which is no payment.
    Payments,
    /// Benefits − costs − tax financing.
    Net,
    /// Cumulated present value of the net benefit.
    Cumulated,
    /// Benefits that reach a public budget as money.
    PublicCash,
    /// Public costs without the residual value.
    PublicPayments,
    /// Net public outlay, residual value taken off.
    Outlay,
    /// The public budget so far: cumulated, undiscounted, negative while it is behind.
    BudgetBalance,
    /// A benefit stream's quantity, in its own unit; its place in the plan.
    Quantity(usize),
    /// A benefit stream's value; its place in the plan.
    Value(usize),
}

impl Series {
    /// Its figures, year by year; in `computed` if they are in no series of the model's.
    pub(super) fn of<'a>(
        self,
        plan: &Plan,
        e: &'a Evaluation<Lanes>,
        computed: &'a mut Vec<Lanes>,
    ) -> &'a [Lanes] {
        let series = match self {
            Series::Installed => &e.installed,
            Series::New => &e.new,
            Series::InUse => &e.in_use,
            Series::PersonYears => &e.person_years,
            Series::Benefits => &e.benefits,
            Series::Costs => &e.costs,
            Series::Payments => {
                computed.clone_from(&e.costs);
                without_residual(plan, e, |_| true, computed);
                computed
            }
            Series::Net => &e.net,
            Series::Cumulated => &e.cumulated,
            Series::PublicCash => &e.public_cash,
            Series::PublicPayments => {
                let public = |cost: usize| plan.actors[plan.costs[cost].pays];
                computed.clone_from(&e.public_costs);
                without_residual(plan, e, public, computed);
                computed
            }
            Series::Outlay => &e.outlay,
            Series::BudgetBalance => {
                let mut balance = Lanes::ZERO;
                computed.clear();
                computed.extend(e.outlay.iter().map(|&outlay| {
                    balance -= outlay;
                    balance
                }));
                computed
            }
            Series::Quantity(stream) => &e.quantities[stream],
            Series::Value(stream) => &e.values[stream],
        };
        &series[..e.years]
    }
}

/// Takes what the costs chosen are credited for life that is left, in the last year, off a series of costs.
fn without_residual(
    plan: &Plan,
    e: &Evaluation<Lanes>,
    chosen: impl Fn(usize) -> bool,
    costs: &mut [Lanes],
) {
    let last = e.years - 1;
    for ((cost, part), line) in plan.line_parts().zip(&e.lines) {
        if part == Part::Residual && chosen(cost) {
            costs[last] -= line[last];
        }
    }
}

/// A figure for the whole of a draw. Money in NOK at the price year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// Net present value.
    Npv,
    /// Present value of the benefits.
    Benefits,
    /// Present value of the costs, residual value taken off.
    Costs,
    /// Present value of the net public outlay.
    Outlay,
    /// The lowest point of the cumulated undiscounted public budget.
    PeakFunding,
    /// A year's priced benefits at full effect.
    GrossSaving,
    /// The same less yearly costs and renewal.
    NetSaving,
    /// Person-years a year at full effect, årsverk.
    PersonYears,
    /// The calendar year of break-even; none counts as later than all.
    BreakEvenYear,
    /// Netto nytte per budsjettkrone. None, where the budget has no outlay, counts as above all if the NPV is not
    /// negative, and else as below all: so that the order is the same as without the budget's help.
    NetBenefitPerBudgetKrone,
}

impl Headline {
    /// Every headline, in order.
    pub const ALL: [Headline; 10] = [
        Headline::Npv,
        Headline::Benefits,
        Headline::Costs,
        Headline::Outlay,
        Headline::PeakFunding,
        Headline::GrossSaving,
        Headline::NetSaving,
        Headline::PersonYears,
        Headline::BreakEvenYear,
        Headline::NetBenefitPerBudgetKrone,
    ];
}

/// How many headlines there are.
pub(super) const HEADLINES: usize = Headline::ALL.len();

/// Every headline, in the order of [`Headline`]; infinite where there is none.
pub(super) fn headlines(
    plan: &Plan,
    e: &Evaluation<Lanes>,
    full_effect: &FullEffect,
) -> [Lanes; HEADLINES] {
    let infinite = Lanes::splat(f64::INFINITY);
    let without_outlay = e.npv.simd_ge(0.0).select(infinite, -infinite);
    let outlay = e.pv_outlay.simd_gt(0.0);
    let per_budget_krone = outlay.select(e.npv / e.pv_outlay, without_outlay);
    [
        e.npv,
        e.pv_benefits,
        e.pv_costs,
        e.pv_outlay,
        e.peak_funding,
        full_effect.gross,
        full_effect.net,
        full_effect.person_years,
        e.break_even + f64::from(plan.first_year),
        per_budget_krone,
    ]
}
