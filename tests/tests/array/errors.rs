//! What is wrong is said when the expression is built, with both shapes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tembel::array::ndarray::{Array1, Ix1};
use tembel::array::{self, Array, Auto, concatenate, random, s, select, stack, zeros};
use tembel::{Delayed, ErrorKind};

/// The text of the panic.
fn panic_of<T>(work: impl FnOnce() -> T) -> String {
    let Err(payload) = catch_unwind(AssertUnwindSafe(work)) else {
        panic!("it does not panic");
    };
    *payload.downcast::<String>().expect("a text")
}

#[test]
fn shapes_that_do_not_fit_are_both_named() {
    let (x, y) = (zeros::<f64, _>((2, 3)), zeros::<f64, _>((4, 3)));
    let both = "shapes (2, 3) and (4, 3) do not fit";
    assert_eq!(panic_of(|| &x + &y), format!("add: {both}"));
    assert_eq!(panic_of(|| &x % &y), format!("remainder: {both}"));
    assert_eq!(panic_of(|| x.lt(&y)), format!("lt: {both}"));
    assert_eq!(panic_of(|| x.dot(&y)), format!("dot: {both}"));
    assert_eq!(
        panic_of(|| x.broadcast_to((4, 3))),
        format!("broadcast_to: {both}")
    );
    assert_eq!(
        panic_of(|| select(&x.gt(0.0), &y, &y)),
        format!("select: {both}")
    );
    assert_eq!(
        panic_of(|| concatenate(1, &[x.clone(), y.clone()])),
        format!("concatenate: {both}")
    );
    assert_eq!(
        panic_of(|| stack(0, &[x.clone(), y.clone()])),
        format!("stack: {both}")
    );
    assert_eq!(
        panic_of(|| x.reshape((2, 4))),
        "reshape: an array of shape (2, 3) has 6 elements, and shape (2, 4) has 8"
    );
}

#[test]
fn an_axis_that_is_not_there_is_named() {
    let x = zeros::<f64, _>((2, 3));
    assert_eq!(
        panic_of(|| x.sum_axis(2)),
        "sum_axis: there is no axis 2 in shape (2, 3)"
    );
    assert_eq!(
        panic_of(|| x.mean_axis(2)),
        "mean_axis: there is no axis 2 in shape (2, 3)"
    );
    assert_eq!(
        panic_of(|| x.argmin_axis(5)),
        "argmin_axis: there is no axis 5 in shape (2, 3)"
    );
    assert_eq!(
        panic_of(|| x.index_axis(2, 0)),
        "index_axis: there is no axis 2 in shape (2, 3)"
    );
    assert_eq!(
        panic_of(|| x.index_axis(1, 3)),
        "index_axis: index 3 is beyond axis 1 of shape (2, 3)"
    );
    assert_eq!(
        panic_of(|| concatenate(2, std::slice::from_ref(&x))),
        "concatenate: there is no axis 2 in shape (2, 3)"
    );
    assert_eq!(
        panic_of(|| x.permuted_axes([0, 0])),
        "permuted_axes: [0, 0] does not have each axis of shape (2, 3) once"
    );
}

#[test]
fn chunks_have_to_fit_the_shape() {
    let x = zeros::<f64, _>((4, 6));
    let error =
        |chunks: Result<_, array::ArrayError>| chunks.expect_err("wrong chunks").to_string();
    assert_eq!(
        error(x.clone().try_chunks(0)),
        "chunks: size zero for shape (4, 6)"
    );
    assert_eq!(
        error(x.clone().try_chunks((2, 0))),
        "chunks: a size is zero in (2, 0) for shape (4, 6)"
    );
    assert_eq!(
        error(x.clone().try_chunks((2,))),
        "chunks: 1 sizes (2,) for 2 axes of shape (4, 6)"
    );
    assert_eq!(
        error(x.clone().try_chunks([vec![2, 2], vec![3, 2]])),
        "chunks: sizes [[2, 2], [3, 2]] do not add up to shape (4, 6), or one of them is zero"
    );
    assert_eq!(
        error(x.clone().try_chunks(Auto(0))),
        "chunks: size zero for shape (4, 6)"
    );
    assert_eq!(
        error(x.clone().try_chunks([vec![usize::MAX, 5], vec![6]])),
        "chunks: sizes [[18446744073709551615, 5], [6]] do not add up to shape (4, 6), or one of them is zero"
    );
    let wide = zeros::<f64, _>((1 << 20, 1 << 20));
    assert_eq!(
        error(wide.try_chunks(8)),
        "chunks: too many of sizes (8, 8) in shape (1048576, 1048576)"
    );
    assert_eq!(x.rechunk(Auto(usize::MAX)).grid().chunk_count(), 1);
    assert_eq!(x.rechunk(usize::MAX).grid().chunk_count(), 1);
    assert_eq!(x.chunks(Auto(1)).grid().chunk_count(), 24);
}

#[test]
fn a_shape_of_more_elements_than_can_be_counted_is_an_error() {
    let far = 1 << 40;
    let text = format!("too many elements in shape ({far}, {far})");
    assert_eq!(
        panic_of(|| zeros::<u8, _>((far, far))),
        format!("array: {text}")
    );
    let row = zeros::<u8, _>((1, far));
    assert_eq!(panic_of(|| &row + &row.t()), format!("add: {text}"));
    assert_eq!(
        panic_of(|| row.broadcast_to((far, far))),
        format!("broadcast_to: {text}")
    );
    let error = zeros::<u8, _>(0).try_reshape((0, far, far)).unwrap_err();
    assert!(
        error.to_string().starts_with("reshape: too many"),
        "{error}"
    );
    let long = zeros::<u8, _>(1 << 62);
    assert_eq!(
        panic_of(|| concatenate(0, &[long.clone(), long.clone()])),
        format!("concatenate: too many elements in shape ({},)", 1_u64 << 63)
    );
    assert_eq!(long.slice(s![-3..]).compute().to_vec(), [0; 3]);
}

#[test]
fn a_slice_out_of_range_is_an_error() {
    let x = zeros::<f64, _>((4, 6));
    assert_eq!(
        panic_of(|| x.slice(s![4, ..])),
        "slice: index 4 is beyond axis 0 of shape (4, 6)"
    );
    assert_eq!(
        panic_of(|| x.slice(s![-5, ..])),
        "slice: index -5 is beyond axis 0 of shape (4, 6)"
    );
    assert_eq!(
        panic_of(|| x.slice(s![.., 2..7])),
        "slice: 2..7 is beyond axis 1 of shape (4, 6)"
    );
    assert_eq!(x.slice(s![.., 5..5]).shape(), [4, 0]);
}

#[test]
fn nothing_has_no_smallest_element() {
    let x = zeros::<f64, _>((0, 3));
    assert_eq!(
        panic_of(|| x.min()),
        "min: an array of shape (0, 3) has no elements to choose from"
    );
    assert_eq!(
        panic_of(|| x.argmax_axis(0)),
        "argmax_axis: an array of shape (0, 3) has no elements to choose from"
    );
    assert_eq!(x.max_axis(1).compute().len(), 0);
}

#[test]
fn other_mistakes_are_said_too() {
    assert_eq!(
        panic_of(|| random::integers(3, 5, 5, 0)),
        "integers: there is none from 5 up to 5"
    );
    assert_eq!(
        panic_of(|| random::uniform(3, 2.0, 1.0, 0)),
        "uniform: there is no finite range from 2.0 up to 1.0"
    );
    assert_eq!(
        panic_of(|| random::normal(3, 0.0, -1.0, 0)),
        "normal: a standard deviation of -1.0"
    );
    assert_eq!(
        panic_of(|| array::arange(0, 3).histogram(3, f64::NEG_INFINITY, 0.0)),
        "histogram: 3 bins from -inf to 0.0, which have to be bins of a finite width"
    );
    assert_eq!(
        panic_of(|| array::arange(0.0, f64::NAN)),
        "arange: numbers from 0 up to NaN"
    );
    let none: [Array<'_, f64, Ix1>; 0] = [];
    assert_eq!(panic_of(|| concatenate(0, &none)), "concatenate: no arrays");
    let chunk = || Delayed::new(|| Array1::<f64>::zeros(2));
    assert_eq!(
        panic_of(|| array::from_delayed(vec![chunk()], [vec![2, 2]])),
        "from_delayed: sizes [[2, 2]] are for 2 chunks, not 1"
    );
}

#[test]
fn a_chunk_of_another_shape_than_announced_is_an_error_of_its_task() {
    let chunk = |len| Delayed::new(move || Array1::<f64>::zeros(len));
    let x = array::from_delayed(vec![chunk(2), chunk(3)], [vec![2, 2]]);
    let error = (x + 1.0).try_compute().unwrap_err();
    assert_eq!(
        (error.kind(), error.task()),
        (ErrorKind::Panicked, "from_delayed")
    );
    assert!(
        error
            .to_string()
            .contains("from_delayed: chunk [1] came with shape (3,) in place of (2,)"),
        "{error}"
    );
    let x = array::arange(0, 30).chunks(10);
    let short = |x: Array1<i32>| Array1::<i32>::zeros(if x[0] < 10 { x.len() } else { 3 });
    let error = x.map_chunks(short).try_compute().unwrap_err();
    let text = "map_chunks: chunk [1] came with shape (3,) in place of (10,)";
    assert!(error.to_string().contains(text), "{error}");
    let around = x.map_overlap([1], array::Boundary::Nearest, short);
    let error = around.sum().try_compute().unwrap_err();
    let text = "map_overlap: chunk [2] came with shape (3,) in place of (12,) (in the chunk of elements [20..30])";
    assert!(error.to_string().contains(text), "{error}");
}

#[test]
fn a_panic_is_reported_with_the_call_and_the_elements_where_it_happened() {
    let x = array::arange(0, 100).chunks(10).map(|x| 100 / (50 - x));
    for executor in super::plain::workers() {
        let sum = x.sum();
        let line = line!() - 1;
        let error = executor.try_compute(sum).unwrap_err();
        assert_eq!((error.task(), error.location().line()), ("sum", line));
        assert_eq!(
            error.message(),
            "attempt to divide by zero (in the chunk of elements [50..60])"
        );
        let (error, line) = (x.clone().try_compute_on(&executor).unwrap_err(), line!());
        assert_eq!((error.task(), error.location().line()), ("chunk", line));
        assert_eq!(error.location().file(), file!());
    }
    let payload = catch_unwind(AssertUnwindSafe(|| x.compute())).unwrap_err();
    assert_eq!(payload.downcast_ref(), Some(&"attempt to divide by zero"));
}

#[test]
fn a_cancelled_computation_says_so_and_gives_no_part() {
    for threads in [1, 2, 8] {
        let token = tembel::CancelToken::new();
        let builder = tembel::Executor::builder().threads(threads);
        let executor = builder
            .cancel_token(token.clone())
            .build()
            .expect("threads");
        let x = array::arange(0, 1000).chunks(10).map(|x| {
            if x == 500 {
                token.cancel();
            }
            x
        });
        let error = x.clone().try_compute_on(&executor).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled);
        let error = executor.try_compute(x.sum()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled);
        assert_eq!(x.sum().compute(), 499_500);
    }
}

#[test]
fn a_panic_in_a_function_is_the_error_of_that_chunk_and_the_pool_goes_on() {
    let x = array::arange(0, 100).chunks(10).map(|x| 100 / (50 - x));
    let error = x.sum().try_compute().unwrap_err();
    assert!(error.to_string().contains("divide by zero"), "{error}");
    assert!(x.try_compute().is_err());
    assert_eq!(array::arange(0, 100).sum().compute(), 4950);
}
