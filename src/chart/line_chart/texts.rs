//! The years under a chart of lines, and the labels of its lines, its reference and its event.

use super::layout::{Layout, drawn_lines};
use super::{LineChart, Reference};
use crate::chart::canvas::{Canvas, Failure};
use crate::chart::drawing::{Bounds, PlotArea, Size, UNITS_PER_PX, Weight};
use crate::chart::frame::{Frame, Scale};
use crate::chart::ink::Ink;
use crate::chart::labels::{self, Wish};
use crate::chart::place::Surroundings;
use crate::chart::years;

/// The labels of the lines that are drawn, and of the reference after them.
pub(super) fn wishes<'a>(
    chart: &'a LineChart,
    reference: Option<&'a Reference>,
    size: Size,
) -> Vec<Wish<'a>> {
    let scale = Scale::for_width(size.width);
    let percent = if Frame::labels_inside(size) { 45 } else { 30 };
    let max_width = size.width as i32 * UNITS_PER_PX * percent / 100;
    let wish =
        |label: &'a str, ink: Ink, weight: Weight| Wish::new(label, ink, weight, scale, max_width);
    let lines = drawn_lines(chart).map(|line| wish(&line.label, line.ink, Weight::Bold));
    let reference =
        reference.map(|reference| wish(&reference.label, reference.ink, Weight::Normal));
    lines.chain(reference).collect()
}

impl Layout<'_> {
    pub fn draw_years(&self, canvas: &Canvas, plot: PlotArea) -> Result<(), Failure> {
        let years = (self.chart.first_year, self.chart.years());
        let x_of = |index: i64| canvas.at((f64::from(years.0) + index as f64, 0.0)).0;
        let width = self.size.width as i32 * UNITS_PER_PX;
        years::draw(canvas, years, &x_of, (width, plot.bottom), self.frame.scale)
    }

    pub fn draw_labels(&self, canvas: &Canvas, plot: PlotArea) -> Result<(), Failure> {
        let scale = self.frame.scale;
        // In the order of the wishes.
        let mut lines: Vec<Vec<(i32, i32)>> = drawn_lines(self.chart)
            .map(|line| self.points(line).map(|point| canvas.at(point)).collect())
            .collect();
        lines.extend(
            self.reference
                .map(|reference| self.level(canvas, reference.value).to_vec()),
        );
        let right = if self.frame.labels_inside {
            self.size.width as i32 * UNITS_PER_PX
        } else {
            plot.right
        };
        let mut around = Surroundings {
            within: Bounds {
                left: plot.left,
                top: scale.px(2),
                right,
                bottom: plot.bottom,
            },
            texts: self.frame.number_bounds(canvas, self.first),
            lines: lines.clone(),
            gap: scale.px(6),
        };
        around.lines.push(self.level(canvas, 0.0).to_vec());
        let upright = self.event.filter(|event| event.value.is_none());
        around
            .lines
            .extend(upright.map(|event| self.upright(canvas, event.year).to_vec()));

        if self.frame.labels_inside {
            for (wish, line) in self.wishes.iter().zip(&lines) {
                labels::draw_inside(canvas, wish, line, &mut around, scale)?;
            }
        } else {
            let end = |line: &Vec<(i32, i32)>| line.last().map_or(plot.bottom, |end| end.1);
            let ends: Vec<i32> = lines.iter().map(end).collect();
            labels::draw_beside(canvas, &self.wishes, &ends, plot, scale)?;
        }
        if let Some(dots) = &self.chart.dots
            && let Some(&(place, value)) = dots.points.last()
        {
            let at = canvas.at(self.point(place, value));
            let max_width = (plot.right - plot.left) * 45 / 100;
            let wish = Wish::new(&dots.label, dots.ink, Weight::Normal, scale, max_width);
            labels::draw_near(canvas, &wish, at, &mut around, scale)?;
        }
        let Some(event) = self.event.filter(|event| !event.label.is_empty()) else {
            return Ok(());
        };
        let at = canvas.at((event.year, event.value.unwrap_or(self.chart.axis.max())));
        let max_width = (plot.right - plot.left) * 45 / 100;
        let wish = Wish::new(&event.label, Ink::Event, Weight::Normal, scale, max_width);
        labels::draw_near(canvas, &wish, at, &mut around, scale)
    }
}
