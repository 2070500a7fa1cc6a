//! Reads a solution file: walks it, merges it with what all files share, follows every name, and checks every
//! figure. All that is wrong is noted on the way; a solution comes of it only if nothing is.

use super::json::{Json, Node, Sink};
use super::parameters::{check_figures, parameters};
use super::problems::{Expected, Problem, Problems};
use super::{Benefit, Claim, Named, Path, Solution, Source, Text, UnitWords, units};
use crate::model::{Cost, Curve, Kind, ParameterIndex, Plan, Roles, Stream, Timing};

/// The version of the file format that this simulator reads.
pub const FORMAT: f64 = 1.0;

const COMMON: &str = include_str!("common.json");

/// The longest file that is read at all (bytes).
const LONGEST: usize = 1_000_000;
/// Calendar years that a file may speak of.
const YEARS: (f64, f64) = (1900.0, 2200.0);
/// The largest scale and figure of a year, and the most factors of a stream: their product still is a number.
const LARGEST: f64 = 1e15;
const MOST_FACTORS: usize = 10;

/// Reads and checks a solution file.
///
/// # Errors
/// All problems found, each with its path in the file, what was found and what is allowed.
pub fn read(json: &str) -> Result<Solution, Problems> {
    if json.len() > LONGEST {
        let (bytes, most) = (json.len(), LONGEST);
        return Err(Problems(vec![Problem::TooLong { bytes, most }]));
    }
    let file = parse(json)?;
    let common = parse(COMMON)?;
    let sink = Sink::default();
    let root = Node::root(&file, &sink);
    let solution = match root.needs("format", Node::number) {
        Some(FORMAT) => solution(&root, &Node::root(&common, &sink)),
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
struct Names {
    parameters: Vec<String>,
    actors: Vec<String>,
    sources: Vec<String>,
}

fn solution(file: &Node, common: &Node) -> Option<Solution> {
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
    let id = file.needs("id", address_part);
    let name = file.needs("name", text);
    let summary = file.needs("summary", text);
    let unit = file.needs("unit", unit_words);
    let units = file.get("units").map_or(Vec::new(), |node| {
        let words = node.entries().into_iter();
        words
            .filter_map(|(name, node)| Some((name.to_owned(), unit_words(&node)?)))
            .collect()
    });
    let year = |name: &str| {
        let year = file.needs(name, calendar_year)?;
        Some(year as i32)
    };
    let (first_year, price_year) = (year("first_year"), year("price_year"));
    let (actors, public) = actors(file);
    let mut sources = sources(file);
    for shared in self::sources(common) {
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
    let (Some(first_year), Some(price_year), Some(roles), Some(curve)) =
        (first_year, price_year, roles, curve)
    else {
        return None;
    };
    let plan = Plan {
        parameters: names.parameters,
        first_year,
        roles,
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
    check_figures(file, &plan, &parameters);
    let (Some(id), Some(name), Some(summary), Some(unit)) = (id, name, summary, unit) else {
        return None;
    };
    Some(Solution {
        id: id.to_owned(),
        name,
        summary,
        buyer,
        supplier,
        unit,
        units,
        price_year,
        plan,
        curve,
        observed,
        carbon_price,
        parameters,
        benefits,
        costs,
        actors,
        sources,
        claims,
    })
}

fn calendar_year(node: &Node) -> Option<f64> {
    node.whole(YEARS.0, YEARS.1)
}

/// A text, in every language.
pub(super) fn text(node: &Node) -> Option<Text> {
    node.allow(&["nb"]);
    Some(Text {
        nb: node.needs("nb", Node::string)?.to_owned(),
    })
}

fn unit_words(node: &Node) -> Option<UnitWords> {
    node.allow(&["one", "many"]);
    let (one, many) = (node.need("one"), node.need("many"));
    Some(UnitWords {
        one: text(&one?)?,
        many: text(&many?)?,
    })
}

/// What can stand in an address.
fn address_part<'a>(node: &Node<'a>) -> Option<&'a str> {
    let id = node.string()?;
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.is_empty() || !id.chars().all(fits) {
        node.malformed(Expected::AddressPart);
        return None;
    }
    Some(id)
}

/// The entries of a list whose ids must differ. `read` gives nothing for an entry that is wrong.
fn entries<T>(file: &Node, name: &str, mut read: impl FnMut(&Node, String) -> Option<T>) -> Vec<T> {
    let mut ids: Vec<String> = Vec::new();
    let mut read_all = Vec::new();
    for node in file.need(name).map_or(Vec::new(), |node| node.list()) {
        let Some(id) = node.needs("id", Node::string) else {
            continue;
        };
        if ids.iter().any(|known| known == id) {
            file.report(Problem::Duplicate {
                path: name.to_owned(),
                found: id.to_owned(),
            });
        }
        ids.push(id.to_owned());
        read_all.extend(read(&node, id.to_owned()));
    }
    read_all
}

/// The actors, and whether each is public. One that is wrong is kept with a stand-in, so that its name still leads
/// somewhere; so are sources.
fn actors(file: &Node) -> (Vec<Named>, Vec<bool>) {
    let actor = |node: &Node, id: String| {
        node.allow(&["id", "name", "public"]);
        let label = node.needs("name", text);
        let public = node.needs("public", Node::bool);
        let label = label.unwrap_or(Text { nb: id.clone() });
        Some((Named { id, label }, public.unwrap_or(false)))
    };
    entries(file, "actors", actor).into_iter().unzip()
}

fn sources(file: &Node) -> Vec<Source> {
    entries(file, "sources", |node, id| {
        node.allow(&["id", "title", "publisher", "address", "year"]);
        let string = |name: &str| {
            let string = node.needs(name, Node::string);
            string.unwrap_or_default().to_owned()
        };
        let (title, publisher, address) = (string("title"), string("publisher"), string("address"));
        let web = address.starts_with("https://") || address.starts_with("http://");
        if !address.is_empty()
            && !web
            && let Some(node) = node.get("address")
        {
            node.malformed(Expected::Address);
        }
        let year = node.needs("year", calendar_year);
        let year = year.unwrap_or_default() as i32;
        Some(Source {
            id,
            title,
            publisher,
            address,
            year,
        })
    })
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

fn benefits(file: &Node, names: &Names) -> (Vec<Benefit>, Vec<Stream>) {
    let benefit = |node: &Node, id: String| {
        let parameter = |name: &str| node.needs_place(name, "parameter", &names.parameters);
        let kind_name = node.need("kind")?.choice(&[
            ("time", "h"),
            ("money", "NOK"),
            ("emissions", "t"),
            ("health", "QALY"),
            ("count", ""),
        ])?;
        let own: &[&str] = match kind_name {
            "h" => &["price", "cash_share"],
            "NOK" => &["cash_share"],
            "QALY" => &["price"],
            "" => &["unit"],
            _ => &[],
        };
        node.allow(&[&["id", "label", "kind", "scale", "factors", "gains"], own].concat());
        let label = node.needs("label", text);
        let kind = match kind_name {
            "h" => {
                let (price, cash_share) = (parameter("price"), parameter("cash_share"));
                price
                    .zip(cash_share)
                    .map(|(price, cash_share)| Kind::Time { price, cash_share })
            }
            "NOK" => Some(Kind::Money {
                cash_share: optional(node, "cash_share", names),
            }),
            "QALY" => parameter("price").map(|price| Kind::Health { price }),
            "" => Some(Kind::Count),
            _ => Some(Kind::Emissions),
        };
        let unit = match kind_name {
            "" => node.needs("unit", Node::string)?,
            unit => unit,
        };
        let scale_text = node.may("scale", Node::string);
        let scale = match scale_text {
            Some(scale_text) => units::scale(scale_text)
                .filter(|scale| scale.abs() <= LARGEST)
                .or_else(|| {
                    if let Some(node) = node.get("scale") {
                        node.malformed(Expected::Scale);
                    }
                    None
                }),
            None => Some(1.0),
        };
        let factors = node.need("factors").and_then(|node| factors(&node, names));
        let gains = node.needs_place("gains", "actor", &names.actors);
        let stream = Stream {
            kind: kind?,
            scale: scale?,
            factors: factors?,
            gains: gains?,
        };
        let scale = scale_text.and_then(|text| text.split_whitespace().next());
        Some((
            Benefit {
                id,
                label: label?,
                unit: unit.to_owned(),
                scale: scale.map(str::to_owned),
            },
            stream,
        ))
    };
    entries(file, "benefits", benefit).into_iter().unzip()
}

fn factors(node: &Node, names: &Names) -> Option<Vec<ParameterIndex>> {
    let factors = node.list();
    if factors.len() > MOST_FACTORS {
        node.malformed(Expected::FewerFactors(MOST_FACTORS));
        return None;
    }
    let path = node.path.clone();
    // All are looked up before one that fails ends it, so that all are told.
    let places: Vec<Option<ParameterIndex>> = factors
        .into_iter()
        .map(|mut factor| {
            factor.path.clone_from(&path);
            factor.place("parameter", &names.parameters)
        })
        .collect();
    places.into_iter().collect()
}

fn optional(node: &Node, name: &str, names: &Names) -> Option<ParameterIndex> {
    node.get(name)?.place("parameter", &names.parameters)
}

fn costs(file: &Node, names: &Names) -> (Vec<Named>, Vec<Cost>) {
    let cost = |node: &Node, id: String| {
        let parameter = |name: &str| node.needs_place(name, "parameter", &names.parameters);
        let timing = node.need("timing")?.choice(&[
            ("once", 0),
            ("per_buyer", 1),
            ("per_new_unit", 2),
            ("per_unit_year", 3),
            ("per_unit_in_use_year", 4),
        ])?;
        let own: &[&str] = match timing {
            0 => &["year"],
            1 => &["buyers", "reused"],
            2 => &["learning_rate", "life"],
            _ => &[],
        };
        node.allow(&[&["id", "label", "timing", "amount", "pays"], own].concat());
        let label = node.needs("label", text);
        let amount = parameter("amount");
        let pays = node.needs_place("pays", "actor", &names.actors);
        let timing = match timing {
            0 => {
                let year = node.need("year").and_then(|year| year.whole(0.0, 99.0));
                Timing::Once {
                    amount: amount?,
                    year: year? as usize,
                }
            }
            1 => {
                let (buyers, reused) = (parameter("buyers"), parameter("reused"));
                Timing::PerBuyer {
                    amount: amount?,
                    buyers: buyers?,
                    reused: reused?,
                }
            }
            2 => {
                let (learning_rate, life) = (
                    optional(node, "learning_rate", names),
                    optional(node, "life", names),
                );
                Timing::PerNewUnit {
                    amount: amount?,
                    learning_rate,
                    life,
                }
            }
            3 => Timing::PerUnitYear { amount: amount? },
            _ => Timing::PerUnitInUseYear { amount: amount? },
        };
        Some((
            Named { id, label: label? },
            Cost {
                timing,
                pays: pays?,
            },
        ))
    };
    entries(file, "costs", cost).into_iter().unzip()
}

fn claim(node: &Node, names: &Names) -> Option<Claim> {
    node.allow(&["text", "annual_saving", "person_years", "source", "caveat"]);
    let said = node.needs("text", text);
    let source = node.needs_place("source", "source", &names.sources);
    Some(Claim {
        text: said?,
        annual_saving: node.may("annual_saving", Node::number),
        person_years: node.may("person_years", Node::number),
        source: source?,
        caveat: node.may("caveat", text),
    })
}

/// The ids of the parameters that the model itself names. The common file has all but the first two.
const ROLES: [&str; 19] = [
    "potential",
    "pilot",
    "reach",
    "delay",
    "innovation",
    "imitation",
    "rollout_years",
    "adoption",
    "ramp",
    "realisation",
    "horizon",
    "discount_rate",
    "discount_rate_after_40",
    "discount_rate_after_75",
    "tax_financing",
    "wage_growth",
    "income_growth",
    "hours_per_person_year",
    "optimism",
];

fn roles(file: &Node, names: &Names) -> Option<Roles> {
    let places = ROLES.map(|id| {
        let place = names.parameters.iter().position(|known| known == id);
        if place.is_none() {
            let path = format!("parameters.{id}");
            file.report(Problem::Missing { path });
        }
        place
    });
    if places.contains(&None) {
        return None;
    }
    let [
        potential,
        pilot,
        reach,
        delay,
        innovation,
        imitation,
        rollout_years,
        adoption,
        ramp,
        realisation,
        horizon,
        first_rate,
        second_rate,
        third_rate,
        tax_financing,
        wage_growth,
        income_growth,
        hours_per_person_year,
        optimism,
    ] = places.map(Option::unwrap_or_default);
    Some(Roles {
        potential,
        pilot,
        reach,
        delay,
        innovation,
        imitation,
        rollout_years,
        adoption,
        ramp,
        realisation,
        horizon,
        discount_rates: [first_rate, second_rate, third_rate],
        tax_financing,
        wage_growth,
        income_growth,
        hours_per_person_year,
        optimism,
    })
}
