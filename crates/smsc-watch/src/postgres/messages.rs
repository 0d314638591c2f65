//! Messages, and the requests for them.

use std::collections::HashMap;

use postgres::Transaction;

use crate::error::ErrorKind;
use crate::message::{Added, Lanes, NewMessage};
use crate::phone::{self, Keys};
use crate::postgres::values::get_time;
use crate::values::{self, time};

/// The number of messages in one statement.
const CHUNK: usize = 5_000;

const INSERT: &str = "INSERT INTO messages (id, phone, phone_key, sent, added)
    SELECT *, $5::bigint FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
    ON CONFLICT (id, phone_key) DO NOTHING";
const FIND: &str = "SELECT message, id, phone_key, phone FROM messages
    WHERE (id, phone_key) IN (SELECT * FROM unnest($1::text[], $2::text[]))";

/// A message's id and phone, as they are stored and as they are found.
pub(super) struct Name<'m> {
    id: String,
    phone: &'m str,
    keys: Keys,
}

impl<'m> Name<'m> {
    pub(super) fn new(id: &smsc_client::Id, phone: &'m str) -> Result<Self, ErrorKind> {
        Ok(Self { id: values::id(id)?, phone: values::phone(phone)?, keys: phone::keys(phone) })
    }
}

/// The messages of some names, by id and key.
pub(super) struct Found(HashMap<(String, String), (i64, String)>);

impl Found {
    /// Finds the messages of these names.
    pub(super) fn find(transaction: &mut Transaction<'_>, names: &[&Name<'_>]) -> Result<Self, ErrorKind> {
        let keys = |name: &Name<'_>| [Some(name.keys.own.clone()), name.keys.other.clone()];
        let pairs = names.iter().flat_map(|name| keys(name).into_iter().flatten().map(|key| (name.id.clone(), key)));
        let (ids, keys): (Vec<_>, Vec<_>) = pairs.unzip();
        let rows = transaction.query(FIND, &[&ids, &keys])?;
        let found = rows.iter().map(|row| {
            let key = (row.try_get("id")?, row.try_get("phone_key")?);
            Ok((key, (row.try_get("message")?, row.try_get("phone")?)))
        });
        found.collect::<Result<_, _>>().map(Self)
    }

    /// Returns the key of a message. Returns `None` if there is none.
    pub(super) fn get(&self, name: &Name<'_>) -> Option<i64> {
        let keys = [Some(&name.keys.own), name.keys.other.as_ref()];
        let mut found = keys.into_iter().flatten().filter_map(|key| self.0.get(&(name.id.clone(), key.clone())));
        found.find(|(_, phone)| phone::is_same(name.phone, phone)).map(|(message, _)| *message)
    }

    /// Notes a message that is about to be added.
    fn insert(&mut self, name: &Name<'_>) {
        self.0.entry((name.id.clone(), name.keys.own.clone())).or_insert((0, name.phone.to_owned()));
    }
}

/// Adds messages, and counts those that are new.
pub(super) fn add(transaction: &mut Transaction<'_>, messages: &[NewMessage], now: u64) -> Result<Added, ErrorKind> {
    let mut added = Added::default();
    for chunk in messages.chunks(CHUNK) {
        let names = chunk.iter().map(|message| Name::new(&message.id, &message.phone)).collect::<Result<Vec<_>, _>>()?;
        let messages: Vec<_> = names.iter().zip(chunk.iter().map(|message| message.sent)).collect();
        let count = add_names(transaction, &messages, now)?;
        added.added += count;
        added.known += chunk.len() - count;
    }
    Ok(added)
}

/// Adds the messages of these names that do not exist yet.
pub(super) fn add_missing(transaction: &mut Transaction<'_>, names: &[&Name<'_>], now: u64) -> Result<(), ErrorKind> {
    for chunk in names.chunks(CHUNK) {
        let messages: Vec<_> = chunk.iter().map(|name| (*name, None)).collect();
        add_names(transaction, &messages, now)?;
    }
    Ok(())
}

/// Adds messages of these names and times of sending. Returns the number of those that are new.
fn add_names(transaction: &mut Transaction<'_>, messages: &[(&Name<'_>, Option<u64>)], now: u64) -> Result<usize, ErrorKind> {
    let messages = without_known(transaction, messages)?;
    let column = |of: fn(&Name<'_>) -> String| messages.iter().map(|(name, _)| of(name)).collect::<Vec<_>>();
    let ids = column(|name| name.id.clone());
    let phones = column(|name| name.phone.to_owned());
    let keys = column(|name| name.keys.own.clone());
    let sent: Vec<_> = messages.iter().map(|(_, sent)| sent.map(time)).collect();
    let count = transaction.execute(INSERT, &[&ids, &phones, &keys, &sent, &time(now)])?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Leaves out the messages whose phone has another key, under which the message exists. Most phones
/// have one key alone, by which the index of the table finds them.
fn without_known<'n>(
    transaction: &mut Transaction<'_>,
    messages: &[(&'n Name<'n>, Option<u64>)],
) -> Result<Vec<(&'n Name<'n>, Option<u64>)>, ErrorKind> {
    let names: Vec<_> = messages.iter().map(|(name, _)| *name).filter(|name| name.keys.other.is_some()).collect();
    if names.is_empty() {
        return Ok(messages.to_vec());
    }
    let mut known = Found::find(transaction, &names)?;
    let is_new = |(name, _): &&(&Name<'_>, Option<u64>)| {
        let is_new = name.keys.other.is_none() || known.get(name).is_none();
        known.insert(name);
        is_new
    };
    Ok(messages.iter().filter(is_new).copied().collect())
}

/// Notes a request for these messages.
pub(super) fn asked(transaction: &mut Transaction<'_>, rows: &[i64], now: u64, is_batch: bool) -> Result<(), ErrorKind> {
    // The messages first: every transaction locks in this order.
    transaction.execute("UPDATE messages SET asked = $2 WHERE message = ANY($1)", &[&rows, &time(now)])?;
    let sql = "UPDATE store SET last_request = greatest(last_request, $1),
        last_batch = CASE WHEN $2 THEN greatest(last_batch, $1) ELSE last_batch END";
    transaction.execute(sql, &[&time(now), &is_batch])?;
    Ok(())
}

/// Notes a batch, unless the last one was less than the gap ago: returns the end of the gap then.
pub(super) fn take_batch_turn(transaction: &mut Transaction<'_>, now: u64, gap: u64) -> Result<Option<u64>, ErrorKind> {
    let sql = "UPDATE store SET last_batch = $1, last_request = greatest(last_request, $1)
        WHERE last_batch IS NULL OR last_batch + $2 <= $1";
    if transaction.execute(sql, &[&time(now), &time(gap)])? == 1 {
        return Ok(None);
    }
    Ok(lanes(transaction)?.last_batch.map(|last| last.saturating_add(gap)))
}

/// Returns the times of the last requests.
pub(super) fn lanes(transaction: &mut Transaction<'_>) -> Result<Lanes, ErrorKind> {
    let row = transaction.query_one("SELECT last_batch, last_request FROM store", &[])?;
    Ok(Lanes { last_batch: get_time(&row, "last_batch")?, last_request: get_time(&row, "last_request")? })
}
