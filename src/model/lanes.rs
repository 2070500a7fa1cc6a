//! Numbers side by side: [`WIDTH`] scenarios go through the same formula at once, by the vector instructions that the
//! machine has.
//!
//! Exponentials and logarithms are our own, made of additions, multiplications and divisions, each rounded by itself:
//! every machine gives the same, to the last bit. Those of the crate `wide` multiply and add in one rounding where a
//! machine can (native on ARM; never WebAssembly), and its exponential takes twice the time.

use wide::bytemuck::cast;
use wide::{f32x4, u64x4};

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

/// Hands on numbers in single precision; infinite if they are too large for that.
#[inline]
pub fn each_single(numbers: &[Lanes], mut take: impl FnMut([f32; WIDTH])) {
    let shorten = shortening();
    numbers
        .iter()
        .for_each(|&lanes| take(shorten(lanes).to_array()));
}

/// What rounds to single precision, two numbers at a time: for WebAssembly the compiler takes each by itself where it
/// sees what becomes of the two.
#[cfg(target_arch = "wasm32")]
#[inline]
fn shortening() -> impl Fn(Lanes) -> f32x4 {
    use std::arch::wasm32::{f32x4_demote_f64x2_zero, u8x16_swizzle, v128, v128_or};
    let behind: v128 = cast(*from_memory(&[
        16_u8, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7,
    ]));
    move |numbers| {
        let [first, second]: [v128; 2] = cast(numbers);
        let second = u8x16_swizzle(f32x4_demote_f64x2_zero(second), behind);
        cast(v128_or(f32x4_demote_f64x2_zero(first), second))
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[inline]
fn shortening() -> impl Fn(Lanes) -> f32x4 {
    |numbers| f32x4::new(numbers.to_array().map(|number| number as f32))
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

/// Natural logarithm; minus infinity of whatever is below 2⁻¹⁰²², and infinity of infinity.
pub fn ln_of(number: f64) -> f64 {
    match number {
        ..f64::MIN_POSITIVE => f64::NEG_INFINITY,
        f64::INFINITY => f64::INFINITY,
        _ => lane(&ln(Lanes::splat(number)), 0),
    }
}

/// Puts e to a power where the power is, never beyond the smallest number that has its full precision, 2⁻¹⁰²², and the
/// largest.
///
/// The power is cut into `k·ln 2 + r`, as in fdlibm's `e_exp.c` (Sun Microsystems 1993, https://www.netlib.org/fdlibm/),
/// and `2^k` is put in the exponent of `e^r`. That is `1 + r + r²·p(r)`, `p` the polynomial through
/// `(e^r − 1 − r)/r²` at ten Chebyshev points of `±½·ln 2`: off by less than a sixth of the last bit.
/// By Estrin's scheme, as what a machine can do at a time counts for more than how much.
///
/// For many at once: while one waits for a product, the machine goes on with another.
#[inline(never)]
pub fn exp_each(powers: &mut [Lanes]) {
    let [log2_e, round, ln_2_high, ln_2_low, one] = *from_memory(&[
        std::f64::consts::LOG2_E,
        // Rounds what it is added to, to a whole number in the last bits.
        1.5 * WHOLE,
        LN_2_HIGH,
        LN_2_LOW,
        1.0,
    ]);
    // The powers of the smallest and of the largest number.
    let [lowest, highest] =
        from_memory(&[-708.396_418_532_264_1, 709.782_712_893_384]).map(Lanes::splat);
    let [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9] = *from_memory(&[
        0.500_000_000_000_000_1,
        0.166_666_666_666_666_69,
        4.166_666_666_662_416_4e-2,
        8.333_333_333_330_065e-3,
        1.388_888_891_719_671_9e-3,
        1.984_126_986_304_054_5e-4,
        2.480_152_132_236_869_2e-5,
        2.755_726_848_031_002_4e-6,
        2.762_007_587_998_336_7e-7,
        2.510_037_583_256_123_4e-8,
    ]);
    for value in powers {
        let power = smaller(highest, greater(lowest, *value));
        let rounded = power * log2_e + round;
        let k = rounded - round;
        let r = (power - k * ln_2_high) - k * ln_2_low;
        let r2 = r * r;
        let r4 = r2 * r2;
        let low = (p0 + p1 * r) + (p2 + p3 * r) * r2;
        let middle = (p4 + p5 * r) + (p6 + p7 * r) * r2;
        let high = p8 + p9 * r;
        let fraction = one + (r + r2 * (low + r4 * (middle + r4 * high)));
        let exponent = cast::<Lanes, u64x4>(rounded) << FRACTION;
        *value = cast(cast::<Lanes, u64x4>(fraction) + exponent);
    }
}

/// Puts the natural logarithm where the number is; that of 2⁻¹⁰²² for whatever is below it, and of infinity that of the
/// largest number.
///
/// The number is cut into `2^k·(1 + f)`, `1 + f` between √½ and √2. The logarithm of that is `f − s·(f − series)`, where
/// `s = f/(2 + f)` and the series is a polynomial of `s²`: method and coefficients are those of fdlibm's `e_log.c`,
/// as above.
#[inline(never)]
pub fn ln_each(numbers: &mut [Lanes]) {
    const ROOT_OF_HALF: u64 = std::f64::consts::FRAC_1_SQRT_2.to_bits();
    let [to_root_of_half, whole, fraction_bits, root_of_half] = from_memory(&[
        // Such that the exponent changes at √½.
        1.0_f64.to_bits() - ROOT_OF_HALF,
        WHOLE.to_bits(),
        (1 << FRACTION) - 1,
        ROOT_OF_HALF,
    ])
    .map(u64x4::splat);
    let [no_exponent, one, two, ln_2_high, ln_2_low] =
        *from_memory(&[WHOLE + 1023.0, 1.0, 2.0, LN_2_HIGH, LN_2_LOW]);
    let [lowest, highest] = from_memory(&[f64::MIN_POSITIVE, f64::MAX]).map(Lanes::splat);
    let [l1, l2, l3, l4, l5, l6, l7] = *from_memory(&[
        6.666_666_666_666_735e-1,
        3.999_999_999_940_942e-1,
        2.857_142_874_366_239e-1,
        2.222_219_843_214_978_4e-1,
        1.818_357_216_161_805e-1,
        1.531_383_769_920_937_3e-1,
        1.479_819_860_511_658_6e-1,
    ]);
    for value in numbers {
        let number = smaller(highest, greater(lowest, *value));
        let moved = cast::<Lanes, u64x4>(number) + to_root_of_half;
        let k = cast::<u64x4, Lanes>((moved >> FRACTION) | whole) - no_exponent;
        let fraction = (moved & fraction_bits) + root_of_half;
        let f = cast::<u64x4, Lanes>(fraction) - one;
        let s = f / (two + f);
        let z = s * s;
        let w = z * z;
        let w2 = w * w;
        let odd = (l1 + l3 * w) + (l5 + l7 * w) * w2;
        let even = (l2 + l4 * w) + l6 * w2;
        let series = z * odd + w * even;
        *value = k * ln_2_high - ((s * (f - series) - k * ln_2_low) - f);
    }
}

/// What a formula is made of, taken from memory: a browser that knows the numbers makes each anew, by three instructions,
/// every time that a loop comes by.
#[inline(always)]
pub fn from_memory<T>(numbers: &T) -> &T {
    std::hint::black_box(numbers)
}
