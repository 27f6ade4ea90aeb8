//! Arrays from nothing and from data, at the limits of what there is.

use tembel::array::ndarray::{Array2, Axis, s};
use tembel::array::{self, Array};
use tembel::{Delayed, compute, delayed, lazy};

use super::plain::{assert_elements, workers};

#[test]
fn ranges_of_integers_are_exact_up_to_the_limits_of_their_type() {
    for executor in workers() {
        let all = array::arange(i8::MIN, i8::MAX).chunks(100);
        let expected: Vec<i8> = (i8::MIN..i8::MAX).collect();
        assert_eq!(all.compute_on(&executor).to_vec(), expected);
    }
    let far = 1_i64 << 53;
    let three = array::arange(far, far + 3).compute();
    assert_eq!(three.to_vec(), [far, far + 1, far + 2]);
    let last = array::arange(u64::MAX - 2, u64::MAX).compute();
    assert_eq!(last.to_vec(), [u64::MAX - 2, u64::MAX - 1]);
    let wide = array::arange(i32::MIN, i32::MAX);
    assert_eq!(wide.len(), 4_294_967_295);
    assert_eq!(
        wide.slice(s![-2..]).compute().to_vec(),
        [i32::MAX - 2, i32::MAX - 1]
    );
    assert!(array::arange(5, -5).is_empty());
}

#[test]
fn ranges_of_floats_have_as_many_numbers_as_there_are_steps() {
    assert_eq!(
        array::arange(-1.5, 1.25).compute().to_vec(),
        [-1.5, -0.5, 0.5]
    );
    assert_eq!(
        array::arange(0.0_f32, 3.0).compute().to_vec(),
        [0.0, 1.0, 2.0]
    );
    assert!(array::arange(1.0, 1.0).is_empty());
    assert!(array::linspace(0.0, 1.0, 0).is_empty());
    assert_eq!(array::linspace(3.0, 1.0, 1).compute().to_vec(), [3.0]);
}

#[test]
fn owned_data_may_have_gaps_and_go_backwards() {
    let whole = Array2::from_shape_fn((7, 9), |(i, j)| 10 * i + j);
    for part in [
        s![1..;2, ..;3],
        s![..;-2, 2..5],
        s![3..3, ..;-1],
        s![.., ..;-1],
    ] {
        let part = whole.clone().slice_move(part);
        assert_elements(&Array::from(part.clone()), &part);
        assert_elements(
            &Array::from(part.clone()).sum_axis(0),
            &part.sum_axis(Axis(0)),
        );
    }
}

#[test]
fn a_column_and_a_row_make_chunks_of_the_usual_size() {
    let x = array::linspace(0.0, 1.0, 20_000);
    let (column, row) = (x.reshape((20_000, 1)), x.reshape((1, 20_000)));
    let table = &column * &row;
    assert!(table.grid().chunk_count() > 100, "{table}");
    let part = table.slice(s![4..6, 7..9]).compute();
    assert_eq!(
        part,
        &column.slice(s![4..6, ..]).compute() * &row.slice(s![.., 7..9]).compute()
    );
    // Chunks that somebody asked for stay.
    let (column, row) = (column.chunks((1000, 1)), row.chunks((1, 1000)));
    assert_eq!((column + row).grid().sizes(1), [1000; 20]);
}

#[delayed]
fn total(x: array::Array2<'static, f64>) -> f64 {
    x.sum().compute()
}

#[delayed]
fn square(n: usize) -> array::Array2<'static, f64> {
    array::ones((n, n)).chunks(2)
}

#[test]
fn arrays_are_values_of_tasks_and_of_blocks() {
    for executor in workers() {
        let sums: Vec<Delayed<'_, f64>> = vec![total(square(3)), total(array::full((2, 2), 0.5))];
        assert_eq!(executor.compute(sums), [9.0, 2.0]);
        let data = Array2::<f64>::ones((3, 3));
        let block = lazy! {
            let x = array::from_ndarray(&data).chunks(2);
            let y = &x * 2.0;
            let (sum, mean) = compute((y.sum(), x.mean()));
            sum + mean
        };
        let bits = executor.compute(block.map(f64::to_bits));
        assert_eq!(bits, 19.0_f64.to_bits());
    }
}
