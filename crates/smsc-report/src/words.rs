//! Numbers, amounts, times and texts in the words of a language.

mod dates;
mod fill;
mod numbers;

use sms_outcome::Localized;
use smsc_proto::Lang;

pub(crate) use fill::Arg;
pub(crate) use numbers::is_in_hundredths;

/// The words of a language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) Lang);

impl Words {
    /// Returns a text without placeholders.
    pub(crate) const fn text(self, text: &Localized) -> &'static str {
        text.get(self.0)
    }
}
