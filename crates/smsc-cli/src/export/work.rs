//! The threads, each of which does job after job.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, panicking, scope};

use arrow_array::RecordBatch;
use smsc_columns::{Error, Reader};

use super::days::by_day;
use super::encode::Encoder;
use super::sink::{Ready, Sink};
use super::turns::Turns;
use super::view::{Count, View, failed};
use crate::failure::Failure;
use crate::jobs::{Job, Shared, advance};
use crate::target;

/// The number of encoded bytes that a thread holds before it waits for its turn to write.
const HELD: usize = 1 << 25;

/// The jobs, and what the threads share.
pub(super) struct Work<'a> {
    view: &'a View,
    encoder: &'a Encoder,
    jobs: Vec<Job>,
    /// The number of jobs that are taken.
    taken: AtomicUsize,
    sink: Turns<Sink>,
    has_days: bool,
    count: Mutex<Count>,
    progress: Shared,
}

impl<'a> Work<'a> {
    pub(super) fn new(view: &'a View, encoder: &'a Encoder, jobs: Vec<Job>, sink: Sink, progress: Shared) -> Self {
        let (taken, has_days) = (AtomicUsize::new(0), matches!(sink, Sink::Days(_)));
        Self { view, encoder, jobs, taken, sink: Turns::new(sink), has_days, count: Mutex::default(), progress }
    }

    /// Does all jobs on this number of threads, and ends the table. Returns the numbers of rows.
    ///
    /// If anything fails, the process exits, because another thread may be blocked on its input.
    pub(super) fn run(self, threads: usize) -> Count {
        let threads = threads.min(self.jobs.len());
        scope(|scope| {
            for _ in 1..threads {
                // Without a further thread, those that there are do its jobs.
                let _ = Builder::new().spawn_scoped(scope, || self.work());
            }
            self.work();
        });
        let Self { sink, count, progress, .. } = self;
        sink.into_inner().finish().unwrap_or_else(|failure| give_up(&failure));
        drop(progress);
        count.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does jobs until there are no more.
    fn work(&self) {
        let _guard = Guard;
        loop {
            let number = self.taken.fetch_add(1, Ordering::Relaxed);
            let Some(job) = self.jobs.get(number) else { break };
            self.job(number, job).unwrap_or_else(|failure| give_up(&failure));
        }
    }

    fn job(&self, number: usize, job: &Job) -> Result<(), Failure> {
        let mut reader = Reader::new(self.view.options(), job.sources.iter().cloned()).map_err(of_reading)?;
        let (mut held, mut bytes) = (Vec::new(), 0);
        while let Some(batch) = reader.next_batch().map_err(of_reading)? {
            let ready = self.make(&batch)?;
            bytes += ready.byte_len();
            held.push(ready);
            if bytes >= HELD || self.sink.is_turn(number) {
                write(&mut self.sink.wait(number), &mut held)?;
                bytes = 0;
            }
        }
        let mut sink = self.sink.wait(number);
        write(&mut sink, &mut held)?;
        self.sink.pass(sink);
        advance(&self.progress, usize::try_from(job.uncounted()).unwrap_or(0));
        Ok(())
    }

    /// Makes rows ready to be written, and counts them.
    fn make(&self, batch: &RecordBatch) -> Result<Ready, Failure> {
        let rows = self.view.rows(batch)?;
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += rows.count;
        if self.has_days {
            return by_day(&rows.table, &rows.times).map(Ready::Days).map_err(|error| failed(&error));
        }
        self.encoder.encode(rows.table).map(Ready::Piece)
    }
}

/// Writes rows that are ready.
fn write(sink: &mut Sink, held: &mut Vec<Ready>) -> Result<(), Failure> {
    held.drain(..).try_for_each(|ready| {
        sink.add(ready)?;
        sink.flush()
    })
}

/// Ends the process if a thread panics, since the others would wait for its turn.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        if panicking() {
            let _lock = target::remove();
            std::process::exit(101);
        }
    }
}

/// Removes what is not complete, and exits.
fn give_up(failure: &Failure) -> ! {
    let _lock = target::remove();
    failure.exit()
}

fn of_reading(error: Error) -> Failure {
    match error {
        Error::Read { source, error } => Failure::Input((source != "-").then(|| source.into()), error),
        other => failed(&other),
    }
}
