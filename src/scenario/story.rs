//! What-if stories from the field: what a story moves, as data, and the scenario that it makes of another.
//!
//! A story names no figure of any solution: it moves what every solution has, to an end of the file's own range or
//! bounds. So it works for all of them, and says no more than the file knows.

use super::Scenario;
use crate::model::{Curve, ParameterIndex, Plain, Timing};
use crate::solution::Solution;

/// A story from the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// Left at the pilot (pilotsyken).
    Pilot,
    /// Every buyer finds out alone, and later.
    Alone,
    /// Buyers go together and reuse what the first has made.
    Together,
    /// Five years' delay.
    Delayed,
    /// A national effort: everybody, soon, and put to use.
    National,
    /// Every assumption at its cautious end.
    Cautious,
    /// What must come true together for the published claim to be met.
    Claim,
}

/// What a story moves.
#[derive(Clone, Copy)]
enum Moves {
    Reach,
    Delay,
    /// How fast the rollout goes, whatever its shape.
    Speed,
    Adoption,
    Realisation,
    /// What buyers reuse of the first one's work.
    Reuse,
    /// How much a unit's price falls with experience.
    Learning,
}

/// Where a story puts it.
#[derive(Clone, Copy)]
enum To {
    /// The end of the file's range (P10 or P90) that is less, or more, of it; of a choice, the bound.
    Low,
    High,
    /// The bound.
    Least,
    Most,
    /// So much more than now.
    Plus(f64),
}

/// The stories that move something by a rule.
const MOVES: [(Story, &[(Moves, To)]); 5] = [
    (Story::Pilot, &[(Moves::Reach, To::Least)]),
    (
        Story::Alone,
        &[
            (Moves::Speed, To::Low),
            (Moves::Reuse, To::Least),
            (Moves::Learning, To::Least),
        ],
    ),
    (
        Story::Together,
        &[
            (Moves::Speed, To::High),
            (Moves::Reuse, To::High),
            (Moves::Learning, To::High),
        ],
    ),
    (Story::Delayed, &[(Moves::Delay, To::Plus(5.0))]),
    (
        Story::National,
        &[
            (Moves::Reach, To::Most),
            (Moves::Delay, To::Least),
            (Moves::Speed, To::High),
            (Moves::Adoption, To::High),
            (Moves::Realisation, To::High),
        ],
    ),
];

/// What a story made of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub scenario: Scenario,
    /// Of [`Story::Claim`]: what it went for, and whether it got there.
    pub goal: Option<ClaimGoal>,
}

/// A yearly saving that somebody has claimed (NOK, before costs, at full effect), and the most that reach, adoption and
/// realisation can give together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClaimGoal {
    pub claimed: f64,
    pub most: f64,
}

impl ClaimGoal {
    pub fn met(&self) -> bool {
        self.most >= self.claimed
    }
}

impl Story {
    pub const ALL: [Story; 7] = [
        Story::Pilot,
        Story::Alone,
        Story::Together,
        Story::Delayed,
        Story::National,
        Story::Cautious,
        Story::Claim,
    ];

    /// Whether the story can be told of a solution.
    pub fn is_of(self, solution: &Solution) -> bool {
        self != Story::Claim || solution.claimed_saving().is_some()
    }

    /// What the story makes of a scenario. What cannot be moved stays.
    pub fn tell(self, solution: &Solution, scenario: &Scenario) -> Told {
        let (wishes, goal) = match self {
            Story::Cautious => (cautious(solution, scenario), None),
            Story::Claim => claim(solution, scenario),
            _ => {
                let moves = MOVES.iter().find(|(story, _)| *story == self);
                let moves = moves.map_or(&[][..], |(_, moves)| moves);
                let wishes = moves.iter().flat_map(|&(what, to)| {
                    let parameters = parameters(solution, scenario, what).into_iter();
                    parameters.map(move |(parameter, rising)| {
                        let to = if rising { to } else { to.reversed() };
                        (parameter, place(solution, scenario, parameter, to))
                    })
                });
                (wishes.collect(), None)
            }
        };
        let mut told = scenario.clone();
        // A figure that does not go with the rest stays what it was.
        let _ = told.set_all(solution, &wishes);
        Told {
            scenario: told,
            goal,
        }
    }
}

impl To {
    /// For a parameter that is less where what it stands for is more.
    fn reversed(self) -> Self {
        match self {
            To::Low => To::High,
            To::High => To::Low,
            To::Least => To::Most,
            To::Most => To::Least,
            plus => plus,
        }
    }
}

/// The parameters that stand for what is moved, and whether more of them is more of it.
fn parameters(
    solution: &Solution,
    scenario: &Scenario,
    what: Moves,
) -> Vec<(ParameterIndex, bool)> {
    let roles = &solution.plan.roles;
    let costs = solution.plan.costs.iter();
    let mut found: Vec<(ParameterIndex, bool)> = match what {
        Moves::Reach => vec![(roles.reach, true)],
        Moves::Delay => vec![(roles.delay, true)],
        Moves::Adoption => vec![(roles.adoption, true)],
        Moves::Realisation => vec![(roles.realisation, true)],
        Moves::Speed => match scenario.curve() {
            Curve::Bass => vec![(roles.imitation, true)],
            Curve::Linear => vec![(roles.rollout_years, false)],
            Curve::Drawn(_) => Vec::new(),
        },
        Moves::Reuse => costs
            .filter_map(|cost| match cost.timing {
                Timing::PerBuyer { reused, .. } => Some((reused, true)),
                _ => None,
            })
            .collect(),
        Moves::Learning => costs
            .filter_map(|cost| match cost.timing {
                Timing::PerNewUnit { learning_rate, .. } => Some((learning_rate?, true)),
                _ => None,
            })
            .collect(),
    };
    // Two costs may share a parameter.
    found.dedup();
    found
}

/// Where a parameter comes to stand.
fn place(solution: &Solution, scenario: &Scenario, parameter: ParameterIndex, to: To) -> f64 {
    let about = &solution.parameters[parameter];
    let [least, most] = about.bounds;
    let value = match to {
        To::Low => about.range.map_or(least, |[low, _]| low),
        To::High => about.range.map_or(most, |[_, high]| high),
        To::Least => least,
        To::Most => most,
        To::Plus(more) => scenario.value(parameter) + more,
    };
    Plain::nearest(value).max(least).min(most)
}

/// Every uncertain figure at the end of its range that makes the net present value lower, the others as they are.
fn cautious(solution: &Solution, scenario: &Scenario) -> Vec<(ParameterIndex, f64)> {
    let npv = |parameter: ParameterIndex, value: f64| {
        let mut tried = scenario.clone();
        tried.set(solution, parameter, value).ok()?;
        Some(tried.results(solution).ok()?.npv)
    };
    let parameters = 0..solution.parameters.len();
    let uncertain = parameters.filter(|&index| scenario.belief(solution, index).is_some());
    uncertain
        .filter_map(|parameter| {
            let ends = [To::Low, To::High].map(|to| place(solution, scenario, parameter, to));
            let [low, high] = ends.map(|end| npv(parameter, end));
            let cautious = if low? <= high? { ends[0] } else { ends[1] };
            // One that makes no difference is not moved.
            (low != high).then_some((parameter, cautious))
        })
        .collect()
}

/// Reach, adoption and realisation moved towards their ends by the same share of the way, so far that the claimed yearly
/// saving is met; nothing moved where it cannot be.
fn claim(
    solution: &Solution,
    scenario: &Scenario,
) -> (Vec<(ParameterIndex, f64)>, Option<ClaimGoal>) {
    let Some(claimed) = solution.claimed_saving() else {
        return (Vec::new(), None);
    };
    let roles = &solution.plan.roles;
    let moved = [roles.reach, roles.adoption, roles.realisation];
    // From all at the least (−1) by what is now (0) to all at the most (1).
    let at = |way: f64| {
        moved.map(|parameter| {
            let [least, most] = solution.parameters[parameter].bounds;
            let now = scenario.value(parameter);
            let end = if way < 0.0 { least } else { most };
            let value = now + (end - now) * way.abs();
            (parameter, Plain::nearest(value).max(least).min(most))
        })
    };
    let saving = |way: f64| {
        let mut tried = scenario.clone();
        let _ = tried.set_all(solution, &at(way));
        let results = tried.results(solution);
        results.map_or(f64::NAN, |results| {
            results.annual_saving_at_full_effect.gross
        })
    };
    let goal = ClaimGoal {
        claimed,
        most: saving(1.0),
    };
    if !goal.met() {
        return (Vec::new(), Some(goal));
    }
    // The saving never falls with any of the three.
    let (mut below, mut above) = (-1.0, 1.0);
    for _ in 0..50 {
        let middle = 0.5 * (below + above);
        if saving(middle) >= claimed {
            above = middle;
        } else {
            below = middle;
        }
    }
    (at(above).to_vec(), Some(goal))
}
