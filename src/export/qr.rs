//! A link as a QR code, to be photographed from paper or from a screen behind a speaker.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// White around the code, in modules; a reader needs it to find the code.
const QUIET_ZONE: i32 = 4;

/// Links of more bytes have so many modules that larger ones help more than correction of errors does.
const LONG: usize = 150;

/// A code as a picture: black on white in every theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules from edge to edge, with the quiet zone.
    pub side: i32,
    /// The dark modules, as the `d` of an SVG path.
    pub d: String,
}

impl Code {
    /// The code of a link; none if the link is longer than any code can hold, 2,953 bytes.
    pub fn of(link: &str) -> Option<Code> {
        let correction = if link.len() > LONG {
            QrCodeEcc::Low
        } else {
            QrCodeEcc::Medium
        };
        let code = QrCode::encode_text(link, correction).ok()?;
        let mut d = String::with_capacity(4096);
        for y in 0..code.size() {
            row(&mut d, &code, y);
        }
        Some(Code {
            side: code.size() + 2 * QUIET_ZONE,
            d,
        })
    }

    /// An SVG element, and a file if it stands alone. `title` says what it is, for those who do not see it.
    pub fn to_svg(&self, title: &str) -> String {
        let Code { side, d } = self;
        let title = maud::html! { title { (title) } }.into_string();
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img">{title}<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{d}"/></svg>"##
        )
    }
}

/// The dark modules of a row, those side by side in one piece: no hairlines between them.
fn row(d: &mut String, code: &QrCode, y: i32) {
    let mut x = 0;
    while x < code.size() {
        let dark = (x..code.size()).take_while(|&x| code.get_module(x, y));
        let length = dark.count() as i32;
        if length > 0 {
            // Writing to a String cannot fail.
            let _ = write!(
                d,
                "M{} {}h{length}v1h-{length}z",
                x + QUIET_ZONE,
                y + QUIET_ZONE
            );
        }
        x += length.max(1);
    }
}
