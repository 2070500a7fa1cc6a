//! One figure: title, drawing, a read-out that follows mouse, finger and arrow keys, and the table.

use super::drawing::svg;
use super::figures::Look;
use super::first_view::WRITTEN;
use super::markup::raw;
use super::still::waits;
use crate::chart::PlotArea;
use crate::figure::Figure;
use crate::solution::Language;
use gloo::utils::document;
use maud::html as markup;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The width of a drawing until the page is measured, in CSS pixels: a phone's.
pub const UNMEASURED: u32 = 340;

/// The width of a drawing on a desktop, for the page that is written before it can be measured.
pub const WIDE: u32 = 730;

/// The figure; `choices` belong to it and stand above it, `links` lie over its drawing.
pub fn figure_of(
    language: Language,
    figure: &Figure,
    look: &Look,
    choices: Html,
    links: Html,
) -> Html {
    let texts = language.texts();
    let picked = look
        .picked
        .filter(|(id, _)| *id == figure.id)
        .map(|(_, place)| place);
    let last = figure.readouts.len().checked_sub(1);
    let marker = picked.zip(last).map(|(place, last)| place.min(last));
    let drawing = figure.draw(language, look.width.unwrap_or(UNMEASURED), marker);
    let wide = WRITTEN.then(|| figure.draw(language, WIDE, marker));
    let readout = marker.or(last).and_then(|place| figure.readouts.get(place));
    let description = match readout {
        Some(_) => format!(
            "{}. {}",
            figure.subtitle,
            figure.readouts.last().cloned().unwrap_or_default()
        ),
        None => figure.subtitle.clone(),
    };
    let id = figure.id;
    let waiting = look.moving && !has_open_table(id);
    let (content, title) = (figure.table.clone(), figure.title.clone());
    let plot = html! {
        <>
            { svg(&drawing, id, &figure.title, &description) }
            { wide.map(|wide| svg(&wide, &format!("{id}-wide"), &figure.title, &description)).unwrap_or_default() }
            { last.filter(|_| !WRITTEN).map(|last| {
                reader(Reading {
                    label: (texts.year_slider)(&figure.title),
                    readout: readout.cloned().unwrap_or_default(),
                    place: marker.unwrap_or(last),
                    last,
                    places: figure.picture.places(),
                    area: drawing.plot,
                    drawing_width: drawing.width,
                    pick: at(figure.id, look),
                })
            }).unwrap_or_default() }
            { links }
        </>
    };
    let below = html! {
        <details class="figure-table" inert={WRITTEN}>
            <summary>{ texts.show_table }</summary>
            { look.rest.map(|rest| {
                let take = look.take.clone();
                waits(waiting, move || (rest.below)(language, id, &content, &title, &take))
            }).unwrap_or_default() }
        </details>
    };
    framed(figure, readout, choices, plot, below)
}

/// What is drawn of the figure, with what it says in words around it, and its table `below`.
pub fn framed(
    figure: &Figure,
    readout: Option<&String>,
    choices: Html,
    plot: Html,
    below: Html,
) -> Html {
    let title_id = format!("{}-title", figure.id);
    html! {
        <figure class="figure" id={format!("figure-{}", figure.id)} aria-labelledby={title_id.clone()}>
            { raw(markup! {
                figcaption {
                    h3.ds-heading data-size="2xs" #(title_id) { (figure.title) }
                    p.subtitle { (figure.subtitle) }
                }
            }) }
            { choices }
            { raw(markup! { @if let Some(readout) = readout { p.readout { (readout) } } }) }
            <div class="plot">{ plot }</div>
            { raw(markup! { @if let Some(note) = &figure.note { p.note { (note) } } }) }
            { below }
        </figure>
    }
}

/// Whether the visitor has opened the figure's table.
fn has_open_table(id: &str) -> bool {
    let open = document().query_selector(&format!("#figure-{id} [open]"));
    open.is_ok_and(|open| open.is_some())
}

/// Tells the page which place of the figure is read off.
fn at(figure: &'static str, look: &Look) -> Callback<Option<usize>> {
    look.pick
        .reform(move |place: Option<usize>| place.map(|place| (figure, place)))
}

/// What is read off a figure, and where.
struct Reading {
    label: String,
    readout: String,
    place: usize,
    last: usize,
    /// Along the drawing.
    places: usize,
    area: PlotArea,
    drawing_width: i32,
    pick: Callback<Option<usize>>,
}

/// Lies over the drawing and says which year is read off.
fn reader(reading: Reading) -> Html {
    let Reading {
        place,
        last,
        places,
        area,
        drawing_width,
        pick,
        ..
    } = reading;
    let by_pointer = pick.reform(move |event: PointerEvent| {
        let element: HtmlElement = event.target_unchecked_into();
        let across = f64::from(event.offset_x()) / f64::from(element.client_width().max(1));
        let pointed = area.index_at(across * f64::from(drawing_width), places);
        Some(pointed.min(last))
    });
    let by_key = {
        let pick = pick.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => place.saturating_sub(1),
                "ArrowRight" | "ArrowUp" => (place + 1).min(last),
                "PageDown" => place.saturating_sub(5),
                "PageUp" => (place + 5).min(last),
                "Home" => 0,
                "End" => last,
                "Escape" => return pick.emit(None),
                _ => return,
            };
            event.prevent_default();
            pick.emit(Some(next));
        })
    };
    let leave = {
        Callback::from(move |event: PointerEvent| {
            // A finger that is lifted leaves too, and what it read stays.
            if event.pointer_type() == "mouse" {
                pick.emit(None);
            }
        })
    };
    html! {
        <div
            class="reader"
            tabindex="0"
            role="slider"
            aria-label={reading.label}
            aria-valuemin="0"
            aria-valuemax={last.to_string()}
            aria-valuenow={place.to_string()}
            aria-valuetext={reading.readout}
            onpointermove={by_pointer.clone()}
            onpointerdown={by_pointer}
            onpointerleave={leave}
            onkeydown={by_key}
        />
    }
}
