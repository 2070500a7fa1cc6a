//! How much room a text needs, from a table of character widths: the same answer everywhere, with no font at hand.
//!
//! The widths are the larger of Arial's and DejaVu Sans', in hundredths of the font size: more than most system fonts
//! need, so that labels keep their distance whatever the visitor's system draws with.

use std::borrow::Cow;

use super::drawing::{Anchor, Bounds, Weight};

/// Widths of the printable ASCII characters, from the space on.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56,
    102, 68, 69, 72, 77, 67, 61, 78, 75, 29, 50, 67, 56, 86, 75, 79,
    67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39, 34, 39, 84, 56,
    50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61,
    63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

/// From the baseline up to the top of capitals and ascenders, in hundredths of the font size.
const ASCENT: i32 = 78;
/// From the baseline down to the bottom of descenders.
const DESCENT: i32 = 22;

/// From the baseline up to the top of the capitals.
pub(super) const fn ascent(size: i32) -> i32 {
    size * ASCENT / 100
}

/// From the baseline down to the bottom of the descenders.
pub(super) const fn descent(size: i32) -> i32 {
    size * DESCENT / 100
}

fn char_width(c: char) -> i32 {
    match c {
        ' '..='~' => i32::from(ASCII[c as usize - 32]),
        '\u{2009}' | '\u{202f}' => 24,
        '\u{a0}' | '·' => 32,
        'æ' | 'Æ' | '—' | '…' | '→' | '←' => 100,
        'Ø' => 79,
        'Å' | 'Ä' | 'Ö' => 79,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        '−' | '×' | '≈' | '±' => 84,
        '\u{1100}'.. => 100,
        _ => 64,
    }
}

/// The width of one line of text, in the unit of `size`.
pub(super) fn width(text: &str, size: i32, weight: Weight) -> i32 {
    let hundredths: i32 = text.chars().map(char_width).fold(0, i32::saturating_add);
    let hundredths = match weight {
        Weight::Normal => i64::from(hundredths),
        Weight::Bold => i64::from(hundredths) * 113 / 100,
    };
    i32::try_from((hundredths * i64::from(size) + 99) / 100)
        .unwrap_or(i32::MAX / 4)
        .min(i32::MAX / 4)
}

/// The box of one line of text whose anchor is at `(x, baseline)`.
pub(super) fn bounds(
    text: &str,
    (x, baseline): (i32, i32),
    anchor: Anchor,
    size: i32,
    weight: Weight,
) -> Bounds {
    let width = width(text, size, weight);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2,
        Anchor::End => x - width,
    };
    Bounds {
        left,
        top: baseline - ascent(size),
        right: left + width,
        bottom: baseline + descent(size),
    }
}

/// From one baseline to the next.
pub(super) const fn line_height(size: i32) -> i32 {
    size * 120 / 100
}

/// The next whole number of steps; neither is negative.
pub(super) const fn rounded_up(length: i32, step: i32) -> i32 {
    (length + step - 1) / step * step
}

/// The text, or as much of it as fits the width, with an ellipsis; nothing where not even that fits.
pub(super) fn shorten(text: &str, size: i32, weight: Weight, max_width: i32) -> Cow<'_, str> {
    if width(text, size, weight) <= max_width {
        return Cow::Borrowed(text);
    }
    let mut shorter = String::from("…");
    if width(&shorter, size, weight) > max_width {
        return Cow::Borrowed("");
    }
    for c in text.chars() {
        let end = shorter.len() - '…'.len_utf8();
        shorter.insert(end, c);
        if width(&shorter, size, weight) > max_width {
            shorter.remove(end);
            break;
        }
    }
    Cow::Owned(shorter)
}

/// A label of one or more lines.
pub(super) struct Block<'a> {
    pub lines: Vec<Cow<'a, str>>,
    /// The widest line.
    pub width: i32,
    /// From the top of the first line to the bottom of the last.
    pub height: i32,
    pub size: i32,
    pub weight: Weight,
}

impl<'a> Block<'a> {
    /// The text, broken at spaces where it is wider than `max_width`, and always at line feeds. A word wider than
    /// that is shortened.
    pub fn wrapped(text: &'a str, size: i32, weight: Weight, max_width: i32) -> Block<'a> {
        let mut lines = Vec::with_capacity(2);
        for paragraph in text.lines() {
            let mut rest = paragraph.trim();
            while !rest.is_empty() {
                let cut = fitting(rest, size, weight, max_width);
                lines.push(shorten(rest[..cut].trim_end(), size, weight, max_width));
                rest = rest[cut..].trim_start();
            }
        }
        Block::of(lines, size, weight)
    }

    /// The text, broken between any two letters where it is wider than `max_width`: for what has no spaces.
    pub fn broken(text: &'a str, size: i32, weight: Weight, max_width: i32) -> Block<'a> {
        let mut lines = Vec::with_capacity(2);
        let mut start = 0;
        for (end, letter) in text.char_indices() {
            let fits = width(&text[start..end + letter.len_utf8()], size, weight) <= max_width;
            if !fits && end > start {
                lines.push(Cow::Borrowed(&text[start..end]));
                start = end;
            }
        }
        lines.push(Cow::Borrowed(&text[start..]));
        Block::of(lines, size, weight)
    }

    fn of(lines: Vec<Cow<'a, str>>, size: i32, weight: Weight) -> Block<'a> {
        let widest = lines
            .iter()
            .map(|line| width(line, size, weight))
            .max()
            .unwrap_or(0);
        let below_first = line_height(size) * (lines.len() as i32 - 1).max(0);
        Block {
            width: widest,
            height: first_line(size) + below_first,
            lines,
            size,
            weight,
        }
    }

    /// The baselines of the lines of a block whose top is at `top`.
    pub fn baselines(&self, top: i32) -> impl Iterator<Item = (i32, &str)> {
        let first = top + ascent(self.size);
        let step = line_height(self.size);
        self.lines
            .iter()
            .zip(0..)
            .map(move |(line, row)| (first + step * row, line.as_ref()))
    }
}

const fn first_line(size: i32) -> i32 {
    ascent(size) + descent(size)
}

/// How many bytes of the text go on its first line: up to the last space that fits, or to the first space of all.
fn fitting(text: &str, size: i32, weight: Weight, max_width: i32) -> usize {
    if width(text, size, weight) <= max_width {
        return text.len();
    }
    let mut cut = None;
    for (space, _) in text.match_indices(' ') {
        if cut.is_some() && width(&text[..space], size, weight) > max_width {
            break;
        }
        cut = Some(space);
    }
    match cut {
        Some(space) if width(&text[..space], size, weight) <= max_width => space,
        _ => text.find(' ').unwrap_or(text.len()),
    }
}
