//! Section 3: what the units in use give.

use crate::random::{carbon_path, scenario};
use crate::scenario::Scenario;
use crate::{config, never_falls, same};
use gevinstsimulator::model::{Kind, Stream};
use proptest::prelude::*;

/// NOK per tonne in a calendar year, looked up pair by pair.
fn carbon_price(path: &[(i32, f64)], year: i32) -> f64 {
    let (first, last) = (path[0], path[path.len() - 1]);
    if year <= first.0 {
        return first.1;
    }
    let around = path
        .windows(2)
        .find(|pair| (pair[0].0..=pair[1].0).contains(&year));
    around.map_or(last.1, |pair| {
        let along = f64::from(year - pair[0].0) / f64::from(pair[1].0 - pair[0].0);
        pair[0].1 * (1.0 - along) + pair[1].1 * along
    })
}

/// What one of a stream's units is worth in a year.
fn price(s: &Scenario, stream: &Stream, year: usize) -> f64 {
    let grown = |rate: f64| (1.0 + rate).powi(year as i32);
    match stream.kind {
        Kind::Time { price, .. } => s.values[price] * grown(s.get(|r| r.wage_growth)),
        Kind::Health { price } => s.values[price] * grown(s.get(|r| r.income_growth)),
        Kind::Money { .. } => 1.0,
        Kind::Emissions => carbon_price(&s.plan.carbon_price, s.plan.first_year + year as i32),
        Kind::Count => 0.0,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_stream_gives_its_factors_times_the_units_in_use_times_what_is_realised(s in scenario()) {
        let e = s.results().evaluation;
        for (stream, quantities) in s.plan.benefits.iter().zip(&e.quantities) {
            let factors: f64 = stream.factors.iter().map(|&index| s.values[index]).product();
            let per_unit = stream.scale * factors * s.get(|r| r.realisation);
            for (quantity, used) in quantities.iter().zip(&e.in_use) {
                same(*quantity, used * per_unit, 0.0);
            }
            never_falls(&quantities.iter().map(|q| q.abs()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_quantity_is_worth_its_price_which_grows_from_the_first_year(s in scenario()) {
        let e = s.results().evaluation;
        let mut sum = vec![0.0; s.years()];
        for (stream, (quantities, values)) in s.plan.benefits.iter().zip(e.quantities.iter().zip(&e.values)) {
            for year in 0..s.years() {
                let value = values[year];
                same(value, quantities[year] * price(&s, stream, year), 0.0);
                sum[year] += value;
            }
        }
        for (year, sum) in sum.iter().enumerate() {
            let gross: f64 = e.values.iter().map(|values| values[year].abs()).sum();
            same(e.benefits[year], *sum, gross);
        }
    }

    #[test]
    fn the_carbon_price_goes_straight_from_point_to_point_and_stays_at_the_ends(
        s in scenario(), path in carbon_path(),
    ) {
        let mut s = s.with(|r| r.horizon, 60.0).with(|r| r.pilot, 1.0).with(|r| r.potential, 1.0);
        s = s.with(|r| r.adoption, 1.0).with(|r| r.realisation, 1.0);
        s.plan.carbon_price = path.clone();
        s.plan.benefits = vec![Stream { kind: Kind::Emissions, scale: 1.0, factors: vec![], gains: 0 }];
        for (year, value) in s.results().evaluation.values[0].clone().into_iter().enumerate() {
            same(value, carbon_price(&path, 2026 + year as i32), 0.0);
        }
    }

    #[test]
    fn doubling_potential_and_pilot_doubles_the_person_years(s in scenario()) {
        let twice = s.clone().with(|r| r.potential, 2.0 * s.get(|r| r.potential));
        let twice = twice.with(|r| r.pilot, 2.0 * s.get(|r| r.pilot)).results();
        let once = s.results();
        for (two, one) in twice.evaluation.person_years.iter().zip(&once.evaluation.person_years) {
            prop_assert_eq!(*two, 2.0 * one);
        }
        prop_assert_eq!(twice.person_years_at_full_effect, 2.0 * once.person_years_at_full_effect);
    }

    #[test]
    fn person_years_are_the_hours_of_all_time_streams_and_of_nothing_else(s in scenario()) {
        let e = s.results().evaluation;
        for year in 0..s.years() {
            let times = s.plan.benefits.iter().zip(&e.quantities);
            let times = times.filter(|(stream, _)| matches!(stream.kind, Kind::Time { .. }));
            let hours: Vec<f64> = times.map(|(_, quantities)| quantities[year]).collect();
            let gross: f64 = hours.iter().map(|h| h.abs()).sum();
            same(e.hours[year], hours.iter().sum(), gross);
            same(e.person_years[year] * s.get(|r| r.hours_per_person_year), hours.iter().sum(), gross);
        }
    }

    #[test]
    fn realising_half_as_much_halves_every_benefit_and_no_cost(s in scenario()) {
        let half = s.clone().with(|r| r.realisation, s.get(|r| r.realisation) / 2.0).results().evaluation;
        let whole = s.results().evaluation;
        for year in 0..s.years() {
            prop_assert_eq!(half.benefits[year], whole.benefits[year] / 2.0);
            prop_assert_eq!(half.hours[year], whole.hours[year] / 2.0);
            prop_assert_eq!(half.costs[year], whole.costs[year]);
        }
    }

    #[test]
    fn more_delay_never_raises_the_sum_of_a_benefit(s in scenario(), more in 0.0..5.0_f64) {
        let later = s.clone().with(|r| r.delay, s.get(|r| r.delay) + more).results().evaluation;
        let sooner = s.results().evaluation;
        let size = |series: &[f64]| series.iter().map(|v| v.abs()).sum::<f64>();
        for (late, soon) in later.values.iter().zip(&sooner.values) {
            prop_assert!(size(late) <= size(soon) * (1.0 + 1e-12));
        }
        prop_assert!(size(&later.in_use) <= size(&sooner.in_use) * (1.0 + 1e-12));
    }

    #[test]
    fn the_cash_share_moves_the_budget_and_not_what_society_gains(s in scenario(), share in 0.0..=1.0_f64) {
        let before = s.results().evaluation;
        for (index, stream) in s.plan.benefits.iter().enumerate() {
            let (Kind::Time { cash_share, .. } | Kind::Money { cash_share: Some(cash_share) }) = stream.kind else {
                continue;
            };
            let after = s.clone().with_value(cash_share, share).results().evaluation;
            let public = s.plan.actors[stream.gains];
            for year in 0..s.years() {
                let value = before.values[index][year];
                let moved = if public { value * (s.values[cash_share] - share) } else { 0.0 };
                let scale = before.outlay[year].abs() + value.abs();
                same(after.outlay[year] - before.outlay[year], moved, scale);
                prop_assert_eq!(after.benefits[year], before.benefits[year]);
                prop_assert_eq!(after.values[index][year], before.values[index][year]);
            }
        }
    }

    #[test]
    fn of_health_emissions_and_counts_nothing_reaches_a_budget(s in scenario()) {
        let mut s = s;
        s.plan.benefits.retain(|b| matches!(b.kind, Kind::Health { .. } | Kind::Emissions | Kind::Count));
        prop_assert!(s.results().evaluation.public_cash.iter().all(|&cash| cash == 0.0));
    }
}
