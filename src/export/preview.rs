//! The picture that is shown where a page's address is passed on: the solution, its first headline and a figure.

use crate::chart::{Caption, Ink, Sheet, Size, Weight};
use crate::figure::{Context, Figure, headlines};

/// What those who show it ask for, 1.91 times as wide as high, in CSS pixels at the size that its letters are set for.
pub const SIZE: Size = Size {
    width: 720,
    height: 378,
};

/// The same width on paper.
const WIDTH_MM: f64 = 190.5;

/// A standalone SVG file of that size.
pub fn preview(context: Context, figure: &Figure) -> String {
    let said = headlines(context);
    let name = context.solution.name.get(context.language).to_owned();
    let lead = format!("{}: {}", said.lead_label, said.npv);
    let above: Vec<Caption> = [
        Caption::new(name, 26, Weight::Bold, Ink::Label, 0),
        Caption::new(lead, 18, Weight::Bold, Ink::Label, 8),
    ]
    .into_iter()
    .chain(
        said.range
            .map(|range| Caption::new(range, 14, Weight::Normal, Ink::Tick, 3)),
    )
    .chain([Caption::new(
        figure.subtitle.clone(),
        14,
        Weight::Normal,
        Ink::Tick,
        10,
    )])
    .collect();
    let width = Sheet::drawing_width(WIDTH_MM);
    let with = |height| {
        let drawing = figure
            .picture
            .draw(context.language, Size { width, height }, None);
        let sheet = Sheet {
            above: &above,
            drawing: &drawing,
            below: &[],
        };
        sheet.to_svg(&figure.title, &figure.subtitle)
    };
    // What is around the drawing is as high whatever its own height is.
    let (_, whole) = with(SIZE.height);
    let around = whole.height - SIZE.height;
    with(SIZE.height.saturating_sub(around)).0
}
