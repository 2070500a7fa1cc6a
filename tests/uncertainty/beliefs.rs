//! Cases for the tests: random plans of which random figures are uncertain, and the page's own first solution.

use crate::random;
use crate::scenario::Scenario;
use gevinstsimulator::model::Domain;
use gevinstsimulator::solution;
use gevinstsimulator::uncertainty::{Case, Distribution, Metalog, Series, Simulation};
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Every series of a plan.
pub fn every_series(scenario: &Scenario) -> Vec<Series> {
    let fixed = [
        Series::Installed,
        Series::New,
        Series::InUse,
        Series::PersonYears,
        Series::Benefits,
        Series::Costs,
        Series::Payments,
        Series::Net,
        Series::Cumulated,
        Series::PublicCash,
        Series::PublicPayments,
        Series::Outlay,
        Series::BudgetBalance,
    ];
    let streams = 0..scenario.plan.benefits.len();
    let own = streams.flat_map(|stream| [Series::Quantity(stream), Series::Value(stream)]);
    fixed.into_iter().chain(own).collect()
}

/// A scenario and what is believed of its figures.
#[derive(Clone, Debug)]
pub struct Believed {
    pub scenario: Scenario,
    pub beliefs: Vec<Option<Distribution>>,
}

impl Believed {
    pub fn case(&self) -> Case {
        let Scenario {
            plan,
            curve,
            values,
        } = &self.scenario;
        Case::new(plan.clone(), curve.clone(), values, self.beliefs.clone()).unwrap()
    }

    /// A simulation that keeps every series, with so many draws.
    pub fn simulated(&self, draws: usize) -> Simulation {
        let mut simulation = Simulation::new(self.case(), &every_series(&self.scenario));
        simulation.advance(draws);
        simulation
    }

    /// The figures of a draw.
    pub fn draw(&self, simulation: &Simulation, index: usize) -> Scenario {
        let mut draw = self.scenario.clone();
        for (parameter, value) in draw.values.iter_mut().enumerate() {
            *value = simulation.values(parameter)[index];
        }
        let pilot = draw.get(|r| r.pilot).min(draw.get(|r| r.potential));
        draw.with(|r| r.pilot, pilot)
    }
}

/// A belief that spreads around a figure, within its domain; none where there is no room.
pub fn around(value: f64, domain: Domain, spread: f64) -> Option<Distribution> {
    let reach = spread * (value.abs() + 0.01);
    let bounds = Domain::new(domain.min.max(value - reach), domain.max.min(value + reach));
    let low = value - 0.3 * (value - bounds.min);
    let high = value + 0.3 * (bounds.max - value);
    Metalog::new(low, value, high, bounds).ok()
}

pub fn believed() -> impl Strategy<Value = Believed> {
    (random::scenario(), vec(0.0..1.0_f64, 16)).prop_map(|(scenario, spreads)| {
        let horizon = scenario.plan.roles.horizon;
        let domains = scenario.plan.domains();
        let figures = scenario.values.iter().zip(domains).enumerate();
        let beliefs = figures
            .map(|(index, (&value, domain))| {
                let spread = spreads[index % spreads.len()];
                (index != horizon && spread > 0.4)
                    .then(|| around(value, domain, spread))
                    .flatten()
            })
            .collect();
        Believed { scenario, beliefs }
    })
}

/// The page's first solution with the ranges of its file.
pub fn monitor() -> Believed {
    let file = include_str!("../../www/solutions/monitor.json");
    let solution = solution::read(file).unwrap_or_else(|problems| panic!("{problems}"));
    let beliefs = solution.parameters.iter().map(|parameter| {
        let [low, high] = parameter.range?;
        let [min, max] = parameter.bounds;
        Some(Metalog::new(low, parameter.likely, high, Domain::new(min, max)).unwrap())
    });
    Believed {
        beliefs: beliefs.collect(),
        scenario: Scenario {
            values: solution
                .parameters
                .iter()
                .map(|parameter| parameter.likely)
                .collect(),
            curve: solution.curve.clone(),
            plan: solution.plan,
        },
    }
}

/// The page's first solution with all draws that there are: they take a while, so they are made once.
pub fn all_of_monitor() -> &'static Simulation {
    static SIMULATION: LazyLock<Simulation> = LazyLock::new(|| {
        let mut simulation = Simulation::new(monitor().case(), &[]);
        simulation.advance(usize::MAX);
        simulation
    });
    &SIMULATION
}

/// One scenario with everything in it, of which nothing is uncertain.
pub fn certain() -> Believed {
    let scenario = random::everything(gevinstsimulator::model::Curve::Bass);
    Believed {
        beliefs: vec![None; scenario.values.len()],
        scenario,
    }
}
