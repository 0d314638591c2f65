//! Reads replies on several threads, and collects their figures on one.

use std::io::IsTerminal as _;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{Builder, available_parallelism, scope};

use arrow_array::RecordBatch;
use smsc_columns::{Error, Options, Reader};
use smsc_report::{Collector, Summary};

use super::{failed, refused};
use crate::args::Report;
use crate::failure::Failure;
use crate::jobs::{Files, Job, Shared, advance};
use crate::progress::Progress;

/// The number of rows of a batch.
const ROWS: usize = 1 << 14;

/// Returns the figures of replies. The order in which batches are collected makes no difference to
/// them.
///
/// If anything fails while the threads run, the process exits, because one of them may be blocked
/// on its input.
pub(super) fn gather(options: &Report, paths: &[Option<&Path>], figures: smsc_report::Options) -> Result<Summary, Failure> {
    let mut collector = Collector::new(figures).map_err(|error| refused(&error))?;
    let reader = Options::new(options.query()).columns(&Collector::columns()).batch_rows(ROWS);
    let reader = if options.is_format_known() { reader } else { reader.any_format() };
    let files = Files::new(paths)?;
    let is_on_terminal = options.out().is_none() && std::io::stdout().is_terminal();
    let progress = Arc::new(Mutex::new(Progress::new(files.size(), is_on_terminal)));
    let jobs = files.jobs(&reader, options.part_bytes, &progress)?;
    let work = Work { jobs, taken: AtomicUsize::new(0), reader: &reader, progress };
    let threads = options.threads.map_or_else(|| available_parallelism().map_or(1, NonZero::get), usize::from);
    scope(|scope| {
        let (sender, receiver) = sync_channel(2);
        let mut started = Err(std::io::ErrorKind::WouldBlock.into());
        for _ in 0..threads.min(work.jobs.len()) {
            let (work, sender) = (&work, sender.clone());
            // Without a further thread, those that there are do its jobs.
            let thread = Builder::new().spawn_scoped(scope, move || work.run(&sender));
            started = started.or(thread.map(drop));
        }
        drop(sender);
        started.map_err(|error| failed(&error))?;
        for batch in receiver {
            let added = batch.and_then(|batch| collector.add(&batch).map_err(|error| failed(&error)));
            added.unwrap_or_else(|failure| failure.exit());
        }
        Ok::<_, Failure>(())
    })?;
    Ok(collector.finish())
}

/// The jobs, and what the threads share.
struct Work<'a> {
    jobs: Vec<Job>,
    /// The number of jobs that are taken.
    taken: AtomicUsize,
    reader: &'a Options,
    progress: Shared,
}

impl Work<'_> {
    /// Does jobs until there are no more, or one fails.
    fn run(&self, batches: &SyncSender<Result<RecordBatch, Failure>>) {
        while let Some(job) = self.jobs.get(self.taken.fetch_add(1, Ordering::Relaxed)) {
            if let Err(failure) = self.job(job, batches) {
                // The other side exits.
                let _ = batches.send(Err(failure));
                return;
            }
        }
    }

    fn job(&self, job: &Job, batches: &SyncSender<Result<RecordBatch, Failure>>) -> Result<(), Failure> {
        let mut reader = Reader::new(self.reader, job.sources.iter().cloned()).map_err(of_reading)?;
        while let Some(batch) = reader.next_batch().map_err(of_reading)? {
            if batches.send(Ok(batch)).is_err() {
                return Ok(());
            }
        }
        advance(&self.progress, usize::try_from(job.uncounted()).unwrap_or(0));
        Ok(())
    }
}

fn of_reading(error: Error) -> Failure {
    match error {
        Error::Read { source, error } => Failure::Input((source != "-").then(|| source.into()), error),
        other => failed(&other),
    }
}
