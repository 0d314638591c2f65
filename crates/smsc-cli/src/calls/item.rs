//! The items of a reply: rows of named values, an API error, or what is malformed.

use serde::{Serialize, Serializer};
use smsc_proto::calls::{Balance, Incoming, Operator, Price, Sent, SentPhone, SentPhones, Statistics};
use smsc_proto::{ApiError, Error, MessageId, Text};
use visible_text::Visible;

/// An item of a reply.
pub(super) enum Item<'a> {
    Row(Row<'a>),
    ApiError(ApiError<'a>),
    Malformed(Error),
}

/// A row of a reply: its values, and the phones that the reply of send.php lists.
pub(super) struct Row<'a> {
    pub(super) values: Values<'a>,
    phones: Option<SentPhones<'a>>,
    /// Whether the row is a price, for which nothing was sent.
    pub(super) is_price: bool,
}

/// The values that are present, with the keys of fmt 3 and in its order.
pub(super) struct Values<'a>(Vec<(&'static str, Value<'a>)>);

/// A value, as the reply has it.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub(super) enum Value<'a> {
    Number(u32),
    Id(MessageId<'a>),
    Amount(&'a str),
    Text(Text<'a>),
}

impl<'a> Values<'a> {
    fn new<const N: usize>(values: [(&'static str, Option<Value<'a>>); N]) -> Self {
        Self(values.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
    }

    /// Returns the value of a key.
    pub(super) fn get(&self, key: &str) -> Option<Value<'a>> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Returns whether no value is present.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether a text looks like UTF-8 that was read in another charset (R51).
    pub(super) fn looks_like_utf8(&self) -> bool {
        self.0.iter().any(|(_, value)| matches!(value, Value::Text(text) if text.looks_like_utf8()))
    }
}

impl Value<'_> {
    /// Returns the value as it is.
    pub(super) fn exact(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Id(id) => id.to_string(),
            Self::Amount(digits) => digits.to_owned(),
            Self::Text(text) => text.to_string(),
        }
    }

    /// Returns the value with escapes in the place of invisible characters.
    pub(super) fn visible(self) -> String {
        match self {
            Self::Text(text) => Visible(text).to_string(),
            other => other.exact(),
        }
    }
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// A phone of a list, or what is malformed in its place.
#[derive(Serialize)]
#[serde(untagged)]
enum Phone<'a> {
    Values(Values<'a>),
    Malformed(Error),
}

/// Serializes as the values, with the phones as a list if there are any.
impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'r, 'a> {
            #[serde(flatten)]
            values: &'r Values<'a>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            phones: Vec<Phone<'a>>,
        }
        let phones = self.phones().map(|phone| phone.map_or_else(Phone::Malformed, Phone::Values)).collect();
        Keys { values: &self.values, phones }.serialize(serializer)
    }
}

impl<'a> Row<'a> {
    /// Returns the values of each phone, or what is malformed in its place.
    pub(super) fn phones(&self) -> impl Iterator<Item = Result<Values<'a>, Error>> + use<'a> {
        self.phones.clone().into_iter().flatten().map(|phone| phone.map(|phone| Values::of_phone(&phone)))
    }

    const fn of(values: Values<'a>) -> Self {
        Self { values, phones: None, is_price: false }
    }
}

impl<'a> Values<'a> {
    fn of_phone(phone: &SentPhone<'a>) -> Self {
        Self::new([
            ("phone", Some(Value::Text(phone.phone))),
            ("mccmnc", phone.mccmnc.map(Value::Text)),
            ("status", phone.status.map(Value::Text)),
            ("error", phone.error.map(Value::Text)),
            ("cost", phone.cost.map(|cost| Value::Amount(cost.as_str()))),
        ])
    }
}

impl<'a> From<Sent<'a>> for Row<'a> {
    fn from(sent: Sent<'a>) -> Self {
        let values = Values::new([
            ("id", Some(Value::Id(sent.id))),
            ("cnt", Some(Value::Number(sent.count))),
            ("cost", sent.cost.map(|cost| Value::Amount(cost.as_str()))),
            ("balance", sent.balance.map(|balance| Value::Amount(balance.as_str()))),
            ("code", sent.code.map(Value::Text)),
        ]);
        Self { values, phones: Some(sent.phones), is_price: false }
    }
}

impl<'a> From<Price<'a>> for Row<'a> {
    fn from(price: Price<'a>) -> Self {
        let values = Values::new([("cost", Some(Value::Amount(price.cost.as_str()))), ("cnt", Some(Value::Number(price.count)))]);
        Self { values, phones: Some(price.phones), is_price: true }
    }
}

impl<'a> From<Balance<'a>> for Row<'a> {
    fn from(balance: Balance<'a>) -> Self {
        Self::of(Values::new([
            ("balance", Some(Value::Amount(balance.amount.as_str()))),
            ("credit", balance.credit.map(|credit| Value::Amount(credit.as_str()))),
            ("currency", balance.currency.map(Value::Text)),
        ]))
    }
}

impl<'a> From<Operator<'a>> for Row<'a> {
    fn from(operator: Operator<'a>) -> Self {
        Self::of(Values::new([
            ("country", operator.country.map(Value::Text)),
            ("operator", operator.operator.map(Value::Text)),
            ("region", operator.region.map(Value::Text)),
            ("mcc", operator.mcc.map(Value::Text)),
            ("mnc", operator.mnc.map(Value::Text)),
            ("tz", operator.tz.map(Value::Text)),
        ]))
    }
}

impl<'a> From<Incoming<'a>> for Row<'a> {
    fn from(message: Incoming<'a>) -> Self {
        Self::of(Values::new([
            ("id", Some(Value::Id(message.id))),
            ("phone", Some(Value::Text(message.phone))),
            ("message", message.message.map(Value::Text)),
            ("to_phone", message.to_phone.map(Value::Text)),
            ("sent", message.sent.map(Value::Text)),
            ("received", message.received.map(Value::Text)),
        ]))
    }
}

impl<'a> From<Statistics<'a>> for Row<'a> {
    fn from(row: Statistics<'a>) -> Self {
        Self::of(Values::new([
            ("login", row.login.map(Value::Text)),
            ("sms", Some(Value::Number(row.count))),
            ("credit", row.credit.map(|credit| Value::Amount(credit.as_str()))),
            ("debit", row.debit.map(|debit| Value::Amount(debit.as_str()))),
            ("currency", row.currency.map(Value::Text)),
        ]))
    }
}
