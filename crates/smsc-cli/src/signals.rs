//! Signals that end the command after a whole line of output.

use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, sleep};
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// Lets SIGHUP, SIGINT and SIGTERM end the command with the exit status that shells report for such
/// an end, 128 and the number of the signal. `writing` is locked while whole lines are written.
///
/// A signal that was ignored when the command started stays ignored, as after `nohup`. If no thread
/// can be started to wait for signals, they end the command at once.
pub(crate) fn end_after_a_line(writing: &'static Mutex<()>) {
    on_signals(move |signal| end(writing, 128 + signal));
}

/// Lets the first SIGHUP, SIGINT or SIGTERM call a function, which ends the command in its own way. A
/// second one ends the command at once.
pub(crate) fn stop_with(stop: impl FnOnce() + Send + 'static) {
    let mut stop = Some(stop);
    on_signals(move |signal| match stop.take() {
        Some(stop) => stop(),
        None => std::process::exit(128 + signal),
    });
}

/// Lets SIGHUP, SIGINT and SIGTERM call a function with the number of the signal, which ends the
/// command.
#[cfg(any(feature = "convert", feature = "report"))]
pub(crate) fn end_with(end: impl FnMut(i32) + Send + 'static) {
    on_signals(end);
}

/// Calls a function with each SIGHUP, SIGINT and SIGTERM that was not ignored when the command started.
fn on_signals(mut act: impl FnMut(i32) + Send + 'static) {
    let (installed, wait) = sync_channel(1);
    let handler = move || {
        let signals = Signals::new([SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| !is_ignored(*signal)));
        let _ = installed.send(());
        // Without handlers, a signal ends the command at once.
        let Ok(mut signals) = signals else { return };
        signals.forever().for_each(&mut act);
    };
    if Builder::new().spawn(handler).is_ok() {
        // Only then does a signal that arrives from now on find its handler.
        let _ = wait.recv();
    }
}

/// Ends the command after the line that is being written. The wait is limited: the reader may have
/// stopped reading, and the output then ends with the last whole line that the pipe accepted.
fn end(writing: &Mutex<()>, status: i32) -> ! {
    for _ in 0..100 {
        // The lock is held until the exit, so that no other write starts.
        if let Ok(_lock) = writing.try_lock() {
            std::process::exit(status);
        }
        sleep(Duration::from_millis(10));
    }
    std::process::exit(status);
}

/// Returns whether a signal is ignored.
fn is_ignored(signal: i32) -> bool {
    let mut action = std::mem::MaybeUninit::<libc::sigaction>::uninit();
    // SAFETY: the new action is NULL, so this only writes the present action to `action`, which is
    // large enough for it and valid during the call.
    let result = unsafe { libc::sigaction(signal, std::ptr::null(), action.as_mut_ptr()) };
    // SAFETY: the call succeeded, so it has written the action.
    result == 0 && unsafe { action.assume_init() }.sa_sigaction == libc::SIG_IGN
}
