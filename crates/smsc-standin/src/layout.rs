//! Older layouts of fmt 1 (section 2.3 of the rules).

use serde::Deserialize;
use smsc_proto::{Format, Query};

/// A layout of status replies in fmt 1. Each older one differs from the current one in what its rule
/// says and in nothing else, since it is not known which of them were used together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Layout {
    /// The current layout.
    #[default]
    Current,
    /// all=0 of one message ends at `last_timestamp` (R22).
    WithoutErr,
    /// all=1 and 2 of messages end at `message` (R23).
    WithoutType,
    /// all=1 and 2 of messages end at `message,type` (R23).
    WithoutComment,
    /// There is a space before `comment` and `type`, and before the `send_timestamp` of HLR replies
    /// (R24).
    Spaced,
}

impl Layout {
    pub(crate) const fn has_comment(self) -> bool {
        !matches!(self, Self::WithoutType | Self::WithoutComment)
    }

    pub(crate) const fn has_type(self) -> bool {
        !matches!(self, Self::WithoutType)
    }

    /// Returns the layout of a reply to this query: the older ones are those of fmt 1.
    pub(crate) const fn of(self, query: &Query<'_>) -> Self {
        if matches!(query.get_format(), Format::Values) { self } else { Self::Current }
    }
}
