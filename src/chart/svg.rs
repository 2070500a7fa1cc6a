//! A drawing as SVG text: what is inside it, coloured by a style sheet on the page, or by itself on paper.

use std::fmt::Write;

use super::drawing::{Drawing, Paint, Shape};
use super::ink::Ink;

/// How far the white around a text reaches over what is behind it, in view box units.
const HALO: i32 = 40;

impl Drawing {
    /// The elements inside the picture. What they look like is the style sheet's: inks and paints are attributes.
    pub fn to_svg_content(&self) -> String {
        let mut svg = String::with_capacity(8192);
        for shape in &self.shapes {
            match shape {
                Shape::Path { d, ink, paint } => {
                    let look = format!(
                        r#"data-ink="{}" data-paint="{}""#,
                        ink.class(),
                        paint.class()
                    );
                    path(&mut svg, d, *paint, &look);
                }
                Shape::Text { ink, .. } => {
                    text(&mut svg, shape, &format!(r#"data-ink="{}""#, ink.class()));
                }
            }
        }
        svg
    }

    /// The same with the colours of white paper, as plain attributes: every program that reads SVG knows these.
    pub fn to_paper_content(&self) -> String {
        let mut svg = String::with_capacity(8192);
        for shape in &self.shapes {
            match shape {
                Shape::Path { d, ink, paint } => path(&mut svg, d, *paint, &painted(*ink, *paint)),
                Shape::Text { ink, .. } => {
                    let bounds = shape.text_bounds();
                    if bounds.is_some_and(|bounds| bounds.overlaps(self.plot)) {
                        // A copy of its own behind it: few programs know how to paint the stroke before the fill.
                        let halo = format!(
                            r##"fill="#fff" stroke="#fff" stroke-width="{HALO}" stroke-linejoin="round" aria-hidden="true""##
                        );
                        text(&mut svg, shape, &halo);
                    }
                    text(&mut svg, shape, &format!(r#"fill="{}""#, ink.on_paper()));
                }
            }
        }
        svg
    }
}

fn painted(ink: Ink, paint: Paint) -> String {
    let color = ink.on_paper();
    match paint {
        Paint::Fill => format!(r#"fill="{color}""#),
        Paint::Tint => format!(r#"fill="{color}" fill-opacity="0.18""#),
        Paint::Stroke(_) => {
            format!(
                r#"fill="none" stroke="{color}" stroke-linejoin="round" stroke-linecap="round""#
            )
        }
        Paint::Dashed(_) => format!(r#"fill="none" stroke="{color}" stroke-linejoin="round""#),
    }
}

// Writing to a String cannot fail.

fn path(svg: &mut String, d: &str, paint: Paint, look: &str) {
    let _ = write!(svg, r#"<path {look} d="{d}""#);
    if let Some(width) = paint.width() {
        let _ = write!(svg, r#" stroke-width="{width}""#);
    }
    if let Some([dash, gap]) = paint.dashes() {
        let _ = write!(svg, r#" stroke-dasharray="{dash} {gap}""#);
    }
    svg.push_str("/>");
}

pub(super) fn text(svg: &mut String, shape: &Shape, look: &str) {
    let Shape::Text {
        x,
        y,
        anchor,
        size,
        weight,
        content,
        ..
    } = shape
    else {
        return;
    };
    let (anchor, weight) = (anchor.name(), weight.value());
    let _ = write!(
        svg,
        r#"<text {look} x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}">"#
    );
    escape(svg, content);
    svg.push_str("</text>");
}

pub(super) fn element(svg: &mut String, name: &str, content: &str) {
    let _ = write!(svg, "<{name}>");
    escape(svg, content);
    let _ = write!(svg, "</{name}>");
}

/// What XML does not allow in text at all is left out.
fn escape(svg: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '\t' | '\n' => svg.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => svg.push(c),
        }
    }
}
