//! Arrays in files, which the tasks that use them read.

use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use ndarray::{ArrayD, Axis, Slice};

use super::affine::{Affine, Region, Source};
use super::element::Element;
use super::error::whole;
use super::expression::{Binder, Expression};
use super::grid::Grid;
use super::joined::place_pieces;
use super::kernel::{BoxKernel, Chunk, Kernel, Rows, Strided};
use super::memory::bind_chunk;
use super::tile::Tile;

/// What reads a file.
pub(super) trait Reader<A>: Send + Sync {
    /// The elements of a part of one chunk, in row-major order.
    fn read(&self, region: &Region) -> Result<ArrayD<A>, String>;
}

/// An array in a file. Nothing of it is kept: each task reads what it needs, so that the whole is never in memory.
pub(super) struct Filed<R> {
    grid: Grid,
    shape: Vec<usize>,
    file: Arc<OpenFile<R>>,
}

struct OpenFile<R> {
    reader: R,
    path: PathBuf,
    stamp: Stamp,
    caller: (&'static str, &'static Location<'static>),
}

impl<R> Filed<R> {
    /// `stamp` is of when `path` was opened, by a call of `operation`.
    #[track_caller]
    pub(super) fn new(
        grid: Grid,
        reader: R,
        path: &Path,
        stamp: Stamp,
        operation: &'static str,
    ) -> Self {
        let file = OpenFile {
            reader,
            path: path.to_owned(),
            stamp,
            caller: (operation, Location::caller()),
        };
        Filed {
            shape: grid.shape(),
            grid,
            file: Arc::new(file),
        }
    }
}

/// What tells a file from what it was earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    path: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
    /// The file's own number, since two files may be as large and as old.
    number: u64,
}

impl Stamp {
    pub(super) fn of(path: &Path) -> std::io::Result<Self> {
        let metadata = std::fs::metadata(path)?;
        Ok(Stamp {
            path: path.to_owned(),
            size: metadata.len(),
            modified: metadata.modified().ok(),
            number: number_of(&metadata),
        })
    }

    fn check(&self) -> Result<(), String> {
        let now = Self::of(&self.path).map_err(|error| error.to_string())?;
        if now == *self {
            Ok(())
        } else {
            Err("it has changed since it was opened".into())
        }
    }
}

#[cfg(unix)]
fn number_of(metadata: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number_of(_: &std::fs::Metadata) -> u64 {
    0
}

impl<A: Element, R: Reader<A>> Expression<A> for Filed<R> {
    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn weight(&self) -> usize {
        1
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let axes = 0..self.grid.ndim();
        let cuts = axes.map(|axis| affine.pieces(axis, self.grid.bounds(axis)));
        let mut parts = Vec::new();
        place_pieces(affine, &cuts.collect::<Vec<_>>(), |part, place, start| {
            parts.push(Part::new(part, place, start));
        });
        // The elements of the box, and no others, in the order of the array's axes.
        let length = |source: &Source| source.axis.map_or(1, |axis| affine.shape[axis]);
        let shape: Vec<usize> = affine.sources.iter().map(length).collect();
        let along = |source: &Source| source.axis.map_or(Source::fixed(0), Source::along);
        let elements = Affine {
            shape: affine.shape.clone(),
            sources: affine.sources.iter().map(along).collect(),
        };
        Box::new(Reading {
            file: Arc::clone(&self.file),
            parts,
            held: binder.once(self, affine, || Mutex::new(None)),
            of: bind_chunk(0, &shape, &elements, binder),
            shape,
        })
    }
}

/// What a box needs of one chunk of the file.
struct Part {
    place: Vec<usize>,
    region: Region,
    /// Where that goes, and in which steps, along each axis of the array.
    to: Vec<(usize, isize)>,
}

impl Part {
    fn new(part: &Affine, place: &[usize], start: &[usize]) -> Self {
        let range = |source: &Source| {
            let length = source.axis.map_or(1, |axis| part.shape[axis]);
            let (first, last) = (source.start, source.at(length.saturating_sub(1)));
            first.min(last)..first.max(last) + 1
        };
        let to = |source: &Source| match source.axis {
            Some(axis) => (start[axis], source.step),
            None => (0, 1),
        };
        Part {
            place: place.to_vec(),
            region: part.sources.iter().map(range).collect(),
            to: part.sources.iter().map(to).collect(),
        }
    }
}

/// Reads when its task runs.
struct Reading<'x, A, R> {
    file: Arc<OpenFile<R>>,
    parts: Vec<Part>,
    shape: Vec<usize>,
    /// What has been read, for all kernels of the task that need the same.
    held: Arc<Mutex<Option<Chunk>>>,
    of: BoxKernel<'x, A>,
}

impl<A: Element, R: Reader<A>> Reading<'_, A, R> {
    fn read(&self) -> ArrayD<A> {
        if let [whole] = &self.parts[..] {
            return self.read_part(whole);
        }
        let mut all = ArrayD::from_elem(&self.shape[..], A::default());
        for part in &self.parts {
            let found = self.read_part(part);
            let mut to = all.view_mut();
            for (axis, &(start, _)) in part.to.iter().enumerate() {
                let end = start + found.len_of(Axis(axis));
                to.slice_axis_inplace(Axis(axis), Slice::from(start..end));
            }
            to.assign(&found);
        }
        all
    }

    fn read_part(&self, part: &Part) -> ArrayD<A> {
        let OpenFile {
            reader,
            path,
            stamp,
            caller,
        } = &*self.file;
        let found = stamp.check().and_then(|()| reader.read(&part.region));
        let mut found = whole(found, &part.place, path, *caller);
        for (axis, &(_, step)) in part.to.iter().enumerate() {
            found.slice_axis_inplace(Axis(axis), Slice::from(..).step_by(step));
        }
        found
    }
}

impl<A: Element, R: Reader<A>> Kernel<A> for Reading<'_, A, R> {
    fn load(&mut self, _: &[Chunk]) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let chunk = held.get_or_insert_with(|| Chunk::new(self.read()));
        self.of.load(std::slice::from_ref(chunk));
    }

    fn lend(&self, tile: &Tile) -> Option<Rows<'_, A>> {
        self.of.lend(tile)
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        self.of.fill(tile, out);
    }

    fn strided(&self) -> Option<Strided<'_, A>> {
        self.of.strided()
    }
}
