//! Numbers side by side: [`WIDTH`] scenarios go through the same formula at once, by the vector instructions that the
//! machine has.
//!
//! Exponentials and logarithms are the vector's own, made of additions, multiplications and divisions: every machine
//! that rounds each of them gives the same, to the last bit. One that multiplies and adds in one rounding (native on
//! ARM; never WebAssembly) may differ in the last bits.

/// So many numbers of one kind, one a scenario.
pub use wide::f64x4 as Lanes;

/// Scenarios that are evaluated side by side, wherever there are several: one width is one program.
pub const WIDTH: usize = size_of::<Lanes>() / size_of::<f64>();

/// The number in a lane.
pub fn lane(lanes: &Lanes, lane: usize) -> f64 {
    lanes.as_array()[lane]
}

/// The greater in each lane.
#[inline]
pub fn greater(a: Lanes, b: Lanes) -> Lanes {
    a.simd_gt(b).select(a, b)
}

/// The smaller in each lane.
#[inline]
pub fn smaller(a: Lanes, b: Lanes) -> Lanes {
    a.simd_lt(b).select(a, b)
}

/// e to this power, in each lane. A function of its own, not one at every place that calls it.
#[inline(never)]
pub fn exp(power: Lanes) -> Lanes {
    power.exp()
}

/// Natural logarithm, in each lane.
#[inline(never)]
pub fn ln(number: Lanes) -> Lanes {
    number.ln()
}
