//! Takes the pictures of the simulator that the README and the start page show. `cargo xtask shots` serves the site for us.

use std::fs;
use std::path::{Path, PathBuf};

use browser::simulator::slider;
use browser::{Key, Page, Window, told};
use gevinstsimulator::solution::Language;
use serde_json::json;

const THEMES: [&str; 2] = ["light", "dark"];

/// The usual width, and as high as to show a chart.
const DESK: Window = Window {
    width: 1280,
    height: 1680,
};

fn main() {
    let folder = PathBuf::from(told("SHOTS"));
    let solution = told("SOLUTION");
    let [width, height] = ["WIDTH", "HEIGHT"].map(|side| told(side).parse().expect("a number"));
    let glimpse = Window { width, height };
    let mut shown = String::new();
    for language in Language::ALL {
        let code = language.code();
        for theme in THEMES {
            let address = format!("{code}/{solution}/?view=stage");
            let stage = page(&address, glimpse, 1, theme);
            stage.wait_for(".stage");
            stage.press("body", Key::Right);
            stage.wait_for(".stage[data-place='1'][data-draws='65536'] svg");
            take(&stage, &folder, &format!("glimpse-{code}-{theme}"));
            if theme == THEMES[0] {
                shown += &format!("{code}: {}\n", stage.text(".lead-number"));
            }
        }
    }
    // What they say is compared with what the page says today.
    let file = folder.join("shown.txt");
    fs::write(&file, shown).unwrap_or_else(|error| panic!("{}: {error}", file.display()));

    let address = format!("en/{solution}/");
    for theme in THEMES {
        let page = page(&address, DESK, 1, theme);
        page.wait_for_simulator();
        take(&page, &folder, &format!("page-{theme}"));
    }
    let phone = page(&address, Window::PHONE, 2, THEMES[0]);
    phone.wait_for_simulator();
    phone.press(&slider("reach"), Key::Right);
    phone.wait_until_refined();
    take(&phone, &folder, "phone");
}

/// A page in a window with so many dots to a pixel.
fn page(path: &str, window: Window, dots: u32, theme: &str) -> Page {
    let page = Page::blank(window);
    let Window { width, height } = window;
    page.cdp(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": width, "height": height, "deviceScaleFactor": dots, "mobile": false}),
    );
    if theme == "dark" {
        page.dark();
    }
    page.go(path);
    page
}

fn take(page: &Page, folder: &Path, name: &str) {
    page.next_frame();
    let file = folder.join(name).with_extension("webp");
    page.screenshot_small(&file);
    println!("{}", file.display());
}
