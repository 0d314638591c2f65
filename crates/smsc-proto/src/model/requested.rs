//! The (id, phone) pairs of a request.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::message_id::MessageId;
use crate::model::phone::same_phone;
use crate::model::text::Text;

/// One requested message: an (id, phone) pair.
///
/// `Debug` does not show the phone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Requested<'q> {
    /// The message's id.
    pub id: MessageId<'q>,
    /// The phone as it was typed, or the e-mail address: see [`same_phone`]. It must not be empty;
    /// an empty phone matches a record whose phone is empty, and no other.
    pub phone: &'q str,
}

impl Requested<'_> {
    /// Returns whether a record with this id and phone matches the pair. An id or a phone that the
    /// record lacks is not compared (R47a).
    pub(crate) fn is_answered_by(&self, id: Option<MessageId<'_>>, phone: Option<Text<'_>>) -> bool {
        id.is_none_or(|id| id == self.id) && phone.is_none_or(|phone| same_phone(self.text(), phone))
    }

    /// Returns the phone as a text, to compare it with those of a reply.
    pub(crate) const fn text(&self) -> Text<'_> {
        Text::new(self.phone.as_bytes(), Charset::Utf8)
    }
}

impl fmt::Debug for Requested<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Requested").field("id", &self.id).finish_non_exhaustive()
    }
}
