//! Valid blocks that `lazy!` does not take yet, and that are left out.

/// A captured variable that is changed by its methods alone, and used in another statement too: `E0502` or `E0596` in `lazy!`, which cannot see
/// that it is declared `mut`.
pub(super) const CAPTURED_CHANGED_BY_METHODS: bool = true;

/// A call of a delayed function in a branch, in the body of a loop, or where it rides inside another call because they share a variable declared
/// `mut`, with plain variables as its arguments: what it gives is a `Delayed`.
pub(super) const DELAYED_ONLY_IN_STATEMENTS: bool = true;

/// A pattern takes apart a tuple or an array one of whose parts writes, or calls a method of a variable declared `mut`: `let (q, r) = ({ p += 1; p }, add(p, 1));` is "expected a tuple with
/// 2 elements, found one with 3 elements" in `lazy!`.
pub(super) const PARTS_THAT_WRITE: bool = false;

/// A variable that was moved on one path of an opaque statement is assigned later: `E0507` in `lazy!`.
pub(super) const MOVED_AND_ASSIGNED: bool = true;

/// Seeds and numbers of single blocks whose types `lazy!` does not infer, `E0282`.
pub(super) const NOT_INFERRED: [(u64, u64); 0] = [];
