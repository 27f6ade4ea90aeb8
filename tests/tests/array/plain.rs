//! Random arrays in random chunks, and the plain arrays that they have to equal.

use proptest::prelude::*;
use tembel::array::ndarray::{ArrayD, IxDyn};
use tembel::array::{self, Array};
use tembel::{Delayed, Executor, gather};
use tembel_tests::threads_of;

/// A shape with up to three axes, of which some may be empty.
pub(super) fn shape() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        8 => proptest::collection::vec(1..12_usize, 0..4),
        1 => proptest::collection::vec(0..3_usize, 1..4),
    ]
}

/// A shape without empty axes, and at least one.
pub(super) fn solid_shape() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(1..12_usize, 1..4)
}

/// Chunks of a shape: even, one element, larger than the array, uneven. `cuts` says where.
pub(super) fn chunks_of(shape: &[usize], cuts: u64) -> Vec<Vec<usize>> {
    let mut cuts = cuts;
    let mut next = |below: usize| {
        cuts = cuts
            .wrapping_mul(0x5851_F42D_4C95_7F2D)
            .wrapping_add(0x1405_7B7E_F767_814F);
        usize::try_from(cuts >> 33).expect("31 bits") % below
    };
    let axis = |&length: &usize| {
        let mut sizes = Vec::new();
        let mut left = length;
        let most = next(length + 2) + 1;
        while left > 0 {
            let size = (next(most) + 1).min(left);
            sizes.push(size);
            left -= size;
        }
        sizes
    };
    shape.iter().map(axis).collect()
}

/// Where the elements of a test array come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Leaf {
    Borrowed,
    Backwards,
    Gaps,
    Generated,
    Tasks,
}

pub(super) fn leaf() -> impl Strategy<Value = Leaf> {
    prop_oneof![
        Just(Leaf::Borrowed),
        Just(Leaf::Backwards),
        Just(Leaf::Gaps),
        Just(Leaf::Generated),
        Just(Leaf::Tasks),
    ]
}

/// Data that a test array may borrow.
pub(super) struct Data {
    pub(super) plain: ArrayD<f64>,
    backwards: ArrayD<f64>,
    gaps: ArrayD<f64>,
}

/// Small integers, so that sums are exact in any order.
pub(super) fn value(index: &[usize], salt: u64) -> f64 {
    let number = index.iter().fold(salt, |number, at| {
        (number ^ *at as u64)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(31)
    });
    f64::from(u8::try_from(number % 17).expect("small")) - 8.0
}

impl Data {
    pub(super) fn new(shape: &[usize], salt: u64) -> Self {
        let plain = ArrayD::from_shape_fn(IxDyn(shape), |index| {
            value(
                &(0..shape.len()).map(|axis| index[axis]).collect::<Vec<_>>(),
                salt,
            )
        });
        let mut backwards = plain.clone();
        backwards.slice_each_axis_inplace(|_| array::ndarray::Slice::from(..).step_by(-1));
        let backwards = backwards.as_standard_layout().into_owned();
        let mut gaps = ArrayD::from_elem(
            shape.iter().map(|len| 2 * len + 1).collect::<Vec<_>>(),
            f64::NAN,
        );
        gaps.slice_each_axis_mut(|axis| {
            array::ndarray::Slice::new(1, Some((2 * axis.len / 2).cast_signed()), 2)
        })
        .assign(&plain);
        Data {
            plain,
            backwards,
            gaps,
        }
    }

    /// The same elements, of a leaf of the kind, in chunks.
    pub(super) fn array(&self, leaf: Leaf, cuts: u64, salt: u64) -> Array<'_, f64, IxDyn> {
        let shape = self.plain.shape();
        let chunks = chunks_of(shape, cuts);
        match leaf {
            Leaf::Borrowed => array::from_ndarray(&self.plain).chunks(chunks),
            Leaf::Backwards => {
                let mut view = self.backwards.view();
                view.slice_each_axis_inplace(|_| array::ndarray::Slice::from(..).step_by(-1));
                array::from_ndarray(view).chunks(chunks)
            }
            Leaf::Gaps => {
                let view = self.gaps.slice_each_axis(|axis| {
                    array::ndarray::Slice::new(1, Some((2 * axis.len / 2).cast_signed()), 2)
                });
                array::from_ndarray(view).chunks(chunks)
            }
            Leaf::Generated => {
                let axes = shape.len();
                array::from_fn(IxDyn(shape), move |index| {
                    value(&(0..axes).map(|axis| index[axis]).collect::<Vec<_>>(), salt)
                })
                .chunks(chunks)
            }
            Leaf::Tasks => {
                let whole = array::from_ndarray(&self.plain).chunks(chunks.clone());
                let tasks: Vec<Delayed<'_, _>> = whole.to_delayed();
                array::from_delayed(tasks, chunks).rechunk(chunks_of(shape, cuts ^ 1))
            }
        }
    }
}

/// Executors with 1, 2 and 8 workers.
pub(super) fn workers() -> [Executor<'static>; 3] {
    static POOLS: std::sync::LazyLock<[Executor<'static>; 3]> =
        std::sync::LazyLock::new(|| [1, 2, 8].map(threads_of));
    POOLS.clone()
}

/// Asserts that an array has these elements, on 1, 2 and 8 workers.
#[track_caller]
pub(super) fn assert_elements<A, D>(array: &Array<'_, A, D>, expected: &array::ndarray::Array<A, D>)
where
    A: array::Element + PartialEq + std::fmt::Debug,
    D: array::ndarray::Dimension,
{
    assert_eq!(array.shape(), expected.shape());
    for executor in workers() {
        assert_eq!(&array.clone().compute_on(&executor), expected);
    }
}

/// What each number of workers makes of a value, which has to be the same.
#[track_caller]
pub(super) fn on_all<T: Clone + PartialEq + std::fmt::Debug + Send>(
    make: impl Fn() -> Delayed<'static, T>,
) -> T {
    let values = workers().map(|executor| executor.compute(make()));
    assert_eq!(values[0], values[1]);
    assert_eq!(values[0], values[2]);
    let all = gather(vec![make(), make()]).compute();
    assert_eq!(all, [values[0].clone(), values[0].clone()]);
    values[0].clone()
}
