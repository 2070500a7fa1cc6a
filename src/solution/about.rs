//! What a file says in words: texts, actors, sources and claims.

use super::json::Node;
use super::problems::{Expected, Problem};
use super::read::{Names, YEARS};
use super::{Claim, Language, Named, Source, Text, UnitWords};

pub(super) fn calendar_year(node: &Node) -> Option<f64> {
    node.whole(YEARS.0, YEARS.1)
}

/// A text, in one language at least.
pub(super) fn text(node: &Node) -> Option<Text> {
    node.allow(&Language::ALL.map(Language::code));
    let text = Text::new(|language| Some(node.may(language.code(), Node::string)?.to_owned()));
    if text.is_none() {
        node.need(Language::default().code());
    }
    text
}

pub(super) fn unit_words(node: &Node) -> Option<UnitWords> {
    node.allow(&["one", "many"]);
    let (one, many) = (node.need("one"), node.need("many"));
    Some(UnitWords {
        one: text(&one?)?,
        many: text(&many?)?,
    })
}

/// What can stand in an address.
pub(super) fn address_part<'a>(node: &Node<'a>) -> Option<&'a str> {
    let id = node.string()?;
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.is_empty() || !id.chars().all(fits) {
        node.malformed(Expected::AddressPart);
        return None;
    }
    Some(id)
}

/// The entries of a list whose ids must differ. `read` gives nothing for an entry that is wrong.
pub(super) fn entries<T>(
    file: &Node,
    name: &str,
    mut read: impl FnMut(&Node, String) -> Option<T>,
) -> Vec<T> {
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
pub(super) fn actors(file: &Node) -> (Vec<Named>, Vec<bool>) {
    let actor = |node: &Node, id: String| {
        node.allow(&["id", "name", "public"]);
        let label = node.needs("name", text);
        let public = node.needs("public", Node::bool);
        let label = label.unwrap_or(Text::everywhere(&id));
        Some((Named { id, label }, public.unwrap_or(false)))
    };
    entries(file, "actors", actor).into_iter().unzip()
}

pub(super) fn sources(file: &Node) -> Vec<Source> {
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

pub(super) fn claim(node: &Node, names: &Names) -> Option<Claim> {
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
