//! What each story does, for every published solution.

use super::{npv, solution, solutions};
use gevinstsimulator::model::Curve;
use gevinstsimulator::scenario::{Scenario, Story};
use gevinstsimulator::solution::Solution;

fn told(solution: &Solution, story: Story) -> Scenario {
    story.tell(solution, &Scenario::new(solution)).scenario
}

#[test]
fn every_story_makes_a_legal_scenario_of_every_solution() {
    for solution in solutions() {
        for story in Story::ALL {
            let scenario = told(&solution, story);
            assert!(
                npv(&solution, &scenario).is_finite(),
                "{} {story:?}",
                solution.id
            );
        }
    }
}

#[test]
fn every_story_but_the_claim_moves_something_in_every_solution() {
    for solution in solutions() {
        for story in Story::ALL
            .into_iter()
            .filter(|&story| story != Story::Claim)
        {
            assert_ne!(
                told(&solution, story),
                Scenario::new(&solution),
                "{} {story:?}",
                solution.id
            );
        }
    }
}

#[test]
fn left_at_the_pilot_is_worth_what_the_model_says_the_pilot_is_worth() {
    for solution in solutions() {
        let at_pilot = Scenario::new(&solution)
            .results(&solution)
            .unwrap()
            .npv_at_pilot;
        assert_eq!(
            npv(&solution, &told(&solution, Story::Pilot)),
            at_pilot,
            "{}",
            solution.id
        );
    }
}

#[test]
fn five_years_delay_moves_the_delay_and_nothing_else() {
    for solution in solutions() {
        let delay = solution.plan.roles.delay;
        let (before, after) = (Scenario::new(&solution), told(&solution, Story::Delayed));
        assert_eq!(
            after.differing(&before).collect::<Vec<_>>(),
            [delay],
            "{}",
            solution.id
        );
        assert_eq!(
            after.value(delay),
            before.value(delay) + 5.0,
            "{}",
            solution.id
        );
    }
}

#[test]
fn going_together_is_never_worse_than_everyone_alone() {
    for solution in solutions() {
        let [alone, together] =
            [Story::Alone, Story::Together].map(|story| npv(&solution, &told(&solution, story)));
        let expected = npv(&solution, &Scenario::new(&solution)) > 0.0;
        // Where a rollout loses, a faster one may lose more.
        if expected {
            assert!(together >= alone, "{}: {together} < {alone}", solution.id);
        }
    }
}

#[test]
fn cautious_is_never_worth_more_than_any_of_its_assumptions_alone() {
    for solution in solutions() {
        let before = Scenario::new(&solution);
        let cautious = told(&solution, Story::Cautious);
        let all = npv(&solution, &cautious);
        assert!(all < npv(&solution, &before), "{}", solution.id);
        for parameter in cautious.differing(&before) {
            let mut alone = before.clone();
            alone
                .set(&solution, parameter, cautious.value(parameter))
                .unwrap();
            let id = &solution.parameters[parameter].id;
            assert!(
                npv(&solution, &alone) <= npv(&solution, &before),
                "{} {id}",
                solution.id
            );
        }
    }
}

#[test]
fn a_national_effort_reaches_everybody() {
    for solution in solutions() {
        let scenario = told(&solution, Story::National);
        assert_eq!(
            scenario.value(solution.plan.roles.reach),
            1.0,
            "{}",
            solution.id
        );
    }
}

#[test]
fn the_claim_is_met_to_a_millionth_or_said_to_be_out_of_reach() {
    let (mut met, mut out_of_reach) = (0, 0);
    for solution in solutions() {
        let Some(claimed) = solution.claimed_saving() else {
            assert!(!Story::Claim.is_of(&solution), "{}", solution.id);
            continue;
        };
        let before = Scenario::new(&solution);
        let told = Story::Claim.tell(&solution, &before);
        let goal = told.goal.unwrap();
        let gross = |scenario: &Scenario| {
            let results = scenario.results(&solution).unwrap();
            results.annual_saving_at_full_effect.gross
        };
        assert_eq!(goal.claimed, claimed);
        let most = gross(&before.at_full_potential(&solution));
        assert!((goal.most / most - 1.0).abs() < 1e-9, "{}", solution.id);
        if goal.met() {
            let off = gross(&told.scenario) / claimed - 1.0;
            assert!(off.abs() < 1e-5, "{}: {off}", solution.id);
            met += 1;
        } else {
            assert_eq!(told.scenario, before, "{}", solution.id);
            out_of_reach += 1;
        }
    }
    assert!(met + out_of_reach > 0, "no solution has a claim");
}

#[test]
fn a_claim_below_what_is_now_is_met_by_less() {
    let mut solution = solution("monitor");
    let before = Scenario::new(&solution);
    let now = before
        .results(&solution)
        .unwrap()
        .annual_saving_at_full_effect
        .gross;
    let claim = solution
        .claims
        .iter_mut()
        .find(|claim| claim.annual_saving.is_some())
        .unwrap();
    claim.annual_saving = Some(now / 3.0);
    let told = Story::Claim.tell(&solution, &before);
    assert!(told.goal.unwrap().met());
    let results = told.scenario.results(&solution).unwrap();
    let off = results.annual_saving_at_full_effect.gross / (now / 3.0) - 1.0;
    assert!(off.abs() < 1e-5, "{off}");
    assert!(
        told.scenario.value(solution.plan.roles.reach) < before.value(solution.plan.roles.reach)
    );
}

#[test]
fn a_steady_rollout_goes_faster_in_fewer_years() {
    let solution = solution("monitor");
    let mut scenario = Scenario::new(&solution);
    scenario.set_curve(&solution, Curve::Linear).unwrap();
    let years = |story: Story| {
        let told = story.tell(&solution, &scenario).scenario;
        told.value(solution.plan.roles.rollout_years)
    };
    assert!(years(Story::Together) < years(Story::Alone));
}
