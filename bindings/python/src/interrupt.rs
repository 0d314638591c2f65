//! Signals, such as that of Ctrl-C, while a call takes long. Python handles signals between the
//! instructions of Python code alone.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;

/// The time from one handling of signals to the next.
const INTERVAL: Duration = Duration::from_millis(50);

/// Handles signals in one of 256 calls: doing so in each would slow short steps down. Fails if the
/// handler of a signal raises an exception, as that of Ctrl-C does.
pub(crate) fn now_and_then(py: Python<'_>) -> PyResult<()> {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    // Two threads may count two calls as one, which does no harm.
    let calls = CALLS.load(Ordering::Relaxed).wrapping_add(1);
    CALLS.store(calls, Ordering::Relaxed);
    if calls.is_multiple_of(256) { py.check_signals() } else { Ok(()) }
}

/// A function that a long piece of work calls between its steps. After `false` the work returns
/// soon, and its result is dropped.
pub(crate) type GoOn<'a> = &'a mut dyn FnMut() -> bool;

/// Calls `work` without the interpreter lock, and handles signals between its steps. Fails if the
/// handler of a signal raises an exception.
pub(crate) fn between_steps<T: Send>(py: Python<'_>, work: impl FnOnce(GoOn<'_>) -> T + Send) -> PyResult<T> {
    let mut handled = Ok(());
    let result = py.detach(|| {
        let mut last = Instant::now();
        work(&mut || {
            if last.elapsed() > INTERVAL {
                let attached = Python::try_attach(|py| -> PyResult<()> { py.check_signals() });
                handled = attached.unwrap_or(Ok(()));
                last = Instant::now();
            }
            handled.is_ok()
        })
    });
    handled.map(|()| result)
}

/// Calls `work` on a thread of its own, and handles signals meanwhile, also within a step, however
/// long that takes. Fails if the handler of a signal raises an exception; then nobody waits for
/// `work` any more.
pub(crate) fn within_steps<T: Send + 'static>(py: Python<'_>, work: impl Fn(GoOn<'_>) -> T + Send + Sync + 'static) -> PyResult<T> {
    let (work, is_abandoned) = (Arc::new(work), Arc::new(AtomicBool::new(false)));
    let (sender, mut receiver) = channel();
    let spawned = Builder::new().spawn({
        let (work, is_abandoned) = (Arc::clone(&work), Arc::clone(&is_abandoned));
        move || {
            let result = work(&mut || !is_abandoned.load(Ordering::Relaxed));
            // Before the result is sent: what `work` owns is then dropped on the other thread,
            // which has the interpreter lock.
            drop(work);
            // The other thread may have stopped waiting.
            let _ = sender.send(result);
        }
    });
    // The system has no thread left.
    let Ok(thread) = spawned else { return between_steps(py, |go_on| work(go_on)) };
    loop {
        let result;
        (result, receiver) = py.detach(move || (receiver.recv_timeout(INTERVAL), receiver));
        match result {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => py.check_signals().inspect_err(|_| is_abandoned.store(true, Ordering::Relaxed))?,
            Err(RecvTimeoutError::Disconnected) => match thread.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => unreachable!("the thread sends a result unless it panics"),
            },
        }
    }
}

/// The length from which on a body is parsed without holding the interpreter lock, so that other
/// threads can run.
const DETACH_MIN: usize = 1 << 14;

/// The length from which on Ctrl-C ends the parsing even within an item, at the cost of a thread.
/// An item of a shorter body is parsed within 0.2 s, whatever is in it.
const THREAD_MIN: usize = 1 << 22;

/// Calls `work` with a context and the bytes of a body, and handles signals meanwhile if that takes
/// long. `more` is the number of bytes that take as long as what else there is to do. Fails if the
/// handler of a signal raises an exception.
pub(crate) fn over_body<T: Send + 'static, C: Clone + Send + Sync + 'static>(
    context: &C,
    body: &Bound<'_, PyBytes>,
    more: usize,
    work: fn(&C, &[u8], GoOn<'_>) -> T,
) -> PyResult<T> {
    let (py, bytes) = (body.py(), body.as_bytes());
    match more.saturating_add(bytes.len()) {
        ..DETACH_MIN => Ok(work(context, bytes, &mut || true)),
        DETACH_MIN..THREAD_MIN => between_steps(py, |go_on| work(context, bytes, go_on)),
        THREAD_MIN.. => {
            let (context, bytes) = (context.clone(), PyBackedBytes::from(body.clone()));
            within_steps(py, move |go_on| work(&context, &bytes, go_on))
        }
    }
}
