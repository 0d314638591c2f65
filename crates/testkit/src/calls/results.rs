//! The core's results in the form of the cases.

use serde_json::{Map, Value, json};
use smsc_proto::calls::{
    Balance, BalanceQuery, BalanceReply, Incoming, IncomingQuery, IncomingReply, Operator, OperatorQuery, OperatorReply, SendQuery,
    SendReply, SentPhone, SentPhones, Statistics, StatisticsQuery, StatisticsReply,
};
use smsc_proto::{ApiError, Charset, CostMode, Error, Format, MessageId};

use super::query::{Call, Script};
use crate::parsers::malformed;

impl Call {
    /// Parses a reply with the core, and returns its lines.
    #[must_use]
    pub fn lines(&self, body: &[u8]) -> Vec<Value> {
        self.read(body).unwrap_or_else(|_| vec![malformed()])
    }

    /// Parses a reply with the core, and returns its lines, or the error of a reply that has none.
    ///
    /// # Errors
    ///
    /// If the reply is malformed as a whole.
    ///
    /// # Panics
    ///
    /// Panics if the query is not of the form that [`Call`] describes.
    pub fn read(&self, body: &[u8]) -> Result<Vec<Value>, Error> {
        self.parse(body, &mut |_| {})
    }

    /// Formats everything that can be shown of a reply and its query without asking for a value.
    ///
    /// # Panics
    ///
    /// Panics if the query is not of the form that [`Call`] describes.
    #[must_use]
    pub fn shown(&self, body: &[u8]) -> String {
        let mut shown = String::new();
        if let Err(error) = self.parse(body, &mut |text| shown += &text) {
            shown.extend([error.to_string(), format!(" {error:?}")]);
        }
        shown
    }

    /// Parses a reply with the core. Calls `see` with everything that `Debug` and the `Display` of
    /// errors show of it.
    fn parse(&self, body: &[u8], see: &mut dyn FnMut(String)) -> Result<Vec<Value>, Error> {
        let format = Format::try_from(self.fmt).expect("a format");
        let charset = Charset::from_name(&self.charset).expect("a charset");
        match self.script {
            Script::Send => {
                let cost = CostMode::try_from(self.cost).expect("a cost");
                let reply = SendQuery::new(format, cost).charset(charset).read(body)?;
                see(format!("{reply:?}"));
                Ok(vec![sent(reply, see)])
            }
            Script::Balance => {
                let reply = BalanceQuery::new(format).charset(charset).read(body)?;
                see(format!("{reply:?}"));
                Ok(vec![balance(&reply, see)])
            }
            Script::Incoming => {
                let reply = IncomingQuery::new().charset(charset).read(body)?;
                see(format!("{reply:?}"));
                Ok(match reply {
                    IncomingReply::Error(error) => vec![api_error(&error, see)],
                    IncomingReply::Messages(messages) => messages.map(|message| item(message, see, incoming)).collect(),
                })
            }
            Script::Statistics => {
                let reply = StatisticsQuery::new(format).charset(charset).read(body)?;
                see(format!("{reply:?}"));
                Ok(match reply {
                    StatisticsReply::Error(error) => vec![api_error(&error, see)],
                    StatisticsReply::Rows(rows) => rows.map(|row| item(row, see, statistics)).collect(),
                })
            }
            Script::Operator => {
                let reply = OperatorQuery::new(format).charset(charset).read(body)?;
                see(format!("{reply:?}"));
                Ok(vec![match reply {
                    OperatorReply::Error(error) => api_error(&error, see),
                    OperatorReply::Operator(found) => operator(&found),
                }])
            }
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `Option::map`")]
fn text(text: impl ToString) -> Value {
    Value::String(text.to_string())
}

fn id(id: MessageId<'_>) -> Value {
    id.number().map_or_else(|| text(id), |number| json!(number))
}

fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let present = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(present.collect::<Map<_, _>>())
}

/// Returns the line of an object of a list.
fn item<T: std::fmt::Debug>(found: Result<T, Error>, see: &mut dyn FnMut(String), line: fn(&T) -> Value) -> Value {
    see(format!("{found:?}"));
    match found {
        Ok(found) => line(&found),
        Err(error) => {
            see(error.to_string());
            malformed()
        }
    }
}

fn api_error(error: &ApiError<'_>, see: &mut dyn FnMut(String)) -> Value {
    see(error.to_string());
    object([("error_code", Some(json!(error.code.0))), ("error", error.text.map(text)), ("id", error.id.map(id))])
}

fn sent(reply: SendReply<'_>, see: &mut dyn FnMut(String)) -> Value {
    match reply {
        SendReply::Error(error) => api_error(&error, see),
        SendReply::Sent(sent) => object([
            ("id", Some(id(sent.id))),
            ("cnt", Some(json!(sent.count))),
            ("cost", sent.cost.map(text)),
            ("balance", sent.balance.map(text)),
            ("code", sent.code.map(text)),
            ("phones", phones(sent.phones, see)),
        ]),
        SendReply::Price(price) => {
            object([("cost", Some(text(price.cost))), ("cnt", Some(json!(price.count))), ("phones", phones(price.phones, see))])
        }
    }
}

fn phones(phones: SentPhones<'_>, see: &mut dyn FnMut(String)) -> Option<Value> {
    let phones: Vec<Value> = phones.map(|found| item(found, see, phone)).collect();
    (!phones.is_empty()).then_some(Value::Array(phones))
}

fn phone(phone: &SentPhone<'_>) -> Value {
    object([
        ("phone", Some(text(phone.phone))),
        ("mccmnc", phone.mccmnc.map(text)),
        ("status", phone.status.map(text)),
        ("error", phone.error.map(text)),
        ("cost", phone.cost.map(text)),
    ])
}

fn balance(reply: &BalanceReply<'_>, see: &mut dyn FnMut(String)) -> Value {
    match reply {
        BalanceReply::Error(error) => api_error(error, see),
        BalanceReply::Balance(Balance { amount, credit, currency, .. }) => {
            object([("balance", Some(text(amount))), ("credit", credit.map(text)), ("currency", currency.map(text))])
        }
    }
}

fn incoming(message: &Incoming<'_>) -> Value {
    object([
        ("id", Some(id(message.id))),
        ("phone", Some(text(message.phone))),
        ("message", message.message.map(text)),
        ("to_phone", message.to_phone.map(text)),
        ("sent", message.sent.map(text)),
        ("received", message.received.map(text)),
    ])
}

fn statistics(row: &Statistics<'_>) -> Value {
    object([
        ("login", row.login.map(text)),
        ("sms", Some(json!(row.count))),
        ("credit", row.credit.map(text)),
        ("debit", row.debit.map(text)),
        ("currency", row.currency.map(text)),
    ])
}

fn operator(operator: &Operator<'_>) -> Value {
    object([
        ("country", operator.country.map(text)),
        ("operator", operator.operator.map(text)),
        ("region", operator.region.map(text)),
        ("mcc", operator.mcc.map(text)),
        ("mnc", operator.mnc.map(text)),
        ("tz", operator.tz.map(text)),
    ])
}
