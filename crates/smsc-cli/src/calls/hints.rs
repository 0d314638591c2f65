//! What to do about a reply that cannot be read: another format, or another request.

use smsc_proto::{BodyKind, Charset, CostMode, Error, ErrorKind, Format, Text};

use super::item::Item;
use super::question::Question;
use crate::args::Call;
use crate::hint::print_utf8;
use crate::lang::{fill, tr};
use crate::message;

/// What the items of a reply show about its request.
pub(super) struct Hints<'q> {
    question: &'q Question,
    /// The first malformed item of the reply itself.
    malformed: Option<Error>,
    is_any_malformed: bool,
    is_utf8: bool,
}

impl<'q> Hints<'q> {
    pub(super) const fn new(question: &'q Question) -> Self {
        Self { question, malformed: None, is_any_malformed: false, is_utf8: false }
    }

    /// Examines an item.
    pub(super) fn note(&mut self, item: &Item<'_>) {
        match item {
            Item::Row(row) => {
                self.is_any_malformed |= row.phones().any(|phone| phone.is_err());
                self.is_utf8 |= self.is_other_charset() && row.values.looks_like_utf8();
            }
            Item::ApiError(error) => {
                self.is_utf8 |= self.is_other_charset() && error.text.is_some_and(Text::looks_like_utf8);
            }
            Item::Malformed(error) => {
                self.is_any_malformed = true;
                self.malformed.get_or_insert(*error);
            }
        }
    }

    fn is_other_charset(&self) -> bool {
        !self.is_utf8 && self.question.charset() != Charset::Utf8
    }

    /// Returns whether anything was malformed.
    pub(super) const fn is_malformed(&self) -> bool {
        self.is_any_malformed
    }

    /// Prints at most one hint, after the output.
    pub(super) fn print(&self) {
        let other = self.malformed.and_then(|error| match error.kind() {
            ErrorKind::NotAReply(body) => self.other_request(body),
            ErrorKind::FieldCount { found } if self.question.call() == Call::Send => other_cost(found),
            ErrorKind::Unsupported => Some(self.request_instead().to_owned()),
            _ => None,
        });
        // Whatever is wrong with the reply, the request has been received.
        let may_be_sent = self.question.call() == Call::Send && self.question.cost() != CostMode::PriceOnly;
        if let Some(other) = other {
            message::hint(&other);
        } else if self.malformed.is_some() && may_be_sent {
            message::hint(tr("the message may have been sent all the same: request its status before you send it again"));
        } else if self.is_utf8 {
            print_utf8();
        }
    }

    /// Returns the request that the body answers more likely, if there is one.
    fn other_request(&self, body: BodyKind) -> Option<String> {
        let format = match body {
            BodyKind::Json => Format::Json,
            BodyKind::KeyValue => Format::KeyValue,
            BodyKind::Values => Format::Values,
            _ => return None,
        };
        let option = format!("--fmt {}", format as u8);
        (format != self.question.format()).then(|| try_option(&option, tr("the body is in this format")))
    }

    /// Returns what to request in the place of an unsupported reply.
    fn request_instead(&self) -> &'static str {
        match self.question.call() {
            Call::Send => {
                tr("send with fmt=1 or fmt=3; this message may have been sent: request its status before you send it again")
            }
            Call::Balance => tr("request the balance with fmt=0, fmt=1 or fmt=3"),
            Call::Operator => tr("request the operator of one phone, with fmt=3: smsc request operator PHONE"),
            Call::Incoming => tr("request the incoming messages with fmt=3: smsc request incoming"),
            Call::Statistics => tr("request the statistics with fmt=3: smsc request statistics --start DATE"),
            Call::History | Call::Status | Call::Delete => {
                tr("request the history with fmt=0 or fmt=3: smsc request history --start DATE")
            }
        }
    }
}

/// Returns the hint at the `cost` of the request whose replies have so many values (R60a), if there is
/// one such request alone.
fn other_cost(values: usize) -> Option<String> {
    let option = match values {
        3 => "--cost 2",
        4 => "--cost 3",
        _ => return None,
    };
    Some(try_option(option, tr("the fields fit")))
}

fn try_option(option: &str, why: &str) -> String {
    fill("this looks like the reply to another request: try {0} ({1})", &[&option, &why])
}
