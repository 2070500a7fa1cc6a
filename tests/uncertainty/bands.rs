//! P10, P50 and P90, the chance of a gain, and the spread of the net present value.

use crate::beliefs::{Believed, all_of_monitor, believed, certain, every_series, monitor};
use crate::{config, near};
use gevinstsimulator::model::{Domain, Kind};
use gevinstsimulator::uncertainty::{Band, Headline, Histogram, Metalog, Series, Simulation};
use proptest::collection::vec;
use proptest::prelude::*;

const MONEY: [Headline; 7] = [
    Headline::Npv,
    Headline::Benefits,
    Headline::Costs,
    Headline::Outlay,
    Headline::GrossSaving,
    Headline::NetSaving,
    Headline::PersonYears,
];

/// How many of the draws are below a figure, as a share.
fn share_below(draws: &[f64], figure: f64) -> f64 {
    draws.iter().filter(|&&draw| draw < figure).count() as f64 / draws.len() as f64
}

/// A case in which only a wage is uncertain: the net benefit is a straight line in it.
fn uncertain_wage() -> (Believed, usize, [f64; 3]) {
    let mut case = certain();
    let wage = case
        .scenario
        .plan
        .benefits
        .iter()
        .find_map(|stream| match stream.kind {
            Kind::Time { price, .. } => Some(price),
            _ => None,
        });
    let (wage, figures) = (wage.unwrap(), [400.0, 500.0, 700.0]);
    let [low, likely, high] = figures;
    case.beliefs[wage] = Some(Metalog::new(low, likely, high, Domain::new(0.0, 2000.0)).unwrap());
    (case, wage, figures)
}

#[test]
fn where_the_model_is_a_straight_line_its_bands_are_the_parameters_own() {
    let (case, wage, figures) = uncertain_wage();
    let at = |value: f64| case.scenario.clone().with_value(wage, value).results();
    let [low, _, high] = figures.map(|value| at(value).npv);
    let mut width = f64::INFINITY;
    for draws in [256, 4096, 16_384] {
        let mut simulation = Simulation::new(case.case(), &[Series::Benefits]);
        simulation.advance(draws);
        let band = simulation.headline_band(Headline::Npv);
        // The factors of this plan's benefits are negative: a dearer hour is a larger loss.
        let error = [
            (band.p10, high),
            (band.p50, at(figures[1]).npv),
            (band.p90, low),
        ]
        .map(|(found, expected)| (found - expected).abs())
        .into_iter()
        .fold(0.0, f64::max);
        assert!(
            error < (high - low).abs() * 6.0 / draws as f64,
            "{error} with {draws} draws"
        );
        assert!(error < width);
        width = error;
        let worst = at(figures[2]).evaluation.benefits.clone();
        for (band, expected) in simulation.bands(Series::Benefits).iter().zip(worst) {
            near(band.p10, expected, 20.0 / draws as f64 + 1e-6, 0.0);
        }
    }
}

#[test]
fn four_thousand_draws_put_the_bands_where_sixty_five_thousand_do() {
    let monitor = monitor();
    let few = monitor.simulated(4096);
    let many = all_of_monitor();
    for headline in MONEY {
        let band = few.headline_band(headline);
        for (figure, share) in [(band.p10, 0.1), (band.p50, 0.5), (band.p90, 0.9)] {
            let found = share_below(many.headline(headline), figure);
            assert!(
                (found - share).abs() < 0.01,
                "{headline:?}: {found} of the draws are below P{share}"
            );
        }
    }
    assert!((few.chance_of_gain() - many.chance_of_gain()).abs() < 0.01);
}

#[test]
fn what_is_known_for_sure_has_bands_without_width_at_the_models_own_figures() {
    for case in [
        certain(),
        Believed {
            beliefs: vec![None; monitor().beliefs.len()],
            ..monitor()
        },
    ] {
        let simulation = case.simulated(64);
        let results = case.scenario.results();
        let npv = results.npv;
        assert_eq!(
            simulation.headline_band(Headline::Npv),
            Band {
                p10: npv,
                p50: npv,
                p90: npv
            }
        );
        for series in every_series(&case.scenario) {
            assert!(
                simulation
                    .bands(series)
                    .iter()
                    .all(|band| band.p10 == band.p90)
            );
        }
        let e = &results.evaluation;
        for (series, expected) in [
            (Series::Installed, &e.installed),
            (Series::New, &e.new),
            (Series::InUse, &e.in_use),
            (Series::PersonYears, &e.person_years),
            (Series::Benefits, &e.benefits),
            (Series::Costs, &e.costs),
            (Series::Net, &e.net),
            (Series::Cumulated, &e.cumulated),
            (Series::PublicCash, &e.public_cash),
            (Series::Outlay, &e.outlay),
            (Series::Quantity(0), &e.quantities[0]),
            (Series::Value(0), &e.values[0]),
        ] {
            for (band, expected) in simulation.bands(series).iter().zip(expected) {
                near(band.p50, *expected, 1e-7, 0.0);
            }
        }
        assert_eq!(simulation.npv_histogram(5).shares.iter().sum::<f64>(), 1.0);
    }
}

#[test]
fn payments_leave_out_the_residual_value_and_the_balance_adds_the_outlay_up() {
    let case = certain();
    let simulation = case.simulated(8);
    let p50 = |series| -> Vec<f64> {
        simulation
            .bands(series)
            .iter()
            .map(|band| band.p50)
            .collect()
    };
    let results = case.scenario.results();
    let e = &results.evaluation;
    let lines = case.scenario.cost_lines(&results);
    let (mut balance, mut some) = (0.0, false);
    for year in 0..case.scenario.years() {
        let residual = |public: bool| -> f64 {
            let counted = lines
                .iter()
                .filter(|(cost, _)| !public || case.scenario.plan.actors[cost.pays]);
            counted
                .filter_map(|(_, lines)| lines.get(2))
                .map(|line| line[year])
                .sum()
        };
        some |= residual(true) < 0.0;
        balance -= e.outlay[year];
        let gross = e.outlay[year] + e.public_cash[year];
        near(
            p50(Series::Payments)[year],
            e.costs[year] - residual(false),
            1e-6,
            1.0,
        );
        near(
            p50(Series::PublicPayments)[year],
            gross - residual(true),
            1e-6,
            1.0,
        );
        near(p50(Series::BudgetBalance)[year], balance, 1e-6, 1.0);
    }
    assert!(some, "the case has a public residual value");
}

#[test]
fn never_breaking_even_counts_as_later_than_all() {
    let monitor = monitor();
    let simulation = monitor.simulated(1024);
    let draws = simulation.headline(Headline::BreakEvenYear);
    let never = draws.iter().filter(|year| year.is_infinite()).count();
    assert!(never > 102, "{never} of 1024 never break even");
    let band = simulation.headline_band(Headline::BreakEvenYear);
    assert_eq!(band.p90, f64::INFINITY);
    assert!(band.p10 > 2025.0 && band.p50.is_finite());
}

#[test]
fn before_any_draw_there_is_nothing_to_tell() {
    let simulation = monitor().simulated(0);
    assert_eq!(simulation.headline_band(Headline::Npv), Band::default());
    assert_eq!(simulation.chance_of_gain(), 0.0);
    assert_eq!(simulation.npv_histogram(4).shares, [0.0; 4]);
}

#[test]
fn a_histogram_counts_every_draw_once_and_what_is_far_out_in_its_end_bins() {
    let mut draws: Vec<f64> = (0..1000).map(f64::from).collect();
    draws[999] = 1e12;
    let histogram = Histogram::of(&draws, 10);
    assert_eq!((histogram.from, histogram.width), (10.0, 98.0));
    near(histogram.shares.iter().sum(), 1.0, 1e-12, 0.0);
    near(histogram.shares[0], 0.108, 1e-12, 0.0);
    near(histogram.shares[9], 0.108, 1e-12, 0.0);
    for share in &histogram.shares[1..9] {
        near(*share, 0.098, 1e-12, 0.0);
    }
    assert_eq!(Histogram::of(&[3.0; 7], 3).shares.len(), 3);
}

/// Close together, many of them the same; in half of the cases some are far out, and a few without end.
fn any_draws() -> impl Strategy<Value = Vec<f64>> {
    let near = || prop_oneof![4 => -1e6..1e6_f64, 1 => (0..20).prop_map(f64::from)];
    let far = any::<f64>().prop_filter("a number", |draw| !draw.is_nan());
    let some_far = prop_oneof![100 => near(), 1 => far, 1 => Just(f64::INFINITY)];
    prop_oneof![vec(near(), 1..3000), vec(some_far, 1..3000)]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_tenth_half_and_nine_tenths_of_the_draws_are_below_the_band(draws in any_draws()) {
        let mut sorted = draws.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |share: f64| sorted[(share * draws.len() as f64) as usize];
        let expected = Band { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
        prop_assert_eq!(Band::of(&draws), expected);
    }

    #[test]
    fn p10_is_never_above_p50_nor_p50_above_p90(b in believed()) {
        let simulation = b.simulated(96);
        let headlines = MONEY.iter().chain(&[Headline::PeakFunding, Headline::BreakEvenYear, Headline::NetBenefitPerBudgetKrone]);
        let headlines = headlines.map(|&headline| simulation.headline_band(headline));
        let series = every_series(&b.scenario).into_iter().flat_map(|series| simulation.bands(series));
        for band in series.chain(headlines) {
            prop_assert!(band.p10 <= band.p50 && band.p50 <= band.p90, "{band:?}");
        }
    }

    #[test]
    fn what_is_in_place_never_falls_at_any_of_the_three(b in believed()) {
        for pair in b.simulated(64).bands(Series::Installed).windows(2) {
            let falls = |before: f64, after: f64| after < before * (1.0 - 1e-6);
            prop_assert!(!falls(pair[0].p10, pair[1].p10) && !falls(pair[0].p50, pair[1].p50) && !falls(pair[0].p90, pair[1].p90));
        }
    }
}
