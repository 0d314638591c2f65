#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]

mod ask;
pub mod card;
pub mod cells;
pub mod codes;
pub mod labels;
mod line;
mod meanings;
mod outcome;
mod receipt;
pub mod similar;
mod titles;

pub use ask::{Ask, AskError};
pub use line::{CauseLine, ChapterLine, FlagLine, Line};
pub use meanings::{Meanings, is_in_both_lists, is_reply, known_to, question_text};
pub use outcome::{FullOutcome, WithOutcome};
pub use receipt::{Fields, ReceiptError, parse as parse_receipts};
