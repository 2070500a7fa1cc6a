//! What a drawing is made of: shapes, as plain data.

use std::fmt::Write;

/// Units of a drawing in one CSS pixel: plotters' coordinates are whole numbers.
pub const UNITS: i32 = 10;

/// Size of a drawing in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// A finished drawing. All lengths are in tenths of a CSS pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    /// Where the data are.
    pub plot: PlotArea,
    pub shapes: Vec<Shape>,
}

/// The rectangle that the data are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PlotArea {
    pub left: i32,
    pub right: i32,
    pub top: i32,
    pub bottom: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Path {
        /// As in SVG.
        d: String,
        ink: Ink,
        paint: Paint,
    },
    Text {
        x: i32,
        /// The base line.
        y: i32,
        anchor: Anchor,
        size: i32,
        ink: Ink,
        content: String,
    },
}

/// How a path is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Fill,
    /// A light area of the ink: uncertainty.
    Tint,
    Stroke {
        width: i32,
        dashed: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A colour by its meaning; the style sheet says which colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Benefit,
    Cost,
    Net,
    PersonYears,
    Claim,
    Units,
    UnitsInUse,
    Grid,
    Zero,
    Tick,
    Label,
    Marker,
}

impl Ink {
    pub const ALL: [Ink; 12] = [
        Ink::Benefit,
        Ink::Cost,
        Ink::Net,
        Ink::PersonYears,
        Ink::Claim,
        Ink::Units,
        Ink::UnitsInUse,
        Ink::Grid,
        Ink::Zero,
        Ink::Tick,
        Ink::Label,
        Ink::Marker,
    ];

    /// The class that the style sheet colours.
    pub fn class(self) -> &'static str {
        match self {
            Ink::Benefit => "ink-benefit",
            Ink::Cost => "ink-cost",
            Ink::Net => "ink-net",
            Ink::PersonYears => "ink-person-years",
            Ink::Claim => "ink-claim",
            Ink::Units => "ink-units",
            Ink::UnitsInUse => "ink-units-in-use",
            Ink::Grid => "ink-grid",
            Ink::Zero => "ink-zero",
            Ink::Tick => "ink-tick",
            Ink::Label => "ink-label",
            Ink::Marker => "ink-marker",
        }
    }
}

impl Paint {
    /// The class that the style sheet paints by.
    pub fn class(self) -> &'static str {
        match self {
            Paint::Fill => "fill",
            Paint::Tint => "tint",
            Paint::Stroke { dashed: false, .. } => "stroke",
            Paint::Stroke { dashed: true, .. } => "stroke dashed",
        }
    }

    pub fn width(self) -> Option<i32> {
        match self {
            Paint::Stroke { width, .. } => Some(width),
            Paint::Fill | Paint::Tint => None,
        }
    }
}

impl Anchor {
    /// As in SVG's `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

impl Drawing {
    /// As in SVG's `viewBox`.
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", self.width, self.height)
    }

    /// The drawing as an SVG document, with the classes of its inks.
    pub fn to_svg(&self) -> String {
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">"#,
            self.view_box()
        );
        for shape in &self.shapes {
            // Writing to a string cannot fail.
            let _ = match shape {
                Shape::Path { d, ink, paint } => {
                    let width = paint
                        .width()
                        .map_or(String::new(), |w| format!(r#" stroke-width="{w}""#));
                    write!(
                        svg,
                        r#"<path class="{} {}" d="{d}"{width}/>"#,
                        ink.class(),
                        paint.class()
                    )
                }
                Shape::Text {
                    x,
                    y,
                    anchor,
                    size,
                    ink,
                    content,
                } => write!(
                    svg,
                    r#"<text class="{}" x="{x}" y="{y}" font-size="{size}" text-anchor="{}">{}</text>"#,
                    ink.class(),
                    anchor.name(),
                    content.replace('&', "&amp;").replace('<', "&lt;")
                ),
            };
        }
        svg.push_str("</svg>");
        svg
    }
}
