//! `smsc verify-callback`: verifies a push notification and prints it.

mod event;
mod hints;
mod notification;
mod secret;
mod text;

use std::process::ExitCode;

use serde::Serialize;
use smsc_proto::callback::CallbackField;

use crate::args::VerifyCallback;
use crate::failure::Failure;
use crate::input::Input;
use crate::output::Out;

pub(crate) use hints::Hints;
pub(crate) use notification::{Notification, Refused, Verifier, hint_at_utf8};
#[cfg(all(test, checkout))]
pub(crate) use text::headings;

/// The line of JSON of a notification that is refused, of which it has no value.
#[derive(Serialize)]
struct Refusal {
    error: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    /// The error as a sentence.
    reason: String,
}

/// Runs the command.
pub(crate) fn run(options: &VerifyCallback) -> Result<ExitCode, Failure> {
    options.check()?;
    let handler = &options.handler;
    let verifier = Verifier::of(handler)?;
    let out = Out::new();
    let mut body = Input::open(options.file(), "a notification")?.read_all()?;
    // The body is decoded in place.
    let hints = Hints::of(&body, handler.format());
    match verifier.read(&mut body, handler.format()) {
        Ok(notification) => {
            print(options, &notification, out)?;
            if notification.looks_like_utf8(handler.charset()) {
                hint_at_utf8();
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(refused) => Ok(refuse(options, &refused, &hints, out)),
    }
}

fn print(options: &VerifyCallback, notification: &Notification<'_>, mut out: Out) -> Result<(), Failure> {
    if options.json {
        out.json(&notification.line())?;
    } else {
        text::print(&notification.event, notification.verified.as_ref(), &mut out)?;
    }
    out.flush()
}

/// Prints why a notification is refused, and nothing of what it says.
fn refuse(options: &VerifyCallback, refused: &Refused, hints: &Hints, mut out: Out) -> ExitCode {
    let error = &refused.error;
    if options.json {
        let kind = error.kind();
        let field = kind.field().map(CallbackField::name);
        let refusal = Refusal { error: kind.name(), field, offset: error.offset(), reason: refused.reason() };
        // A reader that wants no more does not make the notification a right one.
        if let Err(failure) = out.json(&refusal).and_then(|()| out.flush())
            && !failure.is_broken_pipe()
        {
            failure.exit();
        }
    } else {
        refused.print();
    }
    hints.print(refused);
    ExitCode::FAILURE
}
