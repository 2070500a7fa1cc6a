//! Random legal scenarios: every kind of benefit, every timing of cost, public and private actors.

use crate::scenario::Scenario;
use gevinstsimulator::model::{Cost, Curve, Kind, ParameterIndex, Plan, Roles, Stream, Timing};
use proptest::collection::{btree_map, vec};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

/// The parameters that every plan has, with the figures that random scenarios give them.
const ROLES: [(&str, f64, f64); 19] = [
    ("potential", 0.0, 50_000.0),
    ("pilot", 0.0, 1.0), // a share of the potential here
    ("reach", 0.0, 1.0),
    ("delay", 0.0, 8.0),
    ("innovation", 0.001, 0.5),
    ("imitation", 0.0, 1.5),
    ("rollout_years", 0.0, 20.0),
    ("adoption", 0.0, 1.0),
    ("ramp", 0.0, 8.0),
    ("realisation", 0.0, 1.0),
    ("horizon", 1.0, 45.0), // rounded
    ("discount_rate", 0.0, 0.12),
    ("discount_rate_after_40", 0.0, 0.12),
    ("discount_rate_after_75", 0.0, 0.12),
    ("tax_financing", 0.0, 0.5),
    ("wage_growth", -0.03, 0.05),
    ("income_growth", -0.03, 0.05),
    ("hours_per_person_year", 1400.0, 1950.0),
    ("optimism", 0.0, 3.0),
];

const ACTORS: usize = 3;

/// A figure in a range, and now and then one of its ends.
fn figure(min: f64, max: f64) -> impl Strategy<Value = f64> {
    prop_oneof![8 => min..=max, 1 => Just(min), 1 => Just(max)]
}

/// A stream before its parameters have places.
#[derive(Clone, Debug)]
struct StreamSeed {
    kind: usize,
    scale: f64,
    factors: Vec<f64>,
    price: f64,
    cash_share: Option<f64>,
    gains: usize,
}

/// A cost before its parameters have places.
#[derive(Clone, Debug)]
struct CostSeed {
    timing: usize,
    amount: f64,
    year: usize,
    buyers: f64,
    reused: f64,
    learning_rate: Option<f64>,
    life: Option<f64>,
    pays: usize,
}

fn stream() -> impl Strategy<Value = StreamSeed> {
    let scale = prop_oneof![4 => 0.01..10.0, 1 => -10.0..-0.01];
    let cash_share = of(figure(0.0, 1.0));
    (
        0..5_usize,
        scale,
        vec(figure(0.0, 50.0), 0..4),
        figure(0.0, 900.0),
        cash_share,
        0..ACTORS,
    )
        .prop_map(
            |(kind, scale, factors, price, cash_share, gains)| StreamSeed {
                kind,
                scale,
                factors,
                price,
                cash_share,
                gains,
            },
        )
}

fn cost() -> impl Strategy<Value = CostSeed> {
    let amount = figure(0.0, 1e6);
    let buyers = figure(1.0, 400.0);
    let learning_rate = of(figure(0.0, 0.9));
    let life = weighted(0.75, figure(0.0, 20.0));
    (
        select(vec![0, 1, 2, 2, 2, 3, 4]),
        amount,
        0..50_usize,
        buyers,
        figure(0.0, 1.0),
        learning_rate,
        life,
        0..ACTORS,
    )
        .prop_map(
            |(timing, amount, year, buyers, reused, learning_rate, life, pays)| CostSeed {
                timing,
                amount,
                year,
                buyers,
                reused,
                learning_rate,
                life,
                pays,
            },
        )
}

/// The share completed after each rollout year, never falling.
fn drawn() -> impl Strategy<Value = Curve> {
    vec(figure(0.0, 1.0), 1..12).prop_map(|mut points| {
        points.sort_by(f64::total_cmp);
        Curve::Drawn(points)
    })
}

pub fn curve() -> impl Strategy<Value = Curve> {
    prop_oneof![Just(Curve::Bass), Just(Curve::Linear), drawn()]
}

/// Calendar years, rising, with a price that is never negative.
pub fn carbon_path() -> impl Strategy<Value = Vec<(i32, f64)>> {
    btree_map(2010..2080, figure(0.0, 9000.0), 1..6).prop_map(|path| path.into_iter().collect())
}

/// A random legal scenario.
pub fn scenario() -> impl Strategy<Value = Scenario> {
    let roles: Vec<_> = ROLES
        .iter()
        .map(|&(_, min, max)| figure(min, max))
        .collect();
    let parts = (vec(stream(), 0..5), vec(cost(), 0..5));
    let actors = vec(any::<bool>(), ACTORS);
    (roles, parts, actors, curve(), carbon_path(), any::<bool>()).prop_map(
        |(mut roles, (streams, costs), actors, curve, carbon_price, whole_delay)| {
            roles[1] *= roles[0];
            if whole_delay {
                roles[3] = roles[3].round();
            }
            roles[10] = roles[10].round();
            build(&roles, streams, costs, actors, curve, carbon_price)
        },
    )
}

/// One scenario with every kind of benefit and every timing of cost.
pub fn everything(curve: Curve) -> Scenario {
    let roles = [
        1000.0, 20.0, 0.8, 1.5, 0.03, 0.4, 6.0, 0.8, 2.0, 0.5, 8.0, 0.04, 0.03, 0.02, 0.2, 0.01,
        0.01, 1720.0, 0.5,
    ];
    let streams = (0..5).map(|kind| StreamSeed {
        kind,
        scale: 1.0 / 60.0,
        factors: vec![200.0, -3.0],
        price: 500.0,
        cash_share: Some(0.3),
        gains: kind % ACTORS,
    });
    let costs = (0..5).map(|timing| CostSeed {
        timing,
        amount: 1000.0,
        year: 2,
        buyers: 20.0,
        reused: 0.4,
        learning_rate: Some(0.1),
        life: Some(5.0),
        pays: timing % ACTORS,
    });
    let carbon_price = vec![(2027, 900.0), (2035, 2000.0)];
    build(
        &roles,
        streams.collect(),
        costs.collect(),
        vec![true, false, true],
        curve,
        carbon_price,
    )
}

/// Gives every figure a place, a part to play and a name.
fn build(
    roles: &[f64],
    streams: Vec<StreamSeed>,
    costs: Vec<CostSeed>,
    actors: Vec<bool>,
    curve: Curve,
    carbon_price: Vec<(i32, f64)>,
) -> Scenario {
    let mut figures = Figures::default();
    for ((name, ..), &value) in ROLES.iter().zip(roles) {
        figures.add((*name).to_owned(), value);
    }
    let benefits = streams
        .into_iter()
        .enumerate()
        .map(|(index, seed)| figures.stream(index, seed));
    let benefits = benefits.collect();
    let costs = costs
        .into_iter()
        .enumerate()
        .map(|(index, seed)| figures.cost(index, seed));
    let costs = costs.collect();
    let plan = Plan {
        parameters: figures.names,
        first_year: 2026,
        roles: Roles {
            potential: 0,
            pilot: 1,
            reach: 2,
            delay: 3,
            innovation: 4,
            imitation: 5,
            rollout_years: 6,
            adoption: 7,
            ramp: 8,
            realisation: 9,
            horizon: 10,
            discount_rates: [11, 12, 13],
            tax_financing: 14,
            wage_growth: 15,
            income_growth: 16,
            hours_per_person_year: 17,
            optimism: 18,
        },
        benefits,
        costs,
        actors,
        carbon_price,
    };
    Scenario {
        plan,
        curve,
        values: figures.values,
    }
}

#[derive(Default)]
struct Figures {
    names: Vec<String>,
    values: Vec<f64>,
}

impl Figures {
    fn add(&mut self, name: String, value: f64) -> ParameterIndex {
        self.names.push(name);
        self.values.push(value);
        self.values.len() - 1
    }

    fn stream(&mut self, index: usize, seed: StreamSeed) -> Stream {
        let factors = seed.factors.iter().enumerate();
        let factors = factors
            .map(|(n, &value)| self.add(format!("benefit_{index}_factor_{n}"), value))
            .collect();
        let price = |figures: &mut Self| figures.add(format!("benefit_{index}_price"), seed.price);
        let cash =
            |figures: &mut Self, share| figures.add(format!("benefit_{index}_cash_share"), share);
        Stream {
            kind: match seed.kind {
                0 => Kind::Time {
                    price: price(self),
                    cash_share: cash(self, seed.cash_share.unwrap_or(0.5)),
                },
                1 => Kind::Money {
                    cash_share: seed.cash_share.map(|share| cash(self, share)),
                },
                2 => Kind::Emissions,
                3 => Kind::Health { price: price(self) },
                _ => Kind::Count,
            },
            scale: seed.scale,
            factors,
            gains: seed.gains,
        }
    }

    fn cost(&mut self, index: usize, seed: CostSeed) -> Cost {
        let mut add = |name: &str, value| self.add(format!("cost_{index}_{name}"), value);
        let amount = add("amount", seed.amount);
        Cost {
            timing: match seed.timing {
                0 => Timing::Once {
                    amount,
                    year: seed.year,
                },
                1 => Timing::PerBuyer {
                    amount,
                    buyers: add("buyers", seed.buyers),
                    reused: add("reused", seed.reused),
                },
                2 => Timing::PerNewUnit {
                    amount,
                    learning_rate: seed.learning_rate.map(|rate| add("learning_rate", rate)),
                    life: seed.life.map(|life| add("life", life)),
                },
                3 => Timing::PerUnitYear { amount },
                _ => Timing::PerUnitInUseYear { amount },
            },
            pays: seed.pays,
        }
    }
}
