//! Numbers side by side: `W` scenarios go through the same formula at once.
//!
//! The compiler turns the loops into vector instructions where the machine has them. Exponentials and
//! logarithms come from the `libm` crate on every machine, so that a phone, a server and a test agree to the
//! last bit.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// `W` numbers of one kind, one a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes<const W: usize>(pub [f64; W]);

impl<const W: usize> Lanes<W> {
    pub const ZERO: Self = Self([0.0; W]);
    pub const ONE: Self = Self([1.0; W]);

    /// The same number in every lane.
    pub const fn splat(value: f64) -> Self {
        Self([value; W])
    }

    /// Applies `f` in every lane.
    #[inline(always)]
    pub fn map(mut self, f: impl Fn(f64) -> f64) -> Self {
        for lane in &mut self.0 {
            *lane = f(*lane);
        }
        self
    }

    /// Applies `f` to the pairs of `self` and `other`.
    #[inline(always)]
    pub fn zip(mut self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        for lane in 0..W {
            self.0[lane] = f(self.0[lane], other.0[lane]);
        }
        self
    }

    /// e to this power.
    #[inline]
    pub fn exp(self) -> Self {
        self.map(libm::exp)
    }

    /// Natural logarithm.
    #[inline]
    pub fn ln(self) -> Self {
        self.map(libm::log)
    }

    /// The greater in each lane. By a comparison: for [`f64::max`] wasm calls a function.
    #[inline]
    pub fn max(self, other: Self) -> Self {
        self.zip(other, |a, b| if a > b { a } else { b })
    }

    /// The smaller in each lane.
    #[inline]
    pub fn min(self, other: Self) -> Self {
        self.zip(other, |a, b| if a < b { a } else { b })
    }
}

macro_rules! lanewise {
    ($trait:ident, $method:ident, $op:tt) => {
        impl<const W: usize> $trait for Lanes<W> {
            type Output = Self;
            #[inline]
            fn $method(self, other: Self) -> Self {
                self.zip(other, |a, b| a $op b)
            }
        }
        impl<const W: usize> $trait<f64> for Lanes<W> {
            type Output = Self;
            #[inline]
            fn $method(self, other: f64) -> Self {
                self.map(|a| a $op other)
            }
        }
        impl<const W: usize> $trait<Lanes<W>> for f64 {
            type Output = Lanes<W>;
            #[inline]
            fn $method(self, other: Lanes<W>) -> Lanes<W> {
                other.map(|b| self $op b)
            }
        }
    };
}
lanewise!(Add, add, +);
lanewise!(Sub, sub, -);
lanewise!(Mul, mul, *);
lanewise!(Div, div, /);

impl<const W: usize> Neg for Lanes<W> {
    type Output = Self;
    fn neg(self) -> Self {
        self.map(|a| -a)
    }
}

impl<const W: usize> AddAssign for Lanes<W> {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const W: usize> SubAssign for Lanes<W> {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}
