//! What comes out reads as code.
