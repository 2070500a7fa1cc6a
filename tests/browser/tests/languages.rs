//! The page in bokmål, nynorsk and English.

use browser::simulator::{field, solutions};
use browser::{Page, Window};
use gevinstsimulator::figure::{Context, headlines};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{Language, Solution, read};
use std::path::Path;

fn solution(id: &str) -> Solution {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/solutions");
    read(&std::fs::read_to_string(folder.join(format!("{id}.json"))).unwrap()).unwrap()
}

/// What the page of a solution in a language says first, as the library has it.
fn expected(language: Language, solution: &Solution, scenario: &Scenario) -> [String; 4] {
    let results = scenario.results(solution).unwrap();
    let said = headlines(Context {
        language,
        solution,
        scenario,
        results: &results,
        found: None,
        compared: None,
    });
    let name = solution.name.get(language).to_owned();
    [name, said.lead_label, said.npv, said.sentence]
}

#[test]
fn every_solution_has_a_page_in_every_language_that_says_what_the_library_says() {
    for id in solutions() {
        let solution = solution(&id);
        for language in Language::ALL {
            let page = Page::open(&format!("{}/{id}/", language.code()), Window::DESKTOP);
            page.wait_for_simulator();
            assert_eq!(
                page.attribute("html", "lang").as_deref(),
                Some(language.code())
            );
            let body = page.text("body");
            for text in expected(language, &solution, &Scenario::new(&solution)) {
                assert!(body.contains(&text), "{id} in {language:?} lacks {text:?}");
            }
            page.assert_quiet();
        }
    }
}

#[test]
fn the_switch_leads_to_the_same_scenario_in_another_language_and_says_which_is_shown() {
    let page = Page::open("nb/monitor/?v=1&reach=0.35", Window::PHONE);
    page.wait_for_simulator();
    let solution = solution("monitor");
    let mut scenario = Scenario::new(&solution);
    let reach = solution.parameter("reach").unwrap();
    scenario.set(&solution, reach, 0.35).unwrap();
    for language in [Language::En, Language::Nn, Language::Nb] {
        let code = language.code();
        page.click(&format!(".languages [data-language={code}]"));
        page.wait_until("the page is there", || {
            page.path() == format!("{code}/monitor/?v=1&reach=0.35")
        });
        page.wait_for_simulator();
        page.wait_for_text("#npv", &expected(language, &solution, &scenario)[2]);
        let shown = page.attribute(".languages [aria-current]", "data-language");
        assert_eq!(shown.as_deref(), Some(code));
    }
    page.assert_quiet();
}

#[test]
fn the_sites_root_leads_to_the_first_language_of_the_browsers_that_we_speak() {
    for (wished, led_to) in [
        ("['de', 'en-GB', 'nb']", "en/"),
        ("['no', 'en']", ""),
        ("['nn-NO', 'nb-NO']", "nn/"),
        ("['de']", ""),
    ] {
        let page = Page::blank(Window::PHONE);
        page.before_all(&format!(
            "Object.defineProperty(navigator, 'languages', {{ get: () => {wished} }})"
        ));
        page.go("");
        page.wait_until(&format!("{wished} leads to {led_to:?}"), || {
            page.path() == led_to && page.count(".card") > 0
        });
    }
}

#[test]
fn a_number_is_read_as_the_language_writes_it() {
    for (language, typed, shown) in [
        (Language::Nb, "10.500", "10\u{202f}500"),
        (Language::Nn, "10 500", "10\u{202f}500"),
        (Language::En, "10,500", "10,500"),
    ] {
        let code = language.code();
        let page = Page::open(&format!("{code}/dispensers/"), Window::DESKTOP);
        page.wait_for_simulator();
        page.fill(&field("potential"), typed);
        page.wait_until(&format!("{typed} in {code} is {shown}"), || {
            page.value(&field("potential")).starts_with(shown)
        });
        page.assert_quiet();
    }
}
