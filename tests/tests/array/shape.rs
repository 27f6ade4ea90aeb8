//! Slices, transposes, joins, other shapes.

use proptest::prelude::*;
use tembel::array::ndarray::{Axis, IxDyn, SliceInfo, SliceInfoElem};
use tembel::array::{self, concatenate, s, stack};

use super::plain::{Data, assert_elements, leaf, shape, solid_shape, value};

/// A range, an index or a new axis for each axis of a shape, drawn by `salt`.
fn slices(shape: &[usize], salt: u64) -> Vec<SliceInfoElem> {
    let mut all = Vec::new();
    for (axis, &len) in shape.iter().enumerate() {
        let draw = |which: u64, below: usize| {
            let mixed = (salt ^ (axis as u64) << 8 ^ which).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            usize::try_from(mixed >> 40).expect("24 bits") % below
        };
        if draw(0, 5) == 0 {
            all.push(SliceInfoElem::NewAxis);
        }
        if len > 0 && draw(1, 4) == 0 {
            let at = draw(2, len).cast_signed();
            all.push(SliceInfoElem::Index(if draw(3, 2) == 0 {
                at
            } else {
                at - len.cast_signed()
            }));
            continue;
        }
        let from = draw(4, len + 1);
        let to = from + draw(5, len - from + 1);
        let step = [1, 1, 2, 3, -1, -2][draw(6, 6)];
        let end = if to == len && draw(7, 2) == 0 {
            None
        } else {
            Some(to.cast_signed())
        };
        all.push(SliceInfoElem::Slice {
            start: from.cast_signed(),
            end,
            step,
        });
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slices_of_slices_are_those_of_ndarray(shape in shape(), leaf in leaf(), cuts in any::<u64>(), salts in any::<(u64, u64)>()) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let elements = slices(&shape, salts.0);
        let info: SliceInfo<_, IxDyn, IxDyn> = elements.clone().try_into().expect("any dimension");
        let part = x.slice(&info);
        let plain = data.plain.slice(&elements[..]);
        assert_elements(&part, &plain.to_owned());
        let elements = slices(plain.shape(), salts.1);
        let info: SliceInfo<_, IxDyn, IxDyn> = elements.clone().try_into().expect("any dimension");
        let again = (part.slice(&info) * 2.0).t();
        assert_elements(&again, &plain.slice(&elements[..]).mapv(|x| 2.0 * x).reversed_axes());
    }

    #[test]
    fn axes_are_permuted_inserted_and_indexed_as_ndarray_does(
        leaf in leaf(), cuts in any::<u64>(), lens in (1..9_usize, 1..9_usize, 1..9_usize), which in 0..6_usize,
    ) {
        let shape = [lens.0, lens.1, lens.2];
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let order = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]][which];
        let turned = x.permuted_axes(IxDyn(&order));
        let plain = data.plain.view().permuted_axes(IxDyn(&order));
        assert_elements(&turned, &plain.to_owned());
        assert_elements(&turned.sum_axis(1), &plain.sum_axis(Axis(1)));
        let axis = which % 3;
        assert_elements(&turned.insert_axis(axis), &plain.to_owned().insert_axis(Axis(axis)));
        let at = plain.shape()[axis] - 1;
        assert_elements(&turned.index_axis(axis, at), &plain.index_axis(Axis(axis), at).to_owned());
    }

    #[test]
    fn a_reshape_keeps_row_major_order(
        leaf in leaf(), cuts in any::<u64>(), lens in (1..7_usize, 1..7_usize, 1..7_usize), turn in any::<bool>(),
    ) {
        let shape = [lens.0, lens.1 * lens.2];
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let (x, plain) = if turn {
            (x.t(), data.plain.t().as_standard_layout().into_owned())
        } else {
            (x, data.plain.clone())
        };
        for to in [vec![lens.2, lens.0, lens.1], vec![lens.0 * lens.1 * lens.2], vec![1, lens.2, lens.0 * lens.1]] {
            let expected = plain.clone().into_shape_with_order(IxDyn(&to)).expect("as many elements");
            assert_elements(&x.reshape(IxDyn(&to)), &expected);
        }
    }

    #[test]
    fn joined_arrays_lie_side_by_side(
        shape in solid_shape(), leaves in (leaf(), leaf()), cuts in any::<(u64, u64)>(), more in 1..5_usize, axis in 0..3_usize,
    ) {
        let axis = axis.min(shape.len() - 1);
        let mut longer = shape.clone();
        longer[axis] = more;
        let (a, b) = (Data::new(&shape, 1), Data::new(&longer, 2));
        let (x, y) = (a.array(leaves.0, cuts.0, 1), b.array(leaves.1, cuts.1, 2));
        let joined = concatenate(axis, &[x.clone(), y.clone(), &x + 1.0, x.clone()]);
        let plus = &a.plain + 1.0;
        let views = [a.plain.view(), b.plain.view(), plus.view(), a.plain.view()];
        let expected = array::ndarray::concatenate(Axis(axis), &views).expect("they fit");
        assert_elements(&joined, &expected);
        assert_elements(&joined.t().sum_axis(0), &expected.t().sum_axis(Axis(0)));
        let backwards = joined.map(|x| -x).persist();
        assert_elements(&backwards, &expected.mapv(|x| -x));
        let stacked = stack(axis, &[x.clone(), x * 2.0]);
        let twice = &a.plain * 2.0;
        let expected = array::ndarray::stack(Axis(axis), &[a.plain.view(), twice.view()]).expect("they fit");
        assert_elements(&stacked, &expected);
    }
}

#[test]
fn large_tiles_are_transposed_right() {
    let x = array::from_fn((300, 517), |(i, j)| value(&[i, j], 4)).persist();
    let plain = x.clone().compute();
    assert_elements(&x.t(), &plain.t().to_owned());
    assert_elements(
        &x.rechunk((70, 90)).t().slice(s![3.., ..;2]),
        &plain.t().slice(s![3.., ..;2]).to_owned(),
    );
    let r = array::random::uniform((130, 170), 0.0, 1.0, 5);
    assert_elements(&r.t(), &r.clone().compute().t().to_owned());
    let cube = array::random::uniform((20, 30, 70), 0.0, 1.0, 5);
    let turned = cube.permuted_axes([2, 0, 1]);
    let expected = cube
        .compute()
        .permuted_axes([2, 0, 1])
        .as_standard_layout()
        .into_owned();
    assert_elements(&turned, &expected);
    assert_elements(
        &turned
            .persist()
            .permuted_axes([1, 2, 0])
            .permuted_axes([2, 0, 1]),
        &expected,
    );
}

#[test]
fn chunks_as_handles_are_parts_of_the_whole() {
    let x = array::from_fn((5, 4), |(i, j)| 10 * i + j).chunks((2, 3));
    let chunks = tembel::compute(x.to_delayed());
    let whole = x.clone().compute();
    assert_eq!(chunks.len(), 6);
    assert_eq!(chunks[3], whole.slice(s![2..4, 3..]));
    let again = array::from_delayed(x.to_delayed(), [vec![2, 2, 1], vec![3, 1]]);
    assert_elements(&again, &whole);
    let mapped = x.map_chunks(|chunk| chunk.mapv(|x| (x, x % 3 == 0)));
    assert_elements(&mapped, &whole.mapv(|x| (x, x % 3 == 0)));
}

#[test]
fn views_that_cross_a_thousand_chunks_find_each() {
    let x = array::arange(0, 1000).chunks(1).persist();
    let plain = x.clone().compute();
    assert_elements(
        &x.slice(s![..;-3]).chunks(1000),
        &plain.slice(s![..;-3]).to_owned(),
    );
}
