//! A table in plain text.

/// On which side of its column a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

const GAP: &str = "  ";

/// The rows, a line each, every column as wide as its widest text. `align` has as many as a row.
pub fn lines(rows: &[Vec<String>], align: &[Align]) -> String {
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..align.len()).map(width).collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(align).zip(&widths);
            let cells: Vec<String> = cells
                .map(|((text, align), &width)| match align {
                    Align::Left => format!("{text:<width$}"),
                    Align::Right => format!("{text:>width$}"),
                })
                .collect();
            format!("{}\n", cells.join(GAP).trim_end())
        })
        .collect()
}
