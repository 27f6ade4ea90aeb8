//! How many tasks an expression has, how it is shown, when it is evaluated.

use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::array::{self, Array2, s};
use tembel::{Kind, compute};

#[test]
fn an_array_shows_shape_type_chunks_and_tasks() {
    let x = array::zeros::<f64, _>((10_000, 10_000)).chunks((1000, 1000));
    assert_eq!(
        x.to_string(),
        "array (10000, 10000) of f64, 763 MiB, 10 × 10 chunks of at most 1000 × 1000, 100 tasks"
    );
    let small = array::arange(0, 3) + 1;
    assert_eq!(
        small.to_string(),
        "array (3,) of i32, 12 B, 1 chunk, 1 task"
    );
    assert_eq!(format!("{small:?}"), "Array((3,) of i32, 1 chunk)");
}

#[test]
fn a_chain_is_one_task_for_each_chunk() {
    let x = array::zeros::<f64, _>((100, 100)).chunks((50, 50));
    let y = ((&x + 1.0) * 2.0 - &x).t().slice(s![..50, ..]).sqrt();
    assert_eq!(y.task_count(), 2);
    let graph = x.mean().graph();
    assert_eq!(graph.as_petgraph().node_count(), 5);
    assert!(
        graph
            .as_petgraph()
            .node_weights()
            .all(|task| task.kind() == Kind::Chunk && task.name() == "mean")
    );
}

#[test]
fn nothing_is_evaluated_before_it_is_asked_for_and_nothing_that_a_slice_leaves_out() {
    let count = AtomicUsize::new(0);
    let x = array::from_fn((10, 10), |(i, j)| {
        count.fetch_add(1, Ordering::Relaxed);
        i + j
    });
    let part = x.slice(s![2..4, 3..6]);
    let sum = part.sum();
    assert_eq!(count.load(Ordering::Relaxed), 0);
    assert_eq!(sum.compute(), 39);
    assert_eq!(count.load(Ordering::Relaxed), 6);
}

#[test]
fn a_persisted_chunk_is_evaluated_once_for_all_who_use_it() {
    let count = AtomicUsize::new(0);
    let x = array::arange(0, 100).chunks(30).map(|x| {
        count.fetch_add(1, Ordering::Relaxed);
        x
    });
    let x = x.persist();
    assert_eq!(
        compute((x.min(), x.max(), (&x + &x.slice(s![..;-1])).sum())),
        (0, 99, 9900)
    );
    assert_eq!(x.sum().compute(), 4950);
    assert_eq!(count.load(Ordering::Relaxed), 100);
}

#[test]
fn borrowed_data_need_not_be_static_and_arrays_are_covariant() {
    fn shorter<'l: 's, 's>(
        x: Array2<'l, f64>,
        data: &'s array::ndarray::Array2<f64>,
    ) -> Array2<'s, f64> {
        x + array::from_ndarray(data)
    }
    let data = array::ndarray::Array2::<f64>::ones((3, 3));
    let x = array::from_ndarray(&data);
    let sum = {
        let local = array::ndarray::Array2::<f64>::ones((3, 3));
        shorter(x.clone(), &local).sum().compute()
    };
    assert_eq!((sum, x.sum().compute()), (18.0, 9.0));
}

#[test]
fn an_array_can_be_built_and_computed_inside_of_a_task() {
    let inner = tembel::Delayed::new(|| array::arange(0, 1000).chunks(10).sum().compute());
    assert_eq!(inner.compute(), 499_500);
    let outer = tembel::Delayed::new(|| 7).and_then(|n| array::full(10, n).sum());
    assert_eq!(outer.compute(), 70);
}
