//! From expressions to tasks, and to arrays that are there.

use std::sync::Arc;

use ndarray::{ArrayViewMut, ArrayViewMutD, Axis, Dimension, IxDyn};

use super::Array;
use super::affine::{Affine, Region};
use super::element::Element;
use super::error::demand_shape;
use super::expression::{Tree, bind};
use super::grid::Grid;
use super::kernel::{Chunk, Plan};
use super::stored::Stored;
use crate::arguments::IntoArg;
use crate::build::task;
use crate::error::within;
use crate::graph::Info;
use crate::store::in_large_pages;
use crate::{Delayed, Error, Executor};

/// The name of tasks: a closure that captures nothing, so that a task needs no room for it.
pub(super) trait Name: Fn() -> Info + Copy {}

impl<N: Fn() -> Info + Copy> Name for N {}

macro_rules! name {
    ($name:literal) => {
        || $crate::graph::Info::new($name, $crate::graph::Kind::Chunk)
    };
}
pub(super) use name;

/// A task that evaluates a box of a tree.
#[track_caller]
pub(super) fn chunk_task<'x, A: Element, R: Send + 'x>(
    name: impl Name,
    tree: &Tree<'x, A>,
    region: &Region,
    work: impl FnOnce(Plan<'x, A>, &[Chunk]) -> R + Send + 'x,
) -> Delayed<'x, R> {
    part_task(name, tree, region, region.clone(), work)
}

/// As [`chunk_task`], for a chunk that is `shown` to users and needs a larger box.
#[track_caller]
pub(super) fn part_task<'x, A: Element, R: Send + 'x>(
    name: impl Name,
    tree: &Tree<'x, A>,
    region: &Region,
    shown: Region,
    work: impl FnOnce(Plan<'x, A>, &[Chunk]) -> R + Send + 'x,
) -> Delayed<'x, R> {
    let (plan, inputs) = bind(tree, &Affine::of(region));
    input_task(name, inputs, move |inputs| {
        let place = || format!("in the chunk of elements {shown:?}");
        within(place, || work(plan, inputs))
    })
}

/// A task that looks at chunks.
#[track_caller]
pub(super) fn input_task<'x, R: Send + 'x>(
    name: impl Name,
    inputs: Vec<&Delayed<'x, Chunk>>,
    work: impl FnOnce(&[Chunk]) -> R + Send + 'x,
) -> Delayed<'x, R> {
    if inputs.is_empty() {
        return task(name, (), move |()| work(&[]));
    }
    let inputs = IntoArg::<Vec<Chunk>>::into_arg(inputs);
    task(name, (inputs,), move |(inputs,)| work(&inputs))
}

/// A task that takes values of other tasks.
#[track_caller]
pub(super) fn join_task<'x, T: Send + 'x, R: Send + 'x>(
    name: impl Name,
    values: Vec<Delayed<'x, T>>,
    work: impl FnOnce(Vec<T>) -> R + Send + 'x,
) -> Delayed<'x, R> {
    let values = IntoArg::<Vec<T>>::into_arg(values);
    task(name, (values,), move |(values,)| work(values))
}

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// Evaluates the array, in parallel, chunk by chunk, into an ndarray array.
    ///
    /// Each chunk is written where it belongs in the result: besides the result, only what the running tasks work on is in
    /// memory. It runs on the current rayon pool; see [`compute_on`](Self::compute_on) for another one, and
    /// [`into_delayed`](Self::into_delayed) for an array among other values of one run.
    ///
    /// # Panics
    /// Resumes the panic of a task that it needs.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::eye::<f64>(2) + 1.0;
    /// assert_eq!(x.compute(), ndarray::arr2(&[[2.0, 1.0], [1.0, 2.0]]));
    /// ```
    #[track_caller]
    #[expect(clippy::must_use_candidate, reason = "called for what the tasks do")]
    pub fn compute(self) -> ndarray::Array<A, D> {
        self.compute_on(&Executor::current())
    }

    /// As [`compute`](Self::compute), on an executor.
    ///
    /// # Panics
    /// As [`compute`](Self::compute).
    ///
    /// # Examples
    /// ```
    /// use tembel::{Executor, array};
    ///
    /// let executor = Executor::builder().threads(2).build()?;
    /// assert_eq!(array::full(2, 1).compute_on(&executor).to_vec(), [1, 1]);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[track_caller]
    #[expect(clippy::must_use_candidate, reason = "called for what the tasks do")]
    pub fn compute_on(self, executor: &Executor<'_>) -> ndarray::Array<A, D> {
        let mut out = self.blank();
        executor.compute(self.tasks_into(out.view_mut()));
        typed(out)
    }

    /// As [`compute`](Self::compute), but gives what went wrong as an error.
    ///
    /// # Errors
    /// A task that it needs failed, or a chunk is borrowed by a task outside of the run.
    ///
    /// # Examples
    /// ```
    /// let bad = tembel::array::arange(0, 3).map(|x| 1 / x);
    /// assert_eq!(bad.try_compute().unwrap_err().kind(), tembel::ErrorKind::Panicked);
    /// ```
    #[track_caller]
    pub fn try_compute(self) -> Result<ndarray::Array<A, D>, Error> {
        self.try_compute_on(&Executor::current())
    }

    /// As [`try_compute`](Self::try_compute), on an executor.
    ///
    /// # Errors
    /// As [`try_compute`](Self::try_compute).
    ///
    /// # Examples
    /// ```
    /// use tembel::{Executor, array};
    ///
    /// let executor = Executor::builder().threads(2).build()?;
    /// assert_eq!(array::full(2, 1).try_compute_on(&executor)?.to_vec(), [1, 1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[track_caller]
    pub fn try_compute_on(self, executor: &Executor<'_>) -> Result<ndarray::Array<A, D>, Error> {
        let mut out = self.blank();
        let done = executor.try_compute(self.tasks_into(out.view_mut()));
        done.into_iter().collect::<Result<(), Error>>()?;
        Ok(typed(out))
    }

    fn blank(&self) -> ndarray::ArrayD<A> {
        blank(self.shape())
    }

    /// A task for each chunk, which writes it into its part of `out`.
    #[track_caller]
    fn tasks_into<'x>(self, out: ArrayViewMutD<'x, A>) -> Vec<Delayed<'x, ()>>
    where
        'a: 'x,
    {
        let Array { tree, grid, .. } = self;
        let tree: Tree<'x, A> = tree;
        let mut parts = Vec::with_capacity(grid.chunk_count());
        split(out, &grid, 0, &mut parts);
        let mut tasks = Vec::with_capacity(parts.len());
        for (region, part) in grid.regions().zip(parts) {
            let write = move |plan: Plan<'x, A>, inputs: &[Chunk]| plan.write(inputs, part);
            tasks.push(chunk_task(name!("chunk"), &tree, &region, write));
        }
        tasks
    }

    /// The array as one deferred value, to be computed among others.
    ///
    /// # Examples
    /// ```
    /// use tembel::{array, compute};
    ///
    /// let x = array::arange(0.0, 4.0);
    /// let (all, mean) = compute((x.clone().into_delayed(), x.mean()));
    /// assert_eq!((all[3], mean), (3.0, 1.5));
    /// ```
    #[track_caller]
    pub fn into_delayed(self) -> Delayed<'a, ndarray::Array<A, D>>
    where
        D: 'static,
    {
        let grid = self.grid().clone();
        let chunks = self.chunk_tasks(name!("chunk"));
        join_task(name!("assemble"), chunks, move |chunks| {
            let mut out = blank(&grid.shape());
            for (region, chunk) in grid.regions().zip(chunks) {
                let mut part = out.view_mut();
                for (axis, range) in region.into_iter().enumerate() {
                    part.slice_axis_inplace(Axis(axis), range.into());
                }
                part.assign(&*chunk.array::<A>());
            }
            typed(out)
        })
    }

    /// The same array with chunks that are tasks of their own: each is evaluated at most once, and kept while an array that
    /// uses it lives.
    ///
    /// Worth it for what is dear and used by several results: without it every result evaluates the expression for itself.
    ///
    /// # Examples
    /// ```
    /// use tembel::{array, compute};
    ///
    /// let x = array::arange(0.0, 1000.0).sin().persist();
    /// let (min, max) = compute((x.min(), x.max())); // each sine evaluated once
    /// assert!(min < -0.99 && max > 0.99);
    /// ```
    #[track_caller]
    pub fn persist(&self) -> Self {
        let chunks = self.chunk_tasks(name!("persist"));
        let stored = Stored::new(self.grid().clone(), chunks);
        Array {
            tree: Arc::new(stored),
            grid: self.grid().clone(),
            dim: self.dim,
        }
    }

    #[track_caller]
    pub(super) fn chunk_tasks(&self, name: impl Name) -> Vec<Delayed<'a, Chunk>> {
        let mut tasks = Vec::with_capacity(self.grid().chunk_count());
        for region in self.grid().regions() {
            tasks.push(chunk_task(name, &self.tree, &region, |plan, inputs| {
                Chunk::new(plan.into_array(inputs))
            }));
        }
        tasks
    }

    /// The chunks as handles, the last axis fastest.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 5).chunks(2);
    /// let chunks = tembel::compute(x.to_delayed());
    /// assert_eq!(chunks[1].to_vec(), [2, 3]);
    /// ```
    #[track_caller]
    #[must_use = "nothing runs until they are computed"]
    pub fn to_delayed(&self) -> Vec<Delayed<'a, ndarray::Array<A, D>>>
    where
        D: 'static,
    {
        let mut tasks = Vec::with_capacity(self.grid().chunk_count());
        for region in self.grid().regions() {
            tasks.push(chunk_task(
                name!("chunk"),
                &self.tree,
                &region,
                |plan, inputs| typed(plan.into_array(inputs)),
            ));
        }
        tasks
    }

    /// What a function makes of each chunk, where that has the same shape.
    ///
    /// Each chunk of the result is a task and is evaluated at most once. What the function gives may depend on how the array
    /// is cut.
    ///
    /// # Panics
    /// When it is computed, if the function gives a chunk of another shape.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 6).chunks(3);
    /// let backwards = x.map_chunks(|mut chunk| {
    ///     chunk.invert_axis(ndarray::Axis(0));
    ///     chunk
    /// });
    /// assert_eq!(backwards.compute().to_vec(), [2, 1, 0, 5, 4, 3]);
    /// ```
    #[track_caller]
    pub fn map_chunks<B: Element>(
        &self,
        f: impl Fn(ndarray::Array<A, D>) -> ndarray::Array<B, D> + Send + Sync + 'a,
    ) -> Array<'a, B, D>
    where
        D: 'static,
    {
        let f = Arc::new(f);
        let mut chunks = Vec::with_capacity(self.grid().chunk_count());
        for (place, region) in self.grid().places().zip(self.grid().regions()) {
            let f = Arc::clone(&f);
            chunks.push(chunk_task(
                name!("map_chunks"),
                &self.tree,
                &region,
                move |plan, inputs| {
                    let shape = plan.tiles.shape().to_vec();
                    let chunk = f(typed(plan.into_array(inputs)));
                    demand_shape("map_chunks", &place, chunk.shape(), &shape);
                    Chunk::new(chunk.into_dyn())
                },
            ));
        }
        Array::new(
            Arc::new(Stored::new(self.grid().clone(), chunks)),
            self.grid().clone(),
        )
    }
}

/// An array to write into.
pub(super) fn blank<A: Element>(shape: &[usize]) -> ndarray::ArrayD<A> {
    let out = ndarray::ArrayD::from_elem(shape, A::default());
    if let Some(memory) = out.as_slice() {
        in_large_pages(memory);
    }
    out
}

/// Cuts a view into the chunks of a grid, the last axis fastest.
fn split<'x, A>(
    view: ArrayViewMutD<'x, A>,
    grid: &Grid,
    axis: usize,
    parts: &mut Vec<ArrayViewMut<'x, A, IxDyn>>,
) {
    if axis == grid.ndim() {
        parts.push(view);
        return;
    }
    let mut rest = view;
    for size in grid.sizes(axis) {
        let (part, after) = rest.split_at(Axis(axis), size);
        split(part, grid, axis + 1, parts);
        rest = after;
    }
}

/// An array of a dimension that its maker knows.
pub(super) fn typed<A, D: Dimension>(array: ndarray::ArrayD<A>) -> ndarray::Array<A, D> {
    array
        .into_dimensionality()
        .expect("as many axes as the type says")
}
