//! `/transparansi`: what the office promises and what it keeps.

mod csv;
mod one;
mod overview;
mod parts;
mod period;
mod training;

pub use self::csv::performance_csv;
pub use self::one::ServiceFiguresPage;
pub use self::overview::FiguresPage;
