//! Plotters at arm's length: a chart's coordinates, and elements drawn in them in an [`Ink`].

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};

use super::backend::ShapesBackend;
use super::drawing::{Anchor, Bounds, Drawing, PlotArea, Shape, Size, UNITS_PER_PX, Weight};
use super::ink::Ink;
use super::measure;

/// Plotters could not draw an element.
pub(super) type Failure = DrawingAreaErrorKind<Infallible>;

/// How strong a tint of an ink is; what it looks like is the style sheet's affair.
const TINT: f64 = 0.5;

/// From the edge of the drawing to the data, in view box units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// What text looks like.
#[derive(Clone, Copy)]
pub(super) struct Lettering {
    /// View box units.
    pub size: i32,
    pub ink: Ink,
    pub weight: Weight,
    pub anchor: Anchor,
}

/// The inside of a drawing while it is drawn.
pub(super) struct Canvas<'a> {
    root: DrawingArea<ShapesBackend<'a>, Shift>,
    data: DrawingArea<ShapesBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

/// Draws on an empty canvas whose data go from `x.0` at the left to `x.1` at the right, and from `y.0` at the bottom
/// to `y.1` at the top.
pub(super) fn draw(
    size: Size,
    margins: Margins,
    x: (f64, f64),
    y: (f64, f64),
    paint: &dyn Fn(&Canvas) -> Result<(), Failure>,
) -> Drawing {
    let (width, height) = (
        size.width as i32 * UNITS_PER_PX,
        size.height as i32 * UNITS_PER_PX,
    );
    let mut shapes = Vec::with_capacity(48);
    let canvas = Canvas::new(&mut shapes, (width, height), margins, x, y);
    let plot = canvas.plot((x.0, y.1), (x.1, y.0));
    // The backend never fails and nothing else draws on it at the same time: a failure is only what the types say.
    let _: Result<(), Failure> = paint(&canvas);
    drop(canvas);
    Drawing {
        width,
        height,
        shapes,
        plot,
    }
}

impl<'a> Canvas<'a> {
    fn new(
        shapes: &'a mut Vec<Shape>,
        (width, height): (i32, i32),
        margins: Margins,
        x: (f64, f64),
        y: (f64, f64),
    ) -> Self {
        let root = ShapesBackend {
            size: (width as u32, height as u32),
            shapes,
        }
        .into_drawing_area();
        // Without plotters' ChartBuilder, which lays out captions and label areas that are not wanted here.
        let (right, bottom) = (width - margins.right, height - margins.bottom);
        let data = root
            .margin(margins.top, margins.bottom, margins.left, margins.right)
            .apply_coord_spec(Cartesian2d::new(
                x.0..x.1,
                y.0..y.1,
                (margins.left..right, bottom..margins.top),
            ));
        Canvas { root, data }
    }

    /// The box between two points of the data, in view box units.
    pub fn plot(&self, top_left: (f64, f64), bottom_right: (f64, f64)) -> PlotArea {
        let ((left, top), (right, bottom)) = (self.at(top_left), self.at(bottom_right));
        PlotArea {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Where a point of the data is, in view box units.
    pub fn at(&self, point: (f64, f64)) -> (i32, i32) {
        self.data.map_coordinate(&point)
    }

    /// A line through points of the data.
    pub fn line(
        &self,
        points: Vec<(f64, f64)>,
        ink: Ink,
        dashed: bool,
        width: i32,
    ) -> Result<(), Failure> {
        let style = ink.color(dashed).stroke_width(width.unsigned_abs());
        self.data.draw(&PathElement::new(points, style))
    }

    /// A tinted area around points of the data.
    pub fn tint(&self, outline: Vec<(f64, f64)>, ink: Ink) -> Result<(), Failure> {
        self.data
            .draw(&Polygon::new(outline, ink.color(false).mix(TINT)))
    }

    /// A filled rectangle between two points of the data.
    pub fn rectangle(&self, from: (f64, f64), to: (f64, f64), ink: Ink) -> Result<(), Failure> {
        self.data
            .draw(&Rectangle::new([from, to], ink.color(false).filled()))
    }

    /// A filled dot at a point of the data; its radius in view box units.
    pub fn dot(&self, at: (f64, f64), radius: i32, ink: Ink) -> Result<(), Failure> {
        self.data
            .draw(&Circle::new(at, radius, ink.color(false).filled()))
    }

    /// A filled rectangle between two corners of the drawing, in view box units.
    pub fn square(&self, corners: [(i32, i32); 2], ink: Ink) -> Result<(), Failure> {
        self.root
            .draw(&Rectangle::new(corners, ink.color(false).filled()))
    }

    /// A straight line between two points of the drawing, in view box units.
    pub fn rule(
        &self,
        from: (i32, i32),
        to: (i32, i32),
        ink: Ink,
        width: i32,
    ) -> Result<(), Failure> {
        self.root.draw(&PathElement::new(
            [from, to],
            ink.color(false).stroke_width(width.unsigned_abs()),
        ))
    }

    /// One line of text whose anchor is at `x` and whose baseline is at `y`, in view box units. No text is no shape.
    pub fn text(
        &self,
        content: &str,
        (x, y): (i32, i32),
        lettering: Lettering,
    ) -> Result<(), Failure> {
        if content.is_empty() {
            return Ok(());
        }
        let (style, horizontal) = (
            match lettering.weight {
                Weight::Normal => FontStyle::Normal,
                Weight::Bold => FontStyle::Bold,
            },
            match lettering.anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            },
        );
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, f64::from(lettering.size), style),
            color: lettering.ink.color(false).to_backend_color(),
            pos: Pos::new(horizontal, VPos::Bottom),
        };
        let bottom = y + measure::descent(lettering.size);
        self.root.draw(&Text::new(content, (x, bottom), style))
    }

    /// A label of one or more lines in a box at `bounds`, from its left or towards its right.
    pub fn block(
        &self,
        block: &measure::Block,
        bounds: Bounds,
        ink: Ink,
        anchor: Anchor,
    ) -> Result<(), Failure> {
        let x = match anchor {
            Anchor::Start => bounds.left,
            Anchor::Middle => (bounds.left + bounds.right) / 2,
            Anchor::End => bounds.right,
        };
        let lettering = Lettering {
            size: block.size,
            ink,
            weight: block.weight,
            anchor,
        };
        block
            .baselines(bounds.top)
            .try_for_each(|(y, line)| self.text(line, (x, y), lettering))
    }
}
