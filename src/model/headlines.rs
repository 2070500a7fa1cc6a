//! The figures that are held up: at full effect, break-even, peak funding (model.md, section 5).
//!
//! For `W` scenarios side by side, like everything before them, so that they have a distribution too.

use super::benefits::{first_price_and_growth, quantity_per_unit};
use super::costs::{Learning, whole_years};
use super::evaluation::Evaluation;
use super::lanes::Lanes;
use super::plan::{Kind, Plan, Timing};

/// A year with the whole target in place and in use, at prices of `t = 0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FullEffect<const W: usize> {
    /// All priced benefits (NOK a year).
    pub gross: Lanes<W>,
    /// Less yearly costs and straight-line renewal of what wears out (NOK a year).
    pub net: Lanes<W>,
    /// Person-years freed a year, årsverk.
    pub person_years: Lanes<W>,
}

impl Plan {
    /// What a year gives when the whole target is in place and in use. The figures must be legal.
    pub fn at_full_effect<const W: usize>(&self, values: &[Lanes<W>]) -> FullEffect<W> {
        let roles = &self.roles;
        let pilot = values[roles.pilot];
        let in_place = pilot.max(values[roles.reach] * values[roles.potential]);
        let in_use = values[roles.adoption] * in_place;
        let (mut gross, mut hours) = (Lanes::ZERO, Lanes::ZERO);
        for stream in &self.benefits {
            let quantity = in_use * quantity_per_unit(self, stream, values);
            gross += quantity * first_price_and_growth(self, stream, values).0;
            if let Kind::Time { .. } = stream.kind {
                hours += quantity;
            }
        }
        let mut yearly_costs = Lanes::ZERO;
        for cost in &self.costs {
            yearly_costs += match cost.timing {
                Timing::PerUnitYear { amount } => in_place * values[amount],
                Timing::PerUnitInUseYear { amount } => in_use * values[amount],
                Timing::PerNewUnit {
                    life: Some(life), ..
                } => {
                    let price = Learning::new(self, cost, values).unit_price(in_place);
                    in_place * price / values[life].map(whole_years)
                }
                _ => Lanes::ZERO,
            };
        }
        FullEffect {
            gross,
            net: gross - (1.0 + values[roles.optimism]) * yearly_costs,
            person_years: hours / values[roles.hours_per_person_year],
        }
    }
}

impl<const W: usize> Evaluation<W> {
    /// The first `t` from which the cumulated discounted net benefit is never below zero; infinite where there
    /// is none, or where nothing happens at all.
    pub fn break_even(&self) -> Lanes<W> {
        let (mut first, mut flows) = (Lanes::ZERO, Lanes::ZERO);
        for (year, &net) in self.net[..self.years].iter().enumerate() {
            first = first.zip(self.cumulated[year], |first, sum| {
                if sum < 0.0 { year as f64 + 1.0 } else { first }
            });
            flows = flows.max(net.map(f64::abs));
        }
        first.zip(flows, |first, flows| {
            if flows > 0.0 && first < self.years as f64 {
                first
            } else {
                f64::INFINITY
            }
        })
    }

    /// The lowest point of the cumulated undiscounted net flow of the public budget (NOK): zero or below.
    pub fn peak_funding(&self) -> Lanes<W> {
        let (mut cumulated, mut lowest) = (Lanes::ZERO, Lanes::ZERO);
        for &outlay in &self.outlay[..self.years] {
            cumulated -= outlay;
            lowest = lowest.min(cumulated);
        }
        lowest
    }
}
