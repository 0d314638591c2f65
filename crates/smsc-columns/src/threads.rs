//! Reads replies into batches on several threads.
//!
//! The calling thread reads the sources and cuts them into pieces; a job is a piece of a long reply, or
//! several short replies. Threads make batches of the jobs. The batches are returned in the order of the
//! jobs, whichever is ready first.

use std::collections::VecDeque;
use std::iter;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::vec;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;

use crate::body::{Body, Piece};
use crate::error::Error;
use crate::options::Options;
use crate::serial::Serial;
use crate::source::Source;
use crate::spare::Spare;
use crate::split::START;

/// The number of bytes of a record in all its fields, about: a job is about a batch.
const RECORD: usize = 128;

/// The most bytes of a job, besides the last record and the last short reply.
const MAX_JOB: usize = 1 << 23;

/// Pieces that become batches, and where these are sent.
struct Job {
    pieces: Vec<Piece>,
    to: SyncSender<Message>,
}

/// A batch, or `None` at the end of a job.
type Message = Result<Option<RecordBatch>, Error>;

/// A reader with threads.
pub(crate) struct Threads {
    options: Options,
    sources: vec::IntoIter<Source>,
    /// The reply that is being cut.
    body: Option<Body>,
    /// The jobs that are not returned completely, in their order.
    pending: VecDeque<Receiver<Message>>,
    /// Replies that this thread reads, once the jobs before them are done: those that cannot be cut.
    uncut: VecDeque<Body>,
    here: Serial,
    queue: Option<Sender<Job>>,
    queued: Arc<Mutex<Receiver<Job>>>,
    /// The memory of pieces that are done.
    spare: Spare,
    workers: Vec<JoinHandle<()>>,
}

impl Threads {
    /// Creates a reader. Nothing is opened, and no thread is started, before the first batch.
    pub(crate) fn new(options: &Options, sources: vec::IntoIter<Source>, here: Serial) -> Self {
        let (queue, queued) = channel();
        Self {
            options: options.clone(),
            sources,
            body: None,
            pending: VecDeque::new(),
            uncut: VecDeque::new(),
            here,
            queue: Some(queue),
            queued: Arc::new(Mutex::new(queued)),
            // One for each piece that is parsed, and for the one that is read.
            spare: Spare::new(options.threads.saturating_add(1)),
            workers: Vec::new(),
        }
    }

    /// Returns the next batch. Returns `None` at the end of the last reply.
    pub(crate) fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        loop {
            while self.wants_job() {
                self.cut_job();
            }
            if let Some(first) = self.pending.front() {
                match first.recv().unwrap_or_else(|_| Err(panicked())) {
                    Ok(None) => drop(self.pending.pop_front()),
                    result => return result,
                }
            } else {
                let mut bodies = iter::from_fn(|| self.uncut.pop_front().map(Ok));
                let batch = self.here.next(&mut bodies, usize::MAX)?;
                if batch.is_some() || self.is_at_end() {
                    return Ok(batch);
                }
            }
        }
    }

    /// Returns whether all that is left are jobs that were added.
    fn is_at_end(&self) -> bool {
        self.body.is_none() && self.sources.as_slice().is_empty()
    }

    /// Returns whether another job is to be added: each thread has one, and one more is ready.
    fn wants_job(&self) -> bool {
        self.pending.len() <= self.options.threads && self.uncut.is_empty() && self.here.is_idle() && !self.is_at_end()
    }

    /// Cuts the pieces of the next job, and adds it.
    fn cut_job(&mut self) {
        let mut pieces = Vec::new();
        let error = self.cut(&mut pieces).err();
        let uncut = self.uncut.pop_back();
        if !pieces.is_empty() {
            self.add_job(pieces);
        }
        self.uncut.extend(uncut);
        if let Some(error) = error {
            // The rows before it are returned first. Nothing is read after it.
            let (to, first) = sync_channel(1);
            let _ = to.send(Err(error));
            self.pending.push_back(first);
            (self.body, self.sources) = (None, Vec::new().into_iter());
        }
    }

    fn cut(&mut self, pieces: &mut Vec<Piece>) -> Result<(), Error> {
        let len = self.options.batch_rows.saturating_mul(RECORD).clamp(START, MAX_JOB);
        let mut left = len;
        while left > 0 {
            let body = match &mut self.body {
                Some(body) => body,
                None => match self.sources.next() {
                    Some(source) => self.body.insert(Body::open(&source, &self.options, Some(&self.spare))?),
                    None => break,
                },
            };
            let Some(piece) = body.cut(len) else {
                self.uncut.extend(self.body.take());
                break;
            };
            if piece.is_last {
                self.body = None;
            }
            left = left.saturating_sub(piece.byte_len());
            pieces.push(piece);
        }
        Ok(())
    }

    /// Adds a job, and starts a thread if there are fewer than wanted.
    fn add_job(&mut self, pieces: Vec<Piece>) {
        if self.workers.len() < self.options.threads {
            let (options, queued, spare) = (self.options.clone(), Arc::clone(&self.queued), self.spare.clone());
            match Builder::new().spawn(move || work(&options, &queued, &spare)) {
                Ok(thread) => self.workers.push(thread),
                // The system has no more threads: those that there are do the jobs, or this one does.
                Err(_) => self.options.threads = self.workers.len(),
            }
        }
        let Some(queue) = self.queue.as_ref().filter(|_| !self.workers.is_empty()) else {
            self.uncut.extend(pieces.into_iter().map(|piece| Body::of_piece(piece, &self.spare)));
            return;
        };
        // One batch waits to be taken while the thread makes the next one.
        let (to, batches) = sync_channel(1);
        let _ = queue.send(Job { pieces, to });
        self.pending.push_back(batches);
    }
}

impl Drop for Threads {
    /// Waits for the threads, which stop at their next batch.
    fn drop(&mut self) {
        self.queue = None;
        self.pending.clear();
        for thread in self.workers.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Makes batches of jobs until there are no more, or nobody takes the batches.
fn work(options: &Options, queued: &Mutex<Receiver<Job>>, spare: &Spare) {
    let Ok(mut serial) = Serial::new(options) else { return };
    loop {
        let job = queued.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { pieces, to }) = job else { return };
        let mut bodies = pieces.into_iter().map(|piece| Ok(Body::of_piece(piece, spare)));
        loop {
            let result = serial.next(&mut bodies, usize::MAX);
            let (is_end, is_error) = (matches!(result, Ok(None)), result.is_err());
            if to.send(result).is_err() || is_error {
                return;
            }
            if is_end {
                break;
            }
        }
    }
}

fn panicked() -> Error {
    ArrowError::ComputeError("a thread has panicked".to_owned()).into()
}
