//! Changes for sinks, and the numbers of messages.

use postgres::{Row, Transaction};
use smsc_proto::StatusCode;

use crate::changed::{Changed, Which, change, key};
use crate::error::ErrorKind;
use crate::merge::State;
use crate::message::Counts;
use crate::postgres::values::{get_err, get_id, get_status, get_time, limit};
use crate::report::Source;

const CHANGES: &str = "SELECT seq, message, id, phone, at, c.status, c.err, c.last_timestamp, is_final, is_lost, source,
        new_state, new_end, new_fields, new_not_found
    FROM changes c JOIN messages m USING (message)
    WHERE seq > coalesce((SELECT seq FROM sinks WHERE name = $1), 0) AND (new_end OR $3) ORDER BY seq LIMIT $2";

/// The first number of the locks of sinks, which a session holds: the letters `smsw`.
const LOCK: i32 = 0x736d_7377;

/// Takes the lock of the sink, unless another session has it.
pub(super) fn take(transaction: &mut Transaction<'_>, sink: &str) -> Result<bool, ErrorKind> {
    Ok(transaction.query_one("SELECT pg_try_advisory_lock($1, hashtext($2))", &[&LOCK, &sink])?.try_get(0)?)
}

/// Releases the locks of sinks.
pub(super) fn leave(transaction: &mut Transaction<'_>) -> Result<(), ErrorKind> {
    transaction.execute("SELECT pg_advisory_unlock_all()", &[])?;
    Ok(())
}

/// Returns changes that the sink has not acknowledged.
pub(super) fn changes_after(
    transaction: &mut Transaction<'_>,
    store: &str,
    sink: &str,
    which: Which,
    max: usize,
) -> Result<Vec<Changed>, ErrorKind> {
    let rows = transaction.query(CHANGES, &[&sink, &limit(max), &(which == Which::All)])?;
    rows.iter().map(|row| changed(row, store)).collect()
}

fn changed(row: &Row, store: &str) -> Result<Changed, ErrorKind> {
    let seq = row.try_get("seq")?;
    let source: Option<&str> = row.try_get("source")?;
    let source = source.map(|name| Source::parse(name).ok_or(ErrorKind::Damaged)).transpose()?;
    let mark = |column| row.try_get::<_, bool>(column);
    Ok(Changed {
        seq,
        key: key(store, seq),
        row: row.try_get("message")?,
        id: get_id(row)?,
        phone: row.try_get("phone")?,
        at: get_time(row, "at")?.unwrap_or(0),
        status: get_status(row)?,
        err: get_err(row)?,
        last_timestamp: get_time(row, "last_timestamp")?,
        is_final: mark("is_final")?,
        is_lost: mark("is_lost")?,
        source,
        change: change([mark("new_state")?, mark("new_end")?, mark("new_fields")?, mark("new_not_found")?]),
    })
}

/// Moves the cursor of the sink, never back.
pub(super) fn acknowledge(transaction: &mut Transaction<'_>, sink: &str, seq: i64) -> Result<(), ErrorKind> {
    let sql = "INSERT INTO sinks AS s (name, seq) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE
        SET seq = greatest(s.seq, excluded.seq)";
    transaction.execute(sql, &[&sink, &seq])?;
    Ok(())
}

/// Counts the messages by state and status.
pub(super) fn counts(transaction: &mut Transaction<'_>) -> Result<Counts, ErrorKind> {
    let sql = "SELECT state, status, count(*) FROM messages GROUP BY state, status ORDER BY state, status";
    let mut counts = Counts::default();
    for row in transaction.query(sql, &[])? {
        let status: Option<i32> = row.try_get("status")?;
        counts.add(State::parse(row.try_get("state")?)?, status.map(StatusCode), row.try_get("count")?);
    }
    let sql = "SELECT coalesce(max(seq), 0) FROM changes";
    counts.last_change = transaction.query_one(sql, &[])?.try_get(0)?;
    Ok(counts)
}
