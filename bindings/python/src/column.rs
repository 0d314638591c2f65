//! The attributes of a record that can be requested by name.

use smsc_proto::Field;

use crate::outcome::Part;

/// An attribute of a record: a field of the wire, or a value that is derived from fields.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    Field(Field),
    ChangedAt,
    SentAt,
    Flags,
    IsAmbiguous,
    IsHlr,
    LooksLikeUtf8,
    Unexpected,
    Outcome,
    /// A part of the outcome.
    OutcomePart(Part),
}

impl Column {
    /// Returns the column with this attribute name; `None` if a record has no such attribute.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "changed_at" => Self::ChangedAt,
            "sent_at" => Self::SentAt,
            "flags" => Self::Flags,
            "is_ambiguous" => Self::IsAmbiguous,
            "is_hlr" => Self::IsHlr,
            "looks_like_utf8" => Self::LooksLikeUtf8,
            "unexpected" => Self::Unexpected,
            "outcome" => Self::Outcome,
            _ => match name.strip_prefix("outcome.") {
                Some(part) => Self::OutcomePart(Part::from_name(part)?),
                None => Self::Field(field_from_name(name)?),
            },
        })
    }
}

/// Returns the field with this name on the wire (R25); `None` if there is no such field.
pub(crate) fn field_from_name(name: &str) -> Option<Field> {
    Field::ALL.iter().copied().find(|field| field.name() == name)
}
