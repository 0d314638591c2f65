//! An alarm panel with a modem, without `std` and without an allocator: asks for the status of the
//! messages that it sent, and decides what to do with each.
//!
//! The reply comes from the modem in pieces. The whole state is a buffer, a reader and a record that
//! outlives the buffer: about 2 KiB of RAM.

#![no_std]
#![forbid(unsafe_code)]

use sms_outcome::{Retry, lookup_record};
use smsc_proto::{ChunkReader, Detail, Error, Event, Format, MessageId, MessageKind, OwnedRecord, Query};

/// The longest line that is accepted. A longer one is reported and skipped.
const MAX_LINE: usize = 256;

/// The buffer: what [`ChunkReader::max_window`] returns for this limit.
const WINDOW: usize = 2 * MAX_LINE + 72;

/// What the panel has to do about a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing: it arrived, or it is on its way.
    None,
    /// Send again after so many seconds.
    SendAgain(u32),
    /// Report the number to the owner: it cannot be reached.
    Report,
}

/// Reads the reply to `fmt=1&all=0` for several messages from the modem. `receive` fills the start of
/// a buffer and returns the number of bytes, which is 0 after the end; `act` gets the id of each
/// message and what to do. Returns the last record, which a display can show.
///
/// # Errors
///
/// Returns the error of a body that is no reply. A malformed line is skipped.
pub fn follow(
    mut receive: impl FnMut(&mut [u8]) -> usize,
    mut act: impl FnMut(Option<MessageId<'_>>, Action),
) -> Result<Option<OwnedRecord<64>>, Error> {
    let mut reader = ChunkReader::with_limit(Query::new(Format::Values, Detail::Status).batch(), MAX_LINE);
    let mut window = [0; WINDOW];
    let (mut len, mut is_last, mut last) = (0, false, None);
    loop {
        let (consumed, event) = reader.read(window.get(..len).unwrap_or_default(), is_last)?;
        let needs_more = event == Event::NeedMore;
        match event {
            Event::Record(Ok(record)) => {
                act(record.id(), action(&lookup_record(&record, MessageKind::Auto)));
                last = OwnedRecord::new(&record).ok().or(last);
            }
            Event::End => return Ok(last),
            Event::Error(_) | Event::Deleted => return Ok(None),
            Event::Record(Err(_)) | Event::NeedMore => {}
        }
        window.copy_within(consumed..len, 0);
        len -= consumed;
        if needs_more {
            let received = receive(window.get_mut(len..).unwrap_or_default());
            len += received;
            is_last = received == 0;
        }
    }
}

/// Returns what to do about an outcome.
fn action(outcome: &sms_outcome::Outcome) -> Action {
    match outcome.retry {
        _ if outcome.suppress.is_some() => Action::Report,
        Retry::Later { after_s } => Action::SendAgain(after_s),
        Retry::AfterFix => Action::Report,
        Retry::No => Action::None,
    }
}
