//! The page in bokmål, nynorsk and English.

use browser::simulator::{field, solutions_of_this_engine};
use browser::{Engine, Page, Site, Window};
use gevinstsimulator::figure::{Context, headlines};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{Language, Solution, read};
use gevinstsimulator::text::{NARROW, SPACE};
use serde_json::{Value, json};
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
    let page = Page::blank(Window::DESKTOP);
    for id in solutions_of_this_engine() {
        let solution = solution(&id);
        for language in Language::ALL {
            page.go(&format!("{}/{id}/", language.code()));
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
fn no_headline_runs_into_another_at_any_width_in_any_language() {
    let page = Page::blank(Window::DESKTOP);
    let widths = page
        .engine()
        .widths(&[320, 360, 768, 1024, 1160, 1280, 1920]);
    for id in solutions_of_this_engine() {
        for language in Language::ALL {
            page.go(&format!("{}/{id}/", language.code()));
            page.wait_for_controls();
            for &width in &widths {
                page.resize(Window { width, height: 900 });
                page.next_frame();
                let wide = page.js(
                    "return [...document.querySelectorAll('#npv, .others .number')].filter(number => {
                       const text = document.createRange();
                       text.selectNodeContents(number);
                       const place = number.closest('div').getBoundingClientRect();
                       return text.getBoundingClientRect().right > place.right + 1;
                     }).map(number => number.textContent)",
                );
                assert_eq!(wide, json!([]), "{id} in {language:?} at {width}");
            }
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
        let script =
            format!("Object.defineProperty(navigator, 'languages', {{ get: () => {wished} }})");
        let page = Site::with_script(script).page(Window::PHONE);
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

/// What a browser writes by itself in a language, as we write it on purpose. Between thousands Norwegian typography has a
/// narrow space, where browsers have one as wide as between words. In English a minus is a minus sign here too, where
/// browsers have a hyphen.
fn in_house_style(language: Language, text: &str) -> String {
    if language == Language::En {
        return text.replacen('-', "\u{2212}", 1);
    }
    let mut letters: Vec<char> = text.chars().collect();
    for place in 1..letters.len().saturating_sub(1) {
        let between = [letters[place - 1], letters[place + 1]];
        if letters[place] == SPACE && between.iter().all(char::is_ascii_digit) {
            letters[place] = NARROW;
        }
    }
    letters.into_iter().collect()
}

/// What the browser's own `Intl` writes for each number, with the options that are beside it. Nothing where the browser
/// does not know the language: Chromium writes nynorsk as its user's own language, which is why we do it ourselves.
#[track_caller]
fn written_by(page: &Page, language: Language, numbers: &[(f64, Value)]) -> Option<Vec<String>> {
    let written = page.js(&format!(
        "const code = {}, numbers = {};
         return Intl.NumberFormat.supportedLocalesOf(code).length
           ? numbers.map(([number, options]) =>
               new Intl.NumberFormat(code, {{signDisplay: 'negative', ...options}}).format(number))
           : null",
        json!(language.code()),
        json!(numbers),
    ));
    let written: Option<Vec<String>> = serde_json::from_value(written).unwrap_or_default();
    let written = written?;
    let ours = |text: String| in_house_style(language, &text);
    Some(written.into_iter().map(ours).collect())
}

fn decimals(count: usize) -> Value {
    json!({"minimumFractionDigits": count, "maximumFractionDigits": count})
}

#[test]
fn numbers_shares_and_kroner_are_written_as_browsers_write_them_in_the_language() {
    const NUMBERS: [f64; 10] = [
        0.0,
        -0.4,
        -3.5,
        0.05,
        999.5,
        1_040.0,
        12_345.678,
        -1_000_000.0,
        1_234_567.25,
        13_300_000_000.0,
    ];
    const SHARES: [f64; 6] = [0.0, 0.8, -0.125, 1.0, 0.004, 25.5];
    /// The decimals that we give an amount of this size.
    const KRONER: [(f64, usize); 6] = [
        (950.0, 0),
        (45_000.0, 0),
        (-2_500_000.0, 1),
        (349e6, 0),
        (13.3e9, 1),
        (-104e9, 0),
    ];
    let page = Page::open("nb/", Window::DESKTOP);
    for language in Language::ALL {
        let ours = language.texts().numbers;
        let mut pairs: Vec<(String, (f64, Value))> = Vec::new();
        for number in NUMBERS {
            let by_decimals =
                (0..3).map(|count| (ours.number(number, count), (number, decimals(count))));
            pairs.extend(by_decimals);
        }
        for share in SHARES {
            let options = json!({"style": "percent", "maximumFractionDigits": 1});
            pairs.push((ours.percent(share), (share, options)));
        }
        // In English kroner are said in whole words here, as Norwegian authorities do: 13.3 billion kr. The WebKit of
        // our tests knows languages as they were in 2022, with kr before the amount.
        let told = language != Language::En && page.engine() != Engine::WebKit;
        for (kroner, count) in KRONER.into_iter().filter(|_| told) {
            let mut options = decimals(count);
            options["style"] = "currency".into();
            options["currency"] = "NOK".into();
            if kroner.abs() >= 1e6 {
                options["notation"] = "compact".into();
            }
            pairs.push((ours.money(kroner), (kroner, options)));
        }
        let (right, numbers): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        match written_by(&page, language, &numbers) {
            Some(written) => assert_eq!(right, written, "{language:?}"),
            None => assert_eq!((language, page.engine()), (Language::Nn, Engine::Chromium)),
        }
    }
}

#[test]
fn the_date_of_the_statement_is_written_as_browsers_write_dates_in_the_language() {
    let page = Page::open("nb/accessibility.html", Window::DESKTOP);
    for (language, locale) in [
        // As bokmål writes it: Chromium knows no nynorsk.
        (Language::Nn, "nb"),
        (Language::Nb, "nb"),
        (Language::En, "en-GB"),
    ] {
        page.go(&format!("{}/accessibility.html", language.code()));
        let date = page.js(&format!(
            "return new Intl.DateTimeFormat('{locale}', {{dateStyle: 'long'}}).format(new Date(2026, 10, 30))"
        ));
        let said = page.text("main");
        let date = date.as_str().unwrap_or_default().to_owned();
        assert!(said.contains(&date), "{date:?} is not in {said}");
    }
}
