//! A TLS handshake by itself, for a diagnosis.

use std::io;
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, RootCertStore, SignatureScheme, crypto};
use rustls_platform_verifier::Verifier;

use super::{HttpTransport, failure};
use crate::hosts;
use crate::transport::{TlsFailure, TransportFailure};

/// The result of a handshake.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Handshake {
    /// The certificate that the server presented, in DER, whether or not it was accepted.
    pub certificate: Option<Vec<u8>>,
    /// The reason for which the handshake failed, if it did.
    pub failure: Option<TransportFailure>,
}

impl HttpTransport {
    /// Shakes hands with a server, and trusts the same authorities as for requests. Nothing is asked.
    #[must_use]
    pub fn handshake(&self, host: &str, address: SocketAddr) -> Handshake {
        let recorder = match self.verifier() {
            Ok(verifier) => Arc::new(Recorder { verifier, certificate: Mutex::default() }),
            Err(error) => return Handshake { certificate: None, failure: Some(TransportFailure::Tls(failure::of_tls(&error))) },
        };
        let failure = self.shake(host, address, Arc::clone(&recorder)).err();
        let certificate = recorder.certificate.lock().unwrap_or_else(PoisonError::into_inner).take();
        Handshake { certificate, failure }
    }

    fn shake(&self, host: &str, address: SocketAddr, recorder: Arc<Recorder>) -> Result<(), TransportFailure> {
        let handshake = |_| TransportFailure::Tls(TlsFailure::Handshake);
        let name = ServerName::try_from(hosts::name(host).to_owned()).map_err(|_| TransportFailure::Unsupported)?;
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(handshake)?
            .dangerous()
            .with_custom_certificate_verifier(recorder)
            .with_no_client_auth();
        let mut tls = ClientConnection::new(Arc::new(config), name).map_err(handshake)?;
        let mut stream =
            TcpStream::connect_timeout(&address, self.options.connect_timeout).map_err(|_| TransportFailure::Connect)?;
        let time = Some(self.options.connect_timeout);
        stream.set_read_timeout(time).and_then(|()| stream.set_write_timeout(time)).map_err(|_| TransportFailure::Connect)?;
        while tls.is_handshaking() {
            tls.complete_io(&mut stream).map_err(|error| of_handshake(&error))?;
        }
        Ok(())
    }

    /// Returns the verifier of the options: of the platform, or of the file of authorities.
    fn verifier(&self) -> Result<Arc<dyn ServerCertVerifier>, Error> {
        let provider = Arc::new(crypto::ring::default_provider());
        let Some(path) = &self.options.cacert else { return Ok(Arc::new(Verifier::new(provider)?)) };
        let unreadable = |_| Error::General("the CA file cannot be read".to_owned());
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(path).map_err(unreadable)? {
            roots.add(certificate.map_err(unreadable)?)?;
        }
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build();
        verifier.map(|verifier| verifier as Arc<dyn ServerCertVerifier>).map_err(|error| Error::General(error.to_string()))
    }
}

/// Returns the class of an error in a handshake. Any other than one of TLS shows that the other side
/// does not finish it.
fn of_handshake(error: &io::Error) -> TransportFailure {
    match failure::of_io(error) {
        TransportFailure::Connect => TransportFailure::Tls(TlsFailure::Handshake),
        failure => failure,
    }
}

/// A verifier that keeps the certificate it was asked to verify.
#[derive(Debug)]
struct Recorder {
    verifier: Arc<dyn ServerCertVerifier>,
    certificate: Mutex<Option<Vec<u8>>>,
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        *self.certificate.lock().unwrap_or_else(PoisonError::into_inner) = Some(end_entity.to_vec());
        self.verifier.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}
