//! A solution's page as one file that opens from a disk, a mail or a memory stick: program, style and solution are in it,
//! compressed, and what it fetches it takes from itself. See `www/unpack.js`.

use std::fs;
use std::path::Path;

use adler2::adler32_slice;
use anyhow::{Context, Result, ensure};

use crate::catalogue::{Edition, Entry};
use crate::compress;
use crate::licences;
use crate::pages::{Alone, Assets, Pages};
use crate::program::{self, Quality, Script, shorten};
use crate::site::{Site, digest};

/// What all solutions' files have in common.
pub struct OneFile {
    quality: Quality,
    /// What unpacks the rest.
    unpacker: Vec<u8>,
    common: Packed,
    /// The digests of styles and script.
    digests: [String; 3],
}

/// Files, one after the other and then compressed.
struct Packed {
    bytes: Vec<u8>,
    /// Of what is packed (Adler-32): in what has been damaged no figure may look right.
    checksum: u32,
    /// Their names, and how large they are.
    files: Vec<(String, usize)>,
}

impl Packed {
    fn new(files: Vec<(String, Vec<u8>)>, quality: Quality) -> Result<Self> {
        let all: Vec<u8> = files.iter().flat_map(|(_, file)| file).copied().collect();
        let files = files.into_iter().map(|(name, file)| (name, file.len()));
        Ok(Self {
            bytes: compress::lzma(&all, quality)?,
            checksum: adler32_slice(&all),
            files: files.collect(),
        })
    }
}

impl OneFile {
    /// Takes what is in the site.
    pub fn new(site: &Site, assets: &Assets, quality: Quality) -> Result<Self> {
        let asset = |name: &String| read(&site.folder().join("assets").join(name));
        let styles = [&assets.css, &assets.further_css];
        let [style, further_style] = [asset(styles[0])?, asset(styles[1])?];
        let script = String::from_utf8(asset(&assets.js)?)?;
        let script = started_at_once(&script, &assets.wasm)?;
        let digests = [&style[..], &further_style[..], script.as_bytes()].map(digest);
        let mut files = vec![(assets.wasm.clone(), asset(&assets.wasm)?)];
        // The more alike neighbours are, the smaller they get, by half a kilobyte in all.
        let rank = |part: &&String| {
            let order = ["rest-", "shared-", "reader-"];
            order.iter().position(|name| part.starts_with(name))
        };
        let mut parts: Vec<&String> = assets.parts.iter().collect();
        parts.sort_by_key(|part| rank(part).unwrap_or(usize::MAX));
        for part in parts {
            files.push((part.clone(), asset(part)?));
        }
        files.extend([
            (assets.js.clone(), script.into_bytes()),
            (styles[0].clone(), style),
            (styles[1].clone(), further_style),
        ]);
        let licences = site.folder().join(licences::FILE);
        files.push((licences::FILE.to_owned(), read(&licences)?));
        Ok(Self {
            quality,
            unpacker: compress::gzip(&program::unpacker(quality)?)?,
            common: Packed::new(files, quality)?,
            digests,
        })
    }

    /// The page of a solution.
    pub fn page(
        &self,
        site: &Site,
        pages: &Pages,
        edition: &Edition,
        solution: &Entry,
        assets: &Assets,
    ) -> Result<String> {
        let name = solution.packed.clone();
        let own = read(&site.folder().join("assets").join(&name))?;
        let own = Packed::new(vec![(name, own)], self.quality)?;
        let parts = [&self.common, &own];
        let index = parts.map(|part| (part.bytes.len(), part.checksum, &part.files));
        let styles = [&assets.css, &assets.further_css].map(String::as_str);
        let unpack = pages.unpack(self.unpacker.len(), &index, styles, &assets.js)?;
        let unpack = shorten(&unpack, Script::Module)?;
        let nomodule = pages.nomodule()?;
        let [style, further_style, script] = &self.digests;
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
        let packed = [&self.unpacker, &self.common.bytes, &own.bytes].map(Vec::as_slice);
        let alone = Alone {
            policy,
            packed: letters(&packed.concat()),
            unpack,
            nomodule,
        };
        pages.alone(edition, solution, &alone)
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
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

/// How many letters there are: all of ASCII but NUL and the return of a carriage, which a page does not keep, and "<".
const LETTERS: u32 = 125;

/// A number of thirteen bits from here on leaves no room for a fourteenth in two letters.
const LARGE: u32 = LETTERS * LETTERS - (1 << 13);

/// Bytes as letters, in the way of Joachim Henke's basE91 (2006) but with more letters: two for fourteen bits or, where
/// these are too many, for thirteen. A page's script may hold any of them.
fn letters(bytes: &[u8]) -> String {
    let letter = |digit: u32| {
        let mut letter = 1 + digit as u8;
        for left_out in [b'\r', b'<'] {
            letter += u8::from(letter >= left_out);
        }
        char::from(letter)
    };
    let mut text = String::with_capacity(bytes.len() / 13 * 15 + 2);
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
            let taken = if small < LARGE { 14 } else { 13 };
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
    fn letters_are_none_that_a_page_would_take_for_something_else() {
        let all: Vec<u8> = (0..u16::MAX).flat_map(u16::to_le_bytes).collect();
        let all = letters(&all);
        assert!(all.is_ascii());
        assert!(!all.contains(['\0', '\r', '<']));
    }

    #[test]
    fn letters_are_two_for_thirteen_bits_or_for_fourteen() {
        // Thirteen bits of ones are 8191 = 65·125 + 66; three are left.
        assert_eq!(letters(&[255, 255]), "ED\u{8}\u{1}");
        // Fourteen bits of zeros, then two.
        assert_eq!(letters(&[0, 0]), "\u{1}\u{1}\u{1}\u{1}");
    }

    #[test]
    fn a_script_that_cannot_be_started_is_refused() {
        assert!(started_at_once("const P=1;export{P as initSync};", "a.wasm").is_err());
    }
}
