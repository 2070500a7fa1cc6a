//! Section 5: what it is worth.

use crate::random::scenario;
use crate::scenario::Scenario;
use crate::{config, same};
use gevinstsimulator::model::{Irr, IrrAbsence, Kind, Results, Timing};
use proptest::prelude::*;

/// What the net present value is the small difference of.
fn gross(results: &Results) -> f64 {
    let e = &results.evaluation;
    let flows = e
        .values
        .iter()
        .chain(&e.lines)
        .flatten()
        .map(|flow| flow.abs());
    flows.sum::<f64>() * 2.0
}

/// The present value of a series of the results.
fn present_value(results: &Results, series: &[f64]) -> f64 {
    let factors = &results.evaluation.discount_factor;
    series
        .iter()
        .zip(factors)
        .map(|(flow, factor)| flow * factor)
        .sum()
}

/// A flow's present value at a rate of `exp(log_rate) − 1`, in kroner of the year that weighs most.
fn worth(flow: &[f64], log_rate: f64) -> f64 {
    let base = if log_rate < 0.0 {
        flow.len() as f64 - 1.0
    } else {
        0.0
    };
    flow.iter()
        .enumerate()
        .map(|(year, flow)| flow * ((base - year as f64) * log_rate).exp())
        .sum()
}

fn doubled(s: &Scenario, index: usize) -> Scenario {
    s.clone().with_value(index, 2.0 * s.values[index])
}

#[test]
fn discounting_is_four_percent_to_year_forty_then_three_to_seventy_five_then_two() {
    let s =
        crate::random::everything(gevinstsimulator::model::Curve::Bass).with(|r| r.horizon, 100.0);
    let factors = s.results().evaluation.discount_factor.clone();
    assert_eq!(factors[0], 1.0);
    for year in 1..=99 {
        let rate = match year {
            ..=40 => 1.04,
            41..=75 => 1.03,
            _ => 1.02,
        };
        same(factors[year], factors[year - 1] / rate, 0.0);
    }
    // To four digits, by hand: 1.04⁻⁴⁰, then · 1.03⁻³⁵, then · 1.02⁻²⁴.
    for (year, expected) in [(40, 0.2083), (75, 0.07402), (99, 0.04602)] {
        assert!(
            (factors[year] / expected - 1.0).abs() < 3e-4,
            "{} in year {year}",
            factors[year]
        );
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn without_rollout_and_pilot_every_figure_is_zero_or_none(s in scenario(), none_at_all in any::<bool>()) {
        let s = s.with(|r| r.pilot, 0.0);
        let s = if none_at_all { s.with(|r| r.potential, 0.0) } else { s.with(|r| r.reach, 0.0) };
        let results = s.results();
        let e = &results.evaluation;
        let flows = [&e.installed, &e.new, &e.in_service, &e.in_use, &e.hours, &e.person_years, &e.benefits];
        let more = [&e.public_cash, &e.costs, &e.outlay, &e.tax_financing, &e.net, &e.cumulated];
        let all = flows.into_iter().chain(more).chain(&e.quantities).chain(&e.values).chain(&e.lines);
        prop_assert!(all.flatten().all(|&figure| figure == 0.0));
        let saving = results.annual_saving_at_full_effect;
        let headlines = [
            results.npv, results.peak_funding, results.cost_of_delay, results.npv_at_pilot,
            results.person_years_at_full_effect, saving.gross, saving.net,
        ];
        prop_assert!(headlines.iter().all(|&figure| figure == 0.0), "{headlines:?}");
        prop_assert!(results.by_actor.iter().all(|a| a.paid == 0.0 && a.gained == 0.0 && a.net == 0.0));
        prop_assert_eq!(results.net_benefit_per_budget_krone, None);
        prop_assert_eq!(results.break_even_year, None);
        prop_assert_eq!(results.irr, Irr::None(IrrAbsence::NoSignChange));
    }

    #[test]
    fn what_all_actors_are_left_with_is_the_net_present_value_and_the_tax_financing_cost(s in scenario()) {
        let results = s.results();
        let actors: f64 = results.by_actor.iter().map(|actor| actor.net).sum();
        let society = results.npv + results.evaluation.pv_tax_financing;
        same(actors, society, gross(&results));
    }

    #[test]
    fn an_actor_gains_its_benefits_and_pays_its_costs(s in scenario()) {
        let results = s.results();
        let e = &results.evaluation;
        for (actor, found) in results.by_actor.iter().enumerate() {
            let gained = s.plan.benefits.iter().zip(&e.values).filter(|(stream, _)| stream.gains == actor);
            let gained = gained.map(|(_, values)| present_value(&results, values));
            let costs = s.cost_lines(&results).into_iter().filter(|(cost, _)| cost.pays == actor);
            let paid = costs.flat_map(|(_, lines)| lines).map(|line| present_value(&results, &line));
            same(found.gained, gained.sum(), gross(&results));
            same(found.paid, paid.sum(), gross(&results));
            same(found.net, found.gained - found.paid, gross(&results));
        }
    }

    #[test]
    fn the_net_benefit_is_benefits_less_costs_less_tax_financing_discounted_and_added_up(s in scenario()) {
        let results = s.results();
        let e = &results.evaluation;
        let mut cumulated = 0.0;
        for year in 0..s.years() {
            let net = e.benefits[year] - e.costs[year] - e.tax_financing[year];
            same(e.net[year], net, gross(&results));
            cumulated += net * e.discount_factor[year];
            same(e.cumulated[year], cumulated, gross(&results));
        }
        same(results.npv, cumulated, gross(&results));
        same(results.npv, e.pv_benefits - e.pv_costs - e.pv_tax_financing, gross(&results));
        for (sum, series) in [
            (e.pv_benefits, &e.benefits),
            (e.pv_costs, &e.costs),
            (e.pv_outlay, &e.outlay),
            (e.pv_tax_financing, &e.tax_financing),
        ] {
            same(sum, present_value(&results, series), gross(&results));
        }
    }

    #[test]
    fn a_krone_is_discounted_by_the_rate_of_each_year_that_it_waits(s in scenario()) {
        let s = s.with(|r| r.horizon, 100.0);
        let rates = [0, 1, 2].map(|step| 1.0 + s.get(|r| r.discount_rates[step]));
        for (year, factor) in s.results().evaluation.discount_factor.clone().into_iter().enumerate() {
            let waited = [year.min(40), year.clamp(40, 75) - 40, year.max(75) - 75];
            let grown: f64 = rates.iter().zip(waited).map(|(rate, years)| rate.powi(years as i32)).product();
            same(factor, 1.0 / grown, 0.0);
        }
    }

    #[test]
    fn only_what_public_actors_pay_less_what_they_save_in_cash_is_the_public_outlay(s in scenario()) {
        let results = s.results();
        let e = &results.evaluation;
        for year in 0..s.years() {
            let costs = s.cost_lines(&results).into_iter().filter(|(cost, _)| s.plan.actors[cost.pays]);
            let paid: f64 = costs.flat_map(|(_, lines)| lines).map(|line| line[year]).sum();
            let saved = s.plan.benefits.iter().zip(&e.values).map(|(stream, values)| {
                let share = match stream.kind {
                    Kind::Time { cash_share, .. } => s.values[cash_share],
                    Kind::Money { cash_share } => cash_share.map_or(1.0, |index| s.values[index]),
                    _ => 0.0,
                };
                if s.plan.actors[stream.gains] { values[year] * share } else { 0.0 }
            });
            same(e.outlay[year], paid - saved.sum::<f64>(), gross(&results));
            same(e.tax_financing[year], e.outlay[year] * s.get(|r| r.tax_financing), 0.0);
        }
    }

    #[test]
    fn where_nobody_is_public_no_tax_is_needed(s in scenario()) {
        let mut s = s;
        s.plan.actors.fill(false);
        let results = s.results();
        prop_assert!(results.evaluation.outlay.iter().all(|&outlay| outlay == 0.0));
        prop_assert_eq!(results.evaluation.pv_tax_financing, 0.0);
        prop_assert_eq!(results.peak_funding, 0.0);
        prop_assert_eq!(results.net_benefit_per_budget_krone, None);
    }

    #[test]
    fn net_benefit_per_budget_krone_is_there_when_the_budget_pays_and_only_then(s in scenario()) {
        let results = s.results();
        let outlay = results.evaluation.pv_outlay;
        match results.net_benefit_per_budget_krone {
            Some(ratio) => {
                prop_assert!(outlay > 0.0);
                same(ratio * outlay, results.npv, 0.0);
            }
            None => prop_assert!(outlay <= 0.0),
        }
    }

    #[test]
    fn the_net_present_value_is_a_straight_line_in_every_price(s in scenario()) {
        let prices = s.plan.benefits.iter().filter_map(|stream| match stream.kind {
            Kind::Time { price, .. } | Kind::Health { price } => Some(price),
            _ => None,
        });
        for price in prices.chain(s.plan.costs.iter().map(|cost| cost.timing.amount())) {
            let (none, one) = (s.clone().with_value(price, 0.0).results(), s.results());
            let two = doubled(&s, price).results();
            same(two.npv - one.npv, one.npv - none.npv, gross(&two) + gross(&one));
        }
    }

    #[test]
    fn in_kroner_of_half_the_worth_every_amount_is_exactly_twice_as_large(s in scenario()) {
        let mut twice = s.clone();
        for stream in &mut twice.plan.benefits {
            match stream.kind {
                Kind::Time { price, .. } | Kind::Health { price } => twice.values[price] *= 2.0,
                Kind::Money { .. } => stream.scale *= 2.0,
                Kind::Emissions | Kind::Count => {}
            }
        }
        twice.plan.carbon_price.iter_mut().for_each(|(_, price)| *price *= 2.0);
        for cost in &twice.plan.costs {
            twice.values[cost.timing.amount()] *= 2.0;
        }
        let (one, two) = (s.results(), twice.results());
        prop_assert_eq!(two.npv, 2.0 * one.npv);
        prop_assert_eq!(two.peak_funding, 2.0 * one.peak_funding);
        prop_assert_eq!(two.cost_of_delay, 2.0 * one.cost_of_delay);
        prop_assert_eq!(two.annual_saving_at_full_effect.gross, 2.0 * one.annual_saving_at_full_effect.gross);
        prop_assert_eq!(two.annual_saving_at_full_effect.net, 2.0 * one.annual_saving_at_full_effect.net);
        prop_assert_eq!(two.net_benefit_per_budget_krone, one.net_benefit_per_budget_krone);
        prop_assert_eq!(two.break_even_year, one.break_even_year);
        prop_assert_eq!(two.irr, one.irr);
    }

    #[test]
    fn it_has_broken_even_when_the_cumulated_net_benefit_is_never_below_zero_again(s in scenario()) {
        let results = s.results();
        let cumulated = &results.evaluation.cumulated;
        let stays = |from: usize| cumulated[from..].iter().all(|&sum| sum >= 0.0);
        let first = (0..s.years()).find(|&year| stays(year)).map(|year| 2026 + year as i32);
        let happens = results.evaluation.net.iter().any(|&net| net != 0.0);
        prop_assert_eq!(results.break_even_year, first.filter(|_| happens));
    }

    #[test]
    fn at_the_internal_rate_of_return_the_net_flow_is_worth_nothing(s in scenario()) {
        let results = s.results();
        let net = &results.evaluation.net;
        let signs: Vec<f64> = net.iter().filter(|&&flow| flow != 0.0).map(|flow| flow.signum()).collect();
        let changes = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
        match results.irr {
            Irr::Rate(rate) => {
                prop_assert_eq!(changes, 1);
                // Nearer to −1 a rate's own rounding moves the worth.
                let rate = rate.ln_1p().max(-20.0);
                prop_assert_eq!(worth(net, rate + 1e-6).signum(), signs[0]);
                if rate > -20.0 {
                    prop_assert_eq!(worth(net, rate - 1e-6).signum(), signs[signs.len() - 1]);
                }
            }
            Irr::None(IrrAbsence::NoSignChange) => prop_assert_eq!(changes, 0),
            Irr::None(IrrAbsence::SeveralSignChanges(found)) => prop_assert!(changes == found && found > 1),
        }
    }

    #[test]
    fn peak_funding_is_the_lowest_the_budget_has_been_and_never_above_zero(s in scenario()) {
        let results = s.results();
        let outlay = &results.evaluation.outlay;
        let balance = |until: usize| -outlay[..until].iter().sum::<f64>();
        let lowest = (0..=s.years()).map(balance).fold(f64::INFINITY, f64::min);
        prop_assert!(results.peak_funding <= 0.0);
        same(results.peak_funding, lowest, gross(&results));
    }

    #[test]
    fn waiting_a_year_costs_what_the_net_present_value_falls(s in scenario()) {
        let results = s.results();
        let later = s.clone().with(|r| r.delay, s.get(|r| r.delay) + 1.0).results();
        prop_assert_eq!(results.cost_of_delay, results.npv - later.npv);
    }

    #[test]
    fn left_at_the_pilot_is_the_net_present_value_of_no_rollout(s in scenario()) {
        let left = s.clone().with(|r| r.reach, 0.0).results();
        prop_assert_eq!(s.results().npv_at_pilot, left.npv);
    }

    #[test]
    fn a_year_at_full_effect_is_a_year_with_everything_in_place_and_in_use(s in scenario()) {
        let mut s = s.sudden().with(|r| r.ramp, 0.0).with(|r| r.horizon, 2.0);
        s = s.with(|r| r.wage_growth, 0.0).with(|r| r.income_growth, 0.0);
        s.plan.carbon_price.truncate(1);
        let results = s.results();
        let e = &results.evaluation;
        let saving = results.annual_saving_at_full_effect;
        same(saving.gross, e.benefits[1], gross(&results));
        same(results.person_years_at_full_effect, e.person_years[1], gross(&results));
        let yearly = s.cost_lines(&results).into_iter().map(|(cost, lines)| match cost.timing {
            Timing::PerUnitYear { .. } | Timing::PerUnitInUseYear { .. } => lines[0][1],
            Timing::PerNewUnit { life: Some(life), learning_rate, .. } => {
                let target = e.target;
                let doublings = (target / s.get(|r| r.pilot).max(1.0)).max(1.0).log2();
                let learnt = learning_rate.map_or(1.0, |rate| (1.0 - s.values[rate]).powf(doublings));
                let price = s.values[cost.timing.amount()] * learnt * s.uplift();
                target * price / s.values[life].round().max(1.0)
            }
            _ => 0.0,
        });
        same(saving.net, saving.gross - yearly.sum::<f64>(), gross(&results) + saving.gross);
    }
}
