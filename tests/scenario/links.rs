//! A link shows the same scenario for good, and what of it cannot be used is named.

use super::trying::config;
use super::{npv, parameter, solution, visited};
use gevinstsimulator::model::Curve;
use gevinstsimulator::scenario::{Digest, Kept, Link, Reason, Scenario, wishes};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[track_caller]
fn read(query: &str) -> Link {
    Link::read(&solution("monitor"), query)
}

/// What is left out of a link, each with its reason.
#[track_caller]
fn ignored(query: &str) -> Vec<(String, Reason)> {
    let ignored = read(query).ignored.into_iter();
    ignored.map(|part| (part.name, part.reason)).collect()
}

#[track_caller]
fn ignores(query: &str, name: &str, reason: Reason) {
    assert_eq!(ignored(query), [(name.to_owned(), reason)], "{query}");
    // And nothing of the scenario changes.
    assert_eq!(
        read(query).scenario,
        Scenario::new(&solution("monitor")),
        "{query}"
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_link_leads_back_to_the_very_scenario_that_it_was_made_of((solution, scenario) in visited()) {
        let link = Link::new(scenario);
        let query = link.write(&solution);
        prop_assert_eq!(&Link::read(&solution, &query), &link, "{}", query);
    }

    #[test]
    fn a_compared_pair_fits_in_a_link((solution, scenario) in visited(), name in "\\PC{0,40}") {
        let mut link = Link::new(Scenario::new(&solution));
        link.kept = Some(Kept { name, scenario });
        let query = link.write(&solution);
        prop_assert_eq!(&Link::read(&solution, &query), &link, "{}", query);
    }

    #[test]
    fn any_text_at_all_gives_a_legal_scenario(query in "\\PC{0,200}") {
        let solution = solution("monitor");
        let link = Link::read(&solution, &query);
        prop_assert!(link.scenario.results(&solution).is_ok());
    }

    #[test]
    fn any_value_of_any_parameter_gives_a_legal_scenario(
        (solution, _) in visited(),
        index: prop::sample::Index,
        value in prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(-1.0), any::<f64>()],
    ) {
        let id = &solution.parameters[index.index(solution.parameters.len())].id;
        let link = Link::read(&solution, &format!("v=1&{id}={value}&with.{id}={value}"));
        prop_assert!(link.scenario.results(&solution).is_ok());
        if let Some(kept) = link.kept {
            prop_assert!(kept.scenario.results(&solution).is_ok());
        }
    }
}

#[test]
fn a_scenario_as_the_file_has_it_needs_no_query() {
    let solution = solution("monitor");
    assert_eq!(Link::new(Scenario::new(&solution)).write(&solution), "");
}

#[test]
fn a_link_says_only_what_differs_in_readable_names() {
    let solution = solution("monitor");
    let mut scenario = Scenario::new(&solution);
    for (id, value) in [("reach", 0.5), ("delay", 2.0)] {
        scenario
            .set(&solution, parameter(&solution, id), value)
            .unwrap();
    }
    scenario.set_curve(&solution, Curve::Linear).unwrap();
    scenario.set_certain(parameter(&solution, "adoption"), true);
    assert_eq!(
        Link::new(scenario).write(&solution),
        "v=1&reach=0.5&delay=2&curve=linear&certain=adoption"
    );
}

#[test]
fn every_stored_link_still_opens_and_says_the_same() {
    let mut seen = 0;
    for file in std::fs::read_dir("tests/links").unwrap() {
        let path = file.unwrap().path();
        let stored = std::fs::read_to_string(&path).unwrap();
        let mut lines = stored.lines();
        let mut next = || {
            lines
                .next()
                .unwrap_or_else(|| panic!("{} ends early", path.display()))
        };
        let (id, query, expected) = (next(), next(), next());
        let solution = solution(id);
        let mut link = Link::read(&solution, query);
        let left_out: Vec<String> = std::mem::take(&mut link.ignored)
            .into_iter()
            .map(|part| part.name)
            .collect();
        let said = format!("?{}", link.write(&solution));
        // The order of the parts is the file's, which may change.
        let parts = |query: &str| {
            query
                .split(['?', '&'])
                .map(str::to_owned)
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(parts(&said), parts(expected), "{}", path.display());
        let expected: Vec<&str> = lines.collect();
        assert_eq!(left_out, expected, "what {} leaves out", path.display());
        seen += 1;
    }
    assert!(seen >= 8, "only {seen} stored links were found");
}

#[test]
fn a_part_that_is_not_known_is_named_and_the_rest_is_used() {
    let link = read("?v=1&reach=0.5&speed=9");
    assert_eq!(
        link.scenario
            .value(parameter(&solution("monitor"), "reach")),
        0.5
    );
    ignores("speed=9", "speed", Reason::Unknown);
}

#[test]
fn a_broken_part_is_named_with_what_is_wrong() {
    ignores("reach=half", "reach", Reason::NoNumber);
    ignores("reach=NaN", "reach", Reason::NoNumber);
    ignores("reach=", "reach", Reason::NoNumber);
    ignores("curve=0.5+0.2", "curve", Reason::NoCurve);
    ignores("curve=wavy", "curve", Reason::NoCurve);
    ignores("certain=reach", "certain", Reason::NotUncertain);
    ignores("figures=many", "figures", Reason::NoDigest);
    ignores("v=99", "v", Reason::NoVersion);
    let [(name, reason)] = &ignored("reach=2")[..] else {
        panic!("one part is out of range");
    };
    assert_eq!(name, "reach");
    assert!(matches!(reason, Reason::Refused(_)), "{reason:?}");
}

#[test]
fn what_others_hang_on_an_address_to_follow_people_is_not_worth_a_word() {
    assert_eq!(ignored("utm_source=x&fbclid=y&gclid=z"), []);
}

#[test]
fn a_value_of_more_decimals_than_a_link_has_is_shown_as_the_link_made_of_it_says() {
    let first = read("reach=0.2500002035&curve=0.30000001+1");
    let again = read(&first.write(&solution("monitor")));
    assert_eq!(again.scenario, first.scenario);
}

#[test]
fn a_decimal_comma_is_read_as_it_is_meant() {
    assert_eq!(read("reach=0,5").scenario, read("reach=0.5").scenario);
}

#[test]
fn a_hundred_kilobytes_of_parameters_are_read_up_to_a_limit() {
    let query = "reach=0.5&".repeat(10_000);
    let link = read(&query);
    assert_eq!(
        link.ignored.last().map(|part| &part.reason),
        Some(&Reason::TooLong)
    );
    let long = format!("{}=1", "x".repeat(100_000));
    assert!(read(&long).ignored[0].name.len() <= 60);
}

#[test]
fn values_that_go_together_only_together_are_taken_together() {
    let solution = solution("monitor");
    let potential = parameter(&solution, "potential");
    let pilot = parameter(&solution, "pilot");
    let [least, _] = solution.parameters[potential].bounds;
    let link = Link::read(&solution, &format!("potential={least}&pilot={least}"));
    let allowed = solution.parameters[pilot].bounds[1] >= least;
    if allowed {
        assert_eq!(link.ignored, []);
        assert_eq!(link.scenario.value(pilot), least);
    } else {
        assert_eq!(link.ignored.len(), 1);
    }
}

#[test]
fn the_digest_of_a_link_is_that_of_the_figures_it_was_made_with() {
    let solution = solution("monitor");
    let mut link = read("reach=0.5");
    let results = link.scenario.results(&solution).unwrap();
    link.digest = Some(Digest::of(&results));
    let again = Link::read(&solution, &link.write(&solution));
    assert_eq!(
        again.digest,
        Some(Digest::of(&again.scenario.results(&solution).unwrap()))
    );
}

#[test]
fn the_digest_tells_a_change_of_a_thousandth() {
    let solution = solution("monitor");
    let mut scenario = Scenario::new(&solution);
    let before = Digest::of(&scenario.results(&solution).unwrap());
    let hourly = parameter(&solution, "reach");
    scenario.set(&solution, hourly, 0.801).unwrap();
    assert_ne!(Digest::of(&scenario.results(&solution).unwrap()), before);
}

#[test]
fn the_figures_of_a_digest_have_four_digits() {
    let solution = solution("monitor");
    let results = Scenario::new(&solution).results(&solution).unwrap();
    let digest = Digest::of(&results);
    let off = (digest.npv - npv(&solution, &Scenario::new(&solution))).abs() / digest.npv.abs();
    assert!(off < 5e-4, "{off}");
    assert_eq!(Digest::read(&digest.write()), Some(digest));
}

/// What a host page wishes takes the place of what the visitor's link says.
#[track_caller]
fn with_wishes(link: &str, wished: &str, expected: &str) {
    let solution = solution("monitor");
    let query = read(link).write_with(&solution, &wishes(wished));
    assert_eq!(query, expected, "{link} with {wished}");
}

#[test]
fn a_hosts_wish_changes_what_it_names_and_leaves_the_rest() {
    with_wishes("reach=0.5&delay=2", "reach=0.6", "v=1&delay=2&reach=0.6");
    with_wishes(
        "reach=0.5&view=flows",
        "view=headlines&theme=dark",
        "v=1&reach=0.5&view=headlines&theme=dark",
    );
    with_wishes("", "reach=0.6", "reach=0.6");
}

#[test]
fn a_wish_that_is_empty_takes_back_what_was_chosen() {
    with_wishes(
        "reach=0.5&delay=2&view=flows",
        "reach=&view=",
        "v=1&delay=2",
    );
    with_wishes("certain=adoption&curve=linear", "certain=&curve=", "v=1");
}

#[test]
fn of_several_wishes_for_the_same_the_last_counts() {
    with_wishes("", "reach=0.6&delay=1&reach=0.7", "delay=1&reach=0.7");
    with_wishes("reach=0.5", "reach=0.6&reach=", "v=1");
}

#[test]
fn a_wish_may_say_for_which_version_of_links_it_was_made() {
    with_wishes("", "v=1&reach=0.6", "reach=0.6");
    with_wishes("", "v=99&reach=0.6", "reach=0.6");
}

#[test]
fn more_wishes_than_a_link_has_parts_are_left_unread() {
    let many: Vec<String> = (0..7000).map(|number| format!("x{number}=1")).collect();
    assert_eq!(wishes(&many.join("&")).len(), 400);
}
