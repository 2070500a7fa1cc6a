//! A drawing as SVG text: what is inside it for the page, and all of it for files.

use std::fmt::Write;

use super::drawing::{Drawing, Shape, UNITS_PER_PX};

impl Drawing {
    /// A standalone SVG picture. `title` says what there is to see, for those who do not see it; `style` is the CSS
    /// that gives the classes their looks.
    pub fn to_svg(&self, title: &str, style: &str) -> String {
        let mut svg = String::with_capacity(4096 + style.len());
        let (css_width, css_height) = (self.width / UNITS_PER_PX, self.height / UNITS_PER_PX);
        let view_box = self.view_box();
        // Writing to a String cannot fail.
        let _ = write!(
            svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}" width="{css_width}" height="{css_height}" role="img">"#
        );
        element(&mut svg, "title", title);
        if !style.is_empty() {
            element(&mut svg, "style", style);
        }
        svg.push_str(&self.to_svg_content());
        svg.push_str("</svg>");
        svg
    }

    /// The elements inside the picture. What they look like is the style sheet's: inks and paints are attributes.
    pub fn to_svg_content(&self) -> String {
        let mut svg = String::with_capacity(8192);
        for shape in &self.shapes {
            write_shape(&mut svg, shape);
        }
        svg
    }
}

fn write_shape(svg: &mut String, shape: &Shape) {
    // Writing to a String cannot fail.
    let _ = match shape {
        Shape::Path { d, ink, paint } => {
            let _ = write!(
                svg,
                r#"<path data-ink="{}" data-paint="{}" d="{d}""#,
                ink.class(),
                paint.class()
            );
            if let Some(width) = paint.width() {
                let _ = write!(svg, r#" stroke-width="{width}""#);
            }
            if let Some([dash, gap]) = paint.dashes() {
                let _ = write!(svg, r#" stroke-dasharray="{dash} {gap}""#);
            }
            write!(svg, "/>")
        }
        Shape::Text {
            x,
            y,
            anchor,
            size,
            ink,
            weight,
            content,
        } => {
            let (ink, anchor, weight) = (ink.class(), anchor.name(), weight.value());
            let _ = write!(
                svg,
                r#"<text data-ink="{ink}" x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}">"#
            );
            escape(svg, content);
            write!(svg, "</text>")
        }
    };
}

fn element(svg: &mut String, name: &str, content: &str) {
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
            c if c.is_control() => {}
            c => svg.push(c),
        }
    }
}
