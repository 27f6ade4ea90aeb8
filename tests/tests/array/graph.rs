//! How many tasks an expression has, how it is shown, when it is evaluated.

use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::array::{self, Array2, s, select};
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

#[test]
fn the_drawing_of_a_grid_has_a_line_where_each_axis_is_cut() {
    let lines_of = |svg: &str| {
        let drawing = roxmltree::Document::parse(svg).expect("a drawing is XML");
        let lines = drawing
            .descendants()
            .filter(|node| node.has_tag_name("line"));
        let attribute =
            |line: roxmltree::Node<'_, '_>, name| line.attribute(name).map(str::to_owned);
        let (down, across): (Vec<_>, Vec<_>) =
            lines.partition(|line| attribute(*line, "y1") == attribute(*line, "y2"));
        let text: Vec<String> = drawing
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .map(str::to_owned)
            .collect();
        (down.len(), across.len(), text.join("; "))
    };
    let draw = |x: array::ArrayD<'_, f64>| lines_of(&x.grid().to_svg());
    let x = array::zeros::<f64, _>((3, 20, 10)).chunks([vec![3], vec![5, 7, 8], vec![6, 4]]);
    let text = "(3, 20, 10); 1 × 3 × 2 chunks of at most 3 × 8 × 6".to_owned();
    assert_eq!(draw(x.into_dyn()), (2, 1, text));
    let row = array::zeros::<f64, _>(10).chunks(4);
    assert_eq!(draw(row.into_dyn()).1, 2);
    let one = array::zeros::<f64, _>(()).into_dyn();
    assert_eq!(draw(one), (0, 0, "(); 1 chunk".to_owned()));
    assert_eq!(draw(array::zeros((0, 4)).into_dyn()).0, 0);
    // So many that no line could be told from the next: some are left out.
    let many = draw(array::zeros((1000, 4)).chunks(1).into_dyn());
    assert!((50..=100).contains(&many.0) && many.1 == 3, "{many:?}");
}

#[test]
fn a_task_is_where_the_user_called_what_made_it() {
    let mut x = array::arange(0.0, 9.0).chunks(2);
    for _ in 0..100 {
        // So much that it is stored on the way.
        x = ((-&x + 1.0).abs() * &x).map(|x| x % 7.0).floor() - &x;
    }
    let small = select(&x.lt(3.0), &x, &(3.0 - &x)).reshape((3, 3));
    let all = small.cumsum(0).mean_axis(1).into_delayed();
    let graph = all.graph();
    let tasks: Vec<_> = graph.as_petgraph().node_weights().collect();
    assert!(tasks.len() > 20, "{}", tasks.len());
    for task in tasks {
        assert_eq!(task.location().file(), file!(), "{}", task.name());
    }
}

#[test]
fn threads_that_need_the_same_stored_chunks_evaluate_each_once() {
    let count = AtomicUsize::new(0);
    let x = array::arange(0, 1000).chunks(10).map(|x| {
        count.fetch_add(1, Ordering::Relaxed);
        x
    });
    let x = &x.persist();
    std::thread::scope(|scope| {
        let threads = [0; 4].map(|_| scope.spawn(move || (x + 1).sum().compute()));
        for thread in threads {
            assert_eq!(thread.join().expect("a sum"), 500_500);
        }
    });
    assert_eq!(count.load(Ordering::Relaxed), 1000);
}
