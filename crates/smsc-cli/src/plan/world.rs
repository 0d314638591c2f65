//! A program that follows messages with a plan, in virtual time. No request is made.

use sms_tracker::{Ask, AskKind, GrowingPlan, Key, PlanConfig, Tracked};
use smsc_proto::StatusCode;

use super::schedule::{DAY, End, Interval, Move, Schedule, first_move, move_from};

/// The steps and the messages asked for after which a schedule ends, so that it takes some seconds.
const MOST_WORK: u64 = 20_000_000;

/// The assumptions of a schedule. Times are in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) config: PlanConfig,
    pub(super) has_batches: bool,
    pub(super) start: u64,
    /// The time for one request.
    pub(super) latency: u64,
    /// The time from the sending of a message to its end, if it comes to one.
    pub(super) ends_after: Option<u64>,
}

/// A message.
#[derive(Clone, Copy)]
struct Message {
    sent: u64,
    /// The time of the last request for it.
    asked: Option<u64>,
    /// Its end was seen, or it is lost.
    is_over: bool,
}

/// A program, its messages, and what it has asked for.
pub(super) struct World {
    settings: Settings,
    plan: GrowingPlan,
    /// The messages in the order of their sending, of which `sent` were sent.
    messages: Vec<Message>,
    sent: usize,
    /// The numbers of the messages, by the places of their keys.
    numbers: Vec<usize>,
    /// The requests in work, with the times of their answers.
    in_work: Vec<(u64, Ask)>,
    now: u64,
    interval: Interval,
    schedule: Schedule,
    work: u64,
}

/// Returns the time up to which a schedule is made at most: a day after the next move to the archive.
pub(super) const fn latest(start: u64) -> u64 {
    move_from(start + 1) + DAY
}

impl World {
    /// Creates a program with the messages that are sent at these times, which ascend.
    pub(super) fn new(settings: Settings, sent: impl Iterator<Item = u64>) -> Self {
        let start = settings.start;
        let mut plan = GrowingPlan::new(settings.config, Vec::new(), start);
        plan.server_date(start / 1_000, start);
        if !settings.has_batches {
            plan.batch_was_asked(start);
        }
        let messages: Vec<_> = sent.map(|sent| Message { sent, asked: None, is_over: false }).collect();
        let schedule = Schedule {
            start,
            until: latest(start),
            end: End::Done,
            messages: messages.len(),
            asked: 0,
            first_asked: None,
            all_asked: None,
            intervals: Vec::new(),
            moves: Vec::new(),
        };
        Self {
            settings,
            plan,
            messages,
            sent: 0,
            numbers: Vec::new(),
            in_work: Vec::new(),
            now: start,
            interval: Interval::starting(start, start),
            schedule,
            work: 0,
        }
    }

    /// Lets time pass until the schedule ends.
    pub(super) fn run(mut self) -> Schedule {
        let until = self.schedule.until;
        while let Some(time) = self.next_time() {
            if time >= until || self.work >= MOST_WORK {
                self.schedule.end = if time >= until { End::Day } else { End::Requests };
                break;
            }
            self.pass(time);
            self.step();
        }
        match self.schedule.end {
            End::Day => self.pass(until),
            End::Requests => self.schedule.until = self.now,
            End::Done => {
                self.schedule.until = self.now;
                // The next move concerns no message any more.
                self.note_moves(until);
            }
        }
        self.close();
        self.schedule
    }

    /// Returns the time at which something happens next.
    fn next_time(&self) -> Option<u64> {
        let sent = self.messages.get(self.sent).map(|message| message.sent);
        let answer = self.in_work.iter().map(|(time, _)| *time).min();
        let next = [sent, answer, self.plan.next_wake()].into_iter().flatten().min()?;
        Some(next.max(self.now))
    }

    /// Moves the time on.
    fn pass(&mut self, time: u64) {
        self.note_moves(time);
        while self.interval.end <= time {
            let next = Interval::starting(self.interval.end, self.settings.start);
            self.close();
            self.interval = next;
        }
        self.now = time;
    }

    /// Ends the interval.
    fn close(&mut self) {
        let sent = self.messages.iter().take(self.sent).len();
        self.interval.waiting = sent.saturating_sub(self.schedule.asked).try_into().unwrap_or(u64::MAX);
        if !self.interval.is_empty() {
            self.schedule.intervals.push(self.interval);
        }
    }

    fn step(&mut self) {
        self.work += 1;
        self.send();
        self.answer();
        while let Some(ask) = self.plan.poll(self.now) {
            self.ask(ask);
        }
        while let Some(key) = self.plan.next_lost() {
            self.end(key);
        }
    }

    fn send(&mut self) {
        while let Some(message) = self.messages.get(self.sent).filter(|message| message.sent <= self.now) {
            // A plan that grows is full only after billions of messages.
            if let Ok(key) = self.plan.add(Tracked::sent(message.sent), self.now) {
                let place = place(key);
                self.numbers.resize(self.numbers.len().max(place + 1), 0);
                self.numbers[place] = self.sent;
            }
            self.sent += 1;
        }
    }

    fn ask(&mut self, ask: Ask) {
        self.work += u64::from(ask.len());
        self.interval.messages += u64::from(ask.len());
        match ask.kind() {
            AskKind::Single => self.interval.singles += 1,
            AskKind::Batch => self.interval.batches += 1,
            AskKind::History { .. } => self.interval.history += 1,
        }
        for key in self.plan.keys(&ask) {
            if self.messages[self.numbers[place(key)]].asked.replace(self.now).is_none() {
                self.schedule.asked += 1;
            }
        }
        self.schedule.first_asked.get_or_insert(self.now);
        if self.schedule.asked == self.messages.len() {
            self.schedule.all_asked.get_or_insert(self.now);
        }
        self.in_work.push((self.now + self.settings.latency, ask));
    }

    /// Answers the requests whose time has come.
    fn answer(&mut self) {
        while let Some(at) = self.in_work.iter().position(|(time, _)| *time <= self.now) {
            let (_, ask) = self.in_work.swap_remove(at);
            let is_history = matches!(ask.kind(), AskKind::History { .. });
            let status = |key: Key| self.status(&self.messages[self.numbers[place(key)]], is_history);
            let answers: Vec<_> = self.plan.keys(&ask).map(|key| (key, status(key))).collect();
            self.plan.on_reply(ask, answers.iter().copied(), self.now);
            for (key, _) in answers.iter().filter(|(_, status)| *status == StatusCode::DELIVERED) {
                self.end(*key);
            }
        }
    }

    /// Returns the status that the service, or its history, has for a message.
    fn status(&self, message: &Message, is_history: bool) -> StatusCode {
        match self.end_of(message) {
            Some(end) if !is_history && move_of(message.sent, end) <= self.now => StatusCode::NOT_FOUND,
            Some(end) if end <= self.now => StatusCode::DELIVERED,
            _ => StatusCode::WAITING,
        }
    }

    fn end(&mut self, key: Key) {
        self.messages[self.numbers[place(key)]].is_over = true;
    }

    fn end_of(&self, message: &Message) -> Option<u64> {
        Some(message.sent + self.settings.ends_after?)
    }

    /// Notes the moves to the archive up to this time.
    fn note_moves(&mut self, time: u64) {
        loop {
            let last = self.schedule.moves.last().map(|night| night.time);
            let next = move_from(last.unwrap_or(self.settings.start) + 1);
            if next > time {
                return;
            }
            self.note_move(next);
        }
    }

    fn note_move(&mut self, time: u64) {
        let round = self.plan.last_round();
        let mut night = Move { time, under_way: 0, at_risk: Vec::new(), last_round: 0 };
        for (number, message) in self.messages.iter().take(self.sent).enumerate() {
            let end = self.end_of(message);
            let is_moved_before = end.is_some_and(|end| move_of(message.sent, end) < time);
            if message.is_over || first_move(message.sent) > time || is_moved_before {
                continue;
            }
            night.under_way += 1;
            let is_seen = match end {
                Some(end) => end > time,
                None => message.asked.is_some_and(|asked| asked >= round),
            };
            if is_seen {
                night.last_round = night.last_round.max(message.asked.map_or(0, |asked| time - asked));
            } else {
                night.at_risk.push(number);
            }
        }
        self.schedule.moves.push(night);
    }
}

/// Returns the time at which a message moves to the archive, by the times of its sending and its end.
fn move_of(sent: u64, end: u64) -> u64 {
    first_move(sent).max(move_from(end))
}

fn place(key: Key) -> usize {
    usize::try_from(key.index()).unwrap_or(usize::MAX)
}
