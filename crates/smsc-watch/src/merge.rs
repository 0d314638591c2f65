//! The state of a message in the store, and the difference that a report makes.

use sms_tracker::{Change, Merged};
use smsc_client::MessageRecord;
use smsc_proto::{Field, Record, StatusCode, Value};

use crate::changed::Changed;
use crate::error::ErrorKind;
use crate::json;
use crate::report::{NewReport, Source};

/// The state of a message, by its name in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Without an end.
    Open,
    /// With a final status.
    Final,
    /// No longer found, and no final status was seen.
    Lost,
}

impl State {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Final => "final",
            Self::Lost => "lost",
        }
    }

    pub(crate) fn parse(name: &str) -> Result<Self, ErrorKind> {
        [Self::Open, Self::Final, Self::Lost].into_iter().find(|state| state.name() == name).ok_or(ErrorKind::Damaged)
    }
}

/// The part of a message's row that reports change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) state: State,
    pub(crate) not_found_since: Option<u64>,
    /// The kept reports, in JSON.
    pub(crate) reports: Option<String>,
}

/// A message as it is stored, and the last change of it.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) known: Known,
    pub(crate) cost: Option<String>,
    pub(crate) latest: Changed,
}

impl Stored {
    /// Merges a report with those that are kept. Returns whether the row is another one; the change is
    /// [`latest`](Self::latest) then.
    pub(crate) fn merge(&mut self, report: &NewReport) -> Result<bool, ErrorKind> {
        let kept = self.known.reports.as_deref().map_or_else(|| Ok(Vec::new()), json::read)?;
        let mut before = records(kept.iter())?;
        let mut after = records(kept.iter().chain([&report.record]))?;
        let (before, after) = (Merged::new(&mut before), Merged::new(&mut after));
        let reports: Vec<_> = after.reports().iter().map(MessageRecord::new).collect();
        let known = Known {
            state: if after.is_final() { State::Final } else { self.known.state },
            not_found_since: not_found_since(self.known.not_found_since, report),
            reports: Some(json::write(&reports)),
        };
        if known == self.known {
            return Ok(false);
        }
        self.known = known;
        self.cost = cost(&after);
        self.set(&after, after.change_since(&before), report);
        Ok(true)
    }

    fn set(&mut self, merged: &Merged<'_, '_>, change: Change, report: &NewReport) {
        let status = merged.status();
        self.latest.status = status;
        self.latest.err = status.and_then(|_| merged.err());
        self.latest.last_timestamp = status.and_then(|_| merged.last_timestamp());
        self.latest.is_final = self.known.state == State::Final;
        self.latest.is_lost = self.known.state == State::Lost;
        self.latest.at = report.at;
        self.latest.source = Some(report.source);
        self.latest.change = change;
    }
}

fn records<'a>(reports: impl Iterator<Item = &'a MessageRecord>) -> Result<Vec<Record<'a>>, ErrorKind> {
    Ok(reports.map(MessageRecord::as_record).collect::<Result<_, _>>()?)
}

/// Returns the time since which the service does not find the message. A reply that has the message
/// ends this time: the service does not find a message in the first moments either.
fn not_found_since(known: Option<u64>, report: &NewReport) -> Option<u64> {
    match (report.record.status(), report.source) {
        (StatusCode::NOT_FOUND, _) => known.or(Some(report.at)),
        (_, Source::Asked) => None,
        _ => known,
    }
}

fn cost(merged: &Merged<'_, '_>) -> Option<String> {
    match merged.get(Field::Cost)? {
        Value::Cost(cost) => Some(cost.as_str().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
