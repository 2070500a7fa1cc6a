//! The pictures of the simulator that the README and the start page show, in `www/shots/`.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::browser::Stage;
use crate::engines::Engine;
use crate::program::Quality;
use crate::site::Site;
use crate::{command, dist, places};

/// The solution that is seen.
const SOLUTION: &str = "monitor";

/// Of the window for the start page's picture, in CSS pixels.
const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;

/// The start page's picture: where it leads, its files in `assets/`, and its size.
#[derive(Serialize)]
pub struct Glimpse {
    solution: &'static str,
    light: String,
    dark: String,
    width: u32,
    height: u32,
}

/// Takes all pictures anew, of the site as it is.
pub fn shots() -> Result<()> {
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    dist::dist(Quality::Release, None)?;
    let stage = Stage::with_letters(Engine::Chromium, Some(letters()?))?;
    let mut shots = command::cargo("run --package browser --bin shots");
    shots
        .env("SHOTS", folder)
        .env("SOLUTION", SOLUTION)
        .env("WIDTH", WIDTH.to_string())
        .env("HEIGHT", HEIGHT.to_string());
    let hint = "What the page did not do is said above.";
    command::run(stage.tell(&mut shots), hint)
}

/// Tells of Inter, which the page asks for first: most machines have it or something like it, and a server has not.
fn letters() -> Result<PathBuf> {
    let inter = places::www().join("node_modules/@expo-google-fonts/inter");
    let told = format!(
        "<fontconfig><include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>",
        inter.display()
    );
    let file = places::scratch("letters.conf");
    fs::write(&file, told).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// Adds the start page's picture in a language, where it has been taken.
pub fn add_glimpse(site: &Site, language: &str) -> Result<Option<Glimpse>> {
    let add = |theme: &str| {
        let stem = format!("glimpse-{language}-{theme}");
        let file = folder().join(&stem).with_extension("webp");
        match fs::read(&file) {
            Ok(picture) => site.add_asset(&stem, "webp", picture).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
        }
    };
    let both = add("light")?.zip(add("dark")?);
    Ok(both.map(|(light, dark)| Glimpse {
        solution: SOLUTION,
        light,
        dark,
        width: WIDTH,
        height: HEIGHT,
    }))
}

/// Where they are.
fn folder() -> PathBuf {
    places::www().join("shots")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn the_pictures_show_the_figures_that_the_solution_has_now() {
        let then = fs::read_to_string(folder().join("shown.txt")).unwrap();
        let editions = catalogue::editions(&catalogue::files().unwrap()).unwrap();
        let now: String = editions
            .iter()
            .map(|edition| {
                let mut solutions = edition.solutions.iter();
                let shown = solutions.find(|solution| solution.id == SOLUTION).unwrap();
                format!("{}: {}\n", edition.code, shown.npv)
            })
            .collect();
        assert_eq!(then, now, "`cargo xtask shots` takes them anew");
        for edition in &editions {
            for theme in ["light", "dark"] {
                let file = format!("glimpse-{}-{theme}.webp", edition.code);
                assert!(folder().join(&file).is_file(), "{file} is not there");
            }
        }
    }
}
