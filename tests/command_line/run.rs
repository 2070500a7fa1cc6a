//! `gevinst run`: what is chosen, what is refused, and the table.

use super::files::home_with;
use super::{MONITOR, fails, has, prints, results_with};
use gevinstsimulator::model::Curve;
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{self, Solution};
use serde_json::json;

pub fn monitor() -> Solution {
    let json = std::fs::read_to_string(super::root().join(MONITOR)).unwrap();
    solution::read(&json).unwrap()
}

/// Says that a run with the arguments gives what the library gives for a scenario.
#[track_caller]
fn gives(arguments: &[&str], choose: impl FnOnce(&Solution, &mut Scenario)) {
    let solution = monitor();
    let mut scenario = Scenario::new(&solution);
    choose(&solution, &mut scenario);
    let expected = scenario.results(&solution).unwrap();
    let npv = results_with(arguments)["npv"].as_f64().unwrap();
    let difference = (npv - expected.npv).abs();
    assert!(
        difference <= 1e-9 * expected.npv.abs(),
        "{npv}, expected {}",
        expected.npv
    );
}

fn set(solution: &Solution, scenario: &mut Scenario, id: &str, value: f64) {
    let parameter = solution.parameter(id).unwrap();
    scenario.set(solution, parameter, value).unwrap();
}

/// What is said of a refused assumption.
#[track_caller]
fn refuses(assumption: &str, said: &str) {
    let errors = fails(&["run", MONITOR, "--set", assumption], 2);
    assert_eq!(errors, format!("{said}\n"));
}

mod chosen {
    use super::*;

    #[test]
    fn a_run_without_choices_is_the_solution_as_its_file_has_it() {
        gives(&[], |_, _| {});
    }

    #[test]
    fn a_share_is_written_as_in_the_file_or_per_cent() {
        for value in ["0.5", "50%", "50 %", "0,5", "5e-1"] {
            gives(&["--set", &format!("reach={value}")], |s, scenario| {
                set(s, scenario, "reach", 0.5);
            });
        }
        gives(&["--set", "imitation=25%"], |s, scenario| {
            set(s, scenario, "imitation", 0.25);
        });
    }

    #[test]
    fn several_assumptions_are_chosen_together() {
        gives(
            &["--set", "device_price=45000", "--set", "delay=2"],
            |s, scenario| {
                set(s, scenario, "device_price", 45_000.0);
                set(s, scenario, "delay", 2.0);
            },
        );
    }

    #[test]
    fn a_value_may_be_below_zero() {
        for value in ["-0.02", "-2%", "−0,02"] {
            let choice = format!("stay_reduction={value}");
            gives(&["--set", &choice], |s, scenario| {
                set(s, scenario, "stay_reduction", -0.02);
            });
        }
    }

    #[test]
    fn the_last_of_several_values_for_one_assumption_counts() {
        gives(
            &["--set", "reach=0.1", "--set", "reach=0.5"],
            |s, scenario| {
                set(s, scenario, "reach", 0.5);
            },
        );
    }

    #[test]
    fn the_rollout_takes_the_shape_that_is_asked_for() {
        gives(&["--curve", "linear"], |s, scenario| {
            scenario.set_curve(s, Curve::Linear).unwrap();
        });
        gives(&["--curve", "bass"], |_, _| {});
    }

    #[test]
    fn assumptions_that_go_only_together_are_chosen_in_any_order() {
        let file = home_with("run-together", |file| {
            file["parameters"]["potential"]["likely"] = json!(100);
            file["parameters"]["potential"]["bounds"] = json!([50, 1000]);
            file["parameters"]["pilot"]["likely"] = json!(10);
            file["parameters"]["pilot"]["bounds"] = json!([0, 500]);
        });
        let orders = [
            ["pilot=200", "potential=300"],
            ["potential=300", "pilot=200"],
        ];
        let [one, other] =
            orders.map(|[a, b]| prints(&["run", &file, "--format", "csv", "--set", a, "--set", b]));
        assert_eq!(one, other);
        let errors = fails(&["run", &file, "--set", "pilot=200"], 2);
        assert_eq!(
            errors,
            "pilot = 200 går ikke: pilot (200) kan ikke være større enn potential (100)\n"
        );
    }
}

mod refused {
    use super::*;

    #[test]
    fn a_value_outside_of_the_bounds_is_refused_with_what_is_allowed() {
        refuses("reach=1.5", "reach = 1.5 må være fra 0 til 1");
        refuses("reach=150%", "reach = 1.5 må være fra 0 til 1");
        refuses(
            "device_price=999",
            "device_price = 999 må være fra 1000 til 200000",
        );
    }

    #[test]
    fn what_is_no_number_is_refused_with_what_is_allowed() {
        for text in ["mye", "", "%", "NaN", "inf", "1.000.000", "0x1"] {
            refuses(
                &format!("reach={text}"),
                &format!("reach = «{text}» går ikke. Det må være et tall fra 0 til 1"),
            );
        }
    }

    #[test]
    fn per_cent_is_refused_where_there_is_no_share() {
        refuses(
            "delay=2%",
            "delay = «2%» går ikke: dette er ingen andel. Det må være et tall fra 0 til 10",
        );
    }

    #[test]
    fn half_a_year_of_horizon_is_refused() {
        refuses("horizon=12.5", "horizon = 12.5 må være et helt tall");
    }

    #[test]
    fn an_assumption_without_a_value_is_refused() {
        refuses(
            "reach",
            "«reach» går ikke. Skriv --set ID=VERDI, for eksempel --set reach=0.8",
        );
    }

    #[test]
    fn an_unknown_id_is_refused_with_the_nearest_and_all_there_are() {
        let known = monitor().plan.parameters.join(", ");
        refuses(
            "raech=0.5",
            &format!("«raech» finnes ikke. Mente du reach? Velg blant: {known}"),
        );
        refuses(
            "something_else=0.5",
            &format!("«something_else» finnes ikke. Velg blant: {known}"),
        );
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let choices = ["--set", "reach=2", "--set", "x=1", "--set", "delay=a"];
        let errors = fails(&[&["run", MONITOR], &choices[..]].concat(), 2);
        assert_eq!(errors.lines().count(), 3, "{errors}");
    }

    #[test]
    fn a_missing_or_broken_file_is_an_error_of_files() {
        let errors = fails(&["run", "nowhere.json", "--set", "reach=2"], 1);
        assert_eq!(errors, "nowhere.json: Finnes ikke\n");
        let file = home_with("run-broken", |file| file["format"] = json!(2));
        let errors = fails(&["run", &file], 1);
        has(&errors, &[&file, "format = 2"]);
    }
}

mod table {
    use super::*;
    use gevinstsimulator::text::Language;

    #[test]
    fn a_run_prints_a_table_unless_told_otherwise() {
        let table = prints(&["run", MONITOR, "--format", "table"]);
        assert_eq!(prints(&["run", MONITOR]), table);
    }

    #[test]
    fn the_table_has_the_headlines_of_the_page() {
        let solution = monitor();
        let results = Scenario::new(&solution).results(&solution).unwrap();
        let texts = Language::Nb.texts();
        let further = Language::Nb.further();
        let money = |kroner: f64| texts.numbers.money(kroner);
        let table = prints(&["run", MONITOR]);
        for (label, value) in [
            (&*(texts.npv)("20"), money(results.npv)),
            (
                texts.annual_saving,
                money(results.annual_saving_at_full_effect.net),
            ),
            (
                texts.break_even,
                results.break_even_year.unwrap().to_string(),
            ),
            (further.peak_funding, money(-results.peak_funding)),
            (further.cost_of_delay, money(results.cost_of_delay)),
            (further.npv_at_pilot, money(results.npv_at_pilot)),
        ] {
            let line = table.lines().find(|line| line.starts_with(label));
            has(line.unwrap_or(&table), &[label, &value]);
        }
    }

    #[test]
    fn a_loss_is_called_a_loss() {
        let table = prints(&["run", MONITOR, "--set", "realisation=0"]);
        has(&table, &["Samfunnets tap over 20 år", "Ikke innen 2045"]);
    }

    #[test]
    fn the_table_has_a_line_a_year_and_one_an_actor() {
        let table = prints(&["run", MONITOR, "--set", "horizon=5"]);
        for start in ["2026 ", "2030 ", "Helseforetakene ", "Staten "] {
            let lines = table.lines().filter(|line| line.starts_with(start));
            assert_eq!(lines.count(), 1, "{start} in\n{table}");
        }
        assert!(!table.contains("\n2031"), "{table}");
    }

    #[test]
    fn the_table_says_what_was_chosen() {
        let table = prints(&["run", MONITOR, "--set", "reach=50%"]);
        has(&table, &["reach = 0.5 (i filen: 0.8)"]);
    }
}
