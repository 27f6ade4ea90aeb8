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
    assert_eq!(panic_of(|| x.lt(&y)), format!("zip_with: {both}"));
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
    assert_eq!(x.chunks(Auto(1)).grid().chunk_count(), 24);
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
        error.to_string().contains("the shape of chunk [1]"),
        "{error}"
    );
}

#[test]
fn a_panic_in_a_function_is_the_error_of_that_chunk_and_the_pool_goes_on() {
    let x = array::arange(0, 100).chunks(10).map(|x| 100 / (50 - x));
    let error = x.sum().try_compute().unwrap_err();
    assert!(error.to_string().contains("divide by zero"), "{error}");
    assert!(x.try_compute().is_err());
    assert_eq!(array::arange(0, 100).sum().compute(), 4950);
}
