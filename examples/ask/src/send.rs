//! Sends a message once at most.

use smsc_proto::calls::SendReply;
use smsc_proto::request::SendRequest;
use smsc_proto::retry::{Advice, Call, Failure, SendAdvice, Sending, StatusAnswer, after_status};
use smsc_proto::{MessageId, Requested};

use crate::{Clock, Service, Stopped, unreadable};

/// The fate of a message whose sending was not rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The service accepted it, in this number of parts.
    Sent(u32),
    /// The sending was not answered, but the service knows the message.
    Accepted,
    /// It is not known: look up the id, and do not send the message again.
    Unknown,
}

impl<C: Clock> Service<'_, C> {
    /// Sends a text to a phone. The id must be one that no other message has: after a failure, it is
    /// the only way to find out whether the message was accepted.
    ///
    /// `is_history_kept`: whether the account keeps a history of its messages for a day or more.
    ///
    /// # Errors
    ///
    /// If the message was certainly not sent.
    pub fn send(&self, id: MessageId<'_>, phone: &str, text: &str, is_history_kept: bool) -> Result<Fate, Stopped> {
        let phones = [phone];
        let request = SendRequest::new(&phones, text).id(id);
        let mut was_sent_again = false;
        loop {
            let sent = self.clock.now();
            let answer = self.ask(Call::Send, &request, |body| match request.query().read(body).map_err(unreadable)? {
                SendReply::Sent(sent) => Ok(sent.count),
                SendReply::Error(error) => Err(Failure::Rejected(error.code)),
                SendReply::Price(_) => Err(Failure::NotAReply),
            });
            let after_ms = match answer {
                Ok(count) => return Ok(Fate::Sent(count)),
                Err(Stopped { advice: Advice::AskStatus { after_ms }, .. }) => after_ms,
                // After a second copy the first one may still be accepted.
                Err(_) if was_sent_again => return Ok(Fate::Unknown),
                Err(stopped) => return Err(stopped),
            };
            self.wait(after_ms);
            loop {
                let answer = self.status(Requested { id, phone }).map_or(StatusAnswer::Failed, StatusAnswer::of);
                let sending = Sending::new(self.milliseconds_since(sent), self.clock.random())
                    .with_history_kept(is_history_kept)
                    .with_sent_again(was_sent_again);
                match after_status(answer, sending) {
                    SendAdvice::Accepted => return Ok(Fate::Accepted),
                    SendAdvice::AskAgain { after_ms } => self.wait(after_ms),
                    SendAdvice::SendAgain => break,
                    SendAdvice::Unknown => return Ok(Fate::Unknown),
                }
            }
            was_sent_again = true;
        }
    }
}
