//! Where labels go so that none is on top of another.

use super::drawing::Bounds;

/// Moves boxes of the given `(wished top, height)` up and down, as little as needed, until none overlaps and all are
/// between `low` and `high`, and returns their tops. They keep the order of their wished middles. When there is not
/// room for all, the last of the list get none.
pub(super) fn spread(wishes: &[(i32, i32)], low: i32, high: i32) -> Vec<Option<i32>> {
    let mut room = high - low;
    let middle = |index: usize| 2 * wishes[index].0 + wishes[index].1;
    let mut order: Vec<usize> = Vec::with_capacity(wishes.len());
    for (index, &(_, height)) in wishes.iter().enumerate() {
        room -= height;
        if room < 0 {
            break;
        }
        // They are few: put in where they belong rather than sorted, which takes kilobytes of code.
        let behind = order
            .iter()
            .rposition(|&other| middle(other) <= middle(index));
        order.insert(behind.map_or(0, |behind| behind + 1), index);
    }

    // Runs of boxes that touch: where the run starts if each of its boxes counts alike, and how high it is.
    let mut runs: Vec<Run> = Vec::with_capacity(order.len());
    for &index in &order {
        let (top, height) = wishes[index];
        let mut run = Run {
            starts: i64::from(top),
            boxes: 1,
            height: i64::from(height),
        };
        while let Some(above) = runs.pop_if(|above| above.top() + above.height > run.top()) {
            run = above.followed_by(run);
        }
        runs.push(run);
    }

    let mut tops = vec![None; wishes.len()];
    let mut sorted = order.iter();
    let mut free_from = low;
    let mut below = order.iter().map(|&index| wishes[index].1).sum::<i32>();
    for run in runs {
        let mut wished = run.top().clamp(i64::from(low), i64::from(high)) as i32;
        for &index in sorted.by_ref().take(run.boxes) {
            let top = wished.max(free_from).min(high - below);
            tops[index] = Some(top);
            free_from = top + wishes[index].1;
            wished = free_from;
            below -= wishes[index].1;
        }
    }
    tops
}

struct Run {
    /// The sum, over the boxes, of where each wants the run to start.
    starts: i64,
    boxes: usize,
    height: i64,
}

impl Run {
    fn top(&self) -> i64 {
        self.starts / self.boxes.max(1) as i64
    }

    fn followed_by(self, next: Run) -> Run {
        Run {
            starts: self.starts + next.starts - next.boxes as i64 * self.height,
            boxes: self.boxes + next.boxes,
            height: self.height + next.height,
        }
    }
}

/// A place that a label could have, and how much worse it is than the best, in view box units.
pub(super) struct Candidate {
    pub bounds: Bounds,
    pub cost: i32,
}

/// What a label that is placed inside the plot has to keep clear of.
pub(super) struct Surroundings {
    /// All labels are inside this.
    pub within: Bounds,
    /// Never on top of these: the labels that are placed already.
    pub texts: Vec<Bounds>,
    /// Rather not across these: the lines of the chart.
    pub lines: Vec<Vec<(i32, i32)>>,
    /// Least distance between two labels.
    pub gap: i32,
}

/// What it costs to lie across one stretch of a line: as much as to be this far away.
const CROSSING: i32 = 1_500;

impl Surroundings {
    /// The best of the candidates, which is then taken; none when there is a label on top of each of them.
    pub fn take_best(&mut self, candidates: impl IntoIterator<Item = Candidate>) -> Option<Bounds> {
        let mut best: Option<Candidate> = None;
        for Candidate { bounds, cost } in candidates {
            let cheaper = |cost: i32| best.as_ref().is_none_or(|best| cost < best.cost);
            if !cheaper(cost) || !self.is_free(bounds) {
                continue;
            }
            let cost = cost + CROSSING * self.crossings(bounds);
            if cheaper(cost) {
                best = Some(Candidate { bounds, cost });
            }
        }
        let taken = best?.bounds;
        self.texts.push(taken);
        Some(taken)
    }

    fn is_free(&self, bounds: Bounds) -> bool {
        let with_gap = Bounds {
            left: bounds.left - self.gap,
            top: bounds.top - self.gap / 2,
            right: bounds.right + self.gap,
            bottom: bounds.bottom + self.gap / 2,
        };
        bounds.inside(self.within) && !self.texts.iter().any(|text| text.overlaps(with_gap))
    }

    fn crossings(&self, bounds: Bounds) -> i32 {
        let stretches = self.lines.iter().flat_map(|line| line.windows(2));
        stretches
            .filter(|ends| crosses(bounds, ends[0], ends[1]))
            .count() as i32
    }
}

/// Whether the stretch from `a` to `b` (`b` not left of `a`) goes through the box.
fn crosses(bounds: Bounds, a: (i32, i32), b: (i32, i32)) -> bool {
    if b.0 < bounds.left || a.0 > bounds.right {
        return false;
    }
    if a.0 == b.0 {
        return a.1.min(b.1) < bounds.bottom && a.1.max(b.1) > bounds.top;
    }
    let (at_left, at_right) = (height_at(a, b, bounds.left), height_at(a, b, bounds.right));
    at_left.min(at_right) < bounds.bottom && at_left.max(at_right) > bounds.top
}

/// The y of the stretch from `a` to `b` at `x`, or at its nearest end.
fn height_at(a: (i32, i32), b: (i32, i32), x: i32) -> i32 {
    let x = x.clamp(a.0, b.0.max(a.0));
    let (run, rise) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
    if run == 0 {
        b.1
    } else {
        a.1 + (rise * i64::from(x - a.0) / run) as i32
    }
}

/// The highest and the lowest y of a line (from left to right) between two x.
pub(super) fn extent(line: &[(i32, i32)], left: i32, right: i32) -> Option<(i32, i32)> {
    let mut extent: Option<(i32, i32)> = None;
    let mut widen = |y: i32| {
        extent = Some(extent.map_or((y, y), |(top, bottom)| (top.min(y), bottom.max(y))));
    };
    if let [(x, y)] = *line
        && (left..=right).contains(&x)
    {
        widen(y);
    }
    for ends in line.windows(2) {
        if ends[1].0 >= left && ends[0].0 <= right {
            widen(height_at(ends[0], ends[1], left));
            widen(height_at(ends[0], ends[1], right));
        }
    }
    extent
}
