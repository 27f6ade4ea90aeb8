//! What arrays can hold.

/// What the elements of an array have to be: plain values such as `f64`, `i32`, `bool` or pairs of them.
///
/// It is implemented for all types that can be.
///
/// # Examples
/// ```
/// fn is_element<A: tembel::array::Element>() {}
/// is_element::<f32>();
/// is_element::<(u8, bool)>();
/// ```
pub trait Element: Copy + Default + Send + Sync + 'static {}

impl<A: Copy + Default + Send + Sync + 'static> Element for A {}
