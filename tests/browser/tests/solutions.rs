//! All solutions: the start page leads to them, each page gives its own figures, and a visitor goes from one to the
//! next, or to a file of their own, without the page being loaded anew.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use browser::simulator::{MONITOR, Twin, solutions};
use browser::{Engine, Page, Site, Window, told};
use gevinstsimulator::figure::{Context, headlines};
use gevinstsimulator::text::Language;
use serde_json::{Value, json};

const MENU: &str = "[popovertarget=solutions]";

#[test]
fn the_start_page_has_a_card_for_every_solution_with_its_headline() {
    let page = Page::open("nb/", Window::DESKTOP);
    assert_eq!(page.count(".card"), solutions().len());
    for id in solutions() {
        let twin = Twin::of(&id);
        let results = twin.results();
        let said = headlines(Context {
            language: Language::Nb,
            solution: &twin.solution,
            scenario: &twin.scenario,
            results: &results,
            found: None,
            compared: None,
        });
        let card = page.text(&format!(".card:has(a[href='../nb/{id}/'])"));
        for text in [
            twin.solution.name.get(Language::Nb),
            &said.lead_label,
            &said.npv,
        ] {
            assert!(card.contains(text), "{id}: {text:?} is not in {card:?}");
        }
    }
    page.assert_quiet();
}

#[test]
fn every_solutions_page_says_what_the_library_says_before_and_after_a_control_is_moved() {
    for id in Engine::chosen().some(solutions(), 3) {
        let (page, mut twin) = opened(&id);
        page.assert_says_what(&twin, &format!("opening {id}"));
        for (control, text, shown) in [("reach", "35", 35.0), ("adoption", "61", 61.0)] {
            page.fill(&browser::simulator::field(control), text);
            twin.choose(control, shown);
        }
        page.assert_says_what(&twin, &format!("moving two controls of {id}"));
        page.assert_quiet();
    }
}

#[test]
fn every_solutions_page_says_what_the_command_line_says() {
    for id in Engine::chosen().some(solutions(), 3) {
        let (page, _) = opened(&id);
        let run = run(&id, &["reach=0.35"]);
        page.fill(&browser::simulator::field("reach"), "35");
        page.next_frame();
        let numbers = &Language::Nb.texts().numbers;
        let money = |value: &Value| numbers.money(value.as_f64().expect("an amount"));
        assert_eq!(
            page.text("#npv").replace('−', ""),
            money(&run["npv"]).replace('−', ""),
            "{id}"
        );
        let saving = &run["annual_saving_at_full_effect"]["net"];
        assert_eq!(page.text("#annual-saving"), money(saving), "{id}");
        if let Some(year) = run["break_even_year"].as_i64() {
            assert_eq!(page.text("#break-even"), year.to_string(), "{id}");
        }
        page.click("#figure-rollout .figure-table summary");
        let installed: Vec<String> = run["years"]
            .as_array()
            .expect("years")
            .iter()
            .map(|year| numbers.number(year["installed"].as_f64().expect("a number"), 0))
            .collect();
        let shown = page.texts("#figure-rollout tbody tr td:nth-of-type(1)");
        assert_eq!(shown, installed, "{id}");
        page.assert_quiet();
    }
}

#[test]
fn the_menu_leads_to_another_solution_without_loading_the_page_anew() {
    let page = Page::simulator(Window::PHONE);
    page.js("window.stays = true");
    page.click(MENU);
    page.click("#solutions a[data-solution=ferries]");
    page.wait_for_text("h1", "Elektriske ferjer");
    assert_eq!(page.path(), "nb/ferries/");
    assert!(
        page.title().starts_with("Elektriske ferjer"),
        "{}",
        page.title()
    );
    assert_eq!(page.js("return window.stays"), json!(true));
    assert_eq!(page.js("return scrollY"), json!(0));
    assert_eq!(page.focused(), "solution-name");
    assert!(!page.visible("#solutions"));
    page.assert_says_what(&Twin::of("ferries"), "going to the ferries");
    page.js("history.back()");
    page.wait_for_text("h1", "Kontaktløs pasientmonitor");
    assert_eq!(page.path(), MONITOR);
    page.assert_says_what(&Twin::default(), "going back");
    page.assert_quiet();
}

#[test]
fn the_menu_marks_the_solution_that_is_shown() {
    let page = Page::simulator(Window::DESKTOP);
    page.click(MENU);
    page.click("#solutions a[data-solution=video]");
    page.wait_for_text("h1", "Video i nødsamtaler");
    page.click(MENU);
    let marked = page.texts("#solutions [aria-current=page]");
    assert_eq!(marked, ["Video i nødsamtaler"]);
}

#[test]
fn a_page_asks_for_its_own_solution_only() {
    let page = Page::simulator(Window::DESKTOP);
    let asked = page.requests();
    // WebKit names what was preloaded once more when it is used.
    let files: BTreeSet<&String> = asked.iter().filter(|it| it.ends_with(".bin")).collect();
    assert_eq!(files.len(), 1, "{files:?}");
}

#[test]
fn a_file_of_the_visitors_own_is_opened_and_goes_nowhere() {
    let page = Page::simulator(Window::DESKTOP);
    let before = page.requests().len();
    choose(
        &page,
        &own("own.json", |file| {
            file["id"] = json!("mine");
            file["name"]["nb"] = json!("Min egen løsning");
        }),
    );
    page.wait_for_text("h1", "Min egen løsning");
    assert!(page.text(".notice").contains("own.json"));
    assert_eq!(page.count("#solutions [aria-current]"), 0);
    // What reads files, and what keeps the simulator: nothing that could carry the file.
    let fetched = page.requests().split_off(before);
    let ours = |address: &String| {
        let program = address.contains("/assets/") && address.ends_with(".wasm");
        program || address.ends_with("/service-worker.js")
    };
    assert!(fetched.iter().all(ours), "{fetched:?}");
    page.click(".notice button");
    assert!(!page.visible(".notice"));
    page.assert_quiet();
}

#[test]
fn what_is_kept_of_a_file_leaves_alone_what_is_kept_of_the_sites_solution() {
    let page = Page::simulator(Window::DESKTOP);
    page.click("#tool-compare");
    page.wait_for(".kept li");
    choose(
        &page,
        &own("same-id.json", |file| {
            file["name"]["nb"] = json!("Samme navn i adressen")
        }),
    );
    page.wait_for_text("h1", "Samme navn i adressen");
    let title = page.js("return document.title");
    assert_eq!(title, "Samme navn i adressen – Gevinstsimulatoren");
    page.wait_until_refined();
    page.click("#tool-compare");
    page.wait_for(".kept li");
    assert!(page.text("#comparison").contains("blir ikke lagret"));
    page.click(".kept li button:last-of-type");
    page.go(MONITOR);
    page.wait_for_simulator();
    page.wait_for(".kept li");
    assert_eq!(page.count(".kept li"), 1);
}

#[test]
fn who_goes_from_a_file_that_the_address_names_to_the_sites_solution_has_a_link_to_that() {
    let page = asked_for_the_video();
    page.click(MENU);
    page.click("#solutions a[data-solution=monitor]");
    page.wait_for_text("h1", "Kontaktløs pasientmonitor");
    page.wait_until_refined();
    assert!(!page.value("#link").contains("file="));
    page.assert_says_what(&Twin::default(), "leaving a file");
}

#[test]
fn a_file_of_the_visitors_own_with_problems_is_told_all_of_them_and_the_page_stays() {
    let page = Page::simulator(Window::DESKTOP);
    page.fill(&browser::simulator::field("reach"), "50");
    let mut twin = Twin::default();
    twin.choose("reach", 50.0);
    choose(
        &page,
        &own("broken.json", |file| {
            file["colour"] = json!("red");
            file["benefits"][0]["factors"] = json!(["nothing"]);
            file["parameters"]["sets"]["likely"] = json!(99);
        }),
    );
    page.wait_for(".notice");
    let said = page.text(".notice");
    for problem in [
        "broken.json",
        "colour",
        "«nothing»",
        "parameters.sets.likely = 99 må være fra 0 til 12",
    ] {
        assert!(said.contains(problem), "{problem} is not in {said}");
    }
    page.assert_says_what(&twin, "a broken file");
    page.assert_quiet();
}

#[test]
fn nonsense_and_files_that_are_too_long_get_a_clear_answer() {
    let page = Page::simulator(Window::DESKTOP);
    for (name, content, answer) in [
        ("nonsense.json", vec![0xff, 0x00, 0x89], "ikke gyldig JSON"),
        ("long.json", vec![b' '; 1_000_001], "1000001"),
        ("deep.json", vec![b'['; 900_000], "ikke gyldig JSON"),
        ("empty.json", Vec::new(), "ikke gyldig JSON"),
    ] {
        choose(&page, &written(name, &content));
        page.wait_until(&format!("{name} is answered"), || {
            page.count(".notice") > 0 && page.text(".notice").contains(name)
        });
        let said = page.text(".notice");
        assert!(said.contains(answer), "{name}: {said}");
    }
    page.assert_says_what(&Twin::default(), "nonsense");
    page.assert_quiet();
}

#[test]
fn a_file_that_cannot_be_read_without_a_network_is_said_to_be_so_and_can_be_with_one() {
    let site = Site::new();
    site.withhold("/assets/reader-");
    let page = site.page(Window::DESKTOP);
    page.go(MONITOR);
    page.wait_for_simulator();
    let file = own("own.json", |file| {
        file["name"]["nb"] = json!("Min egen løsning")
    });
    choose(&page, &file);
    page.wait_for(".notice");
    let said = page.text(".notice");
    assert!(said.contains("Kan ikke lese own.json nå"), "{said}");
    page.assert_says_what(&Twin::default(), "a file that cannot be read");
    site.mend();
    choose(&page, &file);
    page.wait_for_text("h1", "Min egen løsning");
}

#[test]
fn a_file_dropped_on_the_page_is_opened() {
    let page = Page::simulator(Window::DESKTOP);
    let content = std::fs::read_to_string(file_of("ferries")).expect("a file");
    let script = format!(
        "const data = new DataTransfer();
         data.items.add(new File([{}], 'dropped.json'));
         const drop = name => document.body.dispatchEvent(
           new DragEvent(name, {{dataTransfer: data, bubbles: true, cancelable: true}}));
         drop('dragover'); const shown = document.documentElement.hasAttribute('data-dropping');
         drop('drop'); return shown && !document.documentElement.hasAttribute('data-dropping')",
        json!(content)
    );
    assert_eq!(page.js(&script), json!(true));
    page.wait_for_text("h1", "Elektriske ferjer");
    page.assert_says_what(&Twin::of("ferries"), "dropping a file");
    page.wait_until_refined();
    // Whoever followed a link would see the page's own solution.
    assert_eq!(page.count("#link, #share .code-details, #embed"), 0);
    assert!(
        page.text("#share")
            .contains("ingen lenke kan vise den til andre")
    );
    page.assert_quiet();
}

#[test]
fn an_address_can_name_a_file_of_the_same_site() {
    let page = asked_for_the_video();
    page.assert_says_what(&Twin::of("video"), "opening a file by its address");
    page.assert_quiet();
}

#[test]
fn an_address_that_names_a_file_elsewhere_is_told_and_nothing_is_fetched_there() {
    let page = Page::open(
        "nb/monitor/?file=https://example.com/a.json",
        Window::DESKTOP,
    );
    page.wait_for(".notice");
    assert!(page.text(".notice").contains("samme nettsted"));
    page.wait_until_refined();
    page.assert_says_what(&Twin::default(), "an address elsewhere");
    page.assert_quiet();
}

#[test]
fn an_address_that_names_a_file_that_is_not_there_is_told_and_the_page_is_shown() {
    let page = Page::open("nb/monitor/?file=nothing.json", Window::DESKTOP);
    page.wait_for(".notice");
    assert!(page.text(".notice").contains("nothing.json"));
    page.wait_for_simulator();
    page.assert_says_what(&Twin::default(), "an address of nothing");
    page.assert_nothing_sent_elsewhere();
}

#[track_caller]
fn opened(id: &str) -> (Page, Twin) {
    let page = Page::open(&format!("nb/{id}/"), Window::DESKTOP);
    page.wait_for_simulator();
    (page, Twin::of(id))
}

/// What `gevinst run` says of a solution.
#[track_caller]
fn run(id: &str, set: &[&str]) -> Value {
    let mut program = Command::new(told("GEVINST"));
    program
        .arg("run")
        .arg(file_of(id))
        .args(["--format", "json"]);
    for set in set {
        program.args(["--set", set]);
    }
    let output = program.output().expect("the command line");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn file_of(id: &str) -> PathBuf {
    PathBuf::from(told("DIST")).join(format!("solutions/{id}.json"))
}

/// The monitor's page at an address that names another file of the site.
#[track_caller]
fn asked_for_the_video() -> Page {
    let page = Page::open(
        "nb/monitor/?file=../../solutions/video.json",
        Window::DESKTOP,
    );
    page.wait_for_text("h1", "Video i nødsamtaler");
    page.wait_until_refined();
    page
}

/// The monitor's file with something changed, written where the browser can choose it.
#[track_caller]
fn own(name: &str, change: impl FnOnce(&mut Value)) -> PathBuf {
    let content = std::fs::read_to_string(file_of("monitor")).expect("a file");
    let mut file = serde_json::from_str(&content).expect("JSON");
    change(&mut file);
    written(name, file.to_string().as_bytes())
}

#[track_caller]
fn written(name: &str, content: &[u8]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("own-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, content).expect("a file");
    path
}

/// Chooses a file in the menu, as a person does.
#[track_caller]
fn choose(page: &Page, path: &std::path::Path) {
    page.click(MENU);
    page.wait_for("#solutions");
    page.upload("#own-file", path);
}
