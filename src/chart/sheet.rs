//! A drawing in a file of its own: on white paper, with words above and below.

use std::fmt::Write;

use super::drawing::{Anchor, Drawing, Shape, Size, UNITS_PER_PX, Weight};
use super::ink::Ink;
use super::measure::Block;
use super::svg;

/// Around everything, in view box units.
const MARGIN: i32 = 20 * UNITS_PER_PX;

/// Between the captions above and the drawing.
const GAP: i32 = 12 * UNITS_PER_PX;

/// The first of them on nearly every machine, and known to programs that read one name only.
const FONTS: &str = "Arial, Helvetica, sans-serif";

/// CSS pixels in a millimetre.
const PX_PER_MM: f64 = 96.0 / 25.4;

/// Words above or below the drawing, as many lines as they need.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    pub text: String,
    /// CSS pixels.
    pub size: i32,
    pub weight: Weight,
    pub ink: Ink,
    /// Room above it, in CSS pixels.
    pub gap: i32,
    /// Whether it may be broken between any two letters, as an address.
    pub anywhere: bool,
}

impl Caption {
    /// Words that are broken between words.
    pub fn new(text: String, size: i32, weight: Weight, ink: Ink, gap: i32) -> Self {
        Self {
            text,
            size,
            weight,
            ink,
            gap,
            anywhere: false,
        }
    }
}

/// A drawing with its captions.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    pub above: &'a [Caption],
    pub drawing: &'a Drawing,
    pub below: &'a [Caption],
}

impl Sheet<'_> {
    /// The width of a drawing that fills a sheet of this width, in CSS pixels.
    pub fn drawing_width(mm: f64) -> u32 {
        ((mm * PX_PER_MM).round() as u32).saturating_sub((2 * MARGIN / UNITS_PER_PX) as u32)
    }

    /// A standalone SVG file, and its size in CSS pixels. `title` says what there is to see, and `description` more,
    /// for those who do not see it.
    pub fn to_svg(&self, title: &str, description: &str) -> (String, Size) {
        let width = self.drawing.width + 2 * MARGIN;
        let mut words = Vec::new();
        let top = set(self.above, MARGIN, self.drawing.width, &mut words) + GAP;
        let bottom = top + self.drawing.height;
        let height = set(self.below, bottom, self.drawing.width, &mut words) + MARGIN;
        let mm = |units: i32| f64::from(units) / f64::from(UNITS_PER_PX) / PX_PER_MM;
        let mut text = String::with_capacity(16_384);
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{:.2}mm" height="{:.2}mm" font-family="{FONTS}" role="img">"#,
            mm(width),
            mm(height)
        );
        svg::element(&mut text, "title", title);
        svg::element(&mut text, "desc", description);
        let _ = write!(
            text,
            r##"<path fill="#fff" d="M0 0H{width}V{height}H0Z"/>"##
        );
        for shape in &words {
            if let Shape::Text { ink, .. } = shape {
                svg::text(&mut text, shape, &format!(r#"fill="{}""#, ink.on_paper()));
            }
        }
        let _ = write!(
            text,
            r#"<g transform="translate({MARGIN} {top})">{}</g></svg>"#,
            self.drawing.to_paper_content()
        );
        let px = |units: i32| (units / UNITS_PER_PX).unsigned_abs();
        let size = Size {
            width: px(width),
            height: px(height),
        };
        (text, size)
    }
}

/// Sets captions below each other from `top` on, and gives where they end.
fn set(captions: &[Caption], mut top: i32, width: i32, words: &mut Vec<Shape>) -> i32 {
    // The widest fonts that are in use need so much more than is reckoned here.
    let width = width * 94 / 100;
    for caption in captions {
        let size = caption.size * UNITS_PER_PX;
        let block = if caption.anywhere {
            Block::broken(&caption.text, size, caption.weight, width)
        } else {
            Block::wrapped(&caption.text, size, caption.weight, width)
        };
        top += caption.gap * UNITS_PER_PX;
        words.extend(block.baselines(top).map(|(y, line)| Shape::Text {
            x: MARGIN,
            y,
            anchor: Anchor::Start,
            size,
            ink: caption.ink,
            weight: caption.weight,
            content: line.to_owned(),
        }));
        top += block.height;
    }
    top
}
