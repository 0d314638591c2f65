//! Facts that the reports of a message tell together, beside its state.

use serde::{Deserialize, Serialize};
use sms_tracker::Class;
use smsc_proto::{Record, StatusCode};

/// The statuses at which a message ends; whoever reads a message has received it.
const ENDS: [StatusCode; 7] = [
    StatusCode::DELIVERED,
    StatusCode::EXPIRED,
    StatusCode::UNDELIVERABLE,
    StatusCode::WRONG_NUMBER,
    StatusCode::FORBIDDEN,
    StatusCode::NO_MONEY,
    StatusCode::UNAVAILABLE_NUMBER,
];

/// The number of reports, and the values that cannot all be those of one message.
#[derive(Clone, Copy, Default)]
pub(super) struct Facts {
    pub(super) reports: u64,
    /// A bit for each of [`ENDS`] that was reported.
    ends: u8,
    /// The least and the greatest time of sending, or zeros.
    sent: [u64; 2],
}

/// The values that contradict each other, by their field.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Contradictions {
    /// The ends, of which a message has one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    status: Vec<i32>,
    /// The times of sending: the id was used for more than one message.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    send_timestamp: Vec<u64>,
}

impl Facts {
    /// Returns what a report says.
    pub(super) fn of(record: &Record<'_>) -> Self {
        let sent = record.send_timestamp().unwrap_or(0);
        Self { reports: 1, ends: end(record.status()), sent: [sent; 2] }
    }

    /// Adds what another merge said of its reports.
    pub(super) fn of_merged(mut self, reports: u64, found: &Contradictions) -> Self {
        self.reports = reports.max(1);
        for status in &found.status {
            self.ends |= end(StatusCode(*status));
        }
        for sent in &found.send_timestamp {
            self.add(Self { reports: 0, ends: 0, sent: [*sent; 2] });
        }
        self
    }

    pub(super) fn add(&mut self, other: Self) {
        self.reports = self.reports.saturating_add(other.reports);
        self.ends |= other.ends;
        self.sent = match (self.sent, other.sent) {
            ([0, 0], sent) | (sent, [0, 0]) => sent,
            ([one, two], [three, four]) => [one.min(three), two.max(four)],
        };
    }

    /// Returns the values that contradict each other, if any do.
    pub(super) fn contradictions(&self) -> Option<Contradictions> {
        let mut found = Contradictions::default();
        if self.ends.count_ones() > 1 {
            let ends = ENDS.iter().enumerate().filter(|(at, _)| self.ends & 1 << at != 0);
            found.status = ends.map(|(_, status)| status.0).collect();
        }
        if self.sent[0] != self.sent[1] {
            found.send_timestamp = self.sent.to_vec();
        }
        if found.fields().next().is_some() { Some(found) } else { None }
    }
}

impl Contradictions {
    /// Returns the names of the fields.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'static str> {
        let fields = [("status", self.status.is_empty()), ("send_timestamp", self.send_timestamp.is_empty())];
        fields.into_iter().filter(|(_, is_empty)| !is_empty).map(|(name, _)| name)
    }
}

/// Returns the bit of a status that is an end, or 0.
fn end(status: StatusCode) -> u8 {
    let status = if Class::of(status) > Class::Final { StatusCode::DELIVERED } else { status };
    ENDS.iter().position(|end| *end == status).map_or(0, |at| 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_final_status_is_an_end() {
        for code in -10..300 {
            assert_eq!(end(StatusCode(code)) != 0, Class::of(StatusCode(code)).is_final(), "{code}");
        }
        // Read and clicked: delivered.
        assert!([2, 4, 6].iter().all(|code| end(StatusCode(*code)) == end(StatusCode(1))));
    }
}
