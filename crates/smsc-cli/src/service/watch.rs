//! `smsc watch`: follows messages to their end.

mod adding;
mod asking;
mod event;
mod following;
mod input;
mod line;
mod pushed;
mod quiet;
mod show;
mod sink;
mod sinks;
mod spool;
mod to_command;
mod to_stdout;
mod to_webhook;
mod trouble;

use std::process::ExitCode;
use std::sync::mpsc::channel;

use smsc_watch::Watcher;

use super::connection::Connection;
use crate::args::Watch;
use crate::failure::Failure;
use event::{Event, Stopped, now_ms};
use following::Following;
use sinks::Sinks;
use trouble::failed;

/// Runs the command.
pub(crate) fn run(options: &Watch) -> Result<ExitCode, Failure> {
    options.check()?;
    let place = event::place(options)?;
    let connection = Connection::open(&options.connection)?;
    let store = smsc_watch::open(&place).map_err(|error| failed(&error))?;
    let watcher = Watcher::start(store, options.plan(), now_ms()).map_err(|error| failed(&error))?;
    let (events, received) = channel();
    #[cfg(unix)]
    {
        let events = events.clone();
        crate::signals::stop_with(move || {
            let _ = events.send(Event::Stop(Stopped::Signal));
        });
    }
    let mut following = Following::new(watcher, &connection, options, events.clone());
    let has_endless_input = input::start(options, &mut following, &events)?;
    let sinks = Sinks::start(options, &place, &events)?;
    let stopped = following.run(&received, &sinks, has_endless_input);
    let stopped = sinks.end(matches!(stopped, Stopped::AllEnded), &received).unwrap_or(stopped);
    following.finish();
    if following.is_refused() {
        connection.note();
    }
    match stopped {
        Stopped::AllEnded => Ok(ExitCode::from(u8::from(following.has_failed()))),
        Stopped::Refused => Ok(ExitCode::from(1)),
        Stopped::Signal => Ok(ExitCode::SUCCESS),
        Stopped::Output(failure) => Err(failure),
    }
}
