//! What it costs, and who pays (model.md, section 4).
//!
//! Models six timings of cost, learning, replacement and residual value. Leaves out real price growth of
//! costs, and costs of taking a solution out of use.

use super::evaluation::Evaluation;
use super::lanes::{Lanes, WIDTH, exp2_each, greater, log2, log2_each};
use super::plan::{Plan, Timing};
use wide::bytemuck::cast_slice;

/// What part of a cost a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The cost itself; of a purchase, the first one.
    First,
    /// Units bought again when their life is over.
    Replacement,
    /// The credit, in the last year, for life that is left after it (negative).
    Residual,
}

impl Part {
    /// The parts that a cost has: purchases with a life are replaced and credited.
    pub fn of(timing: &Timing) -> &'static [Part] {
        match timing {
            Timing::PerNewUnit { life: Some(_), .. } => {
                &[Part::First, Part::Replacement, Part::Residual]
            }
            _ => &[Part::First],
        }
    }
}

impl Plan {
    /// The cost (its place in the plan) and the part of it that each cost line is, in the lines' order.
    pub fn line_parts(&self) -> impl Iterator<Item = (usize, Part)> + '_ {
        let costs = self.costs.iter().enumerate();
        costs.flat_map(|(index, cost)| {
            Part::of(&cost.timing)
                .iter()
                .map(move |&part| (index, part))
        })
    }
}

/// Fills in every cost line, the costs in all and those that public actors pay, each year.
pub(super) fn fill(plan: &Plan, values: &[Lanes], out: &mut Evaluation<Lanes>) {
    let years = out.years;
    let uplift = 1.0 + values[plan.roles.optimism];
    let rollout = out.target.simd_gt(values[plan.roles.pilot]) & Lanes::ONE;
    let (installed, new) = (&out.installed[..years], &out.new[..years]);
    let (in_service, in_use) = (&out.in_service[..years], &out.in_use[..years]);
    let completed = &out.completed[..years];
    let (costs, public_costs) = (&mut out.costs[..years], &mut out.public_costs[..years]);
    costs.fill(Lanes::ZERO);
    public_costs.fill(Lanes::ZERO);
    let all_public = plan.costs.iter().all(|cost| plan.actors[cost.pays]);
    let mut lines = out.lines.iter_mut().map(Vec::as_mut_slice);
    let mut line = || &mut lines.next().unwrap_or_default()[..years];
    for (cost, target_price) in plan.costs.iter().zip(&mut out.target_prices) {
        let amount = values[cost.timing.amount()] * uplift;
        let public = plan.actors[cost.pays] && !all_public;
        let mut pay = |year: usize, flow: Lanes| {
            costs[year] += flow;
            if public {
                public_costs[year] += flow;
            }
            flow
        };
        let flows = line();
        match cost.timing {
            Timing::Once { year, .. } => {
                flows.fill(Lanes::ZERO);
                if let Some(flow) = flows.get_mut(year) {
                    *flow = pay(year, amount * rollout);
                }
            }
            Timing::PerBuyer { buyers, reused, .. } => {
                let first_year = values[plan.roles.delay].floor();
                let (buyers, reused) = (values[buyers], values[reused]);
                let (each, once) = (
                    amount * rollout * (1.0 - reused) * buyers,
                    amount * rollout * reused,
                );
                let mut before = Lanes::ZERO;
                for year in 0..years {
                    let first = first_year.simd_eq(year as f64) & Lanes::ONE;
                    let joined = completed[year] - before;
                    flows[year] = pay(year, each * joined + once * first);
                    before = completed[year];
                }
            }
            Timing::PerNewUnit {
                learning_rate,
                life,
                ..
            } => {
                let prices = &mut out.prices[..=years];
                let pilot = values[plan.roles.pilot];
                match learning_rate.map(|rate| values[rate]) {
                    Some(rate) => {
                        let in_place = installed.iter().chain([&out.target]);
                        unit_prices(amount, rate, pilot, in_place, prices);
                    }
                    None => prices.fill(amount),
                }
                *target_price = prices[years];
                for year in 0..years {
                    flows[year] = pay(year, new[year] * prices[year]);
                }
                if let Some(life) = life {
                    let purchases = Purchases {
                        new,
                        pilot,
                        prices,
                        life: values[life],
                    };
                    purchases.replace(&mut out.bought, line(), line(), pay);
                }
            }
            Timing::PerUnitYear { .. } => {
                for year in 0..years {
                    flows[year] = pay(year, in_service[year] * amount);
                }
            }
            Timing::PerUnitInUseYear { .. } => {
                for year in 0..years {
                    flows[year] = pay(year, in_use[year] * amount);
                }
            }
        }
    }
    if all_public {
        public_costs.copy_from_slice(costs);
    }
}

/// Fills in the price of a unit, at `first` to begin with, when so many are in place: each doubling of experience takes the
/// learning rate off (Wright 1936). Experience counts from the pilot, or from the first unit.
///
/// A step for all of them, then the next: the machine works on several logarithms at a time if none waits for an
/// exponential.
fn unit_prices<'a>(
    first: Lanes,
    rate: Lanes,
    pilot: Lanes,
    in_place: impl Iterator<Item = &'a Lanes>,
    prices: &mut [Lanes],
) {
    let exponent = log2(1.0 - rate);
    let start = 1.0 / greater(pilot, Lanes::ONE);
    for (price, &in_place) in prices.iter_mut().zip(in_place) {
        *price = greater(in_place * start, Lanes::ONE);
    }
    log2_each(prices);
    for price in &mut *prices {
        *price *= exponent;
    }
    exp2_each(prices);
    for price in prices {
        *price *= first;
    }
}

/// A unit's life in whole years, a half counted up.
pub(super) fn whole_years(life: Lanes) -> Lanes {
    greater((life + 0.5).floor(), Lanes::ONE)
}

/// Units that are bought again when their life is over.
struct Purchases<'a> {
    new: &'a [Lanes],
    pilot: Lanes,
    prices: &'a [Lanes],
    life: Lanes,
}

impl Purchases<'_> {
    /// Fills in the replacement and the residual value, by way of the units bought.
    ///
    /// All that was bought in year `i` is bought again in `i + life`. The pilot's units count as bought in year 0,
    /// but that purchase is sunk: it is neither paid nor credited. `bought` begins with as many years without anything.
    fn replace(
        self,
        bought: &mut [Lanes],
        replacements: &mut [Lanes],
        residuals: &mut [Lanes],
        mut pay: impl FnMut(usize, Lanes) -> Lanes,
    ) {
        let years = self.new.len();
        let prices = &self.prices[..years];
        let life = whole_years(self.life);
        let start = bought.len() / 2;
        // Where in `bought`, number by number, each lane has what is bought again.
        let mut again = life
            .to_array()
            .map(|life| start - (life as usize).min(start));
        for (place, again) in again.iter_mut().enumerate() {
            *again = *again * WIDTH + place;
        }
        let mut sunk = self.pilot;
        let mut credit = Lanes::ZERO;
        residuals.fill(Lanes::ZERO);
        for year in 0..years {
            let all_bought: &[f64] = cast_slice(bought);
            let renewed = Lanes::from(again.map(|again| all_bought[again]));
            again = again.map(|again| again + WIDTH);
            let all = self.new[year] + renewed;
            bought[start + year] = all + sunk;
            sunk = Lanes::ZERO;
            replacements[year] = pay(year, renewed * prices[year]);
            let left = greater(life - (years - year) as f64, Lanes::ZERO);
            credit += all * prices[year] * left;
        }
        residuals[years - 1] = pay(years - 1, -credit / life);
    }
}
