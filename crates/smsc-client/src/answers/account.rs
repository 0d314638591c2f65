//! Answers of balance.php, info.php and get.php.

use std::fmt;

use smsc_proto::calls;

use super::text;
use crate::record::Id;

/// The balance of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Balance {
    /// The exact amount.
    pub amount: String,
    /// The amount that the balance may go below zero.
    pub credit: Option<String>,
    /// The currency, such as `RUR`.
    pub currency: Option<String>,
}

/// The operator of a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operator {
    /// The country.
    pub country: Option<String>,
    /// The operator.
    pub operator: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The mobile country code.
    pub mcc: Option<String>,
    /// The mobile network code, such as `02`.
    pub mnc: Option<String>,
    /// The time zone of the region, as written in the reply.
    pub tz: Option<String>,
}

/// A message that somebody sent to a number of the account. `Debug` shows the id alone.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Incoming {
    /// The id of the incoming message.
    pub id: Id,
    /// The phone that it came from.
    pub phone: String,
    /// Its text.
    pub message: Option<String>,
    /// The number of the account that it was sent to.
    pub to_phone: Option<String>,
    /// The time of sending, as `DD.MM.YYYY hh:mm:ss` in the account's own zone.
    pub sent: Option<String>,
    /// The time at which the service received it, in the same form.
    pub received: Option<String>,
}

impl Balance {
    pub(crate) fn new(balance: &calls::Balance<'_>) -> Self {
        Self {
            amount: balance.amount.as_str().to_owned(),
            credit: balance.credit.map(|credit| credit.as_str().to_owned()),
            currency: text(balance.currency),
        }
    }
}

impl Operator {
    pub(crate) fn new(operator: &calls::Operator<'_>) -> Self {
        Self {
            country: text(operator.country),
            operator: text(operator.operator),
            region: text(operator.region),
            mcc: text(operator.mcc),
            mnc: text(operator.mnc),
            tz: text(operator.tz),
        }
    }
}

impl Incoming {
    pub(crate) fn new(incoming: &calls::Incoming<'_>) -> Self {
        Self {
            id: incoming.id.into(),
            phone: incoming.phone.to_string(),
            message: text(incoming.message),
            to_phone: text(incoming.to_phone),
            sent: text(incoming.sent),
            received: text(incoming.received),
        }
    }
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming").field("id", &self.id).finish_non_exhaustive()
    }
}
