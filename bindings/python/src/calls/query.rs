//! The queries of the other calls, and what they parse: values that borrow nothing of the body.

use smsc_proto::calls::{
    Balance, BalanceQuery, BalanceReply, Incoming, IncomingQuery, IncomingReply, Operator, OperatorQuery, OperatorReply, Price,
    SendQuery, SendReply, Sent, SentPhone, SentPhones, Statistics, StatisticsQuery, StatisticsReply,
};
use smsc_proto::{ApiError, Charset, Endpoint, Error};

use crate::calls::object::{Class, Object, Row, Value};
use crate::interrupt::GoOn;
use crate::items::ApiErrorData;

/// The query of a call.
#[derive(Clone, Copy)]
pub(crate) enum CallQuery {
    Send(SendQuery),
    Balance(BalanceQuery),
    Incoming(IncomingQuery),
    Statistics(StatisticsQuery),
    Operator(OperatorQuery),
}

macro_rules! from {
    ($($Kind:ident $Query:ident),*) => {$(
        impl From<$Query> for CallQuery {
            fn from(query: $Query) -> Self {
                Self::$Kind(query)
            }
        }
    )*};
}

from!(Send SendQuery, Balance BalanceQuery, Incoming IncomingQuery, Statistics StatisticsQuery, Operator OperatorQuery);

impl CallQuery {
    /// Returns the query with this charset.
    pub(super) fn with_charset(self, charset: Charset) -> Self {
        match self {
            Self::Send(query) => query.charset(charset).into(),
            Self::Balance(query) => query.charset(charset).into(),
            Self::Incoming(query) => query.charset(charset).into(),
            Self::Statistics(query) => query.charset(charset).into(),
            Self::Operator(query) => query.charset(charset).into(),
        }
    }

    const fn endpoint(self) -> Endpoint {
        match self {
            Self::Send(_) => SendQuery::ENDPOINT,
            Self::Balance(_) => BalanceQuery::ENDPOINT,
            Self::Incoming(_) => IncomingQuery::ENDPOINT,
            Self::Statistics(_) => StatisticsQuery::ENDPOINT,
            Self::Operator(_) => OperatorQuery::ENDPOINT,
        }
    }
}

/// A parsed reply.
pub(super) enum Answer {
    Error(ApiErrorData),
    Object(Object),
    List(Vec<Row>),
}

/// Parses a body. Fails if it is no reply to the query. The objects of a list end where `go_on`
/// returns false.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "a function for `over_body`")]
pub(super) fn read(query: &CallQuery, body: &[u8], go_on: GoOn<'_>) -> Result<Answer, Error> {
    let rejected = |error: ApiError<'_>| Answer::Error(ApiErrorData::new(&error, Some(query.endpoint())));
    Ok(match query {
        CallQuery::Send(query) => match query.read(body)? {
            SendReply::Error(error) => rejected(error),
            SendReply::Sent(sent) => Answer::Object(of_sent(sent, go_on)),
            SendReply::Price(price) => Answer::Object(of_price(price, go_on)),
        },
        CallQuery::Balance(query) => match query.read(body)? {
            BalanceReply::Error(error) => rejected(error),
            BalanceReply::Balance(balance) => Answer::Object(of_balance(balance)),
        },
        CallQuery::Incoming(query) => match query.read(body)? {
            IncomingReply::Error(error) => rejected(error),
            IncomingReply::Messages(messages) => Answer::List(rows(messages, of_incoming, go_on)),
        },
        CallQuery::Statistics(query) => match query.read(body)? {
            StatisticsReply::Error(error) => rejected(error),
            StatisticsReply::Rows(found) => Answer::List(rows(found, of_statistics, go_on)),
        },
        CallQuery::Operator(query) => match query.read(body)? {
            OperatorReply::Error(error) => rejected(error),
            OperatorReply::Operator(operator) => Answer::Object(of_operator(operator)),
        },
    })
}

/// The number of objects from one question whether to go on to the next.
const STEP: usize = 64;

fn rows<T>(found: impl Iterator<Item = Result<T, Error>>, object: fn(T) -> Object, go_on: GoOn<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in found {
        rows.push(row.map(object));
        if rows.len().is_multiple_of(STEP) && !go_on() {
            break;
        }
    }
    rows
}

fn phones(phones: SentPhones<'_>, go_on: GoOn<'_>) -> Value {
    let phone = |SentPhone { phone, mccmnc, status, error, cost, .. }: SentPhone<'_>| {
        Object::new(Class::SentPhone, [phone.into(), mccmnc.into(), status.into(), error.into(), cost.into()])
    };
    Value::List(rows(phones, phone, go_on))
}

fn of_sent(sent: Sent<'_>, go_on: GoOn<'_>) -> Object {
    let Sent { id, count, cost, balance, code, phones: listed, .. } = sent;
    let values = [id.into(), count.into(), cost.into(), balance.into(), code.into(), phones(listed, go_on)];
    Object::new(Class::Sent, values)
}

fn of_price(price: Price<'_>, go_on: GoOn<'_>) -> Object {
    let Price { cost, count, phones: listed, .. } = price;
    Object::new(Class::Price, [cost.into(), count.into(), phones(listed, go_on)])
}

fn of_balance(Balance { amount, credit, currency, .. }: Balance<'_>) -> Object {
    Object::new(Class::Balance, [amount.into(), credit.into(), currency.into()])
}

fn of_incoming(message: Incoming<'_>) -> Object {
    let Incoming { id, phone, message, to_phone, sent, received, .. } = message;
    let values = [id.into(), phone.into(), message.into(), to_phone.into(), sent.into(), received.into()];
    Object::new(Class::Incoming, values)
}

fn of_statistics(row: Statistics<'_>) -> Object {
    let Statistics { login, count, credit, debit, currency, .. } = row;
    Object::new(Class::Statistics, [login.into(), count.into(), credit.into(), debit.into(), currency.into()])
}

fn of_operator(found: Operator<'_>) -> Object {
    let Operator { country, operator, region, mcc, mnc, tz, .. } = found;
    let values = [country.into(), operator.into(), region.into(), mcc.into(), mnc.into(), tz.into()];
    Object::new(Class::Operator, values)
}
