//! Where the draws lie: Owen-scrambled Sobol' points, the same on every machine.
//!
//! Models random draws that cover the space more evenly than chance does, so that fewer are needed. The seed is fixed
//! unless another is asked for: the same scenario gives the same figures, and nothing flickers while a slider moves.
//!
//! Sources: Joe and Kuo (2008), "Constructing Sobol sequences with better two-dimensional projections", SIAM J.
//! Sci. Comput. 30, for the direction numbers; Owen (1995) for the scrambling, hashed as in Burley (2020),
//! "Practical hash-based Owen scrambling", J. Computer Graphics Techniques 9(4), with the hashes of Vegdahl's
//! crate `sobol_burley`. That crate gives the same points, rounded to 23 bits (a test compares them), but its table
//! would take 8 kB of the page.

use crate::model::{Lanes, WHOLE, WIDTH, from_memory};
use wide::bytemuck::cast;
#[cfg(target_arch = "wasm32")]
use wide::u8x16;
use wide::u32x4;

/// The most points: the direction vectors have so many bits.
pub const MOST_DRAWS: usize = 1 << BITS;
const BITS: u32 = 16;

/// Points that are made together, a power of two.
pub const BATCH: usize = 64;

/// The seed unless another is asked for: the page's.
pub const SEED: u32 = 2016;

/// Dimensions that the table gives; the first needs no numbers. Those beyond start over with another seed, and are
/// then even among themselves, but no more so than chance towards the others (Burley's padding).
const DIMENSIONS: usize = 53;

/// For each dimension from the second on: degree `s`, coefficients `a` and the numbers `m_1 … m_s`.
/// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe, BSD-3-Clause: https://web.maths.unsw.edu.au/~fkuo/sobol/
#[rustfmt::skip]
const DIRECTION_NUMBERS: [u8; 441] = [
    1, 0, 1, 2, 1, 1, 3, 3, 1, 1, 3, 1, 3, 2, 1, 1, 1, 4, 1, 1, 1, 3, 3, 4, 4, 1, 3, 5, 13,
    5, 2, 1, 1, 5, 5, 17, 5, 4, 1, 1, 5, 5, 5, 5, 7, 1, 1, 7, 11, 19, 5, 11, 1, 1, 5, 1, 1,
    5, 13, 1, 1, 1, 3, 11, 5, 14, 1, 3, 5, 5, 31, 6, 1, 1, 3, 3, 9, 7, 49, 6, 13, 1, 1, 1, 15, 21, 21,
    6, 16, 1, 3, 1, 13, 27, 49, 6, 19, 1, 1, 1, 15, 7, 5, 6, 22, 1, 3, 1, 15, 13, 25,
    6, 25, 1, 1, 5, 5, 19, 61, 7, 1, 1, 3, 7, 11, 23, 15, 103, 7, 4, 1, 3, 7, 13, 13, 15, 69,
    7, 7, 1, 1, 3, 13, 7, 35, 63, 7, 8, 1, 3, 5, 9, 1, 25, 53, 7, 14, 1, 3, 1, 13, 9, 35, 107,
    7, 19, 1, 3, 1, 5, 27, 61, 31, 7, 21, 1, 1, 5, 11, 19, 41, 61, 7, 28, 1, 3, 5, 3, 3, 13, 69,
    7, 31, 1, 1, 7, 13, 1, 19, 1, 7, 32, 1, 3, 7, 5, 13, 19, 59, 7, 37, 1, 1, 3, 9, 25, 29, 41,
    7, 41, 1, 3, 5, 13, 23, 1, 55, 7, 42, 1, 3, 7, 3, 13, 59, 17, 7, 50, 1, 3, 1, 3, 5, 53, 69,
    7, 55, 1, 1, 5, 5, 23, 33, 13, 7, 56, 1, 1, 7, 7, 1, 61, 123, 7, 59, 1, 1, 7, 9, 13, 61, 49,
    7, 62, 1, 3, 3, 5, 3, 55, 33, 8, 14, 1, 3, 1, 15, 31, 13, 49, 245,
    8, 21, 1, 3, 5, 15, 31, 59, 63, 97, 8, 22, 1, 3, 1, 11, 11, 11, 77, 249,
    8, 38, 1, 3, 1, 11, 27, 43, 71, 9, 8, 47, 1, 1, 7, 15, 21, 11, 81, 45,
    8, 49, 1, 3, 7, 3, 25, 31, 65, 79, 8, 50, 1, 3, 1, 1, 19, 11, 3, 205,
    8, 52, 1, 1, 5, 9, 19, 21, 29, 157, 8, 56, 1, 3, 7, 11, 1, 33, 89, 185,
    8, 67, 1, 3, 3, 3, 15, 9, 79, 71, 8, 70, 1, 3, 7, 11, 15, 39, 119, 27,
    8, 84, 1, 1, 3, 1, 11, 31, 97, 225, 8, 97, 1, 1, 1, 3, 23, 43, 57, 177,
    8, 103, 1, 3, 7, 7, 17, 17, 37, 71, 8, 115, 1, 3, 1, 5, 27, 63, 123, 213,
    8, 122, 1, 1, 3, 5, 11, 43, 53, 133,
];

/// One coordinate of the points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dimension {
    /// Direction vectors, their bits reversed.
    pub vectors: [u32; BITS as usize],
    /// What the order of the points is shuffled by, and their bits are scrambled by.
    pub shuffle: u32,
    pub scramble: u32,
}

impl Dimension {
    /// The coordinate with a number, 0, 1, 2, …, scrambled by [`SEED`].
    pub fn new(number: usize) -> Self {
        Self::with_seed(number, SEED)
    }

    /// The coordinate with a number, scrambled by a seed. Seeds that lie close are as different as any others, but for
    /// the padding: a number beyond the table has the points of one within it under the next seed.
    pub fn with_seed(number: usize, seed: u32) -> Self {
        let (round, place) = ((number / DIMENSIONS) as u32, number % DIMENSIONS);
        let seed = seed.wrapping_add(round);
        let salt = [0x912f_69ba, 0x174f_18ab, 0x691e_72ca, 0xb40c_c1b8][place % 4];
        Self {
            vectors: direction_vectors(place).map(u32::reverse_bits),
            shuffle: hash(seed ^ 0x79c6_8e4a),
            scramble: hash((place as u32 / 4) ^ seed.wrapping_mul(0x9c8f_2d3b) ^ salt),
        }
    }

    /// Puts the coordinate of the points from `first` on, a multiple of [`BATCH`] below [`MOST_DRAWS`], in a batch.
    ///
    /// On a grid of 2⁻³², but half a step off it, so never 0 or 1. Any 2ᵏ points from the first on have exactly one in
    /// each of 2ᵏ equal parts.
    pub fn points(&self, first: usize, batch: &mut [Lanes]) {
        // How a bit of an index is shuffled depends on the higher ones only: those that all of these points share.
        let places = places();
        let (own, shared) = from_memory(&places).split_at(BATCH.trailing_zeros() as usize);
        let (own_vectors, shared_vectors) = self.vectors.split_at(own.len());
        let reversed = |index: usize| u32x4::splat((index as u32).reverse_bits());
        let shuffle = |reversed: u32x4| owen_scramble(reversed, self.shuffle);
        let shared = sum(shared, shared_vectors, shuffle(reversed(first)));
        let lanes = u32x4::new(std::array::from_fn(|lane| (lane as u32).reverse_bits()));
        for (points, index) in batch.iter_mut().zip((first..).step_by(WIDTH)) {
            let sobol = shared ^ sum(own, own_vectors, shuffle(reversed(index) | lanes));
            *points = middles(reverse_bits(owen_scramble(sobol, self.scramble)));
        }
    }
}

/// The places of an index's bits, reversed: the direction vectors of the first dimension.
fn places() -> [u32; BITS as usize] {
    std::array::from_fn(|bit| 1 << (31 - bit))
}

/// The sums, in the binary sense, of the direction vectors of some bits of (reversed) indices.
#[inline(always)]
fn sum(places: &[u32], vectors: &[u32], reversed: u32x4) -> u32x4 {
    let bits = places.iter().zip(vectors);
    bits.fold(u32x4::splat(0), |sum, (&place, &vector)| {
        let place = u32x4::splat(place);
        sum ^ (u32x4::splat(vector) & (reversed & place).simd_eq(place))
    })
}

/// Where in the unit interval the middles of these parts are, of 2³² equal ones.
fn middles(parts: u32x4) -> Lanes {
    // What is put in the last bits is added to it.
    let high = u32x4::splat((WHOLE.to_bits() >> 32) as u32);
    let added: Lanes = cast([parts.unpack_lo(high), parts.unpack_hi(high)]);
    (added - (WHOLE - 0.5)) * (1.0 / 4_294_967_296.0)
}

/// By halves of bytes, which one instruction looks up in a table.
#[cfg(target_arch = "wasm32")]
#[inline]
fn reverse_bits(bits: u32x4) -> u32x4 {
    let [low, high, bytes]: [u8x16; 3] = cast(*from_memory(&[
        [
            0_u8, 128, 64, 192, 32, 160, 96, 224, 16, 144, 80, 208, 48, 176, 112, 240,
        ],
        [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
        [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12],
    ]));
    let half = u32x4::splat(0x0f0f_0f0f);
    let look_up = |table: u8x16, at: u32x4| table.shuffle_zeroing(cast(at));
    let reversed = look_up(low, bits & half) | look_up(high, (bits >> 4) & half);
    cast(reversed.shuffle_zeroing(cast(bytes)))
}

#[cfg(not(target_arch = "wasm32"))]
fn reverse_bits(mut bits: u32x4) -> u32x4 {
    for (distance, mask) in [
        (1, 0x5555_5555),
        (2, 0x3333_3333),
        (4, 0x0f0f_0f0f),
        (8, 0x00ff_00ff),
    ] {
        let mask = u32x4::splat(mask);
        bits = ((bits >> distance) & mask) | ((bits & mask) << distance);
    }
    (bits >> 16) | (bits << 16)
}

/// The direction vectors `v_1, v_2, …` of a dimension, by the recurrence of Joe and Kuo (2008).
fn direction_vectors(dimension: usize) -> [u32; BITS as usize] {
    let Some(before) = dimension.checked_sub(1) else {
        return places();
    };
    let mut row = DIRECTION_NUMBERS.as_slice();
    for _ in 0..before {
        row = &row[2 + usize::from(row[0])..];
    }
    let (degree, coefficients) = (usize::from(row[0]), u32::from(row[1]));
    let mut vectors = [0; BITS as usize];
    for bit in 0..BITS as usize {
        vectors[bit] = if bit < degree {
            u32::from(row[2 + bit]) << (31 - bit)
        } else {
            let first = vectors[bit - degree] ^ (vectors[bit - degree] >> degree);
            (1..degree).fold(first, |vector, back| {
                let chosen = (coefficients >> (degree - 1 - back)) & 1;
                vector ^ (vectors[bit - back] & chosen.wrapping_neg())
            })
        };
    }
    vectors
}

/// Scrambles bits that are reversed: whether one is flipped depends on those of higher value, on nothing else.
fn owen_scramble(reversed: u32x4, seed: u32) -> u32x4 {
    let mut bits = reversed ^ (reversed * u32x4::splat(0x3d20_adea));
    bits = (bits + u32x4::splat(seed)) * u32x4::splat((seed >> 16) | 1);
    bits ^= bits * u32x4::splat(0x0552_6c56);
    bits ^ (bits * u32x4::splat(0x53a2_2864))
}

/// Mixes the bits of a small number.
fn hash(number: u32) -> u32 {
    let mut mixed = number ^ 0xe6fe_3beb;
    mixed ^= mixed >> 16;
    mixed = mixed.wrapping_mul(0x7feb_352d);
    mixed ^= mixed >> 15;
    mixed = mixed.wrapping_mul(0x846c_a68b);
    mixed ^ (mixed >> 16)
}
