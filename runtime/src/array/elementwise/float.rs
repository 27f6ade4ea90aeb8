//! Functions of floating-point numbers.

use ndarray::Dimension;
use num_traits::{AsPrimitive, Float, Signed};

use super::super::Array;
use super::super::element::Element;

macro_rules! functions {
    ($($name:ident $text:literal)*) => {
        impl<'a, A: Element + Float, D: Dimension> Array<'a, A, D> {
            $(functions!(one $name $text);)*
        }
    };
    (one $name:ident $text:literal) => {
        #[doc = $text]
        ///
        /// # Examples
        /// ```
        #[doc = concat!("let x = tembel::array::full(2, 0.75_f64).", stringify!($name), "();")]
        #[doc = concat!("assert_eq!(x.compute()[1].to_bits(), 0.75_f64.", stringify!($name), "().to_bits());")]
        /// ```
        #[track_caller]
        pub fn $name(&self) -> Self {
            self.map_same(A::$name)
        }
    };
}

functions! {
    sqrt "The square root of each element."
    cbrt "The cube root of each element."
    recip "One divided by each element."
    exp "*e* to the power of each element."
    exp2 "Two to the power of each element."
    exp_m1 "*e* to the power of each element, less one; exact near zero."
    ln "The natural logarithm of each element."
    ln_1p "The natural logarithm of one and each element; exact near zero."
    log2 "The logarithm of each element to base 2."
    log10 "The logarithm of each element to base 10."
    sin "The sine of each element, in radians."
    cos "The cosine of each element, in radians."
    tan "The tangent of each element, in radians."
    asin "The arc sine of each element, in radians."
    acos "The arc cosine of each element, in radians."
    atan "The arc tangent of each element, in radians."
    sinh "The hyperbolic sine of each element."
    cosh "The hyperbolic cosine of each element."
    tanh "The hyperbolic tangent of each element."
    asinh "The inverse hyperbolic sine of each element."
    acosh "The inverse hyperbolic cosine of each element."
    atanh "The inverse hyperbolic tangent of each element."
    floor "The largest integer that is at most each element."
    ceil "The smallest integer that is at least each element."
    round "The nearest integer to each element, away from zero where two are as near."
    trunc "The integer part of each element."
    fract "The fractional part of each element."
}

impl<'a, A: Element + Float, D: Dimension> Array<'a, A, D> {
    /// Each element to an integer power.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::full(1, 3.0).powi(2).compute()[0], 9.0);
    /// ```
    #[track_caller]
    pub fn powi(&self, exponent: i32) -> Self {
        if exponent == 2 {
            return self.map_same(|value| value * value);
        }
        self.map_same(move |value| value.powi(exponent))
    }

    /// Each element to a power.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::full(1, 9.0).powf(0.5).compute()[0], 3.0);
    /// ```
    #[track_caller]
    pub fn powf(&self, exponent: A) -> Self {
        self.map_same(move |value| value.powf(exponent))
    }

    /// Where the elements are not numbers.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::array::full(1, f64::NAN).is_nan().compute()[0]);
    /// ```
    #[track_caller]
    pub fn is_nan(&self) -> Array<'a, bool, D> {
        self.map(A::is_nan)
    }

    /// Where the elements are finite numbers.
    ///
    /// # Examples
    /// ```
    /// assert!(!tembel::array::full(1, f64::INFINITY).is_finite().compute()[0]);
    /// ```
    #[track_caller]
    pub fn is_finite(&self) -> Array<'a, bool, D> {
        self.map(A::is_finite)
    }
}

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// The absolute value of each element.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::full(1, -3).abs().compute()[0], 3);
    /// ```
    #[track_caller]
    pub fn abs(&self) -> Self
    where
        A: Signed,
    {
        self.map_same(|value| value.abs())
    }

    /// Each element, or the bound that it is beyond.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 4).clamp(1, 2);
    /// assert_eq!(x.compute().to_vec(), [1, 1, 2, 2]);
    /// ```
    #[track_caller]
    pub fn clamp(&self, min: A, max: A) -> Self
    where
        A: PartialOrd,
    {
        self.map_same(move |value| {
            let low = if value < min { min } else { value };
            if low > max { max } else { low }
        })
    }

    /// Each element as another type of number, as the operator `as` does it.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::full(1, 2.9_f64).cast::<i32>();
    /// assert_eq!(x.compute()[0], 2);
    /// ```
    #[track_caller]
    pub fn cast<B: Element>(&self) -> Array<'a, B, D>
    where
        A: AsPrimitive<B>,
    {
        self.map(A::as_)
    }
}
