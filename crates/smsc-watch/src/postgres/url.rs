//! The URL of a server, and connections to it.

use std::sync::Arc;
use std::time::Duration;

use postgres::config::Host;
use postgres::{Client, Config};
use rustls::ClientConfig;
use rustls::crypto::ring;
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::{Error, ErrorKind};
use crate::postgres::{fault, password};

/// The time for a connection, unless the URL has another one.
const CONNECT: Duration = Duration::from_secs(10);
/// The time after which a server that does not answer is taken for lost.
const SILENCE: Duration = Duration::from_secs(30);

/// A server and a database on it.
pub(super) struct Server {
    config: Config,
    place: String,
}

impl Server {
    /// Parses a URL.
    pub(super) fn parse(url: &str) -> Result<Self, Error> {
        let wrong = |reason| Error::new("PostgreSQL".to_owned(), ErrorKind::Url(reason));
        let form = "expected postgres://user:password@host:port/database?sslmode=require, with special characters as %XX; \
                    sslmode is disable, prefer or require";
        let mut config: Config = url.parse().map_err(|_| wrong(form))?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(wrong("the host is missing: name one, or the folder of a socket, as host=%2Frun%2Fpostgresql"));
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        if config.get_application_name().is_none() {
            config.application_name("smsc watch");
        }
        let connection = connection(&config);
        let [host, port, database, _] = &connection;
        let place = format!("PostgreSQL at {host}:{port}, database {database}");
        if config.get_password().is_none() {
            match password::find(&connection) {
                Ok(found) => found.map(|password| config.password(password)),
                Err(kind) => return Err(Error::new(place, kind)),
            };
        }
        Ok(Self { config, place })
    }

    /// Returns the name of the server for messages, without user and password.
    pub(super) fn place(&self) -> &str {
        &self.place
    }

    /// Makes a connection.
    pub(super) fn connect(&self) -> Result<Client, ErrorKind> {
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(rustls::ConfigBuilder::with_platform_verifier)
            .map_err(|_| ErrorKind::Tls)?
            .with_no_client_auth();
        self.config.connect(MakeRustlsConnect::new(tls)).map_err(|error| fault::of_connect(&error))
    }
}

/// Returns the first host of a configuration, its port, the database and the user.
fn connection(config: &Config) -> password::Connection {
    let host = match config.get_hosts().first() {
        Some(Host::Tcp(name)) => name.clone(),
        #[cfg(unix)]
        Some(Host::Unix(folder)) => folder.display().to_string(),
        None => config.get_hostaddrs().first().map(ToString::to_string).unwrap_or_default(),
    };
    let port = config.get_ports().first().copied().unwrap_or(5_432);
    let user = config.get_user().unwrap_or_default();
    [host, port.to_string(), config.get_dbname().unwrap_or(user).to_owned(), user.to_owned()]
}
