//! The points that the draws are made from.

use gevinstsimulator::uncertainty::{Dimension, MOST_DRAWS, SEED};

/// One coordinate of one point.
fn at(dimension: &Dimension, index: usize) -> f64 {
    let [point] = dimension.points(index);
    point
}

#[test]
fn points_made_together_are_those_made_one_by_one() {
    for number in [0, 1, 9, 52, 77] {
        let dimension = Dimension::new(number);
        for first in (0..MOST_DRAWS).step_by(8) {
            let together: [f64; 8] = dimension.points(first);
            assert_eq!(
                together,
                std::array::from_fn(|lane| at(&dimension, first + lane))
            );
        }
    }
}

#[test]
fn the_points_are_those_of_an_independent_implementation_to_its_precision() {
    for (number, seed) in (0..53).flat_map(|number| [0, SEED, u32::MAX].map(|seed| (number, seed)))
    {
        let dimension = Dimension::with_seed(number, seed);
        for index in (0..MOST_DRAWS).step_by(37) {
            let expected = f64::from(sobol_burley::sample(index as u32, number as u32, seed));
            let found = at(&dimension, index);
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
        let dimension = Dimension::new(number);
        for count in [16, 256, 4096, MOST_DRAWS] {
            let mut hit = vec![false; count];
            for index in 0..count {
                hit[(at(&dimension, index) * count as f64) as usize] = true;
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
        let dimension = Dimension::new(number);
        assert!((0..MOST_DRAWS).step_by(11).all(|index| {
            let y = at(&dimension, index);
            0.0 < y && y < 1.0
        }));
    }
}

#[test]
fn no_two_dimensions_move_together() {
    let points: Vec<Vec<f64>> = (0..120)
        .map(|number| {
            let dimension = Dimension::new(number);
            (0..4096).map(|index| at(&dimension, index) - 0.5).collect()
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
