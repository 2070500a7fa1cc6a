//! A drawing of the chart room as an SVG element, coloured by the style sheet. Inks are attributes and not classes:
//! Yew makes a set of every class list, hundreds for each move of a slider.

use crate::chart::{Drawing, Shape};
use yew::prelude::*;

/// The drawing; `label` and `description` are what a screen reader says of it.
pub fn svg(drawing: &Drawing, id: &str, label: &str, description: &str) -> Html {
    let (title_id, description_id) = (format!("{id}-svg-title"), format!("{id}-svg-description"));
    html! {
        <svg
            class="drawing"
            viewBox={drawing.view_box()}
            role="img"
            aria-labelledby={title_id.clone()}
            aria-describedby={description_id.clone()}
        >
            <title id={title_id}>{ label }</title>
            <desc id={description_id}>{ description }</desc>
            { for drawing.shapes.iter().map(html_of) }
        </svg>
    }
}

fn html_of(shape: &Shape) -> Html {
    match shape {
        Shape::Path { d, ink, paint } => html! {
            <path
                data-ink={ink.class()}
                data-paint={paint.class()}
                d={d.clone()}
                stroke-width={paint.width().map(|width| width.to_string())}
                stroke-dasharray={paint.dashes().map(|[dash, gap]| format!("{dash} {gap}"))}
            />
        },
        Shape::Text {
            x,
            y,
            anchor,
            size,
            ink,
            weight,
            content,
        } => html! {
            <text
                data-ink={ink.class()}
                x={x.to_string()}
                y={y.to_string()}
                font-size={size.to_string()}
                font-weight={weight.value()}
                text-anchor={anchor.name()}
            >{ content }</text>
        },
    }
}
