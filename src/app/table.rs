//! A table of text: the first column names the rows, the others are numbers.

use super::markup::raw;
use super::share::sandbox_note;
use super::takeaway::{Form, Take};
use crate::figure::Table;
use crate::solution::Language;
use maud::{Markup, html};
use yew::{Callback, Html, MouseEvent};

/// The table, scrolling sideways by itself where it is too wide.
pub fn table(table: &Table, caption: &str) -> Markup {
    html! {
        div.table-scroll tabindex="0" role="group" aria-label=(caption) {
            // The roles say what the elements are, also where the style sheet lays them out as something else.
            table.ds-table role="table" data-size="sm" {
                caption.ds-sr-only { (caption) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in &table.columns {
                            // A heading that says nothing is none.
                            @if column.is_empty() { td role="cell" {} }
                            @else { th role="columnheader" scope="col" { (column) } }
                        }
                    }
                }
                tbody role="rowgroup" {
                    @for row in &table.rows {
                        tr role="row" {
                            th role="rowheader" scope="row" { (row[0]) }
                            @for cell in &row[1..] { td role="cell" { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// A table of what is compared, side by side: on a phone, what a row is of stands above its figures.
pub fn beside(content: &Table, caption: &str) -> Markup {
    html! { div.beside { (table(content, caption)) } }
}

/// What is below a figure: its table, and ways to take it along.
pub fn below(
    language: Language,
    id: &'static str,
    content: &Table,
    title: &str,
    take: &Callback<Take>,
) -> Html {
    let further = language.further();
    let button = |label: &'static str, form: Form| {
        let onclick = take.reform(move |_: MouseEvent| Take::Picture(id, form));
        yew::html! {
            <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" {onclick}>{ label }</button>
        }
    };
    yew::html! {
        <>
            { raw(table(content, title)) }
            <div class="take">
                { button(further.take_svg, Form::Svg) }
                { button(further.take_png, Form::Png) }
            </div>
            { sandbox_note(language) }
        </>
    }
}
