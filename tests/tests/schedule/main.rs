//! What runs beside what, and that nothing hangs.

mod idle;
mod meetings;
mod nested;
mod order;
mod sequential;
mod shared;
