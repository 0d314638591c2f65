//! The gate: the limits of the service on one login, kept by all threads together.

mod limits;
mod state;
#[cfg(test)]
mod tests;

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::{BuildHasher as _, Hash};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::clock::Clock;

pub use limits::{GateLimits, Rule};
use state::{Entry, Look, State};

/// A gate that keeps the limits of one login. Clones are the same gate, for all threads and clients
/// of the login.
///
/// A request counts towards a limit until a minute after its answer has arrived, so that the service,
/// which counts from an earlier moment, never counts more than the gate. Until the service has
/// accepted the credentials, one request is in work at a time: five refused logins block the address.
#[derive(Clone)]
pub struct Gate(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    /// Signals that a request has ended.
    ended: Condvar,
    clock: Arc<dyn Clock>,
    hasher: RandomState,
}

/// A request in work. Its end is when it is dropped.
#[must_use]
pub struct Ticket {
    gate: Gate,
    entry: Entry,
    generation: u64,
    is_unsent: bool,
}

/// The reason for which a request is not let in now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Closed {
    /// A limit is reached until this moment of the gate's clock.
    Until(Duration),
    /// As many requests as allowed are in work: one has to end.
    Busy,
    /// The service refused the credentials, and they have not been changed since.
    Credentials,
}

impl Gate {
    /// Creates a gate with limits and a clock.
    #[must_use]
    pub fn new(limits: GateLimits, clock: Arc<dyn Clock>) -> Self {
        let hasher = RandomState::new();
        Self(Arc::new(Shared { state: Mutex::new(State::new(limits)), ended: Condvar::new(), clock, hasher }))
    }

    /// Returns the clock of the gate.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// Returns a number that is equal for requests with equal values. Nothing of them is kept.
    pub fn likeness(&self, values: impl Hash) -> u64 {
        self.0.hasher.hash_one(values)
    }

    /// Lets a request in if no limit is reached, without waiting.
    ///
    /// `likeness` is a [number](Self::likeness) of what makes requests alike under the rule: of
    /// [`Rule::Status`] the id and the phone, of [`Rule::Send`] the text and the phones.
    ///
    /// # Errors
    ///
    /// If a limit is reached: until when.
    pub fn try_enter(&self, rule: Rule, likeness: u64) -> Result<Ticket, Closed> {
        let mut state = self.lock();
        self.take(&mut state, rule, likeness)
    }

    /// Lets a request in, after a wait of at most `max_wait`.
    ///
    /// # Errors
    ///
    /// If the wait would be longer, or the credentials were refused.
    pub fn enter(&self, rule: Rule, likeness: u64, max_wait: Duration) -> Result<Ticket, Closed> {
        let latest = self.clock().now().saturating_add(max_wait);
        let mut state = self.lock();
        loop {
            match self.take(&mut state, rule, likeness) {
                Err(Closed::Until(moment)) if moment <= latest => {
                    drop(state);
                    self.clock().wait(moment.saturating_sub(self.clock().now()));
                    state = self.lock();
                }
                // A request in work ends by itself, at the latest by its time-out.
                Err(Closed::Busy) if max_wait > Duration::ZERO && self.clock().now() <= latest => {
                    state = self.0.ended.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
                result => return result,
            }
        }
    }

    fn take(&self, state: &mut State, rule: Rule, likeness: u64) -> Result<Ticket, Closed> {
        match state.look(rule, likeness, self.clock().now()) {
            Look::Free(entry) => Ok(Ticket { gate: self.clone(), entry, generation: state.generation(), is_unsent: false }),
            Look::Until(moment) => Err(Closed::Until(moment)),
            Look::Busy => Err(Closed::Busy),
            Look::Refused => Err(Closed::Credentials),
        }
    }

    /// Lets requests in again after the credentials have been changed.
    pub fn renew_credentials(&self) {
        self.lock().renew();
        self.0.ended.notify_all();
    }

    /// Returns whether the service has refused the credentials, and they have not been changed since.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.lock().is_refused()
    }

    /// Returns whether all requests were stopped for a block of the address, and none has succeeded
    /// since.
    #[must_use]
    pub fn was_blocked(&self) -> bool {
        self.lock().was_blocked()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // No code that can panic runs with the lock.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ticket {
    /// Ends a request that was not sent, which counts towards no limit.
    pub fn unsent(mut self) {
        self.is_unsent = true;
    }

    /// Notes that the service has accepted the credentials.
    pub fn accepted(&self) {
        self.gate.lock().accept(self.generation);
    }

    /// Notes that the service has refused the credentials: nothing is let in until they are
    /// [renewed](Gate::renew_credentials).
    pub fn refused(&self) {
        self.gate.lock().refuse(self.generation);
    }

    /// Notes that the service has blocked the address: nothing is let in for this time.
    pub fn blocked(&self, time: Duration) {
        let until = self.gate.clock().now().saturating_add(time);
        self.gate.lock().block(until);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let now = self.gate.clock().now();
        self.gate.lock().end(&self.entry, (!self.is_unsent).then_some(now));
        self.gate.0.ended.notify_all();
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").finish_non_exhaustive()
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ticket").finish_non_exhaustive()
    }
}
