//! What the figures rest on, in short.

use crate::figure::Context;
use crate::scenario::matters;
use crate::solution::{Basis, Source};

/// The sources that the solution's figures and claims are from, in the file's order.
pub fn cited<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Source> + use<'a> {
    let Context {
        solution, scenario, ..
    } = *context;
    let cites = move |source: usize| {
        let mut figures = solution.parameters.iter().enumerate();
        let mut paths = [&solution.observed, &solution.carbon_price]
            .into_iter()
            .flatten();
        figures.any(|(place, about)| {
            about.source == Some(source) && matters(solution, scenario, place)
        }) || paths.any(|path| path.source == source)
            || solution.claims.iter().any(|claim| claim.source == source)
    };
    let sources = solution.sources.iter().enumerate();
    sources
        .filter(move |(place, _)| cites(*place))
        .map(|(_, source)| source)
}

/// Who published them and when: `LUP (2024, 2025); Stortinget (2013)`.
pub fn in_short(context: &Context) -> String {
    let mut publishers: Vec<(&str, Vec<i32>)> = Vec::new();
    for source in cited(context) {
        let known = publishers
            .iter_mut()
            .find(|(name, _)| *name == source.publisher);
        match known {
            Some((_, years)) => years.push(source.year),
            None => publishers.push((&source.publisher, vec![source.year])),
        }
    }
    let say = |(name, mut years): (&str, Vec<i32>)| {
        years.sort_unstable();
        years.dedup();
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        format!("{name} ({})", years.join(", "))
    };
    let said: Vec<String> = publishers.into_iter().map(say).collect();
    said.join("; ")
}

/// How many of the assumptions that matter are read in no source, and how many there are.
pub fn assumed(context: &Context) -> (usize, usize) {
    let mattering = || {
        let parameters = context.solution.parameters.iter().enumerate();
        parameters.filter(|(place, _)| matters(context.solution, context.scenario, *place))
    };
    let assumed = mattering().filter(|(_, about)| about.basis == Basis::Assumption);
    (assumed.count(), mattering().count())
}

/// The parameters that matter and have another value than the file's, or are taken for certain.
pub fn changed(context: &Context) -> Vec<usize> {
    let Context {
        solution, scenario, ..
    } = *context;
    (0..solution.parameters.len())
        .filter(|&place| matters(solution, scenario, place))
        .filter(|&place| scenario.changed(solution, place) || scenario.is_certain(place))
        .collect()
}

/// Whether the rollout has another shape than the file's.
pub fn curve_changed(context: &Context) -> bool {
    *context.scenario.curve() != context.solution.curve
}
