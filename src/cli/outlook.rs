//! How sure the figures of a run are, as the page has it when it has come to rest.

use super::error::Error;
use super::run::Run;
use crate::figure::{Flow, View, series_of};
use crate::scenario::{Found, Outlook};
use crate::uncertainty::MOST_DRAWS;

/// Everything that is found with all draws, with the bands of one figure.
///
/// # Errors
/// Never for a scenario of this solution.
pub fn found(run: &Run, figure: &str, view: View, flow: Flow) -> Result<Found, Error> {
    let series = series_of(figure, view, flow);
    let mut outlook = Outlook::new(&run.solution, &run.chosen.scenario, series)?;
    Ok(outlook.settle(MOST_DRAWS))
}
