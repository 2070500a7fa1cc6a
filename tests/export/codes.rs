//! Codes of links, read as a phone reads them.

use super::{Case, LINK, parsed, rendered};
use gevinstsimulator::export::brief::brief_document;
use gevinstsimulator::export::qr::Code;
use rqrr::PreparedImage;

/// A picture in grey.
#[derive(Clone)]
struct Grey {
    side: usize,
    light: Vec<f64>,
}

impl Grey {
    /// A code as it is drawn, so many pixels a module.
    fn of(svg: &str, pixels_per_module: f64) -> Self {
        let tree = parsed(svg);
        let side = (f64::from(tree.size().width()) * pixels_per_module).round() as u32;
        let pixels = rendered(&tree, side);
        Self {
            side: side as usize,
            light: pixels
                .pixels()
                .iter()
                .map(|pixel| f64::from(pixel.green()))
                .collect(),
        }
    }

    /// Every pixel the mean of those around it, as out of focus.
    fn blurred(&self, radius: isize) -> Self {
        let at = |x: isize, y: isize| {
            let inside = 0..self.side as isize;
            match inside.contains(&x) && inside.contains(&y) {
                true => self.light[(y * self.side as isize + x) as usize],
                false => 255.0,
            }
        };
        let side = self.side as isize;
        let around = || (-radius..=radius).flat_map(|y| (-radius..=radius).map(move |x| (x, y)));
        let mean = |place: isize| {
            let (x, y) = (place % side, place / side);
            let sum: f64 = around().map(|(dx, dy)| at(x + dx, y + dy)).sum();
            sum / around().count() as f64
        };
        Self {
            side: self.side,
            light: (0..side * side).map(mean).collect(),
        }
    }

    /// Black and white as a projector in a lit room has them, brighter at one side.
    fn washed_out(&self) -> Self {
        let wash = |(place, light): (usize, &f64)| {
            let across = (place % self.side) as f64 / self.side as f64;
            120.0 + 30.0 * across + light / 255.0 * 60.0
        };
        Self {
            side: self.side,
            light: self.light.iter().enumerate().map(wash).collect(),
        }
    }

    /// Held askew: turned by so many degrees, on white.
    fn turned(&self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let middle = self.side as f64 / 2.0;
        let side = self.side * 3 / 2;
        let light = |place: usize| {
            let (x, y) = ((place % side) as f64, (place / side) as f64);
            let (x, y) = (x - side as f64 / 2.0, y - side as f64 / 2.0);
            let from = (x * cos + y * sin + middle, y * cos - x * sin + middle);
            let inside = 0.0..self.side as f64;
            match inside.contains(&from.0) && inside.contains(&from.1) {
                true => self.light[from.1 as usize * self.side + from.0 as usize],
                false => 255.0,
            }
        };
        Self {
            side,
            light: (0..side * side).map(light).collect(),
        }
    }

    fn read(&self) -> Option<String> {
        let mut image = PreparedImage::prepare_from_greyscale(self.side, self.side, |x, y| {
            self.light[y * self.side + x].round() as u8
        });
        let grids = image.detect_grids();
        let (_, text) = grids.first()?.decode().ok()?;
        Some(text)
    }
}

/// Links of all lengths: a page's own, one that is changed much, and all that a code can hold.
fn links() -> [String; 4] {
    let long = |length: usize| {
        let parts = (0..).map(|place| format!("&parameter_{place}=0.{place}"));
        let mut link = "https://innovativeanskaffelser.no/gevinst/nb/monitor/?v=1".to_owned();
        link.extend(parts.take(length / 16));
        link.truncate(length);
        link
    };
    [
        "https://example.no/nb/monitor/".to_owned(),
        LINK.to_owned(),
        long(400),
        long(1200),
    ]
}

#[track_caller]
fn reads(link: &str, picture: &Grey) {
    assert_eq!(picture.read().as_deref(), Some(link));
}

fn drawn(link: &str) -> String {
    Code::of(link).unwrap().to_svg("Lenke")
}

#[test]
fn another_program_reads_the_link_from_the_picture_of_its_code() {
    for link in links() {
        for pixels_per_module in [10.0, 5.0, 3.0] {
            reads(&link, &Grey::of(&drawn(&link), pixels_per_module));
        }
    }
}

#[test]
fn a_code_is_read_from_a_photo_that_is_out_of_focus_washed_out_and_askew() {
    for link in &links()[..3] {
        let sharp = Grey::of(&drawn(link), 8.0);
        reads(link, &sharp.blurred(1));
        reads(link, &sharp.washed_out());
        reads(link, &sharp.turned(12.0));
        reads(link, &sharp.turned(7.0).blurred(1).washed_out());
    }
}

#[test]
fn four_modules_around_a_code_are_white() {
    for link in links() {
        let code = Grey::of(&drawn(&link), 4.0);
        let zone = 4 * 4;
        for place in 0..code.light.len() {
            let (x, y) = (place % code.side, place / code.side);
            let inside = zone..code.side - zone;
            let white = code.light[place] == 255.0;
            assert!(white || (inside.contains(&x) && inside.contains(&y)));
        }
        assert_eq!(code.light[zone * code.side + zone], 0.0, "the code begins");
    }
}

#[test]
fn a_short_link_has_few_modules_and_bears_errors() {
    let modules = |link: &str| Code::of(link).unwrap().side - 8;
    assert_eq!(modules("https://example.no/nb/monitor/"), 29);
    assert!(modules(LINK) <= 41);
    // A coin on the middle of it.
    let mut covered = Grey::of(&drawn(LINK), 6.0);
    let (middle, radius) = (covered.side / 2, covered.side / 12);
    for y in middle - radius..middle + radius {
        for x in middle - radius..middle + radius {
            covered.light[y * covered.side + x] = 255.0;
        }
    }
    reads(LINK, &covered);
}

#[test]
fn a_link_that_no_code_can_hold_has_none() {
    assert_eq!(
        Code::of(&format!("https://example.no/?{}", "a".repeat(2953))),
        None
    );
}

#[test]
fn the_code_of_a_brief_leads_to_its_link() {
    let case = Case::published("monitor");
    let page = brief_document(case.context(), Some(LINK));
    let start = page.find("<svg xmlns").unwrap();
    let end = start + page[start..].find("</svg>").unwrap() + "</svg>".len();
    reads(LINK, &Grey::of(&page[start..end], 6.0));
}
