//! What is wrong with an expression, said when it is built.

use std::fmt;

use super::sizes::Chunks;

/// Why an array expression cannot be built: shapes that do not fit, an axis that is not there, chunks of zero, a slice out
/// of range, a file that cannot be read.
///
/// Operators and methods panic with its text. Those that a program may want to try have a twin with `try_` that gives it:
/// chunks, slices, broadcasts, reshapes, joins, `zip_with`, products. Files are errors in any case.
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let x = array::zeros::<f64, _>((2, 3));
/// let error = x.try_reshape((4, 2)).unwrap_err();
/// assert_eq!(error.to_string(), "reshape: an array of shape (2, 3) has 6 elements, and shape (4, 2) has 8");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrayError(String);

impl ArrayError {
    pub(super) fn new(message: impl fmt::Display) -> Self {
        ArrayError(message.to_string())
    }

    pub(super) fn shapes(operation: &str, left: &[usize], right: &[usize]) -> Self {
        let (left, right) = (Shape(left), Shape(right));
        Self::new(format_args!(
            "{operation}: shapes {left} and {right} do not fit"
        ))
    }

    pub(super) fn axis(operation: &str, axis: usize, shape: &[usize]) -> Self {
        let shape = Shape(shape);
        Self::new(format_args!(
            "{operation}: there is no axis {axis} in shape {shape}"
        ))
    }

    pub(super) fn empty(operation: &str, shape: &[usize]) -> Self {
        let shape = Shape(shape);
        Self::new(format_args!(
            "{operation}: an array of shape {shape} has no elements to choose from"
        ))
    }

    pub(super) fn chunks(shape: &[usize], chunks: &Chunks) -> Self {
        let shape = Shape(shape);
        match chunks {
            Chunks::Explicit(sizes) => Self::new(format_args!(
                "chunks: sizes {sizes:?} do not add up to shape {shape}, or one of them is zero"
            )),
            Chunks::Each(sizes) if !sizes.contains(&0) => Self::new(format_args!(
                "chunks: {} sizes {} for {} axes of shape {shape}",
                sizes.len(),
                Shape(sizes),
                shape.0.len()
            )),
            Chunks::Each(sizes) => Self::new(format_args!(
                "chunks: a size is zero in {} for shape {shape}",
                Shape(sizes)
            )),
            _ => Self::new(format_args!("chunks: size zero for shape {shape}")),
        }
    }

    pub(super) fn many_chunks(shape: &[usize], sizes: &[usize]) -> Self {
        let (shape, sizes) = (Shape(shape), Shape(sizes));
        Self::new(format_args!(
            "chunks: too many of sizes {sizes} in shape {shape}"
        ))
    }

    /// Says if a shape has more elements than an address space has places.
    pub(super) fn if_too_large(operation: &str, shape: &[usize]) -> Result<(), Self> {
        let lengths = shape.iter().map(|&length| length.max(1));
        let count = lengths.fold(1, usize::saturating_mul);
        if isize::try_from(count).is_ok() {
            return Ok(());
        }
        let shape = Shape(shape);
        Err(Self::new(format_args!(
            "{operation}: too many elements in shape {shape}"
        )))
    }

    /// What the methods without `try_` do.
    #[track_caller]
    pub(super) fn raise(&self) -> ! {
        panic!("{self}")
    }
}

impl fmt::Display for ArrayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ArrayError {}

/// The value, or the panic of the methods without `try_`.
pub(super) trait OrRaise<T> {
    /// Gives the value, or panics with the error's text.
    fn or_raise(self) -> T;
}

impl<T> OrRaise<T> for Result<T, ArrayError> {
    #[track_caller]
    fn or_raise(self) -> T {
        match self {
            Ok(value) => value,
            Err(error) => error.raise(),
        }
    }
}

/// What was read of a file; otherwise the task fails with an error that says which chunk it was.
#[cfg(any(feature = "npy", feature = "zarr"))]
pub(super) fn whole<T, E: fmt::Display>(
    chunk: Result<T, E>,
    place: &[usize],
    path: &std::path::Path,
    (task, location): (&'static str, &'static std::panic::Location<'static>),
) -> T {
    chunk.unwrap_or_else(|error| {
        let text = format!("chunk {place:?} of {}: {error}", path.display());
        crate::or_fail::fail(task, location, ArrayError(text))
    })
}

/// For chunks that functions of the user make: their task panics if one has another shape than it has to have.
pub(super) fn demand_shape(operation: &str, place: &[usize], found: &[usize], wanted: &[usize]) {
    if found != wanted {
        let (found, wanted) = (Shape(found), Shape(wanted));
        panic!("{operation}: chunk {place:?} came with shape {found} in place of {wanted}");
    }
}

/// A shape as users write it: `(2, 3)`.
pub(super) struct Shape<'s>(pub(super) &'s [usize]);

impl fmt::Display for Shape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        match &numbers[..] {
            [one] => write!(f, "({one},)"),
            all => write!(f, "({})", all.join(", ")),
        }
    }
}
