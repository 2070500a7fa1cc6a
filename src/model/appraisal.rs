//! What it is worth (model.md, section 5): discounting, tax financing and the sums over years, by the
//! Norwegian Ministry of Finance's circular R-109.
//!
//! Models society's and the public budget's view. Leaves out distribution weights and risk premiums.

use super::evaluation::Evaluation;
use super::lanes::{Lanes, greater, smaller};
use super::plan::Plan;

/// Fills in net public outlay, tax financing, net benefit, discount factors, all present values, break-even and peak funding.
pub(super) fn fill(plan: &Plan, values: &[Lanes], out: &mut Evaluation<Lanes>) {
    let tax = values[plan.roles.tax_financing];
    let steps = plan
        .roles
        .discount_rates
        .map(|rate| 1.0 / (1.0 + values[rate]));
    let years = out.years;
    let (benefits, costs) = (&out.benefits[..years], &out.costs[..years]);
    let (public_cash, public_costs) = (&out.public_cash[..years], &out.public_costs[..years]);
    let (outlays, taxes) = (&mut out.outlay[..years], &mut out.tax_financing[..years]);
    let (nets, cumulated) = (&mut out.net[..years], &mut out.cumulated[..years]);
    let factors = &mut out.discount_factor[..years];
    let mut factor = Lanes::ONE;
    let (mut npv, mut pv_benefits, mut pv_costs) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
    let mut pv_outlay = Lanes::ZERO;
    // Break-even is after the last year that ends behind; where nothing ever flows there is none.
    let (mut after_behind, mut flows) = (Lanes::ZERO, Lanes::ZERO);
    let (mut balance, mut lowest) = (Lanes::ZERO, Lanes::ZERO);
    for year in 0..years {
        if year > 0 {
            // the first rate to year 40, the second to 75.
            factor *= match year {
                ..=40 => steps[0],
                41..=75 => steps[1],
                _ => steps[2],
            };
        }
        let outlay = public_costs[year] - public_cash[year];
        let financing = tax * outlay;
        let net = benefits[year] - costs[year] - financing;
        npv += factor * net;
        pv_benefits += factor * benefits[year];
        pv_costs += factor * costs[year];
        pv_outlay += factor * outlay;
        balance -= outlay;
        lowest = smaller(lowest, balance);
        after_behind = npv
            .simd_lt(0.0)
            .select(Lanes::splat(year as f64 + 1.0), after_behind);
        flows = greater(flows, net.abs());
        factors[year] = factor;
        outlays[year] = outlay;
        taxes[year] = financing;
        nets[year] = net;
        cumulated[year] = npv;
    }
    out.npv = npv;
    out.pv_benefits = pv_benefits;
    out.pv_costs = pv_costs;
    out.pv_outlay = pv_outlay;
    out.pv_tax_financing = tax * pv_outlay;
    let broken_even = flows.simd_gt(0.0) & after_behind.simd_lt(years as f64);
    out.break_even = broken_even.select(after_behind, Lanes::splat(f64::INFINITY));
    out.peak_funding = lowest;
}
