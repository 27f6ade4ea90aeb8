//! Files of `NumPy`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ndarray::{ArrayD, Axis, Dimension, Slice};
use npyz::{AutoSerialize, Deserialize, NpyFile, NpyHeader, Order, TypeWrite, WriterBuilder};

use super::Array;
use super::affine::Region;
use super::compute::{chunk_task, name};
use super::element::Element;
use super::error::{ArrayError, Shape};
use super::filed::{Filed, Reader, Stamp};
use super::grid::Grid;
use super::staged::Staged;

/// An array in a file of `NumPy` (`.npy`), which is read chunk by chunk when it is computed.
///
/// Each task reads what it needs, and nothing is kept, so the file may be larger than the memory; an array from
/// [`persist`](Array::persist) reads once for several results.
///
/// # Errors
/// The file cannot be opened, is not whole, or has another type of elements or number of axes. If it changes until it is
/// computed, that is an error of kind [`Failed`](crate::ErrorKind::Failed), which names the file and the chunk.
///
/// # Examples
/// ```
/// use tembel::array::{self, Array1};
///
/// let path = std::env::temp_dir().join("tembel-from-npy.npy");
/// array::arange(0.0, 5.0).write_npy(&path)?;
/// let x: Array1<'_, f64> = array::from_npy(&path)?;
/// assert_eq!(x.sum().compute(), 10.0);
/// # Ok::<(), array::ArrayError>(())
/// ```
#[track_caller]
pub fn from_npy<'a, A: Element + Deserialize, D: Dimension>(
    path: impl AsRef<Path>,
) -> Result<Array<'a, A, D>, ArrayError> {
    let path = path.as_ref();
    let failed = |text: String| ArrayError::new(format!("from_npy: {}: {text}", path.display()));
    let stamp = Stamp::of(path).map_err(|error| failed(error.to_string()))?;
    let (header, begin) = check::<A>(path).map_err(&failed)?;
    let mut shape = Vec::new();
    for &length in header.shape() {
        shape.push(usize::try_from(length).map_err(|_| failed("too large".into()))?);
    }
    if D::NDIM.is_some_and(|axes| axes != shape.len()) {
        return Err(failed(format!(
            "shape {} has another number of axes",
            Shape(&shape)
        )));
    }
    let is_turned = header.order() == Order::Fortran;
    if is_turned {
        shape.reverse();
    }
    let grid = Grid::default_for(&shape, size_of::<A>());
    let reader = Npy {
        path: path.to_owned(),
        header,
        begin,
        shape,
    };
    let whole = Filed::new(grid.clone(), reader, path, stamp, "from_npy");
    let array = Array::new(Arc::new(whole), grid);
    Ok(if is_turned { array.t() } else { array })
}

/// The header, and where in the file the elements begin.
fn check<A: Deserialize>(path: &Path) -> Result<(NpyHeader, u64), String> {
    let text = |error: std::io::Error| error.to_string();
    let mut file = File::open(path).map_err(text)?;
    let size = file.metadata().map_err(text)?.len();
    let header = NpyHeader::from_reader(&mut file).map_err(text)?;
    let begin = file.stream_position().map_err(text)?;
    A::reader(&header.dtype()).map_err(|error| error.to_string())?;
    let bytes = header.dtype().num_bytes().unwrap_or(0) as u64;
    let elements = header
        .shape()
        .iter()
        .try_fold(bytes, |all, length| all.checked_mul(*length));
    match elements.and_then(|elements| elements.checked_add(begin)) {
        Some(whole) if whole == size => Ok((header, begin)),
        Some(whole) => Err(format!("it has {size} bytes in place of {whole}")),
        None => Err("its shape is too large".into()),
    }
}

/// Reads rows.
struct Npy {
    path: PathBuf,
    header: NpyHeader,
    begin: u64,
    shape: Vec<usize>,
}

impl<A: Element + Deserialize> Reader<A> for Npy {
    fn read(&self, region: &Region) -> Result<ArrayD<A>, String> {
        // From the first axis of more than one index on, whole rows: they are one piece of the file.
        let first = region.iter().position(|range| range.len() > 1);
        let first = first.unwrap_or(region.len().saturating_sub(1));
        let mut rows = region.clone();
        for (range, length) in rows.iter_mut().zip(&self.shape).skip(first + 1) {
            *range = 0..*length;
        }
        let mut array = self.read_rows(&rows).map_err(|error| error.to_string())?;
        for (axis, range) in region.iter().enumerate().skip(first + 1) {
            array.slice_axis_inplace(Axis(axis), Slice::from(range.clone()));
        }
        Ok(array)
    }
}

impl Npy {
    fn read_rows<A: Element + Deserialize>(&self, rows: &Region) -> std::io::Result<ArrayD<A>> {
        let mut file = File::open(&self.path)?;
        let bytes = self.header.dtype().num_bytes().unwrap_or(0) as u64;
        let begin = self.begin + bytes * first_of(rows, &self.shape);
        file.seek(SeekFrom::Start(begin))?;
        let own: Vec<usize> = rows.iter().map(ExactSizeIterator::len).collect();
        let count: usize = own.iter().product();
        let file = BufReader::new(file.take(bytes * count as u64));
        let values = NpyFile::with_header(self.header.clone(), file).data::<A>();
        let values = values.map_err(std::io::Error::other)?.take(count);
        let values = values.collect::<Result<Vec<A>, _>>()?;
        ArrayD::from_shape_vec(own, values).map_err(std::io::Error::other)
    }
}

/// The place in row-major order where a chunk of whole rows begins.
fn first_of(region: &Region, shape: &[usize]) -> u64 {
    let axes = region.iter().zip(shape);
    axes.fold(0, |at, (range, len)| at * len + range.start) as u64
}

impl<A: Element + AutoSerialize, D: Dimension> Array<'_, A, D> {
    /// Computes the array into a file of `NumPy` (`.npy`), chunk by chunk: it is never in memory as a whole.
    ///
    /// It is written beside a file that is there, and takes its place when it is whole. So an array may be written to where it
    /// comes from; what was opened before that cannot be read any more.
    ///
    /// # Errors
    /// The file cannot be written, or a task that the array needs failed. What was there stays.
    ///
    /// # Examples
    /// ```
    /// use tembel::array;
    ///
    /// let path = std::env::temp_dir().join("tembel-write-npy.npy");
    /// array::eye::<f64>(3).write_npy(&path)?;
    /// assert_eq!(std::fs::read(path).unwrap()[1..6], *b"NUMPY");
    /// # Ok::<(), array::ArrayError>(())
    /// ```
    #[track_caller]
    pub fn write_npy(&self, path: impl AsRef<Path>) -> Result<(), ArrayError> {
        let path = path.as_ref();
        let failed =
            |text: String| ArrayError::new(format!("write_npy: {}: {text}", path.display()));
        let io = |error: std::io::Error| failed(error.to_string());
        if path.is_dir() {
            return Err(failed("it is a folder".into()));
        }
        let staged = Staged::new(path).map_err(io)?;
        let begin = begin::<A>(staged.path(), self.shape()).map_err(io)?;
        let grid = Grid::default_for(self.shape(), size_of::<A>());
        let mut tasks = Vec::with_capacity(grid.chunk_count());
        for region in grid.regions() {
            let first = first_of(&region, self.shape());
            let path = staged.path().to_owned();
            let name = name!("write_npy");
            tasks.push(chunk_task(
                name,
                &self.tree,
                &region,
                move |plan, inputs| write(&path, begin, first, &plan.into_array(inputs)),
            ));
        }
        for done in crate::try_compute(tasks) {
            let done = done.map_err(|error| failed(error.to_string()))?;
            done.map_err(io)?;
        }
        staged.put().map_err(io)
    }
}

/// Writes the header, and says where the elements begin.
fn begin<A: AutoSerialize>(path: &Path, shape: &[usize]) -> std::io::Result<u64> {
    let mut file = File::create(path)?;
    let shape: Vec<u64> = shape.iter().map(|&length| length as u64).collect();
    let options = npyz::WriteOptions::<A>::new().default_dtype();
    // Dropped at once: chunks are written by their tasks.
    drop(options.shape(&shape).writer(&mut file).begin_nd()?);
    file.stream_position()
}

fn write<A: Element + AutoSerialize>(
    path: &Path,
    begin: u64,
    first: u64,
    chunk: &ArrayD<A>,
) -> std::io::Result<()> {
    let dtype = A::default_dtype();
    let bytes = dtype.num_bytes().unwrap_or(0) as u64;
    let mut file = File::options().write(true).open(path)?;
    file.seek(SeekFrom::Start(begin + bytes * first))?;
    let mut file = BufWriter::with_capacity(1 << 16, file);
    let writer = A::writer(&dtype).map_err(std::io::Error::other)?;
    for value in chunk {
        writer.write_one(&mut file, value)?;
    }
    file.flush()
}
