//! Two scenarios beside each other.

use super::{parameter, solution};
use gevinstsimulator::scenario::{FIRST_DRAWS, Outlook, Scenario};
use gevinstsimulator::uncertainty::Headline;

fn outlook(change: &[(&str, f64)]) -> Outlook {
    let solution = solution("monitor");
    let mut scenario = Scenario::new(&solution);
    for &(id, value) in change {
        scenario
            .set(&solution, parameter(&solution, id), value)
            .unwrap();
    }
    let mut outlook = Outlook::new(&solution, &scenario, &[]).unwrap();
    outlook.follow(FIRST_DRAWS);
    outlook
}

#[test]
fn a_scenario_differs_from_itself_by_nothing_in_every_draw() {
    for (_, band) in outlook(&[]).differences(&outlook(&[])) {
        assert_eq!([band.p10, band.p50, band.p90], [0.0; 3]);
    }
}

#[test]
fn what_differs_in_one_choice_is_known_much_better_than_either() {
    let (more, less) = (outlook(&[("reach", 0.81)]), outlook(&[]));
    let differences = more.differences(&less);
    let (_, difference) = differences
        .iter()
        .find(|(of, _)| *of == Headline::Npv)
        .unwrap();
    let solution = solution("monitor");
    let mut outlook = Outlook::new(&solution, &Scenario::new(&solution), &[]).unwrap();
    let own = outlook.follow(FIRST_DRAWS).headline(Headline::Npv).unwrap();
    let width = |band: gevinstsimulator::uncertainty::Band| band.p90 - band.p10;
    assert!(width(*difference) < width(own) / 20.0);
    assert!(width(*difference) > 0.0);
}

#[test]
fn the_difference_changes_its_sign_with_the_order() {
    let (one, other) = (outlook(&[("delay", 2.0)]), outlook(&[]));
    let [there, back] = [one.differences(&other), other.differences(&one)].map(|all| all[0].1);
    // The ranks of both ends are half a draw from the tenth, on either side.
    assert!((there.p50 + back.p50).abs() < 0.01 * (there.p90 - there.p10));
}
