//! Reads a solution file: merges it with what all files share, follows every name, and checks every figure.

use super::format::*;
use super::problems::{Problem, Problems};
use super::text::Text;
use super::{Benefit, Claim, Named, Parameter, Solution, units};
use crate::model::{Cost, Curve, Kind, ParameterIndex, Plan, Roles, Stream, Timing};

const COMMON: &str = include_str!("common.json");

/// The longest file that is read at all (bytes).
const LONGEST: usize = 1_000_000;

/// Reads and checks a solution file.
///
/// # Errors
/// All problems found, each with its path in the file, what was found and what is allowed.
pub fn read(json: &str) -> Result<Solution, Problems> {
    if json.len() > LONGEST {
        let message = format!(
            "{} bytes: a solution file has at most {LONGEST}",
            json.len()
        );
        return Err(Problems(vec![Problem::Unreadable(message)]));
    }
    let file: SolutionFile = parse(json)?;
    let common: CommonFile = parse(COMMON)?;
    let mut reader = Reader::default();
    let solution = reader.solution(file, common);
    match solution {
        Some(solution) if reader.problems.is_empty() => Ok(solution),
        _ => Err(Problems(reader.problems)),
    }
}

fn parse<'a, T: serde::Deserialize<'a>>(json: &'a str) -> Result<T, Problems> {
    serde_json::from_str(json)
        .map_err(|error| Problems(vec![Problem::Unreadable(error.to_string())]))
}

/// Collects problems while it follows names. A name that leads nowhere gives a stand-in, so that reading goes
/// on and finds the rest; no solution comes of it.
#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
    parameters: Vec<Parameter>,
    sources: Vec<Source>,
    actors: Vec<Named>,
}

impl Reader {
    fn solution(&mut self, file: SolutionFile, common: CommonFile) -> Option<Solution> {
        if file.format != FORMAT {
            self.problems.push(Problem::Format { found: file.format });
        }
        if !file
            .id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            || file.id.is_empty()
        {
            self.malformed("id", &file.id, "letters, digits, hyphens");
        }
        self.sources = file.sources;
        self.sources.extend(common.sources);
        self.once(
            "sources",
            self.sources.iter().map(|s| s.id.clone()).collect(),
        );
        let public = file.actors.iter().map(|actor| actor.public).collect();
        self.actors = named(file.actors.into_iter().map(|a| (a.id, a.name)));
        self.once("actors", self.actors.iter().map(|a| a.id.clone()).collect());
        self.merge(file.parameters.0, common.parameters.0);
        let carbon_price = file.carbon_price.map_or(Vec::new(), |path| path.points);
        if !carbon_price.is_sorted_by(|a, b| a.0 < b.0) {
            self.malformed(
                "carbon_price.points",
                &format!("{carbon_price:?}"),
                "rising years",
            );
        }
        let (benefits, streams) = self.benefits(file.benefits, carbon_price.is_empty());
        let (cost_names, costs) = self.costs(file.costs);
        let claims = self.claims(file.claims);
        let plan = Plan {
            parameters: self.parameters.iter().map(|p| p.id.clone()).collect(),
            first_year: file.first_year,
            roles: self.roles(),
            benefits: streams,
            costs,
            actors: public,
            carbon_price,
        };
        let curve = match file.rollout {
            RolloutEntry::Bass => Curve::Bass,
            RolloutEntry::Linear => Curve::Linear,
            RolloutEntry::Drawn { points } => Curve::Drawn(points),
        };
        self.check(&plan, &curve);
        Some(Solution {
            id: file.id,
            name: file.name,
            summary: file.summary,
            buyer: file.buyer,
            supplier: file.supplier,
            unit: file.unit,
            units: file.units.0,
            price_year: file.price_year,
            plan,
            curve,
            parameters: std::mem::take(&mut self.parameters),
            benefits,
            costs: cost_names,
            actors: std::mem::take(&mut self.actors),
            sources: std::mem::take(&mut self.sources),
            claims,
        })
    }

    /// The file's parameters in its order, then the common ones that it does not mention.
    fn merge(&mut self, own: Vec<(String, ParameterEntry)>, common: Vec<(String, ParameterEntry)>) {
        self.once("parameters", own.iter().map(|(id, _)| id.clone()).collect());
        let default = |id: &str| {
            common
                .iter()
                .find(|(known, _)| known == id)
                .map(|(_, e)| e.clone())
        };
        let mut merged: Vec<(String, ParameterEntry)> = own
            .into_iter()
            .map(|(id, entry)| {
                let entry = default(&id).map_or(entry.clone(), |base| overlay(base, entry));
                (id, entry)
            })
            .collect();
        for (id, entry) in &common {
            if !merged.iter().any(|(known, _)| known == id) {
                merged.push((id.clone(), entry.clone()));
            }
        }
        for (id, entry) in merged {
            let parameter = self.parameter(id, entry);
            self.parameters.push(parameter);
        }
    }

    fn parameter(&mut self, id: String, entry: ParameterEntry) -> Parameter {
        let path = |field: &str| format!("parameters.{id}.{field}");
        let likely = self
            .present(entry.likely, path("likely"))
            .unwrap_or_default();
        let bounds = self
            .present(entry.bounds, path("bounds"))
            .unwrap_or([likely, likely]);
        let label = self.present(entry.label, path("label"));
        let source = entry.source.map(|name| self.source(&path("source"), &name));
        Parameter {
            label: label.unwrap_or(Text { nb: id.clone() }),
            help: entry.help,
            unit: self.present(entry.unit, path("unit")).unwrap_or_default(),
            group: self
                .present(entry.group, path("group"))
                .unwrap_or(Group::Standard),
            featured: entry.featured.unwrap_or(false),
            likely,
            range: entry.range,
            bounds,
            step: entry.step.unwrap_or((bounds[1] - bounds[0]) / 200.0),
            basis: self
                .present(entry.basis, path("basis"))
                .unwrap_or(Basis::Assumption),
            source,
            note: entry.note,
            id,
        }
    }

    fn benefits(
        &mut self,
        entries: Vec<BenefitEntry>,
        carbon_price_missing: bool,
    ) -> (Vec<Benefit>, Vec<Stream>) {
        self.once("benefits", entries.iter().map(|e| e.id.clone()).collect());
        let mut names = Vec::new();
        let mut streams = Vec::new();
        for entry in entries {
            let path = |field: &str| format!("benefits.{}.{field}", entry.id);
            let kind = match entry.kind {
                KindEntry::Time => Kind::Time {
                    price: self.required(&path("price"), &entry.price),
                    cash_share: self.required(&path("cash_share"), &entry.cash_share),
                },
                KindEntry::Money => Kind::Money {
                    cash_share: self.optional(&path("cash_share"), &entry.cash_share),
                },
                KindEntry::Emissions => {
                    if carbon_price_missing {
                        let path = "carbon_price".to_owned();
                        self.problems.push(Problem::Missing { path });
                    }
                    Kind::Emissions
                }
                KindEntry::Health => Kind::Health {
                    price: self.required(&path("price"), &entry.price),
                },
                KindEntry::Count => Kind::Count,
            };
            let scale = entry.scale.as_deref().map(|text| {
                units::scale(text).unwrap_or_else(|| {
                    self.malformed(
                        &path("scale"),
                        text,
                        "a number or a fraction, then its unit",
                    );
                    1.0
                })
            });
            streams.push(Stream {
                kind,
                scale: scale.unwrap_or(1.0),
                factors: entry
                    .factors
                    .iter()
                    .map(|name| self.named_parameter(&path("factors"), name))
                    .collect(),
                gains: self.actor(&path("gains"), &entry.gains),
            });
            let unit = match entry.kind {
                KindEntry::Time => "h".to_owned(),
                KindEntry::Money => "NOK".to_owned(),
                KindEntry::Emissions => "t".to_owned(),
                KindEntry::Health => "QALY".to_owned(),
                KindEntry::Count => self.present(entry.unit, path("unit")).unwrap_or_default(),
            };
            let scale = entry
                .scale
                .and_then(|text| text.split_whitespace().next().map(str::to_owned));
            names.push(Benefit {
                id: entry.id,
                label: entry.label,
                unit,
                scale,
            });
        }
        (names, streams)
    }

    fn costs(&mut self, entries: Vec<CostEntry>) -> (Vec<Named>, Vec<Cost>) {
        self.once("costs", entries.iter().map(|e| e.id.clone()).collect());
        let mut names = Vec::new();
        let mut costs = Vec::new();
        for entry in entries {
            let path = |field: &str| format!("costs.{}.{field}", entry.id);
            let amount = self.named_parameter(&path("amount"), &entry.amount);
            let timing = match entry.timing {
                TimingEntry::Once => Timing::Once {
                    amount,
                    year: self.present(entry.year, path("year")).unwrap_or_default(),
                },
                TimingEntry::PerBuyer => Timing::PerBuyer {
                    amount,
                    buyers: self.required(&path("buyers"), &entry.buyers),
                    reused: self.required(&path("reused"), &entry.reused),
                },
                TimingEntry::PerNewUnit => Timing::PerNewUnit {
                    amount,
                    learning_rate: self.optional(&path("learning_rate"), &entry.learning_rate),
                    life: self.optional(&path("life"), &entry.life),
                },
                TimingEntry::PerUnitYear => Timing::PerUnitYear { amount },
                TimingEntry::PerUnitInUseYear => Timing::PerUnitInUseYear { amount },
            };
            costs.push(Cost {
                timing,
                pays: self.actor(&path("pays"), &entry.pays),
            });
            names.push(Named {
                id: entry.id,
                label: entry.label,
            });
        }
        (names, costs)
    }

    fn claims(&mut self, entries: Vec<ClaimEntry>) -> Vec<Claim> {
        let claim = |(index, entry): (usize, ClaimEntry)| Claim {
            source: self.source(&format!("claims.{index}.source"), &entry.source),
            text: entry.text,
            annual_saving: entry.annual_saving,
            person_years: entry.person_years,
            caveat: entry.caveat,
        };
        entries.into_iter().enumerate().map(claim).collect()
    }

    fn roles(&mut self) -> Roles {
        let mut role = |id: &str| self.named_parameter("parameters", id);
        Roles {
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
                role("discount_rate"),
                role("discount_rate_after_40"),
                role("discount_rate_after_75"),
            ],
            tax_financing: role("tax_financing"),
            wage_growth: role("wage_growth"),
            income_growth: role("income_growth"),
            hours_per_person_year: role("hours_per_person_year"),
            optimism: role("optimism"),
        }
    }

    /// Checks figures: bounds within what the model allows, figures within the bounds and in order.
    fn check(&mut self, plan: &Plan, curve: &Curve) {
        let domains = plan.domains();
        let mut problems = Vec::new();
        let mut within = |path: String, found: f64, min: f64, max: f64| {
            if !(min..=max).contains(&found) {
                problems.push(Problem::OutOfRange {
                    path,
                    found,
                    min,
                    max,
                });
            }
        };
        for (parameter, domain) in self.parameters.iter().zip(&domains) {
            let path = |field: &str| format!("parameters.{}.{field}", parameter.id);
            let [min, max] = parameter.bounds;
            within(path("bounds.0"), min, domain.min, domain.max);
            within(path("bounds.1"), max, domain.min.max(min), domain.max);
            within(path("likely"), parameter.likely, min, max);
            if let Some([low, high]) = parameter.range {
                within(path("range.0"), low, min, parameter.likely);
                within(path("range.1"), high, parameter.likely, max);
            }
            within(path("step"), parameter.step, 0.0, f64::MAX);
        }
        if problems.is_empty() && self.problems.is_empty() {
            let likely: Vec<f64> = self.parameters.iter().map(|p| p.likely).collect();
            if let Err(error) = plan.check(curve, &likely) {
                problems.push(Problem::Unreadable(error.to_string()));
            }
        }
        self.problems.extend(problems);
    }

    fn required(&mut self, path: &str, name: &Option<String>) -> ParameterIndex {
        match name {
            Some(name) => self.named_parameter(path, name),
            None => {
                self.problems.push(Problem::Missing {
                    path: path.to_owned(),
                });
                0
            }
        }
    }

    fn optional(&mut self, path: &str, name: &Option<String>) -> Option<ParameterIndex> {
        name.as_ref().map(|name| self.named_parameter(path, name))
    }

    fn present<T>(&mut self, value: Option<T>, path: String) -> Option<T> {
        if value.is_none() {
            self.problems.push(Problem::Missing { path });
        }
        value
    }

    fn named_parameter(&mut self, path: &str, name: &str) -> ParameterIndex {
        let known = self.parameters.iter().map(|p| p.id.clone()).collect();
        self.place(path, name, "parameter", known)
    }

    fn actor(&mut self, path: &str, name: &str) -> usize {
        let known = self.actors.iter().map(|actor| actor.id.clone()).collect();
        self.place(path, name, "actor", known)
    }

    fn source(&mut self, path: &str, name: &str) -> usize {
        let known = self
            .sources
            .iter()
            .map(|source| source.id.clone())
            .collect();
        self.place(path, name, "source", known)
    }

    fn place(&mut self, path: &str, name: &str, what: &'static str, known: Vec<String>) -> usize {
        known.iter().position(|id| id == name).unwrap_or_else(|| {
            self.problems.push(Problem::UnknownName {
                path: path.to_owned(),
                found: name.to_owned(),
                what,
                known: known.join(", "),
            });
            0
        })
    }

    fn once(&mut self, path: &str, ids: Vec<String>) {
        for (index, id) in ids.iter().enumerate() {
            if ids[..index].contains(id) {
                self.problems.push(Problem::Duplicate {
                    path: path.to_owned(),
                    found: id.clone(),
                });
            }
        }
    }

    fn malformed(&mut self, path: &str, found: &str, expected: &'static str) {
        self.problems.push(Problem::Malformed {
            path: path.to_owned(),
            found: found.to_owned(),
            expected,
        });
    }
}

fn named(entries: impl Iterator<Item = (String, Text)>) -> Vec<Named> {
    entries.map(|(id, label)| Named { id, label }).collect()
}

/// What `entry` says, and what `base` says where it is silent. New figures do not inherit a range, a basis or
/// a source that was given for others.
fn overlay(base: ParameterEntry, entry: ParameterEntry) -> ParameterEntry {
    let new_figure = entry.likely.is_some();
    let inherit = !new_figure;
    ParameterEntry {
        label: entry.label.or(base.label),
        help: entry.help.or(base.help),
        unit: entry.unit.or(base.unit),
        group: entry.group.or(base.group),
        featured: entry.featured.or(base.featured),
        likely: entry.likely.or(base.likely),
        range: entry.range.or(base.range.filter(|_| inherit)),
        bounds: entry.bounds.or(base.bounds),
        step: entry.step.or(base.step),
        basis: entry.basis.or(if inherit {
            base.basis
        } else {
            Some(Basis::Assumption)
        }),
        source: entry.source.or(base.source.filter(|_| inherit)),
        note: entry.note.or(base.note.filter(|_| inherit)),
    }
}
