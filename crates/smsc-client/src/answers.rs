//! Answers of the other calls, which own their data.

mod account;
mod sent;

pub use account::{Balance, Incoming, Operator};
pub use sent::{Price, SentMessage, SentTo};

use smsc_proto::Text;

/// Copies a text.
fn text(text: Option<Text<'_>>) -> Option<String> {
    text.map(|text| text.to_string())
}
