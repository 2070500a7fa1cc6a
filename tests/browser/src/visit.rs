//! A whole visit: all that a person can do at the simulator, one thing after the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::simulator::{FILE, MONITOR, slider};
use crate::{Key, Page, told};

impl Page {
    /// From the start page through every part of the program, with a slider, a story, a comparison, all that can be taken
    /// along, the paper, the stage, another solution and the visitor's own file.
    #[track_caller]
    pub fn visit_everything(&self) {
        self.go("nb/");
        self.click(".card a[href$='/monitor/']");
        self.wait_for_simulator();
        self.slide_by_keyboard(&slider("reach"), 80.0);
        self.open_all_assumptions();
        self.click("#controls .choice label:nth-of-type(3) input");
        self.wait_for(".curve-editor .handle");
        self.press(".curve-editor .handle", Key::Up.value());
        self.click(".stories .chip:nth-of-type(2)");
        self.wait_for("#tale-title");
        self.click("#tool-undo");
        self.click("#tool-compare");
        self.wait_for("#comparison table");
        self.take_everything_along();
        self.see_the_paper();
        self.see_the_stage();
        self.go_elsewhere();
        assert_eq!(self.path().split('?').next(), Some("nb/monitor/"));
    }

    #[track_caller]
    fn take_everything_along(&self) {
        self.click("#share .link-row button");
        self.wait_until("the link is copied, or is not", || {
            self.text("#share .link-row + .note").contains("opier")
        });
        self.click(".code-details > summary");
        self.wait_for(".code svg");
        self.click("#figure-flows .figure-table > summary");
        for button in 1..=2 {
            self.click(&format!("#figure-flows .take button:nth-of-type({button})"));
        }
        for button in 1..=2 {
            self.click(&format!("#share .take button:nth-of-type({button})"));
        }
        self.wait_until("the workbook is made", || {
            let fetched = "performance.getEntriesByType('resource').some(it => it.name.includes('/workbook-'))";
            self.js(&format!("return {fetched}")) == true
        });
    }

    #[track_caller]
    fn see_the_paper(&self) {
        self.js("dispatchEvent(new Event('beforeprint'))");
        self.on_paper();
        self.wait_for("#paper .brief h1");
        let margin = self
            .js("return getComputedStyle(document.querySelector('#paper .brief h1')).marginBottom");
        // Half a millimetre, by the style of the brief.
        assert_ne!(margin, "0px");
        self.on_screen();
        self.js("dispatchEvent(new Event('afterprint'))");
    }

    #[track_caller]
    fn see_the_stage(&self) {
        self.click("#tool-stage");
        self.wait_for(".stage");
        for key in ["q", "q", "?", "?", "1"] {
            self.press("body", key);
        }
        self.press("body", Key::PageDown.value());
        self.press("body", Key::Escape.value());
        self.wait_for("#controls");
    }

    /// To another solution, back again, and to a file of the visitor's own.
    #[track_caller]
    fn go_elsewhere(&self) {
        let menu = "button[popovertarget=solutions]";
        self.click(menu);
        self.click("#solutions a[data-solution=ferries]");
        self.wait_until("the ferries are here", || {
            self.path().starts_with("nb/ferries/")
        });
        self.wait_for_simulator();
        self.js("history.back()");
        self.wait_until("the monitor is here again", || {
            self.path().starts_with(MONITOR)
        });
        self.wait_for_simulator();
        self.click(menu);
        self.upload("#own-file", own_file());
        self.wait_until("the visitor's own file is here", || {
            self.text("h1") == OWN_NAME
        });
    }
}

/// What the visitor's own solution is called.
const OWN_NAME: &str = "En helt annen løsning";

/// A solution file that is nowhere at the site.
fn own_file() -> &'static Path {
    static FILE_OF_THEIR_OWN: LazyLock<PathBuf> = LazyLock::new(|| {
        let built = PathBuf::from(told("DIST")).join(FILE);
        let content = fs::read_to_string(built).expect("what was built");
        let mut file: serde_json::Value = serde_json::from_str(&content).expect("JSON");
        file["name"]["nb"] = OWN_NAME.into();
        file["id"] = "my-own".into();
        let path = std::env::temp_dir().join(format!("my-own-{}.json", std::process::id()));
        fs::write(&path, file.to_string()).expect("a file");
        path
    });
    &FILE_OF_THEIR_OWN
}
