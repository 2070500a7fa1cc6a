//! Shares of variance and the value of learning, on functions whose answers are known in closed form.

use gevinstsimulator::model::{Lanes, WIDTH};
use gevinstsimulator::uncertainty::{BATCH, Dimension, Explained, value_of_knowing_all};
use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// The draws of a dimension.
fn uniform(number: usize, count: usize) -> Vec<f64> {
    let dimension = Dimension::new(number);
    let mut all = vec![Lanes::ZERO; count.next_multiple_of(BATCH) / WIDTH];
    for (batch, points) in all.chunks_mut(BATCH / WIDTH).enumerate() {
        dimension.points(batch * BATCH, points);
    }
    let all = all.into_iter().flat_map(Lanes::to_array);
    all.take(count).collect()
}

/// The same number of draws by chance alone (SplitMix64), in place of Sobol' points.
fn chance(seed: u64, count: usize) -> Vec<f64> {
    let mix = |state: u64| {
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let mut state = mix(seed + 1);
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        (mix(state) >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..count).map(|_| next().max(1e-12)).collect()
}

/// The standard normal distribution's share below `z`.
fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

fn normal_quantile(y: f64) -> f64 {
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if normal(middle) < y {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn normals(uniform: Vec<f64>) -> Vec<f64> {
    uniform.into_iter().map(normal_quantile).collect()
}

/// `E max(0, y)` for a normal `y`.
fn mean_of_gain(mean: f64, deviation: f64) -> f64 {
    let z = mean / deviation;
    deviation * (-0.5 * z * z).exp() / (2.0 * PI).sqrt() + mean * normal(z)
}

/// Ishigami and Homma (1990) with a = 7, b = 0.1.
fn ishigami(columns: &[Vec<f64>; 3]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let xs: Vec<Vec<f64>> = columns
        .iter()
        .map(|column| column.iter().map(|u| PI * (2.0 * u - 1.0)).collect())
        .collect();
    let y = |i: usize| {
        let (x1, x2, x3): (f64, f64, f64) = (xs[0][i], xs[1][i], xs[2][i]);
        x1.sin() + 7.0 * x2.sin().powi(2) + 0.1 * x3.powi(4) * x1.sin()
    };
    let ys = (0..xs[0].len()).map(y).collect();
    (xs, ys)
}

const ISHIGAMI: [f64; 3] = [0.3139, 0.4424, 0.0];

#[track_caller]
fn within(found: f64, expected: f64, error: f64) {
    assert!(
        (found - expected).abs() <= error,
        "{found} is not {expected} ± {error}"
    );
}

#[test]
fn the_shares_of_the_ishigami_function_are_the_published_ones() {
    for (count, error) in [(4096, 0.01), (65_536, 0.003)] {
        let (xs, ys) = ishigami(&[0, 1, 2].map(|number| uniform(number, count)));
        for (x, expected) in xs.iter().zip(ISHIGAMI) {
            within(Explained::of(x, &ys).share_of_variance, expected, error);
        }
    }
}

#[test]
fn on_draws_by_chance_the_shares_are_right_on_average() {
    let seeds = 40;
    let mut sums = [0.0; 3];
    for seed in 0..seeds {
        let columns = [0, 1, 2].map(|number| chance(seed * 3 + number, 4096));
        let (xs, ys) = ishigami(&columns);
        for (sum, x) in sums.iter_mut().zip(&xs) {
            *sum += Explained::of(x, &ys).share_of_variance / seeds as f64;
        }
    }
    for (found, expected) in sums.into_iter().zip(ISHIGAMI) {
        within(found, expected, 0.005);
    }
}

/// `y = mean + Σ weight·z` with independent standard normals.
const WEIGHTS: [f64; 4] = [3.0, 2.0, 1.0, 0.0];

fn linear(mean: f64, columns: &[Vec<f64>]) -> Vec<f64> {
    let y = |i: usize| {
        mean + WEIGHTS
            .iter()
            .zip(columns)
            .map(|(w, z)| w * z[i])
            .sum::<f64>()
    };
    (0..columns[0].len()).map(y).collect()
}

fn deviation() -> f64 {
    WEIGHTS.iter().map(|w| w * w).sum::<f64>().sqrt()
}

#[test]
fn in_a_linear_decision_between_normals_the_value_of_learning_is_the_textbook_one() {
    let columns: Vec<_> = (0..4)
        .map(|number| normals(uniform(number, 4096)))
        .collect();
    for mean in [-4.0, -1.0, 0.0, 0.5, 2.0] {
        let ys = linear(mean, &columns);
        let everything = mean_of_gain(mean, deviation()) - mean.max(0.0);
        within(value_of_knowing_all(&ys), everything, 0.01);
        for (z, weight) in columns.iter().zip(WEIGHTS) {
            let found = Explained::of(z, &ys);
            let value = if weight == 0.0 {
                0.0
            } else {
                mean_of_gain(mean, weight) - mean.max(0.0)
            };
            within(found.value_of_learning, value, 0.01 * deviation());
            within(
                found.share_of_variance,
                weight * weight / deviation().powi(2),
                0.004,
            );
        }
    }
}

#[test]
fn by_chance_too_what_does_not_matter_is_worth_next_to_nothing() {
    let (seeds, mut learning, mut share) = (30, [0.0; 4], [0.0; 4]);
    for seed in 0..seeds {
        let columns: Vec<_> = (0..4)
            .map(|n| normals(chance(1000 + seed * 4 + n, 1024)))
            .collect();
        let ys = linear(0.0, &columns);
        for (n, z) in columns.iter().enumerate() {
            let found = Explained::of(z, &ys);
            learning[n] += found.value_of_learning / seeds as f64;
            share[n] += found.share_of_variance / seeds as f64;
        }
    }
    for n in 0..4 {
        let weight = WEIGHTS[n];
        within(share[n], weight * weight / 14.0, 0.01);
        let value = if weight == 0.0 {
            0.0
        } else {
            mean_of_gain(0.0, weight)
        };
        within(learning[n], value, 0.03 * deviation());
    }
}

#[test]
fn it_makes_no_difference_in_which_order_or_unit_the_draws_are() {
    let (xs, ys) = ishigami(&[0, 1, 2].map(|number| uniform(number, 1024)));
    let found = Explained::of(&xs[1], &ys);
    let reversed = |values: &[f64], scale: f64| -> Vec<f64> {
        values
            .iter()
            .rev()
            .map(|value| scale * value + 1e3)
            .collect()
    };
    let elsewhere = Explained::of(&reversed(&xs[1], -1e6), &reversed(&ys, 1.0));
    within(elsewhere.share_of_variance, found.share_of_variance, 1e-6);
}

#[test]
fn a_step_that_is_known_beforehand_is_worth_what_it_saves() {
    // y is 3 or −1, as x is above a half or not: knowing it saves the −1 in half of all cases.
    let xs: Vec<f64> = uniform(0, 4096)
        .into_iter()
        .map(|u| f64::from(u > 0.5))
        .collect();
    let ys: Vec<f64> = xs.iter().map(|x| 4.0 * x - 1.0).collect();
    let found = Explained::of(&xs, &ys);
    within(found.share_of_variance, 1.0, 1e-9);
    within(found.value_of_learning, 0.5, 1e-9);
    assert_eq!(value_of_knowing_all(&ys), 0.5);
}

#[test]
fn nothing_is_explained_by_what_does_not_vary_or_in_what_does_not_vary() {
    let xs = uniform(0, 256);
    let constant = vec![2.0; 256];
    assert_eq!(Explained::of(&constant, &xs), Explained::default());
    assert_eq!(Explained::of(&xs, &constant), Explained::default());
    assert_eq!(Explained::of(&[], &[]), Explained::default());
    assert_eq!(value_of_knowing_all(&[]), 0.0);
}
