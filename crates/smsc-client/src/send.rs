//! Sending, once at most, and prices.

use std::time::Duration;

use smsc_proto::calls::SendReply;
use smsc_proto::request::SendRequest;
use smsc_proto::retry::{Advice, Call, SendAdvice, Sending, StatusAnswer, after_status};
use smsc_proto::{CostMode, Detail, MessageId, Requested, StatusCode};

use crate::answers::{Price, SentMessage};
use crate::ask::{Ask, Stopped, Unread};
use crate::client::Client;
use crate::error::Error;
use crate::gate::Rule;
use crate::likeness;
use crate::message::Message;
use crate::record::Id;
use crate::status::Status;

/// The fate of a message that may have been sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The service accepted it, and said so.
    Sent(SentMessage),
    /// The sending was not answered, but the service knows the message.
    AlreadyAccepted {
        /// The id, to ask for the status with.
        id: Id,
    },
    /// The fate is not known. Look up the id later, and do not send the message again.
    Unknown {
        /// The id, to ask for the status with.
        id: Id,
        /// The error of the sending.
        error: Error,
    },
}

impl Client {
    /// Sends a message, once at most. If the sending is not answered, the status of the message is
    /// asked for before anything else.
    ///
    /// # Errors
    ///
    /// If the message was not accepted: it was not sent, or the service refused it.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use smsc_client::{Client, Fate, Login, Message};
    /// use smsc_proto::request::Server;
    ///
    /// let client = Client::new(Login::api_key("key"), &Server::SMSC_RU);
    /// match client.send(&Message::new(&["79990000001"], "Your code is 4821"))? {
    ///     Fate::Sent(sent) => println!("{}: {} parts", sent.id, sent.count),
    ///     Fate::AlreadyAccepted { id } => println!("{id}: accepted"),
    ///     Fate::Unknown { id, error } => println!("{id}: not known: {error}"),
    /// }
    /// # Ok::<(), smsc_client::Error>(())
    /// ```
    pub fn send(&self, message: &Message<'_>) -> Result<Fate, Error> {
        let id = message.id.unwrap_or_else(|| self.new_id());
        let request = message.request.id(id);
        let likeness = self.likeness_of(message);
        let mut was_sent_again = None;
        loop {
            let stopped = match self.send_once(&request, likeness) {
                Ok(sent) => return Ok(Fate::Sent(sent)),
                Err(stopped) => stopped,
            };
            let Advice::AskStatus { after_ms } = stopped.advice else {
                return match was_sent_again {
                    // After a second copy the first one may still be accepted.
                    Some(error) => Ok(Fate::Unknown { id: id.into(), error }),
                    None if matches!(stopped.error, Error::NotSent(_) | Error::Refused(_)) => Err(stopped.error),
                    None => Ok(Fate::Unknown { id: id.into(), error: stopped.error }),
                };
            };
            if !self.may_wait(after_ms) {
                return Ok(Fate::Unknown { id: id.into(), error: stopped.error });
            }
            self.wait(after_ms);
            match self.find_out(id, message.phones, stopped.since, was_sent_again.is_some()) {
                SendAdvice::Accepted => return Ok(Fate::AlreadyAccepted { id: id.into() }),
                SendAdvice::SendAgain => was_sent_again = Some(stopped.error),
                _ => return Ok(Fate::Unknown { id: id.into(), error: stopped.error }),
            }
        }
    }

    /// Asks for the price of a message, which is not sent.
    ///
    /// # Errors
    ///
    /// If there is no reply, or the service refuses the request.
    pub fn price(&self, message: &Message<'_>) -> Result<Price, Error> {
        let request = message.request.cost(CostMode::PriceOnly);
        let ask = Ask { call: Call::Price, rule: Rule::Price, likeness: self.likeness_of(message), request: &request };
        let read = |body: &[u8]| match request.query().read(body)? {
            SendReply::Price(price) => Ok(Price::new(&price)),
            SendReply::Error(error) => Err(error.into()),
            SendReply::Sent(_) => Err(Unread::Other),
        };
        Ok(self.ask(&ask, read)?)
    }

    fn send_once(&self, request: &SendRequest<'_>, likeness: u64) -> Result<SentMessage, Box<Stopped>> {
        self.ask(&Ask { call: Call::Send, rule: Rule::Send, likeness, request }, |body| match request.query().read(body)? {
            SendReply::Sent(sent) => Ok(SentMessage::new(sent)),
            SendReply::Error(error) => Err(error.into()),
            SendReply::Price(_) => Err(Unread::Other),
        })
    }

    /// Finds out what became of a message, as far as that is advised: accepted, to be sent again, or
    /// unknown.
    fn find_out(&self, id: MessageId<'_>, phones: &[&str], sent: Duration, was_sent_again: bool) -> SendAdvice {
        loop {
            let answer = self.ask_for(id, phones);
            let sending = Sending::new(self.milliseconds_since(sent), self.gate.clock().random())
                .with_history_kept(self.keeps_history)
                .with_sent_again(was_sent_again);
            match after_status(answer, sending) {
                SendAdvice::AskAgain { after_ms } if self.may_wait(after_ms) => self.wait(after_ms),
                SendAdvice::AskAgain { .. } => return SendAdvice::Unknown,
                advice => return advice,
            }
        }
    }

    /// Asks whether the service knows a message to any of these phones.
    fn ask_for(&self, id: MessageId<'_>, phones: &[&str]) -> StatusAnswer {
        let pairs: Vec<_> = phones.iter().map(|phone| Requested { id, phone }).collect();
        let asked = pairs.get(..self.batch).unwrap_or(&pairs);
        let answers: Vec<_> = match asked {
            [] => Vec::new(),
            [message] => vec![self.single(*message, Detail::Status).ok().map(|record| record.status())],
            _ => match self.batch_of(asked, Detail::Status, 0) {
                Ok(items) => items.into_iter().map(status_of).collect(),
                Err(_) => Vec::new(),
            },
        };
        let answers: Vec<_> = answers.into_iter().map(|status| status.map_or(StatusAnswer::Failed, StatusAnswer::of)).collect();
        if answers.contains(&StatusAnswer::Found) {
            StatusAnswer::Found
        } else if asked.len() < pairs.len() || answers.len() < asked.len() || answers.contains(&StatusAnswer::Failed) {
            // That of a phone is not known.
            StatusAnswer::Failed
        } else {
            StatusAnswer::NotFound
        }
    }

    /// Returns a new id for a message: a number of 31 random bits, because how the service prints an id
    /// that is a text has not been recorded everywhere.
    #[must_use]
    pub fn new_id(&self) -> MessageId<'static> {
        loop {
            if let Some(id) = MessageId::new(self.gate.clock().random() >> 1) {
                return id;
            }
        }
    }

    /// Returns what makes messages alike: the phones and the text. Whether more counts is not known.
    fn likeness_of(&self, message: &Message<'_>) -> u64 {
        let mut phones: Vec<_> = message.phones.iter().map(|phone| likeness::phone(phone)).collect();
        phones.sort_unstable();
        self.gate.likeness((message.text, phones))
    }
}

/// Returns the status of an item, or `None` if it has none.
fn status_of(item: Result<Status, Error>) -> Option<StatusCode> {
    match item {
        Ok(Status::Record { record, .. }) => Some(record.status()),
        Ok(Status::Missing { .. } | Status::Unexpected(_)) | Err(_) => None,
    }
}
