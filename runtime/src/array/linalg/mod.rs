//! Decompositions of matrices: of tall ones by trees of small ones, of large ones by random products.

mod compressed;
mod householder;
mod qr;
mod svd;
mod tall;

pub use compressed::Sketch;

use faer::traits::RealField;
use ndarray::LinalgScalar;
use num_traits::Float;

use super::element::Element;

/// What decompositions are of: `f32` or `f64`.
///
/// # Examples
/// ```
/// fn is_real<A: tembel::array::Real>() {}
/// is_real::<f32>();
/// ```
pub trait Real: Element + Float + LinalgScalar + RealField {}

impl Real for f32 {}
impl Real for f64 {}
