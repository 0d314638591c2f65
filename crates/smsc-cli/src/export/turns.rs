//! Turns of threads at a value, in the order of their jobs.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A value that the threads use in the order of their jobs.
pub(super) struct Turns<T> {
    /// The number of the job whose turn it is. It changes while the value is locked.
    number: AtomicUsize,
    value: Mutex<T>,
    passed: Condvar,
}

impl<T> Turns<T> {
    pub(super) const fn new(value: T) -> Self {
        Self { number: AtomicUsize::new(0), value: Mutex::new(value), passed: Condvar::new() }
    }

    /// Returns whether all jobs before this one have passed on the value.
    pub(super) fn is_turn(&self, number: usize) -> bool {
        self.number.load(Ordering::Acquire) == number
    }

    /// Waits for the turn of a job, and returns the value.
    pub(super) fn wait(&self, number: usize) -> MutexGuard<'_, T> {
        let value = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        self.passed.wait_while(value, |_| !self.is_turn(number)).unwrap_or_else(PoisonError::into_inner)
    }

    /// Passes the value to the next job.
    pub(super) fn pass(&self, value: MutexGuard<'_, T>) {
        self.number.fetch_add(1, Ordering::Release);
        drop(value);
        self.passed.notify_all();
    }

    /// Returns the value after the last job.
    pub(super) fn into_inner(self) -> T {
        self.value.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
