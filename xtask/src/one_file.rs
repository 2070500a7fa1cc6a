//! A solution's page as one file that opens from a disk, a mail or a memory stick: program, style and solution are in it,
//! compressed, and what it fetches it takes from itself. See `www/unpack.js`.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::catalogue::{Edition, Entry};
use crate::pages::{Alone, Assets, Pages};
use crate::site::Site;

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
    let asset = |name: &String| read(site, "assets", name);
    let style = asset(&assets.css)?;
    let script = started_at_once(&String::from_utf8(asset(&assets.js)?.1)?, &assets.wasm)?;
    let hashes = [&style.1[..], script.as_bytes()].map(hash);
    let mut files = vec![
        style,
        (assets.js.clone(), script.into_bytes()),
        asset(&assets.wasm)?,
        read(site, "solutions", &format!("{}.json", solution.id))?,
    ];
    let parts = assets.parts.iter();
    for part in parts.filter(|part| !part.starts_with(LEFT_AT_SITE)) {
        files.push(asset(part)?);
    }
    let index: Vec<(&str, usize)> = files
        .iter()
        .map(|(name, content)| (name.as_str(), content.len()))
        .collect();
    let unpack = pages.unpack(&index, &assets.css, &assets.js)?;
    let nomodule = pages.nomodule()?;
    let [style, script] = hashes;
    let policy = format!(
        "default-src 'none'; script-src {} {} {script} 'wasm-unsafe-eval'; style-src {style}; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(unpack.as_bytes()),
        hash(nomodule.as_bytes()),
    );
    for script in [&unpack, &nomodule] {
        let ends = script.contains("</") || script.contains("<!--");
        ensure!(!ends, "a script that would end within the page: {script}");
    }
    let packed = pack(&files)?;
    let alone = Alone {
        policy,
        packed,
        unpack,
        nomodule,
    };
    pages.alone(edition, solution, &alone)
}

fn read(site: &Site, folder: &str, name: &str) -> Result<(String, Vec<u8>)> {
    let path = site.folder().join(Path::new(folder)).join(name);
    let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok((name.to_owned(), content))
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

/// The files one after another, compressed, in letters.
fn pack(files: &[(String, Vec<u8>)]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    for (_, content) in files {
        gzip.write_all(content)?;
    }
    Ok(STANDARD.encode(gzip.finish()?))
}

/// How a policy names a script or a style by its content.
fn hash(content: &[u8]) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
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
    fn a_script_that_cannot_be_started_is_refused() {
        assert!(started_at_once("const P=1;export{P as initSync};", "a.wasm").is_err());
    }
}
