//! A bar on standard error, for whoever waits for a long batch.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressStyle};

/// From how many bytes on a batch is long.
const LONG: u64 = 8 << 20;

/// How much of the input has been read.
pub(crate) struct Progress {
    /// Whether anybody would see it: on a terminal that does not show the records themselves.
    is_wanted: bool,
    size: Option<u64>,
    read: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(size: Option<u64>, is_watched: bool) -> Self {
        let is_wanted = std::io::stderr().is_terminal() && !is_watched && size.is_none_or(|size| size >= LONG);
        Self { is_wanted, size, read: 0, bar: None }
    }

    /// So many bytes more have been read.
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
        Some(size) => (ProgressBar::new(size), "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left"),
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
