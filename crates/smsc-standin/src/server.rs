//! The stand-in over sockets: HTTP/1.1 with or without TLS, one thread for each connection.

mod clock;
mod connection;
mod control;
mod deliver;
mod notify;
mod page;
mod socket;
mod tls;

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use bounded_http::{FULL, Limits, Listener};

use crate::provider::Provider;
use crate::scenario::Scenario;
use crate::time::Time;
use clock::Clock;
use socket::Socket;

pub use bounded_http::Handle;
pub use tls::{Certificate, CertificateError};

/// The time for which the end of the server waits for the notification that is being sent.
const END_TIME: Duration = Duration::from_secs(5);

/// The options of a [`Server`].
#[derive(Debug)]
pub struct ServerOptions {
    /// The moment at which the clock starts; without one, that of the machine.
    pub start: Option<Time>,
    /// Seconds of the clock in a real one. With 0 the clock moves only when it is told to.
    pub speed: u32,
    /// The real time between a request and its response.
    pub latency: Duration,
    /// The real time that a client has for a request after its first byte.
    pub request_time: Duration,
    /// The maximum number of connections. Others get the HTTP status 503.
    pub max_connections: usize,
    /// The certificate; without one, the server speaks plain HTTP.
    pub certificate: Option<Certificate>,
    /// The page in HTML that is under `/explain`, if there is one.
    pub explain: Option<&'static [u8]>,
}

impl Default for ServerOptions {
    /// Returns the options of a server whose clock runs like the real one: no latency, 10 seconds for a
    /// request, 128 connections, no TLS.
    fn default() -> Self {
        Self {
            start: None,
            speed: 1,
            latency: Duration::ZERO,
            request_time: Duration::from_secs(10),
            max_connections: 128,
            certificate: None,
            explain: None,
        }
    }
}

/// A stand-in that listens on an address.
///
/// ```
/// use std::io::{Read, Write};
/// use std::net::TcpStream;
/// use smsc_standin::Scenario;
/// use smsc_standin::server::{Server, ServerOptions};
///
/// let server = Server::bind("127.0.0.1:0", Scenario::default(), &ServerOptions::default())?;
/// let (address, handle) = (server.address(), server.handle());
/// let thread = std::thread::spawn(move || server.run());
///
/// let mut client = TcpStream::connect(address)?;
/// client.write_all(b"GET /sys/balance.php?login=demo&psw=demo HTTP/1.1\r\nConnection: close\r\n\r\n")?;
/// let mut response = String::new();
/// client.read_to_string(&mut response)?;
/// assert!(response.ends_with("\r\n\r\n1000.00"));
///
/// handle.stop();
/// thread.join().unwrap()?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Server {
    listener: Listener,
    shared: Arc<Shared>,
    tls: Option<Arc<rustls::ServerConfig>>,
}

/// The parts of a server that its connections share.
struct Shared {
    scenario: Scenario,
    provider: Mutex<Provider>,
    clock: Clock,
    latency: Duration,
    explain: Option<&'static [u8]>,
    /// The notifications that a handler answered with a status of 200 to 299.
    delivered: AtomicUsize,
    /// The other notifications, which are not sent again.
    undelivered: AtomicUsize,
}

impl Shared {
    /// Locks the state machine. It stays in use after a connection has panicked.
    fn provider(&self) -> MutexGuard<'_, Provider> {
        self.provider.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server {
    /// Listens on an address, such as `127.0.0.1:0`, where 0 means any free port.
    ///
    /// # Errors
    ///
    /// If the address is none, or cannot be listened on.
    pub fn bind(address: &str, scenario: Scenario, options: &ServerOptions) -> io::Result<Self> {
        let (request_time, max_connections) = (options.request_time, options.max_connections);
        let listener = Listener::bind(address, Limits { request_time, max_connections, ..Limits::default() })?;
        let shared = Shared {
            provider: Mutex::new(Provider::new(scenario.clone())),
            scenario,
            clock: Clock::new(options.start, options.speed),
            latency: options.latency,
            explain: options.explain,
            delivered: AtomicUsize::new(0),
            undelivered: AtomicUsize::new(0),
        };
        shared.provider().start(shared.clock.now());
        let tls = options.certificate.as_ref().map(Certificate::config);
        Ok(Self { listener, shared: Arc::new(shared), tls })
    }

    /// Returns the address that the server listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.listener.address()
    }

    /// Returns the URL of the server, such as `http://127.0.0.1:8125`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", if self.tls.is_some() { "https" } else { "http" }, self.address())
    }

    /// Returns a handle that ends the server.
    #[must_use]
    pub fn handle(&self) -> Handle {
        self.listener.handle()
    }

    /// Answers requests until [`Handle::stop`] is called, and waits for those in work, and then for the
    /// notification that is being sent, at most for five seconds each.
    ///
    /// # Errors
    ///
    /// If no thread can be started for the notifications.
    pub fn run(self) -> io::Result<()> {
        let (shared, handle) = (Arc::clone(&self.shared), self.handle());
        let notifications = thread::Builder::new().name("notifications".to_owned()).spawn(move || notify::run(&shared, &handle))?;
        let (shared, handle, tls) = (self.shared, self.listener.handle(), self.tls);
        // A client that expects TLS would take plain bytes for a broken handshake.
        let full = if tls.is_some() { &[] } else { FULL };
        self.listener.run(full, move |stream, peer| {
            let tls = tls.clone().map(rustls::ServerConnection::new).transpose();
            if let Ok(socket) = tls.map_err(io::Error::other).and_then(|tls| Socket::new(stream, tls)) {
                connection::serve(socket, peer, &shared, &handle);
            }
        });
        let until = Instant::now() + END_TIME;
        while !notifications.is_finished() && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address()).finish_non_exhaustive()
    }
}
