//! A progress bar on standard error for long batches.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressStyle};

use crate::lang::tr;

/// The number of bytes from which on a batch has a progress bar.
const LONG: u64 = 8 << 20;

/// The number of bytes read, and the bar that shows it.
pub(crate) struct Progress {
    /// Whether the bar is useful: standard error is a terminal, and the records are not on it.
    is_wanted: bool,
    size: Option<u64>,
    read: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Creates the progress of an input with this size, if known. There is no bar if `is_watched`,
    /// which means that the records are printed on a terminal.
    pub(crate) fn new(size: Option<u64>, is_watched: bool) -> Self {
        let is_wanted = std::io::stderr().is_terminal() && !is_watched && size.is_none_or(|size| size >= LONG);
        Self { is_wanted, size, read: 0, bar: None }
    }

    /// Adds a number of bytes that were read.
    pub(crate) fn advance(&mut self, read: usize) {
        self.read += u64::try_from(read).unwrap_or(0);
        if !self.is_wanted || (self.size.is_none() && self.read < LONG) {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| bar(self.size));
        bar.set_position(self.read);
    }
}

fn bar(size: Option<u64>) -> ProgressBar {
    let (bar, template) = match size {
        Some(size) => (ProgressBar::new(size), tr("{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left")),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes}, {bytes_per_sec}"),
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
