//! The years along the bottom: the first and the last always, and between them as many as fit.

use super::canvas::{Canvas, Failure, Lettering};
use super::drawing::{Anchor, Bounds, Weight};
use super::frame::Scale;
use super::ink::Ink;
use super::measure;

/// A year's tick and label.
struct Tick {
    x: i32,
    anchor: Anchor,
    label: String,
    bounds: Bounds,
}

/// Draws ticks and years below the plot, whose lower edge is at `bottom`. `x_of` says where a year is, by its index;
/// `width` is that of the whole drawing.
pub(super) fn draw(
    canvas: &Canvas,
    (first_year, count): (i32, usize),
    x_of: &dyn Fn(i64) -> i32,
    (width, bottom): (i32, i32),
    scale: Scale,
) -> Result<(), Failure> {
    let ticks = ticks((first_year, count), x_of, (width, bottom), scale);
    for tick in &ticks {
        canvas.rule(
            (tick.x, bottom),
            (tick.x, bottom + scale.px(5)),
            Ink::Tick,
            scale.px(1),
        )?;
    }
    for tick in &ticks {
        let x = if tick.anchor == Anchor::End {
            tick.bounds.right
        } else {
            tick.x
        };
        let lettering = Lettering {
            size: scale.small,
            ink: Ink::Tick,
            weight: Weight::Normal,
            anchor: tick.anchor,
        };
        canvas.text(&tick.label, (x, baseline(bottom, scale)), lettering)?;
    }
    Ok(())
}

fn baseline(bottom: i32, scale: Scale) -> i32 {
    bottom + scale.px(7) + measure::ascent(scale.small)
}

fn ticks(
    (first_year, count): (i32, usize),
    x_of: &dyn Fn(i64) -> i32,
    (width, bottom): (i32, i32),
    scale: Scale,
) -> Vec<Tick> {
    let last_index = count.saturating_sub(1) as i64;
    let tick = |index: i64| {
        let (x, label) = (x_of(index), (i64::from(first_year) + index).to_string());
        let bounds = |x, anchor| {
            measure::bounds(
                &label,
                (x, baseline(bottom, scale)),
                anchor,
                scale.small,
                Weight::Normal,
            )
        };
        let (anchor, bounds) = match bounds(x, Anchor::Middle) {
            middle if middle.left < 0 => (Anchor::Start, bounds(x, Anchor::Start)),
            middle if middle.right > width => {
                (Anchor::End, bounds(width.min(x + scale.px(3)), Anchor::End))
            }
            middle => (Anchor::Middle, middle),
        };
        Tick {
            x,
            anchor,
            label,
            bounds,
        }
    };
    let mut ticks = vec![tick(0)];
    if last_index == 0 {
        return ticks;
    }
    let last = tick(last_index);
    let gap = scale.px(10);
    let needed = i64::from(last.bounds.right - last.bounds.left + gap);
    let room = i64::from((last.x - ticks[0].x).max(1));
    let step = STEPS
        .into_iter()
        .find(|step| step * room >= needed * last_index)
        .unwrap_or(last_index);
    for index in 1..last_index {
        let year = i64::from(first_year) + index;
        if year.rem_euclid(step) != 0 {
            continue;
        }
        let tick = tick(index);
        let free = |before: &Tick| before.bounds.right + gap <= tick.bounds.left;
        if ticks.last().is_none_or(free) && tick.bounds.right + gap <= last.bounds.left {
            ticks.push(tick);
        }
    }
    ticks.push(last);
    ticks
}

/// How many years there may be from one labelled year to the next.
const STEPS: [i64; 6] = [1, 2, 5, 10, 20, 50];
