//! A compressed copy beside each file, made once and with patience, so that any web server can send it as it is.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use rayon::prelude::*;

use crate::program::Quality;

/// Files that have not been compressed already by their own format.
const COMPRESSIBLE: [&str; 10] = [
    "bin",
    "css",
    "html",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Below this, in bytes, a smaller body no longer saves a packet.
const WORTHWHILE: u64 = 200;

/// Writes `.br` and `.gz` beside every file in the folder that gains from it.
pub fn compress_all(folder: &Path) -> Result<()> {
    files_in(folder)?.par_iter().try_for_each(|file| {
        let extension = file
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        if COMPRESSIBLE.contains(&extension) && size(file)? > WORTHWHILE {
            compress(file).with_context(|| format!("cannot compress {}", file.display()))?;
        }
        Ok(())
    })
}

fn compress(file: &Path) -> Result<()> {
    let content = fs::read(file)?;
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut brotli = BufWriter::new(File::create(beside(file, "br"))?);
    brotli::BrotliCompress(&mut content.as_slice(), &mut brotli, &parameters)?;
    brotli.flush()?;

    fs::write(beside(file, "gz"), gzip(&content)?)?;
    Ok(())
}

/// A twentieth smaller than the usual programs make it, with much more patience.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let options = zopfli::Options::default();
    zopfli::compress(options, zopfli::Format::Gzip, content, &mut compressed)?;
    Ok(compressed)
}

/// Smaller by another eighth than gzip, where what unpacks it can be brought along: an `.lzma` file.
pub fn lzma(content: &[u8], quality: Quality) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(match quality {
        Quality::Release => 9,
        Quality::Dev => 1,
    });
    // Neither programs nor texts repeat themselves by fours, and each byte says much of the one after it.
    (options.pb, options.lc, options.nice_len) = (0, 4, 273);
    options.dict_size = (content.len() as u32).max(options.dict_size);
    let size = Some(content.len() as u64);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, size)?;
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

/// The name of a file's compressed copy.
pub fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// A file's size in bytes.
pub fn size(file: &Path) -> Result<u64> {
    let data = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(data.len())
}

/// All files in a folder and in the folders within, in the order of their names.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?
        {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path())
            } else {
                files.push(entry.path())
            }
        }
    }
    files.sort();
    Ok(files)
}
