//! Matrix products.

use proptest::prelude::*;
use tembel::array::ndarray::{Array2, Ix2, s};
use tembel::array::{self, Array};

use super::plain::{Data, Leaf, assert_elements, leaf, workers};

fn matrix(data: &Data, leaf: Leaf, cuts: u64, salt: u64) -> Array<'_, f64, Ix2> {
    data.array(leaf, cuts, salt)
        .into_dimensionality()
        .expect("two axes")
}

fn plain(data: &Data) -> Array2<f64> {
    data.plain.clone().into_dimensionality().expect("two axes")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn products_are_those_of_ndarray(
        lens in (0..12_usize, 0..12_usize, 0..12_usize), leaves in (leaf(), leaf()), cuts in any::<(u64, u64)>(), turns in any::<(bool, bool)>(),
    ) {
        let (n, k, m) = lens;
        let left = Data::new(&if turns.0 { [k, n] } else { [n, k] }, 1);
        let right = Data::new(&if turns.1 { [m, k] } else { [k, m] }, 2);
        let (x, y) = (matrix(&left, leaves.0, cuts.0, 1), matrix(&right, leaves.1, cuts.1, 2));
        let (a, b) = (plain(&left), plain(&right));
        let (x, a) = if turns.0 { (x.t(), a.t().to_owned()) } else { (x, a) };
        let (y, b) = if turns.1 { (y.t(), b.t().to_owned()) } else { (y, b) };
        // Small integers: exact in any order.
        assert_elements(&x.dot(&y), &a.dot(&b));
        assert_elements(&((x + 1.0).dot(&y) - 1.0), &((a + 1.0).dot(&b) - 1.0));
    }
}

#[test]
fn a_long_common_axis_is_cut_and_its_parts_are_added() {
    let x = array::from_fn((3, 10_000), |(i, j)| {
        f64::from(u32::try_from((i + j) % 5).expect("small"))
    });
    let plain = x.clone().compute();
    assert_elements(&x.dot(&x.t()), &plain.dot(&plain.t()));
    let y = x.slice(s![.., 1..9_001;2]);
    let plain = plain.slice(s![.., 1..9_001;2]).to_owned();
    assert_elements(&y.dot(&y.t()), &plain.dot(&plain.t()));
}

#[test]
fn integers_and_single_precision_multiply_too() {
    let x = array::from_fn((7, 5), |(i, j)| i64::try_from(i * j).expect("small"));
    let plain = x.clone().compute();
    assert_elements(&x.dot(&x.t()), &plain.dot(&plain.t()));
    let x = x.cast::<f32>();
    let plain = x.clone().compute();
    assert_elements(&x.matmul(&x.t()), &plain.dot(&plain.t()));
}

#[test]
fn the_bits_of_a_product_do_not_depend_on_workers() {
    let x = array::random::standard_normal((300, 200), 3).persist();
    let products = workers().map(|executor| x.dot(&x.t()).compute_on(&executor).mapv(f64::to_bits));
    assert_eq!(products[0], products[1]);
    assert_eq!(products[0], products[2]);
}

#[test]
fn the_inner_product_is_the_sum_of_products() {
    let x = array::arange(0, 100).chunks(7);
    assert_eq!(
        x.dot(&x.rechunk(30)).compute(),
        (0..100).map(|x| x * x).sum::<i32>()
    );
}
