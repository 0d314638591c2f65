//! Locks.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks a value. A panic of another thread leaves it as it was between two calls.
pub(super) fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}
