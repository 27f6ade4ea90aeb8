//! Comparisons, which give arrays of `bool`.

use ndarray::{DimMax, Dimension};

use super::super::Array;
use super::super::element::Element;
use super::super::error::OrRaise;
use super::Both;

/// What an array is compared with: another array, or a scalar.
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let x = array::arange(0, 3);
/// assert_eq!(x.lt(1).compute().to_vec(), [true, false, false]);
/// assert_eq!(x.eq(&array::arange(0, 3)).compute().to_vec(), [true, true, true]);
/// ```
pub trait Operand<'a, A, D> {
    /// The dimension of the result.
    type Dim: Dimension;
    /// Compares each element.
    #[doc(hidden)]
    fn compare(
        self,
        left: &Array<'a, A, D>,
        name: &'static str,
        f: impl Fn(&A, &A) -> bool + Send + Sync + 'a,
    ) -> Array<'a, bool, Self::Dim>;
}

impl<'a, A: Element, D: Dimension> Operand<'a, A, D> for A {
    type Dim = D;

    #[track_caller]
    fn compare(
        self,
        left: &Array<'a, A, D>,
        _: &'static str,
        f: impl Fn(&A, &A) -> bool + Send + Sync + 'a,
    ) -> Array<'a, bool, D> {
        left.map(move |value| f(&value, &self))
    }
}

impl<'a, A, D, E> Operand<'a, A, D> for &Array<'a, A, E>
where
    A: Element,
    D: Dimension + DimMax<E>,
    E: Dimension,
{
    type Dim = Both<D, E>;

    #[track_caller]
    fn compare(
        self,
        left: &Array<'a, A, D>,
        name: &'static str,
        f: impl Fn(&A, &A) -> bool + Send + Sync + 'a,
    ) -> Array<'a, bool, Both<D, E>> {
        let f = move |left, right| f(&left, &right);
        left.try_zip(name, self, f).or_raise()
    }
}

macro_rules! comparisons {
    ($($name:ident $bound:ident $text:literal)*) => {
        impl<'a, A: Element, D: Dimension> Array<'a, A, D> {$(
            #[doc = $text]
            ///
            /// # Panics
            /// If the shapes do not fit.
            ///
            /// # Examples
            /// ```
            /// use tembel::array;
            ///
            /// let x = array::arange(0, 3);
            #[doc = concat!("let expected: Vec<bool> = (0..3).map(|x| x.", stringify!($name), "(&1)).collect();")]
            #[doc = concat!("assert_eq!(x.", stringify!($name), "(1).compute().to_vec(), expected);")]
            /// ```
            #[track_caller]
            pub fn $name<O: Operand<'a, A, D>>(&self, other: O) -> Array<'a, bool, O::Dim>
            where
                A: $bound,
            {
                other.compare(self, stringify!($name), A::$name)
            }
        )*}
    };
}

comparisons! {
    eq PartialEq "Where the elements are equal to a scalar or to those of another array."
    ne PartialEq "Where the elements are different from a scalar or from those of another array."
    lt PartialOrd "Where the elements are less than a scalar or than those of another array."
    le PartialOrd "Where the elements are at most a scalar or those of another array."
    gt PartialOrd "Where the elements are greater than a scalar or than those of another array."
    ge PartialOrd "Where the elements are at least a scalar or those of another array."
}
