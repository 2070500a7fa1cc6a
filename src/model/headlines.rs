//! What a year gives at full effect (model.md, section 5).
//!
//! For scenarios side by side, like everything before it, so that it has a distribution too.

use super::benefits::{first_price_and_growth, quantity_per_unit};
use super::costs::whole_years;
use super::evaluation::Evaluation;
use super::lanes::Lanes;
use super::plan::{Kind, Plan, Timing};

/// A year with the whole target in place and in use, at prices of `t = 0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FullEffect {
    /// All priced benefits (NOK a year).
    pub gross: Lanes,
    /// Less yearly costs and straight-line renewal of what wears out (NOK a year).
    pub net: Lanes,
    /// Person-years freed a year, årsverk.
    pub person_years: Lanes,
}

impl Evaluation<Lanes> {
    /// What a year gives when the whole target is in place and in use, with the figures that this was calculated with.
    pub fn at_full_effect(&self, plan: &Plan, values: &[Lanes]) -> FullEffect {
        let roles = &plan.roles;
        let in_place = self.target;
        let in_use = values[roles.adoption] * in_place;
        let (mut gross, mut hours) = (Lanes::ZERO, Lanes::ZERO);
        for stream in &plan.benefits {
            let quantity = in_use * quantity_per_unit(plan, stream, values);
            let (price, _) = first_price_and_growth(plan, stream, values, &self.carbon_prices);
            gross += quantity * price;
            if let Kind::Time { .. } = stream.kind {
                hours += quantity;
            }
        }
        let uplift = 1.0 + values[roles.optimism];
        let mut yearly_costs = Lanes::ZERO;
        for (cost, &price) in plan.costs.iter().zip(&self.target_prices) {
            yearly_costs += match cost.timing {
                Timing::PerUnitYear { amount } => in_place * values[amount] * uplift,
                Timing::PerUnitInUseYear { amount } => in_use * values[amount] * uplift,
                Timing::PerNewUnit {
                    life: Some(life), ..
                } => in_place * price / whole_years(values[life]),
                _ => Lanes::ZERO,
            };
        }
        FullEffect {
            gross,
            net: gross - yearly_costs,
            person_years: hours / values[roles.hours_per_person_year],
        }
    }
}
