//! A page in a window: opening and reading it.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, WebElement};
use tokio::time::sleep;

use crate::Engine;
use crate::session::{Session, told};

/// How long we wait for what should come.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often an engine that stumbles is asked anew.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(20);

/// Something that nobody sees is painted, over and over.
const PAINT: &str = "const root = document.documentElement.style;
    let width = 0;
    window.painting = setInterval(() => root.outline = `${width = 1 - width}px solid transparent`, 20)";
const PAINT_NO_MORE: &str =
    "clearInterval(window.painting); document.documentElement.style.outline = ''";

/// The size of a window's content, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub width: u32,
    pub height: u32,
}

impl Window {
    pub const PHONE: Self = Self {
        width: 360,
        height: 740,
    };
    pub const DESKTOP: Self = Self {
        width: 1280,
        height: 800,
    };
    /// The screen behind a speaker.
    pub const STAGE: Self = Self {
        width: 1920,
        height: 1080,
    };
}

/// A page of the site in a browser that is as if nobody had used it.
pub struct Page {
    pub(crate) session: Session,
    /// The site's address, with a slash at its end.
    pub(crate) site: String,
    /// What the browser has logged so far: it tells each entry only once.
    pub(crate) console: RefCell<Vec<String>>,
    pub(crate) requests: RefCell<Vec<String>>,
    /// Where the mouse is in the window, and whether its button is held.
    pub(crate) mouse: Cell<([f64; 2], bool)>,
}

impl Page {
    /// Opens a page of the site. `path` is relative to the site's root, such as `nb/monitor/`.
    #[track_caller]
    pub fn open(path: &str, window: Window) -> Self {
        let page = Self::blank(window);
        page.go(path);
        page
    }

    /// An empty page, for settings that must hold before [`Page::go`].
    #[track_caller]
    pub fn blank(window: Window) -> Self {
        let page = Self {
            session: Session::start(Engine::chosen()),
            site: told("SITE"),
            console: RefCell::default(),
            requests: RefCell::default(),
            mouse: Cell::default(),
        };
        page.resize(window);
        page
    }

    pub fn engine(&self) -> Engine {
        self.session.engine()
    }

    /// Goes to another page of the site, or to a whole address.
    #[track_caller]
    pub fn go(&self, path: &str) {
        let address = if path.starts_with("http:") || path.starts_with("file:") {
            path.to_owned()
        } else {
            self.site.clone() + path
        };
        self.ask(
            &format!("open {address}"),
            self.session.driver().goto(&address),
        );
    }

    /// Where the browser is, relative to the site's root, with query and fragment.
    #[track_caller]
    pub fn path(&self) -> String {
        let address = self.ask("read the address", self.session.driver().current_url());
        address
            .as_str()
            .strip_prefix(&self.site)
            .unwrap_or(address.as_str())
            .to_owned()
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.ask("read the title", self.session.driver().title())
    }

    /// The text of the first such element, as it is seen.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        let first = texts.into_iter().next();
        first.unwrap_or_else(|| self.fail(&format!("there is no {selector}")))
    }

    /// The texts of all such elements.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        // Not WebDriver's own reading, which makes every space an ordinary one.
        let texts = self.js(&format!(
            "return [...document.querySelectorAll(`{selector}`)].map(it => (it.innerText ?? it.textContent).trim())"
        ));
        let texts = texts.as_array().into_iter().flatten();
        texts
            .map(|text| text.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// What is in a field.
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        let element = self.element(selector);
        self.ask(&format!("read {selector}"), element.value())
            .unwrap_or_default()
    }

    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let element = self.element(selector);
        self.ask(&format!("read {name} of {selector}"), element.attr(name))
    }

    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.elements(selector).len()
    }

    /// Whether there is such an element and it can be seen.
    #[track_caller]
    pub fn visible(&self, selector: &str) -> bool {
        let mut elements = self.elements(selector).into_iter();
        elements.any(|element| {
            let displayed = async {
                match element.is_displayed().await {
                    // It went away while it was looked at.
                    Err(error) if went_away(&error) => Ok(false),
                    answer => answer,
                }
            };
            self.ask(&format!("see {selector}"), displayed)
        })
    }

    /// The value of a piece of JavaScript, with `return` as in a function. Promises are waited for.
    #[track_caller]
    pub fn js(&self, script: &str) -> Value {
        let driver = self.session.driver();
        let answer = answer_of(async || driver.execute(script, Vec::new()).await);
        self.ask(script, answer).json().clone()
    }

    /// Waits until there is such an element, and it can be seen.
    #[track_caller]
    pub fn wait_for(&self, selector: &str) {
        self.wait_until(&format!("{selector} is seen"), || self.visible(selector));
    }

    /// Waits until the first such element has this text.
    #[track_caller]
    pub fn wait_for_text(&self, selector: &str, text: &str) {
        self.wait_until(&format!("{selector} says {text:?}"), || {
            self.count(selector) > 0 && self.text(selector) == text
        });
    }

    /// Waits until it is so. `what` says what is waited for.
    #[track_caller]
    pub fn wait_until(&self, what: &str, is_so: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_so() {
            if start.elapsed() > PATIENCE {
                self.fail(&format!("waited in vain until {what}"));
            }
            thread::sleep(PAUSE);
        }
    }

    /// The first such element, when it is there.
    #[track_caller]
    pub(crate) fn element(&self, selector: &str) -> WebElement {
        self.wait_until(&format!("{selector} is there"), || self.count(selector) > 0);
        self.elements(selector).remove(0)
    }

    #[track_caller]
    pub(crate) fn elements(&self, selector: &str) -> Vec<WebElement> {
        let driver = self.session.driver();
        let found = answer_of(async || driver.find_all(By::Css(selector)).await);
        self.ask(&format!("look for {selector}"), found)
    }

    /// Waits for the browser's answer; a refusal fails the test.
    #[track_caller]
    pub(crate) fn ask<T>(&self, what: &str, answer: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.session.wait(answer) {
            Ok(answer) => answer,
            Err(error) => self.fail(&format!("cannot {what}: {error}")),
        }
    }

    /// A picture of the window, to this file.
    pub(crate) async fn take_picture(&self, file: &Path) -> WebDriverResult<()> {
        let driver = self.session.driver();
        if self.engine() != Engine::WebKit {
            return driver.screenshot(file).await;
        }
        // Without layers it takes the picture when something is painted next.
        driver.execute(PAINT, Vec::new()).await?;
        driver.screenshot(file).await?;
        driver.execute(PAINT_NO_MORE, Vec::new()).await?;
        Ok(())
    }

    /// Fails the test, with a picture of what a person would have seen.
    #[track_caller]
    pub(crate) fn fail(&self, message: &str) -> ! {
        let picture = picture_of_this_test();
        let seen = match self.session.wait(self.take_picture(&picture)) {
            Ok(()) => format!("see {}", picture.display()),
            Err(error) => format!("no picture: {error}"),
        };
        panic!("{message}\n{seen}");
    }
}

/// What the browser answers, asked anew as long as the page gives way to another meanwhile.
async fn answer_of<T>(question: impl AsyncFn() -> WebDriverResult<T>) -> WebDriverResult<T> {
    let mut answer = question().await;
    for _ in 0..TRIES {
        if !answer.as_ref().is_err_and(went_away) {
            break;
        }
        sleep(PAUSE).await;
        answer = question().await;
    }
    answer
}

/// Whether an element, or the whole page, gave way to another while it was looked at. WebKit says so, and Firefox where a
/// promise was waited for; others wait.
fn went_away(error: &WebDriverError) -> bool {
    use WebDriverErrorInner::{JavascriptError, NoSuchFrame, StaleElementReference};
    match &**error {
        StaleElementReference(_) | NoSuchFrame(_) => true,
        JavascriptError(error) => error.value.message == "Document was unloaded",
        _ => false,
    }
}

/// Where the picture of a failed test goes.
fn picture_of_this_test() -> PathBuf {
    let browser = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = browser.ancestors().nth(2).unwrap_or(browser);
    let folder = root.join("target/browser");
    // Without the folder there is no picture, and the message says so.
    let _ = std::fs::create_dir_all(&folder);
    let test = thread::current()
        .name()
        .unwrap_or("page")
        .replace("::", "-");
    folder.join(test).with_extension("png")
}
