//! Buffers that are used again: for new memory, the system takes as long as parsing does.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::split::START;

/// Long buffers that are not in use, at most a few.
#[derive(Clone)]
pub(crate) struct Spare {
    buffers: Arc<Mutex<Vec<Vec<u8>>>>,
    most: usize,
}

impl Spare {
    pub(crate) fn new(most: usize) -> Self {
        Self { buffers: Arc::default(), most }
    }

    /// Returns a buffer, whose bytes are of no meaning; an empty one if there is no other.
    pub(crate) fn take(&self) -> Vec<u8> {
        self.lock().pop().unwrap_or_default()
    }

    /// Keeps a buffer, or frees it if it is short or there are enough.
    pub(crate) fn put(&self, buffer: Vec<u8>) {
        if buffer.len() >= START {
            let mut buffers = self.lock();
            if buffers.len() < self.most {
                buffers.push(buffer);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
