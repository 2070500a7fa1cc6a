//! What the brief says. How it is printed is in the browser tests.

use super::{Case, LINK, SOLUTIONS, file, set};
use gevinstsimulator::export::brief::{brief, brief_document};
use gevinstsimulator::figure::headlines;
use gevinstsimulator::model::Curve;

fn said(case: &Case) -> String {
    brief(case.context(), Some(LINK)).into_string()
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "«{part}» is not in:\n{text}");
    }
}

fn changed(
    choose: impl Fn(&mut gevinstsimulator::scenario::Scenario, &gevinstsimulator::solution::Solution),
) -> String {
    said(&Case::of(&file("monitor"), choose))
}

#[test]
fn a_brief_has_the_headlines_with_their_spans_and_the_sentence_that_leads() {
    for id in SOLUTIONS {
        let case = Case::published(id);
        let headlines = headlines(case.context());
        let text = said(&case);
        has(
            &text,
            &[
                &headlines.npv,
                &headlines.sentence,
                &headlines.range.unwrap(),
            ],
        );
        for headline in headlines.others {
            has(&text, &[headline.label, &headline.value]);
        }
        assert_eq!(text.matches("<figure>").count(), 2, "{id}");
    }
}

#[test]
fn a_brief_sets_the_claim_beside_what_the_model_gives() {
    let text = said(&Case::published("monitor"));
    has(
        &text,
        &[
            "Det er hevdet at løsningen sparer 13,3 milliarder kroner",
            "(LUP, 2025).",
            "Modellen gir med disse forutsetningene 349\u{a0}mill.\u{a0}kr før kostnader og 148\u{a0}årsverk i året",
        ],
    );
}

#[test]
fn a_brief_says_from_what_to_what_the_assumptions_were_changed() {
    let text = changed(|scenario, solution| {
        set(scenario, solution, "reach", 0.5);
        set(scenario, solution, "device_price", 45_000.0);
        scenario.set_curve(solution, Curve::Linear).unwrap();
        let wage = solution.parameter("nurse_hour").unwrap();
        scenario.set_certain(wage, true);
    });
    has(
        &text,
        &[
            "fra 80 til 50\u{a0}%",
            "fra 30\u{202f}000 til 45\u{202f}000\u{a0}kr per sengeplass",
            "fra S-kurve til jevn takt",
            "Hva koster en sykepleiertime? <b>regnet som sikkert</b>",
        ],
    );
}

#[test]
fn a_brief_of_the_solution_as_it_is_says_that_nothing_was_changed() {
    has(
        &said(&Case::published("monitor")),
        &["Ingenting: alle forutsetninger er standard."],
    );
}

#[test]
fn a_brief_has_no_room_for_more_than_six_changes_and_says_how_many_more_there_are() {
    let text = changed(|scenario, solution| {
        for id in [
            "reach",
            "delay",
            "sets",
            "minutes",
            "nurse_hour",
            "bed_days",
            "potential",
            "running_cost",
        ] {
            let parameter = solution.parameter(id).unwrap();
            let value = solution.parameters[parameter].bounds[1];
            scenario.set(solution, parameter, value).unwrap();
        }
    });
    assert_eq!(text.matches("<li>").count(), 7);
    has(&text, &["Og 2 til. Lenken viser alle."]);
}

#[test]
fn a_brief_shows_who_pays_where_others_gain_and_else_what_it_hangs_on() {
    has(
        &said(&Case::published("video")),
        &["Helseforetakene betaler mest, men pasientene får mest igjen</h2>"],
    );
    has(
        &said(&Case::published("monitor")),
        &["Mest avhenger av svaret på «Hvor mye kortere blir oppholdene?»</h2>"],
    );
}

#[test]
fn without_an_address_a_brief_has_neither_link_nor_code() {
    let case = Case::published("monitor");
    let text = brief(case.context(), None).into_string();
    assert!(!text.contains("<a ") && !text.contains("<svg xmlns"));
}

#[test]
fn a_brief_is_complete_in_one_file() {
    let page = brief_document(Case::published("monitor").context(), Some(LINK));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"nb\">"));
    has(
        &page,
        &[
            "@page { size: A4;",
            ".brief h1 {",
            "<title>Kontaktløs pasientmonitor – Gevinstsimulatoren</title>",
        ],
    );
    for fetched in ["<script", "<link", "<img", "url(", "@import", "src="] {
        assert!(!page.contains(fetched), "{fetched}");
    }
}

#[test]
fn what_a_file_says_is_text_in_a_brief_and_never_markup() {
    let json = file("monitor").replace(
        "Kontaktløs pasientmonitor",
        "<script>alert(1)</script> & co",
    );
    let page = brief_document(Case::of(&json, |_, _| {}).context(), Some(LINK));
    assert!(!page.contains("<script"));
    has(&page, &["&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"]);
}
