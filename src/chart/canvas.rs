//! A plot area with coordinates, and the few things that our charts draw on it.

use super::axis::Axis;
use super::backend::{Backend, colour, dashed, tint};
use super::drawing::{Drawing, Ink, PlotArea, Shape, Size, UNITS};
use super::metrics::text_width;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::convert::Infallible;
use std::ops::Range;

type Chart<'a> = ChartContext<'a, Backend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Drawing on shapes in memory cannot fail; plotters asks all the same.
pub type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;

/// Space around the data, in drawing units.
#[derive(Clone, Copy, Debug, Default)]
pub struct Margins {
    pub left: i32,
    pub right: i32,
    pub top: i32,
    pub bottom: i32,
}

/// What a chart is drawn on.
pub struct Canvas<'a> {
    area: DrawingArea<Backend<'a>, Shift>,
    chart: Chart<'a>,
    /// Font size in drawing units.
    pub text: i32,
    pub plot: PlotArea,
}

/// Font size for a drawing of this width, in drawing units: readable on a phone and from ten metres.
pub fn text_size(size: Size) -> i32 {
    let pixels = match size.width {
        0..440 => 13,
        440..1500 => 14,
        _ => 24,
    };
    pixels * UNITS
}

/// The width of a text in drawing units.
pub fn width(text: &str, size: i32) -> i32 {
    text_width(text, f64::from(size)).ceil() as i32
}

/// Draws with `draw` on a canvas with these coordinates.
pub fn drawing(
    size: Size,
    margins: Margins,
    across: Range<f64>,
    axis: &Axis,
    draw: impl FnOnce(&mut Canvas<'_>) -> Drawn,
) -> Drawing {
    let (width, height) = (size.width as i32 * UNITS, size.height as i32 * UNITS);
    let mut shapes = Vec::with_capacity(32);
    let plot = Canvas::new(size, margins, across, axis, &mut shapes)
        .and_then(|mut canvas| draw(&mut canvas).map(|()| canvas.plot))
        .unwrap_or_default();
    Drawing {
        width,
        height,
        plot,
        shapes,
    }
}

impl<'a> Canvas<'a> {
    fn new(
        size: Size,
        margins: Margins,
        across: Range<f64>,
        axis: &Axis,
        shapes: &'a mut Vec<Shape>,
    ) -> Drawn<Self> {
        let backend = Backend {
            width: size.width * UNITS as u32,
            height: size.height * UNITS as u32,
            shapes,
        };
        let area = backend.into_drawing_area();
        let chart = ChartBuilder::on(&area)
            .margin_left(margins.left)
            .margin_right(margins.right)
            .margin_top(margins.top)
            .margin_bottom(margins.bottom)
            .build_cartesian_2d(across, axis.min..axis.max)?;
        let (x, y) = chart.plotting_area().get_pixel_range();
        let plot = PlotArea {
            left: x.start,
            right: x.end,
            top: y.start,
            bottom: y.end,
        };
        Ok(Self {
            area,
            chart,
            text: text_size(size),
            plot,
        })
    }

    /// Where a point is, in drawing units.
    pub fn place(&self, x: f64, y: f64) -> (i32, i32) {
        self.chart.backend_coord(&(x, y))
    }

    /// A line through the points.
    pub fn line(
        &mut self,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
        width: u32,
    ) -> Drawn {
        self.chart
            .draw_series(LineSeries::new(points, colour(ink).stroke_width(width)))?;
        Ok(())
    }

    /// A dashed line through the points.
    pub fn dashed(
        &mut self,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
        width: u32,
    ) -> Drawn {
        self.chart
            .draw_series(LineSeries::new(points, dashed(ink).stroke_width(width)))?;
        Ok(())
    }

    /// A light area between two lines over the same places.
    pub fn band(&mut self, points: Vec<(f64, f64)>, ink: Ink) -> Drawn {
        self.chart.draw_series([Polygon::new(points, tint(ink))])?;
        Ok(())
    }

    /// A filled rectangle between two corners.
    pub fn bar(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) -> Drawn {
        self.chart
            .draw_series([Rectangle::new([from, to], colour(ink).filled())])?;
        Ok(())
    }

    /// A dot on a point.
    pub fn dot(&mut self, point: (f64, f64), radius: i32, ink: Ink) -> Drawn {
        self.chart
            .draw_series([Circle::new(point, radius, colour(ink).filled())])?;
        Ok(())
    }

    /// A text at a place in drawing units; `v` says which part of it stands there.
    pub fn text(&mut self, content: &str, at: (i32, i32), h: HPos, v: VPos, ink: Ink) -> Drawn {
        let colour = colour(ink);
        let style = TextStyle::from(("sans-serif", self.text).into_font())
            .color(&colour)
            .pos(Pos::new(h, v));
        self.area.draw_text(content, &style, at)
    }

    /// Horizontal gridlines, the zero line stronger.
    pub fn grid(&mut self, axis: &Axis, across: Range<f64>) -> Drawn {
        for value in axis.ticks() {
            let ink = if value == 0.0 { Ink::Zero } else { Ink::Grid };
            let width = if value == 0.0 { 12 } else { 8 };
            self.line([(across.start, value), (across.end, value)], ink, width)?;
        }
        Ok(())
    }

    /// The axis' numbers, above their gridlines and inside the plot.
    pub fn ticks(&mut self, axis: &Axis, tick: &dyn Fn(f64) -> String) -> Drawn {
        for value in axis.ticks() {
            let (_, y) = self.place(0.0, value);
            let at = (self.plot.left, y - self.text / 8);
            self.text(&tick(value), at, HPos::Left, VPos::Bottom, Ink::Tick)?;
        }
        Ok(())
    }
}
