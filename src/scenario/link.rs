//! A scenario as the query of an address, and back: `v=1&reach=0.8&curve=linear&certain=adoption`.
//!
//! Only what differs from the solution's file is written, each parameter by its id and in its own unit. A scenario that
//! was kept to compare with follows as `with=` its name, its parts named `with.reach` and so on; `figures` is a digest
//! of what was shown. What cannot be understood is left out part by part, and named.

use super::migrations::{Pair, VERSION, migrate};
use super::{Digest, Refusal, Scenario};
use crate::model::{Curve, Error, Plain, Results};
use crate::solution::Solution;
use form_urlencoded::{Serializer, parse};

/// What an address says.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub scenario: Scenario,
    /// The one to compare with.
    pub kept: Option<Kept>,
    pub digest: Option<Digest>,
    /// What the page itself reads, such as `view`, as it stands there.
    pub others: Vec<(String, String)>,
    /// What was not understood or not allowed.
    pub ignored: Vec<Ignored>,
}

/// A scenario that the visitor kept, and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub name: String,
    pub scenario: Scenario,
}

/// A kept scenario beside the one that is being changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub kept: Kept,
    pub results: Results,
}

impl Compared {
    /// With the results of the kept scenario.
    ///
    /// # Errors
    /// Never for a scenario of this solution.
    pub fn new(solution: &Solution, kept: Kept) -> Result<Self, Error> {
        let results = kept.scenario.results(solution)?;
        Ok(Self { kept, results })
    }
}

/// A part of an address that was left out of account.
#[derive(Clone, Debug, PartialEq)]
pub struct Ignored {
    pub name: String,
    pub text: String,
    pub reason: Reason,
}

/// Why it was.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Neither a parameter of the solution nor anything else that a link has.
    Unknown,
    /// No number as a link has it: digits, and a point before decimals.
    NoNumber,
    Refused(Refusal),
    /// No curve: `bass`, `linear`, or shares that never fall.
    NoCurve,
    /// A name in `certain` that is no uncertain parameter.
    NotUncertain,
    /// No digest.
    NoDigest,
    /// Made by a later version of the simulator, or by none.
    NoVersion,
    /// So much that the rest was not read.
    TooLong,
}

/// Names that the page itself reads.
const OTHERS: [&str; 6] = ["file", "height", "theme", "view", "whose", "years"];

/// Names that others put behind any address, to follow who opens it. Not worth a word.
const TRACKERS: [&str; 6] = ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid"];

/// Pairs that are read at most, and characters of a name or a text that are repeated at most.
const MOST_PAIRS: usize = 400;
const LONGEST_SAID: usize = 60;
/// Characters that a kept scenario's name may have.
const LONGEST_NAME: usize = 60;

/// The prefix of what belongs to the kept scenario, and the name of its name.
const KEPT: &str = "with";

impl Link {
    /// The scenario alone.
    pub fn new(scenario: Scenario) -> Self {
        Self {
            scenario,
            kept: None,
            digest: None,
            others: Vec::new(),
            ignored: Vec::new(),
        }
    }

    /// Reads the query of an address, with or without its question mark. Never fails: see [`Link::ignored`].
    pub fn read(solution: &Solution, query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut pairs = pairs_in(query, MOST_PAIRS + 1);
        let mut link = Self::new(Scenario::new(solution));
        if pairs.len() > MOST_PAIRS {
            let (name, text) = pairs.swap_remove(MOST_PAIRS);
            link.ignore(&name, &text, Reason::TooLong);
        }
        let version = link.version(&mut pairs);
        let (mut own, mut of_kept) = (Wishes::default(), Wishes::default());
        let mut kept_name = None;
        for (name, text) in migrate(version, pairs) {
            if OTHERS.contains(&name.as_str()) {
                link.others.push((name, text));
            } else if name == KEPT {
                kept_name = Some(text.chars().take(LONGEST_NAME).collect());
            } else if name == "figures" {
                link.digest = Digest::read(&text);
                if link.digest.is_none() {
                    link.ignore(&name, &text, Reason::NoDigest);
                }
            } else if let Some(part) = part_of_kept(&name) {
                if let Err(reason) = of_kept.take(solution, part, &text) {
                    link.ignore(&name, &text, reason);
                }
            } else if let Err(reason) = own.take(solution, &name, &text)
                && !is_tracker(&name)
            {
                link.ignore(&name, &text, reason);
            }
        }
        let (scenario, refused) = own.grant(solution);
        link.scenario = scenario;
        link.refuse(solution, "", refused);
        if kept_name.is_some() || !of_kept.is_empty() {
            let (scenario, refused) = of_kept.grant(solution);
            link.refuse(solution, "with.", refused);
            let name = kept_name.unwrap_or_default();
            link.kept = Some(Kept { name, scenario });
        }
        link
    }

    /// The query of the address that says the same, without a question mark; empty where there is nothing to say.
    pub fn write(&self, solution: &Solution) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.pairs(solution));
        query.finish()
    }

    /// The names and texts of the query.
    pub fn pairs(&self, solution: &Solution) -> Vec<Pair> {
        let mut pairs = pairs_of(solution, &self.scenario, "");
        if let Some(kept) = &self.kept {
            pairs.push((KEPT.to_owned(), kept.name.clone()));
            pairs.extend(pairs_of(solution, &kept.scenario, "with."));
        }
        if let Some(digest) = &self.digest {
            pairs.push(("figures".to_owned(), digest.write()));
        }
        if !pairs.is_empty() {
            pairs.insert(0, ("v".to_owned(), VERSION.to_string()));
        }
        pairs.extend_from_slice(&self.others);
        pairs
    }

    /// The query with these wishes in the place of what it says; what a wish leaves empty is as the file has it.
    pub fn write_with(&self, solution: &Solution, wishes: &[Pair]) -> String {
        let mut pairs = self.pairs(solution);
        pairs.retain(|(name, _)| wishes.iter().all(|(wished, _)| wished != name));
        let wishes = wishes.iter().filter(|(_, text)| !text.is_empty());
        let mut query = Serializer::new(String::new());
        query.extend_pairs(&pairs).extend_pairs(wishes);
        query.finish()
    }

    /// The version that the link was made for; the present one where it does not say.
    fn version(&mut self, pairs: &mut Vec<Pair>) -> usize {
        let Some(place) = pairs.iter().position(|(name, _)| name == "v") else {
            return VERSION;
        };
        let (name, text) = pairs.remove(place);
        match text.parse() {
            Ok(version) if (1..=VERSION).contains(&version) => version,
            _ => {
                self.ignore(&name, &text, Reason::NoVersion);
                VERSION
            }
        }
    }

    /// Says that a part of the address was left out of account.
    pub fn ignore(&mut self, name: &str, text: &str, reason: Reason) {
        let said = |text: &str| -> String { text.chars().take(LONGEST_SAID).collect() };
        self.ignored.push(Ignored {
            name: said(name),
            text: said(text),
            reason,
        });
    }

    fn refuse(&mut self, solution: &Solution, prefix: &str, refused: Vec<(usize, f64, Refusal)>) {
        for (parameter, value, refusal) in refused {
            let name = format!("{prefix}{}", solution.parameters[parameter].id);
            self.ignore(&name, &Plain(value).to_string(), Reason::Refused(refusal));
        }
    }
}

/// What a query asks for, in the words of today, for [`Link::write_with`]: of each name only the last.
pub fn wishes(query: &str) -> Vec<Pair> {
    let mut pairs = pairs_in(query, MOST_PAIRS);
    pairs.reverse();
    let version = pairs.iter().find(|(name, _)| name == "v");
    let version = version.and_then(|(_, text)| text.parse().ok());
    let version = version.filter(|version| (1..=VERSION).contains(version));
    let mut wishes: Vec<Pair> = Vec::new();
    for (name, text) in migrate(version.unwrap_or(VERSION), pairs) {
        if name != "v" && wishes.iter().all(|(known, _)| *known != name) {
            wishes.push((name, text));
        }
    }
    wishes.reverse();
    wishes
}

fn pairs_in(query: &str, most: usize) -> Vec<Pair> {
    let pairs = parse(query.as_bytes()).take(most);
    pairs
        .map(|(name, text)| (name.into_owned(), text.into_owned()))
        .collect()
}

/// What an address asks of one scenario.
#[derive(Default)]
struct Wishes {
    values: Vec<(usize, f64)>,
    curve: Option<Curve>,
    certain: Vec<usize>,
}

impl Wishes {
    fn is_empty(&self) -> bool {
        self.values.is_empty() && self.curve.is_none() && self.certain.is_empty()
    }

    /// Takes one part of the address; the last counts where several are of the same name.
    fn take(&mut self, solution: &Solution, name: &str, text: &str) -> Result<(), Reason> {
        match name {
            "curve" => {
                let curve = curve(solution, text).ok_or(Reason::NoCurve)?;
                self.curve = Some(curve);
            }
            "certain" => {
                for id in text.split(' ').filter(|id| !id.is_empty()) {
                    let parameter = solution.parameter(id);
                    let uncertain = |&parameter: &usize| {
                        let about: &crate::solution::Parameter = &solution.parameters[parameter];
                        about.range.is_some()
                    };
                    let parameter = parameter.filter(uncertain).ok_or(Reason::NotUncertain)?;
                    self.certain.push(parameter);
                }
            }
            _ => {
                let parameter = solution.parameter(name).ok_or(Reason::Unknown)?;
                let value = number(text).ok_or(Reason::NoNumber)?;
                self.values.retain(|&(earlier, _)| earlier != parameter);
                self.values.push((parameter, value));
            }
        }
        Ok(())
    }

    /// The scenario, and the values that it refused.
    fn grant(self, solution: &Solution) -> (Scenario, Vec<(usize, f64, Refusal)>) {
        let mut scenario = Scenario::new(solution);
        if let Some(curve) = self.curve {
            // It has been checked; the file's figures go with any.
            let _ = scenario.set_curve(solution, curve);
        }
        let refused = scenario.set_all(solution, &self.values);
        for parameter in self.certain {
            scenario.set_certain(parameter, true);
        }
        (scenario, refused)
    }
}

/// What differs in a scenario from the solution's file.
fn pairs_of(solution: &Solution, scenario: &Scenario, prefix: &str) -> Vec<Pair> {
    let file = Scenario::new(solution);
    let id = |parameter: usize| &solution.parameters[parameter].id;
    let mut pairs = Vec::new();
    for parameter in scenario.differing(&file) {
        let value = scenario.value(parameter);
        if value != file.value(parameter) {
            let name = format!("{prefix}{}", id(parameter));
            pairs.push((name, Plain(value).to_string()));
        }
    }
    if *scenario.curve() != solution.curve {
        pairs.push((format!("{prefix}curve"), curve_text(scenario.curve())));
    }
    let certain = (0..solution.parameters.len()).filter(|&index| scenario.is_certain(index));
    let certain: Vec<&str> = certain.map(|index| id(index).as_str()).collect();
    if !certain.is_empty() {
        pairs.push((format!("{prefix}certain"), certain.join(" ")));
    }
    pairs
}

/// A curve as links have it.
pub fn curve_text(curve: &Curve) -> String {
    match curve {
        Curve::Bass => "bass".to_owned(),
        Curve::Linear => "linear".to_owned(),
        Curve::Drawn(points) => {
            let points = points.iter().map(|&point| Plain(point).to_string());
            points.collect::<Vec<_>>().join(" ")
        }
    }
}

/// A curve by its name, or by the shares completed at the end of each year.
fn curve(solution: &Solution, text: &str) -> Option<Curve> {
    match text {
        "bass" => Some(Curve::Bass),
        "linear" => Some(Curve::Linear),
        _ => {
            let points = text.split(' ').map(number).collect::<Option<Vec<f64>>>()?;
            let longest = solution.parameters[solution.plan.roles.horizon].bounds[1];
            let curve = Curve::Drawn(points);
            let drawn = matches!(&curve, Curve::Drawn(points) if points.len() as f64 <= longest);
            (drawn && curve.check().is_ok()).then_some(curve)
        }
    }
}

/// A number as links have it, or with a comma. More decimals than a link has are rounded, so that the figures on the page
/// are those of the link that is made of it.
pub(super) fn number(text: &str) -> Option<f64> {
    let number = match text.split_once(',') {
        Some((whole, decimals)) => Plain::read(&format!("{whole}.{decimals}")),
        None => Plain::read(text),
    };
    number.map(Plain::nearest)
}

fn part_of_kept(name: &str) -> Option<&str> {
    name.strip_prefix(KEPT)?.strip_prefix('.')
}

fn is_tracker(name: &str) -> bool {
    name.starts_with("utm_") || TRACKERS.contains(&name)
}
