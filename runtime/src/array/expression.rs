//! What an array is before it is computed: a tree of operations, of which each chunk takes its part.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::affine::Affine;
use super::element::Element;
use super::elementwise::Step;
use super::kernel::{BoxKernel, Chunk, Kernel, Plan};
use super::tile::{Tile, Tiles};
use crate::Delayed;

/// A node of the tree. It belongs to no chunk: any box of it can be evaluated.
pub(super) trait Expression<A>: Send + Sync {
    /// How many elements it has along each axis.
    fn shape(&self) -> &[usize];

    /// How many operations evaluate an element of it, where each use of a part counts. Memory costs nothing.
    fn weight(&self) -> usize {
        0
    }

    /// What evaluates the box: slices, transposes and broadcasts on the way from the root are in `affine`.
    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b;

    /// As [`bind`](Self::bind), but what a node does to each element with a scalar is left to the caller, who does it along
    /// with steps of its own. Others that use the node do it again, which is cheaper than to keep a tile.
    fn bind_steps<'b, 'x>(
        &'b self,
        affine: &Affine,
        binder: &mut Binder<'b, 'x>,
        steps: &mut Vec<Step<A>>,
    ) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let _ = steps;
        self.bind(affine, binder)
    }
}

/// A tree that several arrays may share.
pub(super) type Tree<'a, A> = Arc<dyn Expression<A> + 'a>;

/// A piece, a node's address, and a box of the node.
type Key = (usize, usize, Affine);

/// What the kernels of one task have in common.
pub(super) struct Binder<'b, 'x> {
    inputs: Vec<&'b Delayed<'x, Chunk>>,
    /// For each axis of the box.
    cuts: Vec<Vec<usize>>,
    across: Option<usize>,
    /// The piece of a joined array that is bound at the moment: what is evaluated for one piece cannot serve another.
    piece: usize,
    pieces: usize,
    /// Where the piece begins, along each axis of the box.
    origin: Vec<usize>,
    shared: HashMap<Key, Arc<dyn Any + Send + Sync>>,
}

impl<'b, 'x> Binder<'b, 'x> {
    fn new(axes: usize) -> Self {
        Binder {
            inputs: Vec::new(),
            cuts: vec![Vec::new(); axes],
            across: None,
            piece: 0,
            pieces: 0,
            origin: vec![0; axes],
            shared: HashMap::new(),
        }
    }

    /// The place among the task's inputs of what another task makes.
    pub(super) fn input(&mut self, chunk: &'b Delayed<'x, Chunk>) -> usize {
        let same = |input: &&Delayed<'x, Chunk>| std::ptr::eq(*input, chunk);
        if let Some(place) = self.inputs.iter().position(same) {
            return place;
        }
        self.inputs.push(chunk);
        self.inputs.len() - 1
    }

    /// Memory is contiguous along this axis, and not along the last one.
    pub(super) fn across(&mut self, axis: usize) {
        self.across = Some(axis);
    }

    /// Binds a piece of the box that begins at `start`; tiles do not go beyond it.
    pub(super) fn piece<R>(
        &mut self,
        start: &[usize],
        shape: &[usize],
        bind: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let outer = (self.piece, self.origin.clone());
        self.pieces += 1;
        self.piece = self.pieces;
        for (axis, (start, len)) in start.iter().zip(shape).enumerate() {
            self.origin[axis] += start;
            let from = self.origin[axis];
            self.cuts[axis].extend([from, from + len]);
        }
        let bound = bind(self);
        (self.piece, self.origin) = outer;
        bound
    }

    /// Binds a node such that a tile of it is evaluated once, also where the tree has it twice.
    pub(super) fn share<A: Element, N: ?Sized>(
        &mut self,
        node: &N,
        affine: &Affine,
        bind: impl FnOnce(&mut Self) -> BoxKernel<'x, A>,
    ) -> BoxKernel<'x, A> {
        let key = (self.piece, std::ptr::from_ref(node).addr(), affine.clone());
        if let Some(tile) = self.find(&key) {
            return Box::new(Again { tile });
        }
        let tile = Arc::new(Mutex::new(Vec::new()));
        let kernel = bind(self);
        self.shared.insert(key, Arc::clone(&tile) as _);
        Box::new(First { kernel, tile })
    }

    fn find<T: Send + Sync + 'static>(&self, key: &Key) -> Option<Arc<T>> {
        Arc::clone(self.shared.get(key)?).downcast().ok()
    }
}

/// In a key: what is the same in all pieces.
#[cfg(any(feature = "npy", feature = "zarr"))]
const ANY_PIECE: usize = usize::MAX;

#[cfg(any(feature = "npy", feature = "zarr"))]
impl Binder<'_, '_> {
    /// What all kernels of the task have in common that bind this box of a node.
    pub(super) fn once<N, T: Send + Sync + 'static>(
        &mut self,
        node: &N,
        affine: &Affine,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let key = (ANY_PIECE, std::ptr::from_ref(node).addr(), affine.clone());
        if let Some(common) = self.find(&key) {
            return common;
        }
        let common = Arc::new(make());
        self.shared.insert(key, Arc::clone(&common) as _);
        common
    }
}

/// Binds a box of a tree, and says what it needs of other tasks.
pub(super) fn bind<'b, 'x: 'b, A: Element>(
    tree: &'b Tree<'x, A>,
    affine: &Affine,
) -> (Plan<'x, A>, Vec<&'b Delayed<'x, Chunk>>) {
    let mut binder = Binder::new(affine.shape.len());
    let kernel = tree.bind(affine, &mut binder);
    let tiles = Tiles::new(&affine.shape, binder.cuts, binder.across, size_of::<A>());
    (Plan { kernel, tiles }, binder.inputs)
}

type Kept<A> = Arc<Mutex<Vec<A>>>;

/// The first of several uses of a node in a task.
struct First<'x, A> {
    kernel: BoxKernel<'x, A>,
    /// The tile evaluated last, if there are other uses.
    tile: Kept<A>,
}

impl<A: Element> Kernel<A> for First<'_, A> {
    fn load(&mut self, inputs: &[Chunk]) {
        self.kernel.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        self.kernel.fill(tile, out);
        if Arc::strong_count(&self.tile) > 1 {
            let mut kept = self.tile.lock().unwrap_or_else(PoisonError::into_inner);
            kept.clear();
            kept.extend_from_slice(out);
        }
    }
}

/// A later use: kernels are evaluated in the order in which they were bound, so the tile is there.
struct Again<A> {
    tile: Kept<A>,
}

impl<A: Element> Kernel<A> for Again<A> {
    fn load(&mut self, _: &[Chunk]) {}

    fn fill(&mut self, _: &Tile, out: &mut [A]) {
        let kept = self.tile.lock().unwrap_or_else(PoisonError::into_inner);
        out.copy_from_slice(&kept);
    }
}
