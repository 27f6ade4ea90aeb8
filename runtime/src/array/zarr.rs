//! Stores of zarr: a folder with a file for each chunk, compressed or not.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ndarray::{ArrayD, Dimension};
use zarrs::array::{ArrayBuilder, DataType, ElementOwned, FillValue};
use zarrs::array_subset::ArraySubset;
use zarrs::filesystem::FilesystemStore;

use super::Array;
use super::affine::Region;
use super::compute::{chunk_task, name};
use super::element::Element;
use super::error::{ArrayError, Shape};
use super::filed::{Filed, Reader, Stamp};
use super::grid::Grid;
use super::staged::Staged;

type Store = zarrs::array::Array<FilesystemStore>;

/// What zarr can hold of what arrays can: numbers and `bool`.
///
/// # Examples
/// ```
/// fn is_in_zarr<A: tembel::array::ZarrElement>() {}
/// is_in_zarr::<f64>();
/// ```
pub trait ZarrElement: Element + ElementOwned {
    /// The type's name in zarr.
    #[doc(hidden)]
    fn data_type() -> DataType;
    /// Of chunks that are not there.
    #[doc(hidden)]
    fn fill_value() -> FillValue;
}

macro_rules! elements {
    ($($element:ty => $name:ident),*) => {$(
        impl ZarrElement for $element {
            fn data_type() -> DataType {
                DataType::$name
            }
            fn fill_value() -> FillValue {
                FillValue::from(<$element>::default())
            }
        }
    )*};
}

elements!(
    bool => Bool, i8 => Int8, i16 => Int16, i32 => Int32, i64 => Int64, u8 => UInt8, u16 => UInt16, u32 => UInt32,
    u64 => UInt64, f32 => Float32, f64 => Float64
);

/// An array in a folder of zarr, version 2 or 3, with the chunks that it has there. Chunks are read when they are computed.
///
/// Each task reads what it needs, and nothing is kept, so the array may be larger than the memory; one from
/// [`persist`](Array::persist) reads once for several results.
///
/// # Errors
/// There is no array, or it has another type of elements or number of axes. A chunk that is damaged is found when it is
/// computed: that is an error of kind [`Failed`](crate::ErrorKind::Failed), which names the file and the chunk.
///
/// # Examples
/// ```
/// use tembel::array::{self, Array2};
///
/// let path = std::env::temp_dir().join("tembel-from-zarr");
/// array::ones::<f64, _>((4, 6)).chunks(3).write_zarr(&path)?;
/// let x: Array2<'_, f64> = array::from_zarr(&path)?;
/// assert_eq!((x.grid().counts(), x.sum().compute()), (vec![2, 2], 24.0));
/// # Ok::<(), array::ArrayError>(())
/// ```
#[track_caller]
pub fn from_zarr<'a, A: ZarrElement, D: Dimension>(
    path: impl AsRef<Path>,
) -> Result<Array<'a, A, D>, ArrayError> {
    let path = path.as_ref();
    let failed = |text: String| ArrayError::new(format!("from_zarr: {}: {text}", path.display()));
    let metadata = metadata_of(path).ok_or_else(|| failed("there is no array of zarr".into()))?;
    let stamp = Stamp::of(&metadata).map_err(|error| failed(error.to_string()))?;
    let store = FilesystemStore::new(path).map_err(|error| failed(error.to_string()))?;
    let store = Store::open(Arc::new(store), "/").map_err(|error| failed(error.to_string()))?;
    if *store.data_type() != A::data_type() {
        let (found, wanted) = (store.data_type(), A::data_type());
        return Err(failed(format!("its elements are {found}, not {wanted}")));
    }
    let grid = grid_of(&store).ok_or_else(|| failed("its chunks are not a grid".into()))?;
    if D::NDIM.is_some_and(|axes| axes != grid.ndim()) {
        let shape = grid.shape();
        return Err(failed(format!(
            "shape {} has another number of axes",
            Shape(&shape)
        )));
    }
    let whole = Filed::new(grid.clone(), store, path, stamp, "from_zarr");
    Ok(Array::new(Arc::new(whole), grid))
}

/// The file that says what the array is, in version 3 or 2.
fn metadata_of(path: &Path) -> Option<PathBuf> {
    let files = ["zarr.json", ".zarray"].map(|name| path.join(name));
    files.into_iter().find(|file| file.is_file())
}

/// Where the chunks of a store end, along each axis.
fn grid_of(store: &Store) -> Option<Grid> {
    let counts = store.chunk_grid_shape();
    let bounds = store.shape().iter().enumerate().map(|(axis, &length)| {
        let mut bounds = vec![0];
        for at in 0..counts[axis] {
            let mut place = vec![0; counts.len()];
            place[axis] = at;
            let subset = store.chunk_subset(&place).ok()?;
            let end = subset.end_exc()[axis].min(length);
            bounds.push(usize::try_from(end).ok()?);
        }
        Some(bounds)
    });
    Some(Grid::from_bounds(bounds.collect::<Option<_>>()?))
}

impl<A: ZarrElement> Reader<A> for Store {
    fn read(&self, region: &Region) -> Result<ArrayD<A>, String> {
        let subset = ArraySubset::new_with_ranges(&ranges(region));
        let values = self.retrieve_array_subset_elements(&subset);
        let shape: Vec<usize> = region.iter().map(ExactSizeIterator::len).collect();
        let array = ArrayD::from_shape_vec(shape, values.map_err(|error| error.to_string())?);
        array.map_err(|error| error.to_string())
    }
}

fn ranges(region: &Region) -> Vec<std::ops::Range<u64>> {
    let range = |range: &std::ops::Range<usize>| range.start as u64..range.end as u64;
    region.iter().map(range).collect()
}

impl<A: ZarrElement, D: Dimension> Array<'_, A, D> {
    /// Computes the array into a folder of zarr, version 3: a file for each chunk, not compressed. The array is never in
    /// memory as a whole.
    ///
    /// It is written beside an array that is there, and takes its place when it is whole. So an array may be written to where it
    /// comes from; what was opened before that cannot be read any more.
    ///
    /// # Errors
    /// The chunks along an axis differ in size (but for the last one, which may be smaller), the folder cannot be written, there
    /// is a folder with something else, or a task that the array needs failed. What was there stays.
    ///
    /// # Examples
    /// ```
    /// use tembel::array;
    ///
    /// let path = std::env::temp_dir().join("tembel-write-zarr");
    /// array::eye::<f64>(4).chunks(2).write_zarr(&path)?;
    /// assert!(path.join("zarr.json").exists());
    /// # Ok::<(), array::ArrayError>(())
    /// ```
    #[track_caller]
    pub fn write_zarr(&self, path: impl AsRef<Path>) -> Result<(), ArrayError> {
        let path = path.as_ref();
        let failed =
            |text: String| ArrayError::new(format!("write_zarr: {}: {text}", path.display()));
        let sizes = self
            .even_sizes()
            .ok_or_else(|| failed("chunks have different sizes".into()))?;
        let shape: Vec<u64> = self.shape().iter().map(|&length| length as u64).collect();
        let io = |error: std::io::Error| failed(error.to_string());
        if !is_replaceable(path).map_err(io)? {
            return Err(failed("there is something that is no array of zarr".into()));
        }
        let staged = Staged::new(path).map_err(io)?;
        let store =
            FilesystemStore::new(staged.path()).map_err(|error| failed(error.to_string()))?;
        let store = ArrayBuilder::new(shape, sizes, A::data_type(), A::fill_value())
            .build(Arc::new(store), "/")
            .map_err(|error| failed(error.to_string()))?;
        store
            .store_metadata()
            .map_err(|error| failed(error.to_string()))?;
        let store = Arc::new(store);
        let mut tasks = Vec::with_capacity(self.grid().chunk_count());
        for region in self.grid().regions() {
            let store = Arc::clone(&store);
            let subset = ArraySubset::new_with_ranges(&ranges(&region));
            let name = name!("write_zarr");
            tasks.push(chunk_task(
                name,
                &self.tree,
                &region,
                move |plan, inputs| {
                    let chunk = plan.into_array(inputs).into_raw_vec_and_offset().0;
                    let done = store.store_array_subset_elements(&subset, &chunk);
                    done.map_err(|error| error.to_string())
                },
            ));
        }
        for done in crate::try_compute(tasks) {
            done.map_err(|error| failed(error.to_string()))?
                .map_err(&failed)?;
        }
        staged.put().map_err(io)
    }

    /// The size of the chunks along each axis, where they are the same but for the last one.
    fn even_sizes(&self) -> Option<Vec<u64>> {
        let size = |axis| {
            let sizes = self.grid().sizes(axis);
            let Some((last, others)) = sizes.split_last() else {
                return Some(1);
            };
            let size = *others.first().unwrap_or(last);
            let is_even = others.iter().all(|other| *other == size) && *last <= size;
            is_even.then_some(size as u64)
        };
        (0..self.ndim()).map(size).collect()
    }
}

/// Is there nothing, an empty folder, or an array of zarr?
fn is_replaceable(path: &Path) -> std::io::Result<bool> {
    if !path.try_exists()? {
        return Ok(true);
    }
    if let Ok(store) = FilesystemStore::new(path)
        && Store::open(Arc::new(store), "/").is_ok()
    {
        return Ok(true);
    }
    Ok(path.is_dir() && std::fs::read_dir(path)?.next().is_none())
}
