//! Messages, and the requests for them.

use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Row, params};
use smsc_client::Id;

use crate::error::ErrorKind;
use crate::message::{Added, Lanes, NewMessage, Open};
use crate::phone::{self, Keys};
use crate::sqlite::values::{get_id, get_status, get_time};
use crate::values::{self, time};

const INSERT: &str = "INSERT INTO messages (id, phone, phone_key, sent, added) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id, phone_key) DO NOTHING";
const FIND: &str = "SELECT message, phone FROM messages WHERE id = ?1 AND phone_key = ?2";
const OPEN: &str = "SELECT message, id, phone, sent, asked, not_found_since, status FROM messages
    WHERE state = 'open' AND message > ?1 ORDER BY message LIMIT ?2";

/// Adds messages, and counts those that are new.
pub(super) fn add(connection: &Connection, messages: &[NewMessage], now: u64) -> Result<Added, ErrorKind> {
    let (mut insert, mut find) = (connection.prepare_cached(INSERT)?, connection.prepare_cached(FIND)?);
    let mut added = Added::default();
    for message in messages {
        let (id, keys) = (values::id(&message.id)?, phone::keys(values::phone(&message.phone)?));
        // The same phone can have another key: then it is not in the way of this one.
        let is_known = keys.other.is_some() && find_with(&mut find, &id, &message.phone, &keys)?.is_some();
        let sent = message.sent.map(time);
        if !is_known && insert.execute(params![id, message.phone, keys.own, sent, time(now)])? == 1 {
            added.added += 1;
        } else {
            added.known += 1;
        }
    }
    Ok(added)
}

/// Returns the key of a message, by its id and phone.
pub(super) fn find(connection: &Connection, id: &Id, phone: &str) -> Result<Option<i64>, ErrorKind> {
    find_with(&mut connection.prepare_cached(FIND)?, &values::id(id)?, phone, &phone::keys(phone))
}

fn find_with(find: &mut CachedStatement<'_>, id: &str, phone: &str, keys: &Keys) -> Result<Option<i64>, ErrorKind> {
    for key in [Some(&keys.own), keys.other.as_ref()].into_iter().flatten() {
        let row = find.query_row(params![id, key], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).optional()?;
        if let Some((message, _)) = row.filter(|(_, stored)| phone::is_same(phone, stored)) {
            return Ok(Some(message));
        }
    }
    Ok(None)
}

/// Returns messages without an end, those after this key.
pub(super) fn open_after(connection: &Connection, after: i64, max: usize) -> Result<Vec<Open>, ErrorKind> {
    let mut statement = connection.prepare_cached(OPEN)?;
    let max = i64::try_from(max).unwrap_or(i64::MAX);
    statement.query_and_then([after, max], open)?.collect()
}

fn open(row: &Row<'_>) -> Result<Open, ErrorKind> {
    Ok(Open {
        row: row.get("message")?,
        id: get_id(row)?,
        phone: row.get("phone")?,
        sent: get_time(row, "sent")?,
        asked: get_time(row, "asked")?,
        not_found_since: get_time(row, "not_found_since")?,
        status: get_status(row)?,
    })
}

/// Notes a request for these messages.
pub(super) fn asked(connection: &Connection, rows: &[i64], now: u64, is_batch: bool) -> Result<(), ErrorKind> {
    note_request(connection, now, is_batch)?;
    let mut update = connection.prepare_cached("UPDATE messages SET asked = ?2 WHERE message = ?1")?;
    for row in rows {
        update.execute([*row, time(now)])?;
    }
    Ok(())
}

/// Notes a batch, unless the last one was less than the gap ago: returns the end of the gap then.
pub(super) fn take_batch_turn(connection: &Connection, now: u64, gap: u64) -> Result<Option<u64>, ErrorKind> {
    let next = lanes(connection)?.last_batch.map(|last| last.saturating_add(gap)).filter(|next| *next > now);
    if next.is_none() {
        note_request(connection, now, true)?;
    }
    Ok(next)
}

fn note_request(connection: &Connection, now: u64, is_batch: bool) -> Result<(), ErrorKind> {
    let sql = "UPDATE store SET last_request = ?1, last_batch = iif(?2, ?1, last_batch)";
    connection.prepare_cached(sql)?.execute(params![time(now), is_batch])?;
    Ok(())
}

/// Returns the times of the last requests.
pub(super) fn lanes(connection: &Connection) -> Result<Lanes, ErrorKind> {
    let mut statement = connection.prepare_cached("SELECT last_batch, last_request FROM store")?;
    let mut rows = statement.query([])?;
    let row = rows.next()?.ok_or(ErrorKind::Damaged)?;
    Ok(Lanes { last_batch: get_time(row, "last_batch")?, last_request: get_time(row, "last_request")? })
}
