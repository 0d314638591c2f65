//! `Serialize` for the replies of the other calls, with the keys of fmt 3 and without absent fields
//! (feature `serde`).

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::balance::Balance;
use super::incoming::{Incoming, IncomingMessages};
use super::operator::Operator;
use super::send::{Price, Sent, SentPhone, SentPhones};
use super::statistics::{Statistics, StatisticsRows};
use crate::error::Error;
use crate::model::amount::Amount;
use crate::ser::objects;

impl Serialize for Amount<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

objects! {
    Balance |this| {
        "balance": Some(this.amount),
        "credit": this.credit,
        "currency": this.currency,
    }
    Sent |this| {
        "id": Some(this.id),
        "cnt": Some(this.count),
        "cost": this.cost,
        "balance": this.balance,
        "code": this.code,
        "phones": listed(&this.phones),
    }
    Price |this| {
        "cost": Some(this.cost),
        "cnt": Some(this.count),
        "phones": listed(&this.phones),
    }
    SentPhone |this| {
        "phone": Some(this.phone),
        "mccmnc": this.mccmnc,
        "cost": this.cost,
        "status": this.status,
        "error": this.error,
    }
    Incoming |this| {
        "id": Some(this.id),
        "phone": Some(this.phone),
        "message": this.message,
        "to_phone": this.to_phone,
        "sent": this.sent,
        "received": this.received,
    }
    Statistics |this| {
        "login": this.login,
        "sms": Some(this.count),
        "credit": this.credit,
        "debit": this.debit,
        "currency": this.currency,
    }
    Operator |this| {
        "country": this.country,
        "operator": this.operator,
        "region": this.region,
        "mcc": this.mcc,
        "mnc": this.mnc,
        "tz": this.tz,
    }
}

/// Returns the phones of a reply, or `None` if it lists none.
fn listed<'p, 'a>(phones: &'p SentPhones<'a>) -> Option<&'p SentPhones<'a>> {
    phones.clone().next().map(|_| phones)
}

/// Implements `Serialize` for a list that is parsed while it is iterated: as a list, with an error in
/// the place of each malformed element.
macro_rules! lists {
    ($($Type:ident)*) => {
        $(
            impl Serialize for $Type<'_> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serialize_list(self.clone(), serializer)
                }
            }
        )*
    };
}

lists! { SentPhones IncomingMessages StatisticsRows }

fn serialize_list<T: Serialize, S: Serializer>(
    elements: impl Iterator<Item = Result<T, Error>> + Clone,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(elements.clone().count()))?;
    for element in elements {
        match element {
            Ok(element) => list.serialize_element(&element)?,
            Err(error) => list.serialize_element(&error)?,
        }
    }
    list.end()
}
