//! What draws give of one scenario.

use gevinstsimulator::scenario::{Reached, Scenario};
use gevinstsimulator::solution::Solution;
use gevinstsimulator::uncertainty::{Band, Headline, Series, Simulation, Threshold, tornado};

use crate::lines::Lines;

/// Bins of the distribution, as on the page.
const BINS: usize = 40;

/// How often is drawn and from which seed, and of which series the bands are looked at.
#[derive(Clone, Copy)]
pub struct Draws<'a> {
    pub count: usize,
    pub seed: u32,
    pub series: &'a [Series],
}

/// Every series that bands can be asked for.
pub fn all_series(solution: &Solution) -> Vec<Series> {
    let plain = [
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
    let streams = 0..solution.plan.benefits.len();
    let of_streams = streams.flat_map(|stream| [Series::Quantity(stream), Series::Value(stream)]);
    plain.into_iter().chain(of_streams).collect()
}

/// Draws, and adds all that follows from it: bands, what each parameter explains, and what must hold. Of the draws
/// themselves one number a row.
pub fn add(lines: &mut Lines, name: &str, solution: &Solution, scenario: &Scenario, draws: Draws) {
    let name = format!("{name}, {} draws of seed {}", draws.count, draws.seed);
    let Ok(case) = scenario.case(solution) else {
        return lines.add(&format!("{name}, without a case"), []);
    };
    let mut simulation = Simulation::with_seed(case, draws.series, draws.seed);
    simulation.advance(draws.count);
    for headline in Headline::ALL {
        let name = format!("{name}, headline {}", headline as usize);
        lines.add(&name, parts(simulation.headline_band(headline)));
        lines.add_sum_of(&format!("{name}, all draws"), simulation.headline(headline));
    }
    for (place, &series) in draws.series.iter().enumerate() {
        let name = format!("{name}, series {place}");
        lines.add(&name, simulation.bands(series).into_iter().flat_map(parts));
        let years = (0..simulation.years()).flat_map(|year| simulation.year(series, year));
        lines.add_sum_of(&format!("{name}, all draws"), &years.collect::<Vec<f64>>());
    }
    spread(lines, &name, &simulation);
    importance(lines, &name, solution, &simulation);
}

fn spread(lines: &mut Lines, name: &str, simulation: &Simulation) {
    let histogram = simulation.npv_histogram(BINS);
    let ends = [simulation.chance_of_gain(), histogram.from, histogram.width];
    lines.add(
        &format!("{name}, spread"),
        ends.into_iter().chain(histogram.shares),
    );
}

/// Tornado, shares of variance, values of learning and thresholds.
fn importance(lines: &mut Lines, name: &str, solution: &Solution, simulation: &Simulation) {
    let case = simulation.case();
    lines.add(
        &format!("{name}, evpi"),
        [simulation.value_of_knowing_all()],
    );
    for swing in tornado(case) {
        let about = &solution.parameters[swing.parameter];
        let name = format!("{name}, {}", about.id);
        lines.add(&format!("{name}, swing"), [swing.at_p10, swing.at_p90]);
        lines.add_sum_of(
            &format!("{name}, all draws"),
            &simulation.values(swing.parameter),
        );
        let explained = simulation.explained(swing.parameter);
        let learning = [explained.share_of_variance, explained.value_of_learning];
        lines.add(&format!("{name}, explains"), learning);
        let claim = solution.claimed_saving();
        let reached = Reached::of(case, swing.parameter, about.bounds, claim);
        let reached = reached.iter().flat_map(|it| [Some(it.gain), it.claim]);
        lines.add(
            &format!("{name}, thresholds"),
            reached.flatten().flat_map(at),
        );
    }
}

fn parts(Band { p10, p50, p90 }: Band) -> [f64; 3] {
    [p10, p50, p90]
}

/// A threshold in numbers; infinite where there is none.
fn at(threshold: Threshold) -> [f64; 3] {
    match threshold {
        Threshold::At {
            value,
            reached_above,
            crossings,
        } => [value, f64::from(u8::from(reached_above)), crossings as f64],
        Threshold::AlwaysReached => [f64::INFINITY; 3],
        Threshold::NeverReached => [f64::NEG_INFINITY; 3],
    }
}
