//! A schedule as a line of JSON.

use serde::Serialize;
use smsc_proto::{MessageId, Requested};

use super::schedule::{End, Interval, Move, Schedule};
use crate::failure::Failure;
use crate::output::Out;

/// A schedule. Times are in Unix seconds.
#[derive(Serialize)]
struct ScheduleJson<'a> {
    start: u64,
    end: u64,
    end_reason: &'static str,
    messages: usize,
    asked: usize,
    first_asked: Option<u64>,
    all_asked: Option<u64>,
    singles: u64,
    batches: u64,
    history: u64,
    moves: Vec<MoveJson<'a>>,
    intervals: Vec<IntervalJson>,
}

/// A move to the archive.
#[derive(Serialize)]
struct MoveJson<'a> {
    time: u64,
    under_way: u64,
    at_risk: usize,
    last_round_s: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_risk_ids: Option<Vec<MessageId<'a>>>,
}

/// The requests in a part of the time.
#[derive(Serialize)]
struct IntervalJson {
    start: u64,
    end: u64,
    singles: u64,
    batches: u64,
    history: u64,
    messages: u64,
    waiting: u64,
}

/// Prints a schedule. The ids of messages at risk are printed if the messages are those of a list.
pub(super) fn print(schedule: &Schedule, list: Option<&[Requested<'_>]>, out: &mut Out) -> Result<(), Failure> {
    out.json(&ScheduleJson {
        start: seconds(schedule.start),
        end: seconds(schedule.until),
        end_reason: match schedule.end {
            End::Done => "done",
            End::Day => "day",
            End::Requests => "requests",
        },
        messages: schedule.messages,
        asked: schedule.asked,
        first_asked: schedule.first_asked.map(seconds),
        all_asked: schedule.all_asked.map(seconds),
        singles: schedule.sum(|interval| interval.singles),
        batches: schedule.sum(|interval| interval.batches),
        history: schedule.sum(|interval| interval.history),
        moves: schedule.moves.iter().map(|night| move_json(night, list)).collect(),
        intervals: schedule.intervals.iter().map(interval_json).collect(),
    })
}

fn move_json<'a>(night: &Move, list: Option<&[Requested<'a>]>) -> MoveJson<'a> {
    let ids = |list: &[Requested<'a>]| night.at_risk.iter().filter_map(|number| Some(list.get(*number)?.id)).collect();
    MoveJson {
        time: seconds(night.time),
        under_way: night.under_way,
        at_risk: night.at_risk.len(),
        last_round_s: night.last_round.div_ceil(1_000),
        at_risk_ids: list.map(ids),
    }
}

fn interval_json(interval: &Interval) -> IntervalJson {
    let Interval { start, end, singles, batches, history, messages, waiting } = *interval;
    IntervalJson { start: seconds(start), end: seconds(end), singles, batches, history, messages, waiting }
}

const fn seconds(time: u64) -> u64 {
    time / 1_000
}
