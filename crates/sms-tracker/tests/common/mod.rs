//! Programs that follow messages with a plan, against the stand-in, in virtual time.

mod program;
mod service;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub(crate) use program::{Program, Sent};
pub(crate) use service::{Answer, Service};

/// A second in milliseconds.
pub(crate) const SECOND: u64 = 1_000;
/// An hour in milliseconds.
pub(crate) const HOUR: u64 = 3_600 * SECOND;
/// A day in milliseconds.
pub(crate) const DAY: u64 = 24 * HOUR;
/// 2026-11-28, 00:00 in Moscow.
pub(crate) const MIDNIGHT: u64 = 1_795_813_200_000;

/// The troubles of a world.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Trouble {
    /// Answers that are lost, of a thousand.
    pub(crate) lost: u32,
    /// Times at which every program is killed and started again.
    pub(crate) restarts: [Option<u64>; 2],
}

enum Event {
    Send(usize),
    Wake(usize),
    Arrive { program: usize, life: u32, ask: sms_tracker::Ask, body: String },
    Reply { program: usize, life: u32, ask: sms_tracker::Ask, answer: Answer },
    Risk(usize),
    Restart,
}

/// The programs of one login, and the service.
pub(crate) struct World {
    pub(crate) service: Service,
    pub(crate) programs: Vec<Program>,
    pub(crate) sent: Vec<Sent>,
    now: u64,
    events: BinaryHeap<Reverse<(u64, u64)>>,
    pending: std::collections::HashMap<u64, Event>,
    serial: u64,
    trouble: Trouble,
    random: u64,
}

impl World {
    /// Creates a world in which these messages are sent, message n by the program n modulo their number.
    pub(crate) fn new(service: Service, programs: Vec<Program>, sent: Vec<Sent>, trouble: Trouble) -> Self {
        let mut world = Self {
            service,
            programs,
            sent,
            now: MIDNIGHT,
            events: BinaryHeap::new(),
            pending: std::collections::HashMap::new(),
            serial: 0,
            trouble,
            random: 0x9e37_79b9_7f4a_7c15,
        };
        for index in 0..world.sent.len() {
            world.at(world.sent[index].at, Event::Send(index));
        }
        for time in world.trouble.restarts.into_iter().flatten() {
            world.at(time, Event::Restart);
        }
        for program in 0..world.programs.len() {
            let time = world.programs[program].next_move(MIDNIGHT);
            world.at(time, Event::Risk(program));
        }
        world
    }

    fn at(&mut self, time: u64, event: Event) {
        self.serial += 1;
        self.events.push(Reverse((time, self.serial)));
        self.pending.insert(self.serial, event);
    }

    fn random(&mut self) -> u32 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 32) as u32
    }

    /// Lets time pass, until then or until nothing happens any more.
    pub(crate) fn run(&mut self, until: u64) {
        while let Some(Reverse((time, serial))) = self.events.pop() {
            if time > until {
                break;
            }
            self.now = self.now.max(time);
            let event = self.pending.remove(&serial).expect("each event is there once");
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Send(index) => {
                let program = index % self.programs.len();
                self.service.send(index, &self.sent[index], self.now);
                self.programs[program].add(index, self.now);
                self.go_on(program);
            }
            Event::Wake(program) => {
                if self.programs[program].is_planned_wake(self.now) {
                    self.go_on(program);
                }
            }
            Event::Arrive { program, life, ask, body } => {
                let answer = self.service.answer(&ask, &body, self.now);
                // The way back takes as long as the way there.
                let back = self.now + u64::from(self.random() % 200);
                let is_lost = self.random() % 1_000 < self.trouble.lost;
                let (time, answer) =
                    if is_lost { (self.now + 30 * SECOND, Answer::Lost(answer.into_ticket())) } else { (back, answer) };
                self.at(time, Event::Reply { program, life, ask, answer });
            }
            Event::Reply { program, life, ask, answer } => {
                let (random, now) = (self.random(), self.now);
                if self.programs[program].life == life {
                    self.programs[program].on_answer(ask, &answer, now, random);
                }
                self.service.end(answer.into_ticket());
                self.go_on(program);
            }
            Event::Risk(program) => {
                self.programs[program].name_those_at_risk(self.now);
                let next = self.programs[program].next_move(self.now).max(self.now + HOUR);
                self.at(next, Event::Risk(program));
            }
            Event::Restart => {
                for program in 0..self.programs.len() {
                    self.programs[program].restart(&self.sent, self.now);
                    self.go_on(program);
                }
            }
        }
    }

    /// Makes the requests that the plan of a program asks for.
    fn go_on(&mut self, program: usize) {
        while let Some((ask, body)) = self.programs[program].poll(&self.sent, self.now) {
            let life = self.programs[program].life;
            let there = self.now + u64::from(self.random() % 200);
            self.at(there, Event::Arrive { program, life, ask, body });
        }
        if let Some(wake) = self.programs[program].next_wake(self.now) {
            self.at(wake, Event::Wake(program));
        }
    }
}
