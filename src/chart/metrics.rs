//! How wide a text is, without asking a browser: the widths of a typical sans-serif font, a little generous.

/// Width of a text in the unit of `size`, the font size.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(char_width).sum::<f64>() * size
}

/// Width of a character as a share of the font size.
fn char_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '\'' | '|' | '.' | ',' | ':' | ';' => 0.29,
        '\u{202f}' => 0.22,
        'f' | 't' | 'r' | ' ' | '\u{a0}' | '(' | ')' | '-' | '/' => 0.37,
        'm' | 'M' | 'W' | 'w' | 'æ' | 'Æ' | '%' | '—' => 0.9,
        '0'..='9' => 0.58,
        c if c.is_uppercase() => 0.72,
        _ => 0.57,
    }
}
