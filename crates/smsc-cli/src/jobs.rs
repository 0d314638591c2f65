//! The jobs of the threads: a part of a long file, a file, or several short files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use smsc_columns::{Options, Source, split};

use crate::failure::Failure;
use crate::input::{announce, is_stdin};
use crate::progress::Progress;

/// The progress, which all threads advance.
pub(crate) type Shared = Arc<Mutex<Progress>>;

/// Sources that are read one after the other.
pub(crate) struct Job {
    pub(crate) sources: Vec<Source>,
    /// The number of their bytes, as far as it is known.
    bytes: u64,
}

/// The inputs in their order, each with its size, if it is known. Without a path the input is standard
/// input.
pub(crate) struct Files<'p>(Vec<(Option<&'p Path>, Option<u64>)>);

impl<'p> Files<'p> {
    /// Looks at all inputs before any is read, so that a missing file is found now.
    pub(crate) fn new(paths: &[Option<&'p Path>]) -> Result<Self, Failure> {
        let file = |path: Option<&'p Path>| {
            let path = path.filter(|path| !is_stdin(path));
            Ok((path, path.map_or(Ok(None), size)?))
        };
        paths.iter().copied().map(file).collect::<Result<_, _>>().map(Self)
    }

    /// Returns the number of the bytes of all inputs, if it is known.
    pub(crate) fn size(&self) -> Option<u64> {
        self.0.iter().map(|(_, size)| *size).sum()
    }

    /// Returns the jobs, for a reader with these options. A part of a long file has at least `part_bytes`
    /// bytes. The jobs do not depend on the number of threads, because row groups depend on them.
    pub(crate) fn jobs(&self, reader: &Options, part_bytes: u64, progress: &Shared) -> Result<Vec<Job>, Failure> {
        let mut jobs: Vec<Job> = Vec::new();
        for (path, size) in &self.0 {
            if let Some((path, _)) = path.zip(size.filter(|size| *size > part_bytes)) {
                let parts = split(path, reader, part_bytes).map_err(|error| cannot_read(path, error))?;
                if parts.len() > 1 {
                    jobs.extend(parts.into_iter().map(Job::of_part));
                    continue;
                }
            }
            let source = path.map_or_else(|| stdin(progress), |path| file(path, progress));
            let job = Job { sources: vec![source], bytes: size.unwrap_or(u64::MAX) };
            match jobs.last_mut().filter(|last| last.bytes < part_bytes) {
                Some(last) => last.append(job),
                None => jobs.push(job),
            }
        }
        Ok(jobs)
    }
}

impl Job {
    fn of_part(part: Source) -> Self {
        let bytes = part.range().map_or(0, |range| range.end - range.start);
        Self { sources: vec![part], bytes }
    }

    fn append(&mut self, job: Self) {
        self.sources.extend(job.sources);
        self.bytes = self.bytes.saturating_add(job.bytes);
    }

    /// Returns the number of bytes that are not counted when they are read: those of a part.
    pub(crate) fn uncounted(&self) -> u64 {
        if self.sources.iter().any(|source| source.range().is_some()) { self.bytes } else { 0 }
    }
}

/// Returns the size of a regular file, and `None` for a pipe or a device.
fn size(path: &Path) -> Result<Option<u64>, Failure> {
    let metadata = path.metadata().map_err(|error| cannot_read(path, error))?;
    if metadata.is_dir() {
        return Err(cannot_read(path, io::ErrorKind::IsADirectory.into()));
    }
    if !metadata.is_file() {
        return Ok(None);
    }
    // Opened now to find out whether it can be.
    File::open(path).map_err(|error| cannot_read(path, error))?;
    Ok(Some(metadata.len()))
}

fn cannot_read(path: &Path, error: io::Error) -> Failure {
    Failure::Input(Some(path.to_owned()), error)
}

/// Returns the source of a file that is read as a whole.
fn file(path: &Path, progress: &Shared) -> Source {
    let (owned, progress) = (path.to_owned(), Arc::clone(progress));
    Source::stream(&path.to_string_lossy(), move || {
        Ok(Box::new(Counted { stream: File::open(&owned)?, progress: Arc::clone(&progress) }))
    })
}

fn stdin(progress: &Shared) -> Source {
    announce("a reply");
    let progress = Arc::clone(progress);
    Source::stream("-", move || Ok(Box::new(Counted { stream: io::stdin(), progress: Arc::clone(&progress) })))
}

/// A stream whose bytes advance the progress.
struct Counted<R> {
    stream: R,
    progress: Shared,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.stream.read(buffer)?;
        advance(&self.progress, count);
        Ok(count)
    }
}

/// Adds a number of bytes that were read.
pub(crate) fn advance(progress: &Shared, count: usize) {
    progress.lock().unwrap_or_else(PoisonError::into_inner).advance(count);
}
