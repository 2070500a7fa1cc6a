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
    let mut sums = [Lanes::ZERO; 4];
    out.npv = Lanes::ZERO;
    for year in 0..years {
        if year > 0 {
            let step = DISCOUNT_STEPS.iter().filter(|&&last| year > last).count();
            factor *= steps[step];
        }
        let outlay = public_costs[year] - public_cash[year];
        let tax = tax * outlay;
        let net = benefits[year] - costs[year] - tax;
        out.npv += factor * net;
        for (sum, flow) in sums
            .iter_mut()
            .zip([benefits[year], costs[year], outlay, tax])
        {
            *sum += factor * flow;
        }
        factors[year] = factor;
        outlays[year] = outlay;
        taxes[year] = tax;
        nets[year] = net;
        cumulated[year] = out.npv;
    }
    [
        out.pv_benefits,
        out.pv_costs,
        out.pv_outlay,
        out.pv_tax_financing,
    ] = sums;
}
