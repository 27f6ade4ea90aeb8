//! The sizes of chunks, as users say them.

/// Chunks of about this many bytes, of all axes alike: what [`Array::chunks`](super::Array::chunks) takes besides numbers.
///
/// # Examples
/// ```
/// use tembel::array::{self, Auto};
///
/// let x = array::zeros::<f64, _>((1000, 1000)).chunks(Auto(80_000));
/// assert_eq!(x.grid().chunk_count(), 100);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Auto(
    /// Bytes in a chunk.
    pub usize,
);

/// The sizes of chunks, as [`Array::chunks`](super::Array::chunks) takes them: a number for all axes, a tuple or array
/// with a number for each, explicit sizes for each (`[vec![3, 4], vec![7]]`), or [`Auto`].
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let x = array::zeros::<f64, _>((7, 9));
/// assert_eq!(x.rechunk(4).grid().sizes(0), [4, 3]);
/// assert_eq!(x.rechunk((3, 9)).grid().sizes(0), [3, 3, 1]);
/// assert_eq!(x.rechunk([vec![2, 5], vec![9]]).grid().sizes(0), [2, 5]);
/// ```
pub trait IntoChunks {
    /// The sizes.
    #[doc(hidden)]
    fn into_chunks(self) -> Chunks;
}

/// Sizes of chunks that still need a shape.
#[derive(Clone, Debug)]
#[doc(hidden)]
pub enum Chunks {
    /// For all axes.
    Same(usize),
    /// For each axis.
    Each(Vec<usize>),
    /// All chunks of each axis.
    Explicit(Vec<Vec<usize>>),
    /// About this many bytes.
    Bytes(usize),
}

impl IntoChunks for usize {
    fn into_chunks(self) -> Chunks {
        Chunks::Same(self)
    }
}

impl IntoChunks for Auto {
    fn into_chunks(self) -> Chunks {
        Chunks::Bytes(self.0)
    }
}

impl IntoChunks for Vec<usize> {
    fn into_chunks(self) -> Chunks {
        Chunks::Each(self)
    }
}

impl<const N: usize> IntoChunks for [usize; N] {
    fn into_chunks(self) -> Chunks {
        Chunks::Each(self.to_vec())
    }
}

impl IntoChunks for Vec<Vec<usize>> {
    fn into_chunks(self) -> Chunks {
        Chunks::Explicit(self)
    }
}

impl<const N: usize> IntoChunks for [Vec<usize>; N] {
    fn into_chunks(self) -> Chunks {
        Chunks::Explicit(self.to_vec())
    }
}

macro_rules! tuples {
    ($($size:ty),*) => {
        impl IntoChunks for ($($size,)*) {
            fn into_chunks(self) -> Chunks {
                Chunks::Each(<[usize; _]>::from(self).to_vec())
            }
        }
    };
}

tuples!(usize);
tuples!(usize, usize);
tuples!(usize, usize, usize);
tuples!(usize, usize, usize, usize);
tuples!(usize, usize, usize, usize, usize);
tuples!(usize, usize, usize, usize, usize, usize);
