//! What the pages say: the solution files, read by the library, and the library's own texts.

use std::fs;

use anyhow::{Context as _, Result, anyhow, ensure};
use gevinstsimulator::figure::{Context, frees_time};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{self, Solution};
use gevinstsimulator::text::{Language, Text};
use serde::Serialize;

use crate::places;

/// One language of the site, with the solutions in that language.
#[derive(Serialize)]
pub struct Edition {
    /// The language's code, as in `lang` and in addresses.
    pub code: &'static str,
    pub site_name: &'static str,
    pub site_intro: &'static str,
    pub all_solutions: &'static str,
    pub loading: &'static str,
    pub noscript: &'static str,
    /// What to say to someone whose browser cannot run the program.
    pub unsupported: &'static str,
    /// What to say when the program does not arrive.
    pub failed: String,
    pub other_solutions: &'static str,
    pub own_file: &'static str,
    pub own_file_help: &'static str,
    pub drop_here: &'static str,
    pub bought_by: &'static str,
    pub supplied_by: &'static str,
    pub solutions: Vec<Entry>,
}

/// A solution in one language.
#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    pub name: String,
    pub summary: String,
    pub buyer: Option<String>,
    pub supplier: Option<String>,
    /// The headline at the file's own figures: what it says, the number, and whether that is a loss.
    pub headline: String,
    pub npv: String,
    pub loss: bool,
    /// The person-years freed a year at full effect, where it frees any.
    pub person_years: Option<String>,
    pub person_years_label: &'static str,
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
        if name.ends_with(".json") && name != SCHEMA {
            let content = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            files.push(file(&name, content)?);
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

fn file(name: &str, content: String) -> Result<File> {
    let solution = solution::read(&content)
        .map_err(|problems| anyhow!("www/solutions/{name} is not right:\n{problems}"))?;
    ensure!(
        name == format!("{}.json", solution.id),
        "www/solutions/{name} holds the solution with the id {:?}: the file must be called {0}.json",
        solution.id
    );
    Ok(File { content, solution })
}

/// The site in every language that the library speaks.
pub fn editions(files: &[File]) -> Vec<Edition> {
    Language::ALL
        .into_iter()
        .map(|language| edition(language, files))
        .collect()
}

fn edition(language: Language, files: &[File]) -> Edition {
    let texts = language.texts();
    Edition {
        code: language.code(),
        site_name: texts.site_name,
        site_intro: texts.site_intro,
        all_solutions: texts.all_solutions,
        loading: texts.loading,
        noscript: texts.noscript,
        unsupported: texts.unsupported,
        failed: (texts.fetch_failed)(texts.site_name),
        other_solutions: texts.other_solutions,
        own_file: texts.own_file,
        own_file_help: texts.own_file_help,
        drop_here: texts.drop_here,
        bought_by: texts.bought_by,
        supplied_by: texts.supplied_by,
        solutions: files
            .iter()
            .map(|file| entry(language, &file.solution))
            .collect(),
    }
}

fn entry(language: Language, solution: &Solution) -> Entry {
    let texts = language.texts();
    let scenario = Scenario::new(solution);
    // A file whose figures cannot be calculated has been refused when it was read.
    let results = scenario.results(solution).ok();
    let npv = results.as_ref().map_or(0.0, |results| results.npv);
    let context = results.as_ref().map(|results| Context {
        language,
        solution,
        scenario: &scenario,
        results,
    });
    let years = context.map_or(0, |context| context.results.evaluation.years);
    let headline = if npv < 0.0 { texts.npv_loss } else { texts.npv };
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.get(language).to_owned());
    let freed = context.filter(|context| frees_time(*context));
    Entry {
        id: solution.id.clone(),
        name: solution.name.get(language).to_owned(),
        summary: solution.summary.get(language).to_owned(),
        buyer: text(&solution.buyer),
        supplier: text(&solution.supplier),
        headline: headline(&years.to_string()),
        npv: texts.numbers.money(npv.abs()),
        loss: npv < 0.0,
        person_years: freed
            .map(|context| context.person_years(context.results.person_years_at_full_effect)),
        person_years_label: texts.person_years,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_solution_file_can_be_read_and_has_its_own_name() {
        files().unwrap();
    }

    #[test]
    fn a_file_that_is_called_something_else_is_refused() {
        let content = files().unwrap().remove(0).content;
        let error = file("other.json", content).err().unwrap().to_string();
        assert!(error.contains("must be called"), "{error}");
    }
}
