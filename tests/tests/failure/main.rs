//! What goes wrong: panics, errors, and values that are borrowed.

mod borrowed;
mod limits;
mod odd_places;
mod or_fail;
mod other_runs;
mod panics;
mod retries;
mod stop;
mod stop_counts;
