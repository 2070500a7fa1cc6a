//! JSON as a solution file has it, and a cursor that knows where in the file it stands and what is wrong there.
//!
//! A file is walked rather than deserialized into types: so all that is wrong with it is found at once, each with
//! its path, and the page's program stays small.

use super::problems::{Expected, Problem};
use crate::model::Plain;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt;

/// A JSON value. The order of an object's entries counts, and its names may wrongly repeat.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyValue;
        impl<'de> Visitor<'de> for AnyValue {
            type Value = Json;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Bool(value))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Number(value as f64))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Number(value as f64))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
                Ok(Json::Number(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Json, E> {
                Ok(Json::String(value.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = list.next_element()? {
                    values.push(value);
                }
                Ok(Json::List(values))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Json::Object(entries))
            }
        }
        deserializer.deserialize_any(AnyValue)
    }
}

impl Json {
    /// The value of an object's entry; none if there is none, or it is null.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(entries) = self else {
            return None;
        };
        let entry = entries.iter().find(|(known, _)| known == name);
        entry
            .map(|(_, value)| value)
            .filter(|value| **value != Json::Null)
    }

    /// The value as a message quotes it.
    fn quote(&self) -> String {
        match self {
            Json::Null => "null".to_owned(),
            Json::Bool(value) => value.to_string(),
            Json::Number(value) => Plain(*value).to_string(),
            Json::String(value) => format!("\"{value}\""),
            Json::List(_) => "a list".to_owned(),
            Json::Object(_) => "an object".to_owned(),
        }
    }
}

/// Where problems are gathered while a file is walked.
pub type Sink = RefCell<Vec<Problem>>;

/// A value, with its path in the file. What asks it for something of another kind gets nothing, and a problem is
/// noted.
#[derive(Clone)]
pub struct Node<'a> {
    pub path: String,
    json: &'a Json,
    sink: &'a Sink,
}

impl<'a> Node<'a> {
    pub fn root(json: &'a Json, sink: &'a Sink) -> Self {
        Self {
            path: String::new(),
            json,
            sink,
        }
    }

    /// Notes a problem.
    pub fn report(&self, problem: Problem) {
        self.sink.borrow_mut().push(problem);
    }

    /// Whether a problem has been noted whose path begins like this.
    pub fn has_problem_under(&self, path: &str) -> bool {
        self.sink
            .borrow()
            .iter()
            .any(|problem| problem.path().starts_with(path))
    }

    /// Notes that the value is not what it must be.
    pub fn malformed(&self, expected: Expected) {
        self.report(Problem::Malformed {
            path: self.path.clone(),
            found: self.json.quote(),
            expected,
        });
    }

    fn at(&self, name: &str, json: &'a Json) -> Node<'a> {
        let path = match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        Node {
            path,
            json,
            sink: self.sink,
        }
    }

    fn or_malformed<T>(&self, value: Option<T>, expected: Expected) -> Option<T> {
        if value.is_none() {
            self.malformed(expected);
        }
        value
    }

    /// The object's entries, in the file's order.
    pub fn entries(&self) -> Vec<(&'a str, Node<'a>)> {
        let Json::Object(entries) = self.json else {
            self.malformed(Expected::Object);
            return Vec::new();
        };
        entries
            .iter()
            .map(|(name, json)| (name.as_str(), self.at(name, json)))
            .collect()
    }

    /// Notes every field of the object that is not known, and every one that stands there twice.
    pub fn allow(&self, known: &[&str]) {
        let mut seen = Vec::new();
        for (name, node) in self.entries() {
            if !known.contains(&name) {
                let known = known.join(", ");
                self.report(Problem::UnknownField {
                    path: node.path,
                    known,
                });
            } else if seen.contains(&name) {
                self.report(Problem::Duplicate {
                    path: self.path.clone(),
                    found: name.to_owned(),
                });
            }
            seen.push(name);
        }
    }

    /// The field, if it is there.
    pub fn get(&self, name: &str) -> Option<Node<'a>> {
        self.json.get(name).map(|json| self.at(name, json))
    }

    /// The field, which must be there.
    pub fn need(&self, name: &str) -> Option<Node<'a>> {
        let node = self.get(name);
        if node.is_none() {
            self.report(Problem::Missing {
                path: self.at(name, self.json).path,
            });
        }
        node
    }

    /// What `read` makes of the field, which must be there.
    #[inline(never)]
    pub fn needs<T>(&self, name: &str, read: fn(&Node<'a>) -> Option<T>) -> Option<T> {
        self.need(name).and_then(|node| read(&node))
    }

    /// What `read` makes of the field, if it is there.
    #[inline(never)]
    pub fn may<T>(&self, name: &str, read: fn(&Node<'a>) -> Option<T>) -> Option<T> {
        self.get(name).and_then(|node| read(&node))
    }

    /// The place of what the field names, which must be there.
    #[inline(never)]
    pub fn needs_place(&self, name: &str, what: &'static str, known: &[String]) -> Option<usize> {
        self.need(name)?.place(what, known)
    }

    /// The list's values; the path names each by its `id` where it has one, else by its place.
    pub fn list(&self) -> Vec<Node<'a>> {
        let Json::List(values) = self.json else {
            self.malformed(Expected::List);
            return Vec::new();
        };
        let name = |(place, json): (usize, &'a Json)| match json.get("id") {
            Some(Json::String(id)) => self.at(id, json),
            _ => self.at(&place.to_string(), json),
        };
        values.iter().enumerate().map(name).collect()
    }

    pub fn string(&self) -> Option<&'a str> {
        let value = match self.json {
            Json::String(value) => Some(value.as_str()),
            _ => None,
        };
        self.or_malformed(value, Expected::Text)
    }

    pub fn number(&self) -> Option<f64> {
        let value = match self.json {
            // Minus zero is zero: a sign that nobody meant must not decide a division.
            Json::Number(value) => Some(value + 0.0),
            _ => None,
        };
        self.or_malformed(value, Expected::Number)
    }

    /// A whole number from `min` to `max`.
    pub fn whole(&self, min: f64, max: f64) -> Option<f64> {
        let value = self.number_within(min, max)?;
        self.or_malformed((value.fract() == 0.0).then_some(value), Expected::Whole)
    }

    /// A number from `min` to `max`.
    pub fn number_within(&self, min: f64, max: f64) -> Option<f64> {
        let found = self.number()?;
        if (min..=max).contains(&found) {
            return Some(found);
        }
        self.report(Problem::OutOfRange {
            path: self.path.clone(),
            found,
            min,
            max,
        });
        None
    }

    pub fn bool(&self) -> Option<bool> {
        let value = match self.json {
            Json::Bool(value) => Some(*value),
            _ => None,
        };
        self.or_malformed(value, Expected::TrueOrFalse)
    }

    /// Two numbers.
    pub fn pair(&self) -> Option<[f64; 2]> {
        let nodes = self.list();
        let pair = <[Node; 2]>::try_from(nodes).ok();
        let [first, second] = self.or_malformed(pair, Expected::TwoNumbers)?;
        Some([first.number()?, second.number()?])
    }

    /// One of a fixed list of names.
    pub fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let name = self.string()?;
        let chosen = choices.iter().find(|(known, _)| *known == name);
        if chosen.is_none() {
            let known: Vec<&str> = choices.iter().map(|(known, _)| *known).collect();
            self.malformed(Expected::OneOf(known.join(", ")));
        }
        chosen.map(|(_, value)| *value)
    }

    /// The place of what the value names.
    pub fn place(&self, what: &'static str, known: &[String]) -> Option<usize> {
        let name = self.string()?;
        let place = known.iter().position(|id| id == name);
        if place.is_none() {
            self.report(Problem::UnknownName {
                path: self.path.clone(),
                found: name.to_owned(),
                what,
                known: known.join(", "),
            });
        }
        place
    }
}
