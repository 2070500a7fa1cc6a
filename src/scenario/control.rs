//! How a parameter is shown and moved: in per cent, in years, or as it is.

use super::Scenario;
use crate::model::{Curve, Kind, Plain, half_time, imitation_for_half_time};
use crate::solution::{Group, Solution, is_percent};

/// How a control's number relates to the parameter's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// As it is.
    Plain,
    /// A share, shown per cent.
    Percent,
    /// Imitation, shown as the years until half of the rollout is done, given the coefficient of innovation.
    HalfTime { innovation: f64 },
}

/// A control: a parameter with its shown range and step. All numbers are as shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    pub parameter: usize,
    pub scale: Scale,
    pub value: f64,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    /// The file's own figure.
    pub likely: f64,
    /// The file's P10 and P90 as shown, the smaller number first.
    pub range: Option<[f64; 2]>,
    /// What the range has become, gone along with the value; none where it is certain.
    pub range_now: Option<[f64; 2]>,
}

impl Scale {
    /// The shown number for a value.
    pub fn show(self, value: f64) -> f64 {
        match self {
            Scale::Plain => value,
            Scale::Percent => value * 100.0,
            Scale::HalfTime { innovation } => half_time(innovation, value),
        }
    }

    /// The value for a shown number.
    pub fn read(self, shown: f64) -> f64 {
        match self {
            Scale::Plain => shown,
            Scale::Percent => shown / 100.0,
            Scale::HalfTime { innovation } => imitation_for_half_time(innovation, shown),
        }
    }
}

impl Control {
    /// The control of a parameter in a scenario.
    pub fn new(solution: &Solution, scenario: &Scenario, parameter: usize) -> Self {
        let about = &solution.parameters[parameter];
        let roles = &solution.plan.roles;
        let scale = match () {
            () if parameter == roles.imitation => Scale::HalfTime {
                innovation: scenario.value(roles.innovation),
            },
            () if is_percent(&about.unit) => Scale::Percent,
            () => Scale::Plain,
        };
        let (step, [min, max]) = match scale {
            // Rounded inwards to the step, so that both ends of the slider are legal.
            Scale::HalfTime { .. } => {
                let [fastest, slowest] = [about.bounds[1], about.bounds[0]].map(|q| scale.show(q));
                (
                    0.1,
                    [
                        (fastest * 10.0).ceil() / 10.0,
                        (slowest * 10.0).floor() / 10.0,
                    ],
                )
            }
            Scale::Percent => (about.step * 100.0, about.bounds.map(|b| scale.show(b))),
            Scale::Plain => (about.step, about.bounds),
        };
        let ordered = |[low, high]: [f64; 2]| [low.min(high), low.max(high)];
        Self {
            parameter,
            scale,
            value: tidy(scale, scenario.value(parameter)).max(min).min(max),
            min,
            max,
            step,
            likely: tidy(scale, about.likely),
            range: about
                .range
                .map(|range| ordered(range.map(|value| tidy(scale, value)))),
            range_now: scenario.belief(solution, parameter).map(|belief| {
                let [low, _, high] = belief.figures();
                ordered([low, high].map(|value| tidy(scale, value)))
            }),
        }
    }

    /// Decimals that the step asks for.
    pub fn decimals(&self) -> usize {
        (0..4)
            .find(|&places| {
                let scaled = self.step * [1.0, 10.0, 100.0, 1000.0][places];
                (scaled - scaled.round()).abs() < 1e-6
            })
            .unwrap_or(4)
    }

    /// The number with the decimals that it is shown with.
    pub fn rounded(&self, shown: f64) -> f64 {
        let unit = [1.0, 10.0, 100.0, 1000.0, 1e4, 1e5, 1e6][self.decimals() + 2];
        (shown * unit).round() / unit
    }

    /// Where a slider comes to stand that is moved to a number: on the next step in the direction it went.
    pub fn on_step(&self, shown: f64) -> f64 {
        let steps = (shown - self.min) / self.step;
        let nearest = steps.round();
        let whole = match () {
            () if (steps - nearest).abs() < 1e-6 => nearest,
            () if shown > self.value => steps.ceil(),
            () => steps.floor(),
        };
        self.rounded(self.min + whole * self.step).min(self.max)
    }

    /// A step with which the slider can stand at the value: the control's own, or the largest whole part of it.
    pub fn step_to_value(&self) -> f64 {
        let steps = (self.value - self.min) / self.step;
        let parts = [
            1.0, 2.0, 4.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 250.0, 500.0, 1000.0, 1e4,
            1e5,
        ];
        let fits = |&&parts: &&f64| {
            let steps = steps * parts;
            (steps - steps.round()).abs() < 1e-6
        };
        self.step / parts.iter().find(fits).unwrap_or(&1e5)
    }

    /// The value for a shown number. The file's own figure survives being shown rounded: to choose what it
    /// looks like is to choose it.
    pub fn read(&self, solution: &Solution, shown: f64) -> f64 {
        let about = &solution.parameters[self.parameter];
        if shown == self.likely {
            return about.likely;
        }
        let [min, max] = about.bounds;
        match self.scale.read(shown) {
            // What an address can say is what is chosen.
            value if (min..=max).contains(&value) => Plain::nearest(value).max(min).min(max),
            refused => refused,
        }
    }
}

/// The shown number without the crumbs of binary arithmetic; years until half to a tenth.
fn tidy(scale: Scale, value: f64) -> f64 {
    let unit = match scale {
        Scale::HalfTime { .. } => 10.0,
        _ => 1e9,
    };
    (scale.show(value) * unit).round() / unit
}

/// Whether the parameter can change any result of this scenario.
pub fn matters(solution: &Solution, scenario: &Scenario, parameter: usize) -> bool {
    let plan = &solution.plan;
    let roles = &plan.roles;
    let bass = *scenario.curve() == Curve::Bass;
    let linear = *scenario.curve() == Curve::Linear;
    let years = scenario.value(roles.horizon);
    let has = |wanted: fn(&Kind) -> bool| plan.benefits.iter().any(|stream| wanted(&stream.kind));
    match parameter {
        p if p == roles.innovation || p == roles.imitation => bass,
        p if p == roles.rollout_years => linear,
        p if p == roles.discount_rates[1] => years > 41.0,
        p if p == roles.discount_rates[2] => years > 76.0,
        p if p == roles.wage_growth || p == roles.hours_per_person_year => {
            has(|kind| matches!(kind, Kind::Time { .. }))
        }
        p if p == roles.income_growth => has(|kind| matches!(kind, Kind::Health { .. })),
        _ => true,
    }
}

/// The controls of a group that matter, those in sight first, in the file's order.
pub fn controls(solution: &Solution, scenario: &Scenario, group: Group) -> Vec<Control> {
    let in_group = |featured: bool| {
        (0..solution.parameters.len()).filter(move |&index| {
            let parameter = &solution.parameters[index];
            parameter.group == group && parameter.featured == featured
        })
    };
    in_group(true)
        .chain(in_group(false))
        .filter(|&index| matters(solution, scenario, index))
        .map(|index| Control::new(solution, scenario, index))
        .collect()
}
