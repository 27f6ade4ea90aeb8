//! Operations on each element: fused, so that a chain of them reads and writes memory once.

mod compare;
mod float;
mod map;
mod operators;
mod steps;
mod zip;

pub use compare::Operand;
pub(super) use steps::Step;

use std::sync::Arc;

use ndarray::{DimMax, Dimension};

use super::affine::{Affine, Source};
use super::element::Element;
use super::error::{ArrayError, OrRaise};
use super::expression::Tree;
use super::grid::Grid;
use super::view::View;
use super::{Array, broadcast};
use map::{Map, MapSame};
use steps::Stepped;
use zip::{Choose, Zip, ZipSame};

/// The dimension of what two arrays give together.
pub(super) type Both<D, E> = <D as DimMax<E>>::Output;

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// What a function gives for each element.
    ///
    /// # Examples
    /// ```
    /// use tembel::array;
    ///
    /// let x = array::arange(0, 4).map(|x| f64::from(x) / 2.0);
    /// assert_eq!(x.compute().to_vec(), [0.0, 0.5, 1.0, 1.5]);
    /// ```
    #[track_caller]
    pub fn map<B: Element>(&self, f: impl Fn(A) -> B + Send + Sync + 'a) -> Array<'a, B, D> {
        Array::new(Arc::new(Map::new(self.tree(), f)), self.grid().clone())
    }

    /// What a function gives for each element, of the same type: half the traffic of [`map`](Self::map).
    #[track_caller]
    pub(super) fn map_same(&self, f: impl Fn(A) -> A + Copy + Send + Sync + 'a) -> Self {
        Array::new(Arc::new(MapSame::new(self.tree(), f)), self.grid().clone())
    }

    /// An operation with a scalar: a step of a chain where there are loops for those, and a function of each element elsewhere.
    #[track_caller]
    fn with_scalar(
        &self,
        step: Option<Step<A>>,
        f: impl Fn(A) -> A + Copy + Send + Sync + 'a,
    ) -> Self {
        match step.and_then(|step| Stepped::new(&self.tree, step)) {
            Some(stepped) => Array::new(Arc::new(stepped), self.grid().clone()),
            None => self.map_same(f),
        }
    }

    /// What a function gives for the elements of two arrays, which are broadcast to a common shape.
    ///
    /// # Panics
    /// If the shapes do not fit.
    ///
    /// # Examples
    /// ```
    /// use tembel::array;
    ///
    /// let x = array::arange(0, 3);
    /// let y = array::arange(10, 13);
    /// let pairs = x.zip_with(&y, |x, y| (x, y));
    /// assert_eq!(pairs.compute()[2], (2, 12));
    /// ```
    #[track_caller]
    pub fn zip_with<B: Element, C: Element, E: Dimension>(
        &self,
        other: &Array<'a, B, E>,
        f: impl Fn(A, B) -> C + Send + Sync + 'a,
    ) -> Array<'a, C, Both<D, E>>
    where
        D: DimMax<E>,
    {
        self.try_zip_with(other, f).or_raise()
    }

    /// As [`zip_with`](Self::zip_with), with an error in place of the panic.
    ///
    /// # Errors
    /// The shapes do not fit.
    ///
    /// # Examples
    /// ```
    /// use tembel::array;
    ///
    /// let (x, y) = (array::zeros::<f64, _>(3), array::zeros::<f64, _>(4));
    /// let error = x.try_zip_with(&y, |x, y| x + y).unwrap_err();
    /// assert_eq!(error.to_string(), "zip_with: shapes (3,) and (4,) do not fit");
    /// ```
    #[track_caller]
    pub fn try_zip_with<B: Element, C: Element, E: Dimension>(
        &self,
        other: &Array<'a, B, E>,
        f: impl Fn(A, B) -> C + Send + Sync + 'a,
    ) -> Result<Array<'a, C, Both<D, E>>, ArrayError>
    where
        D: DimMax<E>,
    {
        self.try_zip("zip_with", other, f)
    }

    #[track_caller]
    fn try_zip<B: Element, C: Element, E: Dimension>(
        &self,
        name: &'static str,
        other: &Array<'a, B, E>,
        f: impl Fn(A, B) -> C + Send + Sync + 'a,
    ) -> Result<Array<'a, C, Both<D, E>>, ArrayError>
    where
        D: DimMax<E>,
    {
        let (left, right, grid) = together(name, self, other)?;
        Ok(Array::new(Arc::new(Zip::new(left, right, f)), grid))
    }

    #[track_caller]
    pub(super) fn zip_same<E: Dimension>(
        &self,
        name: &'static str,
        other: &Array<'a, A, E>,
        f: impl Fn(A, A) -> A + Send + Sync + 'a,
    ) -> Array<'a, A, Both<D, E>>
    where
        D: DimMax<E>,
    {
        let (left, right, grid) = together(name, self, other).or_raise();
        Array::new(Arc::new(ZipSame::new(left, right, f)), grid)
    }
}

/// Elements of `a` where `condition` holds, and of `b` elsewhere; the three are broadcast to a common shape.
///
/// # Panics
/// If the shapes do not fit.
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let x = array::arange(-2, 3);
/// let positive = x.gt(0);
/// let clipped = array::select(&positive, &x, &array::zeros(5));
/// assert_eq!(clipped.compute().to_vec(), [0, 0, 0, 1, 2]);
/// ```
#[track_caller]
pub fn select<'a, A: Element, D, E, F>(
    condition: &Array<'a, bool, D>,
    a: &Array<'a, A, E>,
    b: &Array<'a, A, F>,
) -> Array<'a, A, Both<D, Both<E, F>>>
where
    D: Dimension + DimMax<Both<E, F>>,
    E: Dimension + DimMax<F>,
    F: Dimension,
{
    let (a, b, grid) = together("select", a, b).or_raise();
    let a = Array::<A, Both<E, F>>::from_tree(a, grid);
    let (condition, a, grid) = together("select", condition, &a).or_raise();
    let b = broadcast_tree(&b, &grid.shape()).unwrap_or(b);
    Array::new(Arc::new(Choose::new(condition, a, b)), grid)
}

/// A function of the elements of two arrays that have the same shape.
#[track_caller]
pub(super) fn zip_equal<'a, A: Element, B: Element, C: Element, D: Dimension>(
    left: &Array<'a, A, D>,
    right: &Array<'a, B, D>,
    f: impl Fn(A, B) -> C + Send + Sync + 'a,
) -> Array<'a, C, D> {
    let zip = Zip::new(left.tree(), right.tree(), f);
    Array::new(Arc::new(zip), left.grid().clone())
}

type Pair<'a, A, B> = (Tree<'a, A>, Tree<'a, B>, Grid);

/// Two arrays, broadcast to a common shape. The larger one gives the chunks, or both where they are cut crosswise.
fn together<'a, A: Element, B: Element, D: Dimension, E: Dimension>(
    name: &str,
    left: &Array<'a, A, D>,
    right: &Array<'a, B, E>,
) -> Result<Pair<'a, A, B>, ArrayError> {
    let shape = broadcast::common(left.shape(), right.shape())
        .ok_or_else(|| ArrayError::shapes(name, left.shape(), right.shape()))?;
    ArrayError::if_too_large(name, &shape)?;
    let bounds = (0..shape.len()).map(|axis| {
        let own = |grid: &Grid| {
            let at = (axis + grid.ndim()).checked_sub(shape.len())?;
            let bounds = grid.bounds(at);
            (bounds.last() == Some(&shape[axis])).then(|| bounds.to_vec())
        };
        own(left.grid())
            .or_else(|| own(right.grid()))
            .expect("one of them has the length")
    });
    let crossed = left.grid().crossed(right.grid());
    let grid = crossed.unwrap_or_else(|| Grid::from_bounds(bounds.collect()));
    let bytes = size_of::<A>().max(size_of::<B>());
    let grid = grid.cut_down([left.grid(), right.grid()], bytes);
    let a = broadcast_tree(&left.tree(), &shape);
    let b = broadcast_tree(&right.tree(), &shape);
    Ok((
        a.unwrap_or_else(|| left.tree()),
        b.unwrap_or_else(|| right.tree()),
        grid,
    ))
}

/// The array broadcast to a shape that it fits, if that is not its own.
pub(super) fn broadcast_tree<'a, A: 'a>(
    tree: &Tree<'a, A>,
    shape: &[usize],
) -> Option<Tree<'a, A>> {
    if tree.shape() == shape {
        return None;
    }
    let first = shape.len() - tree.shape().len();
    let source = |(axis, &length): (usize, &usize)| {
        if length == 1 && shape[first + axis] != 1 {
            Source::fixed(0)
        } else {
            Source::along(first + axis)
        }
    };
    let affine = Affine {
        shape: shape.to_vec(),
        sources: tree.shape().iter().enumerate().map(source).collect(),
    };
    Some(Arc::new(View::new(Arc::clone(tree), affine)))
}
