//! Watchers, and the messages that each has claimed.

use postgres::{Row, Transaction};

use crate::error::ErrorKind;
use crate::message::Open;
use crate::postgres::values::{get_id, get_status, get_time, limit};
use crate::values::time;

/// Claims messages that no watcher has.
const CLAIM_FREE: &str = "WITH free AS (
        SELECT message FROM messages WHERE state = 'open' AND watcher IS NULL
        ORDER BY message LIMIT $2 FOR UPDATE SKIP LOCKED)
    UPDATE messages m SET watcher = $1 FROM free WHERE m.message = free.message
    RETURNING m.message, id, phone, sent, asked, not_found_since, status";
/// Claims messages of the watcher `$3`.
const CLAIM_EXPIRED: &str = "WITH free AS (
        SELECT message FROM messages WHERE state = 'open' AND watcher = $3
        ORDER BY message LIMIT $2 FOR UPDATE SKIP LOCKED)
    UPDATE messages m SET watcher = $1 FROM free WHERE m.message = free.message
    RETURNING m.message, id, phone, sent, asked, not_found_since, status";

/// Registers the watcher, or extends its lease if that is not longer already.
pub(super) fn register(transaction: &mut Transaction<'_>, watcher: Option<i64>, now: u64, lease: u64) -> Result<i64, ErrorKind> {
    let expires = time(now.saturating_add(lease));
    let Some(watcher) = watcher else {
        let sql = "INSERT INTO watchers (expires) VALUES ($1) RETURNING watcher";
        return Ok(transaction.query_one(sql, &[&expires])?.try_get(0)?);
    };
    if extend(transaction, watcher, now, expires)? { Ok(watcher) } else { Err(ErrorKind::Expired) }
}

/// Extends the lease. Returns `false` if it has expired.
pub(super) fn renew(transaction: &mut Transaction<'_>, watcher: i64, now: u64, lease: u64) -> Result<bool, ErrorKind> {
    extend(transaction, watcher, now, time(now.saturating_add(lease)))
}

fn extend(transaction: &mut Transaction<'_>, watcher: i64, now: u64, expires: i64) -> Result<bool, ErrorKind> {
    let sql = "UPDATE watchers SET expires = greatest(expires, $3) WHERE watcher = $1 AND expires > $2";
    Ok(transaction.execute(sql, &[&watcher, &time(now), &expires])? == 1)
}

/// Fails if the lease of the watcher has expired: another one may follow the messages.
pub(super) fn check(transaction: &mut Transaction<'_>, watcher: Option<i64>, now: u64) -> Result<(), ErrorKind> {
    let Some(watcher) = watcher else { return Ok(()) };
    let sql = "SELECT 1 FROM watchers WHERE watcher = $1 AND expires > $2 FOR SHARE";
    transaction.query_opt(sql, &[&watcher, &time(now)])?.map_or(Err(ErrorKind::Expired), |_| Ok(()))
}

/// Ends the lease.
pub(super) fn release(transaction: &mut Transaction<'_>, watcher: i64) -> Result<(), ErrorKind> {
    transaction.execute("UPDATE watchers SET expires = 0 WHERE watcher = $1", &[&watcher])?;
    Ok(())
}

/// Claims messages that no watcher has, and those of watchers whose lease has expired.
pub(super) fn claim(transaction: &mut Transaction<'_>, watcher: i64, max: usize, now: u64) -> Result<Vec<Open>, ErrorKind> {
    let mut open = claim_of(transaction, watcher, max, None)?;
    if open.len() < max {
        // A watcher that is locked renews its lease, or another one takes its messages over.
        let sql = "SELECT watcher FROM watchers WHERE expires <= $1 ORDER BY watcher FOR UPDATE SKIP LOCKED";
        for row in transaction.query(sql, &[&time(now)])? {
            let expired: i64 = row.try_get(0)?;
            open.extend(claim_of(transaction, watcher, max - open.len(), Some(expired))?);
            remove_if_without_messages(transaction, expired)?;
        }
    }
    open.sort_unstable_by_key(|message| message.row);
    Ok(open)
}

fn claim_of(transaction: &mut Transaction<'_>, watcher: i64, max: usize, of: Option<i64>) -> Result<Vec<Open>, ErrorKind> {
    let rows = match of {
        None => transaction.query(CLAIM_FREE, &[&watcher, &limit(max)])?,
        Some(expired) => transaction.query(CLAIM_EXPIRED, &[&watcher, &limit(max), &expired])?,
    };
    rows.iter().map(message).collect()
}

fn remove_if_without_messages(transaction: &mut Transaction<'_>, watcher: i64) -> Result<(), ErrorKind> {
    let sql = "DELETE FROM watchers WHERE watcher = $1
        AND NOT EXISTS (SELECT FROM messages WHERE messages.watcher = $1 AND state = 'open')";
    transaction.execute(sql, &[&watcher])?;
    Ok(())
}

fn message(row: &Row) -> Result<Open, ErrorKind> {
    Ok(Open {
        row: row.try_get("message")?,
        id: get_id(row)?,
        phone: row.try_get("phone")?,
        sent: get_time(row, "sent")?,
        asked: get_time(row, "asked")?,
        not_found_since: get_time(row, "not_found_since")?,
        status: get_status(row)?,
    })
}
