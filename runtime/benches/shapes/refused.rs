//! A run that is refused, which is how to measure a graph without its run.

use std::time::Duration;

use tembel::{Delayed, ErrorKind};

use super::Empty;
use super::build::one;
use crate::measure::timed;

/// How long it takes to collect the tasks and to make the petgraph graph: the run asks for a value which a task outside
/// of it still has to read, and that is found out when the graph is there.
pub(crate) fn refused(last: Delayed<'_, u64>) -> Duration {
    let _reader = one::<Empty, _>(&last);
    let (refused, time) = timed(|| last.try_compute());
    assert_eq!(
        refused.map_err(|error| error.kind()),
        Err(ErrorKind::Borrowed)
    );
    time
}
