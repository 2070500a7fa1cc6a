//! A figure as a file of its own: title, drawing, what it rests on, and where it is from.

use super::sources;
use crate::chart::{Caption, Ink, Sheet, Size, Weight};
use crate::figure::{Context, Figure};

/// The width on paper: a text column of A4.
const WIDTH_MM: f64 = 180.0;

/// Dots of print in a CSS pixel: 300 dpi.
const DOTS_PER_PX: f64 = 300.0 / 96.0;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// A standalone SVG file.
    pub svg: String,
    /// What it has in pixels in print, where it is drawn as a bitmap.
    pub print: Size,
}

/// The picture of a figure; `link` is the address that shows the same figures again, if there is one.
pub fn picture(context: Context, figure: &Figure, link: Option<&str>) -> Picture {
    let drawing = figure.draw(context.language, Sheet::drawing_width(WIDTH_MM), None);
    let name = context.solution.name.get(context.language);
    let above = [
        Caption::new(name.to_owned(), 12, Weight::Normal, Ink::Tick, 0),
        Caption::new(figure.title.clone(), 20, Weight::Bold, Ink::Label, 4),
        Caption::new(figure.subtitle.clone(), 13, Weight::Normal, Ink::Tick, 4),
    ];
    let quiet = |text: String, gap| Caption::new(text, 11, Weight::Normal, Ink::Tick, gap);
    let note = figure.note.clone().filter(|note| !note.is_empty());
    let below: Vec<Caption> = note
        .map(|note| quiet(note, 12))
        .into_iter()
        .chain([quiet(grounds(&context), 12)])
        .chain(link.map(|link| Caption {
            anywhere: true,
            ..quiet(link.to_owned(), 5)
        }))
        .collect();
    let sheet = Sheet {
        above: &above,
        drawing: &drawing,
        below: &below,
    };
    let (svg, size) = sheet.to_svg(&figure.title, &figure.subtitle);
    let dots = |px: u32| (f64::from(px) * DOTS_PER_PX).round() as u32;
    Picture {
        svg,
        print: Size {
            width: dots(size.width),
            height: dots(size.height),
        },
    }
}

/// What made the figures, and what they rest on.
pub fn grounds(context: &Context) -> String {
    let exports = context.language.exports();
    let (assumed, all) = sources::assumed(context);
    let mut said = (exports.made_with)(context.texts().site_name);
    let short = sources::in_short(context);
    let changed = sources::changed(context).len() + usize::from(sources::curve_changed(context));
    for sentence in [
        (!short.is_empty()).then(|| (exports.sources)(&short)),
        Some((exports.assumed)(assumed, all)),
        (changed > 0).then(|| (exports.changed)(changed)),
    ]
    .into_iter()
    .flatten()
    {
        said.push(' ');
        said.push_str(&sentence);
    }
    said
}
