//! The value axis: round steps, zero always on it.

/// A value axis from `min` to `max`, both whole multiples of `step`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    pub min: f64,
    pub max: f64,
    pub step: f64,
}

/// Gridlines that an axis aims at, between its ends.
const INTERVALS: f64 = 4.0;

impl Axis {
    /// The shortest axis with round steps (1, 2 or 5 times a power of ten) that covers zero and all values.
    pub fn covering(values: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = (0.0f64, 0.0f64);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        let span = (high / 2.0 - low / 2.0) * 2.0;
        let span = if span > 1e-300 { span.min(1e300) } else { 1.0 };
        let step = round_step(span / INTERVALS);
        let (min, max) = ((low / step).floor() * step, (high / step).ceil() * step);
        let max = if max > min { max } else { min + step };
        Self { min, max, step }
    }

    /// This axis, unless it fits in the one before: while a slider moves, an axis grows when it must and
    /// never shrinks.
    pub fn holding(self, before: &Axis) -> Self {
        if self.min >= before.min && self.max <= before.max {
            return *before;
        }
        Axis::covering([self.min.min(before.min), self.max.max(before.max)])
    }

    /// The values with a gridline, from below.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let first = (self.min / self.step).round() as i64;
        let last = (self.max / self.step).round() as i64;
        (first..=last).map(|tick| tick as f64 * self.step)
    }
}

fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let leading = rough / power;
    let rounded = match leading {
        l if l <= 1.000_001 => 1.0,
        l if l <= 2.000_001 => 2.0,
        l if l <= 5.000_001 => 5.0,
        _ => 10.0,
    };
    rounded * power
}
