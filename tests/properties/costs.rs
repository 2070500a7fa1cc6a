//! Section 4: what it costs.

use crate::random::scenario;
use crate::scenario::{FIRST, REPLACEMENT, RESIDUAL, Scenario};
use crate::{config, same};
use gevinstsimulator::model::{Cost, Timing};
use proptest::prelude::*;

/// What a purchase costs per unit in the first year when all is put in place then, before the uplift.
fn unit_price(s: &Scenario, cost: usize, target: f64) -> f64 {
    let s = s
        .clone()
        .sudden()
        .with(|r| r.reach, 1.0)
        .with(|r| r.potential, target);
    let results = s.results();
    let new = results.evaluation.new[0];
    s.cost_lines(&results)[cost].1[FIRST][0] / new / s.uplift()
}

/// The rate, if the cost is of a purchase that gets cheaper.
fn learning_rate(cost: &Cost) -> Option<usize> {
    match cost.timing {
        Timing::PerNewUnit { learning_rate, .. } => learning_rate,
        _ => None,
    }
}

/// The life, if the cost is of a purchase that wears out.
fn life(cost: &Cost) -> Option<usize> {
    match cost.timing {
        Timing::PerNewUnit { life, .. } => life,
        _ => None,
    }
}

/// The same without learning, and with a first price of one krone.
fn at_one_krone(mut s: Scenario) -> Scenario {
    for index in s.plan.costs.iter().filter_map(learning_rate) {
        s.values[index] = 0.0;
    }
    for cost in &s.plan.costs {
        s.values[cost.timing.amount()] = 1.0;
    }
    s
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_cost_paid_once_falls_in_its_year_if_anything_is_rolled_out(s in scenario()) {
        let results = s.results();
        for (cost, lines) in s.cost_lines(&results) {
            let Timing::Once { amount, year } = cost.timing else { continue };
            let due = if s.rolls_out() { s.values[amount] * s.uplift() } else { 0.0 };
            for (at, &paid) in lines[FIRST].iter().enumerate() {
                same(paid, if at == year { due } else { 0.0 }, 0.0);
            }
        }
    }

    #[test]
    fn buyers_pay_for_their_own_part_as_they_join_and_once_for_what_they_share(s in scenario()) {
        let results = s.results();
        let first_year = s.get(|r| r.delay).floor() as usize;
        for (cost, lines) in s.cost_lines(&results) {
            let Timing::PerBuyer { amount, buyers, reused } = cost.timing else { continue };
            let each = if s.rolls_out() { s.values[amount] * s.uplift() } else { 0.0 };
            let (buyers, reused) = (s.values[buyers], s.values[reused]);
            let mut before = 0.0;
            for (year, &paid) in lines[FIRST].iter().enumerate() {
                let share = results.evaluation.completed[year];
                let own = (1.0 - reused) * buyers * (share - before);
                let shared = if year == first_year { reused } else { 0.0 };
                same(paid, each * (own + shared), each * buyers);
                before = share;
            }
        }
    }

    #[test]
    fn once_all_buyers_have_joined_only_the_first_has_paid_for_what_is_reused(s in scenario()) {
        let s = s.sudden();
        let results = s.results();
        for (cost, lines) in s.cost_lines(&results) {
            let Timing::PerBuyer { amount, buyers, reused } = cost.timing else { continue };
            let each = if s.rolls_out() { s.values[amount] * s.uplift() } else { 0.0 };
            let others = (s.values[buyers] - 1.0) * (1.0 - s.values[reused]);
            same(lines[FIRST].iter().sum(), each * (1.0 + others), 0.0);
        }
    }

    #[test]
    fn yearly_costs_follow_the_units_in_service_and_in_use(s in scenario()) {
        let results = s.results();
        let e = &results.evaluation;
        for (cost, lines) in s.cost_lines(&results) {
            let units = match cost.timing {
                Timing::PerUnitYear { .. } => &e.in_service,
                Timing::PerUnitInUseYear { .. } => &e.in_use,
                _ => continue,
            };
            let amount = s.values[cost.timing.amount()];
            for (paid, units) in lines[FIRST].iter().zip(units) {
                same(*paid, units * amount * s.uplift(), 0.0);
            }
        }
    }

    #[test]
    fn every_cost_rises_by_the_optimism_uplift(s in scenario()) {
        let planned = s.clone().with(|r| r.optimism, 0.0).results().evaluation;
        let real = s.results().evaluation;
        for (planned, real) in planned.lines.iter().zip(&real.lines) {
            for (planned, real) in planned.iter().zip(real) {
                same(*real, planned * s.uplift(), 0.0);
            }
        }
    }

    #[test]
    fn the_costs_of_a_year_are_the_sum_of_its_lines(s in scenario()) {
        let e = s.results().evaluation;
        for year in 0..s.years() {
            let paid: Vec<f64> = e.lines.iter().map(|line| line[year]).collect();
            same(e.costs[year], paid.iter().sum(), paid.iter().map(|p| p.abs()).sum());
        }
    }

    #[test]
    fn a_purchase_costs_the_price_at_what_is_in_place_at_the_end_of_the_year(s in scenario()) {
        let results = s.results();
        let e = &results.evaluation;
        let pilot = s.get(|r| r.pilot);
        for (index, (cost, lines)) in s.cost_lines(&results).iter().enumerate() {
            let Timing::PerNewUnit { .. } = cost.timing else { continue };
            for (year, &paid) in lines[FIRST].iter().enumerate() {
                let (new, installed) = (e.new[year], e.installed[year]);
                let price = if installed > 1.001 * pilot { unit_price(&s, index, installed) } else { continue };
                same(paid, new * price * s.uplift(), paid);
            }
        }
    }

    #[test]
    fn each_doubling_of_what_is_in_place_takes_the_learning_rate_off_the_price(
        s in scenario(), pilot in 0.0..500.0_f64, times in 1.1..50.0_f64,
    ) {
        let s = s.with(|r| r.pilot, pilot);
        let target = pilot.max(1.0) * times;
        for (index, cost) in s.plan.costs.iter().enumerate() {
            let Some(rate) = learning_rate(cost) else { continue };
            let once = unit_price(&s, index, target);
            same(unit_price(&s, index, 2.0 * target), once * (1.0 - s.values[rate]), 0.0);
            // From the first unit, or from the pilot, on.
            let doublings = times.log2();
            same(once, s.values[cost.timing.amount()] * (1.0 - s.values[rate]).powf(doublings), 0.0);
        }
    }

    #[test]
    fn nothing_is_ever_dearer_than_at_first(s in scenario(), target in 0.01..2.0_f64) {
        let s = s.with(|r| r.pilot, 0.0);
        for (index, cost) in s.plan.costs.iter().enumerate() {
            let Timing::PerNewUnit { amount, .. } = cost.timing else { continue };
            let price = unit_price(&s, index, target);
            prop_assert!(price <= s.values[amount] * (1.0 + 1e-12));
            if target <= 1.0 {
                same(price, s.values[amount], 0.0);
            }
        }
    }

    #[test]
    fn units_younger_than_their_life_cover_what_is_in_place(s in scenario()) {
        let s = at_one_krone(s);
        let results = s.results();
        for (cost, lines) in s.cost_lines(&results) {
            let Some(life) = life(&cost) else { continue };
            let life = s.values[life].round().max(1.0) as usize;
            let bought = lines[FIRST].iter().zip(&lines[REPLACEMENT]);
            let bought: Vec<f64> = bought.map(|(first, again)| (first + again) / s.uplift()).collect();
            for (year, installed) in results.evaluation.installed.clone().into_iter().enumerate() {
                let from = (year + 1).saturating_sub(life);
                let pilot = if year < life { s.get(|r| r.pilot) } else { 0.0 };
                same(bought[from..=year].iter().sum::<f64>() + pilot, installed, 0.0);
            }
        }
    }

    #[test]
    fn what_is_left_after_the_last_year_is_credited_straight_line_and_only_then(s in scenario()) {
        let s = at_one_krone(s);
        let results = s.results();
        for (cost, lines) in s.cost_lines(&results) {
            let Some(life) = life(&cost) else { continue };
            let life = s.values[life].round().max(1.0);
            let (last, earlier) = lines[RESIDUAL].split_last().unwrap();
            prop_assert!(earlier.iter().all(|&credit| credit == 0.0));
            let bought = lines[FIRST].iter().zip(&lines[REPLACEMENT]).map(|(first, again)| first + again);
            let left = bought.enumerate().map(|(year, paid)| {
                let used = (s.years() - year) as f64;
                paid * (1.0 - used / life).max(0.0)
            });
            same(-last, left.sum(), lines[FIRST].iter().sum());
        }
    }

    #[test]
    fn the_credit_is_between_nothing_and_what_was_paid(s in scenario()) {
        let results = s.results();
        for (cost, lines) in s.cost_lines(&results) {
            if life(&cost).is_some() {
                let paid: f64 = lines[FIRST].iter().chain(&lines[REPLACEMENT]).sum();
                let credit: f64 = -lines[RESIDUAL].iter().sum::<f64>();
                prop_assert!((0.0..=paid).contains(&credit), "{credit} of {paid}");
            }
        }
    }

    #[test]
    fn a_pilot_that_is_left_alone_is_replaced_after_each_life_and_never_paid_for_before(s in scenario()) {
        let s = at_one_krone(s).with(|r| r.reach, 0.0);
        let results = s.results();
        for (cost, lines) in s.cost_lines(&results) {
            let Some(life) = life(&cost) else { continue };
            let life = s.values[life].round().max(1.0) as usize;
            for (year, &paid) in lines[REPLACEMENT].iter().enumerate() {
                let due = year > 0 && year % life == 0;
                same(paid, if due { s.get(|r| r.pilot) * s.uplift() } else { 0.0 }, 0.0);
                prop_assert_eq!(lines[FIRST][year], 0.0);
            }
        }
    }

    #[test]
    fn a_life_is_rounded_to_whole_years(s in scenario(), whole in 1..15_usize, part in -0.5..0.4999_f64) {
        for index in s.plan.costs.iter().filter_map(life) {
            let rounded = s.clone().with_value(index, whole as f64).results();
            let exact = s.clone().with_value(index, whole as f64 + part).results();
            prop_assert_eq!(&rounded.evaluation, &exact.evaluation);
            prop_assert_eq!(rounded.annual_saving_at_full_effect, exact.annual_saving_at_full_effect);
        }
    }
}
