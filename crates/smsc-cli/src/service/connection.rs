//! The connection of a command to the service: a client with credentials, and the stamp of these.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use smsc_client::{Client, Error, Gate, GateLimits, HttpOptions, HttpTransport, Login, NotSent, NotSentReason, Transport};
use smsc_proto::request::Server;

use super::clock::TalkingClock;
use super::errors;
use super::stamp::Stamp;
use crate::args::service as args;
use crate::config::Config;
use crate::credentials::{self, Secrets};
use crate::errors::of_request;
use crate::failure::{Failure, reason};
use crate::lang::{fill, tr};
use crate::message;
use crate::output::Out;

/// A client, and what belongs to its credentials.
pub(super) struct Connection {
    pub(super) client: Client,
    pub(super) transport: Arc<HttpTransport>,
    pub(super) stamp: Stamp,
    pub(super) config: Config,
    /// The hosts, in the order in which they are asked.
    pub(super) hosts: Vec<String>,
    pub(super) is_plain: bool,
    secrets: Secrets,
}

/// An error of the service as a line of JSON.
#[derive(Serialize)]
struct ErrorJson {
    /// `not_sent`, `unanswered`, `not_a_reply` or `refused`.
    error: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_code: Option<u32>,
    reason: String,
}

impl Connection {
    /// Creates the client of a command. Fails if there are no credentials, or the service refused them
    /// before.
    pub(super) fn open(options: &args::Connection) -> Result<Self, Failure> {
        let connection = Self::with(options, |transport| transport)?;
        if let Some(time) = connection.stamp.time() {
            let sentence = "the service refused these credentials at {0}: correct them, or run smsc doctor, because five refused logins block the address";
            return Err(Failure::Usage(fill(sentence, &[&time])));
        }
        Ok(connection)
    }

    /// Creates the client of a command on another transport, which may use the usual one, whether or not
    /// the service refused the credentials before.
    pub(super) fn with<T: Transport + 'static>(
        options: &args::Connection,
        wrap: impl FnOnce(Arc<HttpTransport>) -> Arc<T>,
    ) -> Result<Self, Failure> {
        let config = Config::read()?;
        let secrets = Secrets::find(options.credentials.as_deref())?.map_or_else(|| config.secrets(), |found| Ok(Some(found)))?;
        let Some(secrets) = secrets else {
            let expected = "no credentials: pass --credentials FILE, or set SMSC_APIKEY, or SMSC_LOGIN and SMSC_PASSWORD, or write ~/.config/smsc/config.toml";
            return Err(Failure::Usage(tr(expected).to_owned()));
        };
        let host = options.host.as_deref().or(config.host.as_deref());
        let server = host.map_or(Ok(Server::SMSC_RU), Server::new).map_err(|error| Failure::Usage(of_request(&error)))?;
        let is_plain = options.plain_http || options.host.is_none() && config.plain_http;
        let server = if is_plain { server.plain_http() } else { server };
        let transport = Arc::new(transport(options, &config)?);
        let gate = Gate::new(GateLimits::default(), Arc::new(TalkingClock::new()));
        let client = Client::with_transport(login(&secrets), &server, wrap(Arc::clone(&transport)))
            .gate(gate)
            .max_wait(options.max_wait.unwrap_or(Duration::MAX));
        let hosts: Vec<_> = server.hosts().map(str::to_owned).collect();
        let stamp = Stamp::of(hosts.first().map_or("", String::as_str), &secrets);
        Ok(Self { client, transport, stamp, config, hosts, is_plain, secrets })
    }

    /// Prints an error of the service, and returns the exit status. Refused credentials are noted.
    pub(super) fn failed(&self, error: &Error, is_json: bool) -> Result<ExitCode, Failure> {
        self.note();
        let reason = self.sentence(error);
        message::failure(&reason);
        if is_json {
            let error_code = error.code().map(|code| code.0);
            last_line(&ErrorJson { error: errors::kind(error), error_code, reason })?;
        }
        Ok(ExitCode::from(match error {
            Error::NotSent(NotSent { reason: NotSentReason::Invalid(_) | NotSentReason::PlainHttp, .. }) => 2,
            _ => 1,
        }))
    }

    /// Returns an error as a sentence, without the credentials that a server may have repeated.
    pub(super) fn sentence(&self, error: &Error) -> String {
        self.hidden_in(&errors::sentence(error))
    }

    /// Returns a text without the credentials.
    pub(super) fn hidden_in(&self, text: &str) -> String {
        self.secrets.hidden_in(text)
    }

    /// Notes that the service refused the credentials, if it did: in its last answer, or when it was asked
    /// for the status of a message whose sending was not answered.
    pub(super) fn note(&self) {
        if self.client.get_gate().is_refused()
            && let Err(error) = self.stamp.set()
        {
            message::hint(&fill("cannot note that the credentials were refused: {0}", &[&reason(&error)]));
        }
    }
}

/// Prints the last line of a command that has an exit status already, which a reader that wants no more
/// does not change.
pub(super) fn last_line(line: &impl Serialize) -> Result<(), Failure> {
    let mut out = Out::new();
    match out.json(line).and_then(|()| out.flush()) {
        Err(failure) if failure.is_broken_pipe() => Ok(()),
        result => result,
    }
}

fn transport(options: &args::Connection, config: &Config) -> Result<HttpTransport, Failure> {
    let cacert = options.cacert.clone().or_else(|| config.cacert.clone());
    let mut http = HttpOptions::default();
    http.timeout = options.timeout;
    http.connect_timeout = http.connect_timeout.min(options.timeout);
    http.cacert.clone_from(&cacert);
    HttpTransport::new(&http).map_err(|error: io::Error| Failure::Input(cacert, error))
}

fn login(secrets: &Secrets) -> Login {
    match secrets {
        Secrets::ApiKey(credentials::ApiKey { apikey }) => Login::api_key(apikey),
        Secrets::Login(credentials::Login { login, password }) => Login::password(login, password),
    }
}
