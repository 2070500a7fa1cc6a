//! Reads a solution file: walks it, merges it with what all files share, follows every name, and checks every
//! figure. All that is wrong is noted on the way; a solution comes of it only if nothing is.

use super::about::{self, actors, address_part, calendar_year, claim, sources, text, unit_words};
use super::json::{Json, Node, Sink};
use super::lines::{benefits, costs};
use super::parameters::{check_figures, parameters};
use super::problems::{Expected, Problem, Problems};
use super::units::check_units;
use super::{Path, Solution};
use crate::model::{Curve, Kind, Plan, Roles, Stream};
use std::cell::Cell;

/// The version of the file format that this simulator reads.
pub const FORMAT: f64 = 1.0;

/// The defaults that all files share.
pub const COMMON: &str = include_str!("common.json");

/// The longest file that is read at all (bytes).
pub const LONGEST: usize = 1_000_000;
/// Calendar years that a file may speak of.
pub(super) const YEARS: (f64, f64) = (1900.0, 2200.0);
/// The largest scale and figure of a year.
pub(super) const LARGEST: f64 = 1e15;

/// Reads and checks a solution file.
///
/// # Errors
/// All problems found, each with its path in the file, what was found and what is allowed.
pub fn read(json: &str) -> Result<Solution, Problems> {
    read_beside(json, COMMON)
}

/// The same with other defaults than [`COMMON`].
///
/// # Errors
/// As [`read`].
pub fn read_beside(json: &str, common: &str) -> Result<Solution, Problems> {
    if json.len() > LONGEST {
        let (bytes, most) = (json.len(), LONGEST);
        return Err(Problems(vec![Problem::TooLong { bytes, most }]));
    }
    // Some editors' programs begin a file with a mark that says how it is encoded.
    let file = parse(json.trim_start_matches('\u{feff}'))?;
    let common = parse(common)?;
    let sink = Sink::default();
    let root = Node::root(&file, &sink);
    let solution = match root.needs("format", Node::number) {
        Some(FORMAT) => Some(solution(&root, &Node::root(&common, &sink))),
        Some(found) => {
            root.report(Problem::Format { found });
            None
        }
        None => None,
    };
    let problems = sink.take();
    match solution {
        Some(solution) if problems.is_empty() => Ok(solution),
        _ => Err(Problems(problems)),
    }
}

fn parse(json: &str) -> Result<Json, Problems> {
    serde_json::from_str(json).map_err(|error| {
        Problems(vec![Problem::Unreadable {
            what: error.to_string(),
            line: error.line(),
            column: error.column(),
        }])
    })
}

/// What names in the file lead to.
pub(super) struct Names {
    pub parameters: Vec<String>,
    pub actors: Vec<String>,
    pub sources: Vec<String>,
}

/// The solution, with a stand-in for everything that is missing or wrong: then a problem has been noted.
fn solution(file: &Node, common: &Node) -> Solution {
    file.allow(&[
        "$schema",
        "format",
        "id",
        "name",
        "summary",
        "buyer",
        "supplier",
        "unit",
        "units",
        "first_year",
        "price_year",
        "actors",
        "sources",
        "claims",
        "rollout",
        "parameters",
        "benefits",
        "carbon_price",
        "costs",
    ]);
    let id = file.needs("id", address_part).unwrap_or_default();
    let name = file.needs("name", text).unwrap_or_default();
    let summary = file.needs("summary", text).unwrap_or_default();
    let unit = file.needs("unit", unit_words).unwrap_or_default();
    let units = file.get("units").map_or(Vec::new(), |node| {
        let words = node.entries().into_iter();
        words
            .filter_map(|(name, node)| Some((name.to_owned(), unit_words(&node)?)))
            .collect()
    });
    let year = |name: &str| {
        let year = file.needs(name, calendar_year);
        year.map(|year| year as i32)
    };
    let (first_year, price_year) = (year("first_year"), year("price_year"));
    let (actors, public) = actors(file);
    let mut sources = sources(file);
    for shared in about::sources(common) {
        if sources.iter().any(|own| own.id == shared.id) {
            file.report(Problem::Duplicate {
                path: "sources".to_owned(),
                found: shared.id.clone(),
            });
        }
        sources.push(shared);
    }
    let mut names = Names {
        parameters: Vec::new(),
        actors: actors.iter().map(|actor| actor.id.clone()).collect(),
        sources: sources.iter().map(|source| source.id.clone()).collect(),
    };
    let parameters = parameters(file, common, &names.sources);
    names.parameters = parameters
        .iter()
        .map(|parameter| parameter.id.clone())
        .collect();
    let curve = file.needs("rollout", curve);
    let observed = file.get("rollout").and_then(|node| node.get("observed"));
    let observed = observed.and_then(|node| path(&node, &names));
    let carbon_price = file
        .get("carbon_price")
        .or_else(|| common.get("carbon_price"));
    let carbon_price = carbon_price.and_then(|node| path(&node, &names));
    let (benefits, streams) = benefits(file, &names);
    let (costs, cost_plans) = costs(file, &names);
    let claims = file.get("claims").map_or(Vec::new(), |node| {
        node.list()
            .iter()
            .filter_map(|node| claim(node, &names))
            .collect()
    });
    let roles = roles(file, &names);
    let buyer = file.may("buyer", text);
    let supplier = file.may("supplier", text);
    let complete = roles.is_some() && curve.is_some() && first_year.is_some();
    let plan = Plan {
        parameters: names.parameters,
        first_year: first_year.unwrap_or_default(),
        roles: roles.unwrap_or_default(),
        benefits: streams,
        costs: cost_plans,
        actors: public,
        carbon_price: carbon_price
            .as_ref()
            .map_or(Vec::new(), |path| path.points.clone()),
    };
    let priced = |path: &Path| {
        let is_emissions = |stream: &Stream| stream.kind == Kind::Emissions;
        !path.points.is_empty() && plan.benefits.iter().any(is_emissions)
    };
    let carbon_price = carbon_price.filter(priced);
    if complete && price_year.is_some() {
        check_figures(file, &plan, &parameters);
        check_units(file, &plan, &parameters, &benefits, &costs);
    }
    Solution {
        id: id.to_owned(),
        name,
        summary,
        buyer,
        supplier,
        unit,
        units,
        price_year: price_year.unwrap_or_default(),
        plan,
        curve: curve.unwrap_or(Curve::Bass),
        observed,
        carbon_price,
        parameters,
        benefits,
        costs,
        actors,
        sources,
        claims,
    }
}

fn curve(node: &Node) -> Option<Curve> {
    let kind = node
        .need("curve")?
        .choice(&[("bass", 0), ("linear", 1), ("drawn", 2)])?;
    let fields: &[&str] = if kind == 2 {
        &["curve", "observed", "points"]
    } else {
        &["curve", "observed"]
    };
    node.allow(fields);
    match kind {
        0 => Some(Curve::Bass),
        1 => Some(Curve::Linear),
        _ => {
            let points = node.need("points")?;
            let numbers: Option<Vec<f64>> = points.list().iter().map(Node::number).collect();
            let curve = Curve::Drawn(numbers?);
            match curve.check() {
                Ok(()) => Some(curve),
                Err(error) => {
                    points.malformed(Expected::RisingShares(error));
                    None
                }
            }
        }
    }
}

/// Figures by calendar year, and where they are from.
fn path(node: &Node, names: &Names) -> Option<Path> {
    node.allow(&["points", "source", "note"]);
    let (points, source) = (node.need("points"), node.need("source"));
    let points = points?;
    let figures: Vec<(i32, f64)> = points
        .list()
        .iter()
        .filter_map(|point| match &point.list()[..] {
            [year, figure] => {
                let year = year.whole(YEARS.0, YEARS.1);
                Some((year? as i32, figure.number_within(0.0, LARGEST)?))
            }
            _ => {
                point.malformed(Expected::YearAndFigure);
                None
            }
        })
        .collect();
    if points.list().is_empty() || !figures.is_sorted_by(|a, b| a.0 < b.0) {
        points.malformed(Expected::RisingYears);
    }
    Some(Path {
        points: figures,
        source: source?.place("source", &names.sources)?,
        note: node.may("note", text),
    })
}

/// The parameters that the model itself names. The common file has all but the first two.
fn roles(file: &Node, names: &Names) -> Option<Roles> {
    let complete = Cell::new(true);
    let role = |id: &str| {
        let place = names.parameters.iter().position(|known| known == id);
        place.unwrap_or_else(|| {
            let path = format!("parameters.{id}");
            file.report(Problem::Missing { path });
            complete.set(false);
            0
        })
    };
    let roles = Roles {
        potential: role("potential"),
        pilot: role("pilot"),
        reach: role("reach"),
        delay: role("delay"),
        innovation: role("innovation"),
        imitation: role("imitation"),
        rollout_years: role("rollout_years"),
        adoption: role("adoption"),
        ramp: role("ramp"),
        realisation: role("realisation"),
        horizon: role("horizon"),
        discount_rates: [
            "discount_rate",
            "discount_rate_after_40",
            "discount_rate_after_75",
        ]
        .map(role),
        tax_financing: role("tax_financing"),
        wage_growth: role("wage_growth"),
        income_growth: role("income_growth"),
        hours_per_person_year: role("hours_per_person_year"),
        optimism: role("optimism"),
    };
    complete.get().then_some(roles)
}
