//! The same operations on each type of elements.

use proptest::prelude::*;
use tembel::array::ndarray::{Array1, ArrayD, Axis, Ix2, IxDyn};
use tembel::array::{self, Array, concatenate, select};

use super::plain::{Data, assert_elements, chunks_of, leaf, solid_shape, workers};

/// A law about arrays with elements of a type, of small whole numbers.
macro_rules! of_type {
    ($name:ident, $element:ty) => {
        proptest! {
            #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

            #[test]
            fn $name(shape in solid_shape(), leaf in leaf(), cuts in any::<(u64, u64)>()) {
                let data = Data::new(&shape, 1);
                let x = data.array(leaf, cuts.0, 1).cast::<$element>();
                #[expect(clippy::cast_possible_truncation, reason = "the numbers are small")]
                let plain: ArrayD<$element> = data.plain.mapv(|x| x as $element);
                let [zero, one, two] = [0_i8, 1, 2].map(<$element>::from);
                let y = (&x * two - one) / two % (two + one) + -&x;
                let expected = (&plain * two - one) / two % (two + one) + -&plain;
                assert_elements(&y.chunks(chunks_of(&shape, cuts.1)), &expected);
                let positive = x.gt(&x.t().t().abs().map(|x| x / two));
                let chosen = select(&positive, &x, &(-&x));
                let choose = |x: $element| if x > (if x < zero { -x } else { x }) / two { x } else { -x };
                assert_elements(&chosen, &plain.mapv(choose));
                let signs = x.map(|x| if x < zero { -one } else { one });
                let plain_signs = plain.mapv(|x| if x < zero { -one } else { one });
                let all: Vec<$element> = plain.iter().copied().collect();
                let better = |f: fn(&$element, &$element) -> bool| {
                    (1..all.len()).fold(0, |best, at| if f(&all[at], &all[best]) { at } else { best })
                };
                let (least, most) = (better(|a, b| a < b), better(|a, b| a > b));
                for executor in workers() {
                    let found = executor.compute((x.sum(), signs.prod(), x.argmin(), x.argmax(), x.min(), x.max()));
                    let wanted = (plain.sum(), plain_signs.product(), least, most, all[least], all[most]);
                    prop_assert_eq!(found, wanted);
                }
                for axis in 0..shape.len() {
                    let along = Axis(axis);
                    assert_elements(&x.sum_axis(axis), &plain.sum_axis(along));
                    assert_elements(&signs.prod_axis(axis), &plain_signs.product_axis(along));
                    let least = |lane: array::ndarray::ArrayView1<'_, $element>| {
                        lane.iter().copied().reduce(|a, b| if b < a { b } else { a }).expect("an element")
                    };
                    assert_elements(&x.min_axis(axis), &plain.map_axis(along, least));
                    let mut sums = plain.clone();
                    sums.accumulate_axis_inplace(along, |before, value| *value += before);
                    assert_elements(&x.cumsum(axis), &sums);
                    let joined = concatenate(axis, &[x.clone(), x.rechunk(chunks_of(&shape, cuts.1))]);
                    let views = [plain.view(), plain.view()];
                    assert_elements(&joined, &array::ndarray::concatenate(along, &views).expect("they fit"));
                }
                let column: Array<'_, $element, Ix2> = x.reshape((all.len(), 1));
                let row = Array1::from(all).insert_axis(Axis(0));
                assert_elements(&column.t().dot(&column), &row.dot(&row.t()));
            }
        }
    };
}

of_type!(integers_of_32_bits_are_those_of_ndarray, i32);
of_type!(integers_of_64_bits_are_those_of_ndarray, i64);
of_type!(floats_of_32_bits_are_those_of_ndarray, f32);

#[test]
fn truth_is_combined_and_reduced_as_in_plain_rust() {
    let x = array::from_fn((7, 9), |(i, j)| (i * j) % 3 == 1).chunks((2, 4));
    let y = array::from_fn(9, |j| j % 2 == 0).chunks(5);
    let (a, b) = (x.clone().compute(), y.clone().compute());
    assert_elements(&(&x & &y), &(&a & &b));
    assert_elements(&(&x | &y), &(&a | &b));
    assert_elements(&(&x ^ true), &!&a);
    assert_elements(&!&x, &!&a);
    assert_elements(
        &x.any_axis(1),
        &a.map_axis(Axis(1), |row| row.iter().any(|x| *x)),
    );
    assert_elements(&y.map(i32::from).cumsum(0), &cumulated(&b));
    assert_eq!(
        x.map(u64::from).sum().compute(),
        a.iter().filter(|x| **x).count() as u64
    );
    assert_eq!(
        (x.max().compute(), x.min().compute(), x.argmax().compute()),
        (true, false, 10)
    );
}

fn cumulated(values: &Array1<bool>) -> Array1<i32> {
    let mut sum = 0;
    values.mapv(|x| {
        sum += i32::from(x);
        sum
    })
}

#[test]
fn floats_become_integers_as_the_operator_as_does_it() {
    let inf = f64::INFINITY;
    let x = Array::from(array::ndarray::arr1(&[f64::NAN, inf, -inf, 3e9, -1.5]));
    assert_eq!(
        x.cast::<i32>().compute().to_vec(),
        [0, i32::MAX, i32::MIN, i32::MAX, -1]
    );
    assert_eq!(x.cast::<u8>().compute().to_vec(), [0, 255, 0, 255, 0]);
}

#[test]
fn three_shapes_are_broadcast_together() {
    let a = array::arange(0, 3).reshape((3, 1));
    let b = array::arange(0, 4).reshape((1, 4)).chunks((1, 3));
    let c = array::arange(1, 3).reshape((2, 1, 1));
    let expected = array::ndarray::Array3::from_shape_fn((2, 3, 4), |(k, i, j)| {
        i32::try_from((i + j) * (k + 1)).expect("small")
    });
    assert_elements(&((&a + &b) * &c), &expected);
    let none = array::zeros::<i32, _>((3, 1)) + array::zeros::<i32, _>((1, 0));
    assert_eq!(none.shape(), [3, 0]);
    assert_elements(&none.persist().sum_axis(1), &Array1::zeros(3));
}

#[test]
fn arrays_without_elements_go_through_all_operations() {
    for shape in [vec![0], vec![0, 3], vec![3, 0], vec![2, 0, 3]] {
        let made = array::zeros::<f64, _>(IxDyn(&shape));
        let plain = ArrayD::<f64>::zeros(IxDyn(&shape));
        for x in [
            made.persist(),
            &made + 1.0,
            Array::from(plain.clone()),
            array::from_ndarray(&plain),
        ] {
            assert_elements(&x, &plain);
            assert_elements(&x.t().persist().t(), &plain);
            assert_elements(&x.map_chunks(|x| x), &plain);
            assert_elements(&x.reshape(IxDyn(&shape)), &plain);
            assert!(x.var(0.0).compute().is_nan());
            for axis in 0..shape.len() {
                assert_elements(&x.cumsum(axis), &plain);
                assert_elements(&x.sum_axis(axis), &plain.sum_axis(Axis(axis)));
                let twice = array::ndarray::concatenate![Axis(axis), plain, plain];
                assert_elements(&concatenate(axis, &[x.clone(), x.clone()]), &twice);
                assert_eq!(x.mean_axis(axis).compute().len(), x.sum_axis(axis).len());
            }
            let ones = IxDyn(&vec![1; shape.len()]);
            let padded: Vec<usize> = shape.iter().map(|len| len + 2).collect();
            let around = x.pad(ones, array::Boundary::Constant(7.0));
            assert_elements(&around, &ArrayD::from_elem(padded, 7.0));
            assert_eq!(x.histogram(2, 0.0, 1.0).compute().to_vec(), [0, 0]);
        }
    }
}
