//! The errors of the client in the language of the output.

use sms_outcome::lookup_api_error;
use smsc_client::{Answer, Error, NotSentReason, Place, Refused};
use smsc_proto::Lang;
use smsc_proto::retry::{Advice, Halt};
use visible_text::Visible;

use crate::errors::{of_reading, of_request};
use crate::labels::next_step;
use crate::lang::{current, fill, tr};

/// Returns the name of the kind of an error, as in JSON.
pub(super) const fn kind(error: &Error) -> &'static str {
    match error {
        Error::NotSent(_) => "not_sent",
        Error::Unanswered(_) => "unanswered",
        Error::NotAReply(_) => "not_a_reply",
        Error::Refused(_) => "refused",
    }
}

/// Returns an error as a sentence: what happened, on which host, and what to do.
pub(super) fn sentence(error: &Error) -> String {
    let place = place(error.place());
    match error {
        Error::NotSent(error) => fill("nothing was sent to {0}: {1}", &[&place, &not_sent(&error.reason)]),
        Error::Unanswered(error) => {
            let failure = tr(&error.failure.to_string()).to_owned();
            fill("no answer from {0}: {1}; the request may have been carried out", &[&place, &failure])
        }
        Error::NotAReply(error) => fill("{0} sent no reply of the service: {1}", &[&place, &answer(&error.answer)]),
        Error::Refused(error) => refused(error, &place),
    }
}

fn place(place: &Place) -> String {
    match &place.proxy {
        Some(proxy) => fill("{0} (through the proxy {1})", &[&place.host, proxy]),
        None => place.host.clone(),
    }
}

fn not_sent(reason: &NotSentReason) -> String {
    match reason {
        NotSentReason::Transport(failure) => tr(&failure.to_string()).to_owned(),
        NotSentReason::PlainHttp => {
            tr("plain HTTP would show the credentials to everybody on the way: use HTTPS, without --plain-http").to_owned()
        }
        NotSentReason::Invalid(error) => of_request(error),
        NotSentReason::Limit { wait: Some(wait) } => {
            let seconds = wait.as_millis().div_ceil(1_000);
            fill("a limit of the service is reached: try again in {0} s", &[&seconds])
        }
        NotSentReason::Credentials => {
            tr("the service refused the credentials before: correct them, because five refused logins block the address").to_owned()
        }
        _ => tr("as many requests as the service allows are in work: try again when one has ended").to_owned(),
    }
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Status(status @ 300..=399) => {
            fill("HTTP status {0}, a redirect, which is not followed: check the name of the host", &[status])
        }
        Answer::Status(status) => fill("HTTP status {0}: check the name of the host, or try later", &[status]),
        Answer::Body(error) => fill("{0}; check the name of the host and any proxy", &[&of_reading(error)]),
        _ => tr("a reply to another request: check any proxy").to_owned(),
    }
}

/// Returns the sentence of an API error: its meaning, the words of the service, and what to do.
fn refused(error: &Refused, place: &str) -> String {
    let lang: Lang = current();
    let outcome = lookup_api_error(error.code, error.call.endpoint());
    let script = error.call.endpoint().script();
    let mut line =
        fill("{0} refused the request to {1}: error {2}, {3}", &[&place, &script, &error.code, &outcome.title.get(lang)]);
    if let Some(text) = &error.text {
        line.push_str(&fill(" (the server says: {0})", &[&Visible(text)]));
    }
    line.push_str("; ");
    match error.advice {
        Some(Advice::StopEveryCall(Halt::Credentials)) => {
            line.push_str(tr("correct the credentials or the list of allowed addresses before the next request"));
        }
        Some(Advice::StopEveryCall(Halt::Blocked { for_ms })) => {
            line.push_str(&fill("send nothing for {0} minutes", &[&for_ms.div_ceil(60_000)]));
        }
        _ => line.push_str(&next_step(outcome.retry, lang)),
    }
    line
}
