//! Chunked arrays give what ndarray gives, for all shapes and chunks, with the same bits on any number of workers.

mod elementwise;
mod errors;
mod files;
mod graph;
mod linalg;
mod make;
mod more;
mod plain;
mod product;
mod random;
mod reduce;
mod shape;
mod types;
