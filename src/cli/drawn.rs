//! What the draws of a run give.

use super::draws::DrawsArgs;
use super::error::Error;
use super::yearly::BANDS;
use crate::scenario::{Found, Reached, Scenario};
use crate::solution::Solution;
use crate::uncertainty::{Case, Headline, SEED, Simulation, Swing, tornado};

/// What was found, and the seed that it was found with.
pub struct Drawn {
    pub seed: u32,
    /// With the bands of [`BANDS`] and [`HEADLINES`], and everything that the page finds but the histogram.
    pub found: Found,
    /// P10 and P90 of the parameters that are uncertain, each in its unit, in the order of the swings.
    pub ends: Vec<[f64; 2]>,
}

/// The headlines that have P10, P50 and P90 of the draws, by their key.
pub const HEADLINES: [(&str, Headline); 7] = [
    ("npv", Headline::Npv),
    ("annual_saving_gross", Headline::GrossSaving),
    ("annual_saving_net", Headline::NetSaving),
    ("person_years", Headline::PersonYears),
    ("break_even_year", Headline::BreakEvenYear),
    (
        "net_benefit_per_budget_krone",
        Headline::NetBenefitPerBudgetKrone,
    ),
    ("peak_funding", Headline::PeakFunding),
];

/// Draws as often as was asked for, and finds out all there is; nothing if nothing was asked for.
///
/// # Errors
/// Never for a scenario of this solution.
pub fn draw(
    solution: &Solution,
    scenario: &Scenario,
    args: &DrawsArgs,
) -> Result<Option<Drawn>, Error> {
    let Some(draws) = args.draws else {
        return Ok(None);
    };
    let series = BANDS.map(|(_, series)| series);
    let seed = args.seed.unwrap_or(SEED);
    let mut simulation = Simulation::with_seed(scenario.case(solution)?, &series, seed);
    simulation.advance(draws);
    let found = find(solution, &simulation)?;
    let ends = ends(simulation.case(), &found.swings);
    Ok(Some(Drawn { seed, found, ends }))
}

fn ends(case: &Case, swings: &[Swing]) -> Vec<[f64; 2]> {
    let end = |swing: &Swing| {
        let mut uncertain = case.uncertain();
        let (_, belief) = uncertain.find(|(parameter, _)| *parameter == swing.parameter)?;
        let [p10, _, p90] = belief.figures();
        Some([p10, p90])
    };
    swings.iter().filter_map(end).collect()
}

fn find(solution: &Solution, simulation: &Simulation) -> Result<Found, Error> {
    let case = simulation.case();
    let swings = tornado(case);
    let parameters = || swings.iter().map(|swing| swing.parameter);
    let claim = solution.claimed_saving();
    let reached = parameters().map(|parameter| {
        let bounds = solution.parameters[parameter].bounds;
        Reached::of(case, parameter, bounds, claim)
    });
    Ok(Found {
        draws: simulation.draws(),
        bands: BANDS
            .map(|(_, series)| (series, simulation.bands(series)))
            .into(),
        headlines: HEADLINES
            .map(|(_, headline)| (headline, simulation.headline_band(headline)))
            .into(),
        chance_of_gain: simulation.chance_of_gain(),
        histogram: None,
        explained: parameters()
            .map(|parameter| simulation.explained(parameter))
            .collect(),
        value_of_knowing_all: simulation.value_of_knowing_all(),
        reached: reached.collect::<Result<_, _>>()?,
        swings,
        differences: Vec::new(),
    })
}
