//! Push notifications, into the state of the watcher.

use std::io::{self, Write as _};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use bounded_http::Limits;
use smsc_client::{Id, MessageRecord};
use smsc_watch::{NewReport, Of, Source};

use super::event::{Event, now_ms};
use crate::args::Watch;
use crate::callback::{Notification, Verifier};
use crate::failure::Failure;
use crate::json;
use crate::lang::tr;
use crate::listen::{Receive, Receiver, bind};

/// A receiver that keeps the statuses in the state, and prints other notifications.
struct IntoState(Sender<Event>);

/// Starts the server that receives notifications.
pub(super) fn start(options: &Watch, events: &Sender<Event>) -> Result<(), Failure> {
    let Some(address) = &options.listen else { return Ok(()) };
    let verifier = Verifier::of(&options.handler)?;
    let listener = bind(address, Limits::default())?;
    let receiver = Receiver::new(listener, options.path(), &options.handler, verifier, IntoState(events.clone()));
    thread::spawn(move || receiver.run());
    Ok(())
}

impl Receive for IntoState {
    fn receive(&self, notification: &Notification<'_>) -> Result<(), Failure> {
        let Some(record) = notification.record() else { return print(notification) };
        let (Some(id), Some(phone)) = (record.id(), record.phone()) else { return print(notification) };
        let message = Of::Key(Id::from(id), phone.to_string());
        let report = NewReport { message, record: MessageRecord::new(record), source: Source::Pushed, at: now_ms() };
        let (done, stored) = channel();
        let is_sent = self.0.send(Event::Pushed(Box::new(report), done)).is_ok();
        if is_sent && stored.recv() == Ok(true) {
            return Ok(());
        }
        Err(Failure::Usage(tr("the notification is not stored: the service sends it again").to_owned()))
    }

    fn is_closed(&self) -> bool {
        false
    }
}

/// Prints a notification that is of no message which was sent.
fn print(notification: &Notification<'_>) -> Result<(), Failure> {
    let mut line = Vec::new();
    json::line(&notification.line(), &mut line)?;
    let mut out = io::stdout().lock();
    out.write_all(&line).and_then(|()| out.flush()).map_err(Failure::Output)
}
