//! The icons of an installed simulator are what www/icon.svg draws, on a ground without corners that any phone may cut to
//! its own shape. `RENEW_ICONS=1 cargo test --test icon` draws them anew.

use std::fs;
use std::path::Path;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The ground of the drawing.
const BLUE: [u8; 3] = [0x00, 0x62, 0xba];

/// How much of the width may be seen whatever shape it is cut to.
const SEEN: f32 = 0.8;

#[test]
fn the_icons_of_an_installed_simulator_are_the_drawing() {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    let drawing = fs::read(www.join("icon.svg")).unwrap();
    let drawing = Tree::from_data(&drawing, &Options::default()).unwrap();
    for size in [192, 512] {
        let file = www.join(format!("icon-{size}.png"));
        let drawn = draw(&drawing, size);
        if std::env::var_os("RENEW_ICONS").is_some() {
            drawn.save_png(&file).unwrap();
        }
        let stored = Pixmap::load_png(&file).unwrap();
        assert!(
            stored.data() == drawn.data(),
            "{} is another",
            file.display()
        );
    }
}

fn draw(drawing: &Tree, size: u32) -> Pixmap {
    let mut pixels = Pixmap::new(size, size).unwrap();
    let [red, green, blue] = BLUE;
    pixels.fill(Color::from_rgba8(red, green, blue, 255));
    let scale = size as f32 / drawing.size().width() * SEEN;
    let margin = size as f32 * (1.0 - SEEN) / 2.0;
    let placed = Transform::from_scale(scale, scale).post_translate(margin, margin);
    resvg::render(drawing, placed, &mut pixels.as_mut());
    pixels
}
