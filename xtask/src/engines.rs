//! The browsers that the tests need, and the drivers that put them under remote control: found on this machine, or
//! installed where we can.

use std::path::PathBuf;

use anyhow::Result;

use crate::packages::found_or_installed;
use crate::{command, places};

/// What draws pages and runs their programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chrome, Edge and most other browsers.
    Chromium,
    Firefox,
    /// Of Safari; here it is WebKitGTK.
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As the browser tests call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// A browser and the driver that belongs to it.
pub struct Browser {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// WebKitGTK's driver, which knows its browser, and what this one cannot do without: a screen, and a manager of windows,
/// by whom a window gets the keyboard.
pub struct WebKit {
    pub driver: PathBuf,
    pub screen: PathBuf,
    pub manager: PathBuf,
}

/// The geckodriver that is built where there is none.
const GECKODRIVER: &str = "0.37.1";

pub fn chromium() -> Result<Browser> {
    let packages = ["chromium", "chromium-driver", "fonts-dejavu-core"];
    found_or_installed(
        find_chromium,
        &packages,
        "The browser tests need `chromium` (or `google-chrome`) and a `chromedriver` of the same version on the PATH.\n\
         On Fedora: sudo dnf install chromium chromedriver\n\
         On macOS:  brew install --cask google-chrome chromedriver",
    )
}

pub fn firefox() -> Result<Browser> {
    let browser = found_or_installed(
        find_firefox,
        &["firefox-esr"],
        "The browser tests need `firefox` (or `firefox-esr`) on the PATH.\n\
         On Fedora: sudo dnf install firefox\n\
         On macOS:  brew install --cask firefox",
    )?;
    let driver = geckodriver()?;
    Ok(Browser { browser, driver })
}

pub fn webkit() -> Result<WebKit> {
    found_or_installed(
        find_webkit,
        &["webkit2gtk-driver", "xvfb", "openbox"],
        "The browser tests need WebKitGTK's `WebKitWebDriver`, `Xvfb` and `openbox` on the PATH. There is no WebKitGTK for macOS and Windows: \
         run the tests in a container there, for example in Debian's.",
    )
}

fn find_chromium() -> Option<Browser> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let of_macos = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    Some(Browser {
        browser: find_browser(&names, of_macos)?,
        driver: command::find("chromedriver")?,
    })
}

fn find_firefox() -> Option<PathBuf> {
    let of_macos = "/Applications/Firefox.app/Contents/MacOS/firefox";
    find_browser(&["firefox-esr", "firefox"], of_macos)
}

fn find_webkit() -> Option<WebKit> {
    Some(WebKit {
        driver: command::find("WebKitWebDriver")?,
        screen: command::find("Xvfb")?,
        manager: command::find("openbox")?,
    })
}

fn find_browser(names: &[&str], of_macos: &str) -> Option<PathBuf> {
    let of_macos = PathBuf::from(of_macos);
    let found = names.iter().find_map(|name| command::find(name));
    found.or_else(|| of_macos.is_file().then_some(of_macos))
}

/// Firefox's driver, which Debian has no package of: built once, and kept in `target/`.
fn geckodriver() -> Result<PathBuf> {
    let tools = places::scratch("tools");
    let built = tools.join("bin/geckodriver");
    if let Some(found) = command::find("geckodriver") {
        return Ok(found);
    }
    if !built.is_file() {
        println!("Building geckodriver {GECKODRIVER}, a minute or two");
        // Compiled quickly rather than to be quick.
        let mut install = command::cargo("install --debug --locked --quiet geckodriver --version");
        install.arg(GECKODRIVER).arg("--root").arg(tools);
        install.env("CARGO_PROFILE_DEV_DEBUG", "0");
        let hint = "Install geckodriver by hand: https://github.com/mozilla/geckodriver/releases";
        command::run(&mut install, hint)?;
    }
    Ok(built)
}
