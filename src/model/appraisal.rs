//! What it is worth (model.md, section 5): discounting, tax financing and the sums over years, by the
//! Norwegian Ministry of Finance's circular R-109.
//!
//! Models society's and the public budget's view. Leaves out distribution weights and risk premiums.

use super::evaluation::Evaluation;
use super::lanes::Lanes;
use super::plan::Plan;

/// The last year with the first, and with the second, of the three discount rates.
const DISCOUNT_STEPS: [usize; 2] = [40, 75];

/// Fills in net public outlay, tax financing, net benefit, discount factors and all present values.
pub(super) fn fill<const W: usize>(plan: &Plan, values: &[Lanes<W>], out: &mut Evaluation<W>) {
    let tax = values[plan.roles.tax_financing];
    let steps = plan
        .roles
        .discount_rates
        .map(|rate| 1.0 / (1.0 + values[rate]));
    let mut factor = Lanes::ONE;
    let mut sums = [Lanes::ZERO; 4];
    let mut cumulated = Lanes::ZERO;
    for year in 0..out.years {
        if year > 0 {
            factor = factor * steps[DISCOUNT_STEPS.iter().filter(|&&last| year > last).count()];
        }
        out.discount_factor[year] = factor;
        out.outlay[year] = out.public_costs[year] - out.public_cash[year];
        out.tax_financing[year] = tax * out.outlay[year];
        out.net[year] = out.benefits[year] - out.costs[year] - out.tax_financing[year];
        cumulated += factor * out.net[year];
        out.cumulated[year] = cumulated;
        for (sum, flow) in sums.iter_mut().zip([
            out.benefits[year],
            out.costs[year],
            out.outlay[year],
            out.tax_financing[year],
        ]) {
            *sum += factor * flow;
        }
    }
    [
        out.pv_benefits,
        out.pv_costs,
        out.pv_outlay,
        out.pv_tax_financing,
    ] = sums;
    out.npv = cumulated;
}
