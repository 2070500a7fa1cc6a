//! Bands around lines and figures: P10 to P90.

use super::{Context, Flow, View};
use crate::uncertainty::{Band, Series};

/// The series that a figure draws, in the order of its lines.
pub fn series_of(figure: &str, view: View, flow: Flow) -> &'static [Series] {
    match (figure, view, flow) {
        ("flows", View::Social, Flow::Yearly) => &[Series::Benefits, Series::Payments],
        ("flows", View::Budget, Flow::Yearly) => &[Series::PublicCash, Series::PublicPayments],
        ("flows", View::Social, Flow::Cumulated) => &[Series::Cumulated],
        ("flows", View::Budget, Flow::Cumulated) => &[Series::BudgetBalance],
        ("person-years", ..) => &[Series::PersonYears],
        ("rollout", ..) => &[Series::Installed, Series::InUse],
        _ => &[],
    }
}

impl<'a> Context<'a> {
    /// The bands of a series, if they are known.
    fn bands(&self, series: Series) -> Option<&'a [Band]> {
        self.found?.bands(series)
    }

    /// The band of a line, as the chart room takes it.
    pub(super) fn line_band(&self, series: Series) -> Option<Vec<(f64, f64)>> {
        let bands = self.bands(series)?.iter();
        Some(bands.map(|band| (band.p10, band.p90)).collect())
    }

    /// P10 to P90 in a year, written by `numbers`; nothing where it is not known.
    pub(super) fn span(
        &self,
        series: Series,
        year: usize,
        numbers: &dyn Fn([f64; 2]) -> [String; 2],
    ) -> String {
        let band = self.bands(series).and_then(|bands| bands.get(year));
        band.map_or(String::new(), |band| {
            let [low, high] = numbers([band.p10, band.p90]);
            format!("{low} {} {high}", self.texts().to)
        })
    }

    /// The two ends of a span, each written by `number` as exactly as it is known, but not below `finest`, which is the
    /// smallest that `number` writes.
    pub(super) fn ends(
        &self,
        ends: [f64; 2],
        finest: f64,
        number: &dyn Fn(f64) -> String,
    ) -> [String; 2] {
        self.texts().numbers.span(ends, finest).map(number)
    }
}
