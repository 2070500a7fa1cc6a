//! Numbers side by side: [`WIDTH`] scenarios go through the same formula at once, by the vector instructions that the
//! machine has.
//!
//! Exponentials and logarithms are our own, made of additions, multiplications and divisions, each rounded by itself:
//! every machine gives the same, to the last bit. Those of the crate `wide` multiply and add in one rounding where a
//! machine can (native on ARM; never WebAssembly), and its exponential takes twice the time.

use std::f64::consts::{LN_2, LOG2_E};
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

/// Bits of a number's fraction. Above them is its exponent.
const FRACTION: u32 = 52;

/// 2⁵²: from here to its double, a number's last bit is worth 1.
pub const WHOLE: f64 = 4_503_599_627_370_496.0;

/// 2 to this power, in each lane.
pub fn exp2(power: Lanes) -> Lanes {
    let mut one = [power];
    exp2_each(&mut one);
    one[0]
}

/// Binary logarithm, in each lane.
pub fn log2(number: Lanes) -> Lanes {
    let mut one = [number];
    log2_each(&mut one);
    one[0]
}

/// e to this power.
pub fn exp_of(power: f64) -> f64 {
    lane(&exp2(Lanes::splat(power * LOG2_E)), 0)
}

/// Natural logarithm: see [`log2_of`].
pub fn ln_of(number: f64) -> f64 {
    log2_of(number) * LN_2
}

/// Binary logarithm; minus infinity of whatever is below 2⁻¹⁰²², and infinity of infinity.
pub fn log2_of(number: f64) -> f64 {
    match number {
        ..f64::MIN_POSITIVE => f64::NEG_INFINITY,
        f64::INFINITY => f64::INFINITY,
        _ => lane(&log2(Lanes::splat(number)), 0),
    }
}

/// Puts 2 to a power where the power is, never beyond the smallest number that has its full precision, 2⁻¹⁰²², and the
/// largest.
///
/// The power is cut into `k + r`, `k` the nearest whole number, which is put in the exponent of `2^r`. That is
/// `1 + r·ln 2 + r²·p(r)`, `p` the polynomial through `(2^r − 1 − r·ln 2)/r²` at ten Chebyshev points of `±½`: off by less
/// than a fifth of the last bit. By Estrin's scheme, as what a machine can do at a time counts for more than how much.
///
/// For many at once: while one waits for a product, the machine goes on with another.
#[inline(never)]
pub fn exp2_each(powers: &mut [Lanes]) {
    // What is added rounds to a whole number in the last bits.
    let [round, one, ln_2] = *from_memory(&[1.5 * WHOLE, 1.0, LN_2]);
    // The powers of the smallest and of the largest number.
    let [lowest, highest] = from_memory(&[-1022.0, 1024.0_f64.next_down()]).map(Lanes::splat);
    let [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9] = *from_memory(&[
        0.240_226_506_959_100_75,
        5.550_410_866_482_158e-2,
        9.618_129_107_618_665e-3,
        1.333_355_814_642_321_3e-3,
        1.540_353_042_477_652_9e-4,
        1.525_273_382_079_580_3e-5,
        1.321_545_163_322_143_4e-6,
        1.017_806_726_744_942_7e-7,
        7.070_977_866_508_138e-9,
        4.454_103_410_587_04e-10,
    ]);
    for value in powers {
        let power = smaller(highest, greater(lowest, *value));
        let rounded = power + round;
        let r = power - (rounded - round);
        let r2 = r * r;
        let r4 = r2 * r2;
        let low = (p0 + p1 * r) + (p2 + p3 * r) * r2;
        let middle = (p4 + p5 * r) + (p6 + p7 * r) * r2;
        let high = p8 + p9 * r;
        let fraction = one + (r * ln_2 + r2 * (low + r4 * (middle + r4 * high)));
        let exponent = cast::<Lanes, u64x4>(rounded) << FRACTION;
        *value = cast(cast::<Lanes, u64x4>(fraction) + exponent);
    }
}

/// Puts the binary logarithm where the number is, which must be from 2⁻¹⁰²² to the largest there is.
///
/// The number is cut into `2^k·(1 + f)`, `1 + f` between √½ and √2. The logarithm of that is `s·(2/ln 2 + s²·q(s²))`, where
/// `s = f/(2 + f)`, as in fdlibm's `e_log.c` (Sun Microsystems 1993, https://www.netlib.org/fdlibm/); `q` is the polynomial
/// through what that makes it at seven Chebyshev points.
#[inline(never)]
pub fn log2_each(numbers: &mut [Lanes]) {
    const ROOT_OF_HALF: u64 = std::f64::consts::FRAC_1_SQRT_2.to_bits();
    let [to_root_of_half, whole, fraction_bits, root_of_half] = from_memory(&[
        // Such that the exponent changes at √½.
        1.0_f64.to_bits() - ROOT_OF_HALF,
        WHOLE.to_bits(),
        (1 << FRACTION) - 1,
        ROOT_OF_HALF,
    ])
    .map(u64x4::splat);
    let [no_exponent, one, two] = *from_memory(&[WHOLE + 1023.0, 1.0, 2.0]);
    let [l0, l1, l2, l3, l4, l5, l6, l7] = *from_memory(&[
        2.885_390_081_777_926_8,
        0.961_796_693_925_976,
        0.577_078_016_354_135_5,
        0.412_198_583_898_088_3,
        0.320_598_738_016_364_46,
        0.262_323_639_768_436_87,
        0.221_189_985_366_417_18,
        0.210_870_814_083_194_89,
    ]);
    for value in numbers {
        let moved = cast::<Lanes, u64x4>(*value) + to_root_of_half;
        let k = cast::<u64x4, Lanes>((moved >> FRACTION) | whole) - no_exponent;
        let fraction = (moved & fraction_bits) + root_of_half;
        let f = cast::<u64x4, Lanes>(fraction) - one;
        let s = f / (two + f);
        let z = s * s;
        let z2 = z * z;
        let low = (l0 + l1 * z) + (l2 + l3 * z) * z2;
        let high = (l4 + l5 * z) + (l6 + l7 * z) * z2;
        *value = k + s * (low + high * (z2 * z2));
    }
}

/// What a formula is made of, taken from memory: a browser that knows the numbers makes each anew, by three instructions,
/// every time that a loop comes by.
#[inline(always)]
pub fn from_memory<T>(numbers: &T) -> &T {
    std::hint::black_box(numbers)
}
