//! get.php: the history, incoming messages, statistics and senders (R64).

use std::collections::VecDeque;

use serde_json::{Value, json};
use smsc_proto::{Detail, Field, Format, Query, Writer};

use crate::breaks::Breaks;
use crate::inbox::Received;
use crate::layout::Layout;
use crate::limits::Likeness;
use crate::message::{self, EMAIL, Message, Texts};
use crate::money::Money;
use crate::numbers::normalise;
use crate::params::Params;
use crate::reply::{Bytes, PARAMETERS, Refusal, Shape, TOO_MANY};
use crate::state::{Decision, No, State};
use crate::time::Time;

const NO_MESSAGES: Refusal = Refusal::new(3, "messages not found");

/// The greatest `hour` of `get_answers` that is known.
const MAX_HOURS: u32 = 168;

/// The length of a page of the history.
const PAGE: u32 = 1_000;

pub(crate) fn run(state: &mut State, account: usize, params: &Params, now: Time) -> Decision {
    let kinds = ["get_messages", "get_answers", "get_stat", "get_senders"];
    let Some(kind) = kinds.into_iter().find(|kind| params.is_set(kind)) else {
        return Err(if params.is_set("get_price") { No::Unknown("get_price is not known") } else { PARAMETERS.into() });
    };
    let limit = state.scenario.limits.like_lookups;
    if !state.calls.try_add((account, kind, likeness(params)), limit, now) {
        return Err(TOO_MANY.into());
    }
    let shape = Shape::of(params);
    match kind {
        "get_messages" => messages(state, account, params, shape, now),
        _ if shape.format != Format::Json => Err(No::Unknown("the lists of get.php are known in fmt 3 alone")),
        "get_answers" => answers(state, account, params, shape, now),
        "get_stat" => statistics(state, account, params, shape, now),
        _ => Ok(senders(state, account, shape)),
    }
}

/// Returns what makes requests alike. It is not known what the service compares: here it is every
/// parameter that chooses messages.
fn likeness(params: &Params) -> Likeness {
    let names = ["start", "end", "phone", "email", "cnt", "prev_id", "format", "hour", "after_id", "to_phone"];
    Likeness::of(names.iter().map(|name| params.bytes(name).unwrap_or_default()))
}

/// Returns the first and the last day, as numbers of days.
fn days(params: &Params, zone: i8, now: Time) -> Result<(i64, i64), No> {
    let day = |name: &str, default: i64| params.text(name).map_or(Some(default), |text| day_of(text.trim()));
    let start = day("start", now.day(zone)).ok_or(PARAMETERS)?;
    let end = day("end", start).ok_or(PARAMETERS)?;
    if end < start { Err(PARAMETERS.into()) } else { Ok((start, end)) }
}

/// Parses the day of `dd.mm.yyyy`, and of what follows it after a space.
fn day_of(text: &str) -> Option<i64> {
    let (date, _) = text.split_once(' ').unwrap_or((text, ""));
    let mut parts = date.split('.');
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let date = jiff::civil::Date::new(year, month, day).ok().filter(|_| parts.next().is_none())?;
    Some(i64::from(date.since(jiff::civil::date(1970, 1, 1)).ok()?.get_days()))
}

fn messages(state: &State, account: usize, params: &Params, shape: Shape, now: Time) -> Decision {
    if matches!(shape.format, Format::Values | Format::Xml) {
        return Err(No::Unknown("the history is known in fmt 0 and fmt 3 alone"));
    }
    let owner = state.account(account);
    let (start, end) = days(params, owner.zone, now)?;
    let count = params.number("cnt").unwrap_or(Ok(PAGE)).ok().filter(|count| (1..=PAGE).contains(count)).ok_or(PARAMETERS)?;
    let before = match params.number("prev_id") {
        Some(key) => Some(key.map_err(|_| PARAMETERS)?),
        None => None,
    };
    // `format=8` is the type of e-mails, which are listed by themselves.
    let is_email = params.bytes("format") == Some(b"8");
    let (phones, _) = params.list(if is_email { "email" } else { "phone" });
    let phones: Vec<_> = phones.iter().filter_map(|phone| normalise(phone)).collect();
    let is_chosen = |message: &&Message| {
        (message.kind == EMAIL) == is_email
            && now.since(message.sent).as_secs() / 86_400 < owner.history_days.into()
            && (start..=end).contains(&message.sent.day(owner.zone))
            && (phones.is_empty() || phones.contains(&message.phone))
    };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let found: Vec<_> = state.messages.newest(account, before).filter(is_chosen).take(count).collect();
    if found.is_empty() {
        return Err(NO_MESSAGES.into());
    }
    let bytes = write(Query::new(shape.format, Detail::Full).batch().charset(shape.charset), &found, owner.zone, now);
    bytes.map_err(|_| No::Unknown("a record of the scenario has no form in this format"))
}

fn write(query: Query<'_>, messages: &[&Message], zone: i8, now: Time) -> Result<Vec<u8>, smsc_proto::WriteError> {
    let breaks = Breaks::of(&query, messages.iter().flat_map(|message| message::long_texts(message)));
    let mut bytes = Bytes::default();
    let mut batch = Writer::new(query).replacing().batch(&mut bytes)?;
    for message in messages {
        let texts = Texts::of(message, breaks, zone, now);
        let record = message::builder(message, &texts, Layout::Current, now)?;
        let record = record.number(Field::SmsCnt, message.parts.into())?;
        let record = record.number(Field::IntId, i64::try_from(message.int_id).unwrap_or(0))?.text(Field::Format, "0")?;
        batch.record(&record.build())?;
    }
    batch.end()?;
    breaks.restore(&mut bytes.0);
    Ok(bytes.0)
}

/// Lists incoming messages, the oldest first. Without `hour` and `after_id` these are all that are
/// kept: it is not known how many the service lists then.
fn answers(state: &State, account: usize, params: &Params, shape: Shape, now: Time) -> Decision {
    let hours: Option<u32> = params.number("hour").transpose().map_err(|_| PARAMETERS)?;
    let after: Option<u32> = params.number("after_id").transpose().map_err(|_| PARAMETERS)?;
    if hours.is_some_and(|hours| hours > MAX_HOURS) {
        return Err(No::Unknown("get_answers is known for at most 168 hours"));
    }
    let to = params.text("to_phone").map(|to| normalise(&to).ok_or(PARAMETERS)).transpose()?;
    let zone = state.account(account).zone;
    let chosen = state.inbox.of(account).filter(|message| {
        hours.is_none_or(|hours| now.since(message.at).as_secs() < 3600 * u64::from(hours))
            && after.is_none_or(|after| message.id > after)
            && to.as_ref().is_none_or(|to| message.to == *to)
    });
    let of = |message: &Received| {
        let at = message.at.text(zone);
        vec![
            ("id", json!(message.id)),
            ("received", json!(at)),
            ("phone", json!(message.phone)),
            ("message", json!(message.text)),
            ("to_phone", json!(message.to)),
            ("sent", json!(at)),
        ]
    };
    Ok(shape.list(&chosen.map(of).collect()))
}

fn statistics(state: &State, account: usize, params: &Params, shape: Shape, now: Time) -> Decision {
    let owner = state.account(account);
    let (start, end) = days(params, owner.zone, now)?;
    let (mut count, mut spent) = (0, Money(0));
    for message in state.messages.newest(account, None) {
        if (start..=end).contains(&message.sent.day(owner.zone)) {
            count += message.parts;
            spent += message.cost;
        }
    }
    let row: Vec<(&str, Value)> = vec![
        ("login", json!(owner.login)),
        ("sms", json!(count)),
        ("credit", json!(spent.to_string())),
        ("debit", json!("0.00")),
        ("currency", json!(owner.currency)),
    ];
    Ok(shape.list(&VecDeque::from([row])))
}

fn senders(state: &State, account: usize, shape: Shape) -> Vec<u8> {
    let of = |name: &String| vec![("sender", json!(name))];
    shape.list(&state.account(account).senders.iter().map(of).collect())
}
