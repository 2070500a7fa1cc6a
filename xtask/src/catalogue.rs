//! What the pages say: the solution files, read by the library, and the library's own texts.

use std::fs;

use anyhow::{Context as _, Result, anyhow, ensure};
use gevinstsimulator::figure::{Context, Headline, Headlines, headlines};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{self, Solution};
use gevinstsimulator::text::{Language, NARROW, Text};
use minijinja::{Value, context};
use serde::Serialize;

use crate::places;

/// One language of the site, with the solutions in that language.
#[derive(Serialize)]
pub struct Edition {
    #[serde(skip)]
    pub spoken: Language,
    /// The language's code, as in `lang` and in addresses.
    pub code: &'static str,
    /// The same with the country, for those who show what an address leads to.
    pub locale: &'static str,
    /// What the language calls itself, and what it calls the choice of one.
    pub own_name: &'static str,
    pub language: &'static str,
    pub site_name: &'static str,
    pub site_intro: &'static str,
    pub all_solutions: &'static str,
    pub loading: &'static str,
    pub noscript: &'static str,
    pub in_full: &'static str,
    pub to_simulator: &'static str,
    /// What to say to someone whose browser cannot run the program.
    pub unsupported: &'static str,
    /// What to say when the program does not arrive.
    pub failed: String,
    /// The same where all of it is in the page.
    pub damaged: &'static str,
    pub other_solutions: &'static str,
    pub own_file: &'static str,
    pub own_file_help: &'static str,
    pub drop_here: &'static str,
    pub licences: &'static str,
    /// The accessibility statement: its title, and what stands below it.
    pub statement: Value,
    pub bought_by: &'static str,
    pub supplied_by: &'static str,
    pub solutions: Vec<Entry>,
}

/// A solution in one language.
#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    /// The file in `assets/` that has the solution as it was read; none is there before the site is made.
    pub packed: String,
    pub name: String,
    pub summary: String,
    pub buyer: Option<String>,
    pub supplier: Option<String>,
    /// The net present value at the file's own figures: what it is called, its amount, and whether it is a loss.
    pub lead_label: String,
    pub npv: String,
    pub loss: bool,
    /// What else is gained a year, such as person-years.
    pub gained: Option<Gained>,
}

#[derive(Serialize)]
pub struct Gained {
    pub id: &'static str,
    pub label: &'static str,
    pub value: String,
}

/// A solution's file, and what the library makes of it.
pub struct File {
    pub content: String,
    pub solution: Solution,
}

/// The shape of solution files, which lies beside them.
pub const SCHEMA: &str = "solution.schema.json";

/// All solution files, in the order of their names.
pub fn files() -> Result<Vec<File>> {
    let folder = places::www().join("solutions");
    let mut files = Vec::new();
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if solution::is_solution_file(&name) {
            let content = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            files.push(file(&name, unbroken(&content))?);
        }
    }
    ensure!(
        !files.is_empty(),
        "there is no solution file in {}",
        folder.display()
    );
    files.sort_by(|one, other| one.solution.id.cmp(&other.solution.id));
    Ok(files)
}

/// A file in whose texts no line ends within a number such as 11 535: an editor writes an ordinary space there. The page
/// writes its own thousands with the same space.
fn unbroken(content: &str) -> String {
    let signs: Vec<char> = content.chars().collect();
    let is_digit = |place: Option<usize>| {
        let sign = place.and_then(|place| signs.get(place));
        sign.is_some_and(char::is_ascii_digit)
    };
    let unbroken = signs.iter().enumerate().map(|(place, &sign)| {
        let thousands = sign == ' '
            && is_digit(place.checked_sub(1))
            && (1..=3).all(|further| is_digit(Some(place + further)))
            && !is_digit(Some(place + 4));
        if thousands { NARROW } else { sign }
    });
    unbroken.collect()
}

fn file(name: &str, content: String) -> Result<File> {
    let untranslated = untranslated(&content)?;
    ensure!(
        untranslated.is_empty(),
        "www/solutions/{name} lacks a language in these texts:\n{}",
        untranslated.join("\n")
    );
    let solution = solution::read(&content)
        .map_err(|problems| anyhow!("www/solutions/{name} is not right:\n{problems}"))?;
    ensure!(
        name == format!("{}.json", solution.id),
        "www/solutions/{name} holds the solution with the id {:?}: the file must be called {0}.json",
        solution.id
    );
    Ok(File { content, solution })
}

/// The texts of a file that are not in every language, as they stand there.
fn untranslated(content: &str) -> Result<Vec<String>> {
    let codes = Language::ALL.map(Language::code);
    let mut found = Vec::new();
    each_text(&mut serde_json::from_str(content)?, &mut |text| {
        if codes.iter().any(|code| !text.contains_key(*code)) {
            found.push(serde_json::Value::from(text.clone()).to_string());
        }
    });
    Ok(found)
}

/// What a file says, with its texts in one language only.
pub fn in_language(content: &str, language: Language) -> Result<Solution> {
    let only = |content| -> Result<String> {
        let mut file = serde_json::from_str(content)?;
        each_text(&mut file, &mut |text| {
            text.retain(|code, _| code == language.code());
        });
        Ok(file.to_string())
    };
    solution::read_beside(&only(content)?, &only(solution::COMMON)?).map_err(|problems| {
        anyhow!(
            "a solution in {} is not right:\n{problems}",
            language.code()
        )
    })
}

/// Does something with every text of a file: an object whose fields are languages.
fn each_text(
    value: &mut serde_json::Value,
    act: &mut dyn FnMut(&mut serde_json::Map<String, serde_json::Value>),
) {
    match value {
        serde_json::Value::Object(fields) => {
            if fields
                .keys()
                .any(|name| Language::from_code(name).is_some())
            {
                act(fields);
            }
            fields.values_mut().for_each(|field| each_text(field, act));
        }
        serde_json::Value::Array(items) => {
            items.iter_mut().for_each(|item| each_text(item, act));
        }
        _ => {}
    }
}

/// The site in every language that the library speaks.
pub fn editions(files: &[File]) -> Result<Vec<Edition>> {
    Language::ALL
        .into_iter()
        .map(|language| edition(language, files))
        .collect()
}

fn edition(language: Language, files: &[File]) -> Result<Edition> {
    let (texts, pages) = (language.texts(), language.pages());
    Ok(Edition {
        spoken: language,
        code: language.code(),
        locale: match language {
            Language::Nb => "nb_NO",
            Language::Nn => "nn_NO",
            Language::En => "en_GB",
        },
        own_name: texts.own_name,
        language: texts.language,
        site_name: texts.site_name,
        site_intro: pages.site_intro,
        all_solutions: pages.all_solutions,
        loading: texts.loading,
        noscript: pages.noscript,
        in_full: pages.in_full,
        to_simulator: pages.to_simulator,
        unsupported: pages.unsupported,
        failed: (texts.fetch_failed)(&texts.site_name.to_lowercase()),
        damaged: pages.page_damaged,
        other_solutions: pages.other_solutions,
        own_file: texts.own_file,
        own_file_help: pages.own_file_help,
        drop_here: pages.drop_here,
        licences: pages.licences,
        statement: statement(language),
        bought_by: texts.bought_by,
        supplied_by: texts.supplied_by,
        solutions: files
            .iter()
            .map(|file| entry(language, &file.solution))
            .collect::<Result<_>>()?,
    })
}

fn statement(language: Language) -> Value {
    let said = language.statement();
    let sections = said.sections.iter().map(|section| {
        context!(
            title => section.title,
            paragraphs => section.paragraphs,
            points => section.points,
            links => section.links,
        )
    });
    let sections: Vec<Value> = sections.collect();
    context!(title => said.title, intro => said.intro, sections)
}

fn entry(language: Language, solution: &Solution) -> Result<Entry> {
    let scenario = Scenario::new(solution);
    let results = scenario.results(solution)?;
    let context = Context {
        language,
        solution,
        scenario: &scenario,
        results: &results,
        found: None,
        compared: None,
    };
    let Headlines {
        lead_label,
        npv,
        loss,
        others,
        ..
    } = headlines(context);
    let mut gained = others.into_iter();
    let gained = gained.find(|headline| ["person-years", "emissions"].contains(&headline.id));
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.get(language).to_owned());
    Ok(Entry {
        id: solution.id.clone(),
        packed: String::new(),
        name: solution.name.get(language).to_owned(),
        summary: solution.summary.get(language).to_owned(),
        buyer: text(&solution.buyer),
        supplier: text(&solution.supplier),
        lead_label,
        npv,
        loss,
        gained: gained.map(
            |Headline {
                 id, label, value, ..
             }| Gained { id, label, value },
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_solution_file_can_be_read_and_has_its_own_name() {
        files().unwrap();
    }

    #[test]
    fn no_line_ends_within_a_number() {
        for (written, shown) in [
            ("3 156 666 liggedøgn", "3\u{202f}156\u{202f}666 liggedøgn"),
            ("i 2022 var 50 av 100", "i 2022 var 50 av 100"),
            ("fra 2013 2022 og", "fra 2013 2022 og"),
            ("12 34", "12 34"),
            (" 100", " 100"),
        ] {
            assert_eq!(unbroken(written), shown);
        }
    }

    #[test]
    fn a_text_that_lacks_a_language_is_refused() {
        let content = files().unwrap().remove(0).content;
        let lacking = content.replacen(r#""nn": "#, r#""nb": "#, 1);
        let error = file("dispensers.json", lacking).err().unwrap().to_string();
        assert!(error.contains("lacks a language"), "{error}");
    }

    #[test]
    fn a_file_in_one_language_reads_the_same_there_and_has_no_other() {
        let File { content, solution } = files().unwrap().remove(0);
        for language in Language::ALL {
            let alone = in_language(&content, language).unwrap();
            assert_eq!(alone.plan, solution.plan);
            for (alone, all) in alone.parameters.iter().zip(&solution.parameters) {
                let said = all.label.get(language);
                assert!(
                    Language::ALL
                        .iter()
                        .all(|&asked| alone.label.get(asked) == said)
                );
            }
        }
    }

    #[test]
    fn a_file_that_is_called_something_else_is_refused() {
        let content = files().unwrap().remove(0).content;
        let error = file("other.json", content).err().unwrap().to_string();
        assert!(error.contains("must be called"), "{error}");
    }
}
