//! What it costs, and who pays (model.md, section 4).
//!
//! Models six timings of cost, learning, replacement and residual value. Leaves out real price growth of
//! costs, and costs of taking a solution out of use.

use super::evaluation::Evaluation;
use super::lanes::{Lanes, exp, greater, lane, ln};
use super::plan::{Cost, ParameterIndex, Plan, Timing};

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
    out.costs[..years].fill(Lanes::ZERO);
    out.public_costs[..years].fill(Lanes::ZERO);
    let mut line = 0;
    for cost in &plan.costs {
        let amount = values[cost.timing.amount()] * uplift;
        let flows = &mut out.lines[line][..years];
        match cost.timing {
            Timing::Once { year, .. } => {
                flows.fill(Lanes::ZERO);
                if let Some(flow) = flows.get_mut(year) {
                    *flow = amount * rollout;
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
                for (year, (flow, &completed)) in flows.iter_mut().zip(&out.completed).enumerate() {
                    let first = first_year.simd_eq(year as f64) & Lanes::ONE;
                    *flow = each * (completed - before) + once * first;
                    before = completed;
                }
            }
            Timing::PerNewUnit { life, .. } => {
                let learning = Learning::new(plan, cost, values);
                let (installed, new) = (&out.installed[..years], &out.new[..years]);
                let prices = &mut out.prices[..years];
                for year in 0..years {
                    prices[year] = learning.unit_price(installed[year]) * uplift;
                    flows[year] = new[year] * prices[year];
                }
                if let Some(life) = life {
                    replace(plan, values, life, line, out);
                }
            }
            Timing::PerUnitYear { .. } => multiply(flows, &out.in_service, amount),
            Timing::PerUnitInUseYear { .. } => multiply(flows, &out.in_use, amount),
        }
        for _ in Part::of(&cost.timing) {
            add(&mut out.costs, &out.lines[line][..years]);
            if plan.actors[cost.pays] {
                add(&mut out.public_costs, &out.lines[line][..years]);
            }
            line += 1;
        }
    }
}

fn multiply(flows: &mut [Lanes], units: &[Lanes], amount: Lanes) {
    for (flow, &units) in flows.iter_mut().zip(units) {
        *flow = units * amount;
    }
}

fn add(sums: &mut [Lanes], line: &[Lanes]) {
    for (sum, &flow) in sums.iter_mut().zip(line) {
        *sum += flow;
    }
}

/// How the price of a unit falls: each doubling of experience takes the learning rate off (Wright 1936).
/// Experience counts from the pilot, or from the first unit.
pub(super) struct Learning {
    first: Lanes,
    /// One over the units in place when the first price holds, and `log2(1 − LR)`; none where nothing is learnt.
    fall: Option<(Lanes, Lanes)>,
}

impl Learning {
    pub(super) fn new(plan: &Plan, cost: &Cost, values: &[Lanes]) -> Self {
        let rate = match cost.timing {
            Timing::PerNewUnit { learning_rate, .. } => learning_rate,
            _ => None,
        };
        Self {
            first: values[cost.timing.amount()],
            fall: rate.map(|rate| {
                let exponent = ln(1.0 - values[rate]) / std::f64::consts::LN_2;
                (
                    1.0 / greater(values[plan.roles.pilot], Lanes::ONE),
                    exponent,
                )
            }),
        }
    }

    /// The price of a unit when `installed` are in place, before the uplift.
    pub(super) fn unit_price(&self, installed: Lanes) -> Lanes {
        self.fall.map_or(self.first, |(start, exponent)| {
            let experience = greater(installed * start, Lanes::ONE);
            self.first * exp(ln(experience) * exponent)
        })
    }
}

/// A unit's life in whole years.
pub(super) fn whole_years(life: Lanes) -> Lanes {
    greater(life.round(), Lanes::ONE)
}

/// Fills in the replacement and the residual value of the purchases in `line`.
///
/// All that was bought in year `i` is bought again in `i + life`. The pilot's units count as bought in year 0,
/// but that purchase is sunk: it is neither paid nor credited.
fn replace(
    plan: &Plan,
    values: &[Lanes],
    life: ParameterIndex,
    line: usize,
    out: &mut Evaluation<Lanes>,
) {
    let years = out.years;
    let life = whole_years(values[life]);
    let ages = life.to_array().map(|life| life as usize);
    let mut sunk = values[plan.roles.pilot];
    let mut credit = Lanes::ZERO;
    let (news, prices) = (&out.new[..years], &out.prices[..years]);
    let bought = &mut out.bought[..years];
    let [replacements, residuals] = &mut out.lines[line + 1..line + 3] else {
        return;
    };
    let replacements = &mut replacements[..years];
    residuals[..years].fill(Lanes::ZERO);
    for year in 0..years {
        let renewed = Lanes::from(std::array::from_fn(|place| {
            let purchase = year.checked_sub(ages[place]);
            purchase.map_or(0.0, |purchase| lane(&bought[purchase], place))
        }));
        let all = news[year] + renewed;
        bought[year] = all + sunk;
        sunk = Lanes::ZERO;
        replacements[year] = renewed * prices[year];
        let left = greater(life - (years - year) as f64, Lanes::ZERO);
        credit += all * prices[year] * left;
    }
    residuals[years - 1] = -credit / life;
}
