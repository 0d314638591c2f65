//! The meaning of the codes of a record.

use sms_outcome::{Outcome, lookup, type_of};
use smsc_proto::{ErrCode, MessageKind, MessageType, Record, StatusCode};

/// The columns of an outcome.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) state: &'static str,
    pub(crate) cause: &'static str,
    pub(crate) retry: &'static str,
    pub(crate) retry_after_s: Option<u32>,
    pub(crate) is_final: bool,
    pub(crate) suppress: bool,
}

impl From<Outcome> for Meaning {
    fn from(outcome: Outcome) -> Self {
        Self {
            state: outcome.state.name(),
            cause: outcome.cause.name(),
            retry: outcome.retry.name(),
            retry_after_s: outcome.retry.after_s(),
            is_final: outcome.is_final,
            suppress: outcome.suppress.is_some(),
        }
    }
}

type Codes = (StatusCode, Option<ErrCode>, MessageType);

/// The meanings that were looked up last: replies have few different codes.
pub(crate) struct Meanings([Option<(Codes, Meaning)>; 64]);

impl Default for Meanings {
    fn default() -> Self {
        Self([None; 64])
    }
}

impl Meanings {
    /// Returns what the codes of a record mean.
    pub(crate) fn of(&mut self, record: &Record<'_>, kind: MessageKind) -> Meaning {
        let codes = (record.status(), record.err(), type_of(record, kind));
        let err = codes.1.map_or(0, |err| err.0);
        let slot = codes.0.0.unsigned_abs().wrapping_mul(31).wrapping_add(err) as usize % self.0.len();
        match self.0[slot] {
            Some((known, meaning)) if known == codes => meaning,
            _ => {
                let meaning = Meaning::from(lookup(codes.0, codes.1, codes.2));
                self.0[slot] = Some((codes, meaning));
                meaning
            }
        }
    }
}
