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
    /// Hands on each year's figures.
    pub(super) fn each_year(
        self,
        plan: &Plan,
        e: &Evaluation<Lanes>,
        mut put: impl FnMut(usize, Lanes),
    ) {
        let mut balance = Lanes::ZERO;
        for year in 0..e.years {
            let figures = match self {
                Series::Installed => e.installed[year],
                Series::New => e.new[year],
                Series::InUse => e.in_use[year],
                Series::PersonYears => e.person_years[year],
                Series::Benefits => e.benefits[year],
                Series::Costs => e.costs[year],
                Series::Payments => e.costs[year] - residual(plan, e, year, |_| true),
                Series::Net => e.net[year],
                Series::Cumulated => e.cumulated[year],
                Series::PublicCash => e.public_cash[year],
                Series::PublicPayments => {
                    let public = |cost: usize| plan.actors[plan.costs[cost].pays];
                    e.public_costs[year] - residual(plan, e, year, public)
                }
                Series::Outlay => e.outlay[year],
                Series::BudgetBalance => {
                    balance -= e.outlay[year];
                    balance
                }
                Series::Quantity(stream) => e.quantities[stream][year],
                Series::Value(stream) => e.values[stream][year],
            };
            put(year, figures);
        }
    }
}

/// What the costs chosen are credited for life that is left (NOK, negative).
fn residual(
    plan: &Plan,
    e: &Evaluation<Lanes>,
    year: usize,
    chosen: impl Fn(usize) -> bool,
) -> Lanes {
    plan.line_parts()
        .zip(&e.lines)
        .filter(|((cost, part), _)| *part == Part::Residual && chosen(*cost))
        .fold(Lanes::ZERO, |sum, (_, line)| sum + line[year])
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

/// How many headlines there are.
pub(super) const HEADLINES: usize = Headline::NetBenefitPerBudgetKrone as usize + 1;

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
        e.peak_funding(),
        full_effect.gross,
        full_effect.net,
        full_effect.person_years,
        e.break_even() + f64::from(plan.first_year),
        per_budget_krone,
    ]
}
