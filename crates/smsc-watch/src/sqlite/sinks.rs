//! Changes for sinks, and the numbers of messages.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use smsc_proto::{ErrCode, StatusCode};

use crate::changed::{Changed, Which, change, key};
use crate::error::ErrorKind;
use crate::merge::State;
use crate::message::Counts;
use crate::report::Source;
use crate::sqlite::values::{get_id, get_status, get_time};

const CHANGES: &str = "SELECT seq, message, id, phone, at, c.status, c.err, c.last_timestamp, is_final, is_lost, source,
        new_state, new_end, new_fields, new_not_found
    FROM changes c JOIN messages m USING (message) WHERE seq > ?1 ORDER BY seq LIMIT ?2";
const ENDS: &str = "SELECT seq, message, id, phone, at, c.status, c.err, c.last_timestamp, is_final, is_lost, source,
        new_state, new_end, new_fields, new_not_found
    FROM changes c JOIN messages m USING (message) WHERE seq > ?1 AND new_end = 1 ORDER BY seq LIMIT ?2";

/// Returns changes that the sink has not acknowledged.
pub(super) fn changes_after(
    connection: &Connection,
    store: &str,
    sink: &str,
    which: Which,
    max: usize,
) -> Result<Vec<Changed>, ErrorKind> {
    let mut cursor = connection.prepare_cached("SELECT seq FROM sinks WHERE name = ?1")?;
    let after: i64 = cursor.query_row([sink], |row| row.get(0)).optional()?.unwrap_or(0);
    let sql = match which {
        Which::All => CHANGES,
        Which::Ends => ENDS,
    };
    let mut statement = connection.prepare_cached(sql)?;
    let max = i64::try_from(max).unwrap_or(i64::MAX);
    statement.query_and_then([after, max], |row| changed(row, store))?.collect()
}

fn changed(row: &Row<'_>, store: &str) -> Result<Changed, ErrorKind> {
    let seq = row.get("seq")?;
    let source: Option<String> = row.get("source")?;
    let source = source.map(|name| Source::parse(&name).ok_or(ErrorKind::Damaged)).transpose()?;
    Ok(Changed {
        seq,
        key: key(store, seq),
        row: row.get("message")?,
        id: get_id(row)?,
        phone: row.get("phone")?,
        at: get_time(row, "at")?.unwrap_or(0),
        status: get_status(row)?,
        err: row.get::<_, Option<u32>>("err")?.map(ErrCode),
        last_timestamp: get_time(row, "last_timestamp")?,
        is_final: row.get("is_final")?,
        is_lost: row.get("is_lost")?,
        source,
        change: change([row.get("new_state")?, row.get("new_end")?, row.get("new_fields")?, row.get("new_not_found")?]),
    })
}

/// Moves the cursor of the sink, never back.
pub(super) fn acknowledge(connection: &Connection, sink: &str, seq: i64) -> Result<(), ErrorKind> {
    let sql = "INSERT INTO sinks (name, seq) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET seq = max(seq, excluded.seq)";
    connection.prepare_cached(sql)?.execute(params![sink, seq])?;
    Ok(())
}

/// Counts the messages by state and status.
pub(super) fn counts(connection: &Connection) -> Result<Counts, ErrorKind> {
    let sql = "SELECT state, status, count(*) AS count FROM messages GROUP BY state, status ORDER BY state, status";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut counts = Counts::default();
    while let Some(row) = rows.next()? {
        let (state, status): (String, Option<i32>) = (row.get("state")?, row.get("status")?);
        counts.add(State::parse(&state)?, status.map(StatusCode), row.get("count")?);
    }
    let sql = "SELECT coalesce(max(seq), 0) FROM changes";
    counts.last_change = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    Ok(counts)
}
