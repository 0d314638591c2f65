//! A schedule as a table and some sentences.

use anstyle::Style;
use jiff::Timestamp;
use smsc_proto::Lang;

use super::schedule::{End, HOUR, Interval, MINUTE, Move, SECOND, Schedule};
use crate::failure::Failure;
use crate::grid::{Column, Grid};
use crate::lang::{current, fill};
use crate::output::{Out, wrapped_to};

/// The width of the sentences.
const WIDTH: usize = 80;

/// The columns. The last one, which is always empty, keeps the numbers of the others from being cut.
const COLUMNS: &[Column] = &[
    Column::text("start", "MOSCOW TIME"),
    Column::number("singles", "SINGLE"),
    Column::number("batches", "BATCHES"),
    Column::number("history", "HISTORY"),
    Column::number("messages", "MESSAGES"),
    Column::number("waiting", "WAITING"),
    Column::text("", ""),
];

/// Returns the headings of the table, in English.
#[cfg(all(test, checkout))]
pub(crate) fn headings() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|column| column.heading).filter(|heading| !heading.is_empty())
}

/// Prints a schedule.
pub(super) fn print(schedule: &Schedule, out: &mut Out) -> Result<(), Failure> {
    let has_history = schedule.sum(|interval| interval.history) > 0;
    let mut moves = schedule.moves.iter().filter(|night| night.under_way > 0).peekable();
    let mut grid = Grid::new(COLUMNS);
    for interval in &schedule.intervals {
        while let Some(night) = moves.next_if(|night| night.time <= interval.start) {
            grid.line(out, move_line(night), Style::new().bold())?;
        }
        grid.row(out, cells(interval, has_history))?;
    }
    for night in moves {
        grid.line(out, move_line(night), Style::new().bold())?;
    }
    grid.finish(out)?;
    out.line("")?;
    let width = out.width.map_or(WIDTH, |width| width.min(WIDTH));
    for sentence in sentences(schedule) {
        wrapped_to(&sentence, Some(width), 0).into_iter().try_for_each(|line| out.line(line))?;
    }
    Ok(())
}

fn cells(interval: &Interval, has_history: bool) -> Vec<String> {
    let history = if has_history { number(interval.history) } else { String::new() };
    let Interval { start, singles, batches, messages, waiting, .. } = *interval;
    vec![moscow(start), number(singles), number(batches), history, number(messages), number(waiting), String::new()]
}

fn move_line(night: &Move) -> String {
    fill("{0}: move to the archive, {1} under way, {2} at risk", &[&moscow(night.time), &number(night.under_way), &count(night)])
}

fn sentences(schedule: &Schedule) -> Vec<String> {
    let mut sentences = vec![asked(schedule)];
    for night in schedule.moves.iter().filter(|night| night.under_way > 0 && night.last_round > 0) {
        let values: [&dyn std::fmt::Display; 2] = [&span(night.last_round), &moscow(night.time)];
        sentences.push(fill("The last requests are made within {0} before the move of {1}.", &values));
    }
    let [singles, batches, history] =
        [schedule.sum(|all| all.singles), schedule.sum(|all| all.batches), schedule.sum(|all| all.history)].map(number);
    sentences.push(fill("In all: {0} single requests, {1} batches, {2} requests to the history.", &[&singles, &batches, &history]));
    let end = moscow(schedule.until);
    sentences.push(match schedule.end {
        End::Done => fill("Every message is at its end by {0}.", &[&end]),
        End::Day => fill("The schedule ends at {0}, a day after the next move to the archive.", &[&end]),
        End::Requests => fill("The schedule ends early, at {0}, because it has very many requests.", &[&end]),
    });
    sentences
}

/// Returns the sentence about the first requests, and about the first move that concerns any message.
fn asked(schedule: &Schedule) -> String {
    let all = number(size(schedule.messages));
    let is_asked = match schedule.all_asked {
        Some(time) if schedule.messages == 1 => {
            fill("1 message is asked for after {0}", &[&span(time.saturating_sub(schedule.start))])
        }
        Some(time) => fill("{0} messages are asked for once in {1}", &[&all, &span(time.saturating_sub(schedule.start))]),
        None => {
            let asked = number(size(schedule.asked));
            fill("{0} of {1} messages are asked for by {2}", &[&asked, &all, &moscow(schedule.until)])
        }
    };
    let night = schedule.moves.iter().find(|night| night.under_way > 0).or_else(|| schedule.moves.first());
    match night {
        Some(night) => {
            let values: [&dyn std::fmt::Display; 3] = [&is_asked, &count(night), &moscow(night.time)];
            fill("{0}; {1} are at risk at the move to the archive of {2}.", &values)
        }
        None => format!("{is_asked}."),
    }
}

fn count(night: &Move) -> String {
    number(size(night.at_risk.len()))
}

fn size(number: usize) -> u64 {
    number.try_into().unwrap_or(u64::MAX)
}

/// Returns a time in Moscow, to the minute.
pub(super) fn moscow(time: u64) -> String {
    let local = i64::try_from(time + 3 * HOUR).ok().and_then(|time| Timestamp::from_millisecond(time).ok());
    local.map(|time| time.strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

/// Returns a length of time in its two largest units, rounded up.
fn span(time: u64) -> String {
    let minutes = time.div_ceil(MINUTE);
    match time.div_ceil(SECOND) {
        seconds if seconds < 60 => fill("{0} s", &[&seconds]),
        seconds if seconds < 3_600 && seconds.is_multiple_of(60) => fill("{0} min", &[&(seconds / 60)]),
        seconds if seconds < 3_600 => fill("{0} min {1} s", &[&(seconds / 60), &(seconds % 60)]),
        _ if minutes.is_multiple_of(60) => fill("{0} h", &[&(minutes / 60)]),
        _ => fill("{0} h {1} min", &[&(minutes / 60), &(minutes % 60)]),
    }
}

/// Returns a number with its digits in groups of three.
fn number(number: u64) -> String {
    let separator = if current() == Lang::En { ',' } else { '\u{a0}' };
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_are_short() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
        let spans = [0, 1, 30_000, 60_000, 61_000, 3_600_000, 22_800_000, 22_800_001].map(span);
        assert_eq!(spans, ["0 s", "1 s", "30 s", "1 min", "1 min 1 s", "1 h", "6 h 20 min", "6 h 21 min"]);
        assert_eq!(moscow(1_795_824_000_000), "2026-11-28 03:00");
    }
}
