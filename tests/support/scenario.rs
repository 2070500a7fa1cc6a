//! A plan with its figures, and what tests ask of it and change in it.

use gevinstsimulator::model::{Cost, Curve, ParameterIndex, Part, Plan, Results, Roles};

/// A plan, the shape of its rollout and a figure for each of its parameters.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub plan: Plan,
    pub curve: Curve,
    pub values: Vec<f64>,
}

impl Scenario {
    #[track_caller]
    pub fn results(&self) -> Results {
        self.plan.results(&self.curve, &self.values).unwrap()
    }

    pub fn get(&self, role: impl Fn(&Roles) -> ParameterIndex) -> f64 {
        self.values[role(&self.plan.roles)]
    }

    /// The same with another figure for a parameter that every plan has.
    pub fn with(self, role: impl Fn(&Roles) -> ParameterIndex, value: f64) -> Self {
        let index = role(&self.plan.roles);
        self.with_value(index, value)
    }

    pub fn with_value(mut self, index: ParameterIndex, value: f64) -> Self {
        self.values[index] = value;
        self
    }

    pub fn with_curve(self, curve: Curve) -> Self {
        Self { curve, ..self }
    }

    /// All at once: the whole target is in place in year 0.
    pub fn sudden(self) -> Self {
        self.with_curve(Curve::Linear)
            .with(|r| r.rollout_years, 0.0)
            .with(|r| r.delay, 0.0)
    }

    pub fn years(&self) -> usize {
        self.get(|r| r.horizon) as usize
    }

    /// `1 + h`.
    pub fn uplift(&self) -> f64 {
        1.0 + self.get(|r| r.optimism)
    }

    /// Whether there is more to roll out than the pilot.
    pub fn rolls_out(&self) -> bool {
        self.get(|r| r.reach) * self.get(|r| r.potential) > self.get(|r| r.pilot)
    }

    /// Every cost with its lines: the first, and of purchases with a life the replacement and the residual.
    pub fn cost_lines(&self, results: &Results) -> Vec<(Cost, Vec<Vec<f64>>)> {
        let mut costs: Vec<_> = self
            .plan
            .costs
            .iter()
            .map(|&cost| (cost, Vec::new()))
            .collect();
        let parts = self.plan.line_parts();
        for ((cost, part), line) in parts.zip(&results.evaluation.lines) {
            assert_eq!(costs[cost].1.len(), part as usize, "parts stand in order");
            costs[cost].1.push(line.clone());
        }
        costs
    }
}

/// The places of a purchase's lines in `Scenario::cost_lines`.
pub const FIRST: usize = Part::First as usize;
pub const REPLACEMENT: usize = Part::Replacement as usize;
pub const RESIDUAL: usize = Part::Residual as usize;
