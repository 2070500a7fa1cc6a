//! Numbers side by side: [`WIDTH`] scenarios go through the same formula at once, by the vector instructions that the
//! machine has.
//!
//! Exponentials and logarithms are our own, made of additions, multiplications and divisions, each rounded by itself:
//! every machine gives the same, to the last bit. Those of the crate `wide` multiply and add in one rounding where a
//! machine can (native on ARM; never WebAssembly), and its exponential takes twice the time.

use wide::bytemuck::cast;
use wide::u64x4;

/// So many numbers of one kind, one a scenario.
pub use wide::f64x4 as Lanes;

/// Scenarios that are evaluated side by side, wherever there are several: one width is one program.
pub const WIDTH: usize = size_of::<Lanes>() / size_of::<f64>();

/// The number in a lane.
pub fn lane(lanes: &Lanes, lane: usize) -> f64 {
    lanes.as_array()[lane]
}

/// The greater in each lane, by the one instruction for it. Of two zeros it is `b`, of whatever sign: WebAssembly's
/// has its operands the other way round.
#[inline]
pub fn greater(a: Lanes, b: Lanes) -> Lanes {
    match cfg!(target_arch = "wasm32") {
        true => b.fast_max(a),
        false => a.fast_max(b),
    }
}

/// The smaller in each lane; of two zeros `b`.
#[inline]
pub fn smaller(a: Lanes, b: Lanes) -> Lanes {
    match cfg!(target_arch = "wasm32") {
        true => b.fast_min(a),
        false => a.fast_min(b),
    }
}

/// In single precision, and finite there too.
#[inline]
pub fn single(numbers: Lanes) -> [f32; WIDTH] {
    let most = Lanes::splat(f64::from(f32::MAX));
    let finite = greater(smaller(numbers, most), -most);
    finite.to_array().map(|number| number as f32)
}

/// The logarithm of 2 in two parts: the first is so short that a whole number of an exponent's size times it is exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Bits of a number's fraction. Above them is its exponent.
const FRACTION: u32 = 52;

/// 2⁵²: from here to its double, a number's last bit is worth 1.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// e to this power, in each lane.
pub fn exp(power: Lanes) -> Lanes {
    let mut one = [power];
    exp_each(&mut one);
    one[0]
}

/// Natural logarithm, in each lane.
pub fn ln(number: Lanes) -> Lanes {
    let mut one = [number];
    ln_each(&mut one);
    one[0]
}

/// e to this power.
pub fn exp_of(power: f64) -> f64 {
    lane(&exp(Lanes::splat(power)), 0)
}

/// Natural logarithm.
pub fn ln_of(number: f64) -> f64 {
    lane(&ln(Lanes::splat(number)), 0)
}

/// Puts e to a power where the power is; 0 below the smallest number that has its full precision, 2⁻¹⁰²².
///
/// The power is cut into `k·ln 2 + r`, as in fdlibm's `e_exp.c` (Sun Microsystems 1993, https://www.netlib.org/fdlibm/),
/// and `2^k` is put in the exponent of `e^r`. That is `1 + r + r²·p(r)`, `p` the polynomial through
/// `(e^r − 1 − r)/r²` at ten Chebyshev points of `±½·ln 2`: off by less than a sixth of the last bit.
/// By Estrin's scheme, as what a machine can do at a time counts for more than how much.
///
/// For many at once: while one waits for a product, the machine goes on with another.
#[inline(never)]
pub fn exp_each(powers: &mut [Lanes]) {
    /// The powers of the smallest and of the largest number.
    const RANGE: [f64; 2] = [-708.396_418_532_264_1, 709.782_712_893_384];
    /// Rounds what it is added to, to a whole number in the last bits.
    const ROUND: f64 = 1.5 * WHOLE;
    for value in powers {
        let power = *value;
        let rounded = power * std::f64::consts::LOG2_E + ROUND;
        let k = rounded - ROUND;
        let r = (power - k * LN_2_HIGH) - k * LN_2_LOW;
        let r2 = r * r;
        let r4 = r2 * r2;
        let p0 = (0.500_000_000_000_000_1 + 0.166_666_666_666_666_69 * r)
            + (4.166_666_666_662_416_4e-2 + 8.333_333_333_330_065e-3 * r) * r2;
        let p4 = (1.388_888_891_719_671_9e-3 + 1.984_126_986_304_054_5e-4 * r)
            + (2.480_152_132_236_869_2e-5 + 2.755_726_848_031_002_4e-6 * r) * r2;
        let p8 = 2.762_007_587_998_336_7e-7 + 2.510_037_583_256_123_4e-8 * r;
        let fraction = 1.0 + (r + r2 * (p0 + r4 * (p4 + r4 * p8)));
        let exponent = cast::<Lanes, u64x4>(rounded) << FRACTION;
        *value = cast(cast::<Lanes, u64x4>(fraction) + exponent);
        let (below, above) = (power.simd_lt(RANGE[0]), power.simd_gt(RANGE[1]));
        if (below | above).any() {
            *value = below.select(Lanes::ZERO, *value);
            *value = above.select(Lanes::splat(f64::INFINITY), *value);
        }
    }
}

/// Puts the natural logarithm where the number is; minus infinity for whatever is below 2⁻¹⁰²².
///
/// The number is cut into `2^k·(1 + f)`, `1 + f` between √½ and √2. The logarithm of that is a polynomial of
/// `s = f/(2 + f)`: method and coefficients are those of fdlibm's `e_log.c`, as above.
#[inline(never)]
pub fn ln_each(numbers: &mut [Lanes]) {
    const ONE: u64 = 1.0_f64.to_bits();
    const ROOT_OF_HALF: u64 = std::f64::consts::FRAC_1_SQRT_2.to_bits();
    let bits = |bits: u64| u64x4::splat(bits);
    for value in numbers {
        let number = *value;
        // Such that the exponent changes at √½.
        let moved = cast::<Lanes, u64x4>(number) + bits(ONE - ROOT_OF_HALF);
        let k: Lanes = cast((moved >> FRACTION) | bits(WHOLE.to_bits()));
        let k = k - (WHOLE + 1023.0);
        let fraction = moved & bits((1 << FRACTION) - 1);
        let f = cast::<u64x4, Lanes>(fraction + bits(ROOT_OF_HALF)) - 1.0;
        let s = f / (2.0 + f);
        let z = s * s;
        let w = z * z;
        let w2 = w * w;
        let odd = (6.666_666_666_666_735e-1 + 2.857_142_874_366_239e-1 * w)
            + (1.818_357_216_161_805e-1 + 1.479_819_860_511_658_6e-1 * w) * w2;
        let even = (3.999_999_999_940_942e-1 + 2.222_219_843_214_978_4e-1 * w)
            + 1.531_383_769_920_937_3e-1 * w2;
        let series = z * odd + w * even;
        let half = 0.5 * f * f;
        *value = k * LN_2_HIGH - ((half - (s * (half + series) + k * LN_2_LOW)) - f);
        let infinite = Lanes::splat(f64::INFINITY);
        let (below, above) = (number.simd_lt(f64::MIN_POSITIVE), number.simd_eq(infinite));
        if (below | above).any() {
            *value = below.select(-infinite, *value);
            *value = above.select(infinite, *value);
        }
    }
}
