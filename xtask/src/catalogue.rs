//! What the pages say: the solution files, read by the library, and the library's own texts.

use std::fs;

use anyhow::{Context, Result, anyhow, ensure};
use gevinstsimulator::solution::{self, Solution};
use gevinstsimulator::text::Language;
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
    pub solutions: Vec<Entry>,
}

/// A solution in one language.
#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    pub name: String,
    pub summary: String,
}

/// A solution's file, and what the library makes of it.
pub struct File {
    pub content: String,
    pub solution: Solution,
}

/// All solution files, in the order of their names.
pub fn files() -> Result<Vec<File>> {
    let folder = places::www().join("solutions");
    let mut files = Vec::new();
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
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
    let entry = |File { solution, .. }: &File| Entry {
        id: solution.id.clone(),
        name: solution.name.get(language).to_owned(),
        summary: solution.summary.get(language).to_owned(),
    };
    Edition {
        code: language.code(),
        site_name: texts.site_name,
        site_intro: texts.site_intro,
        all_solutions: texts.all_solutions,
        loading: texts.loading,
        noscript: texts.noscript,
        unsupported: texts.unsupported,
        failed: (texts.fetch_failed)(texts.site_name),
        solutions: files.iter().map(entry).collect(),
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
