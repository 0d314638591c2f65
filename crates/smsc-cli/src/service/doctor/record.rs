//! The exchanges of the examination, kept for a bug report without anything secret.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use smsc_client::{HttpRequest, HttpResponse, HttpTransport, Transport, TransportError};

use super::checks::Check;
use super::redact;
use crate::failure::{Failure, cannot_write};
use crate::json;
use crate::lang::fill;
use crate::message;
use crate::service::connection::Connection;

/// A transport that keeps what it sends and receives, redacted.
pub(super) struct Recorder {
    transport: Arc<HttpTransport>,
    exchanges: Mutex<String>,
}

impl Recorder {
    pub(super) fn new(transport: Arc<HttpTransport>) -> Self {
        Self { transport, exchanges: Mutex::default() }
    }

    /// Writes the exchanges and the report into a folder.
    pub(super) fn write(&self, folder: &Path, connection: &Connection, checks: &[Check], finding: &str) -> Result<(), Failure> {
        // A server may repeat the credentials in a header.
        let exchanges = connection.hidden_in(&self.exchanges.lock().unwrap_or_else(PoisonError::into_inner));
        let mut report = Vec::new();
        json::line(&serde_json::json!({ "finding": finding, "checks": checks }), &mut report)?;
        fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
        for (name, bytes) in [("exchanges.txt", exchanges.as_bytes()), ("report.json", &report)] {
            let path = folder.join(name);
            fs::write(&path, bytes).map_err(|error| cannot_write(&path, &error))?;
        }
        message::hint(&fill("{0} has the record of this examination: read it before you pass it on", &[&folder.display()]));
        Ok(())
    }
}

impl Transport for Recorder {
    fn send(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let result = self.transport.send(request);
        let mut text = self.exchanges.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = write!(text, "{} {}\n\n{}\n\n", request.method, request.url, redact::form(request.body));
        let _ = match &result {
            Ok(response) => {
                let header = |name, value: &Option<String>| value.as_ref().map(|value| format!("{name}: {value}\n"));
                let headers = [header("Date", &response.date), header("Content-Type", &response.content_type)];
                let headers: String = headers.into_iter().flatten().collect();
                write!(text, "HTTP {}\n{headers}\n{}\n\n", response.status, redact::reply(&response.body))
            }
            Err(error) => write!(text, "no response: {error}\n\n"),
        };
        drop(text);
        result
    }
}
