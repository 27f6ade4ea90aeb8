//! What runs beside what, and that nothing hangs.

mod meetings;
mod nested;
mod sequential;
mod shared;
