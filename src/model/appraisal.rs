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
    discount(plan, values, out);
    public_outlay(plan, out);
    let mut sums = [Lanes::ZERO; 4];
    let mut cumulated = Lanes::ZERO;
    for year in 0..out.years {
        let factor = out.discount_factor[year];
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
    by_actor(plan, out);
}

/// `D(0) = 1`; from year to year divided by one plus the rate of that year.
fn discount<const W: usize>(plan: &Plan, values: &[Lanes<W>], out: &mut Evaluation<W>) {
    let mut factor = Lanes::ONE;
    for year in 0..out.years {
        if year > 0 {
            let step = DISCOUNT_STEPS.iter().filter(|&&last| year > last).count();
            factor = factor / (1.0 + values[plan.roles.discount_rates[step]]);
        }
        out.discount_factor[year] = factor;
    }
}

/// Public costs less public cash benefits.
fn public_outlay<const W: usize>(plan: &Plan, out: &mut Evaluation<W>) {
    for year in 0..out.years {
        let costs = Evaluation::<W>::line_parts(plan)
            .zip(&out.lines)
            .filter(|((cost, _), _)| plan.actors[plan.costs[*cost].pays])
            .fold(Lanes::ZERO, |sum, (_, line)| sum + line[year]);
        out.outlay[year] = costs - out.public_cash[year];
    }
}

/// Who gains and who pays, in present value.
fn by_actor<const W: usize>(plan: &Plan, out: &mut Evaluation<W>) {
    out.gained.fill(Lanes::ZERO);
    out.paid.fill(Lanes::ZERO);
    let factors = &out.discount_factor[..out.years];
    let present_value = |series: &[Lanes<W>]| {
        let flows = series.iter().zip(factors);
        flows.fold(Lanes::ZERO, |sum, (&flow, &factor)| sum + flow * factor)
    };
    for (stream, series) in plan.benefits.iter().zip(&out.values) {
        out.gained[stream.gains] += present_value(series);
    }
    for ((cost, _), series) in Evaluation::<W>::line_parts(plan).zip(&out.lines) {
        out.paid[plan.costs[cost].pays] += present_value(series);
    }
}
