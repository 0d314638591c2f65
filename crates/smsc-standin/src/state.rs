//! The state that the scripts work on, and what they decide.

use crate::inbox::Inbox;
use crate::limits::{Likeness, MINUTE, Windows};
use crate::message::Messages;
use crate::notices::Notices;
use crate::reply::Refusal;
use crate::scenario::{Account, Scenario};
use crate::time::Time;

/// The accounts, the messages and the requests of the last minute.
pub(crate) struct State {
    pub(crate) scenario: Scenario,
    pub(crate) messages: Messages,
    /// Status requests for one message: account, id, phone.
    pub(crate) statuses: Windows<(usize, String, String)>,
    /// Other requests: account, kind, and for like requests what makes them like.
    pub(crate) calls: Windows<(usize, &'static str, Likeness)>,
    pub(crate) inbox: Inbox,
    /// The start of the stand-in.
    pub(crate) start: Option<Time>,
    /// The push notifications to come.
    pub(crate) notices: Notices,
}

impl State {
    pub(crate) fn new(scenario: Scenario) -> Self {
        Self {
            scenario,
            messages: Messages::default(),
            statuses: Windows::new(MINUTE),
            calls: Windows::new(MINUTE),
            inbox: Inbox::default(),
            start: None,
            notices: Notices::default(),
        }
    }

    pub(crate) fn account(&self, index: usize) -> &Account {
        &self.scenario.accounts[index]
    }
}

/// The decision of a script: a body, or why there is none.
pub(crate) type Decision = Result<Vec<u8>, No>;

/// Why a request is not carried out.
#[derive(Debug)]
pub(crate) enum No {
    /// The service rejects it.
    Refused(Refusal),
    /// An answer of the service that nobody has recorded, so that the stand-in has none.
    Unknown(&'static str),
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
