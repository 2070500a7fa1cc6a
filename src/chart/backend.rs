//! A drawing backend for plotters that writes down shapes instead of drawing them.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::drawing::{Anchor, Paint, Shape, Weight};
use super::ink::Ink;
use super::measure;

/// Collects shapes, from the back to the front. It never fails.
pub(super) struct ShapesBackend<'a> {
    pub size: (u32, u32),
    pub shapes: &'a mut Vec<Shape>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl ShapesBackend<'_> {
    fn path(&mut self, d: String, color: BackendColor, stroke: Option<u32>) -> Done {
        let (ink, dashed) = Ink::from_rgb(color.rgb);
        let paint = match stroke {
            Some(width) if dashed => Paint::Dashed(width),
            Some(width) => Paint::Stroke(width),
            None if color.alpha < 1.0 => Paint::Tint,
            None => Paint::Fill,
        };
        self.shapes.push(Shape::Path { d, ink, paint });
        Ok(())
    }
}

/// The points as path data, each after the first by how far it is from the one before, which is shorter: `M10 20l20 20`.
fn polyline(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut d = String::with_capacity(256);
    let mut before: Option<BackendCoord> = None;
    for (x, y) in points {
        // Writing to a String cannot fail.
        let _ = match before {
            None => write!(d, "M{x} {y}"),
            Some((from_x, from_y)) => write!(
                d,
                "l{} {}",
                i64::from(x) - i64::from(from_x),
                i64::from(y) - i64::from(from_y)
            ),
        };
        before = Some((x, y));
    }
    d
}

impl DrawingBackend for ShapesBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.path(format!("M{x} {y}h1v1h-1Z"), color, None)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.path(
            polyline([from, to]),
            style.color(),
            Some(style.stroke_width()),
        )
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let d = format!("M{} {}H{}V{}H{}Z", from.0, from.1, to.0, to.1, from.0);
        self.path(d, style.color(), (!fill).then(|| style.stroke_width()))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.path(polyline(path), style.color(), Some(style.stroke_width()))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let (x, y, r) = (i64::from(center.0) - i64::from(radius), center.1, radius);
        let (across, back) = (2 * i64::from(r), -2 * i64::from(r));
        let d = format!("M{x} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 {back} 0Z");
        self.path(d, style.color(), (!fill).then(|| style.stroke_width()))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        let mut d = polyline(points);
        d.push('Z');
        self.path(d, style.color(), None)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done {
        let size = style.size() as i32;
        let (ink, _) = Ink::from_rgb(style.color().rgb);
        let weight = weight(style);
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let y = match style.anchor().v_pos {
            VPos::Top => y + size - measure::descent(size),
            VPos::Center => y + size / 2 - measure::descent(size),
            VPos::Bottom => y - measure::descent(size),
        };
        self.shapes.push(Shape::Text {
            x,
            y,
            anchor,
            size,
            ink,
            weight,
            content: text.to_owned(),
        });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as i32;
        let width = measure::width(text, size, weight(style));
        Ok((width.unsigned_abs(), size.unsigned_abs()))
    }
}

fn weight<S: BackendTextStyle>(style: &S) -> Weight {
    match style.style() {
        FontStyle::Bold => Weight::Bold,
        FontStyle::Normal | FontStyle::Italic | FontStyle::Oblique => Weight::Normal,
    }
}
