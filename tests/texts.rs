//! Texts that nobody says. One that a language lacks does not compile; one that is left over is found here, by reading the
//! code as it is written.

use std::fs;
use std::path::{Path, PathBuf};

/// Where texts are declared, what code calls a collection of them, and where a collection that shares that name is read.
struct Collection {
    declared: &'static str,
    called: &'static [&'static str],
    read_in: fn(&Path) -> bool,
}

const COLLECTIONS: [Collection; 5] = [
    Collection {
        declared: "texts.rs",
        called: &["texts", "further"],
        read_in: |file| !is_of_the_workbook(file),
    },
    Collection {
        declared: "workbook.rs",
        called: &["texts", "own", "workbook"],
        read_in: is_of_the_workbook,
    },
    Collection {
        declared: "export.rs",
        called: &["exports"],
        read_in: |_| true,
    },
    Collection {
        declared: "pages.rs",
        called: &["pages"],
        read_in: |_| true,
    },
    Collection {
        declared: "statement.rs",
        called: &["said", "rest", "section"],
        read_in: |_| true,
    },
];

fn is_of_the_workbook(file: &Path) -> bool {
    file.starts_with("src/export/workbook")
}

#[test]
fn every_text_is_said_somewhere() {
    let code = [
        rust_files(Path::new("src")),
        rust_files(Path::new("xtask/src")),
    ]
    .concat();
    for collection in COLLECTIONS {
        let declared = Path::new("src/text").join(collection.declared);
        let names = declared_in(&fs::read_to_string(declared).unwrap());
        assert!(names.len() >= 7, "{names:?}");
        let said: Vec<_> = code
            .iter()
            .filter(|(file, _)| (collection.read_in)(file))
            .map(|(_, content)| said_in(content, collection.called))
            .collect();
        let is_left_over = |name: &&String| !said.iter().any(|said| said.contains(name));
        let left_over: Vec<_> = names.iter().filter(is_left_over).collect();
        assert!(
            left_over.is_empty(),
            "nobody says these of {}: {left_over:?}",
            collection.declared
        );
    }
}

#[test]
fn a_text_is_said_where_it_is_read_from_its_collection_and_nowhere_else() {
    let names = declared_in(
        "pub struct Texts {\n    // A word.\n    pub close: &'static str,\n    pub copied:\n        fn(&str) -> String,\n}\npub fn f() {}",
    );
    assert_eq!(names, ["close", "copied"]);
    let said = said_in(
        "a(texts.close, language\n    .texts()\n    .copied, (texts.saves)(1), self.npv, texts.numbers.kroner)",
        &["texts"],
    );
    assert_eq!(said, ["close", "copied", "saves", "numbers"]);
}

/// The fields that a file declares.
fn declared_in(content: &str) -> Vec<String> {
    let lines = content.lines();
    let fields = lines.filter_map(|line| line.strip_prefix("    pub ")?.split_once(':'));
    fields.map(|(name, _)| name.to_owned()).collect()
}

/// What is read from something of these names, or from what a method of such a name gives.
fn said_in(content: &str, called: &[&str]) -> Vec<String> {
    let mut said = Vec::new();
    let mut before = "";
    // The words between dots; a chain may be written over several lines.
    for part in content.split('.') {
        let whole_word = |word: &str| {
            let before = before.trim_end();
            let before = before.strip_suffix("()").unwrap_or(before);
            let rest = before.strip_suffix(word);
            rest.is_some_and(|rest| !rest.ends_with(is_of_a_word))
        };
        if called.iter().any(|word| whole_word(word)) {
            let end = part.find(|letter| !is_of_a_word(letter));
            said.push(part[..end.unwrap_or(part.len())].to_owned());
        }
        before = part;
    }
    said
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The files of code in a folder and those in it with what is in them, but for the texts of a language.
fn rust_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_language = ["nb", "nn", "en"]
            .iter()
            .any(|code| path == Path::new("src/text").join(code));
        if path.is_dir() && !is_language {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let content = fs::read_to_string(&path).unwrap();
            files.push((path, content));
        }
    }
    files
}
