//! A message to send.

use std::fmt;

use smsc_proto::request::{SendKind, SendRequest, SendTime, Translit, Validity};
use smsc_proto::{CostMode, MessageId};

/// A message to send, or to ask the price of. `Debug` shows neither phones nor the text.
#[derive(Clone, Copy)]
pub struct Message<'m> {
    pub(crate) request: SendRequest<'m>,
    pub(crate) phones: &'m [&'m str],
    pub(crate) text: &'m str,
    pub(crate) id: Option<MessageId<'m>>,
}

impl<'m> Message<'m> {
    /// Creates a message with a text of at most 1,000 characters to these phones.
    #[must_use]
    pub const fn new(phones: &'m [&'m str], text: &'m str) -> Self {
        Self { request: SendRequest::new(phones, text), phones, text, id: None }
    }

    /// Creates a request about the networks of these phones (`hlr=1`), which has no text.
    #[must_use]
    pub const fn hlr(phones: &'m [&'m str]) -> Self {
        Self { request: SendRequest::hlr(phones), phones, text: "", id: None }
    }

    /// Creates a request that finds out whether these phones are reachable (`ping=1`).
    #[must_use]
    pub const fn ping(phones: &'m [&'m str]) -> Self {
        Self { request: SendRequest::ping(phones), phones, text: "", id: None }
    }

    /// Returns the message with this id, which no other message to the same phones may have: after a
    /// failure, it is the only way to find out whether the message was accepted. Without one the
    /// client makes a random number.
    #[must_use]
    pub const fn id(self, id: MessageId<'m>) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Returns the message of this kind.
    #[must_use]
    pub const fn kind(self, kind: SendKind) -> Self {
        Self { request: self.request.kind(kind), ..self }
    }

    /// Returns the message from this sender, which is registered with the service.
    #[must_use]
    pub const fn sender(self, sender: &'m str) -> Self {
        Self { request: self.request.sender(sender), ..self }
    }

    /// Returns the message with the time of sending.
    #[must_use]
    pub const fn time(self, time: SendTime<'m>) -> Self {
        Self { request: self.request.time(time), ..self }
    }

    /// Returns the message with the time during which delivery is tried.
    #[must_use]
    pub const fn valid(self, validity: Validity) -> Self {
        Self { request: self.request.valid(validity), ..self }
    }

    /// Returns the message with this transliteration of the text.
    #[must_use]
    pub const fn translit(self, translit: Translit) -> Self {
        Self { request: self.request.translit(translit), ..self }
    }

    /// Returns the message whose cost is in the reply.
    #[must_use]
    pub const fn with_cost(self) -> Self {
        Self { request: self.request.cost(CostMode::WithCost), ..self }
    }

    /// Returns the message whose cost, and the balance after it, are in the reply.
    #[must_use]
    pub const fn with_balance(self) -> Self {
        Self { request: self.request.cost(CostMode::WithBalance), ..self }
    }

    /// Returns the message whose reply lists the phones that cannot be sent to.
    #[must_use]
    pub const fn list_errors(self) -> Self {
        Self { request: self.request.list_errors(), ..self }
    }

    /// Returns the message whose reply lists all phones with their operators.
    #[must_use]
    pub const fn list_operators(self) -> Self {
        Self { request: self.request.list_operators(), ..self }
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("phones", &self.phones.len()).field("id", &self.id).finish_non_exhaustive()
    }
}
