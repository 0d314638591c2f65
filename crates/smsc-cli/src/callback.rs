//! `smsc verify-callback`: verifies a push notification and prints it.

mod event;
mod hints;
mod secret;
mod text;

use std::process::ExitCode;

use serde::Serialize;
use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackError, CallbackEvent, CallbackField, Secret, Verified};

use crate::args::VerifyCallback;
use crate::errors;
use crate::failure::Failure;
use crate::input::Input;
use crate::lang::{fill, tr};
use crate::message;
use crate::output::Out;

use event::EventJson;
use hints::Hints;
use secret::OwnedSecret;
#[cfg(all(test, checkout))]
pub(crate) use text::headings;

/// The line of JSON of a notification.
#[derive(Serialize)]
struct Line<'a> {
    kind: &'static str,
    event: EventJson<'a>,
    /// `null` if the notification was not verified.
    verified: Option<VerifiedJson>,
}

#[derive(Serialize)]
struct VerifiedJson {
    covered: Vec<&'static str>,
    algorithm: &'static str,
}

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
    let secret = if options.unverified { None } else { Some(OwnedSecret::find(options.secret_file.as_deref())?) };
    let secret = secret.as_ref().map(OwnedSecret::get).transpose()?;
    let out = Out::new();
    let mut body = Input::open(options.file(), "a notification")?.read_all()?;
    // The body is decoded in place.
    let hints = Hints::of(&body, options.format());
    let result = Callback::parse(&mut body, options.format(), options.charset())
        .map_err(|error| ("malformed: {0}", error))
        .and_then(|callback| verify(&callback, secret.as_ref()).map_err(|error| ("refused: {0}", error)));
    match result {
        Ok((event, verified)) => {
            print(options, &event, verified.as_ref(), out)?;
            if options.charset() != Charset::Utf8 && event::looks_like_utf8(&event) {
                message::hint(tr("the texts look like UTF-8: if the handler's URL has charset=utf-8, add --charset utf-8"));
            }
            Ok(ExitCode::SUCCESS)
        }
        Err((what, error)) => Ok(refuse(options, what, &error, &hints, out)),
    }
}

/// Returns what a notification says; if there is a secret, only after its signature was verified.
fn verify<'a>(
    callback: &Callback<'a>,
    secret: Option<&Secret<'_>>,
) -> Result<(CallbackEvent<'a>, Option<Verified<'a>>), CallbackError> {
    match secret {
        None => Ok((*callback.unverified(), None)),
        Some(secret) => {
            let verified = callback.verify(secret)?;
            Ok((*verified.event(), Some(verified)))
        }
    }
}

fn print(
    options: &VerifyCallback,
    event: &CallbackEvent<'_>,
    verified: Option<&Verified<'_>>,
    mut out: Out,
) -> Result<(), Failure> {
    if options.json {
        let verified = verified.map(|verified| VerifiedJson {
            covered: verified.covered().iter().map(|field| field.name()).collect(),
            algorithm: verified.algorithm().name(),
        });
        out.json(&Line { kind: event::kind(event), event: event.into(), verified })?;
    } else {
        text::print(event, verified, &mut out)?;
    }
    out.flush()
}

/// Prints why a notification is refused, and nothing of what it says.
fn refuse(options: &VerifyCallback, what: &'static str, error: &CallbackError, hints: &Hints, mut out: Out) -> ExitCode {
    let reason = errors::of_callback(error);
    if options.json {
        let kind = error.kind();
        let field = kind.field().map(CallbackField::name);
        let refusal = Refusal { error: kind.name(), field, offset: error.offset(), reason };
        // A reader that wants no more does not make the notification a right one.
        if let Err(failure) = out.json(&refusal).and_then(|()| out.flush())
            && !failure.is_broken_pipe()
        {
            failure.exit();
        }
    } else {
        message::failure(&fill(what, &[&reason]));
    }
    hints.print(error);
    ExitCode::FAILURE
}
