//! What can be asked of a record by name.

use smsc_proto::Field;

/// A field of the wire, or what is derived from one.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    Field(Field),
    ChangedAt,
    SentAt,
    Flags,
    MessageIsCertain,
    IsHlr,
    Unasked,
    Outcome,
}

impl Column {
    /// The column of an attribute's name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "changed_at" => Self::ChangedAt,
            "sent_at" => Self::SentAt,
            "flags" => Self::Flags,
            "message_is_certain" => Self::MessageIsCertain,
            "is_hlr" => Self::IsHlr,
            "unexpected" => Self::Unasked,
            "outcome" => Self::Outcome,
            _ => Self::Field(named(name)?),
        })
    }
}

/// The field of a name of the wire (R25).
pub(crate) fn named(name: &str) -> Option<Field> {
    Field::ALL.iter().copied().find(|field| field.name() == name)
}
