//! A table of text: the first column names the rows, the others are numbers.

use crate::figure::Table;
use yew::prelude::*;

/// The table, scrolling sideways by itself where it is too wide.
pub fn table(table: &Table, caption: &str) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={caption.to_owned()}>
            <table class="ds-table" data-size="sm">
                <caption class="ds-sr-only">{ caption }</caption>
                <thead>
                    <tr>{ for table.columns.iter().map(|column| html! { <th key={column.clone()} scope="col">{ column }</th> }) }</tr>
                </thead>
                <tbody>
                    { for table.rows.iter().map(|row| html! {
                        <tr key={row[0].clone()}>
                            <th scope="row">{ &row[0] }</th>
                            { for row[1..].iter().enumerate().map(|(index, cell)| html! { <td key={index}>{ cell }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
