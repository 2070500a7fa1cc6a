//! Texts in XML.

use std::borrow::Cow;

/// A text as it stands between tags and in quotes. Letters that XML does not have are left out.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let special = |letter: char| matches!(letter, '&' | '<' | '>' | '"') || forbidden(letter);
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => all += "&amp;",
            '<' => all += "&lt;",
            '>' => all += "&gt;",
            '"' => all += "&quot;",
            _ if forbidden(letter) => {}
            _ => all.push(letter),
        }
    }
    Cow::Owned(all)
}

/// XML 1.0, section 2.2.
fn forbidden(letter: char) -> bool {
    letter < ' ' && !matches!(letter, '\t' | '\n' | '\r')
        || matches!(letter, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_stays_a_text_between_tags_and_in_quotes() {
        assert_eq!(
            escaped("<a href=\"x&y\">"),
            "&lt;a href=&quot;x&amp;y&quot;&gt;"
        );
        assert_eq!(escaped("Ferjer – 50 %"), "Ferjer – 50 %");
    }

    #[test]
    fn letters_that_xml_does_not_have_are_left_out() {
        assert_eq!(escaped("a\u{0}b\u{8}c\nd\u{ffff}"), "abc\nd");
    }
}
