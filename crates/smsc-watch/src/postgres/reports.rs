//! Reports, and the ends of messages that are no longer found.

use std::collections::{BTreeMap, BTreeSet};

use postgres::{Row, Transaction};
use sms_tracker::Change;

use crate::changed::{Changed, change, key};
use crate::error::ErrorKind;
use crate::merge::{Known, State, Stored};
use crate::postgres::messages::{self, Found, Name};
use crate::postgres::values::{get_err, get_id, get_status, get_time};
use crate::report::{NewReport, Of, Source};
use crate::values::time;

/// The number of the lock under which changes get their numbers: the letters `smsc`.
const LOCK: i64 = 0x736d_7363;

const SELECT: &str = "SELECT message, id, phone, not_found_since, state, status, err, last_timestamp, cost, reports
    FROM messages WHERE message = ANY($1) ORDER BY message FOR UPDATE";
const UPDATE: &str = "UPDATE messages m SET not_found_since = n.not_found_since, state = n.state, status = n.status, err = n.err,
        last_timestamp = n.last_timestamp, cost = n.cost, changed = n.changed, reports = n.reports
    FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::integer[], $5::bigint[], $6::bigint[], $7::text[], $8::bigint[],
        $9::text[]) AS n (message, not_found_since, state, status, err, last_timestamp, cost, changed, reports)
    WHERE m.message = n.message";
const INSERT: &str = "INSERT INTO changes
    (message, at, status, err, last_timestamp, is_final, is_lost, source, new_state, new_end, new_fields, new_not_found)
    SELECT message, at, status, err, last_timestamp, is_final, is_lost, source, new_state, new_end, new_fields, new_not_found
    FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::bigint[], $6::boolean[], $7::boolean[], $8::text[],
        $9::boolean[], $10::boolean[], $11::boolean[], $12::boolean[]) WITH ORDINALITY AS n (message, at, status, err,
        last_timestamp, is_final, is_lost, source, new_state, new_end, new_fields, new_not_found, number)
    ORDER BY number RETURNING seq";

/// Merges each report with those of its message, and returns the changes.
pub(super) fn report(
    transaction: &mut Transaction<'_>,
    store: &str,
    reports: &[NewReport],
    now: u64,
) -> Result<Vec<Changed>, ErrorKind> {
    let rows = rows(transaction, reports, now)?;
    let wanted: Vec<_> = rows.iter().flatten().copied().collect();
    let mut messages = select(transaction, &wanted)?;
    let (mut changes, mut is_changed) = (Vec::new(), BTreeSet::new());
    for (report, row) in reports.iter().zip(rows) {
        let Some(stored) = row.and_then(|row| messages.get_mut(&row)) else { continue };
        if stored.merge(report)? {
            is_changed.insert(stored.latest.row);
            if stored.latest.change.is_any() {
                changes.push(stored.latest.clone());
            }
        }
    }
    messages.retain(|row, _| is_changed.contains(row));
    update(transaction, &messages.into_values().collect::<Vec<_>>())?;
    insert(transaction, store, changes)
}

/// Declares messages lost that have no end, and returns the changes.
pub(super) fn lost(transaction: &mut Transaction<'_>, store: &str, rows: &[i64], now: u64) -> Result<Vec<Changed>, ErrorKind> {
    let mut messages = select(transaction, rows)?;
    messages.retain(|_, stored| stored.known.state == State::Open);
    let rows: Vec<_> = messages.keys().copied().collect();
    let sql = "UPDATE messages SET state = 'lost', changed = $2 WHERE message = ANY($1)";
    transaction.execute(sql, &[&rows, &time(now)])?;
    let end = change([false, true, false, false]);
    let lost = |stored: Stored| Changed { at: now, change: end, is_lost: true, ..stored.latest };
    insert(transaction, store, messages.into_values().map(lost).collect())
}

/// Returns the key of the message of each report. Adds the messages of those that were pushed.
fn rows(transaction: &mut Transaction<'_>, reports: &[NewReport], now: u64) -> Result<Vec<Option<i64>>, ErrorKind> {
    let name = |report| match report {
        &NewReport { message: Of::Key(ref id, ref phone), .. } => Name::new(id, phone).map(Some),
        NewReport { message: Of::Row(_), .. } => Ok(None),
    };
    let names = reports.iter().map(name).collect::<Result<Vec<_>, _>>()?;
    let pushed = reports.iter().zip(&names).filter(|(report, _)| report.source == Source::Pushed);
    let pushed: Vec<_> = pushed.filter_map(|(_, name)| name.as_ref()).collect();
    messages::add_missing(transaction, &pushed, now)?;
    let found = Found::find(transaction, &names.iter().flatten().collect::<Vec<_>>())?;
    let row = |(report, name): (&NewReport, Option<&Name<'_>>)| match report.message {
        Of::Row(row) => Some(row),
        Of::Key(..) => name.and_then(|name| found.get(name)),
    };
    Ok(reports.iter().zip(names.iter().map(Option::as_ref)).map(row).collect())
}

/// Returns these messages, by key, and locks them.
fn select(transaction: &mut Transaction<'_>, rows: &[i64]) -> Result<BTreeMap<i64, Stored>, ErrorKind> {
    let rows = transaction.query(SELECT, &[&rows])?;
    rows.iter().map(|row| stored(row).map(|stored| (stored.latest.row, stored))).collect()
}

fn stored(row: &Row) -> Result<Stored, ErrorKind> {
    let state = State::parse(row.try_get("state")?)?;
    let known = Known { state, not_found_since: get_time(row, "not_found_since")?, reports: row.try_get("reports")? };
    let latest = Changed {
        seq: 0,
        key: String::new(),
        row: row.try_get("message")?,
        id: get_id(row)?,
        phone: row.try_get("phone")?,
        at: 0,
        status: get_status(row)?,
        err: get_err(row)?,
        last_timestamp: get_time(row, "last_timestamp")?,
        is_final: state == State::Final,
        is_lost: state == State::Lost,
        source: None,
        change: Change::default(),
    };
    Ok(Stored { known, cost: row.try_get("cost")?, latest })
}

/// Stores these messages.
fn update(transaction: &mut Transaction<'_>, messages: &[Stored]) -> Result<(), ErrorKind> {
    let messages = messages.iter();
    let latest = messages.clone().map(|stored| &stored.latest);
    let known = messages.clone().map(|stored| &stored.known);
    let statement = transaction.prepare(UPDATE)?;
    transaction.execute(
        &statement,
        &[
            &latest.clone().map(|latest| latest.row).collect::<Vec<_>>(),
            &known.clone().map(|known| known.not_found_since.map(time)).collect::<Vec<_>>(),
            &known.clone().map(|known| known.state.name()).collect::<Vec<_>>(),
            &latest.clone().map(|latest| latest.status.map(|status| status.0)).collect::<Vec<_>>(),
            &latest.clone().map(|latest| latest.err.map(|err| i64::from(err.0))).collect::<Vec<_>>(),
            &latest.clone().map(|latest| latest.last_timestamp.map(time)).collect::<Vec<_>>(),
            &messages.map(|stored| stored.cost.as_deref()).collect::<Vec<_>>(),
            &latest.map(|latest| time(latest.at)).collect::<Vec<_>>(),
            &known.map(|known| known.reports.as_deref()).collect::<Vec<_>>(),
        ],
    )?;
    Ok(())
}

/// Stores changes, and returns them with their numbers and keys.
fn insert(transaction: &mut Transaction<'_>, store: &str, mut changes: Vec<Changed>) -> Result<Vec<Changed>, ErrorKind> {
    if changes.is_empty() {
        return Ok(changes);
    }
    // Without this, a sink could acknowledge a number while a lower one is not committed yet, and would
    // never see the latter.
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    let mark = |of: fn(&Changed) -> bool| changes.iter().map(of).collect::<Vec<_>>();
    let number = |of: fn(&Changed) -> Option<i64>| changes.iter().map(of).collect::<Vec<_>>();
    let rows = transaction.query(
        INSERT,
        &[
            &number(|changed| Some(changed.row)),
            &number(|changed| Some(time(changed.at))),
            &changes.iter().map(|changed| changed.status.map(|status| status.0)).collect::<Vec<_>>(),
            &number(|changed| changed.err.map(|err| err.0.into())),
            &number(|changed| changed.last_timestamp.map(time)),
            &mark(|changed| changed.is_final),
            &mark(|changed| changed.is_lost),
            &changes.iter().map(|changed| changed.source.map(Source::name)).collect::<Vec<_>>(),
            &mark(|changed| changed.change.state),
            &mark(|changed| changed.change.end),
            &mark(|changed| changed.change.fields),
            &mark(|changed| changed.change.not_found),
        ],
    )?;
    for (changed, row) in changes.iter_mut().zip(rows) {
        changed.seq = row.try_get(0)?;
        changed.key = key(store, changed.seq);
    }
    Ok(changes)
}
