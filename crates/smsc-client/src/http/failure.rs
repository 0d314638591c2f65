//! The classes of ureq's errors.

use std::io;

use rustls::CertificateError;
use ureq::{Error, Timeout};

use crate::transport::{TlsFailure, TransportFailure};

/// Returns the class of a failure before the body was sent.
pub(super) fn of_connection(error: &Error) -> TransportFailure {
    match error {
        Error::HostNotFound | Error::Timeout(Timeout::Resolve) => TransportFailure::Dns,
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => TransportFailure::Proxy,
        Error::Rustls(error) => TransportFailure::Tls(of_tls(error)),
        Error::Tls(_) | Error::Pem(_) => TransportFailure::Tls(TlsFailure::Handshake),
        Error::Io(error) => of_io(error),
        Error::BadUri(_) | Error::Http(_) => TransportFailure::Unsupported,
        _ => TransportFailure::Connect,
    }
}

/// Returns the class of a failure after a part of the body may have been sent.
pub(super) const fn of_answer(error: &Error) -> TransportFailure {
    match error {
        Error::Timeout(_) => TransportFailure::Timeout,
        Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => TransportFailure::TooLong,
        _ => TransportFailure::Cut,
    }
}

pub(super) fn of_io(error: &io::Error) -> TransportFailure {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        Some(error) => TransportFailure::Tls(of_tls(error)),
        None if is_lookup(error) => TransportFailure::Dns,
        // Also a connection that ended in the handshake, which is tried again.
        None => TransportFailure::Connect,
    }
}

/// Returns whether the lookup of a name failed, for which the standard library has no kind of its own.
fn is_lookup(error: &io::Error) -> bool {
    // Of Windows: the four errors of a lookup.
    matches!(error.raw_os_error(), Some(11_001..=11_004))
        || error.raw_os_error().is_none() && error.to_string().starts_with("failed to lookup address information")
}

pub(super) fn of_tls(error: &rustls::Error) -> TlsFailure {
    let rustls::Error::InvalidCertificate(error) = error else { return TlsFailure::Handshake };
    match error {
        // A signature is bad if another authority of the same name has made it.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => TlsFailure::UnknownIssuer,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => TlsFailure::WrongName,
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => TlsFailure::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => TlsFailure::NotYetValid,
        _ => TlsFailure::Certificate,
    }
}
