//! The client: an account, a server, a transport and a gate.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use smsc_proto::request::Server;

use crate::clock::{Clock, SystemClock};
use crate::gate::{Gate, GateLimits};
use crate::hosts::Hosts;
use crate::login::Login;
use crate::transport::Transport;

/// A blocking client of the service. Clones share the account and the gate; use one client, or clones
/// of it, for all threads of a login.
#[derive(Clone)]
pub struct Client {
    pub(crate) hosts: Arc<Hosts>,
    pub(crate) login: Arc<RwLock<Login>>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) gate: Gate,
    pub(crate) max_wait: Duration,
    pub(crate) batch: usize,
    pub(crate) keeps_history: bool,
    pub(crate) date: Arc<Mutex<Option<ServerDate>>>,
}

/// The date of a server, which shows how far the clock of this machine is off.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerDate {
    /// The header `Date` of a response.
    pub text: String,
    /// The time at which the response arrived, by the clock of the gate.
    pub at: Duration,
}

/// The greatest number of messages in a batch unless it is set. The number that the service accepts
/// is not known; its own pages are of 1,000 messages.
const BATCH: usize = 1_000;

/// The greatest number of messages that a request can have (R68c).
const MAX_BATCH: usize = 4_096;

impl Client {
    /// Creates a client with the transport of ureq and rustls, the clock of the machine and the
    /// limits of the provider's pages.
    #[cfg(feature = "http")]
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "the default options read no file")]
    pub fn new(login: Login, server: &Server<'_>) -> Self {
        let options = crate::http::HttpOptions::default();
        let transport = crate::http::HttpTransport::new(&options).expect("options without a file");
        Self::with_transport(login, server, Arc::new(transport))
    }

    /// Creates a client with a transport.
    #[must_use]
    pub fn with_transport(login: Login, server: &Server<'_>, transport: Arc<dyn Transport>) -> Self {
        Self {
            hosts: Arc::new(Hosts::new(server)),
            login: Arc::new(RwLock::new(login)),
            transport,
            gate: Gate::new(GateLimits::default(), Arc::new(SystemClock::new())),
            max_wait: Duration::MAX,
            batch: BATCH,
            keeps_history: false,
            date: Arc::default(),
        }
    }

    /// Returns the client with this gate, whose clock it uses: one gate for all clients of a login.
    #[must_use]
    pub fn gate(self, gate: Gate) -> Self {
        Self { gate, ..self }
    }

    /// Returns the client with a gate of these limits and this clock.
    #[must_use]
    pub fn limits(self, limits: GateLimits, clock: Arc<dyn Clock>) -> Self {
        self.gate(Gate::new(limits, clock))
    }

    /// Returns the client that waits at most this long at a time: for a limit of the service, for a
    /// block of the address, or before another try. Without it a client waits as long as it has to.
    #[must_use]
    pub fn max_wait(self, max_wait: Duration) -> Self {
        Self { max_wait, ..self }
    }

    /// Returns the client with a maximum of messages in a batch: 1 to 4,096. Without it,
    /// 1,000.
    #[must_use]
    pub fn batch(self, batch: usize) -> Self {
        Self { batch: batch.clamp(1, MAX_BATCH), ..self }
    }

    /// Returns the client of an account that keeps its history for a day or more. A message whose
    /// sending was not answered, and that the service does not know a minute later, is then sent once
    /// more, under the same id. Without a history the service does not know accepted messages either,
    /// so that nothing is sent again.
    #[must_use]
    pub fn keeps_history(self, keeps_history: bool) -> Self {
        Self { keeps_history, ..self }
    }

    /// Replaces the credentials, also of all clones. After error 2 this lets requests in again.
    pub fn set_login(&self, login: Login) {
        let mut current = self.login.write().unwrap_or_else(PoisonError::into_inner);
        *current = login;
        // In this order no request with the old credentials counts as one with the new ones.
        self.gate.renew_credentials();
    }

    /// Returns the date of the last response. Returns `None` before the first one.
    #[must_use]
    pub fn server_date(&self) -> Option<ServerDate> {
        self.date.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the gate.
    #[must_use]
    pub const fn get_gate(&self) -> &Gate {
        &self.gate
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("hosts", &self.hosts).field("batch", &self.batch).finish_non_exhaustive()
    }
}
