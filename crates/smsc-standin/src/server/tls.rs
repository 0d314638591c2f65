//! Certificates for TLS, made when they are needed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use rcgen::string::Ia5String;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose, SanType};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;

/// The names that a certificate of the stand-in has unless others are asked for: those of the
/// loopback and, for clients whose host cannot be changed, those of the service.
const NAMES: [&str; 7] = ["localhost", "smsc.ru", "www.smsc.ru", "www2.smsc.ru", "www3.smsc.ru", "www4.smsc.ru", "www5.smsc.ru"];

/// An authority and a certificate that it signed, made anew for each server. The keys are never
/// written to a file.
#[derive(Debug)]
pub struct Certificate {
    ca_pem: String,
    config: Arc<ServerConfig>,
}

/// The reason for which a certificate could not be made.
#[derive(Debug)]
pub struct CertificateError(String);

impl std::fmt::Display for CertificateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no certificate can be made: {}", self.0)
    }
}

impl std::error::Error for CertificateError {}

impl From<rcgen::Error> for CertificateError {
    fn from(error: rcgen::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<rustls::Error> for CertificateError {
    fn from(error: rustls::Error) -> Self {
        Self(error.to_string())
    }
}

impl Certificate {
    /// Makes a certificate for the loopback and for the names of the service.
    ///
    /// # Errors
    ///
    /// If the machine has no random numbers.
    pub fn new() -> Result<Self, CertificateError> {
        let mut params = CertificateParams::default();
        for name in NAMES {
            params.subject_alt_names.push(SanType::DnsName(Ia5String::try_from(name)?));
        }
        let loopback = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        params.subject_alt_names.extend(loopback.map(SanType::IpAddress));
        Self::signed(params)
    }

    /// Makes a certificate for one name, to see what a client does about a wrong one.
    ///
    /// # Errors
    ///
    /// If this is no name of a host, or the machine has no random numbers.
    pub fn for_name(name: &str) -> Result<Self, CertificateError> {
        Self::signed(CertificateParams::new([name.to_owned()])?)
    }

    /// Makes a certificate for the same names as [`new`](Self::new) that ended in the year 2001.
    ///
    /// # Errors
    ///
    /// If the machine has no random numbers.
    pub fn expired() -> Result<Self, CertificateError> {
        let mut params = CertificateParams::new(NAMES.map(str::to_owned))?;
        params.subject_alt_names.push(SanType::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST)));
        params.not_before = rcgen::date_time_ymd(2000, 1, 1);
        params.not_after = rcgen::date_time_ymd(2001, 1, 1);
        Self::signed(params)
    }

    fn signed(mut params: CertificateParams) -> Result<Self, CertificateError> {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        authority.distinguished_name.push(DnType::CommonName, "smsc stand-in");
        let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
        params.distinguished_name.push(DnType::CommonName, "smsc stand-in server");
        // Python 3.13 and later reject a certificate that does not name the key of its authority.
        params.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate()?;
        let certificate = params.signed_by(&key, &authority)?;
        let key = PrivateKeyDer::try_from(key.serialize_der()).map_err(|error| CertificateError(error.to_owned()))?;
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)?;
        Ok(Self { ca_pem: authority.pem(), config: Arc::new(config) })
    }

    /// Returns the certificate of the authority, which a client has to trust, in PEM.
    #[must_use]
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.config)
    }
}
