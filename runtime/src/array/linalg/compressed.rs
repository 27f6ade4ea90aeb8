//! The largest singular values of a large matrix, by products with few random vectors.

use ndarray::{Ix2, s};
use num_traits::AsPrimitive;

use super::super::Array;
use super::super::error::{ArrayError, OrRaise, Shape};
use super::super::grid::Grid;
use super::super::make::zeros;
use super::super::random::normal;
use super::Real;
use super::svd::Parts;

/// How [`svd_compressed`](Array::svd_compressed) looks for singular values: for how many, how thoroughly, and from which seed.
///
/// # Examples
/// ```
/// use tembel::array::{self, Sketch};
///
/// let x = array::random::standard_normal((200, 100), 1);
/// let thorough = Sketch::rank(3).oversampling(20).power_iterations(8).seed(42);
/// let (_, s, _) = x.svd_compressed(thorough);
/// let (_, all, _) = x.svd();
/// let off = (s / all.slice(array::s![..3]) - 1.0).abs().max();
/// assert!(off.compute() < 1e-2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Sketch {
    rank: usize,
    oversampling: usize,
    power_iterations: usize,
    seed: u64,
}

impl Sketch {
    /// For the `rank` largest singular values, with ten columns more than that, two power iterations, and seed 0.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::Sketch;
    ///
    /// assert_eq!(Sketch::rank(5), Sketch::rank(5).oversampling(10).power_iterations(2).seed(0));
    /// ```
    pub const fn rank(rank: usize) -> Self {
        Sketch {
            rank,
            oversampling: 10,
            power_iterations: 2,
            seed: 0,
        }
    }

    /// Random vectors besides one for each singular value. More of them make the result better, and cost as much as more
    /// singular values.
    ///
    /// # Examples
    /// ```
    /// let sketch = tembel::array::Sketch::rank(5).oversampling(5);
    /// ```
    pub const fn oversampling(self, oversampling: usize) -> Self {
        Sketch {
            oversampling,
            ..self
        }
    }

    /// How often the matrix is applied to the vectors and back again. Each time makes the result better where singular values
    /// fall slowly, and costs two products with the matrix.
    ///
    /// # Examples
    /// ```
    /// let sketch = tembel::array::Sketch::rank(5).power_iterations(0);
    /// ```
    pub const fn power_iterations(self, power_iterations: usize) -> Self {
        Sketch {
            power_iterations,
            ..self
        }
    }

    /// Of the random vectors.
    ///
    /// # Examples
    /// ```
    /// let sketch = tembel::array::Sketch::rank(5).seed(42);
    /// ```
    pub const fn seed(self, seed: u64) -> Self {
        Sketch { seed, ..self }
    }
}

impl<'a, A: Real> Array<'a, A, Ix2>
where
    f64: AsPrimitive<A>,
{
    /// The largest singular values and their vectors, for a matrix of n × m elements in any chunks: U of n × k, k singular
    /// values, largest first, and Vᵀ of k × m, for the `k` of [`Sketch::rank`].
    ///
    /// It is an approximation, and a good one where the singular values after the first k are small: the matrix is multiplied
    /// with a few random vectors, which then span what the matrix does to most directions, and decomposed there. The result
    /// depends on the seed, and not on workers. Signs are those of [`svd`](Self::svd).
    /// N. Halko, P. Martinsson, J. Tropp, "Finding structure with randomness" (2011), algorithms 4.4 and 5.1.
    ///
    /// The matrix is read once for each product. A matrix that has to be evaluated is evaluated once, and stored by chunks.
    ///
    /// # Panics
    /// If there are not that many singular values.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{self, Sketch};
    ///
    /// // Of rank two.
    /// let a = array::linspace(0.0, 1.0, 300).reshape((300, 1));
    /// let b = array::linspace(1.0, 3.0, 200).reshape((1, 200));
    /// let x = a.dot(&b) + a.powi(2).dot(&b.powi(2));
    /// let (u, s, vt) = x.svd_compressed(Sketch::rank(2).seed(42));
    /// let error = ((&u * &s).dot(&vt) - &x).abs().max();
    /// assert!(error.compute() < 1e-12);
    /// ```
    ///
    /// # Complexity
    /// O(n m l (p + 1)) operations for l random vectors and p power iterations.
    #[track_caller]
    #[must_use = "nothing is evaluated until it is computed"]
    pub fn svd_compressed(&self, sketch: Sketch) -> Parts<'a, A> {
        self.try_svd_compressed(sketch).or_raise()
    }

    /// As [`svd_compressed`](Self::svd_compressed), with an error in place of the panic.
    ///
    /// # Errors
    /// There are not that many singular values.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{self, Sketch};
    ///
    /// let error = array::ones::<f64, _>((9, 4)).try_svd_compressed(Sketch::rank(5)).unwrap_err();
    /// assert_eq!(error.to_string(), "svd_compressed: a matrix of shape (9, 4) has 4 singular values, not 5");
    /// ```
    #[track_caller]
    pub fn try_svd_compressed(&self, sketch: Sketch) -> Result<Parts<'a, A>, ArrayError> {
        let [rows, columns] = [self.shape()[0], self.shape()[1]];
        let (rank, most) = (sketch.rank, rows.min(columns));
        if rank > most {
            let shape = Shape(self.shape());
            return Err(ArrayError::new(format_args!(
                "svd_compressed: a matrix of shape {shape} has {most} singular values, not {rank}"
            )));
        }
        if rank == 0 {
            return Ok((zeros((rows, 0)), zeros(0), zeros((0, columns))));
        }
        let matrix = self.ready_to_read();
        let transposed = matrix.t();
        let count = (rank + sketch.oversampling).min(most);
        let random = normal((columns, count), A::zero(), A::one(), sketch.seed);
        let mut basis = matrix.basis_of_product(&random)?;
        for _ in 0..sketch.power_iterations {
            basis = matrix.basis_of_product(&transposed.basis_of_product(&basis)?)?;
        }
        // The matrix is about `basis` times the transpose of this.
        let inside = transposed.dot(&basis).in_chunks_of_rows();
        let (v, s, ut) = inside.try_svd()?;
        let u = basis.dot(&ut.slice(s![..rank, ..]).t());
        Ok((u, s.slice(s![..rank]), v.slice(s![.., ..rank]).t()))
    }

    /// An orthonormal basis of what the matrix makes of a few vectors.
    #[track_caller]
    fn basis_of_product(&self, vectors: &Self) -> Result<Self, ArrayError> {
        let (basis, _) = self.dot(vectors).in_chunks_of_rows().try_qr()?;
        Ok(basis)
    }

    /// The same in chunks of whole rows.
    fn in_chunks_of_rows(mut self) -> Self {
        if self.grid.counts()[1] > 1 {
            self.grid = Grid::default_for(self.shape(), size_of::<A>());
        }
        self
    }
}
