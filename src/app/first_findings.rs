//! How sure the figures of a solution's own scenario are: found out when the site was built, and written on the page, so
//! that the first view has its ranges before the rest of the program is there to find them.

use crate::figure::{Flow, View, series_of};
use crate::scenario::Found;
use crate::uncertainty::{Band, Headline, Series};
use gloo::utils::document;

/// In this order they are written, each by its P10 and its P90.
const HEADLINES: [Headline; 4] = [
    Headline::Npv,
    Headline::NetSaving,
    Headline::PersonYears,
    Headline::BreakEvenYear,
];

/// Of these the bands are written after them, year by year.
pub fn series() -> &'static [Series] {
    series_of("flows", View::default(), Flow::default())
}

/// What is written on this page; nothing where there is nothing.
pub fn here() -> Found {
    let place = document().get_element_by_id("app");
    let written = place.and_then(|place| place.get_attribute("data-found"));
    read(&written.unwrap_or_default())
}

/// What was found, as it is written. There is no P50 in it, which the first view does not show.
pub fn read(written: &str) -> Found {
    let numbers: Vec<f64> = written.split_whitespace().map(number).collect();
    let band = |ends: &[f64]| Band {
        p10: ends[0],
        p50: f64::NAN,
        p90: ends[1],
    };
    let mut bands = numbers.chunks_exact(2).map(band);
    let headlines = HEADLINES.into_iter().zip(&mut bands).collect();
    let bands: Vec<Band> = bands.collect();
    let years = bands.chunks((bands.len() / series().len()).max(1));
    let bands = years.map(<[Band]>::to_vec);
    Found {
        headlines,
        bands: series().iter().copied().zip(bands).collect(),
        ..Found::default()
    }
}

/// `123e6` is 123 million. The standard library would read it with tables of ten kilobytes.
fn number(text: &str) -> f64 {
    let (digits, power) = text.split_once('e').unwrap_or((text, "0"));
    match (digits.parse::<i32>(), power.parse()) {
        (Ok(digits), Ok(power)) => f64::from(digits) * 10_f64.powi(power),
        _ => f64::INFINITY,
    }
}

/// The same, to be written.
#[cfg(feature = "prerender")]
pub fn written(found: &Found) -> String {
    let headlines = HEADLINES.iter().filter_map(|&of| found.headline(of));
    let years = series().iter().filter_map(|&of| found.bands(of)).flatten();
    let numbers = headlines
        .chain(years.copied())
        .flat_map(|band| [band.p10, band.p90]);
    let numbers = numbers.map(|number| match number.abs().log10().floor() {
        power if power.is_finite() => {
            let power = power as i32 - 4;
            format!("{}e{power}", (number / 10_f64.powi(power)).round())
        }
        _ if number == 0.0 => "0".to_owned(),
        _ => "infinite".to_owned(),
    });
    numbers.collect::<Vec<_>>().join(" ")
}
