//! A sink that sends each final outcome to a URL.

use std::time::Duration;

use smsc_client::{HttpOptions, HttpRequest, HttpTransport, Transport as _, is_loopback_url};
use smsc_watch::{Changed, Which};

use super::line::line;
use super::sink::{Sink, Undelivered};
use crate::failure::Failure;
use crate::lang::{fill, tr};

/// The time for a whole request.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A URL, which may have a secret in it.
pub(super) struct Webhook {
    url: String,
    transport: HttpTransport,
}

impl Webhook {
    pub(super) fn new(url: &str) -> Result<Self, Failure> {
        let is_encrypted = url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
        let is_local = url.starts_with("http://") && is_loopback_url(url);
        if !is_encrypted && !is_local {
            let expected = tr("--webhook: expected a URL that starts with https://, or with http:// for this machine alone");
            return Err(Failure::Usage(expected.to_owned()));
        }
        let mut options = HttpOptions::default();
        options.timeout = TIMEOUT;
        let transport = HttpTransport::new(&options).map_err(|error| Failure::Input(None, error))?;
        Ok(Self { url: url.to_owned(), transport })
    }
}

impl Sink for Webhook {
    fn name(&self) -> &'static str {
        "webhook"
    }

    fn which(&self) -> Which {
        Which::Ends
    }

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered> {
        let line = line(changed).map_err(Undelivered::Closed)?;
        let headers = [("Content-Type", "application/json"), ("Idempotency-Key", changed.key.as_str())];
        let reason = match self.transport.send(&HttpRequest::post(&self.url, &headers, &line)) {
            Ok(response) if (200..300).contains(&response.status) => return Ok(()),
            Ok(response) if (300..400).contains(&response.status) => {
                fill("HTTP status {0}, a redirect, which is not followed: pass the URL that it leads to", &[&response.status])
            }
            Ok(response) => fill("HTTP status {0}", &[&response.status]),
            // The words of the failure have nothing of the URL.
            Err(error) => tr(&error.to_string()).to_owned(),
        };
        Err(Undelivered::Failed(reason))
    }
}
