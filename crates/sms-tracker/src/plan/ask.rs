//! The requests that a plan asks for.

/// A request to make, from [`Plan::poll`](crate::Plan::poll). Each one ends with
/// [`on_reply`](crate::Plan::on_reply), [`on_failure`](crate::Plan::on_failure) or
/// [`on_unsent`](crate::Plan::on_unsent).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Ask {
    pub(super) list: u16,
    pub(super) serial: u32,
    pub(super) kind: AskKind,
    pub(super) since: u64,
    pub(super) len: u32,
}

/// The kind of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskKind {
    /// The status of one message, by itself.
    Single,
    /// The statuses of several messages, in a batch.
    Batch,
    /// The history (get.php) of the phones of these messages, for the days in which they were sent.
    History {
        /// The time at which the first of them was sent, in Unix seconds.
        first_sent: u32,
        /// The time at which the last of them was sent, in Unix seconds.
        last_sent: u32,
    },
}

impl Ask {
    /// Returns the kind of the request.
    #[must_use]
    pub const fn kind(&self) -> AskKind {
        self.kind
    }

    /// Returns the number by which [`Plan::in_work`](crate::Plan::in_work) finds the request.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.serial
    }

    /// Returns the number of messages.
    #[must_use]
    pub const fn len(&self) -> u32 {
        self.len
    }

    /// Returns whether the request is for no message, which no plan asks for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}
