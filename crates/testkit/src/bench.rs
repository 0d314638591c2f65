//! The contents of the benches: bodies whose values are known, the core's readers over them, and
//! the checks of their answers. Both harnesses of `benches/` use this.
//!
//! Every check takes the reader that it checks as a closure. The check and the clock then run the
//! same code: the check compares what the reader passes on, the clock only keeps it from being
//! optimised away. A check panics if an answer is wrong, and the tests of each module show that.

pub mod codes;
pub mod corpus;
pub mod known;
pub mod line;
pub mod ours;
pub mod texts;
