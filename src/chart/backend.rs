//! A plotters backend that writes shapes. Inks travel through plotters as colours: the red part names the ink,
//! the green part how it is painted.

use super::drawing::{Anchor, Ink, Paint, Shape};
use super::metrics::text_width;
use plotters::prelude::{DrawingBackend, RGBColor};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fmt::Write;

const DASHED: u8 = 1;
const TINT: u8 = 2;

/// The colour that stands for an ink.
pub fn colour(ink: Ink) -> RGBColor {
    RGBColor(ink as u8, 0, 0)
}

/// The colour that stands for an ink in a dashed stroke.
pub fn dashed(ink: Ink) -> RGBColor {
    RGBColor(ink as u8, DASHED, 0)
}

/// The colour that stands for an ink as a light area.
pub fn tint(ink: Ink) -> RGBColor {
    RGBColor(ink as u8, TINT, 0)
}

fn ink(colour: BackendColor) -> Ink {
    Ink::ALL
        .get(colour.rgb.0 as usize)
        .copied()
        .unwrap_or(Ink::Label)
}

/// Writes what is drawn on it to a list of shapes.
pub struct Backend<'a> {
    pub width: u32,
    pub height: u32,
    pub shapes: &'a mut Vec<Shape>,
}

impl Backend<'_> {
    fn stroke<S: BackendStyle>(&mut self, d: String, style: &S) {
        let colour = style.color();
        self.shapes.push(Shape::Path {
            d,
            ink: ink(colour),
            paint: Paint::Stroke {
                width: style.stroke_width() as i32,
                dashed: colour.rgb.1 == DASHED,
            },
        });
    }

    fn fill<S: BackendStyle>(&mut self, d: String, style: &S) {
        let colour = style.color();
        let paint = if colour.rgb.1 == TINT {
            Paint::Tint
        } else {
            Paint::Fill
        };
        self.shapes.push(Shape::Path {
            d,
            ink: ink(colour),
            paint,
        });
    }

    fn draw<S: BackendStyle>(&mut self, d: String, style: &S, fill: bool) {
        if fill {
            self.fill(d, style)
        } else {
            self.stroke(d, style)
        }
    }
}

fn path(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut d = String::new();
    for (x, y) in points {
        let command = if d.is_empty() { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(d, "{command}{x} {y}");
    }
    d
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.fill(format!("M{x} {y}h1v1h-1z"), &color);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.stroke(path([from, to]), style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.draw(
            format!("M{left} {top}H{right}V{bottom}H{left}z"),
            style,
            fill,
        );
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.stroke(path(points), style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (r, across) = (radius, 2 * radius);
        let left = x - radius as i32;
        self.draw(
            format!("M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z"),
            style,
            fill,
        );
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        let mut d = path(points);
        d.push('z');
        self.fill(d, style);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Drawn {
        let size = style.size();
        let place = style.anchor();
        let down = match place.v_pos {
            VPos::Top => 0.78,
            VPos::Center => 0.34,
            VPos::Bottom => -0.22,
        };
        self.shapes.push(Shape::Text {
            x,
            y: y + (down * size).round() as i32,
            anchor: match place.h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            size: size.round() as i32,
            ink: ink(style.color()),
            content: text.to_owned(),
        });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok((text_width(text, size).ceil() as u32, size.ceil() as u32))
    }
}
