//! The statuses of messages, and their deletion.

use std::collections::VecDeque;
use std::fmt;
use std::iter::FusedIterator;

use smsc_proto::request::{DeleteRequest, StatusRequest};
use smsc_proto::retry::Call;
use smsc_proto::{Detail, LazyIndex, Match, Reply, Requested, SingleReply};

use crate::ask::{Ask, Stopped, Unread};
use crate::client::Client;
use crate::error::{Answer, Error, Place};
use crate::gate::{Gate, Rule};
use crate::likeness;
use crate::record::MessageRecord;

/// One item of the answer to a request for statuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The record of a message.
    Record {
        /// The index of the message in the request, from 0.
        index: usize,
        /// The record. Its status is -3 if the service does not know the message.
        record: MessageRecord,
    },
    /// A message without a record in the answer.
    Missing {
        /// The index of the message in the request, from 0.
        index: usize,
    },
    /// A record that was not asked for.
    Unexpected(MessageRecord),
}

/// The answers to a request for statuses, from [`Client::status`]. Each batch is asked for when the
/// iterator reaches it, so that the records of one batch are in memory.
///
/// An [`Error`] in the place of a record is that of a malformed one, and the others follow. After the
/// error of a whole request the iterator ends, and [`rest`](Self::rest) has the messages that were not
/// asked for.
pub struct Statuses<'a> {
    client: &'a Client,
    messages: &'a [Requested<'a>],
    detail: Detail,
    /// The index of the first message that was not asked for.
    next: usize,
    ready: VecDeque<Result<Status, Error>>,
    is_failed: bool,
}

impl Client {
    /// Asks for the statuses of messages: for one message by itself, for several in batches, of which
    /// the service allows one a minute. Nothing is asked before the iterator is used.
    ///
    /// ```no_run
    /// use smsc_client::{Client, Login, Status};
    /// use smsc_proto::{MessageId, Requested, request::Server};
    ///
    /// let client = Client::new(Login::api_key("key"), &Server::SMSC_RU);
    /// let messages = [Requested { id: MessageId::new(101).unwrap(), phone: "79990000001" }];
    /// for status in client.status(&messages) {
    ///     if let Status::Record { index, record } = status? {
    ///         println!("{index}: {}", record.status());
    ///     }
    /// }
    /// # Ok::<(), smsc_client::Error>(())
    /// ```
    #[must_use]
    pub const fn status<'a>(&'a self, messages: &'a [Requested<'a>]) -> Statuses<'a> {
        Statuses { client: self, messages, detail: Detail::Status, next: 0, ready: VecDeque::new(), is_failed: false }
    }

    /// Asks for the status of one message.
    ///
    /// # Errors
    ///
    /// If there is no reply, or the service refuses the request.
    pub fn status_of(&self, message: Requested<'_>) -> Result<MessageRecord, Error> {
        self.single(message, Detail::Status).map_err(Error::from)
    }

    /// Deletes messages: one by itself, several in one batch of at most 4,096. A deletion that was not
    /// answered is not repeated.
    ///
    /// # Errors
    ///
    /// If there is no reply, or the service refuses the request.
    pub fn delete(&self, messages: &[Requested<'_>]) -> Result<(), Error> {
        let (request, rule, likeness) = match messages {
            [message] => (DeleteRequest::one(*message), Rule::Status, of_message(&self.gate, message)),
            _ => (DeleteRequest::batch(messages), Rule::Batch, 0),
        };
        let ask = Ask { call: Call::Delete, rule, likeness, request: &request };
        let read = |body: &[u8]| match request.query().read(body)? {
            Reply::Deleted => Ok(()),
            Reply::Error(error) => Err(error.into()),
            Reply::Records(_) => Err(Unread::Other),
        };
        Ok(self.ask(&ask, read)?)
    }

    pub(crate) fn single(&self, message: Requested<'_>, detail: Detail) -> Result<MessageRecord, Box<Stopped>> {
        let request = StatusRequest::one(message).detail(detail);
        let likeness = of_message(&self.gate, &message);
        self.ask(&Ask { call: Call::Status, rule: Rule::Status, likeness, request: &request }, |body| {
            match request.query().read_one(body)? {
                SingleReply::Record(record) => Ok(MessageRecord::of_message(&record, &message)),
                SingleReply::Error(error) => Err(error.into()),
                SingleReply::Deleted => Err(Unread::Other),
            }
        })
    }

    /// Asks for the statuses of a batch, whose first message has the index `first` in the request.
    pub(crate) fn batch_of(
        &self,
        messages: &[Requested<'_>],
        detail: Detail,
        first: usize,
    ) -> Result<VecDeque<Result<Status, Error>>, Box<Stopped>> {
        let request = StatusRequest::batch(messages).detail(detail);
        let index = LazyIndex::new(messages);
        self.ask(&Ask { call: Call::StatusBatch, rule: Rule::Batch, likeness: 0, request: &request }, |body| {
            match request.query().indexed(&index).read(body)? {
                Reply::Records(records) => Ok(collect(records, messages, first, self.hosts.host(0))),
                Reply::Error(error) => Err(error.into()),
                Reply::Deleted => Err(Unread::Other),
            }
        })
    }
}

/// Copies the records of a batch.
fn collect(
    records: smsc_proto::Records<'_>,
    messages: &[Requested<'_>],
    first: usize,
    host: &str,
) -> VecDeque<Result<Status, Error>> {
    let mut rest = messages.iter().enumerate();
    let item = |item| match item {
        Ok(Match::Requested(record)) => Ok(match rest.next() {
            Some((at, message)) => Status::Record { index: first + at, record: MessageRecord::of_message(&record, message) },
            None => Status::Unexpected(MessageRecord::new(&record)),
        }),
        Ok(Match::Missing(_)) => Ok(Status::Missing { index: first + rest.next().map_or(messages.len(), |(at, _)| at) }),
        Ok(Match::Unexpected(record)) => Ok(Status::Unexpected(MessageRecord::new(&record))),
        Err(error) => Err(Error::not_a_reply(Place::new(host), Answer::Body(error))),
    };
    records.matched().map(item).collect()
}

/// Returns what makes requests about one message alike.
fn of_message(gate: &Gate, message: &Requested<'_>) -> u64 {
    gate.likeness((message.id, likeness::phone(message.phone)))
}

impl<'a> Statuses<'a> {
    /// Returns the iterator over records with this level of detail (`all`).
    #[must_use]
    pub const fn detail(mut self, detail: Detail) -> Self {
        self.detail = detail;
        self
    }

    /// Returns the messages that were not asked for yet.
    #[must_use]
    pub fn rest(&self) -> &'a [Requested<'a>] {
        self.messages.get(self.next..).unwrap_or_default()
    }

    /// Returns whether the next item is there already, so that the iterator does not ask for it.
    #[must_use]
    pub fn is_any_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// Returns whether a whole request has failed: its [`Error`] was the last item.
    #[must_use]
    pub const fn is_failed(&self) -> bool {
        self.is_failed
    }

    /// Asks for the next messages.
    fn fill(&mut self) {
        let rest = self.rest();
        let chunk = rest.get(..self.client.batch).unwrap_or(rest);
        let result = match chunk {
            [] => return,
            [message] => self
                .client
                .single(*message, self.detail)
                .map(|record| VecDeque::from([Ok(Status::Record { index: self.next, record })])),
            _ => self.client.batch_of(chunk, self.detail, self.next),
        };
        match result {
            Ok(ready) => {
                self.ready = ready;
                self.next += chunk.len();
            }
            Err(stopped) => {
                self.ready.push_back(Err(stopped.error));
                self.is_failed = true;
            }
        }
    }
}

impl Iterator for Statuses<'_> {
    type Item = Result<Status, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() && !self.is_failed {
            self.fill();
        }
        self.ready.pop_front()
    }
}

impl FusedIterator for Statuses<'_> {}

impl fmt::Debug for Statuses<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Statuses").field("asked", &self.next).field("messages", &self.messages.len()).finish_non_exhaustive()
    }
}
