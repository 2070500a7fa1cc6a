//! Solution files: all that are published read without problems, and each way of being wrong is said in full:
//! where it is, what was found and what is allowed. Every bad file here is `solution_files/home.json`, which is
//! right, with one thing changed.

use gevinstsimulator::solution::{self, Solution};
use serde_json::{Value, json};
use std::path::PathBuf;

const HOME: &str = include_str!("solution_files/home.json");

/// Changes the right file and gives what reading it then says, a line a problem.
fn problems_after(change: impl FnOnce(&mut Value)) -> String {
    problems_in(&changed(change))
}

fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut file = serde_json::from_str(HOME).unwrap();
    change(&mut file);
    file.to_string()
}

fn problems_in(json: &str) -> String {
    solution::read(json).map_or_else(
        |problems| problems.to_string(),
        |_| "no problems".to_owned(),
    )
}

#[track_caller]
fn says(change: impl FnOnce(&mut Value), expected: &str) {
    assert_eq!(problems_after(change), expected);
}

fn remove(object: &mut Value, field: &str) {
    object.as_object_mut().unwrap().remove(field).unwrap();
}

fn home() -> Solution {
    solution::read(&changed(|_| {})).unwrap()
}

/// The ids of all parameters but one, as a message lists them.
fn known_parameters_without(id: &str) -> String {
    let known = home().plan.parameters;
    known
        .into_iter()
        .filter(|known| known != id)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The solution files in a folder of the project.
fn files_in(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_solution = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        solution::is_solution_file(&name)
    };
    paths.filter(is_solution).collect()
}

mod published {
    use super::*;

    #[test]
    fn every_published_file_reads_without_problems_and_is_named_after_its_solution() {
        let paths = files_in("www/solutions");
        assert!(!paths.is_empty(), "no solution file was found");
        for path in paths {
            let json = std::fs::read_to_string(&path).unwrap();
            let solution =
                solution::read(&json).unwrap_or_else(|e| panic!("{}:\n{e}", path.display()));
            assert_eq!(
                Some(solution.id.as_str()),
                path.file_stem().and_then(|stem| stem.to_str())
            );
            let likely: Vec<f64> = solution.parameters.iter().map(|p| p.likely).collect();
            let results = solution.plan.results(&solution.curve, &likely).unwrap();
            assert!(results.npv.is_finite(), "{}", path.display());
        }
    }
}

mod stored {
    use super::*;
    use gevinstsimulator::text::Language;

    /// A wrong file for each kind of mistake that an editor makes most, beside it what the editor is told.
    #[test]
    fn each_stored_wrong_file_is_told_as_it_stands_beside_it() {
        let paths = files_in("tests/solution_files/wrong");
        assert_eq!(paths.len(), 10);
        for path in paths {
            let file = std::fs::read_to_string(&path).unwrap();
            let problems = solution::read(&file).expect_err("a wrong file").0;
            let lines = problems.iter().map(Language::Nb.further().problem);
            let lines: Vec<String> = lines.collect();
            let expected = std::fs::read_to_string(path.with_extension("txt")).unwrap();
            assert_eq!(lines.join("\n"), expected.trim_end(), "{}", path.display());
        }
    }
}

mod right {
    use super::*;

    #[test]
    fn the_file_that_the_others_are_made_from_is_right() {
        says(|_| {}, "no problems");
    }

    #[test]
    fn a_scale_is_a_number_or_a_fraction_with_or_without_its_unit() {
        assert_eq!(home().plan.benefits[0].scale, 1.0 / 60.0);
        assert_eq!(home().plan.benefits[1].scale, 1.0);
        for (benefit, text, expected) in [
            (0, "0.5 h/min", 0.5),
            (0, " -2.5e3  h/min ", -2500.0),
            (1, "1/60", 1.0 / 60.0),
            (1, "3/4 1", 0.75),
        ] {
            let file = changed(|file| file["benefits"][benefit]["scale"] = json!(text));
            let plan = solution::read(&file).unwrap().plan;
            assert_eq!(plan.benefits[benefit].scale, expected);
        }
    }

    #[test]
    fn a_mark_of_the_encoding_at_the_beginning_is_passed_over() {
        assert!(solution::read(&format!("\u{feff}{HOME}")).is_ok());
    }

    #[test]
    fn units_may_be_multiplied_and_divided_in_any_order() {
        for (unit, scale) in [
            ("1/house/year", "1 h"),
            ("min/year/house", "1/60 h/min"),
            ("h/house", "1 1/year"),
        ] {
            says(
                |file| {
                    file["parameters"]["hours"]["unit"] = json!(unit);
                    file["benefits"][0]["scale"] = json!(scale);
                },
                "no problems",
            );
        }
    }

    #[test]
    fn what_a_file_says_of_a_common_parameter_replaces_only_what_it_says() {
        let file = changed(|file| file["parameters"]["ramp"] = json!({"bounds": [0, 5]}));
        let solution = solution::read(&file).unwrap();
        let ramp = &solution.parameters[solution.parameter("ramp").unwrap()];
        let common = &home().parameters[home().parameter("ramp").unwrap()];
        assert_eq!(ramp.bounds, [0.0, 5.0]);
        assert_eq!(
            (&ramp.label, ramp.likely, ramp.range),
            (&common.label, common.likely, common.range)
        );
    }

    #[test]
    fn a_new_figure_for_a_common_parameter_is_without_the_old_ones_range_and_source() {
        let file = changed(|file| file["parameters"]["imitation"] = json!({"likely": 0.5}));
        let solution = solution::read(&file).unwrap();
        let imitation = &solution.parameters[solution.parameter("imitation").unwrap()];
        assert_eq!(imitation.likely, 0.5);
        assert_eq!(
            (imitation.range, imitation.source, &imitation.note),
            (None, None, &None)
        );
        assert_eq!(imitation.basis, solution::Basis::Assumption);
        assert_eq!(imitation.bounds, [0.02, 1.0]);
    }

    #[test]
    fn the_longest_file_that_is_read_has_a_million_bytes() {
        let padded = |length: usize| format!("{HOME}{}", " ".repeat(length - HOME.len()));
        assert_eq!(problems_in(&padded(1_000_000)), "no problems");
        let expected = "1000001 bytes: a solution file has at most 1000000";
        assert_eq!(problems_in(&padded(1_000_001)), expected);
    }
}

mod unreadable {
    use super::*;

    #[test]
    fn what_is_not_json_is_told_by_line_and_column() {
        assert_eq!(
            problems_in("{\"format\": 1,\n oops}"),
            "key must be a string at line 2 column 2"
        );
        assert_eq!(
            problems_in(""),
            "EOF while parsing a value at line 1 column 0"
        );
        assert_eq!(
            problems_in(&HOME[..40]),
            "EOF while parsing a string at line 4 column 7"
        );
        let after = HOME.lines().count() + 1;
        let expected = format!("trailing characters at line {after} column 1");
        assert_eq!(problems_in(&format!("{HOME}]")), expected);
    }

    #[test]
    fn a_figure_that_no_computer_number_holds_is_told() {
        let file = HOME.replace("\"likely\": 500", "\"likely\": 1e999");
        assert!(problems_in(&file).starts_with("number out of range at line 18 column "));
        let file = HOME.replace("\"likely\": 500", "\"likely\": NaN");
        assert!(problems_in(&file).starts_with("expected value at line 18 column "));
    }

    #[test]
    fn an_unknown_field_is_told_with_all_known_ones() {
        says(
            |file| file["colour"] = json!("red"),
            "colour: unknown field; known: $schema, format, id, name, summary, buyer, supplier, unit, units, \
             first_year, price_year, actors, sources, claims, rollout, parameters, benefits, carbon_price, costs",
        );
        says(
            |file| file["actors"][0]["colour"] = json!("red"),
            "actors.town.colour: unknown field; known: id, name, public",
        );
        says(
            |file| file["parameters"]["hours"]["colour"] = json!("red"),
            "parameters.hours.colour: unknown field; known: label, help, unit, group, featured, likely, range, \
             bounds, step, basis, source, note",
        );
        says(
            |file| file["benefits"][0]["colour"] = json!("red"),
            "benefits.time.colour: unknown field; known: id, label, kind, scale, factors, gains, price, cash_share",
        );
        says(
            |file| file["costs"][0]["colour"] = json!("red"),
            "costs.device.colour: unknown field; known: id, label, timing, amount, pays, learning_rate, life",
        );
        says(
            |file| file["name"]["tlh"] = json!("juH"),
            "name.tlh: unknown field; known: nb, nn, en",
        );
        says(
            |file| file["rollout"]["colour"] = json!("red"),
            "rollout.colour: unknown field; known: curve, observed, points",
        );
    }

    #[test]
    fn a_field_that_every_file_must_have_is_told_when_it_is_missing() {
        for field in [
            "format",
            "id",
            "name",
            "summary",
            "unit",
            "first_year",
            "price_year",
            "rollout",
            "benefits",
            "costs",
        ] {
            says(|file| remove(file, field), &format!("{field}: missing"));
        }
        for field in ["actors", "sources", "parameters"] {
            let found = problems_after(|file| remove(file, field));
            let first = found.lines().next().unwrap();
            assert_eq!(first, format!("{field}: missing"));
        }
        for field in ["label", "kind", "factors", "gains"] {
            says(
                |file| remove(&mut file["benefits"][0], field),
                &format!("benefits.time.{field}: missing"),
            );
        }
        for field in ["label", "timing", "amount", "pays"] {
            says(
                |file| remove(&mut file["costs"][0], field),
                &format!("costs.device.{field}: missing"),
            );
        }
    }

    #[test]
    fn a_name_outside_of_a_fixed_list_is_told_with_the_list() {
        says(
            |file| file["rollout"] = json!({"curve": "waves"}),
            "rollout.curve = \"waves\": must be one of bass, linear, drawn",
        );
        says(
            |file| file["benefits"][0]["kind"] = json!("joy"),
            "benefits.time.kind = \"joy\": must be one of time, money, emissions, health, count",
        );
        says(
            |file| file["costs"][0]["timing"] = json!("never"),
            "costs.device.timing = \"never\": must be one of once, per_buyer, per_new_unit, per_unit_year, \
             per_unit_in_use_year",
        );
        says(
            |file| file["parameters"]["hour"]["group"] = json!("misc"),
            "parameters.hour.group = \"misc\": must be one of rollout, adoption, cost, benefit, standard",
        );
        says(
            |file| file["parameters"]["hour"]["basis"] = json!("rumour"),
            "parameters.hour.basis = \"rumour\": must be one of published, derived, assumption",
        );
    }

    #[test]
    fn a_value_of_another_kind_is_told() {
        says(
            |file| file["parameters"]["hour"]["likely"] = json!("many"),
            "parameters.hour.likely = \"many\": must be a number",
        );
        let found = problems_after(|file| file["parameters"] = json!([]));
        assert!(
            found.starts_with("parameters = a list: must be an object\n"),
            "{found}"
        );
        says(
            |file| file["parameters"]["hour"]["bounds"] = json!([1]),
            "parameters.hour.bounds = a list: must be a list of two numbers",
        );
        says(
            |file| file["actors"][0]["public"] = json!(1),
            "actors.town.public = 1: must be true or false",
        );
        says(
            |file| file["first_year"] = json!(2026.5),
            "first_year = 2026.5: must be a whole number",
        );
    }

    #[test]
    fn a_source_needs_an_address_on_the_web() {
        let found = problems_after(|file| file["sources"][0]["address"] = json!("the library"));
        assert!(
            found.starts_with(
                "sources.count.address = \"the library\": must be an address that begins with https://"
            ),
            "{found}"
        );
    }

    #[test]
    fn a_published_figure_needs_a_source() {
        let found = problems_after(|file| {
            file["parameters"]["hour"]["basis"] = json!("published");
            file["parameters"]["hour"]
                .as_object_mut()
                .unwrap()
                .remove("source");
        });
        assert_eq!(found, "parameters.hour.source: missing");
    }
}

mod wrong {
    use super::*;

    #[test]
    fn another_format_is_told_with_the_one_that_is_read() {
        says(
            |file| file["format"] = json!(2),
            "format = 2: this simulator reads format 1",
        );
        says(
            |file| file["format"] = json!(0),
            "format = 0: this simulator reads format 1",
        );
    }

    #[test]
    fn an_id_that_has_no_place_in_an_address_is_told() {
        for id in ["", "a b", "a/b", "hjørne", "a.b", "../a"] {
            let found = problems_after(|file| file["id"] = json!(id));
            assert!(
                found.starts_with(&format!(
                    "id = {id:?}: must be letters from a to z, digits, hyphens or underscores"
                )),
                "{found}"
            );
        }
    }

    #[test]
    fn a_parameter_whose_name_addresses_or_pages_have_for_something_else_is_told() {
        for id in [
            "",
            "a b",
            "a-b",
            "A",
            "1a",
            "onclick",
            "view",
            "years",
            "class",
            "x><img src=x>",
        ] {
            let found = problems_after(|file| {
                let own = file["parameters"]["potential"].clone();
                file["parameters"][id] = own;
            });
            let expected = format!(
                "parameters = {id:?}: must be small letters from a to z, digits or underscores, beginning with a letter"
            );
            assert!(found.starts_with(&expected), "{found}");
        }
    }

    #[test]
    fn a_parameter_says_what_it_lacks() {
        for field in ["label", "unit", "group", "likely", "bounds", "basis"] {
            let found = problems_after(|file| remove(&mut file["parameters"]["potential"], field));
            let first = found.lines().next().unwrap();
            assert_eq!(first, format!("parameters.potential.{field}: missing"));
        }
    }

    #[test]
    fn a_benefit_says_what_its_kind_lacks() {
        says(
            |file| remove(&mut file["benefits"][0], "price"),
            "benefits.time.price: missing",
        );
        says(
            |file| remove(&mut file["benefits"][0], "cash_share"),
            "benefits.time.cash_share: missing",
        );
        says(
            |file| file["benefits"][1]["kind"] = json!("health"),
            "benefits.climate.price: missing",
        );
        says(
            |file| file["benefits"][1]["kind"] = json!("count"),
            "benefits.climate.unit: missing",
        );
    }

    #[test]
    fn a_cost_says_what_its_timing_lacks() {
        says(
            |file| remove(&mut file["costs"][2], "year"),
            "costs.start.year: missing",
        );
        let found = problems_after(|file| remove(&mut file["costs"][1], "buyers"));
        assert!(
            found.starts_with("costs.adapting.buyers: missing"),
            "{found}"
        );
        says(
            |file| remove(&mut file["costs"][1], "reused"),
            "costs.adapting.reused: missing",
        );
    }

    #[test]
    fn an_unknown_parameter_is_told_with_all_known_ones() {
        let known = known_parameters_without("");
        for (list, entry, id, field) in [
            ("benefits", 0, "time", "price"),
            ("benefits", 0, "time", "cash_share"),
            ("costs", 0, "device", "amount"),
            ("costs", 0, "device", "learning_rate"),
            ("costs", 0, "device", "life"),
            ("costs", 1, "adapting", "buyers"),
            ("costs", 1, "adapting", "reused"),
        ] {
            let found = problems_after(|file| file[list][entry][field] = json!("nonsense"));
            let expected =
                format!("{list}.{id}.{field} = \"nonsense\": no such parameter; known: {known}");
            assert_eq!(found.lines().next().unwrap(), expected);
        }
        says(
            |file| file["benefits"][0]["factors"] = json!(["hours", "nonsense"]),
            &format!("benefits.time.factors = \"nonsense\": no such parameter; known: {known}"),
        );
    }

    #[test]
    fn a_file_without_potential_or_pilot_is_told() {
        for id in ["potential", "pilot"] {
            let found = problems_after(|file| remove(&mut file["parameters"], id));
            assert!(
                found.ends_with(&format!("parameters.{id}: missing")),
                "{found}"
            );
        }
    }

    #[test]
    fn an_unknown_actor_is_told_with_all_known_ones() {
        says(
            |file| file["benefits"][1]["gains"] = json!("nobody"),
            "benefits.climate.gains = \"nobody\": no such actor; known: town",
        );
        says(
            |file| file["costs"][0]["pays"] = json!("nobody"),
            "costs.device.pays = \"nobody\": no such actor; known: town",
        );
    }

    #[test]
    fn an_unknown_source_is_told_with_all_known_ones() {
        let known = home()
            .sources
            .iter()
            .map(|source| source.id.clone())
            .collect::<Vec<_>>()
            .join(", ");
        assert!(known.starts_with("count, r109, "));
        says(
            |file| file["parameters"]["hour"]["source"] = json!("rumour"),
            &format!("parameters.hour.source = \"rumour\": no such source; known: {known}"),
        );
        says(
            |file| file["claims"][0]["source"] = json!("rumour"),
            &format!("claims.0.source = \"rumour\": no such source; known: {known}"),
        );
    }

    #[test]
    fn what_stands_there_twice_is_told() {
        let twice = |list: &'static str| {
            move |file: &mut Value| {
                let again = file[list][0].clone();
                file[list].as_array_mut().unwrap().push(again);
            }
        };
        says(twice("actors"), "actors = \"town\": stands there twice");
        says(twice("sources"), "sources = \"count\": stands there twice");
        says(twice("benefits"), "benefits = \"time\": stands there twice");
        says(twice("costs"), "costs = \"device\": stands there twice");
        let parameter = HOME.replace("\"pilot\": {", "\"hour\": {\"likely\": 1}, \"pilot\": {");
        let found = problems_in(&parameter);
        assert!(
            found.starts_with("parameters = \"hour\": stands there twice\n"),
            "{found}"
        );
    }

    #[test]
    fn a_source_that_takes_the_name_of_a_common_one_stands_there_twice() {
        let found = problems_after(|file| {
            let mut common = file["sources"][0].clone();
            common["id"] = json!("r109");
            file["sources"].as_array_mut().unwrap().push(common);
        });
        assert_eq!(found, "sources = \"r109\": stands there twice");
    }

    #[test]
    fn a_figure_outside_of_its_bounds_is_told() {
        says(
            |file| file["parameters"]["hour"]["likely"] = json!(299),
            "parameters.hour.likely = 299: must be between 300 and 900",
        );
        says(
            |file| file["parameters"]["hour"]["likely"] = json!(900.5),
            "parameters.hour.likely = 900.5: must be between 300 and 900",
        );
    }

    #[test]
    fn a_range_that_is_out_of_order_or_leaves_the_bounds_is_told() {
        let range = |low: f64, high: f64| {
            move |file: &mut Value| file["parameters"]["hour"]["range"] = json!([low, high])
        };
        says(
            range(510.0, 600.0),
            "parameters.hour.likely = 500: must be between 510 and 600",
        );
        says(
            range(299.0, 600.0),
            "parameters.hour.range.0 = 299: must be between 300 and 900",
        );
        says(
            range(400.0, 490.0),
            "parameters.hour.likely = 500: must be between 400 and 490",
        );
        says(
            range(400.0, 901.0),
            "parameters.hour.range.1 = 901: must be between 400 and 900",
        );
        says(
            range(600.0, 400.0),
            "parameters.hour.range.1 = 400: must be between 600 and 900",
        );
    }

    #[test]
    fn bounds_outside_of_what_the_model_can_calculate_are_told() {
        let bounds = |name: &'static str, min: f64, max: f64| {
            move |file: &mut Value| file["parameters"][name]["bounds"] = json!([min, max])
        };
        says(
            bounds("cash", -0.1, 1.0),
            "parameters.cash.bounds.0 = -0.1: must be between 0 and 1",
        );
        says(
            bounds("cash", 0.0, 1.5),
            "parameters.cash.bounds.1 = 1.5: must be between 0 and 1",
        );
        says(
            bounds("life", 2.0, 101.0),
            "parameters.life.bounds.1 = 101: must be between 2 and 100",
        );
        says(
            bounds("towns", 0.0, 40.0),
            "parameters.towns.bounds.0 = 0: must be between 1 and 1e15",
        );
        says(
            bounds("hours", -10.0, 2e15),
            "parameters.hours.bounds.1 = 2e15: must be between -10 and 1e15",
        );
        says(
            bounds("ramp", -1.0, 10.0),
            "parameters.ramp.bounds.0 = -1: must be between 0 and 100",
        );
    }

    #[test]
    fn bounds_in_the_wrong_order_are_told() {
        let found = problems_after(|file| file["parameters"]["hour"]["bounds"] = json!([900, 300]));
        let expected = "parameters.hour.bounds.1 = 300: must be between 900 and 1e15";
        assert_eq!(found.lines().next().unwrap(), expected);
    }

    #[test]
    fn a_step_below_zero_is_told() {
        let found = problems_after(|file| file["parameters"]["hour"]["step"] = json!(-5));
        assert!(
            found.starts_with("parameters.hour.step = -5: must be between 0 and "),
            "{found}"
        );
    }

    #[test]
    fn a_scale_that_is_no_number_is_told() {
        for scale in [
            "", "min/h", "1/0", "0", "1/", "1/60/2", "60min", "3 / 4", "NaN", "inf", "1/inf",
        ] {
            says(
                |file| file["benefits"][0]["scale"] = json!(scale),
                &format!(
                    "benefits.time.scale = {scale:?}: must be a number or a fraction, then its unit"
                ),
            );
        }
    }

    #[test]
    fn factors_that_do_not_multiply_to_what_the_stream_says_are_told() {
        says(
            |file| remove(&mut file["benefits"][0], "scale"),
            "benefits.time.factors = min/house/year: must be in h/house/year",
        );
        says(
            |file| file["benefits"][1]["factors"] = json!(["tonnes", "tonnes"]),
            "benefits.climate.factors = t/house/year × t/house/year = t·t/house/house/year/year: must be in t/house/year",
        );
        says(
            |file| file["benefits"][1]["factors"] = json!(["cash"]),
            "benefits.climate.factors = 1: must be in t/house/year",
        );
    }

    #[test]
    fn three_figures_that_no_distribution_fits_are_told_with_the_nearest_that_would_do() {
        let hours = |likely: f64, range: [f64; 2]| {
            move |file: &mut Value| {
                file["parameters"]["hours"]["likely"] = json!(likely);
                file["parameters"]["hours"]["range"] = json!(range);
            }
        };
        says(
            hours(40.0, [-10.0, 60.0]),
            "parameters.hours.range.0 = -10: must be above -10 and below 80",
        );
        says(
            hours(40.0, [30.0, 80.0]),
            "parameters.hours.range.1 = 80: must be above -10 and below 80",
        );
        says(
            hours(40.0, [40.0, 60.0]),
            "parameters.hours.likely = 40: must be between the two of its range, and not one of them",
        );
        let said = problems_after(hours(31.0, [30.0, 60.0]));
        let nearest = said.strip_prefix(
            "parameters.hours.likely = 31: must be further from the ends of its range; the nearest that would do is ",
        );
        let nearest: f64 = nearest.unwrap_or_else(|| panic!("{said}")).parse().unwrap();
        says(hours(nearest, [30.0, 60.0]), "no problems");
        says(hours(40.0, [40.0, 40.0]), "no problems");
    }

    #[test]
    fn a_parameter_in_another_unit_than_its_part_asks_for_is_told() {
        let other = |id: &'static str, unit: &'static str| {
            move |file: &mut Value| file["parameters"][id]["unit"] = json!(unit)
        };
        says(
            other("pilot", "town"),
            "parameters.pilot.unit = town: must be in house",
        );
        says(
            other("hour", "NOK"),
            "benefits.time.price = NOK: must be in NOK/h",
        );
        says(
            other("price", "NOK/house/year"),
            "costs.device.amount = NOK/house/year: must be in NOK/house",
        );
        says(other("life", "1"), "costs.device.life = 1: must be in year");
        says(
            other("towns", "house"),
            "costs.adapting.amount = NOK/town: must be in NOK/house",
        );
    }

    #[test]
    fn a_carbon_price_whose_years_do_not_rise_is_told() {
        for years in [[2035, 2026], [2026, 2026]] {
            let [first, second] = years;
            says(
                |file| file["carbon_price"]["points"] = json!([[first, 1], [second, 2.5]]),
                "carbon_price.points = a list: must be years that rise, at least one",
            );
        }
    }

    #[test]
    fn a_path_without_points_or_source_is_told() {
        says(
            |file| file["carbon_price"]["points"] = json!([]),
            "carbon_price.points = a list: must be years that rise, at least one",
        );
        says(
            |file| remove(&mut file["carbon_price"], "source"),
            "carbon_price.source: missing",
        );
        says(
            |file| file["rollout"]["observed"] = json!({"points": [[2015, -1]], "source": "count"}),
            "rollout.observed.points.0.1 = -1: must be between 0 and 1e15",
        );
    }

    #[test]
    fn a_file_without_a_carbon_price_has_the_common_one() {
        let file = changed(|file| remove(file, "carbon_price"));
        let solution = solution::read(&file).unwrap();
        assert_eq!(solution.plan.carbon_price, [(2023, 952.0), (2030, 2000.0)]);
    }

    #[test]
    fn a_drawn_rollout_that_falls_or_leaves_its_range_is_told() {
        let drawn = |points: Value| move |file: &mut Value| file["rollout"]["points"] = points;
        says(
            drawn(json!([0.2, 0.6, 0.5])),
            "rollout.points = a list: must be a rising list of shares from 0 to 1 \
             (drawn rollout, point 3 = 0.5: must be between 0.6 (the point before) and 1)",
        );
        says(
            drawn(json!([1.2])),
            "rollout.points = a list: must be a rising list of shares from 0 to 1 \
             (drawn rollout, point 1 = 1.2: must be between 0 (the point before) and 1)",
        );
        says(
            drawn(json!([])),
            "rollout.points = a list: must be a rising list of shares from 0 to 1 \
             (drawn rollout: needs at least one point)",
        );
    }

    #[test]
    fn figures_that_cannot_stand_together_are_told() {
        let pilot = |file: &mut Value| {
            file["parameters"]["pilot"]["bounds"] = json!([0, 200]);
            file["parameters"]["pilot"]["likely"] = json!(101);
        };
        says(
            pilot,
            "parameters.pilot.likely = 101: must be between 0 and 100",
        );
        let horizon = |file: &mut Value| file["parameters"]["horizon"] = json!({"likely": 12.5});
        says(
            horizon,
            "parameters.horizon.likely = 12.5: must be a whole number",
        );
    }

    #[test]
    fn several_problems_are_all_told_at_once() {
        let change = |file: &mut Value| {
            file["id"] = json!("to hus");
            file["actors"] = json!([file["actors"][0], file["actors"][0]]);
            file["carbon_price"]["points"] = json!([[2030, 1], [2029, 2]]);
            file["benefits"][0]["scale"] = json!("x");
            file["costs"][0]["pays"] = json!("nobody");
            file["claims"][0]["source"] = json!("count ");
            file["parameters"]["hour"]["likely"] = json!(1);
            file["parameters"]["towns"]["bounds"] = json!([0, 40]);
        };
        let expected = [
            "id = \"to hus\": must be letters from a to z, digits, hyphens or underscores",
            "actors = \"town\": stands there twice",
            "carbon_price.points = a list: must be years that rise, at least one",
            "benefits.time.scale = \"x\": must be a number or a fraction, then its unit",
            "costs.device.pays = \"nobody\": no such actor; known: town, town",
            "claims.0.source = \"count \": no such source; known: count, r109, dfo, bass, sultan, ramboll, mott, keelin, strong, carbon",
            "parameters.hour.likely = 1: must be between 300 and 900",
            "parameters.towns.bounds.0 = 0: must be between 1 and 1e15",
        ];
        says(change, &expected.join("\n"));
    }
}

/// Mistakes that once went unseen, or were told as something else.
mod at_the_edges {
    use super::*;

    #[test]
    fn a_later_format_is_told_as_such_even_when_it_has_fields_that_are_unknown_here() {
        let change = |file: &mut Value| {
            file["format"] = json!(2);
            file["colour"] = json!("red");
        };
        says(change, "format = 2: this simulator reads format 1");
    }

    #[test]
    fn points_of_a_rollout_that_is_not_drawn_are_told() {
        let found = problems_after(|file| file["rollout"]["curve"] = json!("bass"));
        assert!(found.contains("points"), "{found}");
    }

    #[test]
    fn a_missing_name_is_the_only_problem_told() {
        let found = problems_after(|file| file["costs"][1]["buyers"] = json!("nobody"));
        assert_eq!(found.lines().count(), 1, "{found}");
    }

    #[test]
    fn a_missing_figure_is_the_only_problem_told() {
        says(
            |file| remove(&mut file["parameters"]["hour"], "likely"),
            "parameters.hour.likely: missing",
        );
        says(
            |file| remove(&mut file["parameters"]["potential"], "bounds"),
            "parameters.potential.bounds: missing",
        );
    }

    #[test]
    fn a_drawn_rollout_that_falls_is_told_with_other_problems() {
        let found = problems_after(|file| {
            file["rollout"]["points"] = json!([0.5, 0.4]);
            file["parameters"]["hour"]["likely"] = json!(1);
        });
        assert!(found.contains("drawn rollout, point 2"), "{found}");
    }

    #[test]
    fn a_field_that_the_kind_or_the_timing_does_not_use_is_told() {
        let change = |file: &mut Value| {
            file["benefits"][1]["price"] = json!("hour");
            file["costs"][2]["buyers"] = json!("towns");
        };
        let found = problems_after(change);
        assert!(found.contains("benefits.climate.price"), "{found}");
        assert!(found.contains("costs.start.buyers"), "{found}");
    }

    #[test]
    fn a_year_outside_of_the_calendar_is_told() {
        let found = problems_after(|file| file["first_year"] = json!(i32::MAX));
        assert!(
            found.starts_with("first_year = 2147483647: must be between "),
            "{found}"
        );
        let points = json!([[i32::MIN, 1], [i32::MAX, 2]]);
        let found = problems_after(|file| file["carbon_price"]["points"] = points);
        assert!(found.starts_with("carbon_price.points"), "{found}");
    }

    #[test]
    fn figures_whose_product_no_computer_number_holds_are_told() {
        let huge = |file: &mut Value| file["carbon_price"]["points"] = json!([[2026, 1e308]]);
        assert_ne!(problems_after(huge), "no problems");
        let huge = |file: &mut Value| file["benefits"][0]["scale"] = json!("1e308");
        assert_ne!(problems_after(huge), "no problems");
        let many = |file: &mut Value| {
            file["parameters"]["hours"]["bounds"] = json!([0, 1e15]);
            file["benefits"][0]["factors"] = json!(vec!["hours"; 25]);
        };
        assert_ne!(problems_after(many), "no problems");
    }
}
