//! An axis of values: from where to where, in steps that people count in (1, 2 or 5 times a power of ten).

/// A range of values that always has zero in it, and its steps. Both ends are whole numbers of steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    min: f64,
    max: f64,
    step: f64,
    most_steps: i32,
}

impl Axis {
    /// Values beyond this, either way, are drawn at this: doubles end at 1.8e308, and a range must not overflow.
    pub const LARGEST: f64 = 1e300;
    /// A range smaller than this is drawn as none at all.
    pub const SMALLEST: f64 = 1e-290;

    /// The smallest axis with all the values and zero, in 2 to 5 steps (3 to 6 gridlines). Without any value but zero
    /// it goes from 0 to 1. Values that are not finite do not count.
    pub fn covering(values: impl IntoIterator<Item = f64>) -> Axis {
        Axis::in_steps(values, 5)
    }

    /// The same in other steps than a reader wants, when nothing is written along the axis: more steps fit tighter.
    pub(super) fn in_steps(values: impl IntoIterator<Item = f64>, most_steps: i32) -> Axis {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values {
            if value.is_finite() {
                low = low.min(value);
                high = high.max(value);
            }
        }
        Axis::between(low.max(-Axis::LARGEST), high.min(Axis::LARGEST), most_steps)
    }

    fn between(low: f64, high: f64, most_steps: i32) -> Axis {
        let span = high - low;
        if span < Axis::SMALLEST {
            return Axis {
                min: 0.0,
                max: 1.0,
                step: 0.5,
                most_steps,
            };
        }
        let most = f64::from(most_steps);
        // The smallest round step that needs no more than the most steps.
        let mut exponent = 0;
        while scaled(1.0, exponent) * most > span {
            exponent -= 1;
        }
        loop {
            for digit in [1.0, 2.0, 5.0] {
                let step = scaled(digit, exponent);
                let (first, last) = ((low / step).floor(), (high / step).ceil());
                if last - first <= most {
                    return Axis::of_steps(first as i32, last as i32, step, most_steps)
                        .reaching(low, high);
                }
            }
            exponent += 1;
        }
    }

    fn of_steps(first: i32, last: i32, step: f64, most_steps: i32) -> Axis {
        Axis {
            min: multiple(first, step),
            max: multiple(last, step),
            step,
            most_steps,
        }
    }

    /// Rounding may have left an end a hair inside the value that it is for: then it is a step further out.
    fn reaching(self, low: f64, high: f64) -> Axis {
        let (first, last) = self.steps();
        let (below, above) = (i32::from(low < self.min), i32::from(high > self.max));
        Axis::of_steps(first - below, last + above, self.step, self.most_steps)
    }

    /// The ends in steps from zero.
    fn steps(&self) -> (i32, i32) {
        (
            (self.min / self.step).round() as i32,
            (self.max / self.step).round() as i32,
        )
    }

    /// The lower end: zero or below.
    pub const fn min(&self) -> f64 {
        self.min
    }

    /// The upper end: zero or above.
    pub const fn max(&self) -> f64 {
        self.max
    }

    /// From one gridline to the next.
    pub const fn step(&self) -> f64 {
        self.step
    }

    /// This axis, held by the one on screen: the previous axis as long as it has room for this one, and otherwise one
    /// with room for both. So an axis never shrinks while a slider is dragged.
    pub fn holding(&self, previous: &Axis) -> Axis {
        if previous.min <= self.min && previous.max >= self.max {
            *previous
        } else {
            Axis::between(
                self.min.min(previous.min),
                self.max.max(previous.max),
                self.most_steps,
            )
        }
    }

    /// The values of the gridlines, from the lowest to the highest, zero among them.
    pub fn gridlines(&self) -> impl Iterator<Item = f64> + use<> {
        let step = self.step;
        let (first, last) = self.steps();
        (first..=last).map(move |count| multiple(count, step))
    }

    /// The value, or the end of the axis that is nearest to it.
    pub(super) fn clamped(&self, value: f64) -> f64 {
        // Not `clamp`, whose panic writes numbers to the last digit and weighs more than the chart.
        value.max(self.min).min(self.max)
    }

    /// Whether the value is on the axis.
    pub(super) const fn contains(&self, value: f64) -> bool {
        value >= self.min && value <= self.max
    }
}

/// `digit` · 10^`exponent`. Only products and quotients of exact powers, so that it is the same on every machine.
fn scaled(digit: f64, exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs()).fold(1.0_f64, |power, _| power * 10.0);
    if exponent < 0 {
        digit / power
    } else {
        digit * power
    }
}

/// `count` steps, without the rounding that three times 0.1 has.
fn multiple(count: i32, step: f64) -> f64 {
    if step < 1.0 {
        f64::from(count) / (1.0 / step).round()
    } else {
        f64::from(count) * step
    }
}
