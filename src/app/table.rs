//! A table of text: the first column names the rows, the others are numbers.

use crate::figure::Table;
use maud::{Markup, html};

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
