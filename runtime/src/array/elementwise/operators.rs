//! `+ - * / % & | ^ ! -`, between arrays, and between arrays and scalars.

use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Rem, Sub};

use ndarray::{DimMax, Dimension, Ix0};

use super::super::Array;
use super::super::element::Element;
use super::{Both, Step};
use crate::Delayed;

/// Two arrays, given or borrowed; an array and a scalar, there or deferred.
macro_rules! binary {
    ($($operator:ident $method:ident $name:literal $($step:ident)?),* $(,)?) => {$(
        impl<'a, A, D, E> $operator<&Array<'a, A, E>> for &Array<'a, A, D>
        where
            A: Element + $operator<Output = A>,
            D: Dimension + DimMax<E>,
            E: Dimension,
        {
            type Output = Array<'a, A, Both<D, E>>;

            #[track_caller]
            fn $method(self, other: &Array<'a, A, E>) -> Self::Output {
                self.zip_same($name, other, |left, right| $operator::$method(left, right))
            }
        }

        binary!(owned $operator $method, [Array<'a, A, D>], [Array<'a, A, E>]);
        binary!(owned $operator $method, [&Array<'a, A, D>], [Array<'a, A, E>]);
        binary!(owned $operator $method, [Array<'a, A, D>], [&Array<'a, A, E>]);

        impl<'a, A, D> $operator<A> for &Array<'a, A, D>
        where
            A: Element + $operator<Output = A>,
            D: Dimension,
        {
            type Output = Array<'a, A, D>;

            #[track_caller]
            fn $method(self, scalar: A) -> Self::Output {
                let step = binary!(step scalar $($step)?);
                self.with_scalar(step, move |value| $operator::$method(value, scalar))
            }
        }

        impl<'a, A, D> $operator<A> for Array<'a, A, D>
        where
            A: Element + $operator<Output = A>,
            D: Dimension,
        {
            type Output = Array<'a, A, D>;

            #[track_caller]
            fn $method(self, scalar: A) -> Self::Output {
                $operator::$method(&self, scalar)
            }
        }

        impl<'a, A, D> $operator<Delayed<'a, A>> for &Array<'a, A, D>
        where
            A: Element + $operator<Output = A>,
            D: Dimension + DimMax<Ix0>,
        {
            type Output = Array<'a, A, Both<D, Ix0>>;

            #[track_caller]
            fn $method(self, scalar: Delayed<'a, A>) -> Self::Output {
                $operator::$method(self, &Array::from(scalar))
            }
        }

        impl<'a, A, D> $operator<Delayed<'a, A>> for Array<'a, A, D>
        where
            A: Element + $operator<Output = A>,
            D: Dimension + DimMax<Ix0>,
        {
            type Output = Array<'a, A, Both<D, Ix0>>;

            #[track_caller]
            fn $method(self, scalar: Delayed<'a, A>) -> Self::Output {
                $operator::$method(&self, &Array::from(scalar))
            }
        }
    )*};
    (step $scalar:ident) => { None };
    (step $scalar:ident $step:ident) => { Some(Step::$step($scalar)) };
    (owned $operator:ident $method:ident, [$left:ty], [$right:ty]) => {
        impl<'a, A, D, E> $operator<$right> for $left
        where
            A: Element + $operator<Output = A>,
            D: Dimension + DimMax<E>,
            E: Dimension,
        {
            type Output = Array<'a, A, Both<D, E>>;

            #[track_caller]
            #[allow(clippy::op_ref, reason = "one of the two may be borrowed already")]
            fn $method(self, other: $right) -> Self::Output {
                let (left, right): (&Array<'a, A, D>, &Array<'a, A, E>) = (&self, &other);
                $operator::$method(left, right)
            }
        }
    };
}

binary!(
    Add add "add" Add, Sub sub "subtract" Subtract, Mul mul "multiply" Multiply, Div div "divide" Divide,
    Rem rem "remainder", BitAnd bitand "and", BitOr bitor "or", BitXor bitxor "exclusive or",
);

/// Scalars on the left.
macro_rules! scalars {
    ($($scalar:ty: $($operator:ident $method:ident $($step:ident)?),*;)*) => {$($(
        impl<'a, D: Dimension> $operator<&Array<'a, $scalar, D>> for $scalar {
            type Output = Array<'a, $scalar, D>;

            #[track_caller]
            fn $method(self, array: &Array<'a, $scalar, D>) -> Self::Output {
                let step = binary!(step self $($step)?);
                array.with_scalar(step, move |value| $operator::$method(self, value))
            }
        }

        impl<'a, D: Dimension> $operator<Array<'a, $scalar, D>> for $scalar {
            type Output = Array<'a, $scalar, D>;

            #[track_caller]
            fn $method(self, array: Array<'a, $scalar, D>) -> Self::Output {
                $operator::$method(self, &array)
            }
        }
    )*)*};
}

scalars!(
    f32: Add add Add, Sub sub SubtractFrom, Mul mul Multiply, Div div DivideInto, Rem rem;
    f64: Add add Add, Sub sub SubtractFrom, Mul mul Multiply, Div div DivideInto, Rem rem;
    i32: Add add Add, Sub sub SubtractFrom, Mul mul Multiply, Div div DivideInto, Rem rem;
    i64: Add add Add, Sub sub SubtractFrom, Mul mul Multiply, Div div DivideInto, Rem rem;
);

macro_rules! unary {
    ($($operator:ident $method:ident),*) => {$(
        impl<'a, A: Element + $operator<Output = A>, D: Dimension> $operator for &Array<'a, A, D> {
            type Output = Array<'a, A, D>;

            #[track_caller]
            fn $method(self) -> Self::Output {
                self.map_same(|value| $operator::$method(value))
            }
        }

        impl<'a, A: Element + $operator<Output = A>, D: Dimension> $operator for Array<'a, A, D> {
            type Output = Array<'a, A, D>;

            #[track_caller]
            fn $method(self) -> Self::Output {
                $operator::$method(&self)
            }
        }
    )*};
}

unary!(Neg neg, Not not);
