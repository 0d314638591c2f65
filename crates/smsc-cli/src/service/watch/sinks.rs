//! Sinks of changes: standard output, a command, a webhook. Each has a cursor in the state, so that it
//! gets every change at least once.

use std::io::{self, Write as _};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use smsc_client::{HttpOptions, HttpRequest, HttpTransport, Transport as _, is_loopback_url};
use smsc_watch::{Changed, Store, Which};

use super::event::Event;
use super::line::line;
use super::trouble::{failed, report};
use crate::args::Watch;
use crate::failure::{Failure, reason};
use crate::lang::{fill, tr};
use crate::message;
use crate::shell::of_shell;

/// The number of changes that are read at once.
const CHANGES: usize = 100;
/// The longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// The longest wait for new changes, which another program may have made.
const LOOK: Duration = Duration::from_secs(2);

/// The reason for which a change was not passed on.
enum Undelivered {
    /// A failure after which it is tried again.
    Failed(String),
    /// Nobody takes changes any more.
    Closed(Failure),
}

/// A receiver of changes.
trait Sink: Send {
    fn name(&self) -> &'static str;

    fn which(&self) -> Which;

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered>;
}

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

    /// Ends the sinks: when every change is passed on, or at once.
    pub(super) fn end(self, is_drained: bool) {
        let end = if is_drained { &self.shared.is_draining } else { &self.shared.is_ending };
        end.store(true, Ordering::SeqCst);
        self.wake();
        for thread in self.threads {
            let _ = thread.join();
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

impl Passing {
    fn run(mut self) {
        let mut seen = 0;
        loop {
            let is_draining = self.shared.is_draining.load(Ordering::SeqCst);
            let found = self.store.changes_after(self.sink.name(), self.sink.which(), CHANGES);
            let changes = found.unwrap_or_else(|error| {
                report(&error);
                self.shared.wait(u64::MAX, Duration::from_secs(1));
                Vec::new()
            });
            if changes.is_empty() {
                if is_draining || self.shared.is_ending() {
                    return;
                }
                seen = self.shared.wait(seen, LOOK);
            }
            if !changes.iter().all(|changed| self.pass_on(changed)) {
                return;
            }
        }
    }

    /// Passes a change on, and again until that succeeds. Returns whether the sink goes on.
    fn pass_on(&mut self, changed: &Changed) -> bool {
        loop {
            if self.shared.is_ending() {
                return false;
            }
            match self.sink.deliver(changed) {
                Ok(()) => break,
                Err(Undelivered::Closed(failure)) => {
                    if !failure.is_broken_pipe() {
                        message::failure(&failure.to_string());
                    }
                    let _ = self.events.send(Event::Stop);
                    return false;
                }
                Err(Undelivered::Failed(reason)) => self.rest(&reason),
            }
        }
        self.pause = Duration::ZERO;
        while let Err(error) = self.store.acknowledge(self.sink.name(), changed.seq) {
            report(&error);
            if self.shared.is_ending() {
                return false;
            }
            thread::sleep(Duration::from_secs(1));
        }
        true
    }

    /// Waits after a failure, each time longer.
    fn rest(&mut self, reason: &str) {
        self.pause = (self.pause * 2).clamp(Duration::from_secs(1), LONGEST_PAUSE);
        let seconds = self.pause.as_secs();
        message::failure(&fill("{0}: {1}; trying again in {2} s", &[&self.sink.name(), &reason, &seconds]));
        let started = std::time::Instant::now();
        while started.elapsed() < self.pause && !self.shared.is_ending() {
            thread::sleep(Duration::from_millis(100));
        }
    }
}

struct StandardOutput;

impl Sink for StandardOutput {
    fn name(&self) -> &'static str {
        "stdout"
    }

    fn which(&self) -> Which {
        Which::All
    }

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered> {
        let line = line(changed).map_err(Undelivered::Closed)?;
        let mut out = io::stdout().lock();
        out.write_all(&line).and_then(|()| out.flush()).map_err(|error| Undelivered::Closed(Failure::Output(error)))
    }
}

/// A command of the shell.
struct Exec(String);

impl Sink for Exec {
    fn name(&self) -> &'static str {
        "exec"
    }

    fn which(&self) -> Which {
        Which::Ends
    }

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered> {
        let line = line(changed).map_err(Undelivered::Closed)?;
        let failed = |error: io::Error| Undelivered::Failed(reason(&error));
        let mut command = of_shell(&self.0);
        command.env("SMSC_KEY", &changed.key).stdin(Stdio::piped());
        // Standard output is for the lines of changes alone.
        command.stdout(io::stderr());
        let mut child = command.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A command may end without reading all of it.
            let _ = stdin.write_all(&line);
        }
        let status = child.wait().map_err(failed)?;
        if status.success() { Ok(()) } else { Err(Undelivered::Failed(status.to_string())) }
    }
}

struct Webhook {
    url: String,
    transport: HttpTransport,
}

impl Webhook {
    fn new(url: &str) -> Result<Self, Failure> {
        let is_encrypted = url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
        let is_local = url.starts_with("http://") && is_loopback_url(url);
        if !is_encrypted && !is_local {
            let expected = tr("--webhook: expected a URL that starts with https://, or with http:// for this machine alone");
            return Err(Failure::Usage(expected.to_owned()));
        }
        let mut options = HttpOptions::default();
        options.timeout = Duration::from_secs(30);
        let transport = HttpTransport::new(&options).map_err(|error| Failure::Input(None, error))?;
        Ok(Self { url: url.to_owned(), transport })
    }
}

impl Sink for Webhook {
    fn name(&self) -> &'static str {
        "webhook"
    }

    fn which(&self) -> Which {
        Which::Ends
    }

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered> {
        let line = line(changed).map_err(Undelivered::Closed)?;
        let headers = [("Content-Type", "application/json"), ("Idempotency-Key", changed.key.as_str())];
        match self.transport.send(&HttpRequest::post(&self.url, &headers, &line)) {
            Ok(response) if (200..300).contains(&response.status) => Ok(()),
            Ok(response) => Err(Undelivered::Failed(fill("HTTP status {0}", &[&response.status]))),
            // The words of the failure have nothing of the URL.
            Err(error) => Err(Undelivered::Failed(error.to_string())),
        }
    }
}
