//! The threads of the sinks: standard output, a command, a webhook. Each sink has a cursor in the state,
//! so that it gets every change at least once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use smsc_watch::{Changed, Error, Store};

use super::event::{Event, Stopped};
use super::sink::{Sink, Undelivered};
use super::to_command::Exec;
use super::to_stdout::StandardOutput;
use super::to_webhook::Webhook;
use super::trouble::{failed, report};
use crate::args::Watch;
use crate::failure::Failure;
use crate::lang::fill;
use crate::message;

/// The number of changes that are read at once.
const CHANGES: usize = 100;
/// The longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// The longest wait for new changes, which another program may have made.
const LOOK: Duration = Duration::from_secs(2);

/// The time between two looks at whether something has ended.
const BLINK: Duration = Duration::from_millis(10);
/// The pause after an error of the state.
const PAUSE: Duration = Duration::from_secs(1);

/// The state that the threads of the sinks share.
#[derive(Default)]
struct Shared {
    /// The sinks end when they have passed on every change.
    is_draining: AtomicBool,
    /// The sinks end at once.
    is_ending: AtomicBool,
    changes: Mutex<u64>,
    changed: Condvar,
}

/// The sinks, each with a thread.
pub(super) struct Sinks {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

impl Sinks {
    /// Starts the sinks, each with its own connection to the state.
    pub(super) fn start(options: &Watch, place: &str, events: &Sender<Event>) -> Result<Self, Failure> {
        let mut all: Vec<Box<dyn Sink>> = vec![Box::new(StandardOutput)];
        if let Some(command) = &options.exec {
            all.push(Box::new(Exec(command.clone())));
        }
        if let Some(url) = &options.webhook {
            all.push(Box::new(Webhook::new(&url.0)?));
        }
        let shared = Arc::new(Shared::default());
        let mut threads = Vec::new();
        for sink in all {
            let store = smsc_watch::open(place).map_err(|error| failed(&error))?;
            let (shared, events) = (Arc::clone(&shared), events.clone());
            threads.push(thread::spawn(move || Passing { sink, store, shared, events, pause: Duration::ZERO }.run()));
        }
        Ok(Self { shared, threads })
    }

    /// Lets the sinks look for changes.
    pub(super) fn wake(&self) {
        self.shared.wake();
    }

    /// Ends the sinks: when every change is passed on, or at once. Returns the reason for which they
    /// stopped before that.
    pub(super) fn end(self, is_drained: bool, received: &Receiver<Event>) -> Option<Stopped> {
        let end = if is_drained { &self.shared.is_draining } else { &self.shared.is_ending };
        end.store(true, Ordering::SeqCst);
        self.wake();
        let mut stopped = None;
        loop {
            // Looked at first: a sink that is over may have sent an event before.
            let is_over = self.threads.iter().all(JoinHandle::is_finished);
            for event in received.try_iter() {
                // Who waits for an answer to another event is told that there is none.
                if let Event::Stop(reason) = event {
                    stopped = Some(reason);
                    self.shared.is_ending.store(true, Ordering::SeqCst);
                    self.wake();
                }
            }
            if is_over {
                return stopped;
            }
            thread::sleep(BLINK);
        }
    }
}

impl Shared {
    fn wake(&self) {
        *self.changes.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Waits until there are other changes than these, or for some time. Returns the number of changes.
    fn wait(&self, seen: u64, time: Duration) -> u64 {
        let changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(changes, time, |changes| *changes == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Waits for some time, but no longer than until the sinks end at once.
    fn rest(&self, time: Duration) {
        let started = Instant::now();
        while started.elapsed() < time && !self.is_ending() {
            thread::sleep(BLINK);
        }
    }

    fn is_ending(&self) -> bool {
        self.is_ending.load(Ordering::SeqCst)
    }
}

/// The work of one sink.
struct Passing {
    sink: Box<dyn Sink>,
    store: Box<dyn Store>,
    shared: Arc<Shared>,
    events: Sender<Event>,
    /// The pause after the last failure.
    pause: Duration,
}

/// The result of passing changes on.
enum Step {
    /// They are passed on.
    Passed,
    /// There are none.
    Nothing,
    /// Another watcher passes them on.
    OtherTurn,
    /// One of them was not passed on.
    Undelivered(Undelivered),
}

impl Passing {
    fn run(mut self) {
        let mut seen = 0;
        loop {
            let is_draining = self.shared.is_draining.load(Ordering::SeqCst);
            if self.shared.is_ending() {
                return;
            }
            match self.step() {
                Ok(Step::Passed) => {}
                Ok(Step::Nothing) if is_draining => return,
                Ok(Step::Nothing | Step::OtherTurn) => seen = self.shared.wait(seen, LOOK),
                Ok(Step::Undelivered(Undelivered::Failed(reason))) => self.rest(&reason),
                Ok(Step::Undelivered(Undelivered::Closed(failure))) => {
                    let _ = self.events.send(Event::Stop(Stopped::Output(failure)));
                    return;
                }
                Err(error) => {
                    report(&error);
                    self.shared.rest(PAUSE);
                }
            }
        }
    }

    /// Passes changes on, if it is the turn of this watcher.
    fn step(&mut self) -> Result<Step, Error> {
        if !self.store.take_sink(self.sink.name())? {
            return Ok(Step::OtherTurn);
        }
        let changes = self.store.changes_after(self.sink.name(), self.sink.which(), CHANGES)?;
        let mut step = if changes.is_empty() { Step::Nothing } else { Step::Passed };
        for changed in &changes {
            if self.shared.is_ending() {
                break;
            }
            if let Err(undelivered) = self.sink.deliver(changed) {
                step = Step::Undelivered(undelivered);
                break;
            }
            self.pause = Duration::ZERO;
            self.acknowledge(changed);
        }
        self.store.leave_sinks()?;
        Ok(step)
    }

    /// Notes that a change is passed on, and again until that succeeds.
    fn acknowledge(&mut self, changed: &Changed) {
        while let Err(error) = self.store.acknowledge(self.sink.name(), changed.seq) {
            report(&error);
            if self.shared.is_ending() {
                return;
            }
            self.shared.rest(PAUSE);
        }
    }

    /// Waits after a failure, each time longer.
    fn rest(&mut self, reason: &str) {
        self.pause = (self.pause * 2).clamp(Duration::from_secs(1), LONGEST_PAUSE);
        let seconds = self.pause.as_secs();
        message::failure(&fill("{0}: {1}; trying again in {2} s", &[&self.sink.name(), &reason, &seconds]));
        self.shared.rest(self.pause);
    }
}
