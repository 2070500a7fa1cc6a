//! A table of text: the first column names the rows, the others are numbers.

use super::markup::raw;
use super::takeaway::{Form, Take};
use crate::figure::Table;
use crate::solution::Language;
use maud::{Markup, html};
use yew::{Callback, Html, MouseEvent};

/// The table, scrolling sideways by itself where it is too wide.
pub fn table(table: &Table, caption: &str) -> Markup {
    html! {
        div.table-scroll tabindex="0" role="region" aria-label=(caption) {
            table.ds-table data-size="sm" {
                caption.ds-sr-only { (caption) }
                thead { tr { @for column in &table.columns { th scope="col" { (column) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            th scope="row" { (row[0]) }
                            @for cell in &row[1..] { td { (cell) } }
                        }
                    }
                }
            }
        }
    }
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
        </>
    }
}
