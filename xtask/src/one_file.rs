//! A solution's page as one file that opens from a disk, a mail or a memory stick: program, style and solution are in it,
//! compressed, and what it fetches it takes from itself. See `www/unpack.js`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::catalogue::{Edition, Entry};
use crate::compress;
use crate::licences;
use crate::pages::{Alone, Assets, Pages};
use crate::site::{Site, digest};

/// The part of the program that is left at the site: with what writes workbooks the file would be twice as large.
const LEFT_AT_SITE: &str = "workbook-";

/// The page of a solution, once all that it is made of is in the site.
pub fn page(
    site: &Site,
    pages: &Pages,
    edition: &Edition,
    solution: &Entry,
    assets: &Assets,
) -> Result<String> {
    let asset = |name: &String| site.folder().join("assets").join(name);
    let styles = [&assets.css, &assets.further_css];
    let [style, further_style] = [read(&asset(styles[0]))?, read(&asset(styles[1]))?];
    let script = String::from_utf8(read(&asset(&assets.js))?)?;
    let script = started_at_once(&script, &assets.wasm)?;
    let hashes = [&style[..], &further_style[..], script.as_bytes()].map(digest);
    let mut files = vec![
        (assets.js.clone(), compress::gzip(script.as_bytes())?),
        (
            licences::FILE.to_owned(),
            compressed(&site.folder().join(licences::FILE))?,
        ),
    ];
    let parts = assets.parts.iter();
    let parts = parts.filter(|part| !part.starts_with(LEFT_AT_SITE));
    let needed = [&assets.wasm, &solution.packed];
    for name in styles.into_iter().chain(needed).chain(parts) {
        files.push((name.clone(), compressed(&asset(name))?));
    }
    let index: Vec<(&str, usize)> = files
        .iter()
        .map(|(name, packed)| (name.as_str(), packed.len()))
        .collect();
    let unpack = pages.unpack(&index, styles.map(String::as_str), &assets.js)?;
    let nomodule = pages.nomodule()?;
    let [style, further_style, script] = hashes;
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}' '{script}' 'wasm-unsafe-eval'; style-src '{style}' '{further_style}'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        digest(unpack.as_bytes()),
        digest(nomodule.as_bytes()),
    );
    for script in [&unpack, &nomodule] {
        let ends = script.contains("</") || script.contains("<!--");
        ensure!(!ends, "a script that would end within the page: {script}");
    }
    let packed: Vec<u8> = files.into_iter().flat_map(|(_, packed)| packed).collect();
    let packed = letters(&packed);
    let alone = Alone {
        policy,
        packed,
        unpack,
        nomodule,
    };
    pages.alone(edition, solution, &alone)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The compressed copy that lies beside a file; while developing there is none.
fn compressed(path: &Path) -> Result<Vec<u8>> {
    let copy = compress::beside(path, "gz");
    match copy.is_file() {
        true => read(&copy),
        false => compress::gzip(&read(path)?),
    }
}

/// The program's JavaScript, which other scripts import and start, as a script that starts by itself.
fn started_at_once(js: &str, wasm: &str) -> Result<String> {
    let (program, exports) = js
        .rsplit_once("export{")
        .context("a script without exports")?;
    let names = exports.split(['}', ',']);
    let start = names
        .filter_map(|name| name.strip_suffix(" as default"))
        .next();
    let start = start.context("a script without a default export")?;
    Ok(format!(
        "{program}{start}({{module_or_path:fetch(\"{wasm}\")}}).catch(fail);"
    ))
}

/// How many letters there are: all that one sees in ASCII but "!", the quotation mark and "<".
const LETTERS: u32 = 91;

/// Bytes as letters, by Joachim Henke's basE91 (2006) but with other letters: two for thirteen bits or, where their number
/// is small, for fourteen. A page's script may hold any of them.
fn letters(bytes: &[u8]) -> String {
    let letter = |digit: u32| {
        let from = b'#' + digit as u8;
        char::from(from + u8::from(from >= b'<'))
    };
    let mut text = String::with_capacity(bytes.len() / 13 * 16 + 2);
    let mut pair = |number: u32| {
        text.push(letter(number % LETTERS));
        text.push(letter(number / LETTERS));
    };
    let (mut waiting, mut bits) = (0, 0);
    for &byte in bytes {
        waiting |= u32::from(byte) << bits;
        bits += 8;
        if bits > 13 {
            let small = waiting & 0x1fff;
            // With a fourteenth bit it is below 91 times 91 still.
            let taken = if small > 88 { 13 } else { 14 };
            pair(waiting & ((1 << taken) - 1));
            waiting >>= taken;
            bits -= taken;
        }
    }
    if bits > 0 {
        pair(waiting);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_is_imported_becomes_one_that_starts_by_itself() {
        let js = "const P=async n=>n;export{N as initSync,P as default};\n";
        assert_eq!(
            started_at_once(js, "a.wasm").unwrap(),
            "const P=async n=>n;P({module_or_path:fetch(\"a.wasm\")}).catch(fail);"
        );
    }

    #[test]
    fn letters_are_none_that_a_page_would_take_for_markup() {
        let all: Vec<u8> = (0..=255).cycle().take(4096).collect();
        let all = letters(&all);
        assert!(all.bytes().all(|letter| (b'#'..=b'~').contains(&letter)));
        assert!(!all.contains('<'));
    }

    #[test]
    fn letters_are_two_for_thirteen_bits_or_for_fourteen() {
        // Thirteen bits of ones are 8191 = 90·91 + 1; three are left.
        assert_eq!(letters(&[255, 255]), "$~*#");
        // Fourteen bits of zeros, then two.
        assert_eq!(letters(&[0, 0]), "####");
    }

    #[test]
    fn a_script_that_cannot_be_started_is_refused() {
        assert!(started_at_once("const P=1;export{P as initSync};", "a.wasm").is_err());
    }
}
