//! `smsc doctor`: finds out why the service cannot be used.

mod certificate;
mod checks;
mod record;
mod redact;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use sms_outcome::{Symptom, diagnose};
use smsc_client::{Error, NotSent, NotSentReason};
use smsc_proto::ApiErrorCode;

use self::checks::{Check, Checks};
use self::record::Recorder;
use super::connection::Connection;
use crate::args::service as args;
use crate::failure::{Failure, reason};
use crate::lang::{current, fill, tr};
use crate::message;
use crate::output::{Out, wrapped};

/// The result of the examination: one of the three cases of the provider's FAQ, or none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Finding {
    Well,
    NoConnection,
    WrongRequest,
    Account,
}

impl Finding {
    const fn name(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::NoConnection => "no_connection",
            Self::WrongRequest => "wrong_request",
            Self::Account => "account",
        }
    }

    const fn exit_status(self) -> u8 {
        match self {
            Self::Well => 0,
            Self::NoConnection => 3,
            Self::WrongRequest => 4,
            Self::Account => 5,
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Well => tr("All is well: the service answered, and accepted the credentials."),
            Self::NoConnection => tr("There is no connection: no request reached the service, or no reply came back."),
            Self::WrongRequest => tr("The service was reached, and refused the request itself."),
            Self::Account => tr(
                "The service was reached, and refused this account or this address: see the credentials and the settings of the account.",
            ),
        }
    }
}

/// The report as a line of JSON.
#[derive(Serialize)]
struct Report<'a> {
    finding: &'static str,
    sentence: &'static str,
    checks: &'a [Check],
    causes: Vec<Cause>,
}

#[derive(Serialize)]
struct Cause {
    cause: &'static str,
    check: &'static str,
}

/// Runs the command.
pub(crate) fn run(options: &args::Doctor) -> Result<ExitCode, Failure> {
    let mut recorder = None;
    let mut connection =
        Connection::with(&options.connection, |transport| Arc::clone(recorder.insert(Arc::new(Recorder::new(transport)))))?;
    // One call, which is not repeated at the same host.
    connection.client = connection.client.clone().max_wait(Duration::ZERO);
    let mut checks = Checks::new(options.connection.timeout);
    if let Some(time) = connection.stamp.time() {
        checks.note("credentials", fill("refused at {0}; asking once more", &[&time]));
    }
    checks.network(&connection);
    let answer = connection.client.balance();
    checks.call(&connection, answer.as_ref());
    checks.clock(&connection.client);
    match &answer {
        Ok(_) => clear(&connection),
        Err(_) => connection.note(),
    }
    let (finding, symptom) = answer.as_ref().err().map_or((Finding::Well, None), finding);
    if let (Some(folder), Some(recorder)) = (&options.record, &recorder) {
        recorder.write(folder, &connection, checks.all(), finding.name())?;
    }
    print(finding, symptom, checks.all(), options.json)?;
    Ok(ExitCode::from(finding.exit_status()))
}

/// Lets the other commands ask again.
fn clear(connection: &Connection) {
    if let Err(error) = connection.stamp.clear() {
        message::hint(&fill("cannot remove the note that the credentials were refused: {0}", &[&reason(&error)]));
    }
}

/// Returns the case of an error, and its symptom.
const fn finding(error: &Error) -> (Finding, Option<Symptom>) {
    match error {
        Error::NotSent(NotSent { reason: NotSentReason::Invalid(_), .. }) => (Finding::WrongRequest, None),
        Error::NotSent(_) => (Finding::NoConnection, Some(Symptom::NoConnection)),
        Error::Unanswered(_) => (Finding::NoConnection, Some(Symptom::Timeout)),
        Error::NotAReply(error) => match error.answer {
            smsc_client::Answer::Status(_) => (Finding::NoConnection, Some(Symptom::HttpError)),
            _ => (Finding::NoConnection, Some(Symptom::NotAReply)),
        },
        Error::Refused(error) => {
            let symptom = Some(Symptom::ApiError(error.code));
            match error.code {
                ApiErrorCode::AUTHORISATION | ApiErrorCode::IP_BLOCKED => (Finding::Account, symptom),
                _ => (Finding::WrongRequest, symptom),
            }
        }
    }
}

fn print(finding: Finding, symptom: Option<Symptom>, checks: &[Check], is_json: bool) -> Result<(), Failure> {
    let mut out = Out::new();
    let lang = current();
    let causes = symptom.into_iter().flat_map(diagnose);
    if is_json {
        let causes = causes.map(|step| Cause { cause: step.cause.get(lang), check: step.check.get(lang) }).collect();
        out.json(&Report { finding: finding.name(), sentence: finding.sentence(), checks, causes })?;
        return out.flush();
    }
    checks::print(checks, &mut out)?;
    out.line("")?;
    for line in wrapped(finding.sentence(), out.width) {
        out.heading(&line)?;
    }
    if let Some(symptom) = symptom {
        out.line("")?;
        crate::diagnose::causes(symptom, &mut out, false)?;
    }
    out.flush()
}
