//! Parses a reply with the query of its call.

use smsc_proto::calls::{
    BalanceQuery, BalanceReply, IncomingQuery, IncomingReply, OperatorQuery, OperatorReply, SendQuery, SendReply, StatisticsQuery,
    StatisticsReply,
};
use smsc_proto::{Charset, CostMode, Endpoint, Error, Format};

use super::item::{Item, Row};
use crate::args::{Call, Decode};

/// The call that a reply is to, with the options of its request.
pub(crate) struct Question {
    call: Call,
    format: Format,
    charset: Charset,
    cost: CostMode,
    endpoint: Endpoint,
}

/// The items of a reply, each of which is parsed when it is reached.
pub(super) type Items<'a> = Box<dyn Iterator<Item = Item<'a>> + 'a>;

impl Question {
    /// Returns the question of a call whose replies have no records, or `None` for another call.
    ///
    /// fmt 1 of the history is unknown (R64), so that only an API error can be read in it.
    pub(crate) fn new(options: &Decode) -> Option<Self> {
        let (call, format) = (options.call(), options.format());
        let has_records = match call {
            Call::Status | Call::Delete => true,
            Call::History => format != Format::Values,
            Call::Send | Call::Balance | Call::Operator | Call::Incoming | Call::Statistics => false,
        };
        let endpoint = call.endpoint().filter(|_| !has_records)?;
        Some(Self { call, format, charset: options.charset(), cost: options.cost(), endpoint })
    }

    /// Returns the call.
    pub(super) const fn call(&self) -> Call {
        self.call
    }

    /// Returns the format of the reply.
    pub(super) const fn format(&self) -> Format {
        self.format
    }

    /// Returns the charset of the reply.
    pub(super) const fn charset(&self) -> Charset {
        self.charset
    }

    /// Returns the `cost` of the request.
    pub(super) const fn cost(&self) -> CostMode {
        self.cost
    }

    /// Returns the endpoint, which decides what the number of an API error means (R61).
    pub(super) const fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// Parses a body. A body that is no such reply is one malformed item.
    pub(super) fn items<'a>(&self, body: &'a [u8]) -> Items<'a> {
        self.read(body).unwrap_or_else(|error| one(Item::Malformed(error)))
    }

    fn read<'a>(&self, body: &'a [u8]) -> Result<Items<'a>, Error> {
        let Self { format, charset, .. } = *self;
        Ok(match self.call {
            Call::Send => match SendQuery::new(format, self.cost).charset(charset).read(body)? {
                SendReply::Error(error) => one(Item::ApiError(error)),
                SendReply::Sent(sent) => one(Item::Row(sent.into())),
                SendReply::Price(price) => one(Item::Row(price.into())),
            },
            Call::Balance => match BalanceQuery::new(format).charset(charset).read(body)? {
                BalanceReply::Error(error) => one(Item::ApiError(error)),
                BalanceReply::Balance(balance) => one(Item::Row(balance.into())),
            },
            Call::Operator => match OperatorQuery::new(format).charset(charset).read(body)? {
                OperatorReply::Error(error) => one(Item::ApiError(error)),
                OperatorReply::Operator(operator) => one(Item::Row(operator.into())),
            },
            Call::Incoming if format == Format::Json => match IncomingQuery::new().charset(charset).read(body)? {
                IncomingReply::Error(error) => one(Item::ApiError(error)),
                IncomingReply::Messages(messages) => all(messages),
            },
            // In a format of get.php that is unknown, only an API error can be read, whatever the call.
            _ => match StatisticsQuery::new(format).charset(charset).read(body)? {
                StatisticsReply::Error(error) => one(Item::ApiError(error)),
                StatisticsReply::Rows(rows) => all(rows),
            },
        })
    }
}

fn one(item: Item<'_>) -> Items<'_> {
    Box::new(std::iter::once(item))
}

/// Returns the items of a list.
fn all<'a, T: Into<Row<'a>>>(list: impl Iterator<Item = Result<T, Error>> + 'a) -> Items<'a> {
    Box::new(list.map(|row| row.map_or_else(Item::Malformed, |row| Item::Row(row.into()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The endpoints of the calls are those of the core.
    #[test]
    fn each_call_has_the_endpoint_of_its_query() {
        for (call, endpoint) in [
            (Call::Send, SendQuery::ENDPOINT),
            (Call::Balance, BalanceQuery::ENDPOINT),
            (Call::Operator, OperatorQuery::ENDPOINT),
            (Call::Incoming, IncomingQuery::ENDPOINT),
            (Call::Statistics, StatisticsQuery::ENDPOINT),
            (Call::History, Endpoint::History),
        ] {
            assert_eq!(call.endpoint(), Some(endpoint), "{}", call.name());
        }
    }
}
