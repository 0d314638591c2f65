//! The state that the scripts work on, and what they decide.

use crate::limits::{Likeness, MINUTE, Windows};
use crate::message::Messages;
use crate::notices::Notices;
use crate::reply::Refusal;
use crate::scenario::{Account, Scenario};

/// The accounts, the messages and the requests of the last minute.
pub(crate) struct State {
    pub(crate) scenario: Scenario,
    pub(crate) messages: Messages,
    /// Status requests for one message: account, id, phone.
    pub(crate) statuses: Windows<(usize, String, String)>,
    /// Other requests: account, kind, and for like requests what makes them like.
    pub(crate) calls: Windows<(usize, &'static str, Likeness)>,
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
    /// An answer of the service that nobody has recorded, so that the stand-in gives none.
    Unknown(&'static str),
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
