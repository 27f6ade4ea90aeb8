//! Picking live handles by number, whatever the number.

pub(super) fn pick<T>(all: &[T], i: u8) -> Option<usize> {
    (!all.is_empty()).then(|| usize::from(i) % all.len())
}

/// Two different ones.
pub(super) fn pick_two<T>(all: &[T], i: u8, j: u8) -> Option<[usize; 2]> {
    let i = pick(all, i)?;
    let j = (i + 1 + usize::from(j) % (all.len() - 1).max(1)) % all.len();
    (i != j).then_some([i, j])
}

pub(super) fn take_two<T>(all: &mut Vec<T>, i: u8, j: u8) -> Option<(T, T)> {
    let [i, j] = pick_two(all, i, j)?;
    let a = all.remove(i);
    Some((a, all.remove(if j > i { j - 1 } else { j })))
}

pub(super) fn two_mut<T>(all: &mut [T], i: u8, j: u8) -> Option<[&mut T; 2]> {
    let two = pick_two(all, i, j)?;
    all.get_disjoint_mut(two).ok()
}
