//! Files to take along: made from the model's data and given to the browser to save.

use super::page::fetch_text;
use super::state::State;
use super::workbook;
use crate::export::csv::yearly_table;
use crate::export::picture::{Picture, picture};
use crate::figure::figure;
use crate::solution::Language;
use gloo::utils::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};
use yew::Callback;

/// What can be taken along.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Take {
    /// The yearly table.
    Table,
    /// The scenario as a workbook that calculates.
    Workbook,
    /// The whole simulator as a page of its own that shows the scenario.
    OneFile,
    /// A figure, by its id.
    Picture(&'static str, Form),
}

/// What a picture is saved as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    Svg,
    Png,
}

/// How far a file is that takes its time; none when it is there.
pub type Progress = Option<Delay>;

/// Why a file is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    Coming,
    /// The network did not bring what makes it.
    Missing,
}

/// Gives the browser a file to save, with the address that shows the same again if one does. A browser or a frame may
/// refuse without a word. `tell` hears how it goes.
pub fn take(
    language: Language,
    state: &State,
    what: Take,
    link: Option<String>,
    tell: Callback<Progress>,
) {
    let id = &state.solution.id;
    match what {
        Take::Table => {
            let table = yearly_table(state.context(language));
            save(
                &format!("{id}.csv"),
                "text/csv;charset=utf-8",
                table.as_bytes(),
            );
        }
        Take::Workbook => {
            let state = state.clone();
            let name = format!("{id}.xlsx");
            tell.emit(Some(Delay::Coming));
            wasm_bindgen_futures::spawn_local(async move {
                let write = workbook::writer().await.ok();
                let written = write.map(|write| write(state.context(language), link.as_deref()));
                if let Some(bytes) = &written {
                    save(&name, WORKBOOK, bytes);
                }
                tell.emit(written.is_none().then_some(Delay::Missing));
            });
        }
        Take::OneFile => {
            let (name, link) = (format!("{id}.html"), link.unwrap_or_default());
            tell.emit(Some(Delay::Coming));
            wasm_bindgen_futures::spawn_local(async move {
                // It lies beside the page.
                let page = fetch_text(&name).await;
                if let Ok(page) = &page {
                    save(&name, PAGE, addressed(page, &link).as_bytes());
                }
                tell.emit(page.is_err().then_some(Delay::Missing));
            });
        }
        Take::Picture(figure_id, form) => {
            let Some(figure) = figure(figure_id, state.context(language), state.view, state.flow)
            else {
                return;
            };
            let picture = picture(state.context(language), &figure, link.as_deref());
            let name = format!("{id}-{figure_id}");
            match form {
                Form::Svg => save(&format!("{name}.svg"), SVG, picture.svg.as_bytes()),
                Form::Png => wasm_bindgen_futures::spawn_local(async move {
                    // A browser that cannot draw it has no picture to save.
                    let _ = save_as_png(format!("{name}.png"), picture).await;
                }),
            }
        }
    }
}

const SVG: &str = "image/svg+xml";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const PAGE: &str = "text/html;charset=utf-8";

/// The page with the address that it was taken from.
fn addressed(page: &str, address: &str) -> String {
    let address = maud::html! { (address) }.into_string();
    page.replacen("<html ", &format!("<html data-address=\"{address}\" "), 1)
}

/// Has the browser save some bytes as a file.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) {
    if let Ok(blob) = blob(media_type, bytes) {
        let _ = save_blob(name, &blob);
    }
}

fn blob(media_type: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// By a link with the name that the file gets, which is clicked and forgotten.
fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has begun to read it; in a minute it is done.
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    let forget = forget.unchecked_ref();
    window().set_timeout_with_callback_and_timeout_and_arguments_0(forget, 60_000)?;
    Ok(())
}

/// Draws the picture as large as it is in print.
async fn save_as_png(name: String, picture: Picture) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&blob(SVG, picture.svg.as_bytes())?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let (width, height) = (picture.print.width, picture.print.height);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Url::revoke_object_url(&address)?;
    let drawn = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            let _ = save_blob(&name, &blob);
        }
    });
    canvas.to_blob(drawn.unchecked_ref())
}
