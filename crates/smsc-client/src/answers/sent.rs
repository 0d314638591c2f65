//! Answers of send.php.

use std::fmt;

use smsc_proto::calls;

use super::text;
use crate::record::Id;

/// A message that the service accepted.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentMessage {
    /// The id, with which the status is asked for.
    pub id: Id,
    /// The number of parts of all messages, or the seconds of a call.
    pub count: u32,
    /// The exact cost, if it was asked for.
    pub cost: Option<String>,
    /// The exact balance after it, if it was asked for.
    pub balance: Option<String>,
    /// The code that a call dictates. `Debug` does not show it.
    pub code: Option<String>,
    /// The phones that were asked to be listed.
    pub phones: Vec<SentTo>,
}

/// The price of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Price {
    /// The exact cost.
    pub cost: String,
    /// The number of parts of all messages, or the seconds of a call.
    pub count: u32,
    /// The phones that were asked to be listed.
    pub phones: Vec<SentTo>,
}

/// A phone in the list of an answer. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentTo {
    /// The phone.
    pub phone: String,
    /// The country code and network code, together.
    pub mccmnc: Option<String>,
    /// The exact cost.
    pub cost: Option<String>,
    /// The status as written in the reply, if the phone cannot be sent to.
    pub status: Option<String>,
    /// The reason, as written in the reply.
    pub err: Option<String>,
}

impl SentMessage {
    pub(crate) fn new(sent: calls::Sent<'_>) -> Self {
        Self {
            id: sent.id.into(),
            count: sent.count,
            cost: sent.cost.map(|cost| cost.as_str().to_owned()),
            balance: sent.balance.map(|balance| balance.as_str().to_owned()),
            code: text(sent.code),
            phones: listed(sent.phones),
        }
    }
}

impl Price {
    pub(crate) fn new(price: &calls::Price<'_>) -> Self {
        Self { cost: price.cost.as_str().to_owned(), count: price.count, phones: listed(price.phones.clone()) }
    }
}

/// Copies the list of phones. The message was accepted even if an item of the list cannot be read.
fn listed(phones: calls::SentPhones<'_>) -> Vec<SentTo> {
    phones.filter_map(Result::ok).map(|phone| SentTo::new(&phone)).collect()
}

impl SentTo {
    fn new(sent: &calls::SentPhone<'_>) -> Self {
        Self {
            phone: sent.phone.to_string(),
            mccmnc: text(sent.mccmnc),
            cost: sent.cost.map(|cost| cost.as_str().to_owned()),
            status: text(sent.status),
            err: text(sent.error),
        }
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("SentMessage");
        debug.field("id", &self.id).field("count", &self.count).field("cost", &self.cost).finish_non_exhaustive()
    }
}

impl fmt::Debug for SentTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentTo").field("status", &self.status).field("err", &self.err).finish_non_exhaustive()
    }
}
