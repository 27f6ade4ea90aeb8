//! Files, also those that the Python packages numpy and zarr have written.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tembel::ErrorKind;
use tembel::array::ndarray::{Array2, Axis, IxDyn, SliceInfo, SliceInfoElem};
use tembel::array::{self, Array1, Array2 as Lazy, ArrayD, ArrayError, from_npy, from_zarr};

use super::plain::{Data, assert_elements, chunks_of, leaf, shape};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/arrays")
        .join(name)
}

/// A path in a folder of this process.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tembel-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join(name)
}

/// What the fixtures hold.
fn numbers() -> Array2<f64> {
    Array2::from_shape_fn((5, 7), |(i, j)| {
        f64::from(u8::try_from(10 * i + j).expect("small"))
    })
}

fn text<T>(result: Result<T, ArrayError>) -> String {
    result
        .err()
        .map_or_else(String::new, |error| error.to_string())
}

#[test]
fn files_of_numpy_are_read() -> Result<(), ArrayError> {
    for name in ["f64.npy", "f64_header2.npy", "f64_header3.npy"] {
        let x: Lazy<'_, f64> = from_npy(fixture(name))?;
        assert_elements(&x, &numbers());
    }
    let x: Lazy<'_, f64> = from_npy(fixture("f64.npy"))?;
    assert_elements(
        &(x.chunks((2, 3)).t() + 1.0),
        &(numbers().t().to_owned() + 1.0),
    );
    let turned: Lazy<'_, f32> = from_npy(fixture("f32_fortran.npy"))?;
    assert_elements(&turned.map(f64::from), &numbers());
    let big: Lazy<'_, i64> = from_npy(fixture("i64_big_endian.npy"))?;
    assert_elements(&big.cast::<f64>(), &numbers());
    let odd: Lazy<'_, bool> = from_npy(fixture("bool.npy"))?;
    assert_elements(&odd, &numbers().mapv(|x| x % 2.0 > 0.5));
    Ok(())
}

#[test]
fn stores_of_zarr_are_read() -> Result<(), ArrayError> {
    for name in ["v3_zstd.zarr", "v3_plain.zarr", "v2_plain.zarr"] {
        let x: Lazy<'_, f64> = from_zarr(fixture(name))?;
        assert_eq!(
            (x.grid().sizes(0), x.grid().sizes(1)),
            (vec![2, 2, 1], vec![3, 3, 1]),
            "{name}"
        );
        assert_elements(&x, &numbers());
        assert_elements(
            &x.rechunk(4).sum_axis(0),
            &numbers().sum_axis(array::ndarray::Axis(0)),
        );
    }
    Ok(())
}

#[test]
fn chunks_of_zarr_that_are_not_there_hold_the_fill_value() -> Result<(), ArrayError> {
    let mut expected = numbers();
    expected.slice_mut(array::s![2.., ..]).fill(7.0);
    for name in [
        "v2_fill_zstd_turned.zarr",
        "v2_fill_blosc.zarr",
        "v3_fill_shards.zarr",
    ] {
        let x: Lazy<'_, f64> = from_zarr(fixture(name))?;
        assert_elements(&x, &expected);
        let part = array::s![1..;2, ..;-3];
        assert_elements(&x.slice(part), &expected.slice(part).to_owned());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(shape in shape(), leaf in leaf(), cuts in any::<u64>(), salt in any::<u64>()) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let path = scratch(&format!("{salt}.npy"));
        x.write_npy(&path).expect("a file");
        let again: ArrayD<'_, f64> = from_npy(&path).expect("the file");
        assert_elements(&again.rechunk(chunks_of(&shape, cuts ^ 7)), &data.plain);
        // A part twice, backwards and in steps, the other way round, broadcast.
        let turned = again.rechunk(chunks_of(&shape, cuts ^ 5)).t();
        assert_elements(&(&turned + &turned), &(2.0 * &data.plain.t()));
        let every = vec![SliceInfoElem::Slice { start: 0, end: None, step: -2 }; shape.len()];
        let info: SliceInfo<_, IxDyn, IxDyn> = every.clone().try_into().expect("any dimension");
        let part = data.plain.slice(&every[..]);
        assert_elements(&again.slice(&info), &part.to_owned());
        if let Some(last) = shape.len().checked_sub(1) {
            let sums = data.plain.sum_axis(Axis(last));
            assert_elements(&again.sum_axis(last), &sums);
            if shape[last] > 0 {
                let first = again.index_axis(last, shape[last] - 1);
                let all = again.t() - first.t();
                let expected = &data.plain.t() - &data.plain.index_axis(Axis(last), shape[last] - 1).t();
                assert_elements(&all, &expected);
            }
        }
        std::fs::remove_file(&path).expect("the file");
        let path = scratch(&format!("{salt}.zarr"));
        let x = x.map(|x| x > 0.0).chunks(vec![3; shape.len()]);
        x.write_zarr(&path).expect("a store");
        let again: ArrayD<'_, bool> = from_zarr(&path).expect("the store");
        prop_assert_eq!(again.grid(), x.grid());
        let plain = data.plain.mapv(|x| x > 0.0);
        assert_elements(&again, &plain);
        assert_elements(&again.rechunk(chunks_of(&shape, cuts ^ 3)).t(), &plain.t().to_owned());
        std::fs::remove_dir_all(&path).expect("the store");
    }
}

#[test]
fn a_file_that_does_not_fit_is_an_error_when_the_expression_is_built() {
    let path = fixture("f64.npy");
    let wrong_axes = text(from_npy::<f64, array::ndarray::Ix1>(&path));
    assert!(
        wrong_axes.ends_with("f64.npy: shape (5, 7) has another number of axes"),
        "{wrong_axes}"
    );
    assert!(text(from_npy::<i32, IxDyn>(&path)).starts_with("from_npy: "));
    assert!(text(from_npy::<f64, IxDyn>(scratch("none.npy"))).contains("none.npy"));
    assert!(
        text(from_zarr::<f32, IxDyn>(fixture("v3_plain.zarr")))
            .ends_with("its elements are float64, not float32")
    );
    assert!(text(from_zarr::<f64, IxDyn>(scratch("none.zarr"))).contains("none.zarr"));
    let group = text(from_zarr::<f64, IxDyn>(fixture("group.zarr")));
    assert!(
        group.starts_with("from_zarr: ") && group.contains("group.zarr"),
        "{group}"
    );
    for name in ["fields.npy", "complex.npy"] {
        let error = text(from_npy::<f64, IxDyn>(fixture(name)));
        assert!(
            error.starts_with("from_npy: ") && error.contains(name),
            "{error}"
        );
    }

    let whole = std::fs::read(&path).expect("the fixture");
    let short = scratch("short.npy");
    std::fs::write(&short, &whole[..whole.len() - 8]).expect("a file");
    let error = text(from_npy::<f64, IxDyn>(&short));
    let (got, expected) = (whole.len() - 8, whole.len());
    assert!(
        error.ends_with(&format!(
            "short.npy: it has {got} bytes in place of {expected}"
        )),
        "{error}"
    );
    std::fs::write(&short, &whole[..20]).expect("a file");
    assert!(text(from_npy::<f64, IxDyn>(&short)).contains("short.npy"));
}

#[test]
fn a_damaged_chunk_fails_the_run_with_file_and_chunk() -> Result<(), Box<dyn std::error::Error>> {
    let path = scratch("damaged.zarr");
    array::arange(0.0, 10.0).chunks(4).write_zarr(&path)?;
    std::fs::write(path.join("c/1"), b"short")?;
    let x: Array1<'_, f64> = from_zarr(&path)?;
    let (error, line) = (x.sum().try_compute().unwrap_err(), line!() - 1);
    assert_eq!(
        (error.kind(), error.task(), error.location().line()),
        (ErrorKind::Failed, "from_zarr", line)
    );
    let start = format!("chunk [1] of {}: ", path.display());
    assert!(error.message().starts_with(&start), "{error}");
    let source = std::error::Error::source(&error).expect("a source");
    assert!(source.downcast_ref::<ArrayError>().is_some());
    assert_elements(&x.slice(array::s![..4]), &array::arange(0.0, 4.0).compute());

    let path = scratch("damaged.npy");
    array::arange(0.0, 10.0).write_npy(&path)?;
    let x: Array1<'_, f64> = from_npy(&path)?;
    std::fs::write(&path, b"gone")?;
    let error = x.try_compute().unwrap_err();
    assert_eq!(
        (error.kind(), error.task()),
        (ErrorKind::Failed, "from_npy")
    );
    let start = format!("chunk [0] of {}: ", path.display());
    assert!(error.message().starts_with(&start), "{error}");
    Ok(())
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let x = array::zeros::<f64, _>(4).chunks([vec![1, 3]]);
    let error = text(x.write_zarr(scratch("uneven.zarr")));
    assert!(
        error.ends_with("uneven.zarr: chunks have different sizes"),
        "{error}"
    );
    let nowhere = scratch("no/such/folder.npy");
    assert!(text(x.write_npy(&nowhere)).contains("folder.npy"));
    let panics = array::arange(0, 3).map(|x| 1 / x);
    assert!(text(panics.write_npy(scratch("half.npy"))).contains("divide by zero"));
}

/// What was opened is not there any more.
fn assert_changed(x: &Array1<'_, f64>) {
    let error = x.sum().try_compute().unwrap_err();
    assert!(
        error
            .message()
            .ends_with("it has changed since it was opened"),
        "{error}"
    );
}

#[test]
fn an_array_may_be_written_to_where_it_comes_from() -> Result<(), ArrayError> {
    let expected = array::arange(0.0, 10.0).compute().mapv(|x| 2.0 * (9.0 - x));
    let path = scratch("again.npy");
    array::arange(0.0, 10.0).write_npy(&path)?;
    let x: Array1<'_, f64> = from_npy(&path)?;
    (x.slice(array::s![..;-1]) * 2.0).write_npy(&path)?;
    assert_elements(&from_npy(&path)?, &expected);
    assert_changed(&x);

    let path = scratch("again.zarr");
    array::arange(0.0, 10.0).chunks(4).write_zarr(&path)?;
    let x: Array1<'_, f64> = from_zarr(&path)?;
    let other = (x.slice(array::s![..;-1]) * 2.0).chunks(3);
    other.write_zarr(&path)?;
    let again: Array1<'_, f64> = from_zarr(&path)?;
    assert_eq!(again.grid().sizes(0), [3, 3, 3, 1]);
    assert_elements(&again, &expected);
    assert_changed(&x);
    Ok(())
}

#[test]
fn what_was_there_stays_when_it_cannot_be_replaced() -> Result<(), Box<dyn std::error::Error>> {
    let folder = scratch("kept");
    std::fs::create_dir_all(&folder)?;
    let (file, store) = (folder.join("x.npy"), folder.join("x.zarr"));
    let x = array::arange(0, 6).chunks(2);
    x.write_npy(&file)?;
    x.write_zarr(&store)?;
    let panics = x.map(|x| 1 / (x - 4));
    assert!(text(panics.write_npy(&file)).contains("divide by zero"));
    assert!(text(panics.write_zarr(&store)).contains("divide by zero"));
    let plain = x.clone().compute();
    assert_elements(&from_npy(&file)?, &plain);
    assert_elements(&from_zarr(&store)?, &plain);
    // Nothing else is left, and nothing else is replaced.
    assert_eq!(std::fs::read_dir(&folder)?.count(), 2);
    let error = text(x.write_zarr(&folder));
    assert!(
        error.ends_with("kept: there is something that is no array of zarr"),
        "{error}"
    );
    assert_eq!(
        text(x.write_npy(&folder)),
        format!("write_npy: {}: it is a folder", folder.display())
    );
    assert!(text(x.write_npy(&store)).ends_with("it is a folder"));
    assert!(text(x.write_zarr(&file)).starts_with("write_zarr: "));
    assert_elements(&from_zarr(&store)?, &plain);
    assert_elements(&from_npy(&file)?, &plain);
    assert_eq!(std::fs::read_dir(&folder)?.count(), 2);
    Ok(())
}

#[test]
fn a_file_is_read_again_for_each_result_and_once_where_it_is_persisted() -> Result<(), ArrayError> {
    let path = scratch("twice.zarr");
    array::arange(0, 10).chunks(4).write_zarr(&path)?;
    let x: Array1<'_, i32> = from_zarr(&path)?;
    assert_eq!((&x * &x).task_count(), 3);
    let kept = x.persist();
    assert_eq!(kept.sum().compute(), 45);
    std::fs::remove_dir_all(&path).expect("the store");
    assert_eq!(tembel::compute((kept.min(), kept.max())), (0, 9));
    let error = x.sum().try_compute().unwrap_err();
    assert_eq!(
        (error.kind(), error.task()),
        (ErrorKind::Failed, "from_zarr")
    );
    Ok(())
}
