//! The benefit streams and the costs of a file.

use super::about::{entries, text};
use super::json::Node;
use super::problems::Expected;
use super::read::{LARGEST, Names};
use super::{Benefit, Named, units};
use crate::model::{Cost, Kind, ParameterIndex, Stream, Timing};

/// The most factors of a stream: their product still is a number.
const MOST_FACTORS: usize = 10;

pub(super) fn benefits(file: &Node, names: &Names) -> (Vec<Benefit>, Vec<Stream>) {
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
        Some((
            Benefit {
                id,
                label: label?,
                unit: unit.to_owned(),
                scale: scale_text.map(str::to_owned),
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

pub(super) fn costs(file: &Node, names: &Names) -> (Vec<Named>, Vec<Cost>) {
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
