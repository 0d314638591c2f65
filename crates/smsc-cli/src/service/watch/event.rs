//! Events while messages are followed.

use std::path::Path;
use std::sync::mpsc::Sender;

use etcetera::BaseStrategy as _;
use smsc_client::{Error, MessageRecord};
use smsc_watch::{Job, NewMessage, NewReport};

use crate::args::Watch;
use crate::failure::{Failure, cannot_write};
use crate::lang::tr;

/// Something that happened.
pub(super) enum Event {
    /// A request ended. The records have the indexes of their messages.
    Answered(Job, Result<Vec<(usize, MessageRecord)>, Error>),
    /// Messages to follow. The sender is told whether they are stored.
    Added(Vec<NewMessage>, Sender<bool>),
    /// The input has no more messages. A mark that a line of it was no pair.
    InputEnded(bool),
    /// A push notification. The sender is told whether it is stored.
    Pushed(Box<NewReport>, Sender<bool>),
    /// The command has to end.
    Stop(Stopped),
}

/// The reason for which the command ends.
pub(super) enum Stopped {
    /// Every message is at its end or lost, and no more will come.
    AllEnded,
    /// The service refused the credentials.
    Refused,
    /// A signal.
    Signal,
    /// Standard output cannot be written.
    Output(Failure),
}

/// Returns the time, in Unix milliseconds.
pub(super) fn now_ms() -> u64 {
    u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or(0)
}

/// Returns the place of the state.
pub(super) fn place(options: &Watch) -> Result<String, Failure> {
    if let Some(place) = &options.state {
        return Ok(place.0.clone());
    }
    let folder = etcetera::choose_base_strategy().ok();
    let folder = folder.map(|strategy| strategy.state_dir().unwrap_or_else(|| strategy.data_dir()).join("smsc"));
    let Some(folder) = folder else { return Err(Failure::Usage(tr("no home folder: pass --state FILE").to_owned())) };
    std::fs::create_dir_all(&folder).map_err(|error| cannot_write(&folder, &error))?;
    Ok(Path::new(&folder).join("watch.db").display().to_string())
}
