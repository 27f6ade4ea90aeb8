//! Running sums, surroundings, distributions.

use proptest::prelude::*;
use tembel::array::ndarray::{ArrayD, Axis, IxDyn};
use tembel::array::{self, Boundary, random};

use super::plain::{Data, assert_elements, leaf, solid_shape, workers};

/// Where an index that may be beyond an axis comes from.
fn inside(at: isize, len: usize, boundary: Boundary<f64>) -> Option<usize> {
    let len = len.cast_signed();
    let at = match boundary {
        Boundary::Nearest => at.clamp(0, len - 1),
        Boundary::Reflect if at < 0 => -1 - at,
        Boundary::Reflect if at >= len => 2 * len - 1 - at,
        Boundary::Periodic => at.rem_euclid(len),
        _ => at,
    };
    usize::try_from(at).ok().filter(|at| at.cast_signed() < len)
}

/// The sum of all elements at most `depth` away along each axis.
fn blurred(plain: &ArrayD<f64>, depth: usize, boundary: Boundary<f64>) -> ArrayD<f64> {
    let shape = plain.shape().to_vec();
    let around = IxDyn(&vec![2 * depth + 1; shape.len()]);
    ArrayD::from_shape_fn(IxDyn(&shape), |center| {
        array::ndarray::indices(around.clone())
            .into_iter()
            .map(|offset| {
                let places = (0..shape.len()).map(|axis| {
                    let at = (center[axis] + offset[axis]).cast_signed() - depth.cast_signed();
                    inside(at, shape[axis], boundary)
                });
                let place: Option<Vec<usize>> = places.collect();
                place.map_or(7.0, |place| plain[&place[..]])
            })
            .sum()
    })
}

fn boundary() -> impl Strategy<Value = Boundary<f64>> {
    prop_oneof![
        Just(Boundary::Nearest),
        Just(Boundary::Reflect),
        Just(Boundary::Periodic),
        Just(Boundary::Constant(7.0)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn running_sums_are_those_of_ndarray(shape in solid_shape(), leaf in leaf(), cuts in any::<u64>()) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        for axis in 0..shape.len() {
            let mut expected = data.plain.clone();
            expected.accumulate_axis_inplace(Axis(axis), |before, value| *value += before);
            assert_elements(&x.cumsum(axis), &expected);
        }
    }

    #[test]
    fn chunks_see_their_neighbours(
        shape in solid_shape(), leaf in leaf(), cuts in any::<u64>(), depth in 0..3_usize, boundary in boundary(),
    ) {
        let depth = depth.min(*shape.iter().min().expect("an axis"));
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let depths = vec![depth; shape.len()];
        // Beyond its ends the function sees zeros; what it makes of them is dropped.
        let sums = x.map_overlap(IxDyn(&depths), boundary, |x| {
            let len = x.shape().to_vec();
            blurred(&x, depth, Boundary::Nearest).into_shape_with_order(len).expect("the same shape")
        });
        assert_elements(&sums, &blurred(&data.plain, depth, boundary));
    }

    #[test]
    fn histograms_count_each_value_once(shape in solid_shape(), leaf in leaf(), cuts in any::<u64>()) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        for executor in workers() {
            let counts = executor.compute(x.histogram(5, -5.0, 5.0));
            let expected: Vec<u64> = (0..5).map(|bin| {
                let (low, high) = (f64::from(2 * bin) - 5.0, f64::from(2 * bin) - 3.0);
                let is_in = |x: f64| low <= x && (x < high || bin == 4 && x <= high);
                data.plain.iter().filter(|x| is_in(**x)).count() as u64
            }).collect();
            prop_assert_eq!(counts.to_vec(), expected);
        }
    }

    #[test]
    fn quantiles_are_between_the_sorted_values(shape in solid_shape(), leaf in leaf(), cuts in any::<u64>(), part in 0.0..=1.0_f64) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let mut sorted: Vec<f64> = data.plain.iter().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let got = x.quantile(&[0.0, part, 1.0]).compute();
        prop_assert_eq!((got[0], got[2]), (sorted[0], sorted[sorted.len() - 1]));
        let below = sorted.iter().filter(|x| **x <= got[1]).count();
        let count = |n: usize| f64::from(u32::try_from(n).expect("small"));
        prop_assert!(count(below) >= part * count(sorted.len() - 1));
        let above = sorted.iter().filter(|x| **x >= got[1]).count();
        prop_assert!(count(above) >= (1.0 - part) * count(sorted.len() - 1));
        // Linear between the two neighbours.
        let place = part * count(sorted.len() - 1);
        let at = sorted.iter().enumerate().filter(|(at, _)| count(*at) <= place).count() - 1;
        let (low, high) = (sorted[at], sorted[(at + 1).min(sorted.len() - 1)]);
        prop_assert!((got[1] - low - (high - low) * (place - count(at))).abs() < 1e-12);
    }
}

#[test]
fn the_median_of_normal_numbers_is_near_zero() {
    let x = random::standard_normal((300, 300), 5);
    let median = x.quantile(&[0.5]).compute()[0];
    assert!(median.abs() < 0.02, "{median}");
}

#[test]
fn quantiles_of_infinite_numbers_are_numbers_where_they_can_be() {
    let inf = f64::INFINITY;
    let of = |values: &[f64], parts: &[f64]| {
        let x = array::Array::from(array::ndarray::arr1(values));
        x.quantile(parts).compute().to_vec()
    };
    assert_eq!(of(&[inf; 3], &[0.0, 0.3, 1.0]), [inf; 3]);
    assert_eq!(of(&[1.0, 2.0, inf], &[0.0, 0.5, 0.75]), [1.0, 2.0, inf]);
    assert_eq!(of(&[-inf, 2.0, 3.0], &[0.0, 0.5]), [-inf, 2.0]);
}
