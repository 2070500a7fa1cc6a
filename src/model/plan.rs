//! What is calculated: the structure of a solution, free of figures.
//!
//! Figures come apart from it, as a slice with one value a parameter, so that a scenario, a draw or a
//! sensitivity is the same plan with other numbers.

use borsh::{BorshDeserialize, BorshSerialize};

/// The place of a parameter in the slice of values.
pub type ParameterIndex = usize;

/// The place of an actor in [`Plan::actors`].
pub type ActorIndex = usize;

/// A solution's structure: which parameter plays which part, its benefit streams and its costs.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Plan {
    /// The id of every parameter, in the order of the values.
    pub parameters: Vec<String>,
    /// Calendar year of `t = 0`, the decision year.
    pub first_year: i32,
    /// The parameters that every solution has.
    pub roles: Roles,
    pub benefits: Vec<Stream>,
    pub costs: Vec<Cost>,
    /// For every actor whether it is public: whether its money is the public budget's.
    pub actors: Vec<bool>,
    /// NOK per tonne CO2e by calendar year, rising years; linear between them, constant outside.
    pub carbon_price: Vec<(i32, f64)>,
}

/// The parameters that the model itself names. Units in brackets.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Default, PartialEq)]
pub struct Roles {
    /// `N`: all units that could have the solution (units).
    pub potential: ParameterIndex,
    /// `n0`: units in place at `t = 0` (units).
    pub pilot: ParameterIndex,
    /// `r`: share of the potential that the rollout aims at (0–1).
    pub reach: ParameterIndex,
    /// `d`: years until the rollout starts.
    pub delay: ParameterIndex,
    /// `p`: Bass coefficient of innovation (per year).
    pub innovation: ParameterIndex,
    /// `q`: Bass coefficient of imitation (per year).
    pub imitation: ParameterIndex,
    /// `Y`: years that a linear rollout takes.
    pub rollout_years: ParameterIndex,
    /// `a`: share of its potential use that a unit reaches in the end (0–1).
    pub adoption: ParameterIndex,
    /// `τ`: years until a unit has 90 % of that.
    pub ramp: ParameterIndex,
    /// `ρ`: realisation rate, gevinstrealisering (0–1).
    pub realisation: ParameterIndex,
    /// `T`: years calculated, the same in every lane (whole years).
    pub horizon: ParameterIndex,
    /// Real discount rate until year 40, from there to 75, and after (per year).
    pub discount_rates: [ParameterIndex; 3],
    /// Marginal cost of public funds (NOK per NOK of net public outlay).
    pub tax_financing: ParameterIndex,
    /// Real wage growth (per year).
    pub wage_growth: ParameterIndex,
    /// Real income growth (per year).
    pub income_growth: ParameterIndex,
    /// Hours worked in a person-year, årsverk (hours).
    pub hours_per_person_year: ParameterIndex,
    /// `h`: optimism-bias uplift on all costs (share).
    pub optimism: ParameterIndex,
}

/// A benefit stream: `scale · Π factors` per unit in full use and year.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Stream {
    pub kind: Kind,
    /// Converts the product of the factors to the kind's unit.
    pub scale: f64,
    pub factors: Vec<ParameterIndex>,
    /// Who gains.
    pub gains: ActorIndex,
}

/// What a stream counts, and with that its price.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Hours, at a full wage cost (NOK per hour) that grows with real wages.
    Time {
        price: ParameterIndex,
        /// The share that is taken out as a lower budget.
        cash_share: ParameterIndex,
    },
    /// NOK. `cash_share` as for time; all of it where there is none.
    Money { cash_share: Option<ParameterIndex> },
    /// Tonnes CO2e, at the carbon price path.
    Emissions,
    /// QALY, at a price (NOK per QALY) that grows with real income.
    Health { price: ParameterIndex },
    /// Any other named unit: shown, never priced.
    Count,
}

/// A cost: when it falls and who pays.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    pub timing: Timing,
    pub pays: ActorIndex,
}

/// When a cost falls. `amount` is in NOK at the price year, before the optimism uplift.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub enum Timing {
    /// The amount, in the year `year` after `t = 0`, if there is a rollout.
    Once { amount: ParameterIndex, year: usize },
    /// Each of `buyers` adapts at the amount when it joins, of which the share `reused` is paid only once.
    PerBuyer {
        amount: ParameterIndex,
        buyers: ParameterIndex,
        reused: ParameterIndex,
    },
    /// For each new unit; falls with experience; bought again after `life` whole years.
    PerNewUnit {
        amount: ParameterIndex,
        learning_rate: Option<ParameterIndex>,
        life: Option<ParameterIndex>,
    },
    /// For each unit in service and year.
    PerUnitYear { amount: ParameterIndex },
    /// For each unit in use and year.
    PerUnitInUseYear { amount: ParameterIndex },
}

impl Timing {
    /// The parameter that holds the amount.
    pub fn amount(&self) -> ParameterIndex {
        match *self {
            Timing::Once { amount, .. }
            | Timing::PerBuyer { amount, .. }
            | Timing::PerNewUnit { amount, .. }
            | Timing::PerUnitYear { amount }
            | Timing::PerUnitInUseYear { amount } => amount,
        }
    }
}
