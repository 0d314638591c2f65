//! status.php: statuses and deletions (R1 to R5, R20).

use smsc_proto::{Detail, MessageId, Query, Record, WriteError, Writer};

use crate::breaks::Breaks;
use crate::fault::Fault;
use crate::layout::Layout;
use crate::limits::Likeness;
use crate::message::{self, Message, Texts};
use crate::numbers::normalise;
use crate::params::Params;
use crate::reply::{Bytes, DELETION, PARAMETERS, Shape, TOO_MANY};
use crate::spaced;
use crate::state::{Decision, No, State};
use crate::time::Time;

pub(crate) fn run(state: &mut State, account: usize, params: &Params, fault: Option<&Fault>, now: Time) -> Decision {
    // A list may end in a comma.
    if params.max_items("id").max(params.max_items("phone")) > state.scenario.limits.batch_ids.saturating_add(1) {
        return Err(PARAMETERS.into());
    }
    let (phones, phone_comma) = params.list("phone");
    let (ids, id_comma) = params.list("id");
    if ids.is_empty() || ids.len() != phones.len() || ids.len() > state.scenario.limits.batch_ids {
        return Err(PARAMETERS.into());
    }
    // An id with zeros before it is the same number (R3a).
    let pair = |(id, phone): (&String, &String)| Some((MessageId::parse(id)?.to_string(), normalise(phone)?));
    let pairs: Vec<_> = ids.iter().zip(&phones).map(pair).collect::<Option<_>>().ok_or(PARAMETERS)?;
    let is_batch = pairs.len() > 1 || phone_comma || id_comma;
    let detail = match params.number("all") {
        None => Detail::Status,
        Some(number) => {
            let number: Option<u8> = number.ok();
            number.and_then(|number| Detail::try_from(number).ok()).ok_or(PARAMETERS)?
        }
    };
    limit(state, account, &pairs, is_batch, now)?;
    let shape = Shape::of(params);
    if params.is_set("del") {
        return delete(state, account, &pairs, shape, now);
    }
    let zone = state.account(account).zone;
    let mut records: Vec<_> = pairs.iter().map(|pair| (pair, find(state, account, pair, now))).collect();
    match fault {
        Some(Fault::WrongOrder) => records.reverse(),
        Some(Fault::Doubled) => {
            let first = records.first().copied();
            records.splice(0..0, first);
        }
        _ => {}
    }
    let query = Query::new(shape.format, detail).charset(shape.charset);
    let query = if is_batch { query.batch() } else { query };
    let texts = records.iter().filter_map(|(_, message)| *message).flat_map(message::long_texts);
    let breaks = Breaks::of(&query, texts);
    let page = Page { query, breaks, layout: state.account(account).layout.of(&query), zone, now };
    if page.layout == Layout::WithoutErr && detail == Detail::Status && is_batch {
        return Err(No::Unknown("a batch without err is not known"));
    }
    page.write(&records).map_err(|_| No::Unknown("a record of the scenario has no form in this format"))
}

/// Returns a message that can still be asked for and deleted.
fn find<'s>(state: &'s State, account: usize, (id, phone): &(String, String), now: Time) -> Option<&'s Message> {
    let history_days = state.account(account).history_days;
    let message = state.messages.find(account, id, phone)?;
    (!message.life.is_lost && !message.is_archived(history_days, now)).then_some(message)
}

/// Counts the request towards the limits.
fn limit(state: &mut State, account: usize, pairs: &[(String, String)], is_batch: bool, now: Time) -> Result<(), No> {
    let limits = state.scenario.limits;
    let is_free = match pairs {
        [(id, phone)] if !is_batch => state.statuses.try_add((account, id.clone(), phone.clone()), limits.status, now),
        _ => state.calls.try_add((account, "status batch", Likeness::default()), limits.batch, now),
    };
    if is_free { Ok(()) } else { Err(TOO_MANY.into()) }
}

fn delete(state: &mut State, account: usize, pairs: &[(String, String)], shape: Shape, now: Time) -> Decision {
    let keys: Option<Vec<_>> = pairs.iter().map(|pair| find(state, account, pair, now).map(|message| message.int_id)).collect();
    for key in keys.ok_or(DELETION)? {
        state.messages.remove(key);
    }
    state.drop_stale_notices();
    Ok(shape.deleted())
}

type Found<'m> = (&'m (String, String), Option<&'m Message>);

/// A reply with records.
struct Page<'q> {
    query: Query<'q>,
    breaks: Breaks,
    layout: Layout,
    zone: i8,
    now: Time,
}

impl Page<'_> {
    fn write(&self, records: &[Found<'_>]) -> Result<Vec<u8>, WriteError> {
        if self.layout != Layout::Current {
            let lines: Vec<_> = records.iter().map(|found| self.line(found)).collect::<Result<_, _>>()?;
            let mut bytes = lines.join(&b'\n');
            self.breaks.restore(&mut bytes);
            return Ok(bytes);
        }
        let mut bytes = Bytes::default();
        if self.query.is_batch() {
            let mut batch = Writer::new(self.query).replacing().batch(&mut bytes)?;
            for found in records {
                self.with_record(found, |record| batch.record(record))?;
            }
            batch.end()?;
        } else if let Some(found) = records.first() {
            bytes = self.record(found)?;
        }
        self.breaks.restore(&mut bytes.0);
        Ok(bytes.0)
    }

    /// Returns a line of fmt 1 in an older layout.
    fn line(&self, found: &Found<'_>) -> Result<Vec<u8>, WriteError> {
        let is_brief = self.query.get_detail() == Detail::Status;
        match (self.layout, found.1) {
            (Layout::WithoutErr, Some(message)) if is_brief && message.kind != message::HLR => {
                let state = message.state(self.now);
                Ok(format!("{},{}", state.status.0, state.since.seconds()).into_bytes())
            }
            (Layout::Spaced, Some(message)) if !is_brief => {
                spaced::line(message, &Texts::of(message, self.breaks, self.zone, self.now), &self.query, self.now)
            }
            _ => self.record(found).map(|bytes| bytes.0),
        }
    }

    /// Returns a record by itself.
    fn record(&self, found: &Found<'_>) -> Result<Bytes, WriteError> {
        let mut bytes = Bytes::default();
        self.with_record(found, |record| Writer::new(self.query).replacing().record(record, &mut bytes))?;
        Ok(bytes)
    }

    /// Calls `write` with the record of a message, or with that of one that is not found.
    fn with_record(
        &self,
        ((id, phone), message): &Found<'_>,
        write: impl FnOnce(&Record<'_>) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        match message {
            Some(message) => {
                let texts = Texts::of(message, self.breaks, self.zone, self.now);
                write(&message::record(message, &texts, &self.query, self.layout, self.now)?)
            }
            None => match MessageId::parse(id) {
                Some(id) => write(&message::not_found(id, phone, &self.query)?),
                // The ids were checked.
                None => Ok(()),
            },
        }
    }
}
