//! The options of a report.

use smsc_proto::MessageKind;
use smsc_proto::request::Date;

use crate::error::Error;
use crate::figures::Totals;
use crate::statement::Statement;
use crate::zone::Zone;

/// The options of a [`Collector`](crate::Collector).
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub(crate) is_merged: bool,
    pub(crate) kind: MessageKind,
    pub(crate) zone: Option<Zone>,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) currency: Option<String>,
    pub(crate) previous: Option<Totals>,
    pub(crate) statement: Option<Statement>,
}

impl Options {
    /// Creates the options for reports that are merged, in the zone of the account.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the options for records of which each is another message. Memory is by groups alone
    /// then.
    #[must_use]
    pub fn merged(self) -> Self {
        Self { is_merged: true, ..self }
    }

    /// Returns the options for messages of this kind: that of the request.
    #[must_use]
    pub fn kind(self, kind: MessageKind) -> Self {
        Self { kind, ..self }
    }

    /// Returns the options with this zone of days and hours. Without one, it is that of the account if
    /// the replies show it, as those in fmt 2 and 3 do, and else UTC.
    #[must_use]
    pub fn zone(self, zone: Zone) -> Self {
        Self { zone: Some(zone), ..self }
    }

    /// Returns the options for messages that were sent on these days, the first and the last included.
    /// Messages without the time of their sending are left out then.
    ///
    /// # Errors
    ///
    /// If the period ends before it starts.
    pub fn days(self, from: Option<Date>, to: Option<Date>) -> Result<Self, Error> {
        match from.zip(to) {
            Some((from, to)) if to < from => Err(Error::PeriodBackwards),
            _ => Ok(Self { from, to, ..self }),
        }
    }

    /// Returns the options with the currency of the cost.
    #[must_use]
    pub fn currency(self, currency: &str) -> Self {
        Self { currency: Some(currency.to_owned()), ..self }
    }

    /// Returns the options with the totals of the period before.
    #[must_use]
    pub fn previous(self, totals: Totals) -> Self {
        Self { previous: Some(totals), ..self }
    }

    /// Returns the options with the statistics of the account for the period. Their currency is that of
    /// the cost if no other was set.
    #[must_use]
    pub fn statement(self, statement: Statement) -> Self {
        Self { statement: Some(statement), ..self }
    }

    /// Returns whether messages are left out by the time of their sending.
    pub(crate) const fn has_period(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}
