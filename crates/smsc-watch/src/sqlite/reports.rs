//! Reports, and the ends of messages that are no longer found.

use rusqlite::{Connection, params};
use sms_tracker::Change;
use smsc_client::Id;

use crate::changed::{Changed, change, key};
use crate::error::ErrorKind;
use crate::merge::{Known, State, Stored};
use crate::message::NewMessage;
use crate::report::{NewReport, Of, Source};
use crate::sqlite::messages;
use crate::sqlite::values::{get_id, get_status, get_time};
use crate::values::time;

const SELECT: &str = "SELECT message, id, phone, not_found_since, state, status, err, last_timestamp, cost, reports
    FROM messages WHERE message = ?1";
const UPDATE: &str = "UPDATE messages SET not_found_since = ?2, state = ?3, status = ?4, err = ?5, last_timestamp = ?6, cost = ?7,
    changed = ?8, reports = ?9 WHERE message = ?1";
const CHANGE: &str = "INSERT INTO changes
    (message, at, status, err, last_timestamp, is_final, is_lost, source, new_state, new_end, new_fields, new_not_found)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

/// Merges each report with those of its message, and returns the changes.
pub(super) fn report(connection: &Connection, store: &str, reports: &[NewReport], now: u64) -> Result<Vec<Changed>, ErrorKind> {
    let mut changes = Vec::new();
    for report in reports {
        let Some(mut stored) = of_report(connection, report, now)? else { continue };
        if stored.merge(report)? {
            update(connection, &stored)?;
            if stored.latest.change.is_any() {
                changes.push(insert(connection, store, stored.latest)?);
            }
        }
    }
    Ok(changes)
}

/// Declares messages lost that have no end, and returns the changes.
pub(super) fn lost(connection: &Connection, store: &str, rows: &[i64], now: u64) -> Result<Vec<Changed>, ErrorKind> {
    let sql = "UPDATE messages SET state = 'lost', changed = ?2 WHERE message = ?1 AND state = 'open'";
    let mut update = connection.prepare_cached(sql)?;
    let mut changes = Vec::new();
    for row in rows {
        if update.execute([*row, time(now)])? == 1 {
            let stored = stored(connection, *row)?.ok_or(ErrorKind::Damaged)?;
            let end = change([false, true, false, false]);
            changes.push(insert(connection, store, Changed { at: now, change: end, ..stored.latest })?);
        }
    }
    Ok(changes)
}

/// Returns the message of a report. Adds the message of one that was pushed.
fn of_report(connection: &Connection, report: &NewReport, now: u64) -> Result<Option<Stored>, ErrorKind> {
    let row = match &report.message {
        Of::Row(row) => Some(*row),
        Of::Key(id, phone) => match messages::find(connection, id, phone)? {
            None if report.source == Source::Pushed => Some(add(connection, id, phone, now)?),
            found => found,
        },
    };
    row.map_or(Ok(None), |row| stored(connection, row))
}

fn add(connection: &Connection, id: &Id, phone: &str, now: u64) -> Result<i64, ErrorKind> {
    let message = NewMessage { id: id.clone(), phone: phone.to_owned(), sent: None };
    messages::add(connection, &[message], now)?;
    messages::find(connection, id, phone)?.ok_or(ErrorKind::Damaged)
}

fn stored(connection: &Connection, message: i64) -> Result<Option<Stored>, ErrorKind> {
    let mut statement = connection.prepare_cached(SELECT)?;
    let mut rows = statement.query([message])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let state = State::parse(row.get_ref("state")?.as_str().map_err(|_| ErrorKind::Damaged)?)?;
    let known = Known { state, not_found_since: get_time(row, "not_found_since")?, reports: row.get("reports")? };
    let latest = Changed {
        seq: 0,
        key: String::new(),
        row: message,
        id: get_id(row)?,
        phone: row.get("phone")?,
        at: 0,
        status: get_status(row)?,
        err: row.get::<_, Option<u32>>("err")?.map(smsc_proto::ErrCode),
        last_timestamp: get_time(row, "last_timestamp")?,
        is_final: state == State::Final,
        is_lost: state == State::Lost,
        source: None,
        change: Change::default(),
    };
    Ok(Some(Stored { known, cost: row.get("cost")?, latest }))
}

fn update(connection: &Connection, stored: &Stored) -> Result<(), ErrorKind> {
    connection.prepare_cached(UPDATE)?.execute(params![
        stored.latest.row,
        stored.known.not_found_since.map(time),
        stored.known.state.name(),
        stored.latest.status.map(|status| status.0),
        stored.latest.err.map(|err| err.0),
        stored.latest.last_timestamp.map(time),
        stored.cost,
        time(stored.latest.at),
        stored.known.reports,
    ])?;
    Ok(())
}

/// Stores a change, and returns it with its number and key.
fn insert(connection: &Connection, store: &str, changed: Changed) -> Result<Changed, ErrorKind> {
    let seq = connection.prepare_cached(CHANGE)?.insert(params![
        changed.row,
        time(changed.at),
        changed.status.map(|status| status.0),
        changed.err.map(|err| err.0),
        changed.last_timestamp.map(time),
        changed.is_final,
        changed.is_lost,
        changed.source.map(Source::name),
        changed.change.state,
        changed.change.end,
        changed.change.fields,
        changed.change.not_found,
    ])?;
    Ok(Changed { seq, key: key(store, seq), ..changed })
}
