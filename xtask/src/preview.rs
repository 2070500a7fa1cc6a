//! The pictures for those who show what an address leads to: they take none but those that are made of dots.

use std::fs;
use std::sync::Arc;

use anyhow::{Context, Result};
use gevinstsimulator::app::prerender;
use gevinstsimulator::export::preview::SIZE;
use gevinstsimulator::solution::{Language, Solution};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::places;

/// Where the picture of a page is, from the page.
pub const FILE: &str = "preview.png";

/// Dots in a CSS pixel: 1,200 dots are as wide as any of them shows it.
const SCALE: f64 = 5.0 / 3.0;

/// What is drawn with letters of its own, so that it is the same on every machine.
pub struct Previews(Options<'static>);

impl Previews {
    pub fn new() -> Result<Self> {
        let fonts = places::www().join("node_modules/@expo-google-fonts/inter");
        let mut letters = Database::new();
        for weight in ["400Regular", "700Bold"] {
            let file = fonts.join(weight).join(format!("Inter_{weight}.ttf"));
            let font =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            letters.load_font_data(font);
        }
        letters.set_sans_serif_family("Inter");
        Ok(Self(Options {
            fontdb: Arc::new(letters),
            ..Options::default()
        }))
    }

    /// Width and height in dots.
    pub fn size() -> [u32; 2] {
        [SIZE.width, SIZE.height].map(|side| (f64::from(side) * SCALE).round() as u32)
    }

    /// The picture of a solution's page, a PNG file.
    pub fn draw(&self, language: Language, solution: &Solution, findings: &str) -> Result<Vec<u8>> {
        let drawing = prerender::preview(language, solution, findings)
            .with_context(|| format!("the solution {} cannot be drawn", solution.id))?;
        let drawing = Tree::from_str(&drawing, &self.0)?;
        let [width, height] = Self::size();
        let mut dots = Pixmap::new(width, height).context("a picture without dots")?;
        let scale = width as f32 / drawing.size().width();
        resvg::render(
            &drawing,
            Transform::from_scale(scale, scale),
            &mut dots.as_mut(),
        );
        Ok(dots.encode_png()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue, first_view, setup};

    #[test]
    fn every_picture_has_its_size_its_words_and_its_figure() {
        setup::design_system().unwrap();
        let previews = Previews::new().unwrap();
        for catalogue::File { solution, .. } in catalogue::files().unwrap() {
            let findings = first_view::findings(&first_view::found(&solution).unwrap());
            for language in Language::ALL {
                let picture = previews.draw(language, &solution, &findings).unwrap();
                let picture = Pixmap::decode_png(&picture).unwrap();
                let size = [picture.width(), picture.height()];
                assert_eq!(size, Previews::size());
                let inked = |rows: std::ops::Range<u32>| {
                    let dots = rows.flat_map(|y| (0..size[0]).map(move |x| (x, y)));
                    dots.filter(|&(x, y)| picture.pixel(x, y).is_some_and(|dot| dot.red() < 128))
                        .count()
                };
                assert!(inked(0..size[1] / 4) > 2_000, "no words: {}", solution.id);
                assert!(
                    inked(size[1] / 2..size[1]) > 2_000,
                    "no figure: {}",
                    solution.id
                );
            }
        }
    }
}
