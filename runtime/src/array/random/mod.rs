//! Random arrays: each element is a function of seed, distribution and place, and of nothing else.
//!
//! An element is made from the output of Philox 4×32-10, a generator without a state: J. Salmon, M. Moraes, R. Dror, D. Shaw,
//! "Parallel random numbers: as easy as 1, 2, 3" (2011). Key is the seed, counter is the place in row-major order. So
//! an array is the same for all chunks, slices, orders of evaluation and numbers of workers; and no two places share
//! numbers.

mod distributions;
mod normal;
mod philox;

pub use distributions::{integers, normal, standard_normal, uniform};
