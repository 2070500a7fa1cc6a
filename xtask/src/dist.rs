//! The whole site, made from the sources into `dist/`.

use std::collections::BTreeMap;
use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};

use gevinstsimulator::solution;

use crate::catalogue::{self, Edition, File};
use crate::css::Style;
use crate::first_view::{self, FirstView};
use crate::oembed::{self, Address};
use crate::one_file::OneFile;
use crate::pages::{Assets, IN_FULL, Pages, STATEMENT};
use crate::preview::{self, Previews};
use crate::program::{self, Quality, Script};
use crate::site::Site;
use crate::{compress, licences, offline, places, setup, shots, sizes};

/// Builds the site, for a place on the net if that is known. What was in `dist/` stays there if that fails.
pub fn dist(quality: Quality, address: Option<&Address>) -> Result<()> {
    let start = Instant::now();
    setup::wasm_target()?;
    setup::design_system()?;
    let files = catalogue::files()?;
    let mut editions = catalogue::editions(&files)?;
    let pages = Pages::read()?;
    let site = Site::begin()?;
    let assets = add_assets(&site, &pages, &editions, quality)?;
    add_solutions(&site, &files, &mut editions)?;
    site.add(licences::FILE, licences::of_what_is_shipped()?)?;
    site.add(
        "embed.js",
        program::shorten(&pages.embed(&editions)?, Script::Classic)?,
    )?;
    let found = files.iter().map(|file| {
        let found = first_view::found(&file.solution)?;
        Ok((first_view::findings(&found), found))
    });
    let found = found.collect::<Result<Vec<_>>>()?;
    let previews = Previews::new()?;
    let mut first_page = None;
    for (place, edition) in editions.iter().enumerate() {
        let glimpse = shots::add_glimpse(&site, edition.code)?;
        let start = |root| {
            let glimpse = glimpse.as_ref();
            pages.start(&editions, edition, root, &assets, glimpse, address)
        };
        if place == 0 {
            site.add("index.html", start("")?)?;
        }
        let path = format!("{}/index.html", edition.code);
        site.add(&path, start("../")?)?;
        let path = format!("{}/{STATEMENT}", edition.code);
        site.add(&path, pages.statement(&editions, edition, &assets)?)?;
        let solutions = edition.solutions.iter().zip(&files).zip(&found);
        for ((solution, file), (findings, found)) in solutions {
            let folder = format!("{}/{}", edition.code, solution.id);
            let path = format!("{folder}/index.html");
            let first_view = FirstView::new(edition.spoken, &file.solution, findings)?;
            let page =
                pages.solution(&editions, edition, solution, &assets, &first_view, address)?;
            site.add(&path, page)?;
            let text = first_view::in_full(edition.spoken, &file.solution, found)?;
            let text = pages.in_full(&editions, edition, solution, &assets, text)?;
            site.add(&format!("{folder}/{IN_FULL}"), text)?;
            if let Some(address) = address {
                let answer = oembed::answer(address, edition, solution);
                site.add(&format!("{folder}/{}", oembed::FILE), answer)?;
                let preview = previews.draw(edition.spoken, &file.solution, findings)?;
                site.add(&format!("{folder}/{}", preview::FILE), preview)?;
            }
            first_page.get_or_insert((path, format!("assets/{}", solution.packed)));
        }
    }
    offline::add_worker(&site, &pages, quality)?;
    if quality == Quality::Release {
        compress::compress_all(site.folder())?;
    }
    // These are compressed inside.
    let one_file = OneFile::new(&site, &assets, quality)?;
    for edition in &editions {
        for solution in &edition.solutions {
            let path = format!("{}/{1}/{1}.html", edition.code, solution.id);
            site.add(
                &path,
                one_file.page(&site, &pages, edition, solution, &assets)?,
            )?;
        }
    }
    site.publish()?;
    println!(
        "dist/ is ready after {:.1} s",
        start.elapsed().as_secs_f32()
    );
    match (quality, first_page) {
        (Quality::Release, Some((page, solution))) => {
            let assets = [&assets.boot, &assets.js, &assets.wasm];
            let assets = assets.into_iter().map(|name| format!("assets/{name}"));
            sizes::print(
                &places::dist(),
                &[page, solution]
                    .into_iter()
                    .chain(assets)
                    .collect::<Vec<_>>(),
            )
        }
        _ => Ok(()),
    }
}

fn add_assets(
    site: &Site,
    pages: &Pages,
    editions: &[Edition],
    quality: Quality,
) -> Result<Assets> {
    let style = Style::read()?;
    let css = site.add_asset("style", "css", style.first.clone())?;
    let further_css = site.add_asset("further", "css", style.further)?;
    let icon = site.add_asset("icon", "svg", read("icon.svg")?)?;
    let manifests = add_manifests(site, pages, editions, &icon)?;
    let program = program::build(quality)?;
    let wasm = site.add_asset("simulator", "wasm", program.wasm)?;
    let mut js = program.js;
    let mut parts = Vec::new();
    for part in program.parts {
        let name = site.add_asset(&part.name, "wasm", part.wasm)?;
        js = js.replace(&part.address, &format!("./{name}"));
        parts.push(name);
    }
    let js = site.add_asset("simulator", "js", js)?;
    let boot = site.add_asset(
        "boot",
        "js",
        program::shorten(
            &pages.boot(&js, &wasm, [&css, &further_css], &manifests)?,
            Script::Module,
        )?,
    )?;
    let nomodule = site.add_asset("nomodule", "js", pages.nomodule()?)?;
    let start = site.add_asset("start", "js", pages.start_script()?)?;
    Ok(Assets {
        css,
        // Who works at it would have to mend the policies each time.
        style: (quality == Quality::Release).then_some(style.first),
        further_css,
        js,
        wasm,
        parts,
        boot,
        nomodule,
        start,
        icon,
        manifests,
    })
}

/// How browsers install the simulator, by the language that it is installed in.
fn add_manifests(
    site: &Site,
    pages: &Pages,
    editions: &[Edition],
    icon: &str,
) -> Result<BTreeMap<&'static str, String>> {
    let mut pictures = Vec::new();
    for size in [192, 512] {
        let picture = read(&format!("icon-{size}.png"))?;
        pictures.push((size, site.add_asset("icon", "png", picture)?));
    }
    let add = |edition: &Edition| {
        let manifest = pages.manifest(edition, icon, &pictures)?;
        Ok((
            edition.code,
            site.add_asset("manifest", "webmanifest", manifest)?,
        ))
    };
    editions.iter().map(add).collect()
}

/// A file of `www/`.
fn read(name: &str) -> Result<Vec<u8>> {
    let file = places::www().join(name);
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// The solution files, without the space that makes them pleasant to write, and their schema; and what the pages have of
/// them.
fn add_solutions(site: &Site, files: &[File], editions: &mut [Edition]) -> Result<()> {
    for (place, File { content, solution }) in files.iter().enumerate() {
        let json: serde_json::Value = serde_json::from_str(content)?;
        let id = &solution.id;
        site.add(&format!("solutions/{id}.json"), json.to_string())?;
        for edition in &mut *editions {
            let packed = solution::pack(&catalogue::in_language(content, edition.spoken)?);
            edition.solutions[place].packed = site.add_asset(id, "bin", packed)?;
        }
    }
    let schema = fs::read(places::www().join("solutions").join(catalogue::SCHEMA))?;
    site.add(&format!("solutions/{}", catalogue::SCHEMA), schema)
}
