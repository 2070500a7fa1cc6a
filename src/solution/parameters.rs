//! The parameters of a solution file: read, merged with the common ones, and their figures checked.

use super::about::text;
use super::json::Node;
use super::problems::{Expected, Problem};
use super::{Basis, Group, Parameter, Text};
use crate::model::{Domain, Plain, Plan};
use crate::uncertainty::{Distribution, Figure, Metalog, TripletError};

const FIELDS: [&str; 12] = [
    "label", "help", "unit", "group", "featured", "likely", "range", "bounds", "step", "basis",
    "source", "note",
];

const GROUPS: [(&str, Group); 5] = [
    ("rollout", Group::Rollout),
    ("adoption", Group::Adoption),
    ("cost", Group::Cost),
    ("benefit", Group::Benefit),
    ("standard", Group::Standard),
];

const BASES: [(&str, Basis); 3] = [
    ("published", Basis::Published),
    ("derived", Basis::Derived),
    ("assumption", Basis::Assumption),
];

/// The file's parameters in its order, then the common ones that it does not mention. A parameter that lacks
/// something has a stand-in for it, and the problem is noted.
pub fn parameters(file: &Node, common: &Node, sources: &[String]) -> Vec<Parameter> {
    let own = file
        .need("parameters")
        .map_or(Vec::new(), |node| node.entries());
    let shared = common
        .need("parameters")
        .map_or(Vec::new(), |node| node.entries());
    let find = |entries: &[(&str, Node)], id: &str| entries.iter().any(|(known, _)| *known == id);
    for (place, (id, _)) in own.iter().enumerate() {
        if find(&own[..place], id) {
            let (path, found) = ("parameters".to_owned(), (*id).to_owned());
            file.report(Problem::Duplicate { path, found });
        }
    }
    for (id, _) in own.iter().filter(|(id, _)| !names_a_parameter(id)) {
        file.report(Problem::Malformed {
            path: "parameters".to_owned(),
            found: format!("{id:?}"),
            expected: Expected::ParameterId,
        });
    }
    let from_file = own.iter().map(|(id, node)| {
        let base = shared
            .iter()
            .find(|(known, _)| known == id)
            .map(|(_, base)| base);
        parameter(id, node, base, sources)
    });
    let rest = shared.iter().filter(|(id, _)| !find(&own, id));
    from_file
        .chain(rest.map(|(id, node)| parameter(id, node, None, sources)))
        .collect()
}

/// Whether it can be a parameter's name in addresses and in a page's elements, where attributes of another kind are not
/// the simulator's.
fn names_a_parameter(id: &str) -> bool {
    /// Names that addresses have for something else, and attributes that every element may have.
    const TAKEN: [&str; 25] = [
        "certain", "class", "curve", "dir", "figures", "file", "height", "hidden", "id", "is",
        "lang", "nonce", "part", "role", "slot", "solution", "style", "tabindex", "theme", "title",
        "v", "view", "whose", "with", "years",
    ];
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(fits)
        && !id.starts_with("on")
        && !TAKEN.contains(&id)
}

/// A parameter: what `node` says, and what `base` says where it is silent. A new figure does not inherit a range, a
/// basis, a source or a note that was given for another.
fn parameter(id: &str, node: &Node, base: Option<&Node>, sources: &[String]) -> Parameter {
    node.allow(&FIELDS);
    let new_figure = base.is_some() && node.get("likely").is_some();
    let field = |name: &str| node.get(name).or_else(|| base?.get(name));
    let needed = |name: &str| field(name).or_else(|| node.need(name));
    let of_figure = |name: &str| field(name).filter(|_| !new_figure || node.get(name).is_some());
    let likely = needed("likely").and_then(|node| node.number());
    let bounds = needed("bounds").and_then(|node| node.pair());
    let bounds_or = bounds.unwrap_or([likely.unwrap_or(0.0); 2]);
    let basis = match of_figure("basis") {
        None if new_figure => Some(Basis::Assumption),
        None => node.need("basis").and_then(|node| node.choice(&BASES)),
        Some(basis) => basis.choice(&BASES),
    };
    let source = of_figure("source");
    if basis == Some(Basis::Published) && source.is_none() {
        node.need("source");
    }
    let likely = likely.unwrap_or(bounds_or[0]);
    let range = of_figure("range").and_then(|node| node.pair());
    Parameter {
        id: id.to_owned(),
        label: needed("label")
            .and_then(|node| text(&node))
            .unwrap_or_else(|| Text::everywhere(id)),
        help: field("help").and_then(|node| text(&node)),
        unit: needed("unit")
            .and_then(|node| node.string())
            .unwrap_or_default()
            .to_owned(),
        group: needed("group")
            .and_then(|node| node.choice(&GROUPS))
            .unwrap_or(Group::Standard),
        featured: field("featured")
            .and_then(|node| node.bool())
            .unwrap_or(false),
        likely,
        range,
        belief: range.and_then(|range| distribution(likely, range, bounds_or).ok()),
        bounds: bounds_or,
        step: field("step")
            .and_then(|node| node.number())
            .unwrap_or((bounds_or[1] - bounds_or[0]) / 200.0),
        basis: basis.unwrap_or(Basis::Assumption),
        source: source.and_then(|node| node.place("source", sources)),
        note: of_figure("note").and_then(|node| text(&node)),
    }
}

fn distribution(
    likely: f64,
    [low, high]: [f64; 2],
    [min, max]: [f64; 2],
) -> Result<Distribution, TripletError> {
    Metalog::new(low, likely, high, Domain { min, max })
}

/// Where three figures in order are no distribution, which of them is to blame, and what it must be.
fn no_distribution(error: TripletError) -> (&'static str, f64, Expected) {
    match error {
        TripletError::OutOfBounds {
            figure,
            value,
            bounds,
        } => {
            let field = match figure {
                Figure::Low => "range.0",
                Figure::Likely => "likely",
                Figure::High => "range.1",
            };
            (field, value, Expected::Inside(bounds.min, bounds.max))
        }
        TripletError::TooSkewed {
            likely, nearest, ..
        } => ("likely", likely, Expected::LessSkewed(nearest)),
        // Two of the three are the same, or the bounds leave no room between them.
        TripletError::NotRising { likely, .. } => ("likely", likely, Expected::BetweenRange),
        TripletError::NoRoom { bounds } => (
            "bounds.0",
            bounds.min,
            Expected::Inside(bounds.min, bounds.max),
        ),
    }
}

/// Checks figures: bounds within what the model allows, figures within the bounds and in order.
pub fn check_figures(file: &Node, plan: &Plan, parameters: &[Parameter]) {
    let within = |path: String, found: f64, min: f64, max: f64| {
        let fits = (min..=max).contains(&found);
        if !fits {
            file.report(Problem::OutOfRange {
                path,
                found,
                min,
                max,
            });
        }
        fits
    };
    for (parameter, domain) in parameters.iter().zip(plan.domains()) {
        let path = |field: &str| format!("parameters.{}.{field}", parameter.id);
        let [min, max] = parameter.bounds;
        // A stand-in for a figure that is missing or no number is not judged as well.
        if file.has_problem_under(&path("")) {
            continue;
        }
        within(path("bounds.0"), min, domain.min, domain.max);
        within(path("bounds.1"), max, domain.min.max(min), domain.max);
        within(path("likely"), parameter.likely, min, max);
        if parameter.step < 0.0 {
            within(path("step"), parameter.step, 0.0, max - min);
        }
        if let Some([low, high]) = parameter.range {
            let likely_between = || within(path("likely"), parameter.likely, low, high);
            let ordered = [
                within(path("range.0"), low, min, max),
                within(path("range.1"), high, low.max(min), max),
                low > high || likely_between(),
            ];
            if ordered == [true; 3]
                && let Err(error) = distribution(parameter.likely, [low, high], parameter.bounds)
            {
                let (field, found, expected) = no_distribution(error);
                file.report(Problem::Malformed {
                    path: path(field),
                    found: Plain(found).to_string(),
                    expected,
                });
            }
        }
    }
    let likely = |index: usize| parameters[index].likely;
    let (pilot, potential) = (likely(plan.roles.pilot), likely(plan.roles.potential));
    if pilot > potential {
        within("parameters.pilot.likely".to_owned(), pilot, 0.0, potential);
    }
    let horizon = likely(plan.roles.horizon);
    if horizon.fract() != 0.0 {
        file.report(Problem::Malformed {
            path: "parameters.horizon.likely".to_owned(),
            found: Plain(horizon).to_string(),
            expected: Expected::Whole,
        });
    }
}
