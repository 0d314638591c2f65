//! One request of a watcher.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use smsc_client::{Client, Error, MessageRecord, Status};
use smsc_proto::request::{Date, HistoryRequest};
use smsc_proto::{Detail, Requested};
use smsc_watch::{AskKind, Followed, Job};

/// The records of messages, with their indexes in the request.
type Records = Vec<(usize, MessageRecord)>;

/// Makes the request of a job, without any wait.
pub(super) fn ask(client: &Client, detail: Detail, job: &Job) -> Result<Records, Error> {
    match job.kind() {
        AskKind::Single | AskKind::Batch => statuses(client, detail, job.messages()),
        AskKind::History { first_sent, last_sent } => {
            // The zone of the account is not known, so that the day may be the one before or after.
            let days = day_of(first_sent, -1).zip(day_of(last_sent, 1));
            days.map_or_else(|| Ok(Vec::new()), |days| history(client, days, job.messages()))
        }
    }
}

fn statuses(client: &Client, detail: Detail, messages: &[Followed]) -> Result<Records, Error> {
    let requested = messages.iter().filter_map(|of| Some(Requested { id: of.id.as_message_id()?, phone: &of.phone }));
    let requested: Vec<_> = requested.collect();
    let client = client.clone().batch(requested.len());
    let mut statuses = client.status(&requested).detail(detail);
    let mut records = Vec::new();
    while let Some(item) = statuses.next() {
        match item {
            Ok(Status::Record { index, record }) => records.push((index, record)),
            Err(error) if statuses.is_failed() => return Err(error),
            // A message whose record is missing or malformed is asked for again.
            _ => {}
        }
    }
    Ok(records)
}

/// Looks for messages in the history of these days.
fn history(client: &Client, (first, last): (Date, Date), messages: &[Followed]) -> Result<Records, Error> {
    let (emails, phones): (Vec<&str>, Vec<&str>) = messages.iter().map(|of| &*of.phone).partition(|phone| phone.contains('@'));
    let request = HistoryRequest::day(first).until(last);
    let mut records = Vec::new();
    if !phones.is_empty() {
        records.extend(found(client, request.phones(&phones), messages)?);
    }
    if !emails.is_empty() {
        records.extend(found(client, request.phones(&emails).emails(), messages)?);
    }
    Ok(records)
}

fn found(client: &Client, request: HistoryRequest<'_>, messages: &[Followed]) -> Result<Records, Error> {
    let mut pages = client.history(request);
    let mut records = Vec::new();
    while let Some(item) = pages.next() {
        match item {
            Ok(record) => records.extend(index_of(&record, messages).map(|index| (index, record))),
            Err(error) if pages.is_failed() => return Err(error),
            // A malformed record is of no known message.
            Err(_) => {}
        }
    }
    Ok(records)
}

/// Returns the index of the message that a record is of.
fn index_of(record: &MessageRecord, messages: &[Followed]) -> Option<usize> {
    messages.iter().position(|message| message.is_of(record))
}

/// Returns the day of a time in UTC, moved by some days. Returns `None` before the year 2000.
fn day_of(time: u32, days: i64) -> Option<Date> {
    let day = Timestamp::from_second(time.into()).ok()?.to_zoned(TimeZone::UTC).date().saturating_add(days.days());
    Date::new(day.year().try_into().ok()?, day.month().try_into().ok()?, day.day().try_into().ok()?)
}
