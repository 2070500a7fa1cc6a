//! The points that the draws are made from.

use gevinstsimulator::model::{Lanes, WIDTH};
use gevinstsimulator::uncertainty::{BATCH, Dimension, MOST_DRAWS, SEED};

/// One coordinate of the first points, so many batches.
fn points(dimension: &Dimension, batches: usize) -> Vec<f64> {
    let mut all = vec![Lanes::ZERO; batches * BATCH / WIDTH];
    for (batch, points) in all.chunks_mut(BATCH / WIDTH).enumerate() {
        dimension.points(batch * BATCH, points);
    }
    all.into_iter().flat_map(Lanes::to_array).collect()
}

/// One coordinate of all points.
fn all(dimension: &Dimension) -> Vec<f64> {
    points(dimension, MOST_DRAWS / BATCH)
}

#[test]
fn the_points_are_those_of_an_independent_implementation_to_its_precision() {
    for (number, seed) in (0..53).flat_map(|number| [0, SEED, u32::MAX].map(|seed| (number, seed)))
    {
        let points = all(&Dimension::with_seed(number, seed));
        for index in (0..MOST_DRAWS).step_by(37) {
            let expected = f64::from(sobol_burley::sample(index as u32, number as u32, seed));
            let found = points[index];
            let bits = (found * f64::from(1 << 23)).floor() / f64::from(1 << 23);
            assert_eq!(
                bits, expected,
                "dimension {number}, point {index}, seed {seed}"
            );
        }
    }
    assert_eq!(Dimension::new(52), Dimension::with_seed(52, SEED));
}

#[test]
fn the_first_points_of_any_power_of_two_have_one_in_each_equal_part() {
    for number in [0, 1, 7, 31, 52, 53, 60, 120] {
        let points = all(&Dimension::new(number));
        for count in [16, 256, 4096, MOST_DRAWS] {
            let mut hit = vec![false; count];
            for point in &points[..count] {
                hit[(point * count as f64) as usize] = true;
            }
            assert!(
                hit.iter().all(|&hit| hit),
                "dimension {number}, {count} points"
            );
        }
    }
}

#[test]
fn a_point_never_touches_zero_or_one() {
    for number in 0..256 {
        let mut points = all(&Dimension::new(number)).into_iter();
        assert!(points.all(|y| 0.0 < y && y < 1.0));
    }
}

#[test]
fn no_two_dimensions_move_together() {
    let points: Vec<Vec<f64>> = (0..120)
        .map(|number| {
            let points = points(&Dimension::new(number), 4096 / BATCH).into_iter();
            points.map(|y| y - 0.5).collect()
        })
        .collect();
    for first in 0..points.len() {
        for second in 0..first {
            let products = points[first].iter().zip(&points[second]);
            let correlation = products.map(|(a, b)| a * b).sum::<f64>() / 4096.0 * 12.0;
            assert!(
                correlation.abs() < 0.08,
                "{first} and {second}: {correlation}"
            );
        }
    }
}
