//! Running sums.

use std::sync::Arc;

use ndarray::{ArrayD, Axis, Dimension, Slice};
use num_traits::Zero;

use super::Array;
use super::compute::{chunk_task, input_task, name};
use super::element::Element;
use super::error::ArrayError;
use super::kernel::Chunk;
use super::stored::Stored;
use crate::Delayed;

impl<'a, A: Element + Zero, D: Dimension> Array<'a, A, D> {
    /// The sums of all elements up to each one, along an axis.
    ///
    /// Chunks are summed side by side; then each adds what is before it.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::ones::<i64, _>(5).chunks(2);
    /// assert_eq!(x.cumsum(0).compute().to_vec(), [1, 2, 3, 4, 5]);
    /// ```
    #[track_caller]
    pub fn cumsum(&self, axis: usize) -> Self {
        if axis >= self.ndim() {
            ArrayError::axis("cumsum", axis, self.shape()).raise();
        }
        let own = self.sums_of_chunks(axis);
        let grid = self.grid().clone();
        let mut chunks: Vec<Delayed<'a, Chunk>> = Vec::with_capacity(own.len());
        let mut carried: Vec<Option<Delayed<'a, Chunk>>> = Vec::with_capacity(own.len());
        for place in grid.places() {
            let number = grid.number(&place);
            // What is before the chunk: what is before the one before, and the last sums of that one.
            let carry = place[axis].checked_sub(1).map(|at| {
                let mut before = place.clone();
                before[axis] = at;
                let before = grid.number(&before);
                let inputs = [Some(&own[before]), carried[before].as_ref()];
                let inputs = inputs.into_iter().flatten().collect();
                input_task(name!("cumsum"), inputs, move |inputs| {
                    last_sums::<A>(inputs, axis)
                })
            });
            let inputs = [Some(&own[number]), carry.as_ref()];
            let inputs = inputs.into_iter().flatten().collect();
            chunks.push(input_task(name!("cumsum"), inputs, |inputs| match inputs {
                [own, carry] => Chunk::new(&*own.array::<A>() + &*carry.array::<A>()),
                _ => inputs[0].clone(),
            }));
            carried.push(carry);
        }
        Array::new(Arc::new(Stored::new(grid.clone(), chunks)), grid)
    }

    #[track_caller]
    fn sums_of_chunks(&self, axis: usize) -> Vec<Delayed<'a, Chunk>> {
        let mut chunks = Vec::with_capacity(self.grid().chunk_count());
        for region in self.grid().regions() {
            let name = name!("cumsum");
            chunks.push(chunk_task(
                name,
                &self.tree,
                &region,
                move |plan, inputs| {
                    let mut chunk = plan.into_array(inputs);
                    chunk.accumulate_axis_inplace(Axis(axis), |&before, value| {
                        *value = before + *value;
                    });
                    Chunk::new(chunk)
                },
            ));
        }
        chunks
    }
}

/// The last sums of a chunk, and what was before it.
fn last_sums<A: Element + Zero>(inputs: &[Chunk], axis: usize) -> Chunk {
    let own = inputs[0].array::<A>();
    let last = own.slice_axis(Axis(axis), Slice::from(-1..));
    let sums: ArrayD<A> = match inputs.get(1) {
        Some(before) => &last + &*before.array::<A>(),
        None => last.to_owned(),
    };
    Chunk::new(sums)
}
