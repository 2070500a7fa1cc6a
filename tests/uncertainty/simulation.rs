//! All draws through the model.

use crate::beliefs::{all_of_monitor, around, believed, certain, every_series, monitor};
use crate::config;
use gevinstsimulator::model::{Domain, Results};
use gevinstsimulator::uncertainty::{
    Case, Distribution, Error, Headline, MOST_DRAWS, Metalog, SEED, Series, Simulation,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// A headline as the model gives it, infinite where there is none.
fn headline(results: &Results, headline: Headline) -> f64 {
    let e = &results.evaluation;
    match headline {
        Headline::Npv => results.npv,
        Headline::Benefits => e.pv_benefits,
        Headline::Costs => e.pv_costs,
        Headline::Outlay => e.pv_outlay,
        Headline::PeakFunding => results.peak_funding,
        Headline::GrossSaving => results.annual_saving_at_full_effect.gross,
        Headline::NetSaving => results.annual_saving_at_full_effect.net,
        Headline::PersonYears => results.person_years_at_full_effect,
        Headline::BreakEvenYear => results.break_even_year.map_or(f64::INFINITY, f64::from),
        Headline::NetBenefitPerBudgetKrone => {
            let none = if results.npv >= 0.0 {
                f64::INFINITY
            } else {
                f64::NEG_INFINITY
            };
            results.net_benefit_per_budget_krone.unwrap_or(none)
        }
    }
}

/// Every headline and every band, bit by bit.
fn bits(simulation: &Simulation, series: &[Series]) -> Vec<u64> {
    let headlines = Headline::ALL
        .iter()
        .flat_map(|&headline| simulation.headline(headline));
    let bands = series.iter().flat_map(|&series| simulation.bands(series));
    let bands = bands.flat_map(|band| [band.p10, band.p50, band.p90]);
    headlines.copied().chain(bands).map(f64::to_bits).collect()
}

#[test]
fn four_thousand_draws_are_the_first_of_sixty_five_thousand() {
    let monitor = monitor();
    let few = monitor.simulated(4096);
    let many = all_of_monitor();
    assert_eq!(many.clone().advance(1), MOST_DRAWS, "there are no more");
    for headline in Headline::ALL {
        assert_eq!(many.headline(headline).len(), MOST_DRAWS);
        assert_eq!(few.headline(headline), &many.headline(headline)[..4096]);
    }
    for (parameter, _) in monitor.case().uncertain() {
        assert_eq!(few.values(parameter), many.values(parameter)[..4096]);
    }
}

#[test]
fn what_is_believed_of_one_parameter_never_moves_the_draws_of_another() {
    let mut changed = monitor();
    let before = changed.simulated(256);
    let parameters: Vec<usize> = changed.case().uncertain().map(|(index, _)| index).collect();
    let domains = changed.scenario.plan.domains();
    changed.beliefs[parameters[3]] = None;
    let value = changed.scenario.values[parameters[5]];
    changed.beliefs[parameters[5]] = around(value, domains[parameters[5]], 0.2);
    let after = changed.simulated(256);
    for (place, &parameter) in parameters.iter().enumerate() {
        let same = before.values(parameter) == after.values(parameter);
        assert_eq!(same, place != 3 && place != 5, "parameter {parameter}");
    }
}

#[test]
fn another_seed_gives_other_draws_and_the_default_is_the_pages() {
    let monitor = monitor();
    let series = every_series(&monitor.scenario);
    let seeded = |seed| {
        let mut simulation = Simulation::with_seed(monitor.case(), &series, seed);
        simulation.advance(256);
        simulation
    };
    let usual = monitor.simulated(256);
    assert_eq!(usual.seed(), SEED);
    assert!(bits(&seeded(SEED), &series) == bits(&usual, &series));
    for seed in [0, 1, SEED + 1, u32::MAX] {
        let other = seeded(seed);
        assert!(bits(&other, &series) != bits(&usual, &series), "{seed}");
        for (parameter, _) in monitor.case().uncertain() {
            assert_ne!(other.values(parameter), usual.values(parameter), "{seed}");
        }
    }
}

#[test]
fn a_simulation_that_begins_anew_keeps_its_seed() {
    let monitor = monitor();
    let series = every_series(&monitor.scenario);
    let mut simulation = Simulation::with_seed(monitor.case(), &series, 7);
    simulation.advance(64);
    let before = bits(&simulation, &series);
    simulation.restart(certain().case(), &series);
    simulation.restart(monitor.case(), &series);
    simulation.advance(64);
    assert!(bits(&simulation, &series) == before);
}

#[test]
fn the_pilot_is_cut_off_at_the_potential_in_every_draw() {
    let mut case = certain();
    let roles = case.scenario.plan.roles;
    case.scenario = case
        .scenario
        .with(|r| r.pilot, 90.0)
        .with(|r| r.potential, 100.0);
    let bounds = Domain::new(0.0, 1000.0);
    for (role, figures) in [
        (roles.pilot, [60.0, 90.0, 130.0]),
        (roles.potential, [70.0, 100.0, 140.0]),
    ] {
        let [low, likely, high] = figures;
        case.beliefs[role] = Some(Metalog::new(low, likely, high, bounds).unwrap());
    }
    let simulation = case.simulated(512);
    let npv = simulation.headline(Headline::Npv);
    let mut cut_off = 0;
    for (index, &npv) in npv.iter().enumerate() {
        let too_much =
            simulation.values(roles.pilot)[index] > simulation.values(roles.potential)[index];
        cut_off += usize::from(too_much);
        assert_eq!(case.draw(&simulation, index).results().npv, npv);
    }
    assert!(
        (100..300).contains(&cut_off),
        "{cut_off} draws had too much"
    );
}

#[test]
fn a_case_whose_draws_could_be_illegal_is_refused() {
    let fine = certain();
    let plan = || fine.scenario.plan.clone();
    let roles = plan().roles;
    let case = |index: usize, belief| {
        let mut beliefs = fine.beliefs.clone();
        beliefs[index] = Some(belief);
        Case::new(
            plan(),
            fine.scenario.curve.clone(),
            &fine.scenario.values,
            beliefs,
        )
    };
    let wide = Metalog::new(0.5, 1.5, 3.0, Domain::new(0.0, f64::INFINITY)).unwrap();
    assert_eq!(case(roles.horizon, wide), Err(Error::UncertainHorizon));
    assert!(
        matches!(case(roles.adoption, wide), Err(Error::Model(_))),
        "the likely figure"
    );
    let low = Metalog::new(0.1, 0.5, 0.9, Domain::new(-1.0, 2.0)).unwrap();
    let refused = case(roles.adoption, low);
    let Err(Error::OutOfRange {
        parameter, domain, ..
    }) = refused
    else {
        panic!("{refused:?}");
    };
    assert_eq!((parameter.as_str(), domain), ("adoption", Domain::SHARE));
    let short = Case::new(
        plan(),
        fine.scenario.curve.clone(),
        &fine.scenario.values,
        vec![None],
    );
    let expected = fine.scenario.values.len();
    assert_eq!(short, Err(Error::Length { found: 1, expected }));
    case(roles.adoption, Distribution::Constant(1.0)).unwrap();
}

#[test]
fn a_series_that_is_not_kept_has_no_bands() {
    let mut simulation = Simulation::new(monitor().case(), &[Series::Net]);
    simulation.advance(64);
    assert!(
        simulation
            .bands(Series::Costs)
            .iter()
            .all(|band| band.p10 == 0.0 && band.p90 == 0.0)
    );
    assert!(
        simulation
            .bands(Series::Net)
            .iter()
            .any(|band| band.p10 < band.p90)
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_draw_is_legal_and_gives_what_the_model_gives_alone_to_the_last_bit(b in believed()) {
        let simulation = b.simulated(48);
        for index in 0..48 {
            let draw = b.draw(&simulation, index);
            let results = draw.results();
            for which in Headline::ALL {
                prop_assert_eq!(simulation.headline(which)[index], headline(&results, which), "{:?}", which);
            }
        }
    }

    #[test]
    fn every_draw_lies_within_the_bounds_of_what_is_believed(b in believed()) {
        let simulation = b.simulated(64);
        for (parameter, domain) in b.scenario.plan.domains().into_iter().enumerate() {
            prop_assert!(simulation.values(parameter).iter().all(|&value| domain.contains(value)));
        }
    }

    #[test]
    fn how_the_work_is_cut_up_changes_nothing(b in believed(), slices in vec(1..70_usize, 1..20)) {
        let series = every_series(&b.scenario);
        let mut simulation = Simulation::new(b.case(), &series);
        let mut draws = 0;
        for slice in slices {
            let before = draws;
            draws = simulation.advance(slice);
            prop_assert!(draws >= before + slice && draws < before + slice + 4);
        }
        prop_assert!(bits(&simulation, &series) == bits(&b.simulated(draws), &series));
    }

    #[test]
    fn a_simulation_that_begins_anew_keeps_nothing_of_what_it_held(first in believed(), second in believed()) {
        let series = every_series(&second.scenario);
        let mut simulation = first.simulated(72);
        simulation.restart(second.case(), &series);
        prop_assert_eq!(simulation.draws(), 0);
        simulation.advance(40);
        prop_assert!(bits(&simulation, &series) == bits(&second.simulated(40), &series));
    }

    #[test]
    fn a_slider_that_moves_gives_what_a_fresh_simulation_gives(b in believed(), place in 0..60_usize, spread in 0.0..1.0_f64) {
        let series = every_series(&b.scenario);
        let mut moved = b.clone();
        let place = place % b.beliefs.len();
        if place != b.scenario.plan.roles.horizon {
            let domain = b.scenario.plan.domains()[place];
            moved.beliefs[place] = around(b.scenario.values[place], domain, spread);
        }
        let mut simulation = b.simulated(40);
        simulation.restart(moved.case(), &series);
        simulation.advance(56);
        prop_assert!(bits(&simulation, &series) == bits(&moved.simulated(56), &series));
    }
}
