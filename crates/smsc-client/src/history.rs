//! The history of sent messages, page by page.

use std::collections::VecDeque;
use std::fmt;
use std::iter::FusedIterator;

use smsc_proto::Reply;
use smsc_proto::request::HistoryRequest;
use smsc_proto::retry::Call;

use crate::ask::{Ask, Unread};
use crate::client::Client;
use crate::error::{Answer, Error, Place};
use crate::gate::Rule;
use crate::record::MessageRecord;

/// The messages of a history, the newest first, from [`Client::history`]. Each page is asked for when
/// the iterator reaches it.
///
/// An [`Error`] in the place of a record is that of a malformed one, and the others follow. After the
/// error of a whole request the iterator ends, and [`older_than`](Self::older_than) has the place to
/// go on from.
pub struct History<'a> {
    client: &'a Client,
    request: HistoryRequest<'a>,
    ready: VecDeque<Result<MessageRecord, Error>>,
    /// The key of the last message so far.
    oldest: Option<u64>,
    is_ended: bool,
    is_failed: bool,
}

impl Client {
    /// Asks for the history, page by page: each request is for the messages older than the last one.
    /// Nothing is asked before the iterator is used.
    #[must_use]
    pub const fn history<'a>(&'a self, request: HistoryRequest<'a>) -> History<'a> {
        History { client: self, request, ready: VecDeque::new(), oldest: None, is_ended: false, is_failed: false }
    }
}

impl History<'_> {
    /// Returns the key of the last message so far, from which another
    /// [request](HistoryRequest::older_than) can go on.
    #[must_use]
    pub const fn older_than(&self) -> Option<u64> {
        self.oldest
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

    fn fill(&mut self) {
        let request = self.oldest.map_or(self.request, |key| self.request.older_than(key));
        match self.client.page(&request) {
            Ok(page) => {
                let oldest = page.iter().flatten().filter_map(MessageRecord::int_id).min();
                // A page without an older message would be asked for again and again.
                self.is_ended = oldest.is_none() || self.oldest.is_some() && oldest >= self.oldest;
                self.oldest = oldest.or(self.oldest);
                self.ready = page;
            }
            Err(error) => {
                self.is_ended = true;
                if !error.is_nothing_found() {
                    self.is_failed = true;
                    self.ready.push_back(Err(error));
                }
            }
        }
    }
}

impl Client {
    fn page(&self, request: &HistoryRequest<'_>) -> Result<VecDeque<Result<MessageRecord, Error>>, Error> {
        let ask = Ask { call: Call::History, rule: Rule::List, likeness: self.likeness_of_list(request), request };
        let malformed = |error| Error::not_a_reply(Place::new(self.hosts.host(0)), Answer::Body(error));
        let read = |body: &[u8]| match request.query().read(body)? {
            Reply::Records(records) => {
                Ok(records.map(|record| record.map(|record| MessageRecord::new(&record)).map_err(malformed)).collect())
            }
            Reply::Error(error) => Err(error.into()),
            Reply::Deleted => Err(Unread::Other),
        };
        Ok(self.ask(&ask, read)?)
    }
}

impl Iterator for History<'_> {
    type Item = Result<MessageRecord, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() && !self.is_ended {
            self.fill();
        }
        self.ready.pop_front()
    }
}

impl FusedIterator for History<'_> {}

impl fmt::Debug for History<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("History").field("oldest", &self.oldest).field("is_ended", &self.is_ended).finish_non_exhaustive()
    }
}
