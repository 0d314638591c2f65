//! Classes of statuses, of which a higher one replaces a lower one.

use smsc_proto::StatusCode;

/// The class of a status. A report of a higher class replaces one of a lower class, even if the lower
/// one is newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No state: the service does not find the message (-3).
    NotFound,
    /// On the way (-2, -1, 0), or a status without a name.
    Pending,
    /// At an end: delivered (1), or not (3, 20, 22 to 25).
    Final,
    /// Read (2), so delivered as well.
    Read,
    /// A link in it was clicked (4), or it was marked as spam (6), so read as well.
    Acted,
}

impl Class {
    /// Returns the class of a status.
    #[must_use]
    pub const fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::DELIVERED
            | StatusCode::EXPIRED
            | StatusCode::UNDELIVERABLE
            | StatusCode::WRONG_NUMBER
            | StatusCode::FORBIDDEN
            | StatusCode::NO_MONEY
            | StatusCode::UNAVAILABLE_NUMBER => Self::Final,
            StatusCode::READ => Self::Read,
            StatusCode::LINK_CLICKED | StatusCode::REPORTED_AS_SPAM => Self::Acted,
            _ => Self::Pending,
        }
    }

    /// Returns whether the message is at its end: what the recipient does may still be reported, and
    /// nothing else.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Final | Self::Read | Self::Acted)
    }
}

/// Returns the rank of a status among those of its class that were reached in the same second: a
/// status that needs the other one to have come before is higher.
pub(super) const fn rank(status: StatusCode) -> u8 {
    match status {
        StatusCode::STOPPED => 1,
        StatusCode::WAITING => 2,
        StatusCode::HANDED_OVER => 3,
        StatusCode::NO_MONEY => 4,
        StatusCode::FORBIDDEN => 5,
        StatusCode::WRONG_NUMBER => 6,
        StatusCode::UNAVAILABLE_NUMBER => 7,
        StatusCode::EXPIRED => 8,
        StatusCode::UNDELIVERABLE => 9,
        StatusCode::DELIVERED => 10,
        StatusCode::LINK_CLICKED => 11,
        StatusCode::REPORTED_AS_SPAM => 12,
        _ => 0,
    }
}
